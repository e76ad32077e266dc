"""Which places of records lie close to each other, found out once for every two (rules.md §12)."""

from __future__ import annotations

from tui.core.name_parts import parse
from tui.core.name_verdicts import told_apart
from tui.core.places import NEAR_KM, Spot, apart_km, lies_in, same_name


class Near(dict[int, bool]):
    """Whether each other place, by its number, is close to one place; found out for both when first asked."""

    def __init__(self, spots: tuple[Spot, ...], number: int, others: list[Near]) -> None:
        """`others`: all places by number, this one to be among them."""
        super().__init__()
        self._spots, self._number, self._others = spots, number, others
        self._name = parse(spots[0].name, "place") if len(spots) == 1 and _goes_by_name(spots[0]) else None

    def __missing__(self, number: int) -> bool:
        other = self._others[number]
        if self._name is not None and other._name is not None and told_apart(self._name, other._name, "place"):
            close = False
        else:
            close = any(_close(p, q) for p in self._spots for q in other._spots)
        self[number] = other[self._number] = close
        return close


class Nearness:
    """Whether places are the same, one within the other, or neighbours.

    Many records stand in the same few places, and those of one bucket meet again in others: two places are compared once.
    """

    def __init__(self) -> None:
        self._numbers: dict[tuple[Spot, ...], int] = {}
        self._by_identity: dict[int, int] = {}
        """`id()` of spots -> their number; equal ones of one dossier are mostly one object."""
        self._kept: list[tuple[Spot, ...]] = []
        """Spots whose `id()` must not be given to others."""
        self._near: list[Near] = []

    def near(self, a: tuple[Spot, ...], b: tuple[Spot, ...]) -> bool:
        """Symmetric."""
        return self._near[self.place(a)][self.place(b)]

    def to(self, place: int) -> Near:
        """Which places are close to that one."""
        return self._near[place]

    def place(self, spots: tuple[Spot, ...]) -> int:
        """The number of the place that is made up of these."""
        known = self._by_identity.get(id(spots))
        if known is None:
            known = self._numbers.get(spots)
            if known is None:
                known = self._numbers[spots] = len(self._near)
                self._near.append(Near(spots, known, self._near))
            self._by_identity[id(spots)] = known
            self._kept.append(spots)
        return known


def _close(a: Spot, b: Spot) -> bool:
    if _goes_by_name(a) and _goes_by_name(b):
        return same_name(a, b)
    if a.key == b.key or same_name(a, b) or lies_in(a, b) or lies_in(b, a):
        return True
    apart = apart_km(a, b)
    return apart is not None and apart <= NEAR_KM


def _goes_by_name(spot: Spot) -> bool:
    """Whether its name is all that is known of it."""
    return spot.id is None and not spot.widened
