"""The ages and the days that a text names. One pass over its numbers finds both."""

from __future__ import annotations

import re
from datetime import date
from math import floor
from typing import NamedTuple

from tui.core.linking.accounts import Days
from tui.core.linking.words import MOST_LETTERS
from tui.core.phrases.lexicon import MONTHS, NUMBERS, WEEKDAYS

TOP = 1_500
"""Letters in which the name of a weekday is taken to be news and not a diary."""

_NUMBER = re.compile(r"[0-9]+")
_OLD = re.compile(r"[-\s‑]years?[-\s‑]old")
_YEARS_OLD = re.compile(r"years?[-\s‑]old")
_SPELLED = re.compile(r"(?:^|[^\w-])([A-Za-z]+)[-\s‑]$")
_LISTED = frozenset({", ", " and ", ", and ", " or ", " to "})
"""What stands between the ages of a list."""
_NO_NOUN = re.compile(r"[,.;:)]|$| (?:and|or|to|were|was|are|who)\b")
"""What follows a number of a list that counts nothing: no "9 others"."""
_YEAR = re.compile(r"(?:st|nd|rd|th)?\b(?:, ?((?:19|20)[0-9]{2}))?")
_AGED = frozenset({"age", "aged", "ages", "age:", "aged:", "ages:", "Age", "Aged", "Ages", "Age:", "Aged:", "Ages:"})
_MONTHS = {word: number for name, number in MONTHS.items() for word in (name.title(), f"{name.title()}.")}
_LONGEST = max(map(len, _MONTHS)) + 2
"""Letters before a number that hold the word before it, and show where that begins."""
_WEEKDAYS = tuple((name.title(), number) for name, number in WEEKDAYS.items() if name.endswith("day"))
_EPOCH = date(1970, 1, 1).toordinal()


class Mentions(NamedTuple):
    """What a text names."""

    ages: frozenset[int]
    """Of people: "17-year-old", "six-year-old", "aged 17", "ages 13, 17 and 19", "Smith, 17,"."""
    days: frozenset[int]
    """In days since 1970: "May 7, 2015", and "May 7" or "Monday" as the last one up to publication."""


def mentions(text: str, published: Days | None) -> Mentions:
    """The ages and days of a text of which it is known, or not, when it was published."""
    text = text[:MOST_LETTERS]
    last = None if published is None else floor(published.end - 1e-9)
    ages, days = _spelled(text), set[int | None]()
    listed = -1  # where the last age of a list ends
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if end - start > 2:
            continue
        before = text[max(0, start - _LONGEST) : start]
        if before[-1:].isalnum():
            continue
        if _OLD.match(text, end) or (text[end : end + 1] == "," and before[-2:] == ", " and before[-3:-2].islower()):
            ages.add(int(match[0]))
        elif before[-1:].isspace() and (words := before.split()):
            word = words[-1].lstrip("(\"'“‘[")
            if word in _AGED or (text[listed:start] in _LISTED and listed >= 0 and _NO_NOUN.match(text, end)):
                if not text[end : end + 1].isalnum():
                    ages.add(int(match[0]))
                    listed = end
            elif word in _MONTHS and (year := _YEAR.match(text, end)):
                days.add(_day(_MONTHS[word], int(match[0]), int(year[1] or 0), last))
    if last is not None:
        top = text[:TOP]
        days.update([last - (last + 3 - number) % 7 for name, number in _WEEKDAYS if name in top])
    return Mentions(frozenset(ages), frozenset([number for number in days if number is not None]))


def _spelled(text: str) -> set[int]:
    """Ages written as words, up to nineteen: "two-year-old"."""
    before = (
        _SPELLED.search(text, max(0, at - 11), at) for at in (found.start() for found in _YEARS_OLD.finditer(text))
    )
    return {NUMBERS[word] for found in before if found and (word := found[1].lower()) in NUMBERS}


def _day(month: int, day: int, year: int, last: int | None) -> int | None:
    try:
        if year:
            return date(year, month, day).toordinal() - _EPOCH
        if last is None:
            return None
        this_year = date.fromordinal(last + _EPOCH).year
        found = date(this_year, month, day).toordinal() - _EPOCH
        return found if found <= last + 1 else date(this_year - 1, month, day).toordinal() - _EPOCH
    except ValueError:
        return None
