"""The nearest right spelling of a word that is not known. Suggests only what a slip of the hand explains."""

from __future__ import annotations

from collections.abc import Collection

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract, extractOne

TABLE_DISTANCE = 2
"""How many letters a misspelt table name may differ by (contract.md, "Dossier format 1")."""

MOST_COMPARISONS = 5_000_000
"""What a run may spend on suggestions: about a second. A hundred thousand wrong references need no hundred thousand."""


def nearest(word: str, choices: Collection[str]) -> str | None:
    """The choice fewest slips (letter added, dropped, changed, or two swapped) away, or None when all are far.

    Far is more than two slips, or more than a third of the word where that is longer; and never the whole word. Of
    several as near, the one that goes on as the word does: who types `wher` has dropped a letter of `where`.
    """
    folded = word.casefold().replace("-", "_")
    most = min(max(TABLE_DISTANCE, len(folded) // 3), max(len(folded) - 1, 0))
    names = list(choices)
    best = extractOne(folded, names, scorer=OSA.distance, processor=_folded, score_cutoff=most)
    if best is None:
        return None
    as_near = extract(folded, names, scorer=OSA.distance, processor=_folded, score_cutoff=best[1], limit=None)
    return str(min(as_near, key=lambda found: (-_in_common(folded, _folded(found[0])), found[2]))[0])


class Suggestions:
    """Nearest spellings for one run over a dossier: each word looked for once, and none when there are far too many."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], str | None] = {}
        self._left = MOST_COMPARISONS

    def nearest(self, word: str, choices: Collection[str], kind: str) -> str | None:
        """`nearest`, where `kind` names the choices: they are taken to be the same each time."""
        about = (kind, word)
        if about not in self._known:
            self._left -= len(choices)
            self._known[about] = nearest(word, choices) if self._left > 0 else None
        return self._known[about]


def within(word: str, choices: Collection[str], distance: int = TABLE_DISTANCE) -> str | None:
    """The nearest choice at most so many slips away."""
    found = extractOne(
        word.casefold(), list(choices), scorer=OSA.distance, processor=str.casefold, score_cutoff=distance
    )
    return None if found is None else str(found[0])


def _in_common(a: str, b: str) -> int:
    """How many letters two words begin with alike."""
    return next(
        (place for place, pair in enumerate(zip(a, b, strict=False)) if pair[0] != pair[1]), min(len(a), len(b))
    )


def _folded(word: str) -> str:
    return word.casefold().replace("-", "_")
