"""`rashomon report` as plain text: the critical apparatus, every event with its readings, then the sources to cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.core.answers import EventRow
from tui.core.judgements import FieldVerdict, Reading, Verdict
from tui.core.model import Report, Source
from tui.view.claims import fallen
from tui.view.decided import reopened
from tui.view.report_model import DISPUTED
from tui.view.safety import safe
from tui.view.texts import (
    Sheet,
    absence_lines,
    event_heading,
    field_label,
    place_in,
    rule_off,
    told_findings,
    verdict_words,
)
from tui.view.texts_diff import finding_lines, ruling_lines


def report_lines(rows: Iterable[EventRow], sheet: Sheet) -> Iterator[str]:
    """Every event of the rows, numbered in order, then the citations."""
    yield from rule_off("Events")
    for number, row in enumerate(rows, start=1):
        yield from event_apparatus(number, row, sheet)
    yield from rule_off("Sources")
    for source in sheet.sources.values():
        yield from sheet.wrapped(f"{safe(source.siglum)}: {citation(source)}", hang=6)


def event_apparatus(number: int, row: EventRow, sheet: Sheet) -> list[str]:
    """One event: head, what each report says with its passage, one apparatus entry a field, findings, silence."""
    event, reports = row.verdict, {report.id: report for report in row.reports}
    lines = sheet.wrapped(f"{number}. {event_heading(event)}", hang=3)
    lines += sheet.wrapped(sheet.head(row), indent=3)
    corrected = fallen(row).corrected
    for report in row.reports:
        state = "superseded: " if report.id in corrected else ""
        lines += sheet.wrapped(f"{sheet.siglum(report.source)}: {state}{passage(report)}", indent=3, hang=6)
    if row.disputed:
        lines += sheet.wrapped(f"{DISPUTED}:", indent=3, hang=6)
    for report in row.disputed:
        lines += sheet.wrapped(f"{sheet.siglum(report.source)}: {passage(report)}", indent=6, hang=9)
    for line in sheet.origins(row):
        lines += sheet.wrapped(line, indent=3, hang=6)
    lines += [*absence_lines(event, sheet, indent=3), ""]
    for field in event.fields:
        lines += entry_lines(field, sheet, again=reopened(field, event))
    for finding in told_findings(event):
        lines += finding_lines(finding, reports, sheet, indent=3)
    return [*lines, ""]


def entry_lines(field: FieldVerdict, sheet: Sheet, *, again: bool | None = None) -> list[str]:
    """One field as a printed apparatus has it: `killed: 43 RTR AFP ] 70 SANA · om. TASS`, then verdict and reason, rulings.

    `again`: see `texts_diff.field_lines`."""
    base, *others = [_witnessed(reading, sheet) for reading in field.readings] or ["(no reading)"]
    entry = f"{field_label(field.field)}: {base}" + (f" ] {' · '.join(others)}" if others else "")
    if field.silent:
        entry += f" · om. {sheet.sigla(field.silent)}"
    lines = sheet.wrapped(entry, indent=3, hang=6)
    if field.verdict is not Verdict.SINGLE or field.kind:
        why = f"{verdict_words(field)}: {safe(field.reason)}" if field.reason else verdict_words(field)
        lines += sheet.wrapped(why, indent=6, hang=6)
    return [*lines, *ruling_lines(field, sheet, indent=6, again=again)]


def passage(report: Report) -> str:
    """What a report says and where it says it: prose, quotation, part and locator, speaker."""
    parts = [safe(report.what)] if report.what else []
    if report.quote:
        parts.append(f"“{safe(report.quote)}”")
    where = ", ".join(place_in(report))
    if where:
        parts.append(f"[{where}]")
    if report.said_by:
        parts.append(f"said by {safe(', '.join(report.said_by))}")
    if report.credibility is not None:
        parts.append(f"credibility {report.credibility}")
    return " ".join(parts) or "(no details)"


def citation(source: Source) -> str:
    """A source as a reader needs it to find it again; what is not known is left out."""
    parts = [source.name]
    if source.title:
        parts.append(f"“{source.title}”")
    parts.append(source.published or "undated")
    if source.credits:
        parts.append(f"credits {', '.join(source.credits)}")
    if source.grade:
        parts.append(f"grade {source.grade}")
    words = ", ".join(parts) + "."
    for label, value in (("", source.url), ("archived ", source.archive_url), ("sha256 ", source.sha256)):
        if value:
            words += f" {label}{value}"
    return safe(words)


def _witnessed(reading: Reading, sheet: Sheet) -> str:
    """A reading and its sigla; the sources' own words in quotation marks where they are not the value."""
    words = ", ".join(f"“{safe(written)}”" for written in reading.as_written if written != reading.value)
    value = safe(reading.value) + (f" ({words})" if words else "") + (" [superseded]" if reading.superseded else "")
    return f"{value} {_sigla(reading, sheet)}"


def _sigla(reading: Reading, sheet: Sheet) -> str:
    """Sigla in order; reports beyond one of each source are counted at the end."""
    echoes = len(reading.reports) - len(reading.sources)
    return " ".join(sheet.siglum(source) for source in reading.sources) + (f" (+{echoes})" if echoes > 0 else "")
