"""Reports and what was judged of them as rows of cells, in the columns of `shapes`. One event is held at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from tui.core.answers import EventRow
from tui.core.judgements import FieldVerdict, Finding, NumberBounds, Reading, TimeBounds
from tui.core.model import Dossier, Report
from tui.files.format import TABLE_OF, Kind
from tui.files.tables.cells import Cell, claim_written, joined, written
from tui.files.tables.shapes import (
    ATTRIBUTES,
    CLAIM_COLUMNS,
    FIELD,
    JUDGED,
    NUMBER,
    ORDER,
    ROW_OF,
    TABLE,
    VALUE,
    VERDICT_COLUMNS,
    Column,
    Shape,
    report_columns,
    role_column,
)
from tui.files.tables.stated import FILE, GIVEN, tables

Row: TypeAlias = "dict[str, Cell]"
"""Column -> cell; a column that is missing states nothing."""
NO_NAMES: Mapping[str, str] = MappingProxyType({})


class Sheet:
    """The rows of one shape, and of the tables that no report holds."""

    def __init__(
        self,
        dossier: Dossier,
        rows: Iterable[EventRow],
        *,
        shape: Shape = Shape.CLAIMS,
        names: Mapping[str, str] = NO_NAMES,
        narrowed: bool = False,
    ) -> None:
        """`dossier` holds the reports as their files state them, `rows` the events of the same reports, judged.

        `names` are those of `file_hints`. `narrowed`: only claims of the fields that stand in the verdicts of the rows.
        """
        self.shape = shape
        self.columns: tuple[Column, ...] = _columns(shape, dossier)
        self.dossier = dossier
        self._rows = rows
        self.names = names
        self._narrowed = narrowed
        self._order = [column.name for column in self.columns]

    def rows(self) -> Iterator[Row]:
        """Every row, in the order of the timeline."""
        if self.shape is Shape.VERDICTS:
            for row in self._rows:
                yield from verdict_rows(row)
            return
        numbers = {report.id: number for number, report in enumerate(self.dossier.reports, start=1)}
        for row in self._rows:
            for judged in row.reports:
                number = numbers.get(judged.id)
                if number is not None:
                    yield from self._of_report(self.dossier.reports[number - 1], number, row)

    def others(self) -> Iterator[tuple[str, Row]]:
        """The name and the cells of every table that is no report, in the order of the format."""
        kinds = {name: {key.name: key.kind for key in table.keys} for name, table in TABLE_OF.items()}
        for name, keys in tables(self.dossier, self.names):
            if name != "report":
                yield name, {key: written(kinds[name].get(key, Kind.TEXT), value) for key, value in keys.items()}

    def _of_report(self, report: Report, number: int, row: EventRow) -> Iterator[Row]:
        head: Row = {TABLE: ROW_OF[self.shape], NUMBER: number, "id": report.id, "source": report.source}
        if report.event is not None:
            head["event"] = report.event
        attributes = _attributes(report, self.names)
        if self.shape is Shape.REPORTS:
            yield head | self._wide(report) | attributes | _once(report) | _judged_report(row)
            return
        fields = {
            field.field: (field, reading)
            for field in row.verdict.fields
            for reading in field.readings
            if report.id in reading.reports
        }
        once = _once(report)
        for name, value in claims_of(report):
            found = fields.get(name)
            if self._narrowed and found is None:
                continue
            yield head | {FIELD: name or None, VALUE: value} | _judged_claim(found, row) | attributes | once
            once = {}

    def _wide(self, report: Report) -> Row:
        cells: Row = {name: value for name, value in claims_of(report) if name}
        named = [name for name in cells if name.partition(".")[0] in ("who", "figures", "claims")]
        if named != sorted(named, key=self._order.index):
            cells[ORDER] = joined(named)
        return cells


def _columns(shape: Shape, dossier: Dossier) -> tuple[Column, ...]:
    match shape:
        case Shape.CLAIMS:
            return CLAIM_COLUMNS
        case Shape.REPORTS:
            return report_columns(dossier.reports)
        case Shape.VERDICTS:
            return VERDICT_COLUMNS


def claims_of(report: Report) -> Iterator[tuple[str, str | None]]:
    """Field and cell of every claim of a report, in the order of the format; an empty field where it claims nothing."""
    some = False
    for name, value in _claims(report):
        some = True
        yield name, value
    if not some:
        yield "", None


def _claims(report: Report) -> Iterator[tuple[str, str]]:
    if report.when is not None:
        yield "when", report.when
    if report.until is not None:
        yield "until", report.until
    if report.where:
        yield "where", joined(report.where)
    for role, names in report.who:
        yield role_column(role), joined(names)
    for key, words in report.figures:
        yield f"figures.{key}", words
    for key, claim in report.claims:
        yield f"claims.{key}", claim_written(list(claim) if isinstance(claim, tuple) else claim)


def _attributes(report: Report, names: Mapping[str, str]) -> Row:
    cells: Row = {}
    for column in ATTRIBUTES:
        value = getattr(report, column.name)
        if value or (column.name == "as_of" and value is not None):
            cells[column.name] = written(column.kind, list(value) if isinstance(value, tuple) else value)
    if report.position.file in names:
        cells[FILE] = names[report.position.file]
    return cells


def _once(report: Report) -> Row:
    cells: Row = {"text": report.text} if report.text else {}
    return cells if report.given_id else cells | {GIVEN: False}


def _judged_report(row: EventRow) -> Row:
    if not row.placed:
        return {}
    verdict = row.verdict
    return {
        JUDGED + "event": verdict.id, JUDGED + "verdict": str(verdict.verdict),
        JUDGED + "earliest": verdict.earliest, JUDGED + "latest": verdict.latest,
    }  # fmt: skip


def _judged_claim(found: tuple[FieldVerdict, Reading] | None, row: EventRow) -> Row:
    cells: Row = {JUDGED + "event": row.verdict.id} if row.placed else {}
    if found is None:
        return cells
    field, reading = found
    cells |= {JUDGED + "verdict": str(field.verdict), JUDGED + "reading": reading.value}
    if reading.superseded:
        cells[JUDGED + "superseded"] = True
    match reading.bounds:
        case TimeBounds():
            cells |= {JUDGED + "earliest": reading.bounds.earliest, JUDGED + "latest": reading.bounds.latest}
        case NumberBounds():
            cells |= {JUDGED + "low": _finite(reading.bounds.low), JUDGED + "high": _finite(reading.bounds.high)}
    return cells


def _finite(bound: float | None) -> float | None:
    return None if bound is None or abs(bound) == float("inf") else bound


def verdict_rows(row: EventRow) -> Iterator[Row]:
    """A row for every field of an event, then for every finding."""
    verdict = row.verdict
    head: Row = {
        TABLE: ROW_OF[Shape.VERDICTS], "event": verdict.id, "title": verdict.title or None,
        "earliest": verdict.earliest, "latest": verdict.latest, "origins_low": verdict.origins.low,
        "origins_high": verdict.origins.high, "origins_unknown": verdict.origins.unknown,
    }  # fmt: skip
    for field in verdict.fields:
        yield head | _field_cells(field)
    for finding in verdict.findings:
        yield head | _finding_cells(finding)


def _field_cells(field: FieldVerdict) -> Row:
    return {
        "field": field.field, "verdict": str(field.verdict), "kind": field.kind, "flagged": field.flagged,
        "open": field.open, "doubtful": field.doubtful, "gap": field.gap, "reason": field.reason or None,
        "readings": joined([f"{reading.value} ({', '.join(reading.sources)})" for reading in field.readings]),
        "sources": joined(_distinct(reading.sources for reading in field.readings)),
        "reports": joined(_distinct(reading.reports for reading in field.readings)),
        "silent": joined(field.silent) or None,
    }  # fmt: skip


def _finding_cells(finding: Finding) -> Row:
    return {
        "field": finding.field, "kind": str(finding.kind), "flagged": finding.flagged, "open": finding.open,
        "reason": finding.reason, "reports": joined(finding.reports),
    }  # fmt: skip


def _distinct(members: Iterable[Sequence[str]]) -> list[str]:
    return list(dict.fromkeys(name for group in members for name in group))
