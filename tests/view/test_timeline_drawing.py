from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fake_store import EVENTS, PROBLEMS, SOURCES, ZONE, FakeStore
from tui.core.answers import DensityBar
from tui.core.filters import EVERYTHING, Filter
from tui.core.model import Report
from tui.view.cells import Cell, account, cell, fitted
from tui.view.clocks import Clock
from tui.view.density import density
from tui.view.foot import foot
from tui.view.glyphs import ASCII, UNICODE
from tui.view.gutter import bar, label, scale_of
from tui.view.header import filter_line, passing_line, title_line
from tui.view.heads import heads
from tui.view.layouts import layout, offered
from tui.view.marks import spot_for, spots, worst_first
from tui.view.panes import by_publisher, separate
from tui.view.roles import ROLES
from tui.view.scene import Scene
from tui.view.spans import Span, text_of, width
from tui.view.state import TimelineState
from tui.view.timeline import bands, body

STORE = FakeStore()
PANES = separate(SOURCES)
DW, AFP, UCDP = PANES
SCENE = Scene(summary=STORE.summary(), sources=SOURCES, panes=PANES, publishers=by_publisher(SOURCES), home_year=2016)
PLAIN = replace(SCENE, glyphs=ASCII)


def event(identity: str):
    return next(row for row in EVENTS if row.verdict.id == identity)


def drawn(state: TimelineState, size: int, lines: int, scene: Scene = SCENE):
    state = state.resized(lines)
    rows = STORE.page(EVERYTHING, state.rows.top, state.rows.page + 1)
    plan = layout(state, offered(state, rows, PANES, size), size)
    return (
        plan,
        heads(state, plan, scene, rows),
        body(bands(state, rows, plan, scene, lines), state, plan, scene, lines),
    )


STATE = TimelineState().stocked(panes=3, count=len(EVENTS))


@settings(max_examples=60, deadline=None)
@given(
    st.integers(40, 220),
    st.integers(1, 50),
    st.integers(0, 9),
    st.sampled_from([3, 1, 6]),
    st.booleans(),
    st.sampled_from(Clock),
    st.booleans(),
)
def test_every_line_has_the_width_of_the_screen(size, lines, cursor, height, solo, clock, ascii_only):
    state = replace(STATE, height=height, solo=solo, clock=clock).to(cursor)
    plan, above, below = drawn(state, size, lines, PLAIN if ascii_only else SCENE)
    assert {width(line) for line in (*above, *below.lines)} == {size}
    assert plan.gutter + sum(plan.widths) + len(plan.widths) == size
    assert len(below.lines) <= lines


@pytest.mark.parametrize("size", [80, 120, 200])
def test_ascii_draws_nothing_beyond_ascii_but_the_sources_words(size):
    _, above, below = drawn(replace(STATE, search="base"), size, 30, PLAIN)
    shown = "".join(text_of(line) for line in (*above, *below.lines))
    assert {char for char in shown if not char.isascii()} <= {"…"}  # the app's filter replaces it


def test_roles_are_all_declared():
    _, above, below = drawn(STATE, 120, 40)
    below_foot = foot(event("base"), STATE, SCENE, size=120, lines=9)
    used = {word for line in (*above, *below.lines, *below_foot) for span in line for word in span.role.split()}
    assert used <= ROLES


def test_a_cell_marks_the_value_that_differs_and_adds_what_the_words_do_not_hold():
    assert cell(event("fallujah"), DW, UNICODE) == Cell(
        (Span("Last pocket of IS resistance in "), Span("Fallujah", "value precision"), Span(" cleared out.")),
        (Span("⟨Sunday⟩", "value precision"),),
    )


def test_where_there_is_no_room_the_words_give_way_and_the_values_stay():
    told = Cell(
        (Span("Shells on the regime-held western neighbourhoods of the city."),),
        (Span("⟨killed five⟩", "value conflict"),),
    )
    assert [text_of(line) for line in fitted(told, 20, 3)] == ["Shells on the", "regime-held western…", "⟨killed five⟩"]
    assert [text_of(line) for line in fitted(told, 80, 3)] == [
        "Shells on the regime-held western neighbourhoods of the city. ⟨killed five⟩"
    ]


def test_absent_is_blank_and_earlier_says_so():
    assert cell(event("fallujah"), UCDP, UNICODE) == Cell()
    row = event("fallujah")
    row = replace(row, verdict=replace(row.verdict, earlier=("ucdp",)))
    assert cell(row, UCDP, UNICODE) == Cell((Span("earlier", "faint"),))


def test_a_row_of_a_data_set_is_told_by_its_figures_and_places():
    coded = Report(id="r", source="ucdp", figures=(("killed", "3–5"), ("wounded", "2")), where=("Aleppo", "Syria"))
    told, _ = account(coded, EVENTS[0], UNICODE)
    assert text_of(told) == "3–5 killed, 2 wounded, Aleppo, Syria"


def test_a_report_without_words_is_silent():
    row = replace(event("fallujah"), reports=(Report(id="dw/x", source="dw"),))
    assert cell(row, DW, UNICODE) == Cell((Span("·", "faint"),))


def test_markup_and_escapes_in_a_source_are_shown_as_text():
    report = Report(id="dw/x", source="dw", what="[red]x[/] \x1b[31m \u202eevil")
    assert text_of(account(report, event("toll"), UNICODE)[0]) == "[red]x[/] ␛[31m ‹RLO›evil"


@pytest.mark.parametrize(
    ("identity", "drawing"),
    [("fallujah", "├┤       "), ("warning", "   ┄┄┤   "), ("base", "    ┄┄┤  "), ("toll", "      ├┤ ")],
)
def test_bars_stand_on_one_scale(identity, drawing):
    rows = tuple(event(name) for name in ("fallujah", "offensive", "warning", "base", "toll"))
    assert len(bar(event(identity), scale_of(rows), 9, UNICODE)) == 9
    assert bar(event(identity), scale_of(rows), 9, UNICODE).strip()[-1] == drawing.strip()[-1]


def test_an_event_without_time_has_no_bar_and_about_is_told():
    row = replace(event("toll"), earliest=None, latest=None)
    assert bar(row, scale_of((event("toll"),)), 9, UNICODE) == " " * 9
    about = replace(event("toll"), reports=(Report(id="dw/x", source="dw", when="around Wednesday"),))
    assert "~" in bar(about, scale_of((about, event("fallujah"), event("beheading"))), 12, UNICODE)


def test_what_has_no_time_follows_an_event_by_its_title_on_every_clock():
    lone = Report(id="dw/x", source="dw", after=("toll",))
    row = replace(event("toll"), earliest=None, latest=None, reports=(lone,))
    for clock in Clock:
        told = label(
            row, clock=clock, zone=ZONE, home_year=2016, base=event("base"), short=False, titles={"toll": "The toll"}
        )
        assert told == "after The toll"
    timed = {
        clock: label(event("toll"), clock=clock, zone=ZONE, home_year=2016, base=row, short=False)
        for clock in (Clock.LOCAL, Clock.RELATIVE)
    }
    assert timed[Clock.LOCAL] == timed[Clock.RELATIVE]


def test_of_alike_marks_that_beyond_doubt_and_the_widest_comes_first():
    row = event("base")
    outcome = next(field for field in row.verdict.fields if field.field == "claims.outcome")
    sizes = {"a": (1.0, False), "b": (30.0, False), "c": (99.0, True), "d": (26.0, False)}
    fields = tuple(replace(outcome, field=f"claims.{n}", size=s, doubtful=d) for n, (s, d) in sizes.items())
    row = replace(row, verdict=replace(row.verdict, findings=(), fields=fields))
    assert [spot.key for spot in worst_first(row)] == ["claims.b", "claims.d", "claims.a", "claims.c"]


def test_marks_come_worst_first_and_agreement_has_none():
    assert [spot.key for spot in worst_first(event("base"))] == ["finding:0", "claims.outcome", "when"]
    assert [spot.key for spot in spots(event("base"))] == ["finding:0", "when", "figures.killed", "claims.outcome"]
    assert [spot.mark.word for spot in worst_first(event("offensive"))] == [
        "worded differently",
        *["named differently"] * 3,
    ]


def test_the_selected_field_stands_else_the_worst():
    assert spot_for(event("beheading"), None).key == "figures.killed"
    assert spot_for(event("beheading"), "when").key == "when"
    assert spot_for(event("beheading"), "gone").key == "figures.killed"
    assert spot_for(event("warning"), None) is None


def test_the_foot_spells_out_the_conflict():
    lines = [text_of(line).rstrip() for line in foot(event("beheading"), STATE, SCENE, size=100, lines=5)]
    assert lines[1:4] == [
        " when =   killed ✗",
        ' ✗ conflict  figures.killed  28 deaths apart  "12" UCDP  │  "at least 40" DW',
        ' 12 is exact and "at least 40" begins at 40: no number is both.',
    ]


WHEN = ' = when  "2016-06-29 / Wednesday" DW UCDP 1 origin'
BEHEADING = [
    " UCDP para 2: IS beheaded captured fighters; 12 killed.",
    " DW para 2: At least 40 fighters were executed in the town square.",
]


@pytest.mark.parametrize(
    ("reports", "lines", "more"),
    [
        (2, 5, [WHEN]),
        (2, 6, BEHEADING),
        (2, 8, [*BEHEADING, WHEN, ""]),
        (9, 5, [WHEN]),
        (9, 7, [*BEHEADING, " and 7 more accounts"]),
    ],
)
def test_what_room_the_foot_has_left_holds_the_passages_relied_on_and_what_else_is_given(reports, lines, more):
    row = event("beheading")
    row = replace(
        row, reports=(*row.reports, *(replace(row.reports[1], id=f"dw/{n}", claims=()) for n in range(reports - 2)))
    )
    drawn = [text_of(line).rstrip() for line in foot(row, STATE, SCENE, size=100, lines=lines)]
    assert (drawn[4:], len(drawn)) == (more, lines)


def test_the_foot_of_a_finding_names_the_parts_of_the_source():
    told = " ".join(text_of(line) for line in foot(event("base"), STATE, SCENE, size=120, lines=7))
    assert '"advance" DW headline' in told
    assert '"retreat" DW lead' in told
    assert "one source says both" in told


@given(st.integers(1, 200), st.integers(0, 9))
@settings(max_examples=40, deadline=None)
def test_the_strip_fits_and_shows_where_one_stands(size, cursor):
    line = density(STORE.density(EVERYTHING), cursor=cursor, zone=ZONE, size=size, glyphs=UNICODE, home_year=2016)
    assert width(line) <= size


def test_the_foot_of_a_finding_about_a_row_without_words_quotes_nothing():
    row = event("base")
    silent = tuple(replace(report, quote="", what="", claims=()) for report in row.reports)
    told = " ".join(text_of(line) for line in foot(replace(row, reports=silent), STATE, SCENE, size=120, lines=7))
    assert '""' not in told
    assert "DW headline" in told


def test_the_strip_names_days_and_skips_quiet_ones():
    line = density(STORE.density(EVERYTHING)[-3:], cursor=9, zone=ZONE, size=80, glyphs=UNICODE, home_year=2016)
    assert text_of(line) == "26 Jun ▃ · 28█ 29█"


def test_the_filter_line_always_says_what_passes():
    state = replace(STATE, keep=Filter(actors=("Islamic State",))).kept(Filter(actors=("Islamic State",)), 3)
    assert text_of(filter_line(STATE, SCENE, 60)).split() == ["all", "10", "events", "Damascus", "time"]
    assert text_of(filter_line(state, SCENE, 60)).startswith(' actor:"Islamic State"  3 of 10 events')
    assert text_of(filter_line(state, SCENE, 42)).rstrip() == ' actor:"Islamic State"  3 of 10 events'
    assert text_of(filter_line(state, SCENE, 80)).endswith("  Damascus time  F filter off ")
    found = replace(state, search="base", hits=2)
    assert text_of(filter_line(found, SCENE, 56)) == ' actor:"Islamic State"  3 of 10 events     /base 2 hits '


LONG = Filter(actors=("Islamic State",), places=("Jayrud", "Aleppo"), verdicts=("conflict",))


@pytest.mark.parametrize("line", [filter_line, lambda *of: passing_line(of[0], of[1], "discrepancies", of[2])])
def test_how_many_pass_a_long_filter_stands_at_any_width(line):
    state = STATE.kept(LONG, 3)
    assert text_of(line(state, SCENE, 50)).rstrip() == ' actor:"Islamic State" place:Ja…  3 of 10 events'


@pytest.mark.parametrize(
    ("keep", "held", "applied", "told"),
    [
        (Filter(places=("Jayrud",)), Filter(), True, " place:Jayrud  3 of 10 events  F filter off"),
        (Filter(places=("Jayrud",)), Filter(), False, " place:Jayrud  3 of 10 events  F filter off    not applied in this view"),
        (Filter(), Filter(places=("Jayrud",)), True, " all events  filter off: place:Jayrud  F filter on"),
    ],
)  # fmt: skip
def test_a_view_over_the_timeline_says_what_passes(keep, held, applied, told):
    state = STATE.kept(keep, 3).holding(held)
    assert text_of(passing_line(state, SCENE, "cast", 72, applied=applied)).rstrip() == told


def test_the_title_keeps_what_matters_most_on_a_narrow_screen():
    assert text_of(title_line(SCENE, 140)).endswith(
        "3 sources · 10 events · 18 reports / 4–9 origins · 3 contested · 1 problem (P) "
    )
    assert text_of(title_line(SCENE, 70)).endswith("3 contested · 1 problem (P) ")
    assert len(PROBLEMS) == 2


def test_more_panes_than_fit_are_those_that_speak_in_view():
    many = tuple(replace(SOURCES[0], id=f"s{i}", siglum=f"S{i}") for i in range(20))
    sources = separate((*many, *SOURCES))
    state = TimelineState().stocked(panes=23, count=10)
    assert offered(state, EVENTS[3:5], sources, 120) == (20, 21)
    assert offered(state, (), sources, 120) == tuple(range(23))
    crowd = tuple(replace(SOURCES[0], id=f"s{n}") for n in range(20))
    told = replace(EVENTS[3], reports=tuple(replace(EVENTS[3].reports[0], source=f"s{n}") for n in range(0, 20, 2)))
    many = separate((*crowd, *SOURCES))
    assert offered(state, (told, EVENTS[4]), many, 120) == tuple(range(0, 20, 2))
    few = tuple(index for index, pane in enumerate(many) if pane.reports(EVENTS[4]))
    assert offered(state, (EVENTS[4], told), many, 80) == (*range(0, 2 * (9 - len(few)), 2), *few)
    assert offered(state.on_pane(20).soloed(), EVENTS, sources, 120) == (20,)
    assert layout(state.on_pane(22), (18, 19, 20, 21, 22), 120).shown == (19, 20, 21, 22)


def test_a_source_that_stands_in_two_panes_speaks_in_both():
    crowd = tuple(replace(SOURCES[0], id=f"s{n}") for n in range(20))
    panes = (*separate(crowd), replace(PANES[0], key="twice"), *PANES)
    told = replace(EVENTS[3], reports=(replace(EVENTS[3].reports[0], source=PANES[0].sources[0].id),))
    assert offered(TimelineState().stocked(panes=24, count=10), (told,), panes, 120) == (20, 21)


def test_sources_stand_in_the_order_of_their_panes_whoever_asks():
    assert SCENE.among([SOURCES[2].id, "nobody", SOURCES[0].id, SOURCES[2].id]) == (SOURCES[0], SOURCES[2])


def test_the_selected_pane_keeps_its_place_while_it_speaks():
    state = replace(STATE, panes=23).on_pane(20).at_slot(2)
    assert layout(state, tuple(range(23)), 120).shown == (18, 19, 20, 21)
    assert layout(state, (3, 4, 5, 20, 21, 22), 120).shown == (4, 5, 20, 21)
    assert layout(state, (20, 21, 22), 120).shown == (20, 21, 22)
    assert layout(state, (3, 4, 5, 21), 120).shown == (3, 4, 5, 21)


def test_a_row_whose_pane_is_out_of_sight_is_told_by_another_and_says_what_it_is():
    many = tuple(replace(SOURCES[0], id=f"s{i}", siglum=f"S{i}") for i in range(20))
    panes = separate((*many, *SOURCES))
    scene = replace(SCENE, sources=(*many, *SOURCES), panes=panes)
    state = TimelineState().stocked(panes=23, count=len(EVENTS)).resized(30)
    plan = layout(state, tuple(range(23)), 120)
    told = [text_of(line) for lines, _ in bands(state, (event("beheading"),), plan, scene, 3) for line in lines]
    assert "│ elsewhere DW: " in told[0]
    assert event("beheading").verdict.title[:20] in told[2]
    assert "23 panes" not in text_of(heads(state, plan, scene, EVENTS)[1])
    fewer = layout(state, (1, 2), 120)
    assert "2 of 23 panes speak" in text_of(heads(state, fewer, scene, EVENTS)[1])
    some = layout(state, tuple(range(7)), 120)
    assert "‹0 7 of 23 speak 3›" in text_of(heads(state, some, scene, EVENTS)[1])


def test_where_the_selected_pane_is_out_of_sight_the_one_in_its_place_looks_selected():
    state = TimelineState().stocked(panes=9, count=3).on_pane(7).at_slot(1)
    plan = layout(state, (0, 2, 4), 120)
    assert plan.shown == (0, 2, 4)
    assert plan.selected == 2
    assert layout(state.on_pane(4), (0, 2, 4), 120).selected == 4
    assert layout(state.on_pane(7), (0, 2, 4), 80).selected == 0
    assert layout(state, (), 120).selected == 7


def test_a_month_has_its_year_where_the_label_before_is_of_another():
    day = 86_400
    starts = [1388534400, 1388534400 + 31 * day, 1451606400, 1451606400 + 31 * day]
    bars = tuple(DensityBar(start=at, end=at + day, position=n, events=1, contested=0) for n, at in enumerate(starts))
    line = text_of(density(bars, cursor=0, zone="UTC", size=40, glyphs=UNICODE, home_year=2016))
    assert [word for word in line.split() if word[0].isalnum()] == ["Jan", "2014", "Feb", "Jan", "2016", "Feb"]
