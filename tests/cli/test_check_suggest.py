from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run

TEXT = """\
[[source]]
id = "s"

[[actor]]
id = "iraq"
name = "Iraq"
kind = "state"

[[report]]
source = "s"
event = "e"
who = ["Iraqi fighters"]
"""


def folder(tmp_path: Path, text: str = TEXT) -> str:
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    return str(tmp_path)


def test_suggestions_stand_beside_the_problems_and_change_no_exit_code(run: Run, tmp_path: Path) -> None:
    ran = run("check", folder(tmp_path), "--suggest", "--format", "json")
    assert ran.code == 0
    assert list(ran.json) == ["format", "files", "problems", "suggestions"]
    (found,) = ran.json["suggestions"]
    assert (found["line"], found["id"], found["paste"]) == (4, "iraq", 'aliases = ["Iraqi fighters"]')


def test_text_ends_with_how_many_names_are_suggested(run: Run, tmp_path: Path) -> None:
    ran = run("check", folder(tmp_path), "--suggest")
    assert ran.code == 0
    assert '    aliases = ["Iraqi fighters"]' in ran.out.splitlines()
    assert ran.out.splitlines()[-1] == "1 name suggested for 1 table, 0 of them new"


def test_problems_still_exit_1(run: Run, tmp_path: Path) -> None:
    ran = run("check", folder(tmp_path, TEXT + "whoo = 1\n"), "--suggest", "--format", "json")
    assert (ran.code, len(ran.json["problems"]), len(ran.json["suggestions"])) == (1, 1, 1)


def test_without_the_option_nothing_is_suggested(run: Run, tmp_path: Path) -> None:
    assert "suggest" not in run("check", folder(tmp_path)).out
