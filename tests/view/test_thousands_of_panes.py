"""Panes are compared with one another a few times each, however many there are: what is done for each with all is a frame for a
thousand."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from tests.view.test_timeline_drawing import PANES, STATE
from tui.view.arrangements import Arrangement
from tui.view.layouts import layout

MANY = 300


class Compared(int):
    """A number that counts how often such are compared."""

    times: ClassVar[list[int]] = []

    def __eq__(self, other: object) -> bool:
        self.times.append(0)
        return int.__eq__(self, other)

    __hash__ = int.__hash__


class ComparedKey(str):
    """The same of a key."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        Compared.times.append(0)
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def test_all_on_offer_that_all_were_drawn_before():
    """Found by the soak over 100 000 reports of 1250 sources: 28 ms where nothing passes, or in a terminal that grows."""
    panes = tuple(map(Compared, range(MANY)))
    Compared.times.clear()
    plan = layout(STATE, panes, 200, (), tuple(map(Compared, range(MANY))))
    assert plan.shown == (0, 1, 2, 3, 4, 5)
    assert len(Compared.times) < 9 * MANY


def test_one_pane_changes_places_for_the_second_time():
    """Found by the same: 25 ms."""
    keys = tuple(map(ComparedKey, map(str, range(MANY))))
    shown = tuple(replace(PANES[0], key=key) for key in keys)
    made = Arrangement(order=tuple(map(ComparedKey, map(str, range(MANY)))))
    Compared.times.clear()
    assert made.moved(shown, 0, 1).order == (keys[1], keys[0], *keys[2:])
    assert len(Compared.times) < 9 * MANY
