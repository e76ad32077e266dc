"""Five relations on a line, and camps by one sweep, held against their definitions."""

from __future__ import annotations

from itertools import combinations
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.judgements import Verdict
from tui.core.line import EVERYTHING, Extent, camps, relate


@pytest.mark.parametrize(
    ("a", "b", "verdict", "gap"),
    [
        (Extent(1, 1, 3, 3), Extent(1, 1, 3, 3), "same", 0),
        (Extent(1, 1, 3, 3), Extent(0, 1, 3, 9), "same", 0),
        (Extent(1, 2, 2, 3), Extent(1, 1, 3, 3), "precision", 0),
        (Extent(1, 1, 3, 3), Extent(2, 2, 5, 5), "compatible", 0),
        (Extent(1, 1, 2, 6), Extent(5, 5, 8, 8), "strained", 0),
        (Extent(1, 1, 2, 6, True), Extent(5, 5, 8, 8), "compatible", 0),
        (Extent(1, 1, 2, 6, True), Extent(6, 8, 9, 9), "strained", 0),
        (Extent(1, 1, 2, 2), Extent(5, 5, 8, 8), "conflict", 3),
        (EVERYTHING, Extent(5, 5, 8, 8), "precision", 0),
        (EVERYTHING, EVERYTHING, "same", 0),
        (Extent(-inf, -inf, 4, 4), Extent(5, 5, 5, 5), "conflict", 1),
    ],
)
def test_relations(a, b, verdict, gap):
    assert (relate(a, b), relate(b, a)) == ((verdict, gap), (verdict, gap))


def test_numbers_are_the_same_only_with_equal_hard_bounds():
    assert relate(Extent(1, 1, 3, 3), Extent(0, 1, 3, 9), hard_equal=True).verdict is Verdict.PRECISION


@st.composite
def extents(draw):
    low, core_low, core_high, high = sorted(draw(st.tuples(*[st.integers(0, 20)] * 4)))
    return Extent(low, core_low, core_high, high, draw(st.booleans()))


@given(st.lists(extents(), max_size=8))
def test_camps_are_the_maximal_sets_that_meet(made):
    found = [set(camp) for camp in camps(made)]
    meets = {
        frozenset(chosen)
        for size in range(1, len(made) + 1)
        for chosen in combinations(range(len(made)), size)
        if all(relate(made[i], made[j]).verdict is not Verdict.CONFLICT for i, j in combinations(chosen, 2))
    }
    maximal = {chosen for chosen in meets if not any(chosen < other for other in meets)}
    assert {frozenset(camp) for camp in found} == maximal
    assert len(found) == len(maximal)


@given(extents(), extents(), st.integers(-5, 5))
def test_relations_are_symmetric_and_move_with_the_line(a, b, shift):
    def moved(e):
        return Extent(e.low + shift, e.core_low + shift, e.core_high + shift, e.high + shift, e.firm)

    assert relate(a, b) == relate(b, a) == relate(moved(a), moved(b))
    assert relate(a, a).verdict is Verdict.SAME
