"""One EDTF date without a clock: is it valid, at which level, and which days may be meant?

Sets with holes (`156X-12-25`) are given by their hull. Validity is strict; nothing here reads the news extensions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from tui.core.calendar import DAY, day_number, month_length
from tui.core.spans import Precision, Span, hedged, units_around


class Stated(NamedTuple):
    """What an expression says, and how it stands to the standard."""

    span: Span
    valid: bool
    """Whether the standard allows it, strictly."""
    level: int
    """0, 1 or 2; of use only where `valid`."""


_DATE = re.compile(
    r"([?~%])?(-?)([0-9X]{4})([?~%])?(?:-([?~%])?([0-9X]{2})([?~%])?(?:-([?~%])?([0-9X]{2})([?~%])?)?)?", re.ASCII
)
_SHORT = re.compile(r"(-?)([0-9]{2,3})([?~%])?", re.ASCII)
_LONG = re.compile(r"Y(-?)([1-9][0-9]{0,40})(?:E([1-9][0-9]{0,8}))?(?:S([1-9][0-9]{0,8}))?([?~%])?", re.ASCII)
_SIGNIFICANT = re.compile(r"(-?)([0-9]{4})S([1-4])([?~%])?", re.ASCII)

_LEVEL_1 = re.compile(r"[0-9]{2}[0-9X]X|[0-9]{4}-(XX(-XX)?|[0-9]{2}-XX)", re.ASCII)
"""Where level 1 has its `X`: the end of a bare year, or whole months and days."""

SEASONS: dict[int, tuple[int, int]] = {
    **{21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)},
    **{25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3)},
    **{29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3)},
    **{33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3)},
    **{37: (1, 4), 38: (5, 4), 39: (9, 4)},
    **{40: (1, 6), 41: (7, 6)},
}
"""ISO 8601-2 sub-year groupings: first month and number of months. Winter begins in the December of its year; seasons
that name no hemisphere are those of the northern one."""

_WHOLE = "EDTF: every day the date allows, in local time."
_HULL = "EDTF: the date leaves digits open (X) and is read by its hull, from the first day possible to the last."
_SEASON = (
    "EDTF: a season or grouping of months; seasons that name no hemisphere are northern, winter begins in December."
)
_SHORTER = "EDTF: two digits are a century, three a decade."
_ROUNDED = "EDTF: a year with significant digits, read as every year that shares them."
_FAR = "EDTF: a year beyond -9999 to 9999 is valid but has no bounds here, so it is no constraint."


def date(text: str) -> Stated | None:
    """The days an EDTF date allows; None when it is none."""
    if match := _DATE.fullmatch(text):
        return _plain(match)
    if text.startswith("Y"):
        match = _LONG.fullmatch(text)
        return _long(match) if match else None
    if match := _SHORT.fullmatch(text):
        return _short(match[1], match[2], match[3])
    if match := _SIGNIFICANT.fullmatch(text):
        return _significant(match[1], match[2], int(match[3]), match[4])
    return None


def qualified(span: Span, marks: str, rule: str = "") -> Span:
    """The span with `?` (uncertain), `~` (approximate, one unit of slack) or `%` (both) applied."""
    if not marks:
        return span
    if span.approximate or "~" in marks or "%" in marks:
        span = hedged(span, *units_around(span))
    return span._replace(uncertain=span.uncertain or "?" in marks or "%" in marks, rule=rule or span.rule)


def _plain(match: re.Match[str]) -> Stated | None:
    sign, year, month, day = match[2], match[3], match[6], match[9]
    if sign and year == "0000":
        return None
    digits = year if month is None else f"{year}-{month}" if day is None else f"{year}-{month}-{day}"
    if "X" in digits:
        span = _open(sign, year, month, day)
    elif month is None:
        span = _years(int(sign + year), int(sign + year), Precision.YEAR, _WHOLE)
    elif day is None:
        span = _month(int(sign + year), int(month))
    else:
        span = _day(int(sign + year), int(month), int(day))
    if span is None:
        return None
    marks = [match[i] for i in (1, 4, 5, 7, 8, 10) if match[i]]
    level = 1 if sign else 0
    if month is not None and day is None and month.isdigit() and int(month) > 20:
        level = 1 if int(month) <= 24 else 2
    if marks:
        last = match[10] if day is not None else match[7] if month is not None else match[4]
        level = max(level, 1 if len(marks) == 1 and last else 2)
    if "X" in digits:
        level = max(level, 1 if _LEVEL_1.fullmatch(digits) else 2)
    return Stated(qualified(span, "".join(marks)), True, level)


def _years(first: int, last: int, precision: Precision, rule: str) -> Span:
    return Span(day_number(first) * DAY, day_number(last + 1) * DAY, precision, rule)


def _month(year: int, month: int) -> Span | None:
    if 1 <= month <= 12:
        return Span(day_number(year, month) * DAY, day_number(year, month + 1) * DAY, Precision.MONTH, _WHOLE)
    return season(year, month)


def season(year: int, code: int) -> Span | None:
    """The span of a sub-year grouping 21..41; None for any other code."""
    if code not in SEASONS:
        return None
    first, count = SEASONS[code]
    precision = Precision.SEASON if count == 3 else Precision.RANGE
    return Span(day_number(year, first) * DAY, day_number(year, first + count) * DAY, precision, _SEASON)


def _day(year: int, month: int, day: int) -> Span | None:
    if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        return None
    start = day_number(year, month, day) * DAY
    return Span(start, start + DAY, Precision.DAY, _WHOLE)


def _short(sign: str, digits: str, mark: str | None) -> Stated | None:
    if sign and not int(digits):
        return None
    century = len(digits) == 2
    width = 100 if century else 10
    near = int(digits) * width
    first, last = (-near - width + 1, -near) if sign else (near, near + width - 1)
    span = _years(first, last, Precision.CENTURY if century else Precision.DECADE, _SHORTER)
    level = max(0 if century else 2, 1 if sign or mark else 0)
    return Stated(qualified(span, mark or ""), True, level)


def _long(match: re.Match[str]) -> Stated | None:
    sign, digits, exponent, significant, mark = match.groups()
    length = len(digits) + int(exponent or 0)
    if length <= 4 or int(significant or 1) > length:
        return None
    level = 2 if exponent or significant else 1
    # A sign does not bound it either: the years are beyond what this program draws on its line.
    return Stated(
        qualified(Span(None, None, Precision.UNBOUNDED, _FAR), mark or ""), True, max(level, 1 if sign else 0)
    )


def _significant(sign: str, digits: str, count: int, mark: str | None) -> Stated | None:
    if sign and digits == "0000":
        return None
    kept = digits[:count]
    low, high = int(kept.ljust(4, "0")), int(kept.ljust(4, "9"))
    first, last = (-high, -low) if sign else (low, high)
    precision = {1: Precision.RANGE, 2: Precision.CENTURY, 3: Precision.DECADE}.get(count, Precision.YEAR)
    return Stated(qualified(_years(first, last, precision, _ROUNDED), mark or ""), True, 2)


_WIDTHS = {1: Precision.DECADE, 2: Precision.CENTURY}


@lru_cache(maxsize=4096)
def _open(sign: str, year: str, month: str | None, day: str | None) -> Span | None:
    """The hull of a date with `X` in it; None when no day at all fits."""
    if month is None:
        first_year = next(_years_of(sign, year, descending=False))
        last_year = next(_years_of(sign, year, descending=True))
        tail = len(year) - len(year.rstrip("X"))
        exact = "X" not in year.rstrip("X")
        precision = _WIDTHS.get(tail, Precision.RANGE) if exact else Precision.RANGE
        return _years(first_year, last_year, precision, _HULL)
    first = _edge(sign, year, month, day, last=False)
    final = _edge(sign, year, month, day, last=True)
    if first is None or final is None:
        return None
    precision = Precision.RANGE
    if "X" not in year and (day is None or day == "XX"):
        precision = Precision.YEAR if month == "XX" else Precision.MONTH if "X" not in month else Precision.RANGE
    elif "X" not in year + month and final == first:
        precision = Precision.DAY
    return Span(first * DAY, (final + 1) * DAY, precision, _HULL)


def _edge(sign: str, year: str, month: str, day: str | None, *, last: bool) -> int | None:
    """The first or last day number that fits; the year matters only to 29 February."""
    months = [m for m in _matching(month) if 1 <= m <= 12]
    of_month = [d for d in _matching(day or "XX") if 1 <= d <= 31]
    in_leap = [(m, d) for m in months for d in of_month if d <= month_length(_LEAP, m)]
    leap_only = all(d > month_length(_COMMON, m) for m, d in in_leap)
    if not in_leap or (leap_only and not _may_leap(year)):
        return None
    in_order = in_leap[::-1] if last else in_leap
    for y in _years_of(sign, year, descending=last):
        for m, d in in_order:
            if d <= month_length(y, m):
                return day_number(y, m, d)
    return None


_LEAP, _COMMON = 2000, 1999


def _may_leap(pattern: str) -> bool:
    """Whether any year of the pattern is a leap year, by its last two digits or, where they are 00, its first two."""
    ends = [end for end in _matching(pattern[2:]) if end % 4 == 0]
    return any(ends) or (bool(ends) and any(start % 4 == 0 for start in _matching(pattern[:2])))


def _years_of(sign: str, pattern: str, *, descending: bool) -> Iterator[int]:
    """The years a pattern allows, in order; lazily, since the first few decide."""
    if not sign:
        yield from _matching(pattern, descending=descending)
        return
    yield from (-number for number in _matching(pattern, descending=not descending) if number)


def _matching(pattern: str, *, descending: bool = False) -> Iterator[int]:
    ten = "9876543210" if descending else "0123456789"
    return (int("".join(digits)) for digits in product(*(ten if sign == "X" else sign for sign in pattern)))
