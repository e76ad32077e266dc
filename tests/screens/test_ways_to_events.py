"""From a view of no event to one: compared, its origins, the next discrepancy, the next words found."""

from __future__ import annotations

import pytest

from tests.fake_store import FakeStore
from tests.scenarios import DEMO, SUMMER
from tests.walking import Walking, dossier
from tui.core.filters import Filter
from tui.screens.base import ExplorerScreen


def stands(walk) -> tuple[str, str]:
    """The view, and the event one stands on in it."""
    assert isinstance(walk.screen, ExplorerScreen)
    row = getattr(walk.screen, "row", None)
    return walk.screen.situation().view, row.verdict.id if row is not None else ""


@pytest.mark.parametrize("view", ["5", "6"])
@pytest.mark.parametrize(("key", "there"), [("2", "compare"), ("4", "origins")])
async def test_the_event_stood_on_last_is_opened_from_every_view_and_q_leads_back(view, key, there):
    async with Walking() as walk:
        event = stands(walk)[1]
        await walk.press(view)
        before = stands(walk)[0]
        await walk.press(key)
        assert stands(walk) == (there, event)
        await walk.press("q")
        assert stands(walk)[0] == before
        await walk.press("q")
        assert stands(walk) == ("timeline", event)


async def test_from_the_problems_too():
    async with Walking() as walk:
        event = stands(walk)[1]
        await walk.press("P", "2")
        assert stands(walk) == ("compare", event)


@pytest.mark.parametrize("view", ["5", "6", "7", "P"])
@pytest.mark.parametrize(
    ("keep", "told"),
    [
        (Filter(actors=("Nobody",)), "no event passes the filter; F switches it off"),
        (Filter(), "there is no event"),
    ],
)
async def test_without_an_event_it_is_said_why(view, keep, told):
    async with Walking((lambda: FakeStore(events=())) if keep.is_empty else FakeStore, keep=keep) as walk:
        await walk.press(view)
        before = stands(walk)
        await walk.press("2")
        assert (stands(walk), walk.told()) == (before, told)


@pytest.mark.parametrize("view", ["6", "7", "P"])
async def test_the_next_discrepancy_is_gone_to_at_the_timeline(view):
    async with Walking() as walk:
        await walk.press("g", "]")
        found = stands(walk), walk.timeline.state.spot
        await walk.press("g", view, "]")
        assert (stands(walk), walk.timeline.state.spot) == found


async def test_in_the_table_of_sources_it_is_the_next_two_that_clash():
    async with Walking(lambda: dossier(SUMMER)) as walk:
        await walk.press("5")
        await walk.shows("14 publishers over the whole dossier")
        made = walk.screen._matrix
        clashing = [pair for pair, share in sorted(made.shares.items()) if share.clashed]
        seen = []
        await walk.press("g", "h")
        for _ in clashing:
            await walk.press("]")
            seen.append(walk.screen._pair())
        assert seen == [pair for pair in clashing if pair > (0, 0)] + [clashing[-1]] * ((0, 0) in clashing)
        await walk.press("]")
        assert walk.told() == "no two clash further on"
        await walk.press("[")
        assert walk.screen._pair() == clashing[-2]


@pytest.mark.parametrize(
    ("view", "there"), [("2", "compare"), ("4", "origins"), ("3", "timeline"), ("5", "timeline"), ("6", "timeline")]
)
async def test_the_next_words_are_stepped_to_where_an_event_stands_and_else_at_the_timeline(view, there):
    async with Walking(lambda: dossier(DEMO)) as walk:
        await walk.press("/", *"base", "enter", "g", "n")
        first = stands(walk)[1]
        await walk.press("n")
        second = stands(walk)[1]
        assert first != second
        await walk.press("g", "n", view, "n")
        assert stands(walk) == (there, second)
        await walk.press("N")
        assert stands(walk) == (there, first)


NO_WORDS, NO_FILTER = "no words are looked for; press /", "no filter is on"


@pytest.mark.parametrize(("key", "views", "told"), [("n", "234567P", NO_WORDS), ("backspace", "57P", NO_FILTER)])
async def test_what_cannot_be_done_at_the_timeline_leads_nowhere(key, views, told):
    for view in views:
        async with Walking() as walk:
            await walk.press(view)
            before = stands(walk)
            await walk.press(key)
            assert (stands(walk), walk.told()) == (before, told)


async def test_help_tells_what_is_done_at_the_timeline():
    async with Walking(size=(100, 60)) as walk:
        await walk.press("P", "?")
        await walk.press("G")
        await walk.shows("Done at the timeline, where they lead", "] next flag · [ previous flag", "/ search")
