"""An account told where its pane is out of sight says whose it is, once."""

from __future__ import annotations

from dataclasses import replace

from tests.fake_store import EVENTS, SOURCES, FakeStore
from tui.view.others import elsewhere
from tui.view.panes import by_publisher, separate
from tui.view.scene import Scene
from tui.view.spans import text_of

DW, AFP = (next(source for source in SOURCES if source.id == name) for name in ("dw", "afp"))
OFFENSIVE = next(row for row in EVENTS if row.verdict.id == "offensive")


def told(sources, panes):
    return text_of(elsewhere(OFFENSIVE, panes, Scene(summary=FakeStore().summary(), sources=sources), "").said)[:24]


def test_one_source_is_named_by_its_pane():
    assert told((AFP, DW), separate((DW,))) == "DW: The NSA launched an "


def test_of_several_of_one_publisher_each_is_named_and_the_publisher_not_again():
    wire = tuple(replace(source, family="wire", siglum=f"W{n}") for n, source in enumerate((DW, AFP), start=1))
    assert told(wire, by_publisher(wire)) == "W1: The NSA launched an "
