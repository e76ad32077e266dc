"""The discrepancies of a dossier as a list, and the next of them from any place."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from tui.core.answers import Flag
from tui.core.filters import Filter
from tui.core.judgements import OriginCount, Verdict
from tui.index.selections import Selector

FLAG_COLUMNS = (
    "flag.n, event.id, event.title, flag.field, flag.kind, flag.verdict, flag.reason, "
    "flag.open, flag.doubtful, flag.low, flag.high, flag.unknown, flag.at_most, flag.ord"
)


class FlagQueries:
    """Questions about flagged fields and findings. Positions are those of the filter they are asked with."""

    def __init__(self, connection: sqlite3.Connection, select: Selector) -> None:
        self._db = connection
        self._select = select

    def listed(self, keep: Filter, condition: str, start: int, count: int | None) -> tuple[Flag, ...]:
        """Rows of the condition, strongest first, then in timeline order. `count` None: all."""
        chosen = self._select.where(keep)
        rows = self._db.execute(
            f"SELECT {FLAG_COLUMNS} FROM flag JOIN event ON event.n = flag.n WHERE {chosen.sql} AND {condition} "
            "ORDER BY flag.strength DESC, flag.n, flag.ord LIMIT ? OFFSET ?",
            (*chosen.parameters, -1 if count is None else count, start),
        ).fetchall()
        return tuple(self._flag(keep, row) for row in rows)

    def _flag(self, keep: Filter, row: Sequence[Any]) -> Flag:
        n, event, title, field, kind, verdict, reason, open_, doubtful, low, high, unknown, at_most, _ = row
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
        )

    def following(
        self, keep: Filter, position: int, field: str | None, *, forward: bool, kind: str | None
    ) -> Flag | None:
        """The next open flag of an event after (before) that field of that row, wrapping round."""
        chosen = self._select.where(keep)
        here = next(iter(self._select.rows(keep).numbers(position, 1)), None)
        if here is None:
            return None
        ord_ = -1
        if field is not None:
            row = self._db.execute(
                "SELECT ord FROM flag WHERE n = ? AND (field = ? OR kind = ?) AND flagged AND open AND NOT top ORDER BY ord LIMIT 1",
                (here, field, field),
            ).fetchone()
            ord_ = row[0] if row is not None else -1
        arrow, order = (">", "ASC") if forward else ("<", "DESC")
        base = (
            f"SELECT {FLAG_COLUMNS} FROM flag JOIN event ON event.n = flag.n "
            f"WHERE {chosen.sql} AND flag.flagged AND flag.open AND NOT flag.top"
        )
        parameters = [*chosen.parameters]
        if kind is not None:
            base += " AND flag.kind = ?"
            parameters.append(kind)
        for condition, values in ((f"(flag.n, flag.ord) {arrow} (?, ?)", (here, ord_)), ("1", ())):
            found = self._db.execute(
                f"{base} AND {condition} ORDER BY flag.n {order}, flag.ord {order} LIMIT 1", (*parameters, *values)
            ).fetchone()
            if found is not None:
                return self._flag(keep, found)
        return None
