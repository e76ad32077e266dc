"""Camps of readings: the maximal sets that can be true together. On a line by one sweep, elsewhere from the pairs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from tui.core.line import camps as sweep
from tui.core.verdicts.comparisons import Value
from tui.core.verdicts.times import TimeValue

LARGEST_GRAPH = 24
"""Beyond this many readings of a field without a line, every reading that clashes stands alone."""


def camps_of(
    values: Sequence[Value], clashes: frozenset[tuple[int, int]], *, on_line: bool
) -> tuple[tuple[int, ...], ...]:
    """Maximal sets of indices without a clash. `clashes` holds (smaller, larger) index; `on_line` says the extents decide."""
    if on_line and all(v.extent is not None and not (isinstance(v, TimeValue) and v.end is not None) for v in values):
        return sweep([v.extent for v in values if v.extent is not None])
    everyone = tuple(range(len(values)))
    if not clashes:
        return (everyone,) if everyone else ()
    if len(everyone) > LARGEST_GRAPH:
        clashing = {i for pair in clashes for i in pair}
        rest = tuple(i for i in everyone if i not in clashing)
        return tuple((i,) for i in sorted(clashing)) + ((rest,) if rest else ())
    friends = {i: {j for j in everyone if j != i} for i in everyone}
    for i, j in clashes:
        friends[i].discard(j)
        friends[j].discard(i)
    return tuple(sorted(_cliques(set(), set(everyone), set(), friends)))


def _cliques(chosen: set[int], open_: set[int], done: set[int], friends: dict[int, set[int]]) -> list[tuple[int, ...]]:
    """Bron and Kerbosch's algorithm with Tomita's pivot."""
    if not open_ and not done:
        return [tuple(sorted(chosen))]
    pivot = max(sorted(open_ | done), key=lambda i: len(open_ & friends[i]))
    found: list[tuple[int, ...]] = []
    for i in sorted(open_ - friends[pivot]):
        found += _cliques(chosen | {i}, open_ & friends[i], done & friends[i], friends)
        open_ = open_ - {i}
        done = done | {i}
    return found


def clashing(verdicts: dict[tuple[int, int], bool]) -> frozenset[tuple[int, int]]:
    """The pairs that cannot both be true."""
    return frozenset(pair for pair, clash in verdicts.items() if clash)


def all_pairs(count: int) -> list[tuple[int, int]]:
    """Every (smaller, larger) pair of indices."""
    return list(combinations(range(count), 2))
