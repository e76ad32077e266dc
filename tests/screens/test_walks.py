"""Walks through the whole explorer without a terminal: the named scenarios on the real dossiers, the keys on one made by hand."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

import pytest

from tests.fake_store import EVENTS, FakeStore, ManyEvents
from tests.scenarios import SCENARIOS, Scenario, typed, write_faulty
from tests.walking import Walking, dossier, seen
from tui.core.filters import Filter
from tui.errors import CannotOpen
from tui.screens.actors import ActorsScreen
from tui.screens.compare import CompareScreen
from tui.screens.discrepancies import DiscrepanciesScreen
from tui.screens.keys import KeysScreen
from tui.screens.opening import OpeningScreen
from tui.screens.problems import ProblemsScreen
from tui.screens.timeline import TimelineScreen
from tui.screens.why import WhyScreen
from tui.view.clocks import Clock
from tui.view.waiting import FAILED_KEYS


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
async def test_scenario(scenario: Scenario, tmp_path: Path):
    async with Walking(
        partial(dossier, scenario.dossier or write_faulty(tmp_path)),
        scenario.size,
        theme=scenario.theme,
        ascii_only=scenario.ascii_only,
    ) as walk:
        await walk.press(*scenario.press)
        await walk.shows(*scenario.shows)


async def test_opens_on_the_busiest_day_and_moves():
    async with Walking() as walk:
        assert walk.at == "fallujah"
        await walk.press("j")
        assert walk.at == "offensive"
        await walk.press("G")
        assert walk.at == "toll"
        await walk.press("k", "k", "home")
        assert walk.at == "seizure"
        await walk.press("ctrl+d", "ctrl+u", "pagedown", "pageup")
        assert walk.at == "seizure"


async def test_panes_go_sideways_solo_and_back():
    async with Walking() as walk:
        await walk.press("l")
        assert walk.timeline.state.pane == 1
        await walk.press("s")
        assert "only AFP" in seen(walk.app)
        assert "DW  Deutsche Welle" not in seen(walk.app)
        await walk.press("l")
        assert "UCDP  GED 19.1" in seen(walk.app)
        await walk.press("s", "h", "h", "h")
        assert walk.timeline.state.pane == 0
        assert "AFP  agencies" in seen(walk.app)


async def test_flags_are_walked_and_the_field_stands_in_the_foot():
    async with Walking() as walk:
        await walk.press("]")
        assert (walk.at, walk.timeline.state.spot) == ("base", "finding:0")
        assert "one source says both" in seen(walk.app)
        await walk.press("]")
        assert (walk.at, walk.timeline.state.spot) == ("beheading", "figures.killed")
        await walk.press("[")
        assert walk.at == "base"


async def test_the_fields_of_the_foot_are_a_region():
    async with Walking() as walk:
        await walk.press("j", "tab", "h")
        assert walk.timeline.state.spot == "who.attacker"
        await walk.press("l", "l")
        assert walk.timeline.state.spot == "said_by"
        await walk.press("tab", "l")
        assert walk.timeline.state.pane == 1


async def test_compare_keeps_field_and_base_from_event_to_event_and_comes_back_there():
    async with Walking() as walk:
        await walk.press("j", "enter")
        assert isinstance(walk.screen, CompareScreen)
        assert walk.screen.state.spot == "claims.target"
        await walk.press("l", "b")
        assert walk.screen.how.base == "afp"
        assert "AFP agencies (base)" in seen(walk.app)
        await walk.press("}", "}", "}")
        assert "Small base near al-Bukamal taken" in seen(walk.app)
        assert walk.screen.how.base == "afp"
        await walk.press("escape")
        assert isinstance(walk.screen, TimelineScreen)
        assert walk.at == "base"


async def test_compare_hides_what_agrees():
    async with Walking() as walk:
        await walk.press("j", "enter")
        assert "\n = when" in seen(walk.app)
        await walk.press("v")
        assert "\n = when" not in seen(walk.app)
        assert "≠ target" in seen(walk.app)


async def test_picked_sources_alone_are_compared():
    async with Walking() as walk:
        await walk.press("j", "j", "j", "j", "c", "l", "l", "c", "2")
        assert walk.timeline.state.picks == ("dw", "ucdp")
        assert "picked sources only" in seen(walk.app)
        await walk.press("C")
        assert "picked sources only" not in seen(walk.app)


async def test_why_gives_reason_quotes_and_locators():
    async with Walking() as walk:
        await walk.press("p")
        assert isinstance(walk.screen, WhyScreen)
        await walk.press("q")
        await walk.press("tab", "h", "h", "h")
        await walk.press("p")
        shown = seen(walk.app)
        assert "UCDP:" in shown
        assert '"fully liberated"' in shown
        assert "para 8" in shown
        assert "core  Sun 26 Jun" in shown
        await walk.press("G", "escape")
        assert isinstance(walk.screen, TimelineScreen)


async def test_q_and_escape_go_one_step_from_the_reasons_over_a_comparison():
    async with Walking() as walk:
        await walk.press("enter", "p", "escape")
        assert isinstance(walk.screen, CompareScreen)
        await walk.press("p", "q")
        assert isinstance(walk.screen, CompareScreen)
        await walk.press("q", "p", "q")
        assert isinstance(walk.screen, TimelineScreen)
        await walk.press("q")
        assert walk.app.return_value == 0


async def test_discrepancies_lead_to_the_event_and_the_field():
    async with Walking() as walk:
        await walk.press("3")
        assert isinstance(walk.screen, DiscrepanciesScreen)
        assert "Discrepancies 3" in seen(walk.app)
        await walk.press("j", "p")
        assert isinstance(walk.screen, WhyScreen)
        await walk.press("escape", "enter")
        assert (walk.at, walk.timeline.state.spot) == ("beheading", "figures.killed")


async def test_discrepancies_of_one_kind_and_what_is_compatible():
    async with Walking() as walk:
        await walk.press("3", "f")
        assert "kind: internal" in seen(walk.app)
        await walk.press("f", "f", "f", "tab")
        assert "more exact" in seen(walk.app)
        await walk.press("G", "q")
        assert isinstance(walk.screen, TimelineScreen)


async def test_views_are_one_key_apart():
    async with Walking() as walk:
        await walk.press("j", "2", "3")
        assert isinstance(walk.screen, DiscrepanciesScreen)
        await walk.press("j", "2")
        assert isinstance(walk.screen, CompareScreen)
        assert walk.screen.state.spot == "figures.killed"
        await walk.press("1")
        assert isinstance(walk.screen, TimelineScreen)
        assert walk.at == "beheading"


async def test_an_actor_is_picked_by_typing_an_alias():
    async with Walking() as walk:
        await walk.press("a")
        assert isinstance(walk.screen, ActorsScreen)
        await walk.press(*typed("nsa"), "enter")
        assert walk.timeline.state.keep == Filter(actors=("New Syrian Army",))
        assert 'actor:"New Syrian Army"  1 of 10 events' in seen(walk.app)
        await walk.press("F")
        assert 'all events  filter off: actor:"New Syrian Army"' in seen(walk.app)
        await walk.press("F")
        assert "1 of 10 events" in seen(walk.app)
        await walk.press("backspace")
        assert walk.timeline.state.keep.is_empty
        assert walk.at == "offensive"


async def test_an_actor_picked_again_is_let_go():
    async with Walking() as walk:
        await walk.press("a", *typed("sdf"), "escape")
        assert walk.timeline.state.keep.is_empty
        await walk.press("a", *typed("syrian d"), "enter", "a", *typed("syrian d"), "enter")
        assert walk.timeline.state.keep.is_empty


async def test_words_are_found_marked_and_walked():
    async with Walking() as walk:
        await walk.press("/", *typed("killed"), "enter")
        assert "/killed 3 hits" in seen(walk.app)
        assert walk.at == "base"
        await walk.press("n")
        assert walk.at == "beheading"
        await walk.press("N")
        assert walk.at == "base"


async def test_words_that_are_nowhere_are_told():
    async with Walking() as walk:
        await walk.press("/", *typed("zzz"), "enter")
        assert walk.at == "fallujah"
        assert "nothing has the words zzz" in seen(walk.app)


async def test_a_date_or_an_event_id_leads_there():
    async with Walking() as walk:
        await walk.press("t", *typed("toll"), "enter")
        assert walk.at == "toll"
        await walk.press("t", *typed("2016-06-28"), "enter")
        assert walk.at == "offensive"
        await walk.press("t", *typed("soon"), "enter")
        assert walk.at == "offensive"
        await walk.press("d")
        assert walk.at == "warning"
        await walk.press("D")
        assert walk.at == "offensive"


async def test_times_are_shown_four_ways():
    async with Walking() as walk:
        for clock, words in (
            (Clock.UTC, "(UTC)"),
            (Clock.RELATIVE, "+2 d"),
            (Clock.WRITTEN, "Sunday / at the"),
            (Clock.LOCAL, "Sun 26 Jun"),
        ):
            await walk.press("T")
            assert walk.timeline.state.clock is clock
            assert words in seen(walk.app)


async def test_lines_strip_and_theme():
    async with Walking() as walk:
        await walk.press("w")
        assert walk.timeline.state.height == 1
        assert "26 Jun" in seen(walk.app)
        await walk.press("w", "w", "i")
        assert not walk.app.screen.query_one("#strip").display
        await walk.press("f2")
        assert walk.app.theme == "rashomon-dusk"


async def test_panes_are_put_away_moved_and_made_wider():
    async with Walking() as walk:
        await walk.press("l", ">", ">")
        plan = walk.timeline.plan()
        assert plan.widths[1] > plan.widths[0]
        await walk.press("<", "<", "(")
        assert [pane.siglum for pane in walk.timeline.panes] == ["AFP", "DW", "UCDP"]
        assert walk.timeline.panes[walk.timeline.state.pane].siglum == "AFP"
        await walk.press(")", "H")
        assert "AFP  agencies" not in seen(walk.app)
        assert "1 pane put away" in seen(walk.app)
        walk.app.read_files()
        await walk.drawn()
        assert "AFP  agencies" not in seen(walk.app)
        await walk.press("H", "H")
        assert "the last pane stays" in seen(walk.app)
        await walk.press("5", "1", "B", "j", "enter")
        assert [pane.siglum for pane in walk.timeline.panes] == ["DW", "AFP"]
        await walk.press("B")
        assert [pane.siglum for pane in walk.timeline.panes] == ["DW", "AFP", "UCDP"]
        await walk.press("B")
        assert "no pane is put away" in seen(walk.app)
        await walk.press("H", "H", "B", "enter")
        assert [pane.siglum for pane in walk.timeline.panes] == ["DW", "AFP", "UCDP"]


async def test_panes_are_readings_of_the_selected_field():
    async with Walking() as walk:
        await walk.press("|")
        assert "panes by reading" in seen(walk.app)
        first = [pane.siglum for pane in walk.timeline.panes]
        await walk.press("]")
        row, here = walk.timeline.row, walk.timeline.panes
        assert [pane.siglum for pane in here] != first
        given = sorted(report.id for pane in here for report in pane.reports(row))
        assert given == sorted(report.id for report in row.reports)
        await walk.press("H", "B", ")")
        assert "panes by reading come and go with the event" in seen(walk.app)
        await walk.press("|")
        assert "panes by publisher" in seen(walk.app)
        await walk.press("|")
        assert walk.timeline.panes == walk.timeline.scene.panes


@pytest.mark.parametrize("part", ["#heads", "#body"])
async def test_a_wall_between_panes_is_drawn_aside_with_the_mouse(part):
    async with Walking() as walk:
        plan = walk.timeline.plan()
        wall = plan.gutter + plan.widths[0] + 1
        await walk.pilot.mouse_down(part, offset=(wall, 1))
        await walk.pilot.mouse_up(part, offset=(wall + 12, 1))
        await walk.drawn()
        wider = walk.timeline.plan()
        assert abs(wider.widths[0] - plan.widths[0] - 12) <= 4
        assert sum(wider.widths) == sum(plan.widths)
        await walk.pilot.mouse_down(part, offset=(5, 1))
        await walk.pilot.mouse_up(part, offset=(40, 1))
        await walk.drawn()
        assert walk.timeline.plan().widths == wider.widths


@pytest.mark.parametrize("part", ["#heads", "#body"])
async def test_the_wall_before_the_first_pane_is_drawn_aside_with_the_mouse(part):
    async with Walking() as walk:
        before = walk.timeline.plan()
        widths = []
        for start, end in ((before.gutter, before.gutter + 9), (before.gutter + 9, 4), (12, 110), (5, 40)):
            await walk.pilot.mouse_down(part, offset=(start, 1))
            await walk.pilot.mouse_up(part, offset=(end, 1))
            await walk.drawn()
            plan = walk.timeline.plan()
            assert plan.gutter + sum(plan.widths) + len(plan.widths) == plan.width
            widths.append(plan.gutter)
        assert widths == [before.gutter + 9, 12, before.gutter + 30, before.gutter + 30]


async def test_the_scale_of_time_is_chosen():
    async with Walking() as walk:
        await walk.press("j", "z", "+")
        assert "one cell an hour" in seen(walk.app)
        await walk.press("z")
        assert "there is no finer scale" in seen(walk.app)
        await walk.press("Z")
        assert "one cell a day" in seen(walk.app)
        assert "Jun 2016" in seen(walk.app)
        await walk.press(*"Z---")
        assert walk.timeline.state.zoom is None
        await walk.press("-")
        assert "there is no coarser scale" in seen(walk.app)


async def test_problems_are_one_key_away():
    async with Walking() as walk:
        assert "1 problem (P)" in seen(walk.app)
        await walk.press("P")
        assert isinstance(walk.screen, ProblemsScreen)
        shown = seen(walk.app)
        assert "dw.toml:14" in shown
        assert "Nearest: figures" in shown
        await walk.press("j", "q")
        assert isinstance(walk.screen, TimelineScreen)


async def test_keys_of_the_view_are_shown():
    async with Walking() as walk:
        await walk.press("f1")
        assert isinstance(walk.screen, KeysScreen)
        assert "no words are looked for" in seen(walk.app) or await walk.press("G")


async def test_what_cannot_be_done_says_why():
    async with Walking() as walk:
        await walk.press("n")
        assert "no words are looked for; press /" in seen(walk.app)


async def test_the_palette_begins_with_the_views():
    async with Walking() as walk:
        await walk.press(":")
        shown = await walk.shows(
            "an action, an event, a source or an actor", "timeline          1 ", "compare           2 "
        )
        assert "Next row" not in shown


async def test_the_palette_finds_an_actor():
    async with Walking() as walk:
        await walk.press(":", *typed("syrian army"), "enter")
        await walk.drawn()
        assert walk.timeline.state.keep == Filter(actors=("New Syrian Army",))


async def test_the_mouse_selects_rows_panes_heads_bars_and_fields():
    async with Walking() as walk:
        await walk.pilot.click("#body", offset=(60, 4))
        await walk.drawn()
        assert (walk.at, walk.timeline.state.pane) == ("offensive", 1)
        await walk.pilot.click("#heads", offset=(30, 0))
        await walk.drawn()
        assert walk.timeline.state.pane == 0
        await walk.pilot.click("#foot", offset=(3, 1))
        await walk.drawn()
        assert walk.timeline.state.spot == "when"
        await walk.pilot.click("#strip", offset=(3, 0))
        await walk.drawn()
        assert walk.at == "seizure"
        await walk.pilot.click("#footer", offset=(4, 0))
        await walk.drawn()
        assert isinstance(walk.screen, CompareScreen)


async def test_a_filter_that_lets_nothing_pass_says_so():
    async with Walking(keep=Filter(actors=("Nobody",))) as walk:
        await walk.shows("Nothing passes the filter.")
        await walk.press("j", "enter", "]", "p", "backspace")
        assert walk.at == "fallujah"


async def test_a_dossier_without_events_says_so():
    async with Walking(lambda: FakeStore(events=(), sources=())) as walk:
        assert "This dossier holds no event." in seen(walk.app)
        await walk.press("j", "l", "]", "s", "c", "T", "w", "enter", "3", "q")
        assert isinstance(walk.screen, TimelineScreen)


async def test_nothing_is_painted_while_nothing_happens(monkeypatch):
    async with Walking() as walk:
        painted = []
        monkeypatch.setattr(type(walk.app), "_display", lambda *_: painted.append(1))
        await asyncio.sleep(0.5)
        assert painted == []


async def test_a_million_events_are_as_instant_as_twenty():
    asked = []

    class Counting(ManyEvents):
        def page(self, keep, start, count):
            asked.append(count)
            return super().page(keep, start, count)

    async with Walking(Counting) as walk:
        await walk.press("G", "g", "ctrl+d", "j")
        assert walk.timeline.state.rows.count == 1_000_000
        assert max(asked) < 20


async def test_a_dossier_that_cannot_be_opened_says_why_and_leaves_with_2():
    def fail():
        raise CannotOpen("cannot open x.toml: no such file", hint="give a folder")

    async with Walking(fail) as walk:
        assert isinstance(walk.screen, OpeningScreen)
        assert "cannot open x.toml: no such file" in seen(walk.app)
        assert "give a folder" in seen(walk.app)
        await walk.press("q")
        assert walk.app.return_code == 2 or walk.app.return_value == 2


async def test_where_no_dossier_is_open_every_key_is_answered_and_only_q_leaves():
    def fail():
        raise CannotOpen("folder holds no .toml file", hint="`rashomon new folder` writes one")

    async with Walking(fail, size=(80, 24)) as walk:
        await walk.shows("folder holds no .toml file", "`rashomon new folder` writes one", "q leaves · ? keys")
        await walk.press("escape", "escape")
        assert (walk.app.is_running, walk.app.return_value, walk.told()) == (True, None, "q leaves")
        await walk.press("3")
        assert walk.told() == "no dossier is open · q leaves · ? keys"
        for help_key, away in [("?", "?"), ("f1", "escape")]:
            await walk.press(help_key)
            await walk.shows("folder holds no .toml file", *FAILED_KEYS.split("\n"))
            await walk.press(away)
            shown = await walk.shows("q leaves · ? keys")
            assert "these keys" not in shown
        assert walk.app.is_running
        await walk.press("q")
    assert walk.app.return_value == 2


@pytest.mark.parametrize(("key", "code"), [("q", 0), ("ctrl+c", 130), ("ctrl+q", 130)])
async def test_leaving(key, code):
    async with Walking() as walk:
        await walk.press(key)
        assert walk.app.return_value == code


@pytest.mark.parametrize("size", [(20, 6), (60, 16), (300, 80)])
async def test_every_size_is_drawn(size):
    async with Walking(size=size) as walk:
        await walk.press("j", "]", "enter", "v", "p", "escape", "q", "3", "tab", "q", "a", "escape", "P", "q", "w", "w")
        assert isinstance(walk.screen, TimelineScreen)


async def test_where_there_is_no_room_the_selected_event_stands_alone_until_there_is():
    async with Walking(size=(20, 5)) as walk:
        assert "36×10 shows panes" in seen(walk.app)
        assert "4/10 26 Jun" in seen(walk.app)
        await walk.press("j")
        assert "5/10 28 Jun" in seen(walk.app)
        await walk.pilot.resize_terminal(80, 24)
        await walk.shows("Tue 28 Jun", "WHEN", "keys")
        await walk.pilot.resize_terminal(40, 12)
        await walk.shows("28 Jun", "WHEN", "Enter open")
        await walk.pilot.resize_terminal(30, 24)
        await walk.shows("36×10 shows panes")


async def test_reading_again_keeps_event_and_view():
    stores = []

    def store():
        stores.append(FakeStore(EVENTS if not stores else EVENTS[3:]))
        return stores[-1]

    async with Walking(store) as walk:
        await walk.press("G", "enter")
        walk.app.read_files()
        await walk.drawn()
        assert isinstance(walk.screen, CompareScreen)
        assert "event 7 of 7" in seen(walk.app)
        async with asyncio.timeout(20):  # a thread that still asks it is waited for
            while not stores[0].closed:
                await walk.pilot.pause(0.05)
        await walk.press("q")
        assert walk.at == "toll"
        assert "all 7 events" in seen(walk.app)
