"""Whether two names may be one: declared, one spelling family, worth asking, or different (rules.md §5).

Says which step decided and what it did to the names. Never merges organisations on likeness alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from tui.core.name_parts import Name, Part, parse
from tui.core.scripts import fold
from tui.core.spellings import likeness

__all__ = ["Directory", "NameRelation", "NameVerdict", "Resolved", "compare_names", "fold"]


class NameRelation(StrEnum):
    """How two names stand to each other."""

    SAME = "same"
    SPELLING = "spelling"
    ASK = "ask"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameVerdict:
    """Two names compared."""

    verdict: NameRelation
    score: float
    """0..1; 1 for equal and declared names."""
    rule: str
    """The step that decided, one plain sentence."""
    steps: tuple[str, ...]
    """What was done to the names on the way, for a person to follow."""


Groups = Mapping[str, str] | Callable[[str], str | None]
THRESHOLDS = {"person": (0.85, 0.6), "place": (0.85, 0.6), "org": (2.0, 0.6), "": (0.9, 0.6)}


def compare_names(a: str, b: str, kind: str | None = None, *, groups: Groups | None = None) -> NameVerdict:
    """Compares two names as written."""
    family = {"person": "person", "place": "place", None: "", "": ""}.get(kind, "org")
    if a > b:
        a, b = b, a
    first, second = parse(a, family), parse(b, family)
    if first.folded == second.folded:
        return NameVerdict(verdict=NameRelation.SAME, score=1.0, rule="Equal once case, accents, apostrophes and hyphens are folded.", steps=())
    score = sum(features(first, second)[:2]) / 2
    high, low = THRESHOLDS[family]
    verdict = NameRelation.SPELLING if score >= high else NameRelation.ASK if score >= low else NameRelation.DIFFERENT
    return NameVerdict(verdict=verdict, score=score, rule="", steps=first.steps + second.steps)


def features(a: Name, b: Name) -> tuple[float, ...]:
    pairs = sorted(
        ((likeness(p.text, q.text), i, j) for i, p in enumerate(a.parts) for j, q in enumerate(b.parts)), reverse=True
    )
    left = set(range(len(a.parts)))
    right = set(range(len(b.parts)))
    both = 0.0
    for sim, i, j in pairs:
        if i in left and j in right and sim > 0.5:
            left.discard(i)
            right.discard(j)
            both += sim * min(a.parts[i].weight, b.parts[j].weight)
    ta = sum(p.weight for p in a.parts)
    tb = sum(p.weight for p in b.parts)
    dice = 2 * both / (ta + tb) if ta + tb else 0.0
    small = min(ta, tb)
    contain = both / small if small else 0.0
    whole = Indel.normalized_similarity(a.whole.plain, b.whole.plain)
    wbroad = Indel.normalized_similarity(a.whole.broad, b.whole.broad)
    la = sum(a.parts[i].weight for i in left)
    lb = sum(b.parts[i].weight for i in right)
    acro = 1.0 if set(a.initials) & {b.folded.replace(" ", "")} or set(b.initials) & {a.folded.replace(" ", "")} else 0.0
    return (dice, contain, whole, wbroad, min(la, lb), max(la, lb), both, acro, float(a.direction != b.direction))


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a name was resolved to."""

    id: str
    step: str
    """"declared" or "spelling"."""


class Directory:
    """Resolves names against declared things; every answer is remembered."""

    def __init__(self, entries: Iterable[tuple[str, str, tuple[str, ...]]]) -> None:
        self._entries = [(identity, kind, names) for identity, kind, names in entries]
        self._folded: dict[str, str] = {}
        for identity, _, names in self._entries:
            for name in (identity, *names):
                self._folded.setdefault(fold(name), identity)
        self._known: dict[str, Resolved | None] = {}

    def resolve(self, name: str) -> Resolved | None:
        """The declared thing a name means, or None."""
        if name not in self._known:
            self._known[name] = self._resolve(name)
        return self._known[name]

    def _resolve(self, name: str) -> Resolved | None:
        identity = self._folded.get(fold(name))
        if identity is not None:
            return Resolved(identity, "declared")
        found = {
            identity
            for identity, kind, names in self._entries
            if kind in ("person", "place")
            for other in names
            if compare_names(name, other, kind).verdict is NameRelation.SPELLING
        }
        return Resolved(found.pop(), "spelling") if len(found) == 1 else None
