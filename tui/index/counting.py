"""Which events have what, counted while the store is filled: for every value of every name that can be asked for the set of its
events, for every day where its events stand. What is frequent lies as bits, what is rare as numbers (`bitmaps`).
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from operator import itemgetter
from typing import Any

from tui.core.actors import Cast
from tui.core.model import Source
from tui.index.bitmaps import NUMBER, packed
from tui.index.postings import BLOCK, JOINT, TIMES
from tui.index.rows import Rows


class Counting:
    """Counts the events as they are written down, in timeline order."""

    def __init__(self, cast: Cast, sources: Mapping[str, Source]) -> None:
        families = {source.id: source.family for source in sources.values()}
        self._numbers: dict[tuple[str, object], array[int]] = {}
        self._runs: list[list[Any]] = []
        self._count = 0
        numbers = self._numbers

        @cache
        def held(name: str, value: object) -> array[int]:
            return numbers.setdefault((name, value), array(NUMBER))

        # Thousands of events have the same values: each is looked up once, with all that it is counted under.
        self._held = held
        self._publisher = cache(lambda source: held("publisher", families.get(source, source)))
        self._actor = cache(lambda key: tuple([held("actor", one) for one in (key, *cast.chain(key))]))
        self._role = cache(
            lambda key, role: tuple([held("role", f"{n}{JOINT}{role}") for n in (key, *cast.chain(key))])
        )
        self._flag = cache(lambda *flag: tuple([held(*key) for key in _keys_of(*flag)]))
        self._size = cache(lambda reports: tuple([held(*key) for key in _bits_of(reports)]))

    def add(self, rows: Iterable[Rows]) -> None:
        """The next events."""
        for n, each in enumerate(rows, start=self._count):
            self._event(n, each)

    def found(self, n: int, flags: Iterable[Sequence[object]], *, contested: bool = False) -> None:
        """What was found of an event later: its flags, those counted already or not (columns of `flag` behind `n` and `ord`)."""
        for flag in flags:
            _add(n, self._flag(*_telling(flag)))
        if contested:
            _add(n, (self._held("is", "contested"),))

    def _event(self, n: int, each: Rows) -> None:
        columns: tuple[Any, ...] = each.event
        _, _, placed, _, _, day, reports, contested, _, low, high, *_ = columns
        self._count = n + 1
        held = self._held
        sets = [held("source", source) for source in each.sources]
        sets += map(self._publisher, each.sources)
        for key, _ in each.parties:
            sets += self._actor(key)
        for key, role in each.roles:
            sets += self._role(key, role)
        sets += [held("place", place) for place in each.places]
        sets += [held("tag", tag) for tag in each.tags]
        states = (("contested", contested), ("single-origin", reports > 1 and high == 1), ("unplaced", not placed))
        sets += [held("is", state) for state, holds in states if holds]
        sets += held("low", str(low)), held("high", str(high)), held("reports", str(reports))
        for flag in each.flags:
            sets += self._flag(*_telling(flag))
        sets += self._size(reports)
        _add(n, sets)
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

    def _stands(self, n: int, day: int | None, reports: int) -> None:
        """Runs as they stand in the table: first number, behind the last, day, reports."""
        if not self._runs or self._runs[-1][2] != day:
            self._runs.append([n, n, day, 0])
        self._runs[-1][1] = n + 1
        self._runs[-1][3] += reports


_telling = itemgetter(0, 1, 2, 4, 5, -1)
"""What of the columns of `flag` behind `n` and `ord` an event is counted under."""


def _keys_of(
    field: object, kind: object, verdict: object, flagged: bool, open_: bool, top: bool
) -> Iterator[tuple[str, object]]:
    """The names and values of a flag, see `_telling`."""
    for name, value in (("field", field), ("verdict", verdict), ("kind", kind)):
        if value is not None:
            yield name, value
    if verdict is not None:
        yield "said", f"{field}{JOINT}{verdict}"
    if flagged and not open_:
        yield "is", "ruled"
    if flagged and open_ and not top:
        yield "open", ""
        yield "open", kind or ""


def _bits_of(reports: int) -> Iterator[tuple[str, object]]:
    """The bits of a number of reports."""
    return (("reports-bit", str(bit)) for bit in range(reports.bit_length()) if reports >> bit & 1)


def _add(n: int, sets: Iterable[array[int]]) -> None:
    """The event into each of the sets."""
    for numbers in sets:
        if not numbers or numbers[-1] != n:
            numbers.append(n)


def _ascending(numbers: array[int]) -> array[int]:
    """Each number once: a finding about several events is told of the first of them when all have been added."""
    falls = any(later < earlier for earlier, later in pairwise(numbers))
    return array(NUMBER, sorted(set(numbers))) if falls else numbers
