"""How many events there are when, under a filter: the bars of the density strip, and the busiest day.

Events stand nearly in the order of their days, so that a day is one run of numbers, or a few; what it has under a filter is counted
in the set of the rows, without a look at any event.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import NamedTuple

from tui.core.answers import DensityBar
from tui.core.calendar import DAY, instant
from tui.core.filters import EVERYTHING, Filter
from tui.index.bitmaps import Selection
from tui.index.codec import decode, encode
from tui.index.postings import Postings
from tui.index.selections import REMEMBERED, Selector

MOST_BARS = 400
"""A density strip of more bars than this is drawn by month, then by year."""
SIZES = (1, 30, 365, 3650)
"""Days of a bar."""


class DensityQueries:
    """Events counted by day and by quarter of an hour."""

    def __init__(self, connection: sqlite3.Connection, postings: Postings, select: Selector, zone: str) -> None:
        """`zone`: of the dossier, in which its days begin."""
        self._db, self._postings, self._select, self._zone = connection, postings, select, zone
        self._known: dict[int, list[Bucket]] = {}
        self._of_all: tuple[DensityBar, ...] | None = None
        self._prepared: dict[Filter, tuple[tuple[DensityBar, ...], int]] = {}

    def save(self) -> None:
        """Keep what the first screen asks: without a filter, days are counted once and for all."""
        found = {"bars": encode(self.bars(EVERYTHING)), "busiest": encode(self.busiest(EVERYTHING))}
        self._db.executemany("INSERT INTO meta VALUES (?, ?)", found.items())

    def get_ready(self) -> None:
        """Read what the first filter would wait for: the days of every event."""
        for size in SIZES:
            self._buckets(size)

    def prepare(self, keep: Filter) -> None:
        """Count the bars and the busiest day beforehand, of the last few filters of which this is asked."""
        self._select.rows(keep)  # may be forgotten while these are remembered
        found = self.bars(keep), self.busiest(keep)
        self._prepared.pop(keep, None)
        if len(self._prepared) >= REMEMBERED:
            self._prepared.pop(next(iter(self._prepared)), None)
        self._prepared[keep] = found

    def is_prepared(self, keep: Filter) -> bool:
        """Whether both are known."""
        return keep in self._prepared

    def busiest(self, keep: Filter) -> int:
        """Position of the first event of the day with most reports (ties: the later day): of one in which not all can be true, where
        there is one; 0 when no event has a time."""
        if keep in self._prepared:
            return self._prepared[keep][1]
        kept = self._kept("busiest") if keep.is_empty else None
        return self._busiest(keep) if kept is None else decode(int, kept)

    def _kept(self, name: str) -> str | None:
        found: tuple[str] | None = self._db.execute("SELECT value FROM meta WHERE key = ?", (name,)).fetchone()
        return found[0] if found is not None else None

    def _busiest(self, keep: Filter) -> int:
        rows = self._select.rows(keep)
        days = [(reports, bucket.start, bucket) for bucket in self._buckets(1) if (reports := bucket.reports)]
        counts: list[tuple[int, Selection]] | None = None
        best: tuple[int, int, Bucket] | None = None
        for most, day, bucket in sorted(days, key=lambda each: each[:2], reverse=True):
            if best is not None and (most, day) < best[:2]:
                break
            if not bucket.events(rows):
                continue
            if len(rows) < self._postings.size:
                counts = counts if counts is not None else self._by_bits(rows)
                most = sum(power * bucket.events(these) for power, these in counts)  # noqa: PLW2901  (at most so many until now)
            if best is None or (most, day) > best[:2]:
                best = most, day, bucket
        if best is None:
            return 0
        contested = self._contested(rows)
        return best[2].position(rows, contested if best[2].events(contested) else rows)

    def bars(self, keep: Filter) -> tuple[DensityBar, ...]:
        """A bar for every day with events (of 30, then 365 days where there would be too many), in time order."""
        if keep in self._prepared:
            return self._prepared[keep][0]
        if not keep.is_empty:
            return self._counted(keep)
        if self._of_all is None:
            kept = self._kept("bars")
            self._of_all = self._counted(keep) if kept is None else decode(tuple[DensityBar, ...], kept)
        return self._of_all

    def _counted(self, keep: Filter) -> tuple[DensityBar, ...]:
        rows = self._select.rows(keep)
        found: list[Bucket] = []
        size = SIZES[0]
        for size in SIZES:
            held = (bucket for bucket in self._buckets(size) if bucket.events(rows))
            found = list(islice(held, None if size == SIZES[-1] else MOST_BARS + 1))
            if len(found) <= MOST_BARS:
                break
        return tuple(self._bars(rows, found, size))

    def bars_between(self, keep: Filter, since: int, until: int, *, hourly: bool) -> Iterator[DensityBar]:
        """A bar for every day (or quarter of an hour) from `since` to `until` (UTC seconds) with events, in time order. Each is counted
        when it is asked for: a decade has thousands of days.
        """
        rows, first, last = self._select.rows(keep), since // DAY - 1, until // DAY + 1
        days = (bucket for bucket in self._buckets(1) if first <= bucket.start <= last and bucket.events(rows))
        bars = self._quarters(rows, first, last) if hourly else self._bars(rows, days, 1)
        return (bar for bar in bars if since <= bar.start < until)

    def _bars(self, rows: Selection, buckets: Iterable[Bucket], size: int) -> Iterator[DensityBar]:
        contested = self._contested(rows)
        for bucket in buckets:
            yield DensityBar(
                start=instant(bucket.start * size * DAY, self._zone),
                end=instant((bucket.start + 1) * size * DAY, self._zone),
                events=bucket.events(rows),
                contested=bucket.events(contested),
                position=bucket.position(rows, rows),
            )

    def _contested(self, rows: Selection) -> Selection:
        return Selection(rows.bits & self._postings.having("is", ["contested"]), self._postings.size)

    def _quarters(self, rows: Selection, first: int, last: int) -> Iterator[DensityBar]:
        runs = [run for bucket in self._buckets(1) if first <= bucket.start <= last for run in bucket.runs]
        asked = "SELECT COALESCE(earliest, latest) / 900, n, contested FROM event INDEXED BY event_asked WHERE n >= ? AND n < ?"
        events = chain.from_iterable(self._db.execute(asked, run) for run in runs)
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for quarter, n, contested in events:
            if n in rows:
                found[quarter].append((n, contested))
        for quarter, held in sorted(found.items()):
            yield DensityBar(
                start=quarter * 900,
                end=quarter * 900 + 900,
                events=len(held),
                contested=sum(contested for _, contested in held),
                position=rows.place(min(held)[0]),
            )

    def _by_bits(self, rows: Selection) -> list[tuple[int, Selection]]:
        """For every power of two the rows in whose number of reports it is."""
        return [
            (1 << int(bit), Selection(rows.bits & self._postings.having("reports-bit", [bit]), self._postings.size))
            for bit in self._postings.values("reports-bit")
        ]

    def _buckets(self, size: int) -> list[Bucket]:
        """The days with events, so many together, in time order."""
        if size not in self._known:
            runs = self._db.execute("SELECT first, stop, day, reports FROM run WHERE day IS NOT NULL ORDER BY first")
            self._known[size] = together(runs.fetchall(), size)
        return self._known[size]


class Bucket(NamedTuple):
    """Some days."""

    start: int
    """Since 1970, counted in buckets."""
    runs: tuple[tuple[int, int], ...]
    """Where its events stand: first number of each run, and behind its last."""
    reports: int

    def events(self, rows: Selection) -> int:
        """How many of the rows it has."""
        return sum(rows.between(first, stop) for first, stop in self.runs)

    def position(self, rows: Selection, some: Selection) -> int:
        """Place, among the rows, of the first of some of them that it has."""
        found = next(first for first, stop in self.runs if some.between(first, stop))
        return rows.place(some.numbers(some.place(found), 1)[0])


def together(runs: Iterable[tuple[int, int, int, int]], size: int) -> list[Bucket]:
    """Runs of events of one day (first number, behind the last, day, reports) put together: so many days a bucket."""
    found: dict[int, list[tuple[int, int]]] = {}
    reports: Counter[int] = Counter()
    for first, stop, day, count in runs:
        held = found.setdefault(day // size, [])
        reports[day // size] += count
        if held and held[-1][1] == first:
            held[-1] = (held[-1][0], stop)
        else:
            held.append((first, stop))
    return [Bucket(bucket, tuple(held), reports[bucket]) for bucket, held in sorted(found.items())]
