"""A file that for the moment is no TOML stands as it last could be read, and says so."""

from __future__ import annotations

from tui.core.problems import Severity
from tui.files.last_good import CODE, LastGood
from tui.files.load import load

DOSSIER = '[dossier]\ntitle = "A"\n'
FIRST = '[source]\nid = "dw"\n\n[[report]]\nevent = "e"\nwhat = "It began."\n'


def test_the_last_good_state_stands_until_the_file_can_be_read_again(tmp_path):
    good, file = LastGood(), tmp_path / "dw.toml"
    (tmp_path / "dossier.toml").write_text(DOSSIER)

    def read(text: str):
        file.write_text(text)
        loaded = load([str(tmp_path)], good=good)
        return [report.what for report in loaded.dossier.reports], loaded

    assert read(FIRST)[0] == ["It began."]
    whats, loaded = read(FIRST.replace('"It began."', '"It beg'))
    assert (whats, loaded.stale) == (["It began."], True)
    told = [(p.code, p.severity, p.line) for p in loaded.problems if p.file == str(file)]
    assert {("bad-toml", Severity.PROBLEM, 6), (CODE, Severity.NOTE, None)} <= set(told)
    whats, loaded = read(FIRST.replace("began", "ended"))
    assert (whats, loaded.stale) == (["It ended."], False)
    assert read("")[0] == []


def test_a_file_that_never_could_be_read_has_no_stand_in(tmp_path):
    (tmp_path / "dossier.toml").write_text(DOSSIER)
    (tmp_path / "dw.toml").write_text("[source")
    loaded = load([str(tmp_path)], good=LastGood())
    assert not loaded.stale
    assert "bad-toml" in {problem.code for problem in loaded.problems}


def test_a_file_that_nobody_read_stands_as_it_was_when_its_index_was_opened(tmp_path):
    (tmp_path / "dossier.toml").write_text(DOSSIER)
    (tmp_path / "dw.toml").write_text(FIRST)
    (tmp_path / "afp.toml").write_text("[source")
    good = LastGood()
    good.take_up(sorted(tmp_path.iterdir()))
    (tmp_path / "dw.toml").write_text(FIRST + "[[report")
    loaded = load([str(tmp_path)], good=good)
    assert [report.what for report in loaded.dossier.reports] == ["It began."]
    assert [problem.file for problem in loaded.problems if problem.code == CODE] == [str(tmp_path / "dw.toml")]


def test_beyond_its_bound_nothing_is_remembered(tmp_path, monkeypatch):
    monkeypatch.setattr("tui.files.last_good.MOST", len(DOSSIER))
    good = LastGood()
    (tmp_path / "dossier.toml").write_text(DOSSIER)
    (tmp_path / "dw.toml").write_text(FIRST)
    load([str(tmp_path)], good=good)
    (tmp_path / "dw.toml").write_text("[source")
    assert not load([str(tmp_path)], good=good).stale
