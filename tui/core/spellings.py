"""How far two single words may be one name in two spellings: consonant skeletons and their likeness.

Works on folded words; knows nothing of titles, order or kinds of names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz.distance import Indel, LCSseq

from tui.core.given_names import GIVEN
from tui.core.scripts import is_arabic, is_hebrew, latin

_GROUPS = {
    "tsch": "C", "tch": "C", "sch": "S", "kh": "X", "gh": "G", "sh": "S", "ch": "S", "th": "T", "dh": "D", "zh": "J",
    "ph": "f", "dj": "j", "dz": "z", "ck": "k", "cz": "C", "sz": "S", "ts": "C", "tz": "C",
}  # fmt: skip
"""Letter groups the romanisations use for one sound; capitals stand for sounds written with two letters."""
_GROUP = re.compile("|".join(_GROUPS))
_LETTERS = str.maketrans({"x": "ks", "w": "u", "v": "u", "y": "i", "o": "u", "e": "i", "c": "k", "q": "k"})
"""Single letters that stand for one sound. "ou", "oo" and "ee" come out as one vowel with the doubled letters."""
_BELONGING = re.compile(r"(?<=..)(?:iy+|y|i)eh?$")
"""The ending of "Salihiya" as the Levant says and writes it: "Salihiyeh", "Salihie"."""
_DOUBLED = re.compile(r"(.)\1+")
_ONCE = itemgetter(1)
_OTHER_NAME = 0.4
"""Likeness of two given names that are known to be different."""
_similarity = Indel.normalized_similarity
_AFTER_VOWEL = frozenset("aiu")
_VOWELS = str.maketrans("", "", "aiu")
_BROAD = str.maketrans("pgGXjJCTDzS", "bkkkkssTdss".replace("T", "t"))
"""Sounds that spellings of one name exchange: p/b, k/g/gh/kh/j, s/z/sh/zh/ch, t/th, d/dh."""


class Spelling(NamedTuple):
    """One word taken down to what its spellings share."""

    plain: str
    """In Latin letters, one letter a sound, vowels a/i/u, no doubled letters."""
    skeleton: str
    """Its consonants."""
    broad: str
    """Its consonants with the sounds that spellings exchange made one."""
    consonants_only: bool
    """It comes from a script that leaves short vowels unwritten."""


@lru_cache(maxsize=65536)
def spelling(word: str) -> Spelling:
    """Takes one folded word apart."""
    letters = _GROUP.sub(_sound, _BELONGING.sub("ia", latin(word))).translate(_LETTERS)
    plain = _DOUBLED.sub(_ONCE, letters)
    if plain[-1:] == "h" and plain[-2:-1] in _AFTER_VOWEL:
        plain = plain[:-1]
    return _spelled(plain, not word.isascii() and (is_arabic(word) or is_hebrew(word)))


def together(words: Sequence[str]) -> Spelling:
    """Folded words written as one; letters of two words never make one sound."""
    if len(words) == 1:
        return spelling(words[0])
    parts = [spelling(word) for word in words]
    plain = _DOUBLED.sub(_ONCE, "".join([part.plain for part in parts]))
    return _spelled(plain, any(part.consonants_only for part in parts))


def _spelled(plain: str, consonants_only: bool) -> Spelling:
    skeleton = plain.translate(_VOWELS)
    return Spelling(plain, skeleton, skeleton.translate(_BROAD), consonants_only)


def _sound(found: re.Match[str]) -> str:
    return _GROUPS[found[0]]


@lru_cache(maxsize=262144)
def likeness(a: str, b: str) -> float:
    """0..1 for two folded words, 1 for equal spellings; symmetric. A different first sound costs a tenth."""
    if a == b:
        return 1.0
    given = GIVEN.get(a)
    if given is not None and given != GIVEN.get(b, given):
        return _OTHER_NAME
    first, second = spelling(a), spelling(b)
    broad = _similarity(first.broad, second.broad)
    if broad < 0.5:
        return 0.6 * broad
    near = 0.4 * vowelled(first, second) + 0.15 * _similarity(first.skeleton, second.skeleton) + 0.45 * broad
    return near if first.broad[:1] == second.broad[:1] else 0.9 * near


def vowelled(a: Spelling, b: Spelling) -> float:
    """Likeness with vowels. Of a script without short vowels, every letter written must find its like in order."""
    if a.consonants_only == b.consonants_only:
        return _similarity(a.plain, b.plain)
    written = len(a.plain if a.consonants_only else b.plain)
    return LCSseq.similarity(a.plain, b.plain) / written if written else 0.0
