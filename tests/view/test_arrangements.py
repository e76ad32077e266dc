from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.fake_store import SOURCES
from tests.view.test_timeline_drawing import PANES, STATE
from tui.core.model import Source
from tui.view.arrangements import MOST_STEPS, Arrangement
from tui.view.layouts import layout
from tui.view.panes import by_publisher, separate

KEYS = tuple(pane.key for pane in PANES)


def keys(made: Arrangement) -> tuple[str, ...]:
    return tuple(pane.key for pane in made.applied(PANES))


def test_a_pane_put_away_is_brought_back_to_its_place():
    made = Arrangement().hiding(KEYS[1])
    assert keys(made) == (KEYS[0], KEYS[2])
    assert keys(made.showing(PANES)) == KEYS


def test_never_are_all_panes_away():
    assert keys(Arrangement(hidden=KEYS)) == KEYS


def test_panes_change_places_and_stop_at_the_edge():
    made = Arrangement().moved(PANES, 0, 1)
    assert keys(made) == (KEYS[1], KEYS[0], KEYS[2])
    assert keys(made.moved(made.applied(PANES), 0, -1)) == keys(made)


def test_what_is_away_keeps_its_place_while_others_move():
    away = Arrangement(order=KEYS).hiding(KEYS[2])
    made = away.moved(away.applied(PANES), 0, 1)
    assert keys(made.showing(PANES)) == (KEYS[1], KEYS[0], KEYS[2])


def test_a_source_that_came_later_stands_last():
    new = separate((replace(SOURCES[0], id="new"),))
    assert [pane.key for pane in Arrangement(order=KEYS[::-1]).applied((*new, *PANES))] == [*KEYS[::-1], "new"]


@given(
    st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from([-1, 1])), max_size=20),
    st.integers(40, 220),
    st.integers(-30, 30),
)
def test_widths_fill_the_screen_whatever_is_wider(steps, size, wider):
    made = Arrangement()
    for key, by in steps:
        made = made.widened(key, by)
    assert all(0 < abs(step) <= MOST_STEPS for _, step in made.steps)
    plan = layout(STATE, (0, 1, 2), size, made.weights(PANES), wider=wider)
    assert plan.gutter + sum(plan.widths) + len(plan.widths) == size
    assert min(plan.widths) > 0


def test_the_pane_made_wider_is_wider():
    plan = layout(STATE, (0, 1, 2), 120, Arrangement().widened(KEYS[1], 1).weights(PANES))
    assert plan.widths[1] > plan.widths[0] >= plan.widths[2] >= plan.widths[0] - 1


def test_publishers_whose_sigla_differ_in_numbers_alone_keep_these():
    def named(siglum: str, family: str) -> Source:
        return Source(id=siglum.lower(), name=siglum, siglum=siglum, family=family)

    panes = by_publisher((named("S1", "a"), named("S2", "b"), named("AHR1", "c"), named("AHR2", "c"), named("S3", "b")))
    assert [(pane.key, pane.siglum) for pane in panes] == [("a", "S1"), ("b", "S2"), ("c", "AHR")]
    numbered = by_publisher(
        (named("F24", "a"), named("T9", "b"), named("T9B", "b"), named("DW", "c"), named("DW2", "c"))
    )
    assert [(pane.key, pane.siglum) for pane in numbered] == [("a", "F24"), ("b", "T9"), ("c", "DW")]
