from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.filters import EVERYTHING, Filter
from tui.core.terms import Term, parse
from tui.view.clocks import Clock
from tui.view.state import Region, TimelineState, filter_words, narrower

OFFERED = (0, 2, 3)

TRANSITIONS = {
    "moved": lambda s, n: s.moved(n),
    "to": lambda s, n: s.to(n),
    "first": lambda s, n: s.first(),
    "last": lambda s, n: s.last(),
    "paged": lambda s, n: s.paged(n / 4 or 1),
    "scrolled": lambda s, n: s.scrolled(n),
    "opened": lambda s, n: s.opened(n),
    "landed": lambda s, n: s.landed(n, "when"),
    "resized": lambda s, n: s.resized(n),
    "wrapped": lambda s, n: s.wrapped(n),
    "sideways": lambda s, n: s.sideways(n, OFFERED),
    "on_pane": lambda s, n: s.on_pane(n),
    "at_slot": lambda s, n: s.at_slot(n),
    "soloed": lambda s, n: s.soloed(),
    "clocked": lambda s, n: s.clocked(),
    "stripped": lambda s, n: s.stripped(),
    "elsewhere": lambda s, n: s.elsewhere(),
    "kept": lambda s, n: s.kept(Filter(actors=("IS",)), abs(n), n),
    "searched": lambda s, n: s.searched(" base ", n),
    "picked": lambda s, n: s.picked(random.Random(n).choice("ab")),
    "unpicked": lambda s, n: s.unpicked(),
    "marking": lambda s, n: s.marking(random.Random(n).choice("ab")),
    "stocked": lambda s, n: s.stocked(panes=4, count=abs(n)),
}


@given(st.lists(st.tuples(st.sampled_from(sorted(TRANSITIONS)), st.integers(-40, 400)), max_size=40))
def test_every_transition_keeps_cursor_and_pane_in_range(steps):
    state = TimelineState().stocked(panes=4, count=30)
    for name, number in steps:
        state = TRANSITIONS[name](state, number)
        assert 0 <= state.rows.cursor < max(1, state.rows.count)
        assert 0 <= state.pane < 4
        assert state.slot >= 0
        assert state.hits >= 0


def test_the_selected_field_is_left_with_its_event():
    state = TimelineState().stocked(panes=2, count=5).landed(3, "figures.killed")
    assert state.spot == "figures.killed"
    assert state.soloed().spot == "figures.killed"
    assert state.moved(1).spot is None
    assert state.last().moved(5).spot is None


def test_sideways_goes_over_the_panes_on_offer():
    state = TimelineState().stocked(panes=5, count=1)
    assert [state.sideways(n, OFFERED).pane for n in (1, 2, 9, -1)] == [2, 3, 3, 0]
    between = replace(state, pane=1)
    assert between.sideways(1, OFFERED).pane == 2
    assert between.sideways(-1, OFFERED).pane == 0


def test_the_clock_goes_round():
    state = TimelineState()
    seen = []
    for _ in range(4):
        state = state.clocked()
        seen.append(state.clock)
    assert seen == [Clock.UTC, Clock.RELATIVE, Clock.WRITTEN, Clock.LOCAL]


def test_regions_take_turns_and_a_pane_chosen_leaves_the_foot():
    state = TimelineState().stocked(panes=3, count=1).elsewhere()
    assert state.region is Region.FOOT
    assert state.on_pane(1).region is Region.PANES


def test_a_filter_loses_its_parts_from_the_last():
    keep = Filter(actors=("IS", "NSA"), since=0)
    assert narrower(keep) == Filter(actors=("IS", "NSA"))
    assert narrower(narrower(keep)) == Filter(actors=("IS",))
    assert narrower(narrower(narrower(keep))) == EVERYTHING
    assert narrower(EVERYTHING) == EVERYTHING


def test_a_filter_in_words():
    assert filter_words(EVERYTHING, "UTC") == ""
    assert filter_words(Filter(since=1467072000), "UTC") == "time: from Tue 28 Jun"
    both = Filter(fields=("when", "where"), verdicts=("conflict", "strained"))
    assert filter_words(both, "UTC") == "conflict or strained in when or where"


@pytest.mark.parametrize(
    ("keep", "typed"),
    [
        (Filter(actors=("New Syrian Army", "IS"), verdicts=("conflict",)), 'actor:"New Syrian Army",IS verdict:conflict'),
        (Filter(sources=("dw",), fields=("when",), terms=parse("is:ruled")), "source:dw field:when is:ruled"),
        (Filter(places=("A+B",), texts=("air base",)), '"air base" place:"A+B"'),
        (Filter(texts=("bomb", "base"), terms=parse("text:x,y z")), "text:bomb,base text:x,y z"),
        (Filter(terms=parse("source:dw+ucdp -source:afp+dw")), "source:dw+ucdp -source:afp+dw"),
    ],
)  # fmt: skip
def test_a_filter_is_told_as_one_would_type_it(keep, typed):
    assert filter_words(keep, "UTC") == typed
    assert filter_words(Filter(terms=parse(typed)), "UTC") == typed


def test_marks_are_set_and_taken_away_in_order():
    state = TimelineState().marking("a").marking("b")
    assert state.marked == ("a", "b")
    assert state.marking("a").marked == ("b",)


def test_a_filter_carries_the_marks_only_while_it_asks_for_them():
    asking = Filter(terms=(Term("is", ("marked",)),)).knowing(("a",))
    assert asking.marked == ("a",)
    assert narrower(asking).is_empty
    assert Filter(actors=("IS",)).knowing(("a",)) == Filter(actors=("IS",))
