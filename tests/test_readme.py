"""README.md says only what is so: its commands, options, keys, exit codes, pictures and examples."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tui.cli.commands import COMMANDS, EXPLORE, command_table
from tui.cli.exits import Exit
from tui.cli.main import main
from tui.view.texts_keys import key_table

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TEST_COMMAND = "python3 -m venv .venv && .venv/bin/pip install -q -e '.[test]' && .venv/bin/python -m pytest"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def table_after(head: str) -> list[list[str]]:
    _, *lines = README.split(head + "\n", 1)[1].splitlines()
    body = lines[: next(i for i, line in enumerate(lines) if not line.startswith("|"))]
    return [[cell.strip() for cell in re.split(r"(?<!\\)[|]", line)[1:-1]] for line in body]


def examples() -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in "".join(blocks("console")).splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


def written_between(name: str) -> list[str]:
    """What .ci/write-readme wrote between the two comments of that name."""
    return re.split(rf"<!-- (?:{name}:|end of {name})[^>]*-->", README)[1].strip().splitlines()


def test_there_are_exactly_two_commands_to_type_each_on_one_line() -> None:
    first, second = blocks("sh")
    assert first == "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/rashomon\n"
    assert second == TEST_COMMAND + "\n"


def test_the_gate_runs_the_test_command_of_the_readme() -> None:
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "test_command=$(grep -- '-m pytest' README.md)\n" in gate
    assert [line for line in README.splitlines() if "-m pytest" in line] == [TEST_COMMAND]


def test_the_picture_is_in_the_first_screenful() -> None:
    assert "screenshots/timeline.svg" in "\n".join(README.splitlines()[:24])


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#]+)\)", README))
def test_links_and_pictures_are_there(target: str) -> None:
    assert (ROOT / target).is_file()


def test_every_command_is_listed_with_what_it_does() -> None:
    assert written_between("commands") == command_table()


def test_every_exit_code_is_listed() -> None:
    assert [int(row[0].strip("`")) for row in table_after("| exit code | |")] == [code.value for code in Exit]


def test_every_option_exists() -> None:
    known = {name for command in (*COMMANDS, EXPLORE) for name in command.load().parser().option_names()}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README)) <= known


def test_every_key_is_listed_from_the_one_list_of_actions() -> None:
    assert written_between("keys") == key_table(), "run .ci/write-readme"


@pytest.mark.parametrize(("command", "shown"), examples(), ids=[command for command, _ in examples()])
def test_examples_run_and_print_what_is_shown(
    command: str, shown: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    program, *words = shlex.split(command)
    assert program == "rashomon"
    assert main(words) in (Exit.DONE, Exit.FINDINGS)
    printed = capsys.readouterr().out.splitlines()
    assert printed
    pattern = "".join(".*" if line == "…" else re.escape(line + "\n") for line in shown)
    assert not shown or re.fullmatch(pattern, "".join(line + "\n" for line in printed), re.DOTALL)


def test_the_page_on_architecture_names_what_there_is() -> None:
    page = (ROOT / "tui" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    names = set(re.findall(r"`((?:[a-z]+/)+[a-z_*]+(?:\.[a-z]+)?)`", page)) - {"cli/<name>.py"}
    missing = [name for name in sorted(names) if not (list(ROOT.glob(name)) or list((ROOT / "tui").glob(name)))]
    assert names
    assert missing == []
    assert len(page.splitlines()) <= 70
