from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tui import __version__
from tui.cli import main as main_module
from tui.cli.commands import COMMANDS
from tui.cli.exits import Exit

ROOT = Path(__file__).parents[2]


def test_exit_codes_are_those_of_the_contract() -> None:
    assert {code.name: code.value for code in Exit} == {
        "DONE": 0,
        "FINDINGS": 1,
        "USAGE": 2,
        "CRASHED": 70,
        "INTERRUPTED": 130,
    }


def test_version(run: Run) -> None:
    assert run("--version") == run("--ascii", "--version")
    assert run("--version").out == f"rashomon {__version__}\n"


def test_help_lists_every_command_and_none_that_is_not_built(run: Run) -> None:
    shown = run("--help")
    assert (shown.code, shown.err) == (0, "")
    listed = [line.split()[0] for line in shown.out.split("commands:\n")[1].split("\n\n")[0].splitlines()]
    assert listed == [command.name for command in COMMANDS]


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_has_help_with_examples(run: Run, command: str) -> None:
    shown = run(command, "--help")
    assert shown.code == 0
    assert shown.out.startswith(f"usage: rashomon {command}")
    examples = shown.out.split("examples:\n")[1].splitlines()
    assert examples
    assert all(line.startswith("  rashomon ") for line in examples)
    assert run(command, "-h").out == shown.out


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (["chekc", "x"], "chekc is neither a command nor a file", "did you mean `rashomon check`?"),
        (["Timeline"], "Timeline is neither a command nor a file", "did you mean `rashomon timeline`?"),
        (["help"], "help is neither a command nor a file", "see `rashomon --help`"),
        (["nowhere/at/all"], "nowhere/at/all is neither a command nor a file", "see `rashomon --help`"),
        (["diff", "--al", "x"], "rashomon diff has no option --al", "did you mean --all?"),
        (["--actr", "x"], "rashomon has no option --actr", "did you mean --actor?"),
    ],
)
def test_a_misspelt_word_gets_the_nearest_spelling(run: Run, words: list[str], message: str, hint: str) -> None:
    ran = run(*words)
    assert (ran.code, ran.out, ran.err) == (2, "", f"rashomon: {message}\n          {hint}\n")


def test_a_folder_called_like_a_command_is_opened_by_its_path(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report").mkdir()
    monkeypatch.chdir(tmp_path)
    assert "needs a terminal" in run("./report").err
    assert "needs a terminal" in run("--ascii", "report").err
    assert "no dossier" in run("report").err


def test_without_a_terminal_the_explorer_says_what_to_use(run: Run, dossier: str) -> None:
    ran = run(dossier)
    assert (ran.code, ran.out) == (2, "")
    assert "`rashomon timeline`, `rashomon diff` or `rashomon report`" in ran.err


def test_an_interrupt_exits_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(argv: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(main_module, "_run", interrupted)
    ran = run("check")
    assert (ran.code, ran.out, ran.err) == (130, "", "rashomon: interrupted\n")


def python(*words: str, **options: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **dict(options.pop("env", {}))}
    return subprocess.run([sys.executable, *words], capture_output=True, text=True, env=environment, check=False)


def test_no_headless_command_imports_textual_or_rich(dossier: str, tmp_path: Path) -> None:
    lines = [
        ["--help"], ["check", dossier], ["diff", dossier, "--all"], ["diff", dossier, "--format", "json"],
        ["timeline", dossier], ["report", dossier], ["explain", "when", "2016"], ["explain", "number", "dozens"],
        ["explain", "name", "a", "b"], ["new", str(tmp_path / "new")], ["schema"],
    ]  # fmt: skip
    program = (
        "import sys\nfrom tui.cli.main import main\n"
        f"for line in {lines!r}:\n"
        "    assert main(line) in (0, 1), line\n"
        "    loaded = {'textual', 'rich'} & {name.partition('.')[0] for name in sys.modules}\n"
        "    assert not loaded, (line, loaded)\n"
    )
    ran = python("-c", program)
    assert (ran.returncode, ran.stderr.partition("rashomon: wrote")[0]) == (0, "")


@pytest.mark.parametrize(
    ("line", "late"),
    [
        (["check"], ("tui.index", "tui.core.verdicts.events", "tui.core.suggestions", "tui.files.importers.mapped",
                     "subprocess", "email", "zipfile", "html", "sqlite3")),
        (["diff"], ("tui.core.linking", "tui.core.suggestions", "tui.files.importers.mapped", "email", "zipfile", "html")),
    ],
)  # fmt: skip
def test_a_command_imports_nothing_that_it_has_no_use_for(dossier: str, line: list[str], late: tuple[str, ...]) -> None:
    ran = python(
        "-c",
        f"import sys\nfrom tui.cli.main import main\nmain({[*line, dossier]!r})\nprint(*sys.modules, file=sys.stderr)",
    )
    assert set(ran.stderr.split()) & set(late) == set()
    assert {"tui.cli.main", f"tui.cli.{line[0]}"} <= set(ran.stderr.split())


def test_a_closed_pipe_is_quiet(dossier: str) -> None:
    command = f"{sys.executable} -m tui report {dossier} --format json | true; echo ${{PIPESTATUS[0]}}"
    ran = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert (ran.stdout, ran.stderr) == ("0\n", "")


def test_a_terminal_of_another_encoding_gets_escapes_not_an_error(dossier: str) -> None:
    ran = python("-m", "tui", "diff", dossier, env={"PYTHONIOENCODING": "ascii"})
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "\\u2717 conflict" in ran.stdout
    data = python("-m", "tui", "diff", dossier, "--format", "json", env={"PYTHONIOENCODING": "ascii"})
    assert data.stdout.isascii()


@pytest.mark.parametrize(
    ("closed", "words", "code", "told"),
    [
        (">&-", "diff {}", 2, "rashomon: cannot write the output: standard output is closed\n"),
        (">&-", "report {} --format html -o {}/page.html", 0, ""),
        (">&-", "check {} --format json", 2, "rashomon: cannot write the output: standard output is closed\n"),
        ("2>&-", "diff {} --source nobody", 0, ""),
        ("<&-", "explain when --batch", 0, ""),
        ("<&- >&- 2>&-", "diff {}", 2, ""),
        ("<&- >&-", "{}", 2, None),
    ],
)
def test_closed_streams_are_no_mistake_of_the_program(
    dossier: str, closed: str, words: str, code: int, told: str
) -> None:
    line = f"exec {sys.executable} -m tui {words.replace('{}', dossier)} {closed}"
    ran = subprocess.run(["sh", "-c", line], capture_output=True, text=True, cwd=ROOT, check=False)
    assert ran.returncode == code
    assert "Traceback" not in ran.stderr
    assert told is None or ran.stderr == told
