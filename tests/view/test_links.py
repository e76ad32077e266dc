"""Pairs of view 7 in a list: one under the other, the events told where the ids do not tell them."""

from __future__ import annotations

import pytest

from tui.core.linking.reviews import Pair
from tui.core.model import Report
from tui.view.links import heading, item, pair
from tui.view.scene import Scene
from tui.view.spans import text_of


def report(identity: str, event: str | None, **more) -> Report:
    return Report(id=identity, source=identity.partition("/")[0], event=event, **more)


PAIR = Pair("dw/base", "afp/7", 3.0, 0.9)
REPORTS = {
    "dw/base": report("dw/base", "base", figures=(("killed_militants", "4"),)),
    "afp/7": report("afp/7", "toll", figures=(("killed_militants", "at least 9"),)),
}


@pytest.mark.parametrize(
    ("size", "line"),
    [
        (60, "   90 % dw/base                  ~  afp/7  in toll"),
        (40, "   90 % dw/base        ~  afp/7  in toll"),
        (24, "   90 % dw/b…  ~  afp/7…"),
    ],
)
def test_both_stand_in_columns_and_an_event_that_the_id_tells_is_not_said_again(size, line):
    assert text_of(item(PAIR, None, REPORTS, Scene(), size)).rstrip() == line


def test_labels_have_the_room_they_need_on_a_wide_screen():
    lines = [text_of(line) for line in pair(PAIR, (), REPORTS, None, Scene(), size=120, lines=9)]
    assert [line[:27].rstrip() for line in lines if "4" in line] == [" killed militants  4"]


def test_the_head_says_where_not_all_was_compared():
    assert text_of(heading([PAIR], 0, "", 80, 2000)).rstrip() == (
        " 1 pair · 2,000 reports are like too many others to compare all of these"
    )
