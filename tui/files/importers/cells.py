"""Cells of foreign tables as numbers, dates and lists. Each answers None where a cell does not say what is asked."""

from __future__ import annotations

import datetime
import html
import re
from functools import lru_cache

from tui.files.importers.tables import squeezed

_SPLIT = re.compile(r"[;,\n]|/(?!/)")
_SPLIT_LINKS = re.compile(r";|,\s|\n")
_MARKUP = re.compile(r"&#?\w+;")
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


def once(parts: list[str]) -> tuple[str, ...]:
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
