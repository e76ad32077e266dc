"""The discrepancies of a dossier as a list, and the next of them from any place."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from itertools import islice
from typing import Any

from tui.core.answers import Flag
from tui.core.filters import Filter
from tui.core.judgements import OriginCount, Verdict
from tui.index.bitmaps import following, preceding
from tui.index.postings import Postings
from tui.index.selections import Selector

FLAG_COLUMNS = (
    "flag.n, event.id, event.title, flag.field, flag.kind, flag.verdict, flag.reason, "
    "flag.open, flag.doubtful, flag.low, flag.high, flag.unknown, flag.at_most, event.earliest, event.latest"
)


FEW = 16
"""Of one row in so many events, or fewer, the flags are looked up; else all flags are gone through."""


class FlagQueries:
    """Questions about flagged fields and findings. Positions are those of the filter they are asked with."""

    def __init__(self, connection: sqlite3.Connection, postings: Postings, select: Selector) -> None:
        self._db, self._postings, self._select = connection, postings, select

    def listed(self, keep: Filter, condition: str, start: int, count: int | None) -> tuple[Flag, ...]:
        """Rows of the condition, strongest first, then in timeline order. `count` None: all."""
        rows = self._select.rows(keep)
        of_few = len(rows) * FEW < self._postings.size
        among = "n IN (SELECT value FROM json_each(?)) AND " if of_few else ""
        found = self._db.execute(
            f"SELECT n, ord FROM flag WHERE {among}{condition} ORDER BY strength DESC, n, ord",
            (json.dumps(list(rows)),) if of_few else (),
        )
        kept = islice((each for each in found if each[0] in rows), start, None if count is None else start + count)
        return tuple(self._flag(keep, self._read(n, ord_)) for n, ord_ in kept)

    def open_count(self, keep: Filter, kind: str | None) -> int:
        """How many of the flags `listed` tells of are open, and of the kind where one is asked for."""
        of_kind, kinds = ("", ()) if kind is None else (" AND kind = ?", (kind,))
        passes = self._select.rows(keep).flags()
        return sum(passes[n] for (n,) in self._db.execute(f"SELECT n FROM flag WHERE flagged AND open{of_kind}", kinds))

    def _read(self, n: int, ord_: int) -> Sequence[Any]:
        asked = f"SELECT {FLAG_COLUMNS} FROM flag JOIN event ON event.n = flag.n WHERE flag.n = ? AND flag.ord = ?"
        row: Sequence[Any] = self._db.execute(asked, (n, ord_)).fetchone()
        return row

    def _flag(self, keep: Filter, row: Sequence[Any]) -> Flag:
        n, event, title, field, kind, verdict, reason, open_, doubtful, low, high, unknown, at_most, *when = row
        earliest, latest = when
        origins = (
            OriginCount(low, high, unknown, at_most=bool(at_most))
            if isinstance(low, int) and isinstance(high, int) and isinstance(unknown, int)
            else None
        )
        return Flag(
            event=str(event),
            title=str(title),
            position=self._select.rows(keep).place(n),
            field=None if field is None else str(field),
            kind="" if kind is None else str(kind),
            verdict=None if verdict is None else Verdict(str(verdict)),
            reason=str(reason),
            open=bool(open_),
            doubtful=bool(doubtful),
            origins=origins,
            earliest=earliest,
            latest=latest,
        )

    def following(
        self, keep: Filter, position: int, field: str | None, *, forward: bool, kind: str | None
    ) -> Flag | None:
        """The next open flag of an event after (before) that field of that row, wrapping round."""
        rows = self._select.rows(keep)
        here = next(iter(rows.numbers(position, 1)), None)
        if here is None:
            return None
        ord_ = self._order_of(here, field)
        arrow, order = (">", "ASC") if forward else ("<", "DESC")
        of_kind, kinds = ("", ()) if kind is None else (" AND kind = ?", (kind,))
        asked = f"SELECT n, ord FROM flag WHERE n = ? AND flagged AND open AND NOT top{of_kind}"
        own = f"{asked} AND ord {arrow} ? ORDER BY ord {order} LIMIT 1"
        found = self._db.execute(own, (here, *kinds, ord_)).fetchone() if here in rows else None
        if found is None:
            open_ = rows.bits & self._postings.having("open", [kind or ""])
            n = following(open_, here) if forward else preceding(open_, here)
            if n is None:
                return None
            found = self._db.execute(f"{asked} ORDER BY ord {order} LIMIT 1", (n, *kinds)).fetchone()
        return self._flag(keep, self._read(*found))

    def _order_of(self, n: int, field: str | None) -> int:
        """Which of the event's flags stands for the field; -1 for none."""
        row = self._db.execute(
            "SELECT ord FROM flag WHERE n = ? AND (field = ? OR kind = ?) AND flagged AND open AND NOT top ORDER BY ord LIMIT 1",
            (n, field, field),
        ).fetchone()
        return -1 if row is None else int(row[0])
