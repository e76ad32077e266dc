"""Cells of foreign tables as numbers, dates and lists. Each answers None where a cell does not say what is asked."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterable
from functools import lru_cache

from tui.files.importers.tables import squeezed

_SPLIT = re.compile(r"[;,\n]|/(?!/)")
_SPLIT_LINKS = re.compile(r";|,\s|\n")
_MARKUP = re.compile(r"&#?\w+;")
_BETWEEN_DATES = re.compile(r"[\s,./-]+")
_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}
LARGEST = 10**12
"""No count of people or things; larger numbers are a slip."""


def count(cell: str) -> int | None:
    """A whole number that is not negative; 12.0 is one."""
    try:
        return int(cell) if cell.isdecimal() and len(cell) < 13 else _whole(float(cell))
    except ValueError:
        return None


def _whole(number: float) -> int | None:
    return int(number) if 0 <= number < LARGEST and number == int(number) else None


@lru_cache(maxsize=65536)
def day(cell: str) -> datetime.date | None:
    """`2016-06-29`, also with a time of day behind it."""
    try:
        return datetime.date.fromisoformat(cell[:10])
    except ValueError:
        return None


@lru_cache(maxsize=65536)
def named_day(cell: str, *, day_first: bool) -> datetime.date | None:
    """`29 June 2016`, `29-Jun-16`, `June 29, 2016`, and all in numbers in the order that the format states."""
    words = [word for word in _BETWEEN_DATES.split(cell.strip()) if word]
    if len(words) != 3 or not words[2].isdecimal() or len(words[2]) not in (2, 4):
        return None
    year = int(words[2]) + (0 if len(words[2]) == 4 else 1900 if int(words[2]) > 50 else 2000)
    months = [_MONTHS.get(word[:3].casefold(), 0) for word in words[:2]]
    numbers = [int(word) if word.isdecimal() and len(word) <= 2 else 0 for word in words[:2]]
    if any(months):
        return _date(year, max(months), max(numbers))
    return _date(year, numbers[1], numbers[0]) if day_first else _date(year, numbers[0], numbers[1])


def _date(year: int, month: int, day_of_month: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day_of_month)
    except ValueError:
        return None


@lru_cache(maxsize=65536)
def degrees(cell: str, most: int) -> str | None:
    """A latitude (most 90) or longitude (most 180), as TOML writes it."""
    try:
        number = float(cell)
    except ValueError:
        return None
    return repr(number) if -most <= number <= most else None


def coordinates(lat: str, lon: str) -> str:
    """A name for a point that has none: `14.33575N 1.32697W`."""
    north, east = ("S" if lat.startswith("-") else "N"), ("W" if lon.startswith("-") else "E")
    return f"{lat.lstrip('-')}{north} {lon.lstrip('-')}{east}"


@lru_cache(maxsize=65536)
def voices(cell: str) -> tuple[str, ...]:
    """Names between semicolons, commas, strokes or lines, each once."""
    parts = (_SPLIT_LINKS if "://" in cell else _SPLIT).split(cell)
    return once(parts)


@lru_cache(maxsize=65536)
def listed(cell: str) -> tuple[str, ...]:
    """Names between semicolons, each once."""
    return once(cell.split(";"))


def once(parts: Iterable[str]) -> tuple[str, ...]:
    """The parts that say something, each once, whatever its capitals."""
    found: dict[str, str] = {}
    for part in parts:
        words = squeezed(part)
        if words:
            found.setdefault(words.casefold(), words)
    return tuple(found.values())


def unescaped(cell: str) -> str:
    """The words without the escapes of a web page, on one line."""
    return squeezed(html.unescape(cell) if "&" in cell and _MARKUP.search(cell) else cell)
