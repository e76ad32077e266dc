"""Times and numbers as stretches of a line: five relations, and the camps of any number of readings by one sweep.

Everything is closed and exact: a time is whole seconds (`latest - 1` closes a half-open end), a number is itself.
Infinite ends are no constraint. Source of the rules: rules.md §1.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from tui.core.judgements import Verdict


class Extent(NamedTuple):
    """A set of possible truths with two boundaries, low <= core_low <= core_high <= high, all inclusive."""

    low: float
    core_low: float
    core_high: float
    high: float
    firm: bool = False
    """The hard bounds are what is written ("at least 10"): meeting outside the core is compatible, never strained."""
    easy_low: float | None = None
    """How far it goes without strain where that is less than the hard bounds ("about 2 p.m.": as far as "2 p.m."); None: as
    far as the core."""
    easy_high: float | None = None

    @property
    def easy(self) -> tuple[float, float]:
        """All that is met without strain."""
        if self.firm:
            return self.low, self.high
        low = self.core_low if self.easy_low is None else self.easy_low
        return low, self.core_high if self.easy_high is None else self.easy_high

    def moved(self, shift: float) -> Extent:
        """The same so much further along the line."""
        low, high = (None if end is None else end + shift for end in (self.easy_low, self.easy_high))
        ends = (self.low + shift, self.core_low + shift, self.core_high + shift, self.high + shift)
        return Extent(*ends, self.firm, low, high)


class Relation(NamedTuple):
    """How two extents stand to each other."""

    verdict: Verdict
    gap: float
    """Distance between the hard bounds where the verdict is conflict, else 0. Two adjacent integers are 1 apart."""


EVERYTHING = Extent(-inf, -inf, inf, inf)
"""No constraint at all."""


def relate(a: Extent, b: Extent, *, hard_equal: bool = False) -> Relation:
    """The relation of two extents; symmetric. `hard_equal`: `same` asks for equal hard bounds too (numbers, §1)."""
    if a.low > b.high or b.low > a.high:
        return Relation(Verdict.CONFLICT, max(a.low - b.high, b.low - a.high))
    a_core, b_core = (a.core_low, a.core_high), (b.core_low, b.core_high)
    if a_core == b_core:
        if hard_equal and (a.low, a.high) != (b.low, b.high):
            return Relation(Verdict.PRECISION, 0)
        return Relation(Verdict.SAME, 0)
    if _inside(a_core, b_core) or _inside(b_core, a_core):
        return Relation(Verdict.PRECISION, 0)
    if _meet(a_core, b_core):
        return Relation(Verdict.COMPATIBLE, 0)
    return Relation(Verdict.COMPATIBLE if _meet(a.easy, b.easy) else Verdict.STRAINED, 0)


def camps(extents: Sequence[Extent]) -> tuple[tuple[int, ...], ...]:
    """Maximal sets of indices that can be true together, each sorted, in order along the line.

    On a line pairwise overlap means one common point, so one sweep over the sorted ends finds every maximal set:
    O(n log n) for the sweep plus the size of the answer.
    """
    ends = sorted([(e.low, 0, i) for i, e in enumerate(extents)] + [(e.high, 1, i) for i, e in enumerate(extents)])
    alive: set[int] = set()
    found: list[tuple[int, ...]] = []
    grown = False
    for _, closing, index in ends:
        if not closing:
            alive.add(index)
            grown = True
            continue
        if grown:
            found.append(tuple(sorted(alive)))
            grown = False
        alive.discard(index)
    return tuple(found)


def _inside(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return b[0] <= a[0] and a[1] <= b[1]


def _meet(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]
