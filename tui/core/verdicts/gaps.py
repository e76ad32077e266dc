"""How far apart two times are told to be: by the calendar where one is a day or more, else from beginning to beginning.

Whether they exclude each other is decided elsewhere. `early` and `late` are extents of seconds whose cores do not meet.
"""

from __future__ import annotations

from typing import NamedTuple

from tui.core.calendar import DAY, HOUR, MINUTE, wall_of
from tui.core.line import Extent

SHORTEST_DAY = 23 * HOUR
"""A day on which the clocks go forward."""


class Apart(NamedTuple):
    """A distance in words."""

    distance: str
    """ "2 days", "adjacent times"."""
    told: str
    """The same in a sentence, with how much of it the words do not cover."""


def apart(early: Extent, late: Extent, zone: str, *, early_clocked: bool) -> Apart:
    """How far `early` lies before `late`, its days counted in `zone`."""
    if ends_on_day(early, zone) or begins_on_day(late, zone):
        # From the 12th to the 14th it is two days at whatever hour of the 14th, though one alone lies between them.
        between = _day(late.core_low, zone) - _day(early.core_high, zone)
        if between == 1:
            return Apart("adjacent days", "adjacent days")
        covered = round((stretch_after(early) + stretch_before(late)) / DAY)
        return _told(between * DAY, (between - covered) * DAY)
    if late.core_low - early.core_high == 1:
        return Apart("adjacent times", "adjacent times")
    between = int(late.core_low - _last_beginning(early, clocked=early_clocked))
    return _told(between, between - stretch_after(early) - stretch_before(late))


def _told(between: float, beyond: float) -> Apart:
    distance = how_long(between)
    if beyond <= 0:
        return Apart(distance, f"{distance} apart")
    over = how_long(beyond)
    return Apart(distance, f"{distance} apart" + (f", {over} more than the words stretch" if over != distance else ""))


def stretch_before(e: Extent) -> float:
    """Seconds that the words stretch before their core."""
    return e.core_low - e.low if e.core_low != e.low else 0


def stretch_after(e: Extent) -> float:
    """Seconds that the words stretch after their core."""
    return e.high - e.core_high if e.high != e.core_high else 0


def ends_on_day(e: Extent, zone: str) -> bool:
    """Whether it is a day or more and ends with a day of the calendar."""
    return _length(e) >= SHORTEST_DAY and wall_of(int(e.core_high) + 1, zone) % DAY == 0


def begins_on_day(e: Extent, zone: str) -> bool:
    """Whether it is a day or more and begins with a day of the calendar."""
    return _length(e) >= SHORTEST_DAY and wall_of(int(e.core_low), zone) % DAY == 0


def how_long(seconds: float) -> str:
    """A length of time in words, in its largest fitting unit: "45 minutes", "3 hours", "1 day", "4 months"."""
    for size, unit in (
        (365.2425 * DAY, "year"),
        (30.44 * DAY, "month"),
        (DAY, "day"),
        (HOUR, "hour"),
        (MINUTE, "minute"),
        (1, "second"),
    ):
        if seconds >= size * (2 if unit in ("year", "month") else 1):
            number = round(seconds / size, 1 if seconds < 10 * size and unit == "hour" else 0)
            plain = f"{number:g}"
            return f"{plain} {unit}" + ("" if plain == "1" else "s")
    return "0 seconds"


def _last_beginning(e: Extent, *, clocked: bool) -> float:
    """The last time at which what it tells of may begin: of a clock time when it strikes, of a part of the day its end."""
    end = e.core_high + 1
    if not clocked:
        return end
    if _length(e) <= HOUR:
        return e.core_low
    # "Until 16:30" takes the minute in.
    return end - MINUTE if end % MINUTE == 0 and end % (15 * MINUTE) else end


def _day(seconds: float, zone: str) -> int:
    return wall_of(int(seconds), zone) // DAY


def _length(e: Extent) -> float:
    return e.core_high - e.core_low + 1
