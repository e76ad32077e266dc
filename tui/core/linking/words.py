"""The words of a text that can tell one event from another.

Words of English grammar weigh nothing. A line that an outlet prints in several of its reports is its furniture, not news.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from math import log2
from typing import NamedTuple

from tui.core.linking.accounts import Account

FURNITURE = 3
"""In how many reports of one outlet a line, or a part of a headline, must stand to be taken for its furniture."""
HEADLINE = 2
"""A word of the headline counts as so many words of the text."""
MOST_LETTERS = 12_000
"""A text is read so far; what happened stands at its top."""
TOP = 200
"""Words at the top of a text, those of grammar among them, of which two side by side are told."""

_NOTHING: frozenset[str] = frozenset()
_PARTS = re.compile(r" [-–—|:]+ |: ")
_WORD = re.compile(r"[^\W_]+")
_BREAKS = bytes(code if chr(code).isalnum() else 32 for code in range(128)) + b" " * 128
"""Every byte of ASCII that is in no word becomes a space."""
_MARKS = "‘’“”–—…\xa0"
"""What keeps most English texts from being ASCII and is in no word."""
_MOST = 1000
"""A word counts as used no more often than this."""
_DAMPED = (0.0, *(1 + log2(count) for count in range(1, _MOST + 1)))
_KNOWN = 1 << 17
"""Words whose terms are kept."""
_GRAMMAR_WORDS = """
    a about after again all also an and any are as at be because been before being but by can could did do does
    for from get had has have he her him his how i if in into is it its just like may me more most my new no not now of on
    one only or other our out over said says she so some such than that the their them then there these they this those
    to told two up us was we were what when where which while who will with would you your http www com
    aren couldn didn doesn don hadn hasn haven isn ll re shouldn ve wasn weren wouldn
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


class Words(NamedTuple):
    """The words of an account."""

    used: dict[str, float]
    """How often each is used, damped: 1 + log2 of the count."""
    headline: frozenset[str]
    pairs: set[tuple[str, str]]
    """Two that stand side by side, at the top: "basketball court" tells more than a court and basketball. Grammar is empty."""


def terms(account: Account, without: frozenset[str] = _NOTHING) -> Words:
    """The words of an account; lines and parts of headlines in `without` do not count."""
    kept = "\n".join([line for line in lines_of(account.prose) if line not in without]) if without else account.prose
    told = words_in(kept[:MOST_LETTERS])
    counts = Counter(told)
    headline = words_in(" ".join([part for part in _parts(account.title) if part not in without]))
    beside = {*pairwise(told[:TOP]), *pairwise(headline)}
    for word in headline:
        counts[word] += HEADLINE
    counts.pop("", None)
    return Words(
        {word: _DAMPED[min(count, _MOST)] for word, count in counts.items()},
        frozenset(filter(None, headline)),
        beside,
    )


def words_in(text: str) -> list[str]:
    """Every word in order, in the singular; empty for a word of grammar or a single letter."""
    text = text.lower()
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, " ")
    words = text.encode().translate(_BREAKS).decode().split() if text.isascii() else _WORD.findall(text)
    return [_TERMS[word] for word in words]


def names_and_last_words(names: Sequence[str]) -> tuple[str, ...]:
    """Each name and, after a bar, its last word: who is "Kaemon Robinson" here may be "Robinson" there."""
    last = (f"|{name.rsplit(' ', 1)[1]}" for name in names if " " in name)
    return tuple(dict.fromkeys(chain(names, last)))


def _parts(title: str) -> list[str]:
    return [part.strip() for part in _PARTS.split(title)]


class _Terms(dict[str, str]):
    """Word -> term, found once for each word."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _KNOWN:
            self.clear()
        term = self[word] = _term(word)
        return term


def _term(word: str) -> str:
    if len(word) < 2 or word in _GRAMMAR:
        return ""
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word


_TERMS = _Terms()
