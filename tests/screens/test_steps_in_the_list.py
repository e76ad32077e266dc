"""Among the discrepancies one steps and marks as in the timeline; where there is nowhere to go, it is said."""

from __future__ import annotations

import pytest

from tests.scenarios import SUMMER
from tests.walking import Walking, dossier, seen
from tui.core.filters import Filter


async def test_from_one_to_the_next_of_another_event_of_the_same_kind_and_back():
    async with Walking(lambda: dossier(SUMMER)) as walk:
        await walk.press("3")
        flags, at = walk.screen.flags(), lambda: walk.screen.rows.cursor
        first = flags[0]
        another = next(place for place, flag in enumerate(flags) if flag.event != first.event)
        alike = next(place for place, flag in enumerate(flags) if place and flag.open and flag.kind == first.kind)
        await walk.press("}")
        assert at() == another
        await walk.press("{", ".")
        assert at() == alike
        await walk.press(",", "]", "]")
        assert at() == [place for place, flag in enumerate(flags) if flag.open][2]
        await walk.press("[")
        assert (at(), walk.told()) == ([place for place, flag in enumerate(flags) if flag.open][1], "")


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("g [", "there is none that is open further up"),
        ("G ]", "there is none that is open further down"),
        ("g {", "there is none of another event further up"),
        ("g ,", "there is none of this kind that is open further up"),
        ("tab ]", "there is none that is open further down"),
    ],
)
async def test_with_nowhere_to_go_it_is_said(keys, told):
    async with Walking() as walk:
        await walk.press("3", *keys.split())
        assert walk.told() == told


async def test_a_mark_set_there_is_the_timelines():
    async with Walking() as walk:
        await walk.press("3", "m")
        marked = walk.screen.chosen().event
        assert "★" in seen(walk.app)
        await walk.press("q")
        assert walk.timeline.state.marked == (marked,)
        await walk.press("3", "m", "q")
        assert walk.timeline.state.marked == ()


@pytest.mark.parametrize("view", ["1", "2"])
async def test_the_only_one_of_its_kind_in_view_says_that_there_is_no_other(view):
    async with Walking(lambda: dossier(SUMMER), keep=Filter(places=("Jayrud",))) as walk:
        await walk.press("]", view, ".")
        assert walk.told() == "no other open discrepancy of the kind number-conflict in view"
