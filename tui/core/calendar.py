"""Proleptic Gregorian days, ISO 8601 text and clocks of time zones, for astronomical years of any sign.

Days and seconds are whole numbers since 1970-01-01; a *wall* second is what a clock on the spot shows, an *instant* is
UTC. No clock is read here: zones come from `zoneinfo`, everything else is arithmetic.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DAY = 86_400
HOUR = 3_600
MINUTE = 60

FIRST_YEAR, LAST_YEAR = -9999, 9999
"""Astronomical years that have bounds (rules.md §3)."""

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CLOCK_FIRST, _CLOCK_LAST = -62_135_510_400, 253_402_214_400
"""What `datetime` and `zoneinfo` can hold, less a day at both ends; beyond, a zone keeps its nearest offset."""


def is_leap(year: int) -> bool:
    """Whether an astronomical year has a 29 February; year 0 has one."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Days of a month, `month` 1..12."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Days from 1970-01-01 to a date; `month` may lie outside 1..12 and then carries into the year."""
    if not 1 <= month <= 12:
        year += (month - 1) // 12
        month = (month - 1) % 12 + 1
    # Counted from 1 March, so that the odd day of February comes last.
    shifted = year if month > 2 else year - 1
    of_year = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5 + day - 1
    return 365 * shifted + shifted // 4 - shifted // 100 + shifted // 400 + of_year - 719_468


def date_of(day: int) -> tuple[int, int, int]:
    """Year, month and day of a day number; the inverse of `day_number`."""
    era, of_era = divmod(day + 719_468, 146_097)
    year = (of_era - of_era // 1_460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return era * 400 + year + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


def weekday(day: int) -> int:
    """Day of the week of a day number, Monday is 0."""
    return (day + 3) % 7


def year_text(year: int) -> str:
    """A year as ISO 8601 writes it: four digits, and a sign before the year 0."""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


@lru_cache(maxsize=1 << 14)
def date_text(day: int) -> str:
    """A day number as `YYYY-MM-DD`, `-0044-03-15` before the year 0."""
    year, month, of_month = date_of(day)
    return f"{year_text(year)}-{month:02d}-{of_month:02d}"


def wall_text(wall: int, *, seconds: bool = False) -> str:
    """A wall second as `YYYY-MM-DDThh:mm`, with `:ss` where asked for or not 0."""
    day, rest = divmod(wall, DAY)
    text = f"{date_text(day)}T{rest // HOUR:02d}:{rest // MINUTE % 60:02d}"
    return f"{text}:{rest % 60:02d}" if seconds or rest % 60 else text


@lru_cache(maxsize=1 << 14)
def iso(seconds: int | None) -> str | None:
    """An instant as `2016-06-29T09:00:00Z`, negative years as `-0044-03-15T00:00:00Z`; None (unbounded) stays None."""
    return None if seconds is None else f"{wall_text(seconds, seconds=True)}Z"


@lru_cache(maxsize=1024)
def zone(name: str) -> ZoneInfo | None:
    """The IANA zone of that name, None when there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@lru_cache(maxsize=1 << 16)
def instant(wall: int, zone_name: str, *, end: bool = False) -> int:
    """The instant at which clocks of a zone show `wall`; an unknown zone counts as UTC.

    Where a clock was put back or forward the answer keeps every reading: the first such instant for a beginning, the
    last for an exclusive `end`. A day that begins in the gap begins where the gap ends.
    """
    place = zone(zone_name)
    if place is None or zone_name == "UTC":
        return wall
    first, second = (wall - _offset(wall, place, fold) for fold in (0, 1))
    if first == second:
        return first
    if first > second and wall_of(first - 1, zone_name) == wall - 1:
        return first
    if first < second and end:
        return second if wall_of(second - 1, zone_name) == wall - 1 else first
    return max(first, second) if end else min(first, second)


@lru_cache(maxsize=1 << 14)
def wall_of(seconds: int, zone_name: str) -> int:
    """What clocks of a zone show at an instant; an unknown zone counts as UTC."""
    place = zone(zone_name)
    if place is None or zone_name == "UTC":
        return seconds
    held = min(max(seconds, _CLOCK_FIRST), _CLOCK_LAST)
    offset = datetime.fromtimestamp(held, UTC).astimezone(place).utcoffset()
    return seconds + (0 if offset is None else offset.days * DAY + offset.seconds)


def _offset(wall: int, place: ZoneInfo, fold: int) -> int:
    day, rest = divmod(min(max(wall, _CLOCK_FIRST), _CLOCK_LAST), DAY)
    year, month, of_month = date_of(day)
    local = datetime(year, month, of_month, rest // HOUR, rest // MINUTE % 60, rest % 60, tzinfo=place, fold=fold)
    offset = local.utcoffset()
    return 0 if offset is None else offset.days * DAY + offset.seconds
