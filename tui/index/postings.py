"""Which events have what: the sets that `counting` left in the tables, joined and counted under a filter."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from tui.index.bitmaps import Selection, listed, of, span, unpacked

JOINT = "\x1f"
"""Stands between the two parts of a value that is two."""
BLOCK = 256
"""Events whose times are summed up together."""
_NEVER, _EVER = -(2**62), 2**62
TIMES = {
    "ends": f"COALESCE(latest, IIF(earliest IS NULL, {_NEVER}, {_EVER}))",
    "begins": f"COALESCE(earliest, IIF(latest IS NULL, {_EVER}, {_NEVER}))",
    "stands": f"COALESCE(earliest, latest, {_NEVER})",
}
"""When an event can have ended and begun at the utmost, and the time by which it stands in the timeline, as SQL. An event without
any time has not ended after, nor begun before, anything."""


class Postings:
    """Sets of events by what they have, from the tables."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self.size: int = connection.execute("SELECT COALESCE(MAX(n) + 1, 0) FROM event").fetchone()[0]

    @property
    def everything(self) -> int:
        """All events."""
        return span(0, self.size)

    @property
    def timed(self) -> int:
        """Events that have a time."""
        return self.after("stands", _NEVER)

    def having(self, name: str, values: Sequence[str]) -> int:
        """Events with any of these values."""
        found = 0
        for value in values:
            row = self._db.execute(
                "SELECT events, held FROM posting WHERE name = ? AND value = ?", (name, value)
            ).fetchone()
            if row is not None:
                found |= unpacked(row[1], row[0], self.size)
        return found

    def values(self, name: str) -> list[str]:
        """Every value of the name that an event has."""
        return [value for value, _ in self.counts(name, None)]

    def counts(self, name: str, rows: Selection | None) -> list[tuple[str, int]]:
        """Every value of the name with how many events have it: of these rows, or of all."""
        if rows is None or len(rows) == self.size:
            return self._db.execute("SELECT value, events FROM posting WHERE name = ?", (name,)).fetchall()
        flags = rows.flags()
        return [(value, self._shared(rows, flags, events, held)) for value, events, held in self._db.execute(
            "SELECT value, events, held FROM posting WHERE name = ?", (name,))]  # fmt: skip

    def after(self, time: str, seconds: int) -> int:
        """Events of which this of `TIMES` is later than the moment. Only where some of a block are, its events are looked at."""
        asked = f"SELECT block, {time}_first > ? FROM block WHERE {time}_last > ? ORDER BY block"
        blocks = self._db.execute(asked, (seconds, seconds)).fetchall()
        found = 0
        for first, stop in _stretches(block for block, whole in blocks if whole):
            found |= span(first * BLOCK, min(stop * BLOCK, self.size))
        for first, stop in _stretches(block for block, whole in blocks if not whole):
            rows = self._db.execute(
                f"SELECT n FROM event INDEXED BY event_asked WHERE n >= ? AND n < ? AND {TIMES[time]} > ?",
                (first * BLOCK, stop * BLOCK, seconds),
            )
            found |= of((n for (n,) in rows), self.size)
        return found

    def words(self, expression: str) -> int:
        """Events in which an FTS5 expression is found."""
        asked = "SELECT json_group_array(rowid) FROM words WHERE words MATCH ?"  # one row: others go on meanwhile
        (found,) = self._db.execute(asked, (expression,)).fetchone()
        return of(json.loads(found), self.size)

    def called(self, names: Sequence[str]) -> int:
        """Events with these ids."""
        found = 0
        for name in names:
            row = self._db.execute("SELECT n FROM event WHERE id = ?", (name,)).fetchone()
            found |= 0 if row is None else 1 << row[0]
        return found

    def _shared(self, rows: Selection, flags: bytes, events: int, held: bytes) -> int:
        numbers = listed(held, events, self.size)
        if numbers is not None:
            return sum(map(flags.__getitem__, numbers))
        return (int.from_bytes(held, "little") & rows.bits).bit_count()


def _stretches(blocks: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Ascending numbers as first and behind the last of each that follow one another."""
    first = stop = -1
    for block in blocks:
        if block != stop:
            if stop >= 0:
                yield first, stop
            first = block
        stop = block + 1
    if stop >= 0:
        yield first, stop
