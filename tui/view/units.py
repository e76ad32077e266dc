"""Units of calendar time, from the hour to the decade: which one a moment stands in, where it begins, how it is called."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from tui.core.answers import DensityBar
from tui.view.clocks import day_name, local, zone_of

_DAY = 86_400
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Unit(StrEnum):
    """A length of calendar time, the shortest first."""

    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


PAUSE = {
    Unit.HOUR: _DAY // 2,
    Unit.DAY: 7 * _DAY,
    Unit.MONTH: 61 * _DAY,
    Unit.YEAR: 731 * _DAY,
    Unit.DECADE: 7305 * _DAY,
}
"""Seconds without a report that are worth a word where a unit is looked at."""


def unit_of(bars: tuple[DensityBar, ...]) -> Unit:
    """The unit in which the density of the whole is told."""
    days = (bars[0].end - bars[0].start) // _DAY if bars else 1
    return Unit.DAY if days < 20 else Unit.MONTH if days < 300 else Unit.YEAR if days < 3000 else Unit.DECADE


@lru_cache(maxsize=8192)
def begins(unit: Unit, moment: int, zone: str) -> datetime | None:
    """When the unit begins in which the moment (UTC seconds) lies in that zone; None outside the years 1 to 9999.

    Hours are those of UTC: in a zone half an hour off they begin at half past.
    """
    at = local(moment // 3600 * 3600 if unit is Unit.HOUR else moment, zone)
    if at is None or unit is Unit.HOUR:
        return at
    at = at.replace(minute=0, second=0, microsecond=0, hour=0, tzinfo=zone_of(zone), fold=0)
    if unit is Unit.DAY:
        return at
    at = at.replace(day=1)
    if unit is Unit.MONTH:
        return at
    year = at.year if unit is Unit.YEAR else max(1, at.year // 10 * 10)
    return at.replace(month=1, year=year)


def name_of(unit: Unit, start: datetime, home_year: int | None = None) -> str:
    """What that unit is called: "14:00", "Wed 29 Jun", "Jun 2016", "2016", "2010s"."""
    match unit:
        case Unit.HOUR:
            return f"{start:%H:%M}"
        case Unit.DAY:
            return day_name(start, home_year=home_year)
        case Unit.MONTH:
            return f"{_MONTHS[start.month - 1]} {start.year}"
        case Unit.YEAR:
            return str(start.year)
        case Unit.DECADE:
            return f"{start.year // 10 * 10}s"


def length_words(seconds: int) -> str:
    """So much time at least, in the largest unit that tells something: "30 hours", "9 days", "4 months", "3 years".

    Months and years are of mean length; half a day is given, so that January to December are twelve.
    """
    days = seconds // _DAY
    told = seconds / _DAY + 0.5
    for number, word in ((int(told / 365.2425), "year"), (int(told / 30.436875), "month"), (days, "day")):
        if number >= 2:
            return f"{number} {word}s"
    return f"{seconds // 3600} hours"


LENGTH = {Unit.HOUR: 3600, Unit.DAY: _DAY, Unit.MONTH: 2_629_746, Unit.YEAR: 31_556_952, Unit.DECADE: 315_569_520}
"""Seconds of a unit, of months and years the mean."""


def ordinal(unit: Unit, start: datetime) -> int:
    """The number of the unit that begins then, counted without a gap."""
    match unit:
        case Unit.HOUR:
            return int(start.timestamp()) // 3600
        case Unit.DAY:
            return start.toordinal()
        case Unit.MONTH:
            return start.year * 12 + start.month - 1
        case Unit.YEAR:
            return start.year
        case Unit.DECADE:
            return start.year // 10


def start_of(unit: Unit, number: int, zone: str) -> int | None:
    """UTC seconds at which the unit of that number begins in the zone; None outside the years 1 to 9999."""
    try:
        match unit:
            case Unit.HOUR:
                return number * 3600
            case Unit.DAY:
                start = datetime.fromordinal(number)
            case Unit.MONTH:
                start = datetime(number // 12, number % 12 + 1, 1)
            case Unit.YEAR:
                start = datetime(number, 1, 1)
            case Unit.DECADE:
                start = datetime(max(1, number * 10), 1, 1)
        return int(start.replace(tzinfo=zone_of(zone)).timestamp())
    except (ValueError, OverflowError):
        return None
