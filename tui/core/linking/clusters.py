"""Which reports stand together, from scored pairs: average link, so that one wrong link never welds two events.

What an analyst joined stays joined and what was parted stays parted. A data set gives an event one record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from math import sqrt

LEAST, MANY, FEW = -1.0, 1.5, 9
"""Bits above the line that two groups must reach on average where they have at most `FEW` pairs, and that more and more pairs come
to. One pair may well be likelier than it looks; what tells of one event tells so in nearly every one of many pairs."""
FARTHEST = 4.0
"""A pair counts no more bits than this, for or against, so that one odd pair does not decide for two groups; a pair never
compared, because it shares nothing rare, counts as so much against."""
SURE = 6.0
"""Of groups that count alike the likelier come together first; a pair of more bits than this is no likelier."""
Group = tuple[int, ...]
_NONE = (0.0, 0.0, 0)


class Clustering:
    """Groups of numbers that grow together."""

    def __init__(self, count: int, pairs: Iterable[tuple[int, int, float]]) -> None:
        """`pairs`: two numbers and the bits above the line."""
        self._members: dict[int, list[int]] = {number: [number] for number in range(count)}
        self._home = list(range(count))
        self._sums: dict[int, dict[int, tuple[float, float, int]]] = {number: {} for number in range(count)}
        """Of two groups: bits as they count, and up to `SURE`, and how many pairs have any."""
        self._parted: dict[int, set[int]] = defaultdict(set)
        self._records: dict[int, frozenset[str]] = {}
        self._next = count
        for a, b, bits in pairs:
            self._sums[a][b] = self._sums[b][a] = (max(-FARTHEST, min(FARTHEST, bits)), min(SURE, bits), 1)

    def part(self, a: int, b: int) -> None:
        """Never bring the groups of two numbers together."""
        left, right = self._home[a], self._home[b]
        if left != right:
            self._parted[left].add(right)
            self._parted[right].add(left)

    def record_of(self, number: int, dataset: str) -> None:
        """The number is a record of a data set, which has one per event."""
        self._records[self._home[number]] = self._records.get(self._home[number], frozenset()) | {dataset}

    def join(self, a: int, b: int) -> None:
        """Bring the groups of two numbers together, whatever their score."""
        if self._home[a] != self._home[b]:
            self._merged(self._home[a], self._home[b])

    def grow(self) -> None:
        """Join the two likeliest groups until none is likely enough."""
        queue = [
            (-self._average(left, right), -self._whole(left, right), left, right)
            for left, others in self._sums.items() for right in others if left < right
        ]  # fmt: skip
        queue = [entry for entry in queue if -entry[0] > self._least(*entry[2:])]
        heapify(queue)
        while queue:
            *_, left, right = heappop(queue)
            if left in self._members and right in self._members and not self._apart(left, right):
                group = self._merged(left, right)
                for other in self._sums[group]:
                    average = self._average(group, other)
                    if average > self._least(group, other):
                        heappush(queue, (-average, -self._whole(group, other), other, group))

    def groups(self) -> tuple[Group, ...]:
        """Every number in one group; by the first number of each."""
        return tuple(sorted(tuple(sorted(members)) for members in self._members.values()))

    def _apart(self, left: int, right: int) -> bool:
        if right in self._parted.get(left, ()):
            return True
        return bool(self._records.get(left, frozenset()) & self._records.get(right, frozenset()))

    def _average(self, left: int, right: int) -> float:
        bits, _, known = self._sums[left][right]
        pairs = len(self._members[left]) * len(self._members[right])
        return (bits - FARTHEST * (pairs - known)) / pairs

    def _whole(self, left: int, right: int) -> float:
        """What the pairs of two groups that have any bits have on average."""
        _, bits, known = self._sums[left][right]
        return bits / known

    def _least(self, left: int, right: int) -> float:
        """What two groups must reach: between the two bounds, by how many pairs they have."""
        pairs = len(self._members[left]) * len(self._members[right])
        return LEAST if pairs <= FEW else MANY + (LEAST - MANY) * sqrt(FEW / pairs)

    def _merged(self, left: int, right: int) -> int:
        group = self._next
        self._next += 1
        self._members[group] = self._members.pop(left) + self._members.pop(right)
        for number in self._members[group]:
            self._home[number] = group
        self._records[group] = self._records.pop(left, frozenset()) | self._records.pop(right, frozenset())
        self._hand_over_parted(left, right, group)
        self._hand_over_sums(left, right, group)
        return group

    def _hand_over_parted(self, left: int, right: int, group: int) -> None:
        for other in self._parted.pop(left, set()) | self._parted.pop(right, set()):
            self._parted[other] -= {left, right}
            self._parted[other].add(group)
            self._parted[group].add(other)

    def _hand_over_sums(self, left: int, right: int, group: int) -> None:
        first, second = self._sums.pop(left), self._sums.pop(right)
        first.pop(right, None)
        second.pop(left, None)
        together: dict[int, tuple[float, float, int]] = {}
        for other in sorted({*first, *second}):
            bits, whole, known = first.get(other, _NONE)
            more, much, also = second.get(other, _NONE)
            together[other] = (bits + more, whole + much, known + also)
            others = self._sums[other]
            others.pop(left, None)
            others.pop(right, None)
            others[group] = together[other]
        self._sums[group] = together


def clustered(
    count: int,
    pairs: Iterable[tuple[int, int, float]],
    *,
    joined: Sequence[Sequence[int]] = (),
    parted: Iterable[tuple[int, int]] = (),
    records: Iterable[tuple[int, str]] = (),
) -> tuple[Group, ...]:
    """Groups of the numbers below `count`, by the first number of each.

    `pairs` are two numbers and the bits above the line; `joined` and `parted` are what an analyst decided (joined wins over
    data sets, parted over scores); `records` are numbers that are records of a data set.
    """
    growing = Clustering(count, _within_reach(count, pairs, joined))
    for number, dataset in records:
        growing.record_of(number, dataset)
    for together in joined:
        for number in together[1:]:
            growing.join(together[0], number)
    for a, b in parted:
        growing.part(a, b)
    growing.grow()
    return growing.groups()


def _within_reach(
    count: int, pairs: Iterable[tuple[int, int, float]], joined: Sequence[Sequence[int]]
) -> list[tuple[int, int, float]]:
    """The pairs whose two numbers a chain of likely pairs holds together. No other pair can come to stand in one group, so
    what it scores is never asked for.
    """
    heads, known = list(range(count)), list(pairs)

    def head(number: int) -> int:
        while heads[number] != number:
            heads[number] = number = heads[heads[number]]
        return number

    for a, b, bits in known:
        if bits > LEAST:
            heads[head(a)] = head(b)
    for together in joined:
        for number in together[1:]:
            heads[head(together[0])] = head(number)
    reach = [head(number) for number in range(count)]
    return [pair for pair in known if reach[pair[0]] == reach[pair[1]]]
