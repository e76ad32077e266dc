"""A name taken apart: order, article, titles, kunya, and how much each word says.

Values only; comparing two names is `tui.core.names`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tui.core import name_words as words
from tui.core.scripts import fold, is_arabic, latin
from tui.core.spellings import Spelling, spelling


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One word of a name that is compared."""

    text: str
    """Folded; "abu", "abd" and their like joined with the word they belong to."""
    weight: float
    """How much meeting in this word says: 1 for a rare one, less for "Muhammad", "tell" or "company"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name ready to be compared."""

    folded: str
    parts: tuple[Part, ...]
    whole: Spelling
    """All compared words written as one."""
    steps: tuple[str, ...]
    """What was done to it, in plain English."""
    direction: frozenset[str]
    """Directions and sizes among its words ("east", "great")."""
    initials: tuple[str, ...]
    """Acronyms its words can form."""


_ABD = re.compile(r"abd[aeiou]+(?:l(?=[^aeiou]|a)|([rsznt])(?=\1))")


@lru_cache(maxsize=65536)
def parse(text: str, kind: str) -> Name:
    """Takes a name apart. `kind` is person, place, org or "" for unknown."""
    steps: list[str] = []
    if kind in ("person", "") and text.count(",") == 1:
        last, first = text.split(",")
        if first.strip() and last.strip():
            steps.append(f"read '{text.strip()}' as '{first.strip()} {last.strip()}'")
            text = f"{first} {last}"
    folded = fold(text)
    tokens = folded.split()
    kept = _joined(_bare(tokens, kind, steps), steps)
    parts = tuple(Part(text=token, weight=_weight(token, kind)) for token in kept)
    return Name(
        folded=folded,
        parts=parts,
        whole=spelling("".join(kept)),
        steps=tuple(steps),
        direction=frozenset(words.DIRECTIONS[token] for token in kept if token in words.DIRECTIONS),
        initials=_initials(tokens),
    )


def _bare(tokens: list[str], kind: str, steps: list[str]) -> list[str]:
    """Without articles, titles and the like; never without everything."""
    kept: list[str] = []
    for index, token in enumerate(tokens):
        plain = token if token.isascii() else latin(token)
        last = index == len(tokens) - 1
        if plain in words.ARTICLES and not last and _article_fits(plain, tokens[index + 1]):
            steps.append(f"dropped the article '{token}'")
        elif kind in ("person", "") and plain in words.TITLES:
            steps.append(f"dropped the title '{token}'")
        elif kind in ("person", "") and plain in words.DESCENT:
            steps.append(f"dropped '{token}'")
        elif kind == "place" and plain in words.PLACE_TYPES:
            steps.append(f"dropped '{token}', a kind of place")
        elif is_arabic(token) and token.startswith("ال") and len(token) > 3:
            steps.append("dropped the article 'ال'")
            kept.append(token[2:])
        else:
            kept.append(token)
    return kept or tokens


def _article_fits(article: str, following: str) -> bool:
    """"as Salamiyah" has an article, "as Homs" has not: before a sun letter the article takes its sound."""
    if article in ("al", "el", "ul", "il", "l", "the"):
        return True
    return latin(following).startswith(article[1:])


def _joined(tokens: list[str], steps: list[str]) -> list[str]:
    """Words that make one name written as one: "abu zayd", "abd rahman", "nur din", "sayf allah"."""
    kept: list[str] = []
    pending = ""
    for token in tokens:
        plain = token if token.isascii() else latin(token)
        if not pending and plain in words.KUNYA:
            pending = words.KUNYA[plain]
            continue
        if not pending and (plain in words.SERVANT or plain == "bd"):
            pending = "abd"
            continue
        if plain in ("din", "deen", "dine", "eddine", "uddin", "eldin", "allah", "ullah") and kept and not pending:
            plain = "din" if "d" in plain else "lah"
            steps.append(f"joined '{kept[-1]} {token}'")
            kept[-1] = latin(kept[-1]) + plain
            continue
        if pending:
            steps.append(f"joined '{pending} {token}'")
            kept.append(pending + plain)
            pending = ""
        else:
            kept.append(_ABD.sub("abd", token) if token.startswith("abd") else token)
    return [*kept, pending] if pending else kept


def _weight(token: str, kind: str) -> float:
    if kind == "org":
        return 0.3 if token in words.ORG_GENERIC else 1.0
    if kind == "place":
        return 0.4 if token in words.PLACE_GENERIC else 1.0
    if token in words.COMMON:
        return 0.5
    return 0.3 if len(token) <= 2 else 1.0


def _initials(tokens: list[str]) -> tuple[str, ...]:
    if len(tokens) < 2:
        return ()
    every = "".join(token[0] for token in tokens)
    main = "".join(token[0] for token in tokens if token not in words.LITTLE)
    return tuple({every, main})
