"""Reports as plain values: how they lie in the index, and how they go from one process to another.

Written and read by `marshal`, as Python's own compiled files in the cache of the same user are: four times as fast as JSON.
"""

from __future__ import annotations

import marshal
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from tui.core.making import maker
from tui.core.model import Position, Report
from tui.files.aside import LAID, told

FORMAT = 2
"""Of marshal: the last in which equal values are equal bytes, whatever they share in memory. Every Python reads it."""
_NAMES = tuple(field.name for field in fields(Report) if field.name not in ("position", "lines"))

flat = attrgetter(*_NAMES, "lines", "position.file", "position.line")
"""The values of a report: texts, numbers, truth values, None and tuples of them."""
_make = maker(Report, (*_NAMES, "lines", "position"))


_LAID = tuple(map(_NAMES.index, LAID))


def report_of(values: Sequence[Any], words: bytes = b"") -> Report:
    """The report that `flat` took apart. `words`: those of it that lay aside."""
    *own, file, line = values
    for place, said in zip(_LAID, told(words), strict=True) if words else ():
        own[place] = said
    own.append(Position(file, line))
    return _make(own)


def stored(reports: Iterable[Report]) -> bytes:
    """The reports for `restored`. What those written alike share stands there once."""
    spread: dict[Any, int] = {}
    told = []
    for *own, lines, file, line in map(flat, reports):
        told.append((own, spread.setdefault(lines, len(spread)), file, line))
    return marshal.dumps((list(spread), told), FORMAT)


def restored(data: bytes) -> tuple[Report, ...]:
    """What `stored` was given."""
    spread, told = marshal.loads(data)
    return tuple([_make((*own, spread[lines], Position(file, line))) for own, lines, file, line in told])


class Reported:
    """Reports by their ids."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._beside: tuple[int, dict[str, Report]] = (-1, {})
        """The event of the report that was asked for last, and its reports: who follows copies asks for one after the other."""

    def find(self, report_id: str) -> Report | None:
        """One report, wherever it is placed; None when there is none."""
        found = self._db.execute("SELECT n FROM report WHERE id = ?", (report_id,)).fetchone()
        if found is None:
            return None
        n, known = self._beside
        if n != found[0]:
            (held,) = self._db.execute("SELECT reported FROM event WHERE n = ?", found).fetchone()
            known = {report.id: report for report in restored(held)}
            self._beside = found[0], known
        return known.get(report_id)
