"""Whether two records of a large data set are alike by chance (rules.md §12, with one thing added: see `identities`)."""

from __future__ import annotations

from collections import Counter

from tui.core.verdicts.nearness import Nearness
from tui.core.verdicts.records import Record, days_close, days_of

LARGE = 200
"""Records from which on the figures of a data set say how common a value is."""
EXPECTED = 0.2
"""Matches by chance from which on a match is no news."""


class Chance:
    """How many matches among neighbours are to be expected in a large data set."""

    def __init__(self, near: Nearness) -> None:
        self._near = near
        self._sizes: Counter[str] = Counter()
        self._common: Counter[tuple[str, str, float]] = Counter()
        self._days: dict[tuple[str, int], dict[str, Record]] = {}
        self._neighbours: dict[str, int] = {}

    def add(self, record: Record) -> None:
        """Count one more."""
        if record.dataset:
            self._count(record, 1)
            first, last = days_of(record)
            for day in range(first, last + 1):
                self._days.setdefault((record.report.source, day), {})[record.report.id] = record

    def remove(self, record: Record) -> None:
        """Count one less."""
        if record.dataset:
            self._count(record, -1)
            first, last = days_of(record)
            for day in range(first, last + 1):
                del self._days[record.report.source, day][record.report.id]

    def _count(self, record: Record, by: int) -> None:
        source = record.report.source
        self._sizes[source] += by
        for field, number in record.figures:
            self._common[source, field, number] += by
        if self._neighbours:
            self._neighbours.pop(record.report.id, None)
            for name in self._around(record):
                self._neighbours.pop(name, None)

    def explains(self, a: Record, b: Record) -> bool:
        """Whether two records of one large data set match as many others would."""
        source = a.report.source
        size = self._sizes[source]
        if source != b.report.source or size < LARGE:
            return False
        of_a, of_b = dict(a.figures), dict(b.figures)
        if any(of_a[field] != of_b[field] for field in of_a.keys() & of_b.keys()):
            return True
        rarest = min(self._common[source, field, number] for field, number in set(a.figures) & set(b.figures))
        return max(self._near_to(a), self._near_to(b)) * (rarest - 1) / (size - 1) >= EXPECTED

    def _near_to(self, each: Record) -> int:
        known = self._neighbours.get(each.report.id)
        if known is None:
            known = self._neighbours[each.report.id] = sum(
                1
                for name, other in self._around(each).items()
                if name != each.report.id
                and not each.actors.isdisjoint(other.actors)
                and days_close(each, other)
                and self._near.near(each.spots, other.spots)
            )
        return known

    def _around(self, each: Record) -> dict[str, Record]:
        """Records of the data set a day before it to a day after it."""
        first, last = days_of(each)
        found: dict[str, Record] = {}
        for day in range(first - 1, last + 2):
            found |= self._days.get((each.report.source, day), {})
        return found
