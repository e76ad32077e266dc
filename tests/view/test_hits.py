"""The words looked for, wherever they stand on the screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fake_store import EVENTS, SOURCES, FakeStore
from tui.core.filters import EVERYTHING
from tui.view.clocks import Clock
from tui.view.comparison import Comparison, blocks
from tui.view.foot import foot
from tui.view.header import event_line
from tui.view.hits import marked
from tui.view.layouts import layout, offered
from tui.view.others import elsewhere, others_line
from tui.view.panes import by_publisher, separate
from tui.view.proposals import Proposal
from tui.view.scene import Scene
from tui.view.spans import Line, Span, text_of
from tui.view.state import TimelineState
from tui.view.timeline import bands
from tui.view.tiny import tiny

STORE = FakeStore()
PANES = separate(SOURCES)
SCENE = Scene(summary=STORE.summary(), sources=SOURCES, panes=PANES, publishers=by_publisher(SOURCES), home_year=2016)
STATE = TimelineState().stocked(panes=3, count=len(EVENTS))
OFFENSIVE = next(row for row in EVENTS if row.verdict.id == "offensive")


def hits(lines: tuple[Line, ...]) -> list[tuple[str, str]]:
    """The first word of each line with a hit, and what is marked in it."""
    found = [
        (text_of(line).split()[0], [span.text for span in line if "hit" in span.role.split()])
        for line in lines
        if text_of(line).strip()
    ]
    return [(first, " ".join(words)) for first, words in found if words]


def test_hits_are_marked_across_spans():
    line = (Span("a small "), Span("base", "value"), Span(" fell"))
    assert marked(line, "small BASE fe") == (
        Span("a "),
        Span("small", "hit"),
        Span(" "),
        Span("base", "value hit"),
        Span(" "),
        Span("fe", "hit"),
        Span("ll"),
    )


def in_foot(state: TimelineState, **shown) -> list[tuple[str, str]]:
    return hits(foot(OFFENSIVE, state, SCENE, size=120, **{"lines": 9, **shown}))


def in_gutters(state: TimelineState) -> list[tuple[str, str]]:
    """Of the events, cut off where the first pane begins."""
    state = state.resized(60)
    rows = STORE.page(EVERYTHING, 0, 10)
    plan = layout(state, offered(state, rows, PANES, 100), 100)
    drawn = [line for band, _ in bands(state, rows, plan, SCENE, 60) for line in band]
    wall = Span(SCENE.glyphs.wall, "rule")
    return hits(tuple(line[: line.index(wall)] if wall in line else () for line in drawn))


@pytest.mark.parametrize("words", ["bukamal", "Al-Bukamāl", "AL BUKAMAL", "البوكمال al-bukamal"])
def test_titles_in_the_gutter_are_marked_through_the_folding_of_the_search(words):
    assert in_gutters(replace(STATE, height=6, search=words)) == [
        ("▌IS", "Bukamal"),
        ("the", "Bukamal"),
        ("al-Bukamal", "Bukamal"),
        ("al-Bukamal", "Bukamal"),
    ]


@pytest.mark.parametrize(
    ("clock", "height", "told"),
    [
        (Clock.LOCAL, 3, []),  # "Tue 28 Jun": our words, in which nothing is looked for
        (Clock.LOCAL, 1, []),
        (Clock.WRITTEN, 3, [("Tuesday", "Tue"), ("[Tuesday]", "Tue")]),
        (Clock.WRITTEN, 1, [("Tuesday", "Tue"), ("[Tuesday]…", "Tue")]),
    ],
)
def test_a_time_is_marked_where_it_stands_as_reports_write_it(clock, height, told):
    assert in_gutters(replace(STATE, height=height, clock=clock, search="tue")) == told


def test_the_foot_marks_title_readings_and_who_says_them_and_no_names_of_fields():
    assert in_foot(replace(STATE, search="bukamal")) == [("──", "Bukamal"), ("≠", "Bukamal"), ("~", "Bukamal")]
    assert in_foot(replace(STATE, search="Kamāl saloum")) == [
        ("≠", "Saloum"),
        ("~", "Kamal Saloum"),
        ("~", "Saloum"),
        ("~", "Saloum Saloum"),
        ("=", "Saloum"),
    ]
    assert in_foot(replace(STATE, search="where target attacker")) == []


def test_the_foot_marks_the_words_of_passages_and_findings():
    assert in_foot(replace(STATE, search="cover rout"), lines=12)[1:] == [("DW", "cover"), ("AFP", "rout")]
    base = next(row for row in EVENTS if row.verdict.id == "base")
    assert hits(foot(base, replace(STATE, search="taken retreat"), SCENE, size=200, lines=4)) == [
        ("──", "taken"),
        ("⇅", "retreat"),
        ("The", "retreat"),
    ]


def test_the_foot_marks_the_event_that_is_proposed():
    unplaced = replace(OFFENSIVE, placed=False)
    proposed = (Proposal("dw/1", "raids-on-al-bukamal", 0.9),)
    drawn = foot(unplaced, replace(STATE, search="bukamal"), SCENE, size=120, lines=3, proposed=proposed)
    assert hits(drawn) == [("──", "Bukamal"), ("no", "bukamal")]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("bukamal", [("~", "Bukamal"), ("≠", "Bukamal"), ("The", "Bukamal")]),
        ("Al Bukamāl", [("~", "Bukamal"), ("≠", "Bukamal"), ("The", "Bukamal")]),
        ("sallum", [("worded", "Sallum"), ("~", "Sallum"), ("DW", "Sallum")]),
        ("target", [("cover", "target")]),  # the name of the field is none of the reports' words
        ("", []),
    ],
)
def test_the_comparison_marks_values_and_prose(words, told):
    made = blocks(OFFENSIVE, Comparison(), key=None, witnesses=(), scene=SCENE, size=110, search=words)
    assert hits(tuple(line for block in made for line in block.lines)) == told


def test_titles_are_marked_over_the_comparison_and_where_there_is_room_for_no_pane():
    state = replace(STATE, search="Bukamāl")
    assert hits((event_line(OFFENSIVE, state, SCENE, 100),)) == [("rashomon", "Bukamal")]
    assert hits(tiny(OFFENSIVE, state, SCENE, size=60, lines=3).lines) == [("New", "Bukamal")]


def test_who_else_reports_is_marked_and_the_title_that_stands_for_no_account():
    assert hits((others_line(OFFENSIVE, PANES[0], PANES, SCENE, 40, "afp"),)) == [("AFP", "AFP")]
    assert hits((elsewhere(OFFENSIVE, PANES[1:], SCENE, "afp cut").said,)) == [("elsewhere", "AFP cut")]
    assert hits((elsewhere(replace(OFFENSIVE, reports=()), PANES, SCENE, "bukamal").said,)) == [("New", "Bukamal")]


def test_nothing_is_marked_where_nothing_is_looked_for():
    assert in_foot(STATE) == in_gutters(STATE) == hits((event_line(OFFENSIVE, STATE, SCENE, 100),)) == []
