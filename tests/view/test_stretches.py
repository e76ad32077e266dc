from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fake_store import EVENTS, ZONE, FakeStore, at
from tui.core.filters import EVERYTHING
from tui.view.glyphs import UNICODE
from tui.view.gutter import bar, ruler_of
from tui.view.spans import text_of, width
from tui.view.state import TimelineState
from tui.view.stretches import stretch_of, stretched
from tui.view.units import Unit, begins, ordinal, start_of

BARS = FakeStore().density(EVERYTHING)
MOMENTS = st.integers(-60_000_000_000, 200_000_000_000)


@given(st.sampled_from(Unit), MOMENTS, st.sampled_from([ZONE, "UTC", "America/New_York"]))
def test_units_follow_each_other_without_a_gap(unit, moment, zone):
    begun = begins(unit, moment, zone)
    if begun is None:
        return
    number = ordinal(unit, begun)
    first, after = start_of(unit, number, zone), start_of(unit, number + 1, zone)
    assert first == int(begun.timestamp())
    assert after is None or first <= moment < after


@given(st.sampled_from(Unit), MOMENTS, st.integers(5, 200))
def test_the_strip_fits_and_holds_the_unit_where_one_stands(unit, moment, size):
    near = stretch_of(unit, moment, ZONE, size)
    if near is None:
        return
    drawn = stretched(BARS, near, moment, size, UNICODE)
    assert width(drawn) <= size
    assert sum("bar-here" in span.role for span in drawn) == 1


def test_the_stretch_stays_while_one_moves_in_its_middle():
    one, other = (stretch_of(Unit.DAY, at(day), ZONE, 80) for day in ("2016-06-28", "2016-06-29"))
    assert one == other


def test_a_unit_without_events_leads_to_the_next_with_some():
    moment = at("2016-06-28")
    drawn = stretched(BARS, stretch_of(Unit.DAY, moment, ZONE, 80), moment, 80, UNICODE)
    assert "Jun 2016 " in text_of(drawn)
    quiet = next(span for span in drawn if span.text == UNICODE.quiet and span.action)
    assert quiet.action in {f"event:{bar.position}" for bar in BARS}


@pytest.mark.parametrize(
    ("identity", "unit", "drawn"),
    [("offensive", Unit.HOUR, "   ├────›"), ("parallel", Unit.HOUR, "        ›"), ("seizure", Unit.DAY, "‹        ")],
)
def test_a_bar_on_a_ruler_says_where_it_goes_on(identity, unit, drawn):
    ruler = ruler_of(next(row for row in EVENTS if row.verdict.id == "offensive"), unit, ZONE, 9)
    row = next(row for row in EVENTS if row.verdict.id == identity)
    assert bar(row, ruler, 9, UNICODE) == drawn


def test_zoom_goes_from_the_whole_to_the_hour_and_back():
    state = TimelineState()
    scales = []
    for by in (-1, -1, -1, 1, 1, 1, 1, 1, 1):
        state = state.zoomed(by, Unit.DAY)
        scales.append(state.zoom)
    assert scales == [Unit.DAY, Unit.HOUR, Unit.HOUR, Unit.DAY, Unit.MONTH, Unit.YEAR, Unit.DECADE, None, None]
    assert replace(state, zoom=None) == TimelineState()
