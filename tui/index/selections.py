"""Which rows of the timeline a filter leaves, and the way between a place in them and an event's number. Both ways are instant:
without a filter they are one number, under a filter the numbers are held once as a sorted array (4 bytes a row).
"""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Protocol

from tui.core.actors import Cast
from tui.core.filters import Filter
from tui.core.names import fold
from tui.core.places import Gazetteer
from tui.index.queries import Where, where


class Selection(Protocol):
    """Rows in timeline order."""

    def __len__(self) -> int:
        """How many there are."""

    def numbers(self, start: int, count: int) -> Sequence[int]:
        """Event numbers of the rows from place `start` on, at most `count`."""

    def place(self, number: int) -> int:
        """How many rows come before the event number: its place, if it is one of them."""


class Everything:
    """All rows: event numbers are dense and begin with 0."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __len__(self) -> int:
        return self._count

    def numbers(self, start: int, count: int) -> Sequence[int]:
        """The range itself."""
        return range(max(0, start), min(self._count, max(0, start) + count))

    def place(self, number: int) -> int:
        """The number itself."""
        return min(number, self._count)


NUMBER = next(code for code in "IL" if array(code).itemsize >= 4)
"""Of the machine's unsigned integers the shortest that holds every event number: 4 bytes nearly everywhere."""


class Some:
    """The rows a filter leaves."""

    def __init__(self, numbers: Iterable[int]) -> None:
        """`numbers` ascending."""
        self._numbers = array(NUMBER, numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def numbers(self, start: int, count: int) -> Sequence[int]:
        """A slice of the array."""
        return self._numbers[max(0, start) : max(0, start) + count]

    def place(self, number: int) -> int:
        """By bisection."""
        return bisect_left(self._numbers, number)


REMEMBERED = 8
"""Selections kept: going back and forth between a few filters costs nothing."""


class Selector:
    """Turns filters into conditions and selections. Names are resolved as the judging resolves them."""

    def __init__(self, connection: sqlite3.Connection, cast: Cast, gazetteer: Gazetteer) -> None:
        self._db = connection
        self._cast = cast
        self._gazetteer = gazetteer
        self._kept: dict[Filter, Selection] = {}

    def where(self, keep: Filter) -> Where:
        """The conditions of a filter on `event`."""
        return where(keep, self._keys)

    def rows(self, keep: Filter) -> Selection:
        """The rows that the filter leaves."""
        known = self._kept.get(keep)
        if known is None:
            if len(self._kept) >= REMEMBERED:
                del self._kept[next(iter(self._kept))]
            known = self._kept[keep] = self._ask(keep)
        return known

    def _ask(self, keep: Filter) -> Selection:
        if keep.is_empty:
            return Everything(self._db.execute("SELECT COUNT(*) FROM event").fetchone()[0])
        chosen = self.where(keep)
        # Left to itself SQLite looks numbers of a side table up in the wide rows: three times as slow for a frequent actor.
        rows = self._db.execute(
            f"SELECT n FROM event INDEXED BY event_asked WHERE {chosen.sql} ORDER BY n", chosen.parameters
        )
        return Some(n for (n,) in rows)

    def _keys(self, table: str, names: Sequence[str]) -> tuple[str, ...]:
        """The keys that names stand for; what no name answers to is a key of nothing."""
        if table == "actor":
            return tuple(key for name in names for key in self._actor_keys(name))
        if table == "source":
            return tuple(source for name in names for source in self._source_ids(name))
        return tuple(self._gazetteer.spot(name).key[0] for name in names)

    def _actor_keys(self, name: str) -> Sequence[str]:
        party = self._cast.party(name)
        return (party.key,) if party.id is None else sorted(self._cast.branches(party.id))

    def _source_ids(self, name: str) -> list[str]:
        rows = self._db.execute(
            "SELECT id FROM source WHERE id = ? UNION ALL SELECT source FROM source_name WHERE name = ?",
            (name, fold(name)),
        )
        return [found for (found,) in rows]
