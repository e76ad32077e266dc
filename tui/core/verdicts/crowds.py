"""What is held against each other where there is too much to hold each against each, and how the rest is told.

Every two of 3 000 readings would be four and a half million pairs of one field. Nothing is left out silently: whoever
cuts counts what he left, and the reason of the field says it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import isqrt
from typing import NamedTuple, TypeVar

from tui.core.line import Extent

MOST = 100
"""So many readings of a field, or things one voice says of it, are held each against each; of more only so many."""
ROOM = 20_000
"""Pairs of what voices say against themselves, over all voices of a field."""
PAIRS = MOST * (MOST - 1) // 2
"""How many pairs that makes."""

T = TypeVar("T")


class Left(NamedTuple):
    """How much of a field was not held against the rest."""

    readings: int = 0
    said: int = 0
    """Things that one voice says, against what else it says."""
    copies: int = 0
    """Reports that differ from what they repeat, whose difference was not judged."""

    def told(self) -> str:
        """A sentence about it; empty where nothing was left."""
        parts = [
            f"{number:,} more {one if number == 1 else several}"
            for number, one, several in (
                (self.readings, "reading", "readings"),
                (self.said, "claim of one voice", "claims of one voice"),
                (self.copies, "copy that differs", "copies that differ"),
            )
            if number
        ]
        return f"Too many to hold each against each: {' and '.join(parts)} not compared." if parts else ""


def fair(sizes: Sequence[int]) -> int:
    """How many things each of several voices says are held against each other, so that all their pairs stay bounded."""
    if sum(size * (size - 1) // 2 for size in sizes) <= ROOM:
        return MOST
    return max(2, min(MOST, isqrt(2 * ROOM // len(sizes))))


def chosen(
    items: Sequence[T], extent: Callable[[T], Extent | None], weight: Callable[[T], int], most: int = MOST
) -> list[T]:
    """The items that are held against each other, in their order: all of them up to so many.

    Of more the ends of the line, for if any two stretches do not meet, then the one that ends first and the one that
    begins last do not; and those of most weight, the first among equals.
    """
    if len(items) <= most:
        return list(items)
    lying = [(n, e) for n, e in enumerate(map(extent, items)) if e is not None]
    ends: tuple[Callable[[tuple[int, Extent]], tuple[float, int]], ...] = (
        lambda each: (each[1].high, each[0]),
        lambda each: (each[1].core_high, each[0]),
        lambda each: (-each[1].low, each[0]),
        lambda each: (-each[1].core_low, each[0]),
    )
    kept = {n for end in ends for n, _ in sorted(lying, key=end)[: most // 8]}
    for n in sorted(range(len(items)), key=lambda n: (-weight(items[n]), n)):
        if len(kept) >= most:
            break
        kept.add(n)
    return [items[n] for n in sorted(kept)]
