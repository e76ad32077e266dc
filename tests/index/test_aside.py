"""The index of a dossier whose words lay aside while it was judged is the one of a dossier held in memory, byte for byte."""

from __future__ import annotations

import sqlite3
from io import BytesIO

import pytest

from tests.index.test_judging import TANGLED
from tui.core.filters import EVERYTHING
from tui.core.verdicts.context import Context
from tui.errors import Cancelled
from tui.files import aside as asides
from tui.files import reading
from tui.files.aside import NOWHERE, Aside, laid_aside
from tui.files.crew import Crew
from tui.files.last_good import LastGood
from tui.files.load import load
from tui.index import kept
from tui.index.build import build
from tui.index.opening import open_dossier

LOOSE = """
[[source]]
id = "{0}"
[[report]]
what = "A convoy, seen from {0}"
quote = "Lorries, and {0} again"
text = "A convoy of forty lorries passed the crossing before dawn, and nobody who saw it would say whose it was."
note = "From {0}."
[[report]]
event = "two"
figures = {{ wounded = 3 }}
text = "The doctor on duty that night counted three wounded, and said that more had been taken elsewhere."
[[dataset]]
file = "{0}.csv"
[dataset.columns]
event = "e"
what = "w"
text = "t"
"""
TABLE = "e,w,t\n{0},Seen at {0},Nobody counted them on the way to {0}\n{0},,\n"


@pytest.fixture
def folder(tmp_path):
    dossier = tmp_path / "dossier"
    dossier.mkdir()
    (dossier / "tangled.toml").write_text(TANGLED)
    for name in ("x", "y", "z"):
        (dossier / f"{name}.toml").write_text(LOOSE.format(name))
        (dossier / f"{name}.csv").write_text(TABLE.format(name))
    return dossier


@pytest.fixture
def crew():
    with Crew(2) as hands:
        yield hands
        assert hands.redone == 0


class Full(BytesIO):
    """A disk that takes a hundred bytes at once, and two hundred in all."""

    def write(self, data):
        if self.tell() >= 200:
            raise OSError(28, "No space left on device")
        return super().write(data[:100])


def index(folder, aside, crew=None):
    loaded = load([str(folder)], crew=crew, aside=aside)
    connection = sqlite3.connect(":memory:")
    build(connection, Context(loaded.dossier), loaded.problems, files=loaded.files, crew=crew, aside=aside)
    return loaded.dossier, connection.serialize()


@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize("file", [BytesIO, Full])
def test_the_index_is_the_same(folder, crew, monkeypatch, file, shared):
    monkeypatch.setattr(reading, "AT_ONCE", 500)
    whole, expected = index(folder, NOWHERE)
    aside = Aside(file())
    lean, made = index(folder, aside, crew if shared else None)
    assert made == expected
    assert [(report.what, report.quote, report.note) for report in lean.reports if report.what or report.note] == []
    assert tuple(map(aside.whole, lean.reports)) == whole.reports


def test_a_file_that_stands_in_is_laid_aside_too(folder):
    good, path = LastGood(), folder / "x.toml"
    whole = load([str(folder)], good=good).dossier
    path.write_text("[[report")
    aside = Aside(BytesIO())
    loaded = load([str(folder)], good=good, aside=aside)
    assert loaded.stale
    assert tuple(map(aside.whole, loaded.dossier.reports)) == whole.reports


@pytest.mark.parametrize("end", ["kept", "changed", "full", "cancelled"])
def test_nothing_is_left_of_what_lay_aside_and_no_words_are_lost(folder, tmp_path, monkeypatch, end):
    """Also where no index can be kept, so that the dossier is shown from memory."""
    monkeypatch.setattr(kept, "TINY", 0)
    monkeypatch.setattr(kept, "user_cache_path", lambda *_, **__: tmp_path / "cache")
    monkeypatch.setattr(asides, "WORTH_IT", 0)
    if end == "changed":
        monkeypatch.setattr(kept, "finish", lambda draft, path, *_: bool(kept.give_up(draft, path)))
    if end == "full":
        monkeypatch.setattr(kept, "begin", lambda _: None)

    def watch(step):
        if end == "cancelled" and step.phase == "judging":
            raise Cancelled("enough")

    if end == "cancelled":
        with pytest.raises(Cancelled):
            open_dossier([str(folder)], watch=watch)
    else:
        store = open_dossier([str(folder)])
        shown = [report for row in store.page(EVERYTHING, 0, 99) for report in row.reports]
        store.close()
        reports = load([str(folder)]).dossier.reports
        assert sorted((r.id, r.what, r.text) for r in shown) == sorted((r.id, r.what, r.text) for r in reports)
    assert len(list((tmp_path / "cache").iterdir())) == (end == "kept")


def test_a_small_dossier_or_a_folder_that_cannot_be_written_to_lays_nothing_aside(tmp_path):
    (tmp_path / "file").write_text("")
    with laid_aside(tmp_path, asides.WORTH_IT - 1) as small, laid_aside(tmp_path / "file", asides.WORTH_IT) as shut:
        assert (small, bool(shut)) == (NOWHERE, False)
    with laid_aside(tmp_path / "new", asides.WORTH_IT) as large:
        assert large
