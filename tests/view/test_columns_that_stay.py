"""Where there are more panes than columns, a pane keeps its column from event to event as far as it can."""

from __future__ import annotations

import pytest

from tui.view.layouts import layout, settled
from tui.view.state import TimelineState


@pytest.mark.parametrize(
    ("before", "first", "others", "after"),
    [
        ((0, 2, 5, 7), (2,), (0, 5, 7, 9), (0, 2, 5, 7)),
        ((0, 2, 5, 7), (9,), (0, 2, 5, 7), (0, 2, 5, 9)),
        ((0, 2, 5, 7), (1, 5), (0, 2, 7), (1, 2, 5, 7)),
        ((0, 2, 5, 7), (3, 5, 7), (0, 2), (0, 3, 5, 7)),
        ((0, 2, 5, 7), (1, 3, 4, 6), (0, 2, 5, 7), (1, 3, 4, 6)),
        ((0, 2, 5, 7), (2,), (9, 0, 5), (0, 2, 5, 9)),
        ((0, 2, 5, 7), (2,), (0, 5), (0, 2, 5)),
    ],
    ids=[
        "all speak",
        "one comes",
        "beside it",
        "in the middle",
        "all others",
        "one is mute",
        "none instead of the mute",
    ],
)
def test_who_comes_takes_the_column_of_one_that_is_silent(before, first, others, after):
    assert settled(before, first, others) == after
    assert settled(after, first, others) == after


@pytest.mark.parametrize(
    ("before", "pane", "shown"),
    [
        ((), 9, (4, 5, 6, 7)),
        ((3, 4, 5, 6), 9, (3, 4, 5, 6)),
        ((3, 4, 5, 6), 7, (4, 5, 6, 7)),
        ((3, 4, 5, 6), 4, (3, 4, 5, 6)),
    ],
    ids=["at first", "where they were", "the selected one comes into sight", "it is in sight"],
)
def test_of_more_than_fit_those_stay_that_were_drawn(before, pane, shown):
    state = TimelineState(panes=12, pane=pane, slot=3)
    assert layout(state, (2, 3, 4, 5, 6, 7), 120, before=before).shown == shown
