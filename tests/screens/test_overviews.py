"""Walks through the overviews: who repeats whom, who agrees with whom, who is named how."""

from __future__ import annotations

import pytest

from tests.fake_store import FakeStore
from tests.scenarios import SUMMER, typed
from tests.walking import Walking, dossier
from tui.core.filters import Filter
from tui.core.terms import Term
from tui.screens.cast import CastScreen
from tui.screens.compare import CompareScreen
from tui.screens.facets import FacetsScreen
from tui.screens.origins import OriginsScreen
from tui.screens.query import QueryScreen
from tui.screens.sources import SourcesScreen
from tui.screens.timeline import TimelineScreen
from tui.screens.why import WhyScreen
from tui.widgets.canvas import Canvas


async def test_origins_of_the_event_lead_to_a_report_in_the_timeline():
    async with Walking() as walk:
        await walk.press("j", "4")
        assert isinstance(walk.screen, OriginsScreen)
        await walk.shows(
            "2 reports / 1–2 origins",
            "Corroboration is not truth.",
            "quotes Muzahem al-Sallum",
            'A "al-Bukamal"',
        )
        await walk.press("j", "enter")
        assert isinstance(walk.screen, TimelineScreen)
        assert (walk.at, walk.timeline.state.pane) == ("offensive", 1)


async def test_origins_go_from_field_to_field_and_event_to_event():
    async with Walking() as walk:
        await walk.press("4", "h", "h", "h")
        await walk.shows("when")
        assert walk.screen.state.spot == "when"
        await walk.press("l")
        assert walk.screen.state.spot == "where"
        await walk.press("}", "}", "{", "{", "{")
        assert walk.screen.row.verdict.id == "raqa"
        await walk.press("q")
        assert walk.at == "raqa"


async def test_origins_are_one_key_from_the_other_views():
    async with Walking() as walk:
        await walk.press("]", "]", "4", "p")
        assert isinstance(walk.screen, WhyScreen)
        await walk.press("escape", "2")
        assert isinstance(walk.screen, CompareScreen)
        assert walk.screen.state.spot == "figures.killed"
        await walk.press("3", "j", "j", "4")
        assert walk.screen.row.verdict.id == "toll"
        await walk.press("[", "]", "1")
        assert isinstance(walk.screen, TimelineScreen)
        assert walk.at == "toll"


async def test_origins_of_a_real_event_tell_copies_from_what_may_be():
    async with Walking(lambda: dossier(SUMMER)) as walk:
        await walk.press("t", *"qamishli-27-july", "enter", "4")
        await walk.shows(
            "copies SAB17",
            "possibly from SANA (same speaker)",
            "if all that may be shared is",
        )


@pytest.mark.parametrize("size", [(20, 6), (80, 24), (300, 80)])
async def test_overviews_are_drawn_in_every_size(size):
    async with Walking(size=size) as walk:
        await walk.press("4", "j", "G", "g", "ctrl+d", "ctrl+u", "pagedown", "pageup", "k", "h", "l", "q")
        await walk.press(
            "5", "j", "l", "G", "h", "g", "6", "j", "G", "ctrl+u", "pageup", "1", "&", "v", "tab", "escape"
        )
        assert isinstance(walk.screen, TimelineScreen)


async def test_sources_explain_a_cell_and_keep_the_events_of_both():
    async with Walking() as walk:
        await walk.press("5")
        assert isinstance(walk.screen, SourcesScreen)
        await walk.shows(
            "3 sources over the whole dossier",
            "9 shared fields: 7 in which both can be right (100 % of 7)",
        )
        await walk.press("l")
        await walk.shows("clash in  killed")
        await walk.press("enter")
        assert isinstance(walk.screen, TimelineScreen)
        assert walk.timeline.state.keep == Filter(terms=(Term("source", ("dw", "ucdp"), every=True),))
        assert walk.timeline.state.rows.count == 3
        await walk.press("backspace")
        assert walk.timeline.state.keep.is_empty


async def test_sources_are_publishers_where_there_are_many():
    async with Walking(lambda: dossier(SUMMER)) as walk:
        await walk.press("5")
        await walk.shows("14 publishers over the whole dossier")
        await walk.press("j", "l", "G", "g", "h", "pagedown", "pageup", "ctrl+d", "ctrl+u", "k", "q")
        assert isinstance(walk.screen, TimelineScreen)


async def test_one_source_has_nobody_to_agree_with():
    async with Walking(lambda: FakeStore(events=(), sources=())) as walk:
        await walk.press("5")
        await walk.shows("There are no two sources to compare.")
        await walk.press("j", "l", "enter", "q")


async def test_actors_say_who_writes_them_how_and_keep_their_events():
    async with Walking() as walk:
        await walk.press("6")
        assert isinstance(walk.screen, CastScreen)
        await walk.shows("── Islamic State ─")
        await walk.press("j")
        await walk.shows(
            "── New Syrian Army ─",
            "NSA                  1 report   DW",
        )
        await walk.press("enter")
        assert walk.timeline.state.keep == Filter(actors=("New Syrian Army",))
        await walk.press("6")
        await walk.shows('actor:"New Syrian Army"  1 of 10 events', "── New Syrian Army ─")
        await walk.press("enter")
        assert walk.timeline.state.keep.is_empty


async def test_no_actor_passes_the_filter():
    async with Walking(keep=Filter(actors=("Nobody",))) as walk:
        await walk.press("6")
        await walk.shows("Nothing passes the filter.", "F switches it off.")
        await walk.press("j", "enter", "q")


async def test_what_was_picked_is_typed_on():
    async with Walking() as walk:
        await walk.press("6", "j", "enter", "&")
        await walk.shows('& actor:"New Syrian Army" ')
        await walk.press(*typed("source:dw"), "enter")
        assert walk.timeline.state.keep == Filter(actors=("New Syrian Army",), terms=(Term("source", ("dw",)),))
        await walk.shows('actor:"New Syrian Army" source:dw  1 of 10 events')
        await walk.press("&", *["backspace"] * 60, "enter")
        assert walk.timeline.state.keep.is_empty


async def test_a_filter_is_typed_completed_and_kept():
    async with Walking() as walk:
        await walk.press("&", *typed("sour"))
        assert isinstance(walk.screen, QueryScreen)
        await walk.shows("events the source reports")
        await walk.press("tab", *typed("ucd"), "tab", "enter")
        assert walk.timeline.state.keep == Filter(terms=(Term("source", ("ucdp",)),))
        await walk.shows("source:ucdp  3 of 10 events")
        await walk.press("F")
        await walk.shows("filter off: source:ucdp")
        await walk.press("F", "&")
        await walk.shows("source:ucdp")
        await walk.press("escape")
        assert walk.timeline.state.rows.count == 3
        await walk.press("backspace")
        assert walk.timeline.state.keep.is_empty


async def test_a_fault_stands_under_its_place_and_holds_the_line_open():
    async with Walking() as walk:
        await walk.press("&", *typed("acter:is dw"), "enter")
        assert isinstance(walk.screen, QueryScreen)
        await walk.shows("there is no filter 'acter'; nearest: actor")
        await walk.press("ctrl+u", "ctrl+k", *typed("ac"), "down", "up", "tab")
        assert walk.screen.state.text == "actor:"
        await walk.press("escape")
        assert walk.timeline.state.keep.is_empty


async def test_a_filter_typed_on_the_real_dossier():
    async with Walking(lambda: dossier(SUMMER)) as walk:
        await walk.press("&", *typed("verdict:conflict actor:isl"))
        await walk.press("down", "tab")
        await walk.shows("of 126 events")
        await walk.press("enter")
        await walk.shows("verdict:conflict actor:")
        assert 0 < walk.timeline.state.rows.count < 30


async def test_filters_are_taken_with_live_counts():
    async with Walking() as walk:
        await walk.press("f")
        assert isinstance(walk.screen, FacetsScreen)
        await walk.shows("Filter: 10 of 10 events")
        await walk.press("tab", "enter")
        await walk.shows("Filter: 7 of 10 events")
        await walk.press("escape")
        assert walk.timeline.state.keep == Filter(terms=(Term("publisher", ("afp",)),))
        await walk.shows("publisher:afp  7 of 10 events")
        await walk.press("f", "j", "k", "G", "g", "ctrl+d", "ctrl+u", "l", "h", "q")
        assert walk.timeline.state.rows.count == 7


async def test_filters_of_the_real_dossier_follow_each_other():
    async with Walking(lambda: dossier(SUMMER), (120, 80)) as walk:
        await walk.press("f")
        await walk.shows("Verdict of a field", "✗ conflict", "Publisher", "Actor", "Islamic State")
        await walk.press("space", "f")
        await walk.shows("is:contested")


async def test_the_mouse_selects_scrolls_and_opens():
    async with Walking(lambda: dossier(SUMMER)) as walk:
        await walk.press("t", *"qamishli-27-july", "enter", "4")
        await walk.shows("copies SAB17")
        await walk.pilot.click("#list", offset=(20, 1))
        assert walk.screen.report_id() == "ahram-qamishli-31/qamishli-27-july"
        walk.screen.query_one("#list").post_message(Canvas.Wheeled(walk.screen.query_one("#list"), 9))
        await walk.drawn()
        assert (walk.screen.scroll_state.top, walk.screen.report_id()) == (9, "ahram-qamishli-31/qamishli-27-july")
        await walk.press("5")
        await walk.shows("14 publishers")
        await walk.pilot.click("#list", offset=(70, 2))
        assert (walk.screen.state.rows.cursor, walk.screen.state.columns.cursor) == (2, 1)
        await walk.press("6")
        await walk.shows("Enter keeps its events")
        await walk.pilot.click("#list", offset=(5, 3))
        assert walk.screen.rows.cursor == 3
        await walk.press("1", "f")
        await walk.shows("Publisher")
        await walk.pilot.click("#facet-list", offset=(5, 1))
        await walk.shows("Filter: 28 of 126 events")
