"""What stands between two events of the timeline: that another day (month, year) begins, that for long nothing was reported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from tui.core.answers import EventRow, EventTitle
from tui.core.values import dataclass
from tui.view.layouts import Layout
from tui.view.scene import Scene
from tui.view.spans import Line, Span, clip_text
from tui.view.units import PAUSE, Unit, begins, length_words

Reach = Callable[[int], int | None]
"""Position of an event -> UTC seconds at which the last of the events before it can have ended; None where none can be told."""

Placed: TypeAlias = EventRow | EventTitle
"""Of an event its place and its time are asked."""

TALL = 14
"""With fewer lines a day that begins is told by its events alone: a line is worth more than a rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaks:
    """The rules between the events in view, and what each says."""

    words: tuple[str | None, ...] = ()
    """Per event what the rule above it says; None where there is no rule, empty for one without words."""

    def above(self, index: int) -> bool:
        """Whether a rule stands above the event of that index in view."""
        return index < len(self.words) and self.words[index] is not None

    def owners(self, count: int, height: int, lines: int) -> tuple[int, ...]:
        """Per line of the view the index of the event it belongs to; a rule belongs to the event under it."""
        found: list[int] = []
        for index in range(count):
            if len(found) >= lines:
                break
            found += [index] * (height + self.above(index))
        return tuple(found[:lines])

    def fitting(self, count: int, height: int, lines: int) -> int:
        """How many of so many events are wholly seen in so many lines, at least one."""
        used = 0
        for index in range(count):
            used += height + self.above(index)
            if used > lines:
                return max(1, index)
        return max(1, count + (lines - used) // height)


def breaks(
    rows: Sequence[Placed],
    before: Placed | None,
    *,
    unit: Unit,
    zone: str,
    lines: int,
    reach: Reach,
    filtered: bool = False,
) -> Breaks:
    """The rules above those events, the first of which follows `before`; above the first only one that says something.

    A rule says no date: the event under it does, as exactly as its sources do.
    """
    found: list[str | None] = []
    last = before
    for row in rows:
        told = None if last is None else _pause(last, row, unit, reach)
        if told is not None and filtered:
            told += " that passes the filter"
        if told is None and found and last is not None and lines >= TALL and _apart(last, row, unit, zone):
            told = ""
        found.append(told)
        if _start(row) is not None or last is None:
            last = row
    return Breaks(words=tuple(found))


def _start(row: Placed) -> int | None:
    return row.earliest if row.earliest is not None else row.latest


def _apart(one: Placed, other: Placed, unit: Unit, zone: str) -> bool:
    """Whether the two begin in different days (or months, years)."""
    a, b = _start(one), _start(other)
    if a is None or b is None:
        return False
    coarse = Unit.DAY if unit is Unit.HOUR else unit
    return begins(coarse, a, zone) != begins(coarse, b, zone)


def _pause(one: Placed, other: Placed, unit: Unit, reach: Reach) -> str | None:
    """For how long nothing is reported between the two.

    Only what can have happened within bounds counts: of "before Wednesday" nobody knows how long before.
    """
    if one.latest is None or other.earliest is None or other.earliest - one.latest < PAUSE[unit]:
        return None
    reached = reach(other.position)
    length = other.earliest - max(one.latest, reached if reached is not None else one.latest)
    return f"{length_words(length)} without a report" if length >= PAUSE[unit] else None


def rule(words: str, plan: Layout, scene: Scene) -> Line:
    """A rule across gutter and panes, with what it says."""
    dash, cross = scene.glyphs.open, scene.glyphs.cross
    drawn = dash * plan.gutter + "".join(cross + dash * size for size in plan.widths)
    if not words:
        return (Span(drawn, "rule"),)
    told = clip_text(f" {words} ", max(0, plan.width - 6))
    return (Span(drawn[:2], "rule"), Span(told, "note"), Span(drawn[2 + len(told) :], "rule"))
