"""Short signs for sources, for column heads: from the name as a reader would shorten it, and never two alike."""

from __future__ import annotations

import re
from collections.abc import Iterable

from anyascii import anyascii

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LONGEST = 5
_SHORTEST = 2


def siglum_of(name: str) -> str:
    """Two to five capitals: an abbreviation as it is, initials of several words, first letter and consonants of one."""
    words: list[str] = _WORD.findall(str(anyascii(name)))
    capitals = [word for word in words if word.isupper() and _SHORTEST <= len(word) <= _LONGEST]
    if capitals:
        return capitals[0]
    initials = "".join(word[0] for word in words if word[0].isupper() or word[0].isdigit())
    if len(initials) < _SHORTEST:
        initials = "".join(word[0] for word in words)
    if len(initials) >= _SHORTEST:
        return initials[:_LONGEST].upper()
    word = "".join(words)
    if len(word) <= 4:
        return (word or "S").upper().ljust(_SHORTEST, "X")
    consonants = re.sub(r"[aeiouy'’]", "", word[1:], flags=re.IGNORECASE) or word[1:]
    return (word[0] + consonants[:2]).upper()


def distinct_sigla(names: Iterable[tuple[str, str | None]]) -> list[str]:
    """A siglum for each (name, siglum given or None), no two alike; given ones first, in order."""
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
                number = str(counts[base])
                free = base[: max(1, _LONGEST - len(number))] + number
            taken.add(free)
            sigla.append(free)
    return sigla
