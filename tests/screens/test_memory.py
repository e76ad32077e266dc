"""A dossier opened a second time is where one left it."""

from __future__ import annotations

import asyncio
import json

import pytest

from tests.scenarios import SUMMER
from tests.walking import Walking, dossier, seen
from tui.app import Explorer
from tui.core.filters import Filter
from tui.files.remembering import Shelf, is_first_visit, place
from tui.screens.compare import CompareScreen
from tui.screens.discrepancies import DiscrepanciesScreen


def shelf() -> Shelf:
    return Shelf(place(["a-dossier"]))


async def test_a_second_visit_is_where_one_left_the_first():
    async with Walking(shelf=shelf) as walk:
        await walk.press("a", *"Islamic", "enter", "j", "l", "w", "T", "i", "m")
        left = walk.timeline.state
        at = walk.at
        await walk.press("q")
    async with Walking(shelf=shelf) as walk:
        state = walk.timeline.state
        assert walk.at == at
        assert (state.keep, state.marked, state.clock, state.height, state.strip, state.pane) == (
            left.keep, left.marked, left.clock, left.height, left.strip, left.pane,
        )  # fmt: skip


async def test_panes_stand_as_one_left_them():
    async with Walking(shelf=shelf) as walk:
        await walk.press("H", "l", "(", ">", "z", "q")
    async with Walking(shelf=shelf) as walk:
        assert [pane.siglum for pane in walk.timeline.panes] == ["UCDP", "AFP"]
        plan = walk.timeline.plan()
        assert plan.widths[0] > plan.widths[1]
        assert walk.timeline.state.zoom is not None


async def test_the_view_one_left_by_ctrl_c_comes_back_at_its_event():
    async with Walking(shelf=shelf) as walk:
        await walk.press("g", "enter", "}", "}")
        at = walk.screen.row.verdict.id
        await walk.press("ctrl+c")
    async with Walking(shelf=shelf) as walk:
        assert isinstance(walk.screen, CompareScreen)
        assert walk.screen.row.verdict.id == at
        await walk.press("escape", "3", "ctrl+c")
    async with Walking(shelf=shelf) as walk:
        assert isinstance(walk.screen, DiscrepanciesScreen)


async def test_a_filter_asked_for_wins_over_the_one_remembered():
    async with Walking(shelf=shelf) as walk:
        await walk.press("a", *"Islamic", "enter", "q")
    async with Walking(shelf=shelf, keep=Filter(sources=("dw",))) as walk:
        assert walk.timeline.state.keep == Filter(sources=("dw",))


async def test_without_a_shelf_nothing_is_read_or_written(home):
    async with Walking() as walk:
        await walk.press("m", "q")
    assert not (home / "state").exists()


async def test_what_is_marked_is_written_before_one_leaves():
    async with Walking(shelf=shelf) as walk:
        await walk.press("m")
        walk.app._remember()
        await walk.drawn()
        assert json.loads(place(["a-dossier"]).read_text())["marks"] == [walk.at]


async def test_a_named_view_comes_back_with_filter_and_place():
    async with Walking(shelf=shelf) as walk:
        await walk.press("a", *"Islamic", "enter", "G", "T")
        at, clock = walk.at, walk.timeline.state.clock
        await walk.press("S", *"their end", "enter", "F", "T", "g")
        await walk.press("L")
        await walk.shows("their end", 'actor:"Islamic State"')
        await walk.press("enter")
        assert (walk.at, walk.timeline.state.clock) == (at, clock)
        assert walk.timeline.state.keep.actors == ("Islamic State",)
        await walk.press("q")
    async with Walking(shelf=shelf) as walk:
        await walk.press("L")
        await walk.shows("their end")
        await walk.press("backspace")
        await walk.shows("No view is named yet")


async def test_a_named_view_that_will_not_be_kept_says_so():
    for kept, told in ((shelf, "saved as end; L brings it back"), (None, "end is kept until you leave, and no longer")):
        async with Walking(shelf=kept) as walk:
            await walk.press("S", *"end", "enter")
            assert told in walk.told()


async def test_the_first_visit_of_all_has_a_hint_and_no_other(monkeypatch):
    monkeypatch.setattr(Explorer, "READ_AFTER", 0.01)
    async with Walking(shelf=shelf) as walk:
        assert "3 discrepancies, biggest first" in await walk.shows("biggest first")
        await walk.press("j")
        assert "biggest first" in walk.told()
        await until(lambda: not is_first_visit())
        await walk.press("3")
        assert "biggest first" not in walk.told()
        await walk.press("q", "q")
    async with Walking(shelf=lambda: Shelf(place(["another"]))) as walk:
        assert "biggest first" not in seen(walk.app)
    async with Walking(first_visit=True) as walk:
        assert "biggest first" in await walk.shows("biggest first")


async def test_a_hint_that_nobody_had_time_to_read_is_told_again(monkeypatch):
    monkeypatch.setattr(Explorer, "READ_AFTER", 600)
    async with Walking(shelf=shelf) as walk:
        await walk.press("3")
        assert "biggest first" not in walk.told()
        await walk.press("escape")
        assert "biggest first" in await walk.shows("biggest first")
        await walk.press("3", "ctrl+c")
    assert place(["a-dossier"]).exists()
    async with Walking(shelf=shelf) as walk:
        await walk.press("escape")
        assert "biggest first" in await walk.shows("biggest first")


@pytest.mark.parametrize(("size", "told"), [((50, 14), True), ((49, 14), False), ((50, 13), False)])
async def test_a_hint_that_would_cover_all_there_is_to_see_stays_owed(size, told, monkeypatch):
    """Found by a newcomer: at 20x5 and 30x8 hardly anything else was to be seen."""
    monkeypatch.setattr(Explorer, "READ_AFTER", 600)
    async with Walking(shelf=shelf, size=size) as walk:
        assert ("biggest first" in walk.told(), is_first_visit()) == (told, True)


async def test_the_hint_has_a_line_each_on_a_terminal_of_80_columns():
    async with Walking(first_visit=True, size=(80, 24)) as walk:
        shown = await walk.shows("every key")
        assert "at the most reported day · g first event · 3 discrepancies, biggest first" in shown


async def test_a_hint_that_another_word_covered_was_not_read(monkeypatch):
    monkeypatch.setattr(Explorer, "READ_AFTER", 600)
    async with Walking(shelf=shelf) as walk:
        walk.app.notify("copied")
        await walk.drawn()
        walk.app._read_it()
        await walk.drawn()
        assert is_first_visit()


async def until(holds):
    for _ in range(600):
        if holds():
            return
        await asyncio.sleep(1 / 60)
    raise AssertionError("it never came")


async def test_an_event_that_is_gone_is_no_reason_not_to_open():
    place(["a-dossier"]).parent.mkdir(parents=True)
    place(["a-dossier"]).write_text(
        json.dumps(
            {"format": 1, "marks": ["gone"], "view": "nowhere", "last": {"event": "gone", "pane": "gone", "field": "x"}}
        )
    )
    async with Walking(shelf=shelf) as walk:
        await walk.press("u")
        assert "1 marked outside the filter" not in walk.timeline.state.search
        await walk.press("'")
        await walk.shows("not in the files")


@pytest.mark.parametrize(
    ("keys", "view"),
    [("3 j j j", "3"), ("3 tab f j j", "3"), ("5 j l l", "5"), ("6 j j", "6"), ("7 j", "7")],
)
async def test_each_view_opens_at_the_place_one_left_in_it(keys, view):
    """Found by a newcomer: the list of contradictions started over each time one came from one of them."""
    async with Walking(lambda: dossier(SUMMER), shelf=shelf) as walk:
        await walk.press(*keys.split())
        await walk.shows("q back")
        place = walk.screen.place()
        for leave in ("enter", "q", "1"):
            await walk.press(leave, *("1",) * (leave == "q"), view)
            await walk.shows("q back")
            assert walk.screen.place() == place, leave
        await walk.press("ctrl+c")
    async with Walking(lambda: dossier(SUMMER), shelf=shelf) as walk:
        await walk.shows("q back")
        assert walk.screen.place() == place
        await walk.press("q", "ctrl+c")
    async with Walking(lambda: dossier(SUMMER), shelf=shelf) as walk:
        await walk.press(view)
        await walk.shows("q back")
        assert walk.screen.place() == place
