"""A mistake of the program is kept in a file for whoever mends it, and told in two lines."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.conftest import dossier as dossier  # noqa: PLC0414 - a fixture
from tests.cli.conftest import run as run  # noqa: PLC0414 - a fixture
from tui.core.moments import read_moment
from tui.files.crashes import KEPT, kept
from tui.files.homes import state_folder


def crash() -> Exception:
    try:
        read_moment(None, None)  # type: ignore[arg-type]
    except Exception as error:  # noqa: BLE001 - any will do
        return error
    raise AssertionError


def files() -> list[Path]:
    return sorted((state_folder() / "crashes").glob("*"))


def test_the_file_tells_what_happened_and_obeys_nothing() -> None:
    error = crash()
    error.add_note("\x1b]0;owned\x07\x9b2J \ud800")
    told = kept(error, {"views": "TimelineScreen"})
    (file,) = files()
    text = file.read_text(encoding="utf-8")
    assert f"details are kept in {file}; your files are whole" == told.words[1]
    assert told.words[0].startswith(f"stopped because of a mistake in itself: {type(error).__name__} in core/")
    assert "Traceback" in text
    assert "read_moment" in text
    assert "views: TimelineScreen\n" in text
    assert "\\x1b]0;owned\\x07\\x9b2J \\ud800" in text
    assert not [letter for letter in text if not letter.isprintable() and letter != "\n"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_old_ones_go() -> None:
    for _ in range(KEPT + 3):
        kept(KeyError())
    assert len(files()) == KEPT


def test_without_a_place_to_keep_it_one_is_told_all_the_same(home: Path) -> None:
    (home / "state" / "rashomon").parent.mkdir(parents=True)
    (home / "state" / "rashomon").write_text("in the way")
    told = kept(KeyError("x"))
    assert told.what == "KeyError"
    assert told.where_kept == f"details could not be kept in {home}/state/rashomon: not a directory"


@pytest.mark.parametrize(
    "error", [KeyError("\x1b[2J"), RecursionError(), MemoryError(), OSError(5, "Input/output error")]
)
def test_a_command_that_breaks_gives_no_answer_and_no_traceback(
    run: Run, dossier: str, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def broken(*_: object) -> None:
        raise error

    monkeypatch.setattr("tui.cli.check.look", broken)
    ran = run("check", dossier)
    (file,) = files()
    assert (ran.code, ran.out) == (70, "")
    assert ran.err.splitlines() == [
        f"rashomon: stopped because of a mistake in itself: {type(error).__name__} in cli/check.py, line {line_of(file)}",
        f"rashomon: details are kept in {file}; your files are whole",
    ]
    assert f"command: check {dossier}\n" in file.read_text(encoding="utf-8")


def line_of(file: Path) -> str:
    return file.read_text(encoding="utf-8").rpartition('cli/check.py", line ')[2].partition(",")[0]
