"""Marks: set, gone to, listed, kept to."""

from __future__ import annotations

from tests.screens.test_answers_to_keys import said
from tests.walking import Walking, seen
from tui.core.filters import Filter
from tui.screens.picker import PickerScreen


async def test_a_mark_stands_on_the_event_and_goes_again():
    async with Walking() as walk:
        first = walk.at
        await walk.press("m")
        assert walk.timeline.state.marked == (first,)
        assert "★ 1" in await walk.shows("★")
        await walk.press("enter")
        await walk.shows("★")
        await walk.press("m", "escape")
        assert (walk.timeline.state.marked, walk.at) == ((), first)
        assert "★" not in seen(walk.app)


async def test_u_goes_round_the_marked_events():
    async with Walking() as walk:
        await walk.press("g", "m")
        first = walk.at
        await walk.press("j", "j", "m")
        third = walk.at
        await walk.press("u")
        assert walk.at == first
        await walk.press("u")
        assert walk.at == third
        await walk.press("enter", "u", "escape")
        assert walk.at == first


async def test_without_a_mark_u_says_how_to_set_one():
    async with Walking() as walk:
        await walk.press("u")
        assert said(walk) == ["nothing is marked; press m on an event"]


async def test_the_list_goes_to_a_marked_event_and_takes_marks_away():
    async with Walking() as walk:
        await walk.press("g", "m")
        first = walk.at
        await walk.press("j", "m", "G", "'")
        assert isinstance(walk.screen, PickerScreen)
        await walk.press("enter")
        assert walk.at == first
        await walk.press("'", "j", "m", "escape")
        assert walk.timeline.state.marked == (first,)


async def test_is_marked_keeps_the_marked_events_and_follows_the_marks():
    async with Walking() as walk:
        await walk.press("g", "m", "j", "m")
        second = walk.at
        await walk.press("&", *"is:marked", "enter")
        await walk.shows("is:marked")
        assert walk.timeline.state.rows.count == 2
        await walk.press("g", "m")
        assert (walk.timeline.state.rows.count, walk.at) == (1, second)
        await walk.press("enter", "m")
        assert walk.screen.row is not None
        await walk.press("escape")
        assert walk.timeline.state.rows.count == 0
        await walk.press("backspace")
        assert walk.timeline.state.keep == Filter()
        assert walk.timeline.state.rows.count > 2


async def test_marks_outside_the_filter_are_counted():
    async with Walking() as walk:
        await walk.press("g", "m")
        await walk.press("&", *"-is:marked", "enter", "u")
        assert said(walk) == ["1 marked outside the filter · F shows them"]
