"""Which places of records lie close to each other, found out once for every two (rules.md §12)."""

from __future__ import annotations

from collections.abc import Collection, Set

from tui.core.name_parts import Name, parse
from tui.core.name_verdicts import told_apart
from tui.core.places import NEAR_KM, Spot, apart_km, lies_in, same_name

SHORT = 9
"""Skeletons with so few letters are told apart by two of them (`told_apart`)."""
SAME = 5
"""And with so few by any."""
_NOBODY: frozenset[int] = frozenset()


class Near:
    """One place, and which of the others, by their numbers, are close to it; found out when first asked, for both."""

    def __init__(self, spots: tuple[Spot, ...], number: int, others: list[Near]) -> None:
        """`others`: all places by number, this one to be among them."""
        self._spots, self._number, self._others = spots, number, others
        self.name = parse(spots[0].name, "place") if len(spots) == 1 and _goes_by_name(spots[0]) else None
        self._close, self._known = {number}, {number}
        self.kin: set[int] | frozenset[int] = _NOBODY
        """Numbers of places of which is known already which are close: those of one kind of name."""

    def among(self, places: Set[int]) -> Collection[int]:
        """Which of these are close to it. Symmetric; a place is close to itself."""
        strangers = places - self.kin
        if strangers and not self._known.issuperset(strangers):
            for number in strangers - self._known:
                self.ask(self._others[number])
        return _NOBODY if self._close.isdisjoint(places) else self._close.intersection(places)

    def ask(self, other: Near) -> None:
        """Find out whether they are close."""
        self._known.add(other._number)
        other._known.add(self._number)
        if self.name is not None and other.name is not None and told_apart(self.name, other.name, "place"):
            return
        if any(_close(p, q) for p in self._spots for q in other._spots):
            self._close.add(other._number)
            other._close.add(self._number)


class Nearness:
    """Whether places are the same, one within the other, or neighbours.

    Many records stand in the same few places, and those of one bucket meet again in others: two places are compared once, and
    those of which nothing but a short name is known only where their names share a key.
    """

    def __init__(self) -> None:
        self._numbers: dict[tuple[Spot, ...], int] = {}
        self._by_identity: dict[int, int] = {}
        """`id()` of spots -> their number; equal ones of one dossier are mostly one object."""
        self._kept: list[tuple[Spot, ...]] = []
        """Spots whose `id()` must not be given to others."""
        self._near: list[Near] = []
        self._kin: dict[bool, set[int]] = {False: set(), True: set()}
        """Places that go by a short name, without an article and with one."""
        self._by_key: dict[tuple[bool, str], list[Near]] = {}

    def near(self, a: tuple[Spot, ...], b: tuple[Spot, ...]) -> bool:
        """Symmetric."""
        return bool(self._near[self.place(a)].among({self.place(b)}))

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
                self._introduce(self._near[known], known)
            self._by_identity[id(spots)] = known
            self._kept.append(spots)
        return known

    def _introduce(self, new: Near, number: int) -> None:
        """Hold a place that goes by a short name against those whose names are like it."""
        if new.name is None or len(new.name.whole.broad) > SHORT:
            return
        articled = bool(new.name.articled)
        new.kin = self._kin[articled]
        met: dict[int, Near] = {}
        held, asked = keys(new.name)
        for key in asked:
            met.update((id(other), other) for other in self._by_key.get((articled, key), ()))
        for key in held:
            self._by_key.setdefault((articled, key), []).append(new)
        for other in met.values():
            new.ask(other)
        self._kin[articled].add(number)


def keys(name: Name) -> tuple[set[str], set[str]]:
    """Keys under which a short name is found, and those by which it finds others.

    Where `told_apart` does not tell two such names apart, each finds the other: their skeletons are one, or one of them has one
    letter more, or they are the same as one word.
    """
    broad = name.whole.broad
    own = {broad, *(f"={short}" for short in (name.short, *name.acronyms) if short)}
    shorter = {broad[:at] + broad[at + 1 :] for at in range(len(broad))} if len(broad) > SAME else set()
    return own | {f"-{less}" for less in shorter}, own | shorter | {f"-{broad}"}


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
