"""Words as a search looks for them: folded, with and without the Arabic article, which Latin letters may write as one with its
word; signs of scripts without blanks one by one. What is typed is folded here and nowhere else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from tui.core.name_words import ARTICLES
from tui.core.scripts import fold, folded, folded_words

_ARTICLE = re.compile(r"[وفبك]?ال(?=\w{3})|لل(?=\w{3})")
"""The article, with "and", "in", "by" or "as" before it, at the beginning of a word that is longer."""
_ARTICLE_BEGINS = frozenset("وفبكال")
"""The first letters of such a word."""
_ENGLISH = frozenset(("the", "as", "at", "an", "en", "er", "ed", "us", "il"))
_BARE = ARTICLES - _ENGLISH
"""Articles that are one with a blank behind them, too."""
_JOINED = re.compile(
    rf"\b({'|'.join(sorted(ARTICLES - {'the'}))})[-‐‑–](\w{{3,}})|\b({'|'.join(sorted(_BARE))}) (\w{{3,}})",
    re.IGNORECASE,
)
"""An article in Latin letters and its word: "al-Anbar", "ez-Zor", "Al Raqqa"."""
_HYPHENED = re.compile(rf"-(?<=\b({'|'.join(sorted(_ENGLISH - {'the'}))}).)(\w{{3,}})", re.IGNORECASE)
"""The same of articles that are one with a hyphen alone, looked for from the hyphen on: there are few in a long text."""
_UNSPACED = re.compile("([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])")
"""Kana and ideographs: where a word ends, nothing shows."""


_SHORT = 3
"""Letters of a name that could be another word, were it written otherwise: "IS", "US"."""

_OR = "\x00"
"""Between a word and the same with its article."""


def searchable(text: str) -> str:
    """Everything in the text that can be looked for, in words with single blanks between them."""
    words = folded_words(text)
    whole = " ".join(words)
    joined = dict.fromkeys(folded(article + word) for article, word in _HYPHENED.findall(text)) if "-" in text else {}
    if not _BARE.isdisjoint(words):
        joined |= dict.fromkeys([a + b for a, b in pairwise(words) if a in _BARE and len(b) > 2])
    if whole.isascii():
        return " ".join([whole, *joined])
    bare = [_without_article(word) for word in words if word[0] in _ARTICLE_BEGINS and _ARTICLE.match(word)]
    return " ".join([*map(_spaced, words), *joined, *bare])


def ways(text: str) -> tuple[tuple[str, ...], ...]:
    """For each word typed how it may stand in `searchable` text, as its beginning; signs that follow each other have blanks."""
    parted = _JOINED.sub(lambda found: f" {found[2] or found[4]}{_OR}{''.join(filter(None, found.groups()))} ", text)
    return tuple(way for each in parted.split() for way in _ways(each))


def _ways(typed: str) -> Iterator[tuple[str, ...]]:
    bare, _, joined = typed.partition(_OR)
    if joined:
        yield fold(bare), fold(joined)
        return
    words = [word for word in fold(typed).replace('"', " ").split() if any(sign.isalnum() for sign in word)]
    yield from (tuple(dict.fromkeys((_spaced(word), _without_article(word)))) for word in words)


def exactly(name: str) -> str:
    """A declared name as it stands in `searchable` text."""
    return _spaced(fold(name))


def sought(words: str, *names: str) -> str:
    """Words, and names that are looked for as they stand, as one text: `found` takes it apart."""
    return "\n".join((words, *names))


def found(text: str, looked_for: str) -> list[tuple[int, int]]:
    """Where the words and names that are `sought` stand in a text as it is written, first to last.

    Words are looked for by their beginnings; a name stands whole, and a short one ("IS") in its own letters.
    """
    plain = "".join(map(_plain, text))
    words, names = _needles(looked_for)
    standing = [needle for needle in words if needle in plain]
    named = [(name, written) for name, written in names if name in plain]
    if not standing and not named:
        return []
    one_each = len(plain) == len(text) and text.isascii()  # no letter of ASCII is folded to nothing
    places: Sequence[int] = range(len(text)) if one_each else [n for n, each in enumerate(text) for _ in _plain(each)]
    hits = set[tuple[int, int]]()
    for needle in standing:
        at = plain.find(needle)
        while at >= 0:
            if _begins(plain, at):
                hits.add((places[at], _after(text, places[at + len(needle) - 1])))
            at = plain.find(needle, at + len(needle))
    for name, written in named:
        at = plain.find(name)
        while at >= 0:
            end = at + len(name)
            start, stop = places[at], _after(text, places[end - 1])
            if _begins(plain, at) and _ends(plain, end) and (len(name) > _SHORT or text[start:stop] == written):
                hits.add((start, stop))
            at = plain.find(name, end)
    merged: list[tuple[int, int]] = []
    for start, end in sorted(hits):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


@lru_cache(16)
def _needles(looked_for: str) -> tuple[frozenset[str], tuple[tuple[str, str], ...]]:
    """Every way of the words looked for, without blanks, and the names, folded and as they are written: the same are looked for
    in each line of a picture. What is one word but for its article is looked for as one."""
    words, *names = looked_for.split("\n")
    known = [(name, ways(name)) for name in names]
    of_article = [way for _, every in known if len(every) == 1 and len(every[0]) > 1 for way in every]
    rest = dict.fromkeys(
        ("".join(map(_plain, name)), name) for name, every in known if every and every[0] not in of_article
    )
    return frozenset(each.replace(" ", "") for way in (*ways(words), *of_article) for each in way), tuple(rest)


def _begins(plain: str, at: int) -> bool:
    """Whether a word begins there, its article aside, or may: in scripts without blanks it may anywhere."""
    if _UNSPACED.match(plain[at]):
        return True
    start = at
    while start and plain[start - 1].isalnum():
        start -= 1
    article = _ARTICLE.match(plain, start)
    return start == at or (article is not None and article.end() == at)


def _ends(plain: str, end: int) -> bool:
    """Whether a word ends there, or may."""
    return end == len(plain) or not plain[end].isalnum() or _UNSPACED.match(plain[end - 1]) is not None


def _after(text: str, at: int) -> int:
    """The place behind a letter and the marks it bears."""
    end = at + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _without_article(word: str) -> str:
    return _ARTICLE.sub("", word, count=1) if _ARTICLE.match(word) else word


@lru_cache(1 << 16)
def _spaced(text: str) -> str:
    return text if text.isascii() else " ".join(" ".join(_UNSPACED.split(text)).split())


@lru_cache(4096)
def _plain(letter: str) -> str:
    """A letter as folding leaves it; a blank stays one, and an accent that stands alone is nothing."""
    if letter.isspace():
        return " "
    return "" if unicodedata.combining(letter) else fold(letter)
