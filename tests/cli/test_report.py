from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

FORMATS = ("text", "markdown", "html", "json")


@pytest.mark.parametrize("style", FORMATS)
def test_the_same_files_give_the_same_bytes(run: Run, dossier: str, tmp_path: Path, style: str) -> None:
    first = run("report", dossier, "--format", style)
    assert (first.code, first.err) == (0, "")
    assert run("report", dossier, "--format", style).out == first.out
    target = tmp_path / "report"
    assert run("report", dossier, "--format", style, "-o", str(target)).out == ""
    assert target.read_bytes() == first.out.encode()


@pytest.mark.parametrize("style", ["markdown", "html"])
def test_the_summary_page_stands_first(run: Run, dossier: str, style: str) -> None:
    told = run("report", dossier, "--format", style).out
    marks = ("Summer", "What a flag means", "Contested events", "killed: conflict, 13 apart", "Who agrees with whom", "Origins",
             "Why.", "1 report without an event", "Sources", "Made by rashomon")  # fmt: skip
    place = 0
    for mark in marks:
        place = told.find(mark, place)
        assert place >= 0, mark


@pytest.mark.parametrize("style", ["markdown", "html"])
def test_filters_leave_events_and_fields_out_and_the_report_says_so(run: Run, dossier: str, style: str) -> None:
    told = run("report", dossier, "--format", style, "--field", "figures.killed").out
    assert "1 of 2 events pass the filters." in told
    assert "Market reopens" not in told
    assert "43" in told
    assert "the air force" not in told


def test_an_old_report_stays_until_the_new_one_is_whole(run: Run, dossier: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / "report.html"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    assert run("report", dossier, "--verdict", "nonsense", "--format", "html", "-o", str(target)).code == 2
    assert run("report", str(tmp_path / "none"), "--format", "html", "-o", str(target)).code == 2
    assert target.read_text(encoding="utf-8") == "old"
    assert run("report", dossier, "--format", "html", "-o", str(target)).code == 0
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>\n")
    assert target.stat().st_mode & 0o777 == 0o640
    assert list(folder.iterdir()) == [target]


def test_writing_that_breaks_off_leaves_no_trace(
    run: Run, dossier: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "report.md").write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", full)
    ran = run("report", dossier, "--format", "markdown", "-o", str(folder / "report.md"))
    assert (ran.code, ran.out) == (2, "")
    assert "No space left on device" in ran.err
    assert [(path.name, path.read_text(encoding="utf-8")) for path in folder.iterdir()] == [("report.md", "old")]


def test_a_link_is_written_through(run: Run, dossier: str, tmp_path: Path) -> None:
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    link.symlink_to(real)
    assert run("report", dossier, "--format", "markdown", "-o", str(link)).code == 0
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8").startswith("# Summer\n")


def test_a_folder_and_a_missing_folder_are_refused(run: Run, dossier: str, tmp_path: Path) -> None:
    for target in (tmp_path, tmp_path / "none" / "report.html"):
        ran = run("report", dossier, "--format", "html", "-o", str(target))
        assert (ran.code, ran.out) == (2, "")
        assert str(target) in ran.err


def test_a_device_is_written_to_as_it_is(run: Run, dossier: str) -> None:
    assert run("report", dossier, "--format", "html", "-o", os.devnull).code == 0
    assert not Path(os.devnull).is_file()


def test_a_terminal_without_unicode_gets_a_page_that_means_the_same(run: Run, dossier: str) -> None:
    words = [sys.executable, "-m", "tui", "report", dossier, "--format", "html"]
    ran = subprocess.run(words, capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "latin-1"})
    assert ran.stdout.isascii()
    assert ran.stderr == b""
    whole = run("report", dossier, "--format", "html").out
    assert ran.stdout == whole.encode("ascii", "xmlcharrefreplace")
