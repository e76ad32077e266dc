"""`q` and Escape lead back the way one came, each view as it was left; only from where one began does `q` leave."""

from __future__ import annotations

import pytest

from tests.scenarios import SUMMER
from tests.walking import Walking, dossier, seen
from tui.core.filters import Filter
from tui.core.terms import Term
from tui.screens.cast import CastScreen
from tui.screens.compare import CompareScreen
from tui.screens.discrepancies import DiscrepanciesScreen
from tui.screens.links import LinksScreen
from tui.screens.origins import OriginsScreen
from tui.screens.sources import SourcesScreen
from tui.screens.timeline import TimelineScreen
from tui.view.state import filter_words

BACK = pytest.mark.parametrize("back", ["q", "escape"])


def last_line(walk) -> str:
    return seen(walk.app).splitlines()[-1].strip()


@BACK
async def test_from_the_event_of_a_discrepancy_to_the_list_it_was_chosen_in(back):
    async with Walking() as walk:
        await walk.press("3", "j", "j")
        chosen = walk.screen.chosen()
        await walk.press("enter")
        assert (walk.at, last_line(walk).endswith("q back to 3")) == (chosen.event, True)
        await walk.press("enter", back, back)
        assert isinstance(walk.screen, DiscrepanciesScreen)
        assert walk.screen.chosen() == chosen
        await walk.press(back)
        assert isinstance(walk.screen, TimelineScreen)
        assert (walk.at, last_line(walk).endswith("q leave")) == (chosen.event, True)
        await walk.press("q")
    assert walk.app.return_value == 0


@BACK
@pytest.mark.parametrize(("key", "view"), [("2", CompareScreen), ("4", OriginsScreen)])
async def test_from_a_view_opened_out_of_the_list_past_the_timeline(key, view, back):
    async with Walking(lambda: dossier(SUMMER)) as walk:
        await walk.press("3", "tab", "f", "j", "j")
        chosen, state = walk.screen.chosen(), walk.screen.state
        await walk.press(key)
        assert isinstance(walk.screen, view)
        await walk.press(back)
        assert isinstance(walk.screen, DiscrepanciesScreen)
        assert (walk.screen.chosen(), walk.screen.state.checked, walk.screen.state.kind) == (chosen, True, state.kind)


@pytest.mark.parametrize("keys", [("1",), ("t", "escape")])
async def test_from_the_timeline_asked_for_by_name_to_the_list_one_was_in(keys):
    async with Walking() as walk:
        await walk.press("3", "j")
        chosen = walk.screen.chosen()
        await walk.press(*keys)
        assert isinstance(walk.screen, TimelineScreen)
        await walk.press("q")
        assert isinstance(walk.screen, DiscrepanciesScreen)
        assert walk.screen.chosen() == chosen
        await walk.press("5", "q")
        assert isinstance(walk.screen, TimelineScreen)
        await walk.press("q")
    assert walk.app.return_value == 0


async def test_what_is_opened_from_the_timeline_leads_back_there_first():
    async with Walking() as walk:
        await walk.press("3", "2", "1", "enter", "q")
        assert isinstance(walk.screen, TimelineScreen)
        await walk.press("q")
        assert isinstance(walk.screen, DiscrepanciesScreen)


async def test_from_the_events_of_two_sources_to_their_cell_without_the_filter():
    async with Walking() as walk:
        await walk.press("5", "l", "enter")
        assert filter_words(walk.timeline.state.keep, "UTC") == "source:dw+ucdp"
        await walk.press("q")
        assert isinstance(walk.screen, SourcesScreen)
        assert (walk.screen.state.rows.cursor, walk.screen.state.columns.cursor) == (0, 2)
        assert walk.timeline.state.keep.is_empty


async def test_from_the_events_of_an_actor_to_the_actor_and_a_filter_changed_since_stays():
    async with Walking() as walk:
        await walk.press("6", "j", "enter", "q")
        assert isinstance(walk.screen, CastScreen)
        assert (walk.screen.chosen().name, walk.timeline.state.keep) == ("New Syrian Army", Filter())
        await walk.press("enter", "F", "q")
        assert isinstance(walk.screen, CastScreen)
        assert walk.timeline.state.keep.is_empty


@BACK
@pytest.mark.parametrize(
    ("view", "keys", "keep", "told"),
    [
        ("5", ("l",), Filter(terms=(Term("source", ("dw", "ucdp"), every=True),)), "source:dw+ucdp"),
        ("6", ("j",), Filter(actors=("New Syrian Army",)), 'actor:"New Syrian Army"'),
    ],
)
async def test_a_filter_set_by_enter_is_switched_off_on_the_way_back_and_one_key_puts_it_on_again(
    view, keys, keep, told, back
):
    async with Walking() as walk:
        await walk.press(view, *keys, "enter", back)
        await walk.shows(f"all events  filter off: {told}")
        assert (walk.timeline.state.keep, walk.timeline.state.held) == (Filter(), keep)
        await walk.press("F")
        await walk.shows(f" {told}  ")
        assert (walk.timeline.state.keep, walk.told()) == (keep, "")


async def test_the_filter_there_was_comes_back_on_for_the_one_set_by_enter():
    before = Filter(places=("Jayrud",))
    async with Walking(lambda: dossier(SUMMER), keep=before) as walk:
        await walk.press("6", "enter")
        assert walk.timeline.state.keep.actors
        await walk.press("q")
        await walk.shows("place:Jayrud  3 of 126 events  F filter off")
        assert (walk.timeline.state.keep, walk.timeline.state.held) == (before, Filter())


async def test_from_an_actor_kept_already_nothing_is_held():
    kept = Filter(actors=("New Syrian Army",))
    async with Walking(keep=kept) as walk:
        await walk.press("6", "enter")
        assert walk.timeline.state.keep.is_empty
        await walk.press("q")
        assert (walk.timeline.state.keep, walk.timeline.state.held) == (kept, Filter())


async def test_from_a_report_to_the_origins_it_was_chosen_in():
    async with Walking() as walk:
        await walk.press("4", "enter")
        at = walk.at
        await walk.press("j", "q")
        assert isinstance(walk.screen, OriginsScreen)
        assert walk.screen.row.verdict.id == at


async def test_a_pair_leads_to_the_event_of_its_first_report_and_back():
    async with Walking(lambda: dossier(SUMMER)) as walk:
        await walk.press("7", "j", "j")
        await walk.shows("q back")
        pair = walk.screen.chosen()
        await walk.press("enter")
        assert walk.at == walk.timeline.store.report(pair.a).event
        await walk.press("q")
        assert isinstance(walk.screen, LinksScreen)
        assert (walk.screen.chosen().a, walk.screen.chosen().b) == (pair.a, pair.b)


async def test_each_view_stands_once_on_the_way():
    async with Walking() as walk:
        for _ in range(3):
            await walk.press("3", "enter", "5", "enter", "F")
        for view in (SourcesScreen, TimelineScreen, DiscrepanciesScreen, TimelineScreen):
            await walk.press("q")
            assert isinstance(walk.screen, view)
        await walk.press("q")
    assert walk.app.return_value == 0
