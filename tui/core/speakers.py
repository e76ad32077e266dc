"""Speakers nobody declared whose names are spellings of one. Source: rules.md §5, §9."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from tui.core.actors import UNDECLARED
from tui.core.name_blocks import candidates
from tui.core.name_parts import parse
from tui.core.names import one_name

FEW = 8
"""So many undeclared speakers are all held against each other; of more only those whose names have something in common."""


def spelled(keys: Iterable[str]) -> dict[str, str]:
    """Speakers nobody declared whose names are spellings of one (rules.md §5): each under the first of them by name."""
    names = sorted({key for key in keys if key.startswith(UNDECLARED)})
    if len(names) < 2:
        return {}
    written = [name.removeprefix(UNDECLARED) for name in names]
    near = (
        combinations(range(len(names)), 2)
        if len(names) <= FEW
        else candidates([parse(name, "") for name in written])
    )
    same = [(names[i], names[j]) for i, j in near if one_name(written[i], written[j])]
    return first_of_each(same)


def first_of_each(same: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Pairs that are one -> of all that hang together by them each but the first, and the first."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        while name in above:
            name = above[name]
        return name

    for a, b in same:
        low, high = sorted((top(a), top(b)))
        if low != high:
            above[high] = low
    return {name: top(name) for name in sorted(above)}
