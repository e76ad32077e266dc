from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fake_store import EVENTS, ZONE, at
from tests.view.test_timeline_drawing import SCENE, STATE, drawn
from tui.view.glyphs import ASCII
from tui.view.layouts import layout
from tui.view.pauses import Breaks, breaks, rule
from tui.view.spans import text_of, width
from tui.view.units import Unit, begins, length_words, name_of

DAY = 86_400


def told(
    *windows: tuple[str | None, str | None],
    unit: Unit = Unit.DAY,
    lines: int = 30,
    reach=lambda _: None,
    filtered=False,
):
    rows = tuple(
        replace(EVENTS[0], position=place, earliest=at(one) if one else None, latest=at(other) if other else None)
        for place, (one, other) in enumerate(windows)
    )
    return breaks(rows, None, unit=unit, zone=ZONE, lines=lines, reach=reach, filtered=filtered).words


def test_a_rule_stands_where_another_day_begins():
    same, other = ("2016-06-28", "2016-06-29"), ("2016-06-29", "2016-06-30")
    assert told(same, ("2016-06-28 11:00", "2016-06-28 14:00"), other, (None, None), other) == (
        None,
        None,
        "",
        None,
        None,
    )


def test_where_lines_are_few_only_a_pause_is_told():
    days = ("2016-06-28", "2016-06-29"), ("2016-06-29", "2016-06-30"), ("2016-11-01", "2016-11-02")
    assert told(*days, lines=10) == (None, None, "4 months without a report")


def test_no_pause_is_told_where_something_earlier_may_have_happened_in_it():
    spring, autumn = ("2016-03-01", "2016-03-02"), ("2016-09-01", "2016-09-02")
    assert told(spring, autumn) == (None, "6 months without a report")
    assert told(spring, autumn, filtered=True) == (None, "6 months without a report that passes the filter")
    assert told(spring, autumn, reach=lambda _: at("2016-07-01")) == (None, "2 months without a report")
    assert told(spring, autumn, reach=lambda _: at("2017-01-01")) == (None, "")


def test_before_a_day_may_be_long_before():
    assert told(("2016-03-01", "2016-03-02"), (None, "2016-09-02")) == (None, "")
    assert told(("2016-03-01", None), ("2016-09-01", "2016-09-02")) == (None, "")


def test_months_are_told_apart_where_months_are_looked_at():
    june, later, july = (("2016-06-01", "2016-06-02"), ("2016-06-20", "2016-06-21"), ("2016-07-01", "2016-07-02"))
    assert told(june, later, july, unit=Unit.MONTH) == (None, None, "")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (30 * 3600, "30 hours"),
        (9 * DAY, "9 days"),
        (60 * DAY, "60 days"),
        (125 * DAY, "4 months"),
        (800 * DAY, "2 years"),
    ],
)
def test_a_length_is_never_told_longer_than_it_is(seconds, words):
    assert length_words(seconds) == words


def test_units_are_named_in_the_zone():
    moment = at("2016-06-29 14:20")
    assert [name_of(unit, begins(unit, moment, ZONE), home_year=2015) for unit in Unit] == [
        "14:00", "Wed 29 Jun 2016", "Jun 2016", "2016", "2010s",
    ]  # fmt: skip


@given(st.lists(st.sampled_from([None, "", "a"]), max_size=12), st.sampled_from([1, 3, 6]), st.integers(1, 60))
def test_what_is_wholly_seen_has_all_its_lines(words, height, lines):
    between = Breaks(words=tuple(words))
    count = len(words)
    whole = min(count, between.fitting(count, height, lines))
    owners = between.owners(count, height, lines)
    assert all(later - earlier in (0, 1) for earlier, later in pairwise(owners))
    if sum(height + between.above(index) for index in range(whole)) <= lines:
        assert {owners.count(index) - between.above(index) for index in range(whole)} <= {height}


def test_a_rule_is_as_wide_as_the_screen_and_crosses_the_walls():
    plan = layout(STATE, (0, 1, 2), 120)
    drawn_rule = rule("4 months without a report", plan, SCENE)
    assert width(drawn_rule) == 120
    assert text_of(drawn_rule).startswith("┄┄ 4 months without a report ┄")
    assert text_of(drawn_rule).count("┼") == 2
    assert text_of(rule("x" * 200, plan, replace(SCENE, glyphs=ASCII))).isascii() is False  # the sign that it was cut


def test_the_scroll_bar_ends_where_the_list_does():
    state = STATE.resized(9).last()
    shown = drawn(state, 120, 9)[2]
    assert shown.top + 9 == shown.total
