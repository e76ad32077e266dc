"""Bounds of time as the dates other formats have: a year, a month, a day, a stretch of them, or EDTF."""

from __future__ import annotations

from typing import TypeAlias

from tui.core.calendar import DAY, date_of, date_text, day_number, wall_of, wall_text, year_text
from tui.core.moments import Anchor, Moment, read_moment

Date: TypeAlias = "tuple[int, ...]"
"""Year; year and month; or year, month and day."""


def stated_date(text: str | None, zone: str) -> Moment | None:
    """A date as a source states it; None where it states none, or none that is understood."""
    moment = read_moment(text, Anchor(timezone=zone)) if text else None
    return moment if moment is not None and moment.understood else None


def dates(earliest: int | None, latest: int | None, zone: str) -> tuple[Date, ...]:
    """One date that covers exactly this stretch by clocks of the zone, else its first and last; none where an end is open.

    Bounds are seconds since 1970 UTC, half-open.
    """
    if earliest is None or latest is None:
        return ()
    start, end = wall_of(earliest, zone), wall_of(latest, zone)
    first, last = date_of(start // DAY), date_of((end - 1) // DAY)
    whole = start % DAY == 0 and end % DAY == 0
    if whole and first[1:] == (1, 1) and last == (last[0], 12, 31):
        return _one_or_two(first[:1], last[:1])
    if whole and first[2] == 1 and end // DAY == day_number(last[0], last[1] + 1, 1):
        return _one_or_two(first[:2], last[:2])
    return _one_or_two(first, last)


def edtf(earliest: int | None, latest: int | None, zone: str) -> str:
    """The stretch as EDTF by clocks of the zone: `2016-06`, `2016-06-28/2016-06-29`, `../2016-06-28`; empty for no bound."""
    if earliest is None and latest is None:
        return ""
    start = None if earliest is None else wall_of(earliest, zone)
    end = None if latest is None else wall_of(latest, zone)
    if any(wall is not None and wall % DAY for wall in (start, end)):
        first = ".." if start is None else wall_text(start, seconds=True)
        last = ".." if end is None else wall_text(end - 1, seconds=True)
    elif start is None or end is None:
        first = ".." if start is None else date_text(start // DAY)
        last = ".." if end is None else date_text(end // DAY - 1)
    else:
        found = [_text(date) for date in dates(earliest, latest, zone)]
        first, last = found[0], found[-1]
    return first if first == last else f"{first}/{last}"


def _text(date: Date) -> str:
    return "-".join([year_text(date[0]), *(f"{part:02d}" for part in date[1:])])


def _one_or_two(first: Date, last: Date) -> tuple[Date, ...]:
    return (first,) if first == last else (first, last)
