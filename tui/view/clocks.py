"""Times on the screen: which clock, which words. UTC seconds in, text out; the zone is given, never asked of the machine."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tui.core.answers import DensityBar
from tui.core.calendar import wall_of, wall_text

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ORIGIN = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = 86_400
_HALF_DAY = 43_200


class Clock(StrEnum):
    """How times are shown."""

    LOCAL = "local"
    """In the dossier's zone."""
    UTC = "UTC"
    RELATIVE = "relative"
    """Distance from the selected event."""
    WRITTEN = "as written"
    """In the sources' own words."""

    @property
    def next(self) -> Clock:
        """The one after it, round and round."""
        every = list(Clock)
        return every[(every.index(self) + 1) % len(every)]


@lru_cache(maxsize=64)
def zone_of(name: str) -> tzinfo:
    """The zone of that IANA name; UTC where it is not known (which is a problem of the file, told elsewhere)."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


@lru_cache(maxsize=8192)
def local(seconds: int, zone: str) -> datetime | None:
    """The moment in the zone; None outside the years 1 to 9999."""
    try:
        return (_ORIGIN + timedelta(seconds=seconds)).astimezone(zone_of(zone))
    except (OverflowError, ValueError):
        return None


def home_year(bars: Iterable[DensityBar], zone: str) -> int | None:
    """The year that goes without saying: that of the day with most events."""
    busiest = max(bars, key=lambda bar: (bar.events, bar.start), default=None)
    moment = local(busiest.start + _HALF_DAY, zone) if busiest is not None else None
    return moment.year if moment is not None else None


def city(zone: str) -> str:
    """Short name of a zone: "Damascus" for "Asia/Damascus"."""
    return zone.rpartition("/")[2].replace("_", " ")


def day_name(day: datetime, *, weekday: bool = True, home_year: int | None = None) -> str:
    """ "Tue 28 Jun", with the year where it is not the home year."""
    text = f"{day.day} {_MONTHS[day.month - 1]}"
    if weekday:
        text = f"{_DAYS[day.weekday()]} {text}"
    return text if home_year in (None, day.year) else f"{text} {day.year}"


@lru_cache(maxsize=8192)
def window_words(
    earliest: int | None, latest: int | None, zone: str, home_year: int | None = None, *, short: bool = False
) -> str:
    """A half-open stretch of time in few words: "Tue 28 Jun", "by Wed 29 Jun 09:00", "25–26 Jun", "May–Aug 2014"."""
    start = None if earliest is None else local(earliest, zone)
    end = None if latest is None else local(latest, zone)
    if (earliest is not None and start is None) or (latest is not None and end is None):
        return f"about {1970 + (earliest if earliest is not None else latest or 0) // 31_556_952}"
    if start is None and end is None:
        return "no time"
    if start is None and end is not None:
        return f"by {_edge(end, home_year, closing=True, short=short)}"
    if end is None and start is not None:
        return f"from {_edge(start, home_year, closing=False, short=short)}"
    if start is None or end is None:
        return "no time"
    return _span(start, end, home_year, short=short)


def _edge(moment: datetime, home_year: int | None, *, closing: bool, short: bool) -> str:
    if (moment.hour, moment.minute) == (0, 0):
        return day_name(moment - timedelta(days=1) if closing else moment, weekday=not short, home_year=home_year)
    return f"{day_name(moment, weekday=not short, home_year=home_year)} {moment:%H:%M}"


def _span(start: datetime, end: datetime, home_year: int | None, *, short: bool) -> str:
    last = end - timedelta(seconds=1)
    whole = (start.hour, start.minute, end.hour, end.minute) == (0, 0, 0, 0)
    year = "" if last.year == home_year else f" {last.year}"
    if start.date() == last.date():
        words = day_name(start, weekday=not short, home_year=home_year)
        if whole:
            return words
        if (end - start).total_seconds() <= 60:
            return f"{words} {start:%H:%M}"
        return f"{words} {_hour(start)}–{_hour(end) if end.date() == start.date() else '24'}"
    if whole and start.day == 1 and end.day == 1:
        if (start.month, end.month) == (1, 1):
            return str(start.year) if start.year == last.year else f"{start.year}–{last.year}"
        if (start.year, start.month) == (last.year, last.month):
            return f"{_MONTHS[start.month - 1]} {start.year}"
        if start.year == last.year:
            return f"{_MONTHS[start.month - 1]}–{_MONTHS[last.month - 1]} {last.year}"
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day}–{last.day} {_MONTHS[last.month - 1]}{year}"
    first_year = "" if start.year == last.year else f" {start.year}"
    return f"{start.day} {_MONTHS[start.month - 1]}{first_year} – {last.day} {_MONTHS[last.month - 1]}{year}"


def _hour(moment: datetime) -> str:
    return f"{moment:%H:%M}" if moment.minute else f"{moment:%H}"


def distance_words(seconds: int) -> str:
    """A distance in time in words, the two largest units: "+1 d 3 h", "−2 d"."""
    sign = "−" if seconds < 0 else "+"
    days, rest = divmod(abs(seconds), _DAY)
    hours, minutes = rest // 3600, rest % 3600 // 60
    if days >= 730:
        return f"{sign}{days // 365} y"
    if days >= 60:
        return f"{sign}{days // 30} mo"
    if days:
        return f"{sign}{days} d {hours} h" if hours else f"{sign}{days} d"
    if hours:
        return f"{sign}{hours} h {minutes} min" if minutes else f"{sign}{hours} h"
    return f"{sign}{minutes} min" if minutes else "same time"


_DATE = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:[T ](\d\d:\d\d)\S*)?$")


@lru_cache(maxsize=4096)
def published_words(text: str | None) -> str:
    """A publication time as a column head has it: "29 Jun", "28/29 Jun"; what is no plain date stays as written."""
    if not text:
        return "undated"
    parts = [_DATE.match(part) for part in text.split("/")]
    if not all(parts) or len(parts) > 2:
        return text
    days = [(int(m[3] or 0), int(m[2] or 0)) for m in parts if m is not None]
    clock = f" {parts[0][4]}" if len(parts) == 1 and parts[0] is not None and parts[0][4] else ""
    if any(not day or not 1 <= month <= 12 for day, month in days):
        return text
    months = {month for _, month in days}
    if len(months) == 1:
        return f"{'/'.join(str(day) for day, _ in days)} {_MONTHS[days[0][1] - 1]}{clock}"
    return "/".join(f"{day} {_MONTHS[month - 1]}" for day, month in days)


def known_by(as_of: int, zone: str) -> str:
    """Up to when a dossier is looked at, by clocks of the zone; `as_of` in seconds since 1970 UTC, inclusive."""
    end = wall_text(wall_of(as_of + 1, zone))
    if end.endswith("T00:00"):
        return f"as known by the end of {wall_text(wall_of(as_of, zone)).partition('T')[0]} ({city(zone)} time)"
    return f"as known by {wall_text(wall_of(as_of - as_of % 60, zone))} ({city(zone)} time)"
