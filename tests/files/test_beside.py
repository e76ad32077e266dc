"""Decisions are read wherever they are written: beside a file that is opened alone, and beside folders apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.core.problems import Severity
from tui.files.beside import analysis_beside, found_behind
from tui.files.load import load, look
from tui.index.kept import stamps

REPORTS = """\
[[source]]
id = "dw"
[[report]]
source = "dw"
event = "bakery"
figures = { killed = 5 }
[[report]]
source = "dw"
event = "bakery"
id = "dw/late"
figures = { killed = 40 }
"""
OTHER = '[[source]]\nid = "afp"\n[[report]]\nsource = "afp"\nevent = "vote"\n'
RULING = (
    '[[ruling]]\nevent = "{}"\nfield = "figures.killed"\naccepted = "none"\nseen = {{}}\nat = 2016-07-01T10:00:00Z\n'
)


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("files", "paths", "read"), [
    (("a.toml", "b.toml"), ["a.toml"], ["a.toml"]),
    (("a.toml", "analysis.toml", "b.toml"), ["a.toml"], ["a.toml", "analysis.toml"]),
    (("a.toml", "analysis-ana.toml", "analysis.toml", "analysis.toml.bak", "analysis-.toml"), ["a.toml"],
     ["a.toml", "analysis-ana.toml", "analysis.toml"]),
    (("a.toml", "analysis.toml"), ["analysis.toml", "a.toml"], ["analysis.toml", "a.toml"]),
    (("x/a.toml", "x/analysis.toml", "y/b.toml", "analysis.toml"), ["x/a.toml", "y"],
     ["x/a.toml", "y/b.toml", "x/analysis.toml", "analysis.toml"]),
    (("x/a.toml", "y/b.toml", "analysis.toml"), ["x", "y"], ["x/a.toml", "y/b.toml", "analysis.toml"]),
    (("x/a.toml", "analysis.toml"), ["x"], ["x/a.toml"]),
    (("x/a.toml", "x/analysis.toml"), ["x"], ["x/a.toml", "x/analysis.toml"]),
])  # fmt: skip
def test_what_stands_beside_is_read_last_and_once(tmp_path, monkeypatch, files, paths, read):
    texts = {"a.toml": REPORTS, "b.toml": OTHER}
    write(tmp_path, {name: texts.get(Path(name).name, RULING.format("bakery")) for name in files})
    monkeypatch.chdir(tmp_path)
    assert list(load(paths).paths) == read
    assert [str(path) for path, _ in found_behind(paths).files] == read
    assert [Path(stamp.path).relative_to(tmp_path.resolve()).as_posix() for stamp in stamps(paths)] == read


@pytest.mark.parametrize("paths", [["x/a.toml"], ["x/a.toml", "y/b.toml"], ["x", "y"], ["x"], ["."], ["../d/x/a.toml"],
                                   ["link.toml"], ["x/a.toml", "link.toml"]])  # fmt: skip
@pytest.mark.parametrize("absolute", [False, True])
def test_where_decisions_are_written_they_are_read(tmp_path, monkeypatch, paths, absolute):
    top = tmp_path / "d"
    write(top, {"x/a.toml": REPORTS, "y/b.toml": OTHER})
    (tmp_path / "c.toml").write_text('[[source]]\nid = "c"\n')
    (top / "link.toml").symlink_to("../c.toml")
    monkeypatch.chdir(top)
    named = [str(top / path) for path in paths] if absolute else paths
    written = analysis_beside([str(path) for path, _ in found_behind(named).files], "ana")
    Path(written).write_text('[[annotation]]\ntarget = "dw"\n', encoding="utf-8")
    assert Path(written).resolve() in [Path(read).resolve() for read in load(named).paths]
    assert analysis_beside([str(path) for path, _ in found_behind(named).files], "ana") == written


def told(loaded) -> list[tuple[str, str, Severity]]:
    return [(fault.file, fault.code, fault.severity) for fault in loaded.problems]


LINKS = """\
[[link]]
reports = ["dw/bakery", "afp/vote"]
same = true
at = 2016-07-01T10:00:00Z
[[annotation]]
target = "afp"
note = "n"
at = 2016-07-01T10:00:00Z
[[annotation]]
target = "dw"
note = "mine"
at = 2016-07-01T10:00:00Z
"""


def test_decisions_about_files_that_are_not_open_are_one_note(tmp_path, monkeypatch):
    write(tmp_path, {"a.toml": REPORTS, "b.toml": OTHER, "analysis.toml": RULING.format("vote") + LINKS})
    monkeypatch.chdir(tmp_path)
    loaded = load(["a.toml"])
    assert told(loaded) == [("analysis.toml", "not-open", Severity.NOTE)]
    assert loaded.problems[0].message.startswith("3 of its decisions name reports or events that are not among")
    assert [note.note for note in loaded.dossier.annotations] == ["mine"]
    assert loaded.dossier.rulings == loaded.dossier.links == ()
    assert told(look("a.toml")) == told(loaded)
    assert "not-open" not in {fault.code for fault in load(["."]).problems}
    assert len(load(["a.toml", "b.toml"]).dossier.annotations) == 2


def test_a_file_of_that_name_that_is_no_ours_is_left_alone_and_a_broken_one_is_told(tmp_path, monkeypatch):
    write(tmp_path, {"a.toml": REPORTS, "analysis.toml": "[tool]\nx = 1\n", "analysis-ana.toml": "[[ruling]\n"})
    (tmp_path / "analysis-loop.toml").symlink_to("analysis-loop.toml")
    monkeypatch.chdir(tmp_path)
    loaded = load(["a.toml"])
    assert [(fault.file, fault.severity) for fault in loaded.problems] == [("analysis-ana.toml", Severity.PROBLEM)]
    assert len(loaded.dossier.reports) == 2
