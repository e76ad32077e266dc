"""How many events there are when, under a filter: the bars of the density strip, and the busiest day."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import groupby

from tui.core.answers import DensityBar
from tui.core.calendar import DAY, instant
from tui.core.filters import Filter
from tui.index.selections import Selector

MOST_BARS = 400
"""A density strip of more bars than this is drawn by month, then by year."""


class DensityQueries:
    """Events counted by day and by quarter of an hour."""

    def __init__(self, connection: sqlite3.Connection, select: Selector, zone: str) -> None:
        """`zone`: of the dossier, in which its days begin."""
        self._db, self._select, self._zone = connection, select, zone

    def busiest(self, keep: Filter) -> int:
        """Position of the first event of the day with most reports (ties: the later day); 0 when no event has a time."""
        chosen = self._select.where(keep)
        found = self._db.execute(
            f"SELECT MIN(n) FROM event {_narrow(keep)}WHERE {chosen.sql} AND day IS NOT NULL "
            "GROUP BY day ORDER BY SUM(reports) DESC, day DESC LIMIT 1",
            chosen.parameters,
        ).fetchone()
        return 0 if found is None else self._place(keep, found[0])

    def bars(self, keep: Filter) -> tuple[DensityBar, ...]:
        """A bar for every day with events (of 30, then 365 days where there would be too many), in time order."""
        chosen = self._select.where(keep)
        days = self._db.execute(
            f"SELECT day, COUNT(*), SUM(contested), MIN(n) FROM event {_narrow(keep)}"
            f"WHERE {chosen.sql} AND day IS NOT NULL GROUP BY day ORDER BY day",
            chosen.parameters,
        ).fetchall()
        for size in (1, 30, 365, 3650):
            rows = together(days, size)
            if len(rows) <= MOST_BARS:
                break
        zone = self._zone
        return tuple(
            DensityBar(
                start=instant(bucket * size * DAY, zone),
                end=instant((bucket + 1) * size * DAY, zone),
                events=events,
                contested=contested,
                position=self._place(keep, first),
            )
            for bucket, events, contested, first in rows
        )

    def bars_between(self, keep: Filter, since: int, until: int, *, hourly: bool) -> tuple[DensityBar, ...]:
        """A bar for every day (or quarter of an hour) from `since` to `until` (UTC seconds) with events, in time order."""
        chosen, zone = self._select.where(keep), self._zone
        bucket = "COALESCE(earliest, latest) / 900" if hourly else "day"
        rows = self._db.execute(
            f"SELECT {bucket}, COUNT(*), SUM(contested), MIN(n) FROM event WHERE {chosen.sql} "
            "AND day BETWEEN ? AND ? GROUP BY 1 ORDER BY 1",
            (*chosen.parameters, since // DAY - 1, until // DAY + 1),
        ).fetchall()
        starts = [
            (at * 900, at * 900 + 900) if hourly else (instant(at * DAY, zone), instant((at + 1) * DAY, zone))
            for at, *_ in rows
        ]
        return tuple(
            DensityBar(start=start, end=end, events=events, contested=contested, position=self._place(keep, first))
            for (start, end), (_, events, contested, first) in zip(starts, rows, strict=True)
            if since <= start < until
        )

    def _place(self, keep: Filter, n: int) -> int:
        return self._select.rows(keep).place(n)


def _narrow(keep: Filter) -> str:
    """Names the index by number where there is a filter: left to itself SQLite looks numbers up in the wide rows."""
    return "" if keep.is_empty else "INDEXED BY event_asked "


def together(days: Sequence[tuple[int, int, int, int]], size: int) -> list[tuple[int, int, int, int]]:
    """Counts of days (day, events, contested, first number) put together: a bar for every `size` days since 1970."""
    bars: list[tuple[int, int, int, int]] = []
    for bucket, found in groupby(days, lambda row: row[0] // size):
        _, events, contested, first = zip(*found, strict=True)
        bars.append((bucket, sum(events), sum(contested), min(first)))
    return bars
