"""Short signs for sources, for column heads: from the name as a reader would shorten it, and never two alike."""

from __future__ import annotations

import re
from collections.abc import Iterable

from anyascii import anyascii

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NUMBER = re.compile(r"(?<!\S)\d{1,4}(?!\S)")
"""The number of one among several of that name, "Paper number 28": no part of "19.1", and nothing that no column head holds."""
_LONGEST = 5
_SHORTEST = 2
_TOLD = 3
"""Letters that an abbreviation is left with at least beside a number."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def siglum_of(name: str) -> str:
    """Two to five capitals: an abbreviation as it is, initials of several words, first letter and consonants of one. A number
    stands in it whole: one that is "P28" for another reason than its name is taken for the paper of that number.
    """
    plain = str(anyascii(name))
    words: list[str] = _WORD.findall(plain)
    numbers = _NUMBER.findall(plain)
    number = numbers[0] if len(numbers) == 1 else ""
    capitals = [word for word in words if word.isupper() and _SHORTEST <= len(word) <= _LONGEST]
    if capitals:
        room = _LONGEST - len(number)
        return capitals[0][:room] + number if len(capitals[0]) <= room or room >= _TOLD else capitals[0]
    initials = _initials([word for word in words if word[0].isupper() or word[0].isdigit()], number)
    if len(initials) < _SHORTEST or initials == number:
        initials = _initials(words, number)
    if len(initials) >= _SHORTEST:
        return initials.upper()
    word = "".join(words)
    if len(word) <= 4:
        return (word or "S").upper().ljust(_SHORTEST, "X")
    consonants = re.sub(r"[aeiouy'’]", "", word[1:], flags=re.IGNORECASE) or word[1:]
    return (word[0] + consonants[:2]).upper()


def _initials(words: list[str], number: str) -> str:
    """The first letters and the whole number, where it stands; letters give way."""
    at = words.index(number) if number in words else len(words)
    letters = [word[0] for word in words[:at] + words[at + 1 :]][: _LONGEST - len(number)]
    return "".join([*letters[:at], number, *letters[at:]])


def distinct_sigla(names: Iterable[tuple[str, str | None]]) -> list[str]:
    """A siglum for each (name, siglum given or None), no two alike; given ones first, in order. Those that would be alike are
    numbered; those that end in a number have a letter behind it.
    """
    wanted = list(names)
    given = {siglum for _, siglum in wanted if siglum}
    taken: set[str] = set()
    counts: dict[str, int] = {}
    sigla: list[str] = []
    for name, siglum in wanted:
        if siglum and siglum not in taken:
            taken.add(siglum)
            sigla.append(siglum)
        else:
            base = siglum or siglum_of(name)
            free = base
            while free in taken or free in given:
                counts[base] = counts.get(base, 1) + 1
                free = _told_apart(base, counts[base])
            taken.add(free)
            sigla.append(free)
    return sigla


def _told_apart(base: str, count: int) -> str:
    if base[-1].isdigit():
        return (base + _lettered(count))[-_LONGEST:]
    number = str(count)
    return base[: max(1, _LONGEST - len(number))] + number


def _lettered(count: int) -> str:
    """A, B, … Z, AA, AB, …: of 1 and what follows it."""
    letters = ""
    while count:
        count, place = divmod(count - 1, len(_LETTERS))
        letters = _LETTERS[place] + letters
    return letters
