"""Days put together into the bars of the density strip."""

from __future__ import annotations

from tui.index.densities import together

DAYS = [(-31, 1, 0, 9), (-1, 2, 1, 5), (0, 1, 1, 7), (29, 4, 0, 3), (30, 1, 1, 8)]
"""Day since 1970, events, contested ones, number of the first."""


def test_a_bar_for_every_day():
    assert together(DAYS, 1) == DAYS


def test_days_before_1970_have_bars_of_their_own():
    assert together(DAYS, 30) == [(-2, 1, 0, 9), (-1, 2, 1, 5), (0, 5, 1, 3), (1, 1, 1, 8)]
