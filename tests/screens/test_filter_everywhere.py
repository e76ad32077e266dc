"""The filter is in sight in every view, and one key switches it off and on there: what the view shows follows."""

from __future__ import annotations

import pytest

from tests.scenarios import SUMMER
from tests.walking import Walking, dossier, seen
from tui.core.filters import Filter
from tui.screens.compare import CompareScreen
from tui.screens.timeline import TimelineScreen

JAYRUD = Filter(places=("Jayrud",))
VIEWS = ["2", "3", "4", "5", "6", "7", "P"]


def walking(size=(80, 24)):
    return Walking(lambda: dossier(SUMMER), size=size, keep=JAYRUD)


@pytest.mark.parametrize("view", VIEWS)
async def test_the_filter_stands_over_every_view_and_f_switches_it_off_and_on_there(view):
    async with walking() as walk:
        await walk.press(view)
        shown = await walk.shows("place:Jayrud  3 of 126 events  F filter off")
        assert ("not applied in this view" in shown) == (view in "57P")
        screen = type(walk.screen)
        await walk.press("F")
        await walk.shows("all events  filter off: place:Jayrud  F filter on")
        await walk.press("F")
        await walk.shows("place:Jayrud  3 of 126 events")
        assert (type(walk.screen), walk.told()) == (screen, "")
        await walk.press("q")
        assert (type(walk.screen), walk.timeline.state.keep) == (TimelineScreen, JAYRUD)


async def test_without_a_filter_no_line_is_spent_on_it():
    async with Walking() as walk:
        await walk.press("3")
        assert not walk.screen.query_one("#filter").display


async def test_a_filter_typed_over_the_list_narrows_the_list():
    async with Walking(lambda: dossier(SUMMER)) as walk:
        await walk.press("3")
        assert len(walk.screen.flags()) > 40
        await walk.press("&", *"place:Jayrud", "enter")
        await walk.shows("place:Jayrud  3 of 126 events", "Discrepancies 2 ")
        assert {flag.event for flag in walk.screen.flags()} <= {row.verdict.id for row in walk.timeline.rows()}
        await walk.press("backspace")
        await walk.shows("Discrepancies 43 ")
        assert walk.told() == ""


async def test_in_a_comparison_the_event_stays_where_it_passes():
    async with walking() as walk:
        await walk.press("2", "}", "F")
        at = walk.screen.row.verdict.id
        await walk.press("F")
        assert walk.screen.row.verdict.id == at
        await walk.press("q")
        assert walk.at == at


async def test_where_nothing_passes_a_comparison_says_so_and_how_to_undo_it():
    async with Walking(lambda: dossier(SUMMER)) as walk:
        await walk.press("2", "&", *"zzz", "enter")
        assert isinstance(walk.screen, CompareScreen)
        assert "Backspace drops its last part." in await walk.shows("Nothing passes the filter.")
        await walk.press("F")
        assert walk.screen.row is not None


@pytest.mark.parametrize("key", ["/", "t"])
async def test_a_key_that_leads_to_the_timeline_leads_there_without_a_word(key):
    async with Walking() as walk:
        await walk.press("3", key)
        assert (type(walk.app.screen_stack[-2]), walk.told()) == (TimelineScreen, "")


async def test_what_is_written_from_the_list_is_picked_over_it():
    async with Walking() as walk:
        await walk.press("3", "x")
        assert walk.told() == "nothing can be exported from here; `rashomon export` does it"
        assert "Discrepancies" in seen(walk.app)
