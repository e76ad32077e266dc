"""`rashomon report --format html`: the apparatus as one page that needs nothing else. No text becomes markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from tui.core.answers import EventRow, Summary
from tui.core.judgements import FieldVerdict, Reading
from tui.core.model import Report, Source
from tui.view.claims import counted
from tui.view.marks import mark_of_finding
from tui.view.safety import safe
from tui.view.texts import Sheet, event_heading, field_label, origin_words, place_in, told_findings, verdict_words
from tui.view.texts_diff import ruling_words

STYLE = """\
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 25%, transparent); }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; }
.numbers, .id { opacity: .75; }
tr.flagged > :first-child { border-left: .3rem solid #d95f02; }
ul { margin: .25rem 0; padding-left: 1.25rem; }"""
"""A flag is a word and a mark first; the orange edge only helps to find it."""


def html_lines(summary: Summary, rows: Iterable[EventRow], sheet: Sheet) -> Iterator[str]:
    """A whole page: title, every event with who says what and field by field, the sources to cite."""
    title = text(summary.title or "Untitled dossier")
    yield from ["<!doctype html>", '<html lang="en">', "<head>", '<meta charset="utf-8">']
    yield from ['<meta name="viewport" content="width=device-width, initial-scale=1">', f"<title>{title}</title>"]
    yield from ["<style>", *STYLE.splitlines(), "</style>", "</head>", "<body>", f"<h1>{title}</h1>"]
    numbers = origin_words(summary.reports, summary.origins)
    told = f"{counted(summary.events, 'event')} · {numbers} · {counted(summary.sources, 'source')}"
    yield f'<p class="numbers">{told} · {summary.contested} contested</p>'
    for number, row in enumerate(rows, start=1):
        yield from event_html(number, row, sheet)
    yield from ["<section>", "<h2>Sources</h2>", "<ul>"]
    yield from (
        f"<li><strong>{text(source.siglum)}</strong> {_citation(source)}</li>" for source in sheet.sources.values()
    )
    yield from ["</ul>", "</section>", "</body>", "</html>"]


def event_html(number: int, row: EventRow, sheet: Sheet) -> Iterator[str]:
    """One event as a section."""
    event = row.verdict
    yield from ["<section>", f"<h2>{number}. {text(event_heading(event))}</h2>"]
    yield f'<p class="numbers">{text(sheet.head(row))} · <code class="id">{text(event.id)}</code></p>'
    yield from _table(("source", "says", "where", "speaker"), (_report_row(report, sheet) for report in row.reports))
    if event.fields:
        yield from _table(("field", "readings", "verdict", "why"), (_field_row(field, sheet) for field in event.fields))
    notes = [
        f"{mark_of_finding(finding).glyph} <strong>{finding.kind}</strong>: {text(finding.reason)}"
        + (" (ruled)" if finding.flagged and not finding.open else "")
        for finding in told_findings(event)
    ]
    notes += [f"no report: {text(sheet.sigla(event.absent))}"] if event.absent else []
    notes += [f"published before: {text(sheet.sigla(event.earlier))}"] if event.earlier else []
    yield from _list(notes)
    yield "</section>"


def text(words: str) -> str:
    """The words as HTML that shows exactly them, on one line."""
    return escape(" ".join(safe(words).split()))


def _table(heads: Iterable[str], rows: Iterable[str]) -> Iterator[str]:
    yield "<table>"
    yield "<thead><tr>" + "".join(f'<th scope="col">{head}</th>' for head in heads) + "</tr></thead>"
    yield from ["<tbody>", *rows, "</tbody>", "</table>"]


def _list(items: list[str]) -> list[str]:
    return ["<ul>", *(f"<li>{item}</li>" for item in items), "</ul>"] if items else []


def _report_row(report: Report, sheet: Sheet) -> str:
    said = text(report.what) + (f" <q>{text(report.quote)}</q>" if report.quote else "")
    cells = (said.strip(), text(", ".join(place_in(report))), text(", ".join(report.said_by)))
    return _row(text(sheet.siglum(report.source)), cells)


def _field_row(field: FieldVerdict, sheet: Sheet) -> str:
    readings = [_reading(reading, sheet) for reading in field.readings]
    readings += [f"silent: {text(sheet.sigla(field.silent))}"] if field.silent else []
    rulings = [sheet.rulings[index] for index in field.rulings if index < len(sheet.rulings)]
    verdict = "<br>".join(
        [text(verdict_words(field)), *(f"ruling: {text(ruling_words(ruling))}" for ruling in rulings)]
    )
    label = f'<span title="{text(field.field)}">{text(field_label(field.field))}</span>'
    return _row(label, ("".join(_list(readings)), verdict, text(field.reason)), flagged=field.flagged)


def _row(head: str, cells: Iterable[str], *, flagged: bool = False) -> str:
    opening = '<tr class="flagged">' if flagged else "<tr>"
    return f'{opening}<th scope="row">{head}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'


def _reading(reading: Reading, sheet: Sheet) -> str:
    words = ", ".join(f"“{written}”" for written in reading.as_written if written != reading.value)
    past = " (superseded)" if reading.superseded else ""
    counts = f" · {origin_words(len(reading.reports), reading.origins)}" if len(reading.reports) > 1 else ""
    shown = text(f"{f'({words}) ' if words else ''}{sheet.sigla(reading.sources)}{past}{counts}")
    return f"<strong>{text(reading.value)}</strong> {shown}"


def _citation(source: Source) -> str:
    parts = [
        text(source.name),
        f"<cite>{text(source.title)}</cite>" if source.title else "",
        text(source.published or "undated"),
    ]
    parts.append(text(f"credits {', '.join(source.credits)}") if source.credits else "")
    parts.append(f"grade {text(source.grade)}" if source.grade else "")
    links = (("", source.url), ("archived ", source.archive_url))
    words = f"{', '.join(part for part in parts if part)}." + "".join(
        f" {label}{_link(to)}" for label, to in links if to
    )
    return words + (f" sha256 <code>{text(source.sha256)}</code>" if source.sha256 else "")


def _link(address: str) -> str:
    """An address as a link only where it is one; `javascript:` and the like stay text."""
    if not address.startswith(("https://", "http://")):
        return text(address)
    return f'<a href="{text(address)}" rel="noopener noreferrer">{text(address)}</a>'
