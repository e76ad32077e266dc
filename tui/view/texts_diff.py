"""`rashomon diff` as plain text: what one would paste into an e-mail. Draws what was judged, at any width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from tui.core.agreement import SourceRecord
from tui.core.answers import EventRow, Summary
from tui.core.judgements import EventVerdict, FieldVerdict, Finding, Reading
from tui.core.model import Ruling, Source
from tui.core.verdicts.rulings import since
from tui.view.claims import counted, silence
from tui.view.clocks import known_by
from tui.view.decided import link_words, reopened
from tui.view.excerpts import MENTIONED_KINDS, is_contested
from tui.view.marks import mark_of_finding
from tui.view.safety import safe
from tui.view.texts import (
    Reports,
    Sheet,
    event_heading,
    field_label,
    origin_words,
    reading_witnesses,
    rule_off,
    told_findings,
    verdict_words,
)

Excerpts: TypeAlias = Sequence[tuple[EventRow, EventVerdict]]
"""Events with what is to be printed of their verdict."""

CONTESTED = "Where the accounts cannot all be true"
ACROSS = "Across events"
MENTIONED = "Updates, wording, grades"
EVERYTHING = "Every field"
AGREED = "No discrepancy found."
AGREED_FILTERED = "No discrepancy found in what passes the filters."


def summary_lines(summary: Summary, sheet: Sheet, passing: tuple[int, int] | None = None) -> list[str]:
    """Title and numbers of the dossier; the count of reports never without that of origins.

    `passing`: how many events, and reports without an event, filters leave of it, where there are any.
    """
    numbers = (
        f"{counted(summary.events, 'event')} · {origin_words(summary.reports, summary.origins)}"
        f" · {counted(summary.sources, 'source')} · {summary.contested} contested"
    )
    known = "" if summary.as_of is None else f" · {known_by(summary.as_of, summary.timezone)}"
    told = [numbers + known]
    if passing is not None:
        alone = f" and {counted(passing[1], 'report')} without one" if passing[1] else ""
        told = [f"{passing[0]:,} of {counted(summary.events, 'event')}{alone} pass the filters", f"In all: {told[0]}"]
    return [
        *sheet.wrapped(safe(summary.title or "Untitled dossier")),
        *(x for line in told for x in sheet.wrapped(line)),
        "",
    ]


def undated_lines(
    summary: Summary, sources: Iterable[Source], records: Iterable[SourceRecord], sheet: Sheet
) -> list[str]:
    """That some reports may have come out later than the time up to which the dossier is looked at, where none tells."""
    if summary.as_of is None:
        return []
    undated = {source.id for source in sources if source.published is None}
    number = sum(record.reports for record in records if record.source in undated)
    if not number:
        return []
    of = "is of a source" if number == 1 else "are of sources"
    return [*sheet.wrapped(f"{counted(number, 'report')} {of} without a date, and may have come out later."), ""]


def diff_lines(
    rows: Excerpts, findings: Sequence[Finding], sheet: Sheet, *, everything: bool = False, filtered: bool = False
) -> Iterator[str]:
    """Lines for the rows' excerpts (see `tui.view.excerpts`): contested events first, then updates, wording and grades.

    `findings` concern more than one event. With `everything`, all fields of all events in timeline order.
    `filtered`: that nothing is found is said of what passes the filters only.
    """
    across = [*_across_lines(findings, {report.id: report for row, _ in rows for report in row.reports}, sheet)]
    if everything:
        yield from across
        yield from _section(EVERYTHING, rows, sheet)
        return
    contested = [(row, part) for row, event in rows if (part := contested_part(event)) is not None]
    mentioned = [(row, part) for row, event in rows if (part := mentioned_part(event)) is not None]
    if not contested and not findings:
        yield from [AGREED_FILTERED if filtered else AGREED, ""]
    yield from _section(CONTESTED, contested, sheet)
    yield from across
    yield from _section(MENTIONED, mentioned, sheet)


def contested_part(event: EventVerdict) -> EventVerdict | None:
    """The flagged fields and findings of an event, or None."""
    if not is_contested(event):
        return None
    return _part(event, tuple(f for f in event.fields if f.flagged), event.findings)


def mentioned_part(event: EventVerdict) -> EventVerdict | None:
    """The updated and differently worded fields of an event that are not flagged, and its grades where nothing is; or None."""
    fields = tuple(f for f in event.fields if not f.flagged and f.kind in MENTIONED_KINDS)
    findings = () if is_contested(event) else event.findings
    return _part(event, fields, findings) if fields or findings else None


def event_lines(row: EventRow, event: EventVerdict, sheet: Sheet) -> list[str]:
    """One event: title, date, origins, then its findings and fields with who says what."""
    reports = {report.id: report for report in row.reports}
    lines = [*sheet.wrapped(event_heading(event)), *sheet.wrapped(sheet.head(row), indent=2)]
    if event.title:
        lines += sheet.wrapped(f"event {safe(event.id)}", indent=2)
    shown = {field.field for field in event.fields}
    for finding in told_findings(event):
        lines += ["", *finding_lines(finding, reports, sheet)]
        for field in row.verdict.fields:
            if field.field == finding.field and field.field not in shown:
                lines += ruling_lines(field, sheet, again=finding.open)
    for field in event.fields:
        lines += ["", *field_lines(field, reports, sheet, again=reopened(field, event))]
    return [*lines, ""]


def field_lines(field: FieldVerdict, reports: Reports, sheet: Sheet, *, again: bool | None = None) -> list[str]:
    """One field: verdict, each reading with its witnesses and origins, the reason, who is silent, rulings.

    `again`: whether a flag is open in spite of them; as the field itself says where nobody says otherwise."""
    lines = sheet.wrapped(f"{field_label(field.field)}: {verdict_words(field)}", indent=2)
    for reading in field.readings:
        lines += reading_lines(field.field, reading, reports, sheet)
    if field.reason:
        lines += sheet.wrapped(f"why: {safe(field.reason)}", indent=4, hang=8)
    silent, later = silence(field, reports.values())
    if silent:
        lines += sheet.wrapped(f"silent: {sheet.sigla(silent)}", indent=4, hang=8)
    if later:
        lines += sheet.wrapped(f"not said yet: {sheet.sigla(later)}", indent=4, hang=8)
    return [*lines, *ruling_lines(field, sheet, again=again)]


def reading_lines(field: str, reading: Reading, reports: Reports, sheet: Sheet) -> list[str]:
    """One reading: the value with its one witness beside it, or its count of origins and the witnesses below."""
    value = safe(reading.value) + (" [superseded]" if reading.superseded else "")
    told = reading_witnesses(field, reading, reports, sheet)
    if len(told) == 1:
        return sheet.wrapped(f"{value} — {told[0]}", indent=4, hang=8)
    lines = sheet.wrapped(f"{value} — {origin_words(len(reading.reports), reading.origins)}", indent=4, hang=8)
    return [*lines, *(line for witness in told for line in sheet.wrapped(witness, indent=8))]


def finding_lines(finding: Finding, reports: Reports, sheet: Sheet, *, indent: int = 2) -> list[str]:
    """One finding: kind, field, whose reports, reason, and whether they are one event where that was decided."""
    label = f"{mark_of_finding(finding).glyph} finding: {finding.kind}"
    label += f", {field_label(finding.field)}" if finding.field else ""
    label += ", ruled" if finding.flagged and not finding.open else ""
    told = "; ".join(_report_words(report_id, reports) for report_id in finding.reports)
    lines = sheet.wrapped(label, indent=indent)
    if told:
        lines += sheet.wrapped(f"reports: {told}", indent=indent + 2, hang=indent + 6)
    if finding.reason:
        lines += sheet.wrapped(f"why: {safe(finding.reason)}", indent=indent + 2, hang=indent + 6)
    for words in link_words(finding, sheet):
        lines += sheet.wrapped(f"decision: {words}", indent=indent + 2, hang=indent + 6)
    return lines


def ruling_lines(field: FieldVerdict, sheet: Sheet, *, indent: int = 4, again: bool | None = None) -> list[str]:
    """The recorded judgements on a field, and whether they still stand. `again`: see `field_lines`."""
    again = field.open if again is None else again
    label = "ruling, reopened" if again else "ruling"
    rulings = [sheet.rulings[index] for index in field.rulings if index < len(sheet.rulings)]
    return [
        line
        for ruling in rulings
        for line in sheet.wrapped(f"{label}: {ruling_words(ruling, field, again=again)}", indent=indent)
    ]


def ruling_words(ruling: Ruling, field: FieldVerdict, *, again: bool) -> str:
    """A recorded judgement in one line: the value, the report that gives it, and what has changed since where it is open again."""
    value = next((reading.value for reading in field.readings if ruling.accepted in reading.reports), "")
    words = f"accepted {value} ({ruling.accepted})" if value else f"accepted {ruling.accepted}"
    if ruling.reason:
        words += f": {ruling.reason}"
    if again and (changed := since(ruling, field.readings)):
        words += f"; since then: {'; '.join(changed)}"
    if ruling.by:
        words += f" ({', '.join(part for part in (ruling.by, ruling.at) if part)})"
    return safe(words)


def unplaced_lines(unplaced: Sequence[str], sheet: Sheet) -> list[str]:
    """Reports that belong to no event yet; no line when there is none."""
    if not unplaced:
        return []
    return [*sheet.wrapped(f"{counted(len(unplaced), 'report')} without an event: {safe(', '.join(unplaced))}"), ""]


def _section(title: str, rows: Excerpts, sheet: Sheet) -> Iterator[str]:
    if rows:
        yield from rule_off(title)
    for row, event in rows:
        yield from event_lines(row, event, sheet)


def _across_lines(findings: Sequence[Finding], reports: Reports, sheet: Sheet) -> Iterator[str]:
    if findings:
        yield from rule_off(ACROSS)
    for finding in findings:
        yield from finding_lines(finding, reports, sheet)
        yield from sheet.wrapped(f"events: {safe(', '.join(finding.events))}", indent=4, hang=8)
        yield ""


def _report_words(report_id: str, reports: Reports) -> str:
    report = reports.get(report_id)
    return safe(f"{report_id} ({report.locator})" if report is not None and report.locator else report_id)


def _part(event: EventVerdict, fields: tuple[FieldVerdict, ...], findings: tuple[Finding, ...]) -> EventVerdict:
    return replace(event, fields=fields, findings=findings)
