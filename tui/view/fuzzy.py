"""How well a few typed letters fit a name, and which of its letters they are. Knows no list and no screen.

Every word that is typed, taken as a search takes it, has to fit: where a word of the name begins, else inside one, else as
beginnings of words one after the other ("nefl": next flag), else, where that is allowed, as letters in order from the beginning of
a word on ("tmln": timeline).
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from tui.core.scripts import folded
from tui.core.searching import ways


class Fit(NamedTuple):
    """That it fits."""

    score: float
    """From 0 to 1; the whole name has 1."""
    places: tuple[int, ...]
    """The letters of the name, by index, in order; a mark over a letter goes with it."""


UNASKED = Fit(0.0, ())
"""Nothing was typed."""
_BEGINNING, _INSIDE, _INITIALS, _SCATTERED = 0.8, 0.55, 0.4, 0.15
_FIRST = 0.15
"""More for a name that begins with it; the last 0.05 are for how much of the name it is."""


def fit(typed: str, name: str, *, scattered: bool = False) -> Fit | None:
    """How the words of `typed` fit `name`; None where one of them does not. Nothing typed fits everything, with a score of 0."""
    letters, origins = _letters(name)
    places: set[int] = set()
    score = 1.0
    asked = ways(typed) or [(sign,) for sign in typed.split()]
    words = [alike for way in asked if (alike := [_letters(each)[0] for each in way if _letters(each)[0]])]
    for alike in words:
        fitting = [found for word in alike if (found := _placed(word, letters, scattered=scattered)) is not None]
        if not fitting:
            return None
        found = max(fitting)
        score = min(score, found[0])
        places |= set(found[1])
    if not words:
        return UNASKED
    share = 0.05 * min(1.0, len(places) / max(1, len(letters)))
    return Fit(score + share, _with_marks({origins[place] for place in places}, set(origins), len(name)))


def _placed(word: str, letters: str, *, scattered: bool) -> tuple[float, tuple[int, ...]] | None:
    inside = -1
    at = letters.find(word)
    while at >= 0:
        if _begins(letters, at):
            return _BEGINNING + (_FIRST if at == 0 else 0.0), tuple(range(at, at + len(word)))
        inside = at if inside < 0 else inside
        at = letters.find(word, at + 1)
    if inside >= 0 and len(word) > 1:
        return _INSIDE, tuple(range(inside, inside + len(word)))
    initials = _initials(word, letters)
    if initials is not None:
        return _INITIALS, initials
    loose = _loose(word, letters) if scattered else None
    return (_SCATTERED, loose) if loose is not None else None


def _initials(word: str, letters: str) -> tuple[int, ...] | None:
    """Beginnings of words one after the other; each as long as it can be."""
    places: list[int] = []
    for letter in word:
        after = places[-1] + 1 if places else 0
        if places and after < len(letters) and letters[after] == letter:
            places.append(after)
            continue
        at = next((n for n in range(after, len(letters)) if letters[n] == letter and _begins(letters, n)), None)
        if at is None:
            return None
        places.append(at)
    return tuple(places)


def _loose(word: str, letters: str) -> tuple[int, ...] | None:
    """Letters in order, the first one at the beginning of a word."""
    for start in (n for n, letter in enumerate(letters) if letter == word[0] and _begins(letters, n)):
        places, at = [start], start
        for letter in word[1:]:
            at = letters.find(letter, at + 1)
            if at < 0:
                break
            places.append(at)
        if len(places) == len(word):
            return tuple(places)
    return None


def _begins(letters: str, at: int) -> bool:
    return at == 0 or not letters[at - 1].isalnum()


@lru_cache(maxsize=8192)
def _letters(name: str) -> tuple[str, tuple[int, ...]]:
    """The name without case and accents, and from which letter of it each of these comes."""
    made = [(letter, place) for place, sign in enumerate(name) for letter in _plain(sign)]
    return "".join(letter for letter, _ in made), tuple(place for _, place in made)


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    if sign.isascii():
        return sign.lower().replace("'", "")
    plain = folded("a" + sign)[1:]  # a mark alone is kept, after a letter it is taken away
    return plain or ("" if folded("a" + sign) == "a" else sign)


def _with_marks(places: set[int], letters: set[int], size: int) -> tuple[int, ...]:
    """With what stands behind a letter and is none itself."""
    for place in range(size):
        if place not in letters and place - 1 in places:
            places.add(place)
    return tuple(sorted(places))
