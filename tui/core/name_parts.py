"""A name taken apart: order, article, titles, kunya, and how much each word says.

Values only; comparing two names is `tui.core.names`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tui.core import name_words as words
from tui.core.scripts import fold, latin
from tui.core.spellings import Spelling, spelling, together


class Part(NamedTuple):
    """One word of a name that is compared."""

    text: str
    """Folded; "abu", "abd" and their like joined with the word they belong to."""
    weight: float
    """How much meeting in this word says: 1 for a rare one, less for "Muhammad", "tell" or "company"."""
    broad: str
    """Its broad consonant skeleton."""
    skeleton: str
    """Its consonants as shown to people; the word itself where it has none."""


class Name(NamedTuple):
    """A name ready to be compared."""

    folded: str
    parts: tuple[Part, ...]
    weight: float
    """Of all its parts together."""
    whole: Spelling
    """All compared words written as one."""
    steps: tuple[str, ...]
    """What was done to it, in plain English."""
    place_kind: bool
    """A kind of place was dropped from it ("Qaryat", "district")."""
    directions: frozenset[str]
    """Directions and sizes among its words ("east", "great")."""
    acronyms: frozenset[str]
    """What its words abbreviate to."""
    short: str
    """The name in one word, without articles and legal forms; empty for persons."""
    numbers: tuple[int, ...] = ()
    """The numbers in it, in order, in whatever digits they are written."""
    articled: frozenset[str] = frozenset()
    """The words before which an Arabic article was dropped, or may stand unheard ("Abu Kamal" for "al-Bukamal")."""


_KIND_OF_PLACE = ", a kind of place"
_NONE: frozenset[str] = frozenset()
_BRACKETS = re.compile(r"\(([^()]{1,40})\)")
_ENDS_IN_FAITH = re.compile(r"(?<=..)(?<![aeiou])[aeiou]{1,2}l?dd?[iey]{1,2}ne?$")
_ENDS_IN_GOD = re.compile(r"(?<=..)(?<![aeiou])[aou]{1,2}ll?ah?$")
_CONSTRUCT = re.compile(r"(?<=[a-z]{3})[ae]t$")
"""The feminine ending, heard as -t only before a further word: "Maarrat al-Numan", "Maarra"."""
_DIGITS = re.compile(r"\d{1,18}")
_ABD = re.compile(r"abd(?:[aeiou]+l?|)[aeiou]*(?=.{3})")


@lru_cache(maxsize=65536)
def parse(text: str, kind: str) -> Name:
    """Takes a name apart. `kind` is person, place, org or "" for unknown."""
    steps: list[str] = []
    if kind != "org" and text.count(",") == 1:
        last, first = text.split(",")
        if first.strip() and last.strip():
            steps.append(f"read '{text.strip()}' as '{first.strip()} {last.strip()}'")
            text = f"{first} {last}"
    folded = fold(text)
    tokens = folded.split()
    if kind in ("org", "") and "(" in text:
        tokens = _without_acronym(text, tokens, steps)
    bare, articled = _bare(tokens, kind, steps)
    kept = _joined(bare, steps)
    if kind == "org":
        kept = _translated(kept, steps)
    elif kind == "place" and kept:
        kept = [*[_CONSTRUCT.sub("a", token) for token in kept[:-1]], kept[-1]]
    parts = tuple([_part(token, kind) for token in kept])
    return Name(
        folded=folded,
        parts=parts,
        weight=sum([part.weight for part in parts]) or 1.0,
        whole=together(kept),
        steps=tuple(steps),
        place_kind=kind == "place" and any(step.endswith(_KIND_OF_PLACE) for step in steps),
        directions=frozenset([words.DIRECTIONS[token] for token in kept if token in words.DIRECTIONS])
        if kind in ("place", "")
        else _NONE,
        acronyms=_acronyms(tokens) if kind in ("org", "") else _NONE,
        short="" if kind == "person" else _short(tokens),
        numbers=tuple([int(digits) for digits in _DIGITS.findall(folded)]),
        articled=articled,
    )


def _bare(tokens: list[str], kind: str, steps: list[str]) -> tuple[list[str], frozenset[str]]:
    """Without articles, leading titles and the like, never without everything; and the words that had an article."""
    kept: list[str] = []
    articled: set[str] = set()
    for index, token in enumerate(tokens):
        plain = token if token.isascii() else latin(token)
        last = index == len(tokens) - 1
        if plain in words.ARTICLES and not last and _article_fits(plain, tokens[index + 1]):
            steps.append(f"dropped the article '{token}'")
            if plain != "the":
                articled.add(tokens[index + 1])
        elif not kept and not last and kind in ("person", "") and _is_title(plain, tokens[index + 1]):
            steps.append(f"dropped the title '{token}'")
        elif kind in ("person", "") and plain in words.DESCENT and not last:
            steps.append(f"dropped '{token}' (child of)")
        elif kind == "place" and plain in words.PLACE_TYPES and len(tokens) > 1:
            steps.append(f"dropped '{token}'{_KIND_OF_PLACE}")
        elif kind == "org" and token.startswith("وال") and len(token) > 4:
            kept.append(token[3:])
        elif token.startswith("ال") and len(token) > 3 and token != "الله":
            steps.append("dropped the article 'ال'")
            kept.append(token[2:])
            articled.add(token[2:])
        else:
            kept.append(token)
            if not last and (plain == "albu" or (kind == "place" and words.KUNYA.get(plain) == "abu")):
                articled.add(f"bu{tokens[index + 1]}")
    return kept or tokens, frozenset(articled) or _NONE


def _is_title(word: str, following: str) -> bool:
    """A title, or a word of an office whose title follows."""
    return word in words.TITLES or (word in words.OFFICES and (following in words.TITLES or following in words.OFFICES))


def _article_fits(article: str, following: str) -> bool:
    """Before a sun letter the article takes its sound: "as Salamiyah" has an article, "as Homs" has not."""
    if article in ("al", "el", "ul", "il", "l", "the"):
        return True
    return latin(following).startswith(article[1:])


_AFTER = {(False, True): "din", (True, True): "lah", (False, False): "دين", (True, False): "لا"}
"""What is left of "al-din" and "allah" in a joined name: by whether it is God's name, and in Latin letters."""


def _joined(tokens: list[str], steps: list[str]) -> list[str]:
    """Words that make one name written as one: "abu zayd", "abd rahman", "nur din", "sayf allah"."""
    kept: list[str] = []
    pending = ""
    for token in tokens:
        plain = token if token.isascii() else latin(token)
        if pending:
            steps.append(f"joined '{pending} {token}'")
            kept.append(_servant(pending + token))
            pending = ""
        elif plain in words.KUNYA:
            pending = words.KUNYA[plain]
        elif plain in words.SERVANT or token in ("عبد", "ابو", "ام"):
            pending = token if token in ("عبد", "ابو", "ام") else "abd"
        elif kept and (plain in words.FAITH or plain in words.GOD):
            steps.append(f"joined '{kept[-1]} {token}'")
            kept[-1] += _AFTER[plain in words.GOD, token.isascii()]
        elif token.startswith("عبد") and len(token) > 5:
            kept.append("عبد" + token[3:].removeprefix("ال"))
        else:
            kept.append(_servant(token))
    return [*kept, pending] if pending else kept


def _servant(token: str) -> str:
    """ "abdulrahman" and "abderrahman" as "abdrahman", "noureddine" as "nourdin", "sayfullah" as "sayflah"."""
    if token.startswith("abd"):
        token = _ABD.sub("abd", token, count=1)
    if len(token) > 5 and token.isascii():
        token = _ENDS_IN_FAITH.sub("din", _ENDS_IN_GOD.sub("lah", token))
    return token


def _translated(tokens: list[str], steps: list[str]) -> list[str]:
    """Words of organisations in English: "jaysh" is "army"."""
    kept: list[str] = []
    for token in tokens:
        meaning = words.ORG_WORDS.get(token if token.isascii() else latin(token), token)
        if meaning != token:
            steps.append(f"read '{token}' as '{meaning}'")
        kept.append(meaning)
    return kept


def _part(token: str, kind: str) -> Part:
    taken = spelling(token)
    return Part(token, _weight(token, kind), taken.broad, taken.skeleton.lower() or token)


def _weight(token: str, kind: str) -> float:
    if kind == "org":
        return 0.25 if token in words.ORG_GENERIC else 1.0
    if kind == "place":
        return 0.5 if token in words.PLACE_GENERIC else 1.0
    if token in words.COMMON:
        return 0.6
    return 0.3 if len(token) <= 2 else 1.0


def _without_acronym(text: str, tokens: list[str], steps: list[str]) -> list[str]:
    """ "Islamic State (IS)" without what its own words abbreviate to; other words in brackets stay."""
    rest = fold(_BRACKETS.sub(" ", text)).split()
    for found in _BRACKETS.findall(text):
        if fold(found).replace(" ", "") not in _acronyms(rest):
            return tokens
        steps.append(f"dropped its acronym '({found})'")
    return rest or tokens


def _short(tokens: list[str]) -> str:
    kept = [token for token in tokens if token not in words.LEGAL_FORMS and token not in words.ARTICLES]
    return "".join(kept or tokens)


def _acronyms(tokens: list[str]) -> frozenset[str]:
    """Initials of all its words, of all but the little ones, and of those without legal forms."""
    if len(tokens) < 2:
        return frozenset()
    main = [token for token in tokens if token not in words.LITTLE]
    core = [token for token in main if token not in words.LEGAL_FORMS]
    found = {"".join(token[0] for token in chosen) for chosen in (tokens, main, core)}
    return frozenset(initials for initials in found if len(initials) > 1)
