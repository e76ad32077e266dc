"""The words of a text that can tell one event from another, and the ages and days it names.

Words of English grammar weigh nothing. A line that an outlet prints in several of its reports is its furniture, not news.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain
from math import floor, log2

from tui.core.linking.accounts import Account, Days

FURNITURE = 3
"""In how many reports of one outlet a line, or a part of a headline, must stand to be taken for its furniture."""
HEADLINE = 2
"""A word of the headline counts as so many words of the text."""
MOST_LETTERS = 12_000
"""A text is read so far; what happened stands at its top."""
TOP = 1_500
"""Letters in which the name of a weekday is taken to be news and not a diary."""

_NOTHING: frozenset[str] = frozenset()
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_AGE = re.compile(r"\b(\d{1,2})[-\s‑]years?[-\s‑]old|\b[Aa]ge[ds]?:?\s+(\d{1,2})\b|(?<=[a-z]),\s(\d{1,2}),")
_PARTS = re.compile(r" [-–—|:]+ |: ")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(
    r"\b((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.? (\d{1,2})(?:st|nd|rd|th)?\b(?:, ?((?:19|20)\d\d))?"
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile("|".join(_WEEKDAYS))
_EPOCH = date(1970, 1, 1).toordinal()
_GRAMMAR_WORDS = """
    a about after again all also an and any are as at be because been before being but by can could did do does
    for from get had has have he her him his how i if in into is it its just like may me more most my new no not now of on
    one only or other our out over said says she so some such than that the their them then there these they this those
    to told two up us was we were what when where which while who will with would you your http www com
"""
_GRAMMAR = frozenset(_GRAMMAR_WORDS.split())


def lines_of(text: str) -> list[str]:
    """The lines of a text that hold anything."""
    return [line for line in (part.strip() for part in text[:MOST_LETTERS].split("\n")) if line]


def furniture(accounts: Iterable[Account]) -> dict[str, frozenset[str]]:
    """By outlet, the lines and parts of headlines it prints in `FURNITURE` or more of its reports."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for account in accounts:
        if account.outlet and not account.dataset:
            seen[account.outlet].update({*lines_of(account.prose), *_parts(account.title)})
    return {
        outlet: frozenset(line for line, count in lines.items() if count >= FURNITURE) for outlet, lines in seen.items()
    }


def terms(account: Account, without: frozenset[str] = _NOTHING) -> dict[str, float]:
    """How often each word is used, damped: 1 + log2 of the count; `without` are lines that do not count."""
    kept = "\n".join([line for line in lines_of(account.prose) if line not in without]) if without else account.prose
    counts = Counter(_WORD.findall(kept[:MOST_LETTERS].lower()))
    for word in _WORD.findall(headline(account, without).lower()):
        counts[word] += HEADLINE
    found: dict[str, int] = {}
    for word, count in counts.items():
        term = _term(word)
        if term:
            found[term] = found.get(term, 0) + count
    return {term: 1 + log2(count) if count > 1 else 1.0 for term, count in found.items()}


def headline(account: Account, without: frozenset[str] = _NOTHING) -> str:
    """The headline without what the outlet adds to each."""
    return " ".join(part for part in _parts(account.title) if part not in without)


def headline_words(account: Account, without: frozenset[str] = _NOTHING) -> frozenset[str]:
    """The words of the headline that tell anything."""
    words = _WORD.findall(headline(account, without).lower())
    return frozenset(filter(None, map(_term, words)))


def ages_in(text: str) -> frozenset[int]:
    """Ages of people that a text states: "17-year-old", "aged 17", "Smith, 17,"."""
    return frozenset(int(a or b or c) for a, b, c in _AGE.findall(text[:MOST_LETTERS]))


def days_in(text: str, published: Days | None) -> frozenset[int]:
    """The days a text names, in days since 1970: "May 7, 2015", and "May 7" or "Monday" as the last one up to publication."""
    last = None if published is None else floor(published.end - 1e-9)
    found = {_day(month, int(day), int(year or 0), last) for month, day, year in _DATE.findall(text[:MOST_LETTERS])}
    if last is not None:
        found.update(last - (last + 3 - _WEEKDAYS.index(name)) % 7 for name in set(_WEEKDAY.findall(text[:TOP])))
    return frozenset(number for number in found if number is not None)


def names_and_last_words(names: Sequence[str]) -> tuple[str, ...]:
    """Each name and, after a bar, its last word: who is "Kaemon Robinson" here may be "Robinson" there."""
    last = (f"|{name.rsplit(' ', 1)[1]}" for name in names if " " in name)
    return tuple(dict.fromkeys(chain(names, last)))


def _parts(title: str) -> list[str]:
    return [part.strip() for part in _PARTS.split(title)]


def _day(month: str, day: int, year: int, last: int | None) -> int | None:
    number = _MONTHS.index(month[:3].lower()) + 1
    try:
        if year:
            return date(year, number, day).toordinal() - _EPOCH
        if last is None:
            return None
        this_year = date.fromordinal(last + _EPOCH).year
        found = date(this_year, number, day).toordinal() - _EPOCH
        return found if found <= last + 1 else date(this_year - 1, number, day).toordinal() - _EPOCH
    except ValueError:
        return None


@lru_cache(maxsize=1 << 17)
def _term(word: str) -> str:
    """The word in the singular; empty for a word of grammar or a single letter."""
    if len(word) < 2 or word in _GRAMMAR:
        return ""
    word = word.removesuffix("'s")
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word
