"""Which conflict is listed first: as the distances that are printed, kind after kind."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.core.verdicts.comparisons import EXCLUDING, FIGURES_APART, PLACES_APART, TIMES_APART, sized

FIRST = (FIGURES_APART, EXCLUDING, TIMES_APART, PLACES_APART)
LARGEST = 10**9


@given(st.integers(0, LARGEST), st.integers(0, LARGEST), st.sampled_from(FIRST))
def test_of_one_kind_the_wider_comes_first(a, b, kind):
    assert (sized(kind, a) < sized(kind, b)) == (a < b)


@given(st.integers(0, LARGEST), st.integers(0, LARGEST), st.sampled_from(list(pairwise(FIRST))))
def test_of_two_kinds_that_of_the_first(a, b, kinds):
    assert sized(kinds[0], a) > sized(kinds[1], b)
