"""Rows in the columns of `shapes` become tables of a dossier again: claims are gathered into the reports they are of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tui.files.format import TABLE_OF, Kind
from tui.files.tables import cells
from tui.files.tables.cells import Cell, UnreadableError
from tui.files.tables.collecting import UNKNOWN, Losses, Tables
from tui.files.tables.shapes import (
    ATTRIBUTES,
    FIELD,
    JUDGED,
    NUMBER,
    ONCE,
    ORDER,
    ROW_OF,
    TABLE,
    VALUE,
    Shape,
)
from tui.files.tables.stated import FILE

CLAIM, REPORT = ROW_OF[Shape.CLAIMS], ROW_OF[Shape.REPORTS]
_KINDS = {name: {key.name: key.kind for key in table.keys} | {FILE: Kind.TEXT} for name, table in TABLE_OF.items()}
_OF_REPORT = {"id": Kind.TEXT, "source": Kind.TEXT, "event": Kind.TEXT} | {
    column.name: column.kind for column in (*ATTRIBUTES, *ONCE)
}
_AGAIN = "not as in another row of the same report"


def is_ours(header: Iterable[object]) -> bool:
    """Whether these are the columns of an export: other tables need to be told what their columns mean."""
    names = set(header)
    return TABLE in names and ("source" in names or {"id", "title"} <= names)


class Gatherer:
    """Takes rows one by one; `tables` is complete after `finish`. Cells are those of `cells`, apostrophes gone."""

    def __init__(self) -> None:
        self.tables = Tables()
        self.rows = 0
        """Rows taken."""
        self._reports: dict[object, _Draft] = {}
        self._last: object = None
        self._loose: object = None

    def take(self, row: Mapping[str, Cell]) -> None:
        """One row: columns with cells that state something."""
        if not row:
            return
        self.rows += 1
        name = row.get(TABLE)
        if name in (CLAIM, REPORT):
            self._take_report(row, wide=name == REPORT)
        elif name in TABLE_OF:
            self._take_other(str(name), row)
        else:
            self.tables.losses.add(TABLE, f"{name!r} is no table of a dossier" if name else "says not which table")

    def finish(self) -> Tables:
        """All tables; reports in the order of their numbers, those without one last."""
        for draft in sorted(self._reports.values(), key=lambda draft: draft.number):
            self.tables.add(REPORT, draft.finished())
        self._reports = {}
        return self.tables

    def _take_other(self, name: str, row: Mapping[str, Cell]) -> None:
        keys: dict[str, Any] = {}
        for column, cell in row.items():
            kind = _KINDS[name].get(column)
            if kind is not None:
                _put(keys, column, kind, cell, self.tables.losses)
            elif column != TABLE:
                self.tables.losses.add(column, f"{UNKNOWN} for a {name}")
        self.tables.add(name, keys)

    def _take_report(self, row: Mapping[str, Cell], *, wide: bool) -> None:
        key = self._key(row, wide=wide)
        draft = self._reports.get(key)
        if draft is None:
            draft = self._reports[key] = _Draft(row, self.tables.losses)
        elif wide:
            self.tables.losses.add("id", "a report of this id stands above")
            return
        else:
            draft.repeat(row)
        if wide:
            draft.take_wide(row)
        else:
            draft.take_claim(row.get(FIELD), row.get(VALUE))
        self._count_unknown(row, wide=wide)

    def _key(self, row: Mapping[str, Cell], *, wide: bool) -> object:
        """What tells reports apart. Rows without an id are one while they follow each other and agree in source and event."""
        identity = row.get("id")
        if identity is not None:
            self._last = None
            return identity
        about = (row.get("source"), row.get("event"))
        if wide or about != self._last:
            self._last, self._loose = about, self.rows
        return self._loose

    def _count_unknown(self, row: Mapping[str, Cell], *, wide: bool) -> None:
        for column in row:
            if column in _KNOWN or column.startswith(JUDGED) or column == (ORDER if wide else FIELD):
                continue
            if not wide and column == VALUE:
                continue
            if not (wide and _family(column)):
                self.tables.losses.add(column, UNKNOWN)


_KNOWN = frozenset({TABLE, NUMBER, *_OF_REPORT})


class _Draft:
    """A report while its rows come in."""

    def __init__(self, row: Mapping[str, Cell], losses: Losses) -> None:
        self.number = _order(row.get(NUMBER))
        self._losses = losses
        self._keys: dict[str, Any] = {}
        self._first: dict[str, Cell] = {}
        self._who: dict[str, list[str]] = {}
        self._figures: dict[str, str] = {}
        self._claims: dict[str, Any] = {}
        self.repeat(row)

    def repeat(self, row: Mapping[str, Cell]) -> None:
        """What a row says of the report as a whole: of what it says twice, the second must be the same."""
        first = self._first
        for name, cell in row.items():
            if name not in _OF_REPORT or first.get(name) == cell:
                continue
            if name in first:
                self._losses.add(name, _AGAIN)
            else:
                first[name] = cell
                _put(self._keys, name, _OF_REPORT[name], cell, self._losses)

    def take_claim(self, field: Cell, value: Cell) -> None:
        """One claim by its field."""
        if field is None:
            if value is not None:
                self._losses.add(VALUE, "says not which field it is of")
            return
        name = cells.as_text(field)
        if value is None:
            self._losses.add(FIELD, "has no value")
        elif not self._take(name, value):
            self._losses.add(FIELD, f"{name!r} is no field of a report")

    def take_wide(self, row: Mapping[str, Cell]) -> None:
        """All claims of a row, in the order it gives them."""
        named = [column for column in row if _family(column)]
        order = row.get(ORDER)
        if order is not None:
            first = {name: place for place, name in enumerate(cells.split(order))}
            named.sort(key=lambda name: first.get(name, len(first)))
        for name in named:
            self._take(name, row[name])

    def finished(self) -> dict[str, Any]:
        """The keys of the report."""
        keys = self._keys
        if self._who:
            keys["who"] = self._who.get("") if list(self._who) == [""] else self._who
        if self._figures:
            keys["figures"] = self._figures
        if self._claims:
            keys["claims"] = self._claims
        return keys

    def _take(self, name: str, value: Cell) -> bool:
        family, _, key = name.partition(".")
        match family:
            case "when" | "until" if name == family:
                self._once(self._keys, name, cells.as_text(value))
            case "where" if name == family:
                self._keys.setdefault(name, []).extend(cells.split(value))
            case "who":
                self._who.setdefault(key, []).extend(cells.split(value))
            case "figures" if name != family:
                self._once(self._figures, key, cells.as_text(value))
            case "claims" if name != family:
                self._once(self._claims, key, cells.claim_read(value))
            case _:
                return False
        return True

    def _once(self, into: dict[str, Any], key: str, value: object) -> None:
        if key in into:
            self._losses.add(VALUE, "the report gives the field twice")
        else:
            into[key] = value


def _family(column: str) -> bool:
    """Whether a column of a wide row is a claim."""
    family, dot, _ = column.partition(".")
    return column in ("when", "until", "where", "who") or (bool(dot) and family in ("who", "figures", "claims"))


def _order(cell: Cell) -> float:
    try:
        return float(cells.read(Kind.NUMBER, cell)) if cell is not None else float("inf")
    except UnreadableError:
        return float("inf")


def _put(keys: dict[str, Any], column: str, kind: Kind, cell: Cell, losses: Losses) -> None:
    try:
        keys[column] = cells.read(kind, cell)
    except UnreadableError as error:
        losses.add(column, str(error))


def as_row(header: Sequence[str], values: Iterable[Cell]) -> dict[str, Cell]:
    """The cells of a row that state something, under their columns."""
    return {name: cell for name, cell in zip(header, values, strict=False) if cell is not None}
