"""`rashomon report --format markdown`: the apparatus for a document. Text of other people never becomes markup in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui.core.answers import EventRow, Summary
from tui.core.judgements import FieldVerdict, Finding, Reading
from tui.core.model import Report, Source
from tui.view.claims import counted
from tui.view.marks import mark_of_finding
from tui.view.safety import safe
from tui.view.texts import Sheet, origin_words, place_in, told_findings, verdict_words
from tui.view.texts_diff import ruling_words

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&$!])")
_LINK = re.compile(r"https?://[^\s<>]+")


def markdown_lines(summary: Summary, rows: Iterable[EventRow], sheet: Sheet) -> Iterator[str]:
    """Title, every event with two tables (who says what; field by field), then the sources to cite."""
    yield from [f"# {escaped(summary.title or 'Untitled dossier')}", ""]
    numbers = origin_words(summary.reports, summary.origins)
    yield f"{counted(summary.events, 'event')} · {numbers} · {counted(summary.sources, 'source')} · {summary.contested} contested"
    yield ""
    for number, row in enumerate(rows, start=1):
        yield from event_markdown(number, row, sheet)
    yield from ["## Sources", ""]
    for source in sheet.sources.values():
        yield f"- **{escaped(source.siglum)}** {_citation(source)}"


def event_markdown(number: int, row: EventRow, sheet: Sheet) -> Iterator[str]:
    """One event: heading, date and origins, who says what, field by field, findings, who has no report."""
    event = row.verdict
    yield from [f"## {number}. {escaped(event.title or event.id)}", "", f"{sheet.head(row)} · `{_code(event.id)}`", ""]
    yield from ["| source | says | where | speaker |", "|---|---|---|---|"]
    for report in row.reports:
        yield _row(escaped(sheet.siglum(report.source)), _said(report), escaped(", ".join(place_in(report))),
                   escaped(", ".join(report.said_by)))  # fmt: skip
    yield ""
    if event.fields:
        yield from ["| field | readings | verdict | why |", "|---|---|---|---|"]
    for field in event.fields:
        yield _row(f"`{_code(field.field)}`", _readings(field, sheet), _verdict(field, sheet), escaped(field.reason))
    if event.fields:
        yield ""
    for finding in told_findings(event):
        yield f"- {_finding(finding)}"
    if event.absent:
        yield f"- no report: {escaped(sheet.sigla(event.absent))}"
    if event.earlier:
        yield f"- published before: {escaped(sheet.sigla(event.earlier))}"
    if told_findings(event) or event.absent or event.earlier:
        yield ""


def escaped(text: str) -> str:
    """The text as Markdown that shows exactly it: on one line, no markup, no HTML, no new table cell."""
    return _SPECIAL.sub(r"\\\1", " ".join(safe(text).split()))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell or '·' for cell in cells)} |"


def _said(report: Report) -> str:
    quote = f"“{report.quote}”" if report.quote else ""
    return escaped(" ".join(part for part in (report.what, quote) if part))


def _readings(field: FieldVerdict, sheet: Sheet) -> str:
    told = [_reading(reading, sheet) for reading in field.readings]
    if field.silent:
        told.append(f"silent: {escaped(sheet.sigla(field.silent))}")
    return "<br>".join(told)


def _reading(reading: Reading, sheet: Sheet) -> str:
    words = ", ".join(f"“{written}”" for written in reading.as_written if written != reading.value)
    past = " (superseded)" if reading.superseded else ""
    counts = f" · {origin_words(len(reading.reports), reading.origins)}" if len(reading.reports) > 1 else ""
    shown = escaped(f"{f' ({words})' if words else ''} {sheet.sigla(reading.sources)}{past}{counts}")
    return f"**{escaped(reading.value) or '·'}** {shown}"


def _verdict(field: FieldVerdict, sheet: Sheet) -> str:
    rulings = [sheet.rulings[index] for index in field.rulings if index < len(sheet.rulings)]
    return "<br>".join(
        [escaped(verdict_words(field)), *(f"ruling: {escaped(ruling_words(ruling))}" for ruling in rulings)]
    )


def _finding(finding: Finding) -> str:
    field = f", `{_code(finding.field)}`" if finding.field else ""
    ruled = ", ruled" if finding.flagged and not finding.open else ""
    return f"{mark_of_finding(finding).glyph} **{finding.kind}**{field}{ruled}: {escaped(finding.reason)}"


def _citation(source: Source) -> str:
    parts = [
        escaped(source.name),
        escaped(f"“{source.title}”") if source.title else "",
        escaped(source.published or "undated"),
    ]
    parts.append(escaped(f"credits {', '.join(source.credits)}") if source.credits else "")
    parts.append(f"grade {escaped(source.grade)}" if source.grade else "")
    words = f"{', '.join(part for part in parts if part)}."
    links = (("", source.url), ("archived ", source.archive_url))
    words += "".join(f" {label}{_link(address)}" for label, address in links if address)
    return words + (f" sha256 `{_code(source.sha256)}`" if source.sha256 else "")


def _link(address: str) -> str:
    """An address as a link only where it is one; `javascript:` and the like stay text."""
    return f"<{address}>" if _LINK.fullmatch(address) and safe(address) == address else escaped(address)


def _code(text: str) -> str:
    """Text between code marks, where only they and a bar would break out."""
    return safe(text).replace("`", "'").replace("|", "\\|")
