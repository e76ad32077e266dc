"""The filter is in sight in every view, and one key switches it off and on there: what the view shows follows."""

from __future__ import annotations

import pytest

from tests.scenarios import SUMMER, typed
from tests.walking import Walking, dossier, seen
from tui.core.filters import Filter
from tui.core.terms import Term
from tui.screens.cast import CastScreen
from tui.screens.compare import CompareScreen
from tui.screens.discrepancies import DiscrepanciesScreen
from tui.screens.origins import OriginsScreen
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


def said_of_nothing(shown: str) -> list[str]:
    lines = [line.strip(" ▏▕▁▂▃▄▅▆▇█") for line in shown.splitlines()]
    at = lines.index("Nothing passes the filter.")
    return lines[at : at + 5]


TWO_MISSING = [
    "Nothing passes the filter.",
    "actor:nobody matches nothing in the dossier",
    "source:ucpd matches nothing in the dossier; did you mean ucdp?",
    "Backspace drops its last part.",
    "F switches it off.",
]


@pytest.mark.parametrize(
    ("view", "screen"),
    [
        ("1", TimelineScreen),
        ("2", CompareScreen),
        ("3", DiscrepanciesScreen),
        ("4", OriginsScreen),
        ("6", CastScreen),
    ],
)
async def test_where_nothing_passes_names_that_the_dossier_does_not_have_are_told(view, screen):
    async with Walking(lambda: dossier(SUMMER), size=(80, 24)) as walk:
        await walk.press(view, "&", *typed("actor:nobody source:ucpd"), "enter")
        assert said_of_nothing(await walk.shows("source:ucpd matches")) == TWO_MISSING
        assert isinstance(walk.screen, screen)
        await walk.press("backspace")
        assert "ucpd" not in await walk.shows("actor:nobody matches nothing in the dossier")


async def test_a_name_that_is_missing_from_the_first_is_told():
    keep = Filter(actors=("nobody",), terms=(Term("source", ("ucpd",)),))
    async with Walking(lambda: dossier(SUMMER), keep=keep, size=(80, 24)) as walk:
        assert said_of_nothing(await walk.shows("source:ucpd matches")) == TWO_MISSING


async def test_where_every_name_is_known_nothing_more_is_told():
    keep = Filter(sources=("ucdp",), terms=(Term("text", ("zzz",)),))
    async with Walking(lambda: dossier(SUMMER), keep=keep, size=(80, 24)) as walk:
        assert "matches nothing" not in await walk.shows("Nothing passes the filter.")


@pytest.mark.parametrize("key", ["/", "t", "L"])
async def test_a_key_that_leads_to_the_timeline_leads_there_without_a_word(key):
    async with Walking() as walk:
        await walk.press("3", key)
        assert (type(walk.app.screen_stack[-2]), walk.told()) == (TimelineScreen, "")


@pytest.mark.parametrize("view", ["3", "5", "6"])
async def test_marks_are_gone_to_from_every_view(view):
    async with Walking(lambda: dossier(SUMMER)) as walk:
        await walk.press(view, "u")
        assert walk.told() == "nothing is marked; press m on an event"
        await walk.press("3", "j", "j", "m")
        marked = walk.screen.chosen().event
        await walk.press(view, "u")
        assert (type(walk.screen), walk.at) == (TimelineScreen, marked)
        await walk.press(view, "'")
        assert "Enter goes there  m unmarks" in seen(walk.app)


async def test_what_is_written_from_the_list_is_picked_over_it():
    async with Walking() as walk:
        await walk.press("3", "x")
        assert walk.told() == "nothing can be exported from here; `rashomon export` does it"
        assert "Discrepancies" in seen(walk.app)
