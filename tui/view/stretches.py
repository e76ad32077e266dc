"""The density of a stretch of time around the selected event: a cell per hour, day, month, year or decade."""

from __future__ import annotations

from bisect import bisect_right

from tui.core.answers import DensityBar
from tui.core.values import dataclass
from tui.view.clocks import day_name, local
from tui.view.density import column
from tui.view.glyphs import Glyphs
from tui.view.same import Same, remembered
from tui.view.spans import Line, Span, cells, clip
from tui.view.units import Unit, begins, name_of, ordinal, start_of

_ABOVE = {Unit.HOUR: Unit.DAY, Unit.DAY: Unit.MONTH, Unit.MONTH: Unit.YEAR, Unit.YEAR: Unit.DECADE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Units side by side, the same as long as the selected event stays among the middle ones."""

    unit: Unit
    zone: str
    starts: tuple[int, ...]
    """UTC seconds at which each unit begins, and the last one ends."""

    @property
    def since(self) -> int:
        """When it begins, in UTC seconds."""
        return self.starts[0]

    @property
    def until(self) -> int:
        """When it ends, in UTC seconds."""
        return self.starts[-1]

    @property
    def hourly(self) -> bool:
        """Whether days are too coarse to fill it."""
        return self.unit is Unit.HOUR


def stretch_of(unit: Unit, moment: int, zone: str, size: int) -> Stretch | None:
    """About as many units as fit in so many cells; None where the calendar ends."""
    start = begins(unit, moment, zone)
    if start is None:
        return None
    count = max(4, size * 3 // 4)
    block = count // 2
    first = ordinal(unit, start) // block * block - block // 2
    found = (start_of(unit, number, zone) for number in range(first, first + count + 1))
    starts = tuple(second for second in found if second is not None)
    return (
        Stretch(unit=unit, zone=zone, starts=starts) if len(starts) > 1 and starts[0] <= moment < starts[-1] else None
    )


def stretched(bars: tuple[DensityBar, ...], near: Stretch, moment: int, size: int, glyphs: Glyphs) -> Line:
    """One line of at most `size` cells. `bars` are finer than the units; a click on a unit without events goes to the next."""
    count = len(near.starts) - 1
    events, contested, positions = _summed(Same(bars), near)
    here = bisect_right(near.starts, moment) - 1
    top = max([1, *events])
    spans: list[Span] = []
    name = ""
    for at in range(count):
        told = _above(near, near.starts[at])
        if told != name:
            spans.append(Span(f"{' ' if spans else ''}{told} ", "dim"))
            name = told
        action = f"event:{positions[at]}" if positions[at] is not None else ""
        if events[at]:
            spans.append(column(events[at], contested[at], top, glyphs, action, selected=at == here))
        else:
            spans.append(Span(glyphs.quiet, "bar-here" if at == here else "faint", action))
    return clip(_around(spans, here, size), size)


@remembered(2)
def _summed(bars: Same[tuple[DensityBar, ...]], near: Stretch) -> tuple[list[int], list[int], list[int | None]]:
    """Of each unit its events, those contested, and the place of its first event, or of the first one after it."""
    count = len(near.starts) - 1
    events, contested = [0] * count, [0] * count
    positions: list[int | None] = [None] * count
    for bar in reversed(bars.value):
        at = bisect_right(near.starts, bar.start) - 1
        if 0 <= at < count:
            events[at] += bar.events
            contested[at] += bar.contested
            positions[at] = bar.position
    for at in range(count - 2, -1, -1):
        if positions[at] is None:
            positions[at] = positions[at + 1]
    return events, contested, positions


def _around(spans: list[Span], here: int, size: int) -> Line:
    """As much as fits, the unit of the selected event within it."""
    places = [index for index, span in enumerate(spans) if span.role != "dim"]
    used = sum(cells(span.text) for span in spans[: places[here] + 1])
    while spans and used > size:
        used -= cells(spans.pop(0).text)
    return tuple(spans)


def _above(near: Stretch, second: int) -> str:
    """What the unit stands in: its day, month, year or decade."""
    above = _ABOVE.get(near.unit)
    start = begins(above, second, near.zone) if above is not None else local(second, near.zone)
    if start is None:
        return ""
    if above is Unit.DAY:
        return day_name(start, weekday=False)
    return name_of(above, start) if above is not None else f"{start.year // 100}00s"
