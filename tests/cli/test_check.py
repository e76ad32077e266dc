from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_clean_dossier_exits_0(run: Run, dossier: str) -> None:
    ran = run("check", dossier)
    assert (ran.code, ran.out.splitlines()[-1], ran.err) == (0, "0 problems, 0 notes in 1 file", "")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    (tmp_path / "faulty").mkdir()
    file = tmp_path / "faulty" / "dw.toml"
    file.write_text('[source]\nid = "dw"\n\n[[report]]\nevent = "x"\nfigurs = { killed = 3 }\n', encoding="utf-8")
    return file


def test_a_problem_exits_1_and_names_its_place(run: Run, faulty: Path) -> None:
    ran = run("check", str(faulty), "--format", "json")
    assert ran.code == 1
    assert list(ran.json) == ["format", "files", "problems"]
    (problem,) = ran.json["problems"]
    assert (problem["line"], problem["key"], problem["code"], problem["severity"]) == (
        6, "report[1].figurs", "unknown-key", "problem",
    )  # fmt: skip
    assert (problem["found"], problem["suggestion"]) == ("figurs", "figures")


def test_every_path_is_checked_by_itself(run: Run, faulty: Path, dossier: str) -> None:
    both = run("check", str(faulty), dossier, "--format", "json")
    assert (both.code, both.json["files"], len(both.json["problems"])) == (1, 2, 1)


def test_a_path_that_is_not_there_exits_2_and_the_others_are_still_checked(run: Run, faulty: Path) -> None:
    ran = run("check", "nowhere", str(faulty))
    assert ran.code == 2
    assert "nowhere" in ran.err
    assert "1 problem, 0 notes in 1 file" in ran.out


def test_without_a_path_the_folder_one_stands_in_is_checked(
    run: Run, dossier: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(dossier)
    assert run("check").out == "0 problems, 0 notes in 1 file\n"
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    ran = run("check")
    assert (ran.code, ran.out) == (2, "")
    assert "no dossier" in ran.err


def test_other_commands_work_on_what_loads_and_count_the_problems(run: Run, faulty: Path) -> None:
    ran = run("timeline", str(faulty))
    assert (ran.code, ran.err) == (0, "rashomon: 1 problem, see `rashomon check`\n")
    assert "1 event" in ran.out


@pytest.mark.parametrize("words", [("check", "nope"), ("check", "nope", "nix", "--format", "json")])
def test_of_paths_that_are_not_there_nothing_is_counted(run: Run, words: tuple[str, ...]) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert "cannot open nope" in ran.err


@pytest.mark.parametrize("command", ["diff", "timeline", "report"])
def test_a_single_file_that_is_no_dossier_is_only_checked(run: Run, tmp_path: Path, command: str) -> None:
    page = tmp_path / "README.md"
    page.write_text("# Title\n\nProse.\n", encoding="utf-8")
    ran = run(command, str(page))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"rashomon: {page} holds no dossier: line 3: the file is no TOML: ")
    checked = run("check", str(page))
    assert (checked.code, "1 problem, 0 notes in 1 file" in checked.out) == (1, True)
