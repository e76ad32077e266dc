"""Which events have what, counted while the store is filled: for every value of every name that can be asked for the set of its
events, for every day where its events stand. What is frequent lies as bits, what is rare as numbers (`bitmaps`).
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from tui.core.actors import Cast
from tui.core.model import Source
from tui.index.bitmaps import NUMBER, packed
from tui.index.postings import BLOCK, JOINT, TIMES
from tui.index.rows import Rows


class Counting:
    """Counts the events as they are written down, in timeline order."""

    def __init__(self, cast: Cast, sources: Mapping[str, Source]) -> None:
        self._cast = cast
        self._families = {source.id: source.family for source in sources.values()}
        self._numbers: dict[tuple[str, object], array[int]] = {}
        self._runs: list[list[Any]] = []
        self._count = 0

    def add(self, rows: Iterable[Rows]) -> None:
        """The next events."""
        for n, each in enumerate(rows, start=self._count):
            self._event(n, each)

    def found(self, n: int, flags: Iterable[Sequence[object]], *, contested: bool = False) -> None:
        """What was found of an event later: its flags, those counted already or not (columns of `flag` behind `n` and `ord`)."""
        for flag in flags:
            self._flag(n, flag)
        if contested:
            self._add(n, "is", ("contested",))

    def _event(self, n: int, each: Rows) -> None:
        columns: tuple[Any, ...] = each.event
        _, _, placed, _, _, day, reports, contested, _, low, high, *_ = columns
        self._count = n + 1
        self._add(n, "source", each.sources)
        self._add(n, "publisher", [self._families.get(source, source) for source in each.sources])
        for key, _ in each.parties:
            self._add(n, "actor", (key, *self._cast.chain(key)))
        for key, role in each.roles:
            self._add(n, "role", [f"{one}{JOINT}{role}" for one in (key, *self._cast.chain(key))])
        self._add(n, "place", each.places)
        self._add(n, "tag", each.tags)
        states = {"contested": contested, "single-origin": reports > 1 and high == 1, "unplaced": not placed}
        self._add(n, "is", [state for state, holds in states.items() if holds])
        for name, value in (("low", low), ("high", high), ("reports", reports)):
            self._add(n, name, (str(value),))
        for flag in each.flags:
            self._flag(n, flag)
        self._add(n, "reports-bit", [str(bit) for bit in range(reports.bit_length()) if reports >> bit & 1])
        self._stands(n, day, reports)

    def save(self, connection: sqlite3.Connection) -> None:
        """Into the tables; the events stand in theirs."""
        connection.executemany(
            "INSERT INTO posting VALUES (?, ?, ?, ?)",
            (
                (name, value, len(numbers), packed(numbers, self._count))
                for (name, value), found in self._numbers.items()
                for numbers in (_ascending(found),)
            ),
        )
        connection.executemany("INSERT INTO run VALUES (?, ?, ?, ?)", self._runs)
        bounds = ", ".join(f"MIN({sql}), MAX({sql})" for sql in TIMES.values())
        connection.execute(
            f"INSERT INTO block SELECT n / {BLOCK}, {bounds} FROM event INDEXED BY event_asked GROUP BY n / {BLOCK}"
        )

    def _flag(self, n: int, flag: Sequence[object]) -> None:
        field, kind, verdict, _, flagged, open_, *_, top = flag
        for name, value in (("field", field), ("verdict", verdict), ("kind", kind)):
            if value is not None:
                self._add(n, name, (value,))
        if verdict is not None:
            self._add(n, "said", (f"{field}{JOINT}{verdict}",))
        if flagged and not open_:
            self._add(n, "is", ("ruled",))
        if flagged and open_ and not top:
            self._add(n, "open", ("", kind or ""))

    def _add(self, n: int, name: str, values: Iterable[object]) -> None:
        for value in values:
            numbers = self._numbers.get((name, value))
            if numbers is None:
                self._numbers[name, value] = array(NUMBER, (n,))
            elif numbers[-1] != n:
                numbers.append(n)

    def _stands(self, n: int, day: int | None, reports: int) -> None:
        """Runs as they stand in the table: first number, behind the last, day, reports."""
        if not self._runs or self._runs[-1][2] != day:
            self._runs.append([n, n, day, 0])
        self._runs[-1][1] = n + 1
        self._runs[-1][3] += reports


def _ascending(numbers: array[int]) -> array[int]:
    """Each number once: a finding about several events is told of the first of them when all have been added."""
    falls = any(later < earlier for earlier, later in pairwise(numbers))
    return array(NUMBER, sorted(set(numbers))) if falls else numbers
