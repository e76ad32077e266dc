"""What one source says of one event, in its own words, with the values that differ marked inside them."""

from __future__ import annotations

import re

from tui.core.answers import EventRow
from tui.core.judgements import FieldVerdict, Verdict
from tui.core.model import Report
from tui.view.claims import words_for
from tui.view.glyphs import Glyphs
from tui.view.marks import mark_of_field, short_name
from tui.view.panes import Pane
from tui.view.spans import Line, Span, safe

_APPENDED = {
    Verdict.CONFLICT,
    Verdict.STRAINED,
    Verdict.UNDETERMINED,
    Verdict.INCOMPARABLE,
    Verdict.PRECISION,
    Verdict.UNREAD,
}


def cell(row: EventRow, pane: Pane, glyphs: Glyphs, search: str = "") -> Line:
    """The pane's account as one paragraph, several sources told apart by their sigla.

    Empty where it has no report of the event, "earlier" where it was certainly published before; a report
    without any words is silent.
    """
    reports = pane.reports(row)
    if not reports:
        return (Span("earlier", "faint"),) if pane.ids <= set(row.verdict.earlier) else ()
    several = len({report.source for report in reports}) > 1
    sigla = {source.id: source.siglum for source in pane.sources}
    spans: list[Span] = []
    for index, report in enumerate(reports):
        if index:
            spans.append(Span(" * " if glyphs.ascii else " ▪ ", "faint"))
        if several:
            spans.append(Span(f"{safe(sigla[report.source])}: ", "siglum"))
        spans.extend(account(report, row.verdict.fields, glyphs, parts=len(reports) > 1))
    text = tuple(spans) if spans else (Span(glyphs.silent, "faint"),)
    return marked(text, search) if search else text


def account(report: Report, fields: tuple[FieldVerdict, ...], glyphs: Glyphs, *, parts: bool = False) -> Line:
    """One report: its words, values that differ marked; those the words do not hold are added in brackets."""
    differing = sorted(_differing(report, fields), key=lambda field: -mark_of_field(field).weight)
    text = safe(report.what or report.quote or report.text)
    marks: list[tuple[int, int, str]] = []
    added: list[Span] = []
    for field in differing:
        role = f"value {mark_of_field(field).role}"
        missing = []
        for word in words_for(report, field.field):
            found = _find(text, safe(word), marks)
            if found is None:
                missing.append(safe(word))
            else:
                marks.append((*found, role))
        if missing and field.verdict in _APPENDED:
            words = ", ".join(missing)
            name = "" if field.field in ("when", "where") else f"{short_name(field.field)} "
            added += [Span(" "), Span(f"{glyphs.opening}{name}{words}{glyphs.closing}", role)]
    lead = [Span(f"{word}: ", "label") for word in _manner(report, parts=parts)]
    return (*lead, *_cut(text, sorted(marks)), *added)


def _manner(report: Report, *, parts: bool) -> list[str]:
    words = [safe(report.part)] if report.part not in ("", "body") and parts else []
    if report.denies is True:
        words.append("denies")
    if report.planned:
        words.append("planned")
    if report.hedged:
        words.append("reportedly")
    return words


def _differing(report: Report, fields: tuple[FieldVerdict, ...]) -> list[FieldVerdict]:
    return [
        field
        for field in fields
        if len(field.readings) > 1
        and field.field != "said_by"
        and mark_of_field(field).weight > 2
        and any(report.id in reading.reports for reading in field.readings)
    ]


def _find(text: str, word: str, taken: list[tuple[int, int, str]]) -> tuple[int, int] | None:
    """Where the word stands as a word of its own, outside what is marked already."""
    if not word.strip():
        return None
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
    for match in pattern.finditer(text):
        if all(match.end() <= start or end <= match.start() for start, end, _ in taken):
            return match.span()
    return None


def _cut(text: str, marks: list[tuple[int, int, str]]) -> Line:
    spans: list[Span] = []
    at = 0
    for start, end, role in marks:
        if start > at:
            spans.append(Span(text[at:start]))
        spans.append(Span(text[start:end], role))
        at = end
    if at < len(text):
        spans.append(Span(text[at:]))
    return tuple(spans)


def marked(line: Line, search: str) -> Line:
    """The line with the words looked for marked, whatever spans they stand in."""
    text = "".join(span.text for span in line)
    needle = search.casefold()
    folded = text.casefold()
    if not needle or len(folded) != len(text) or needle not in folded:
        return line
    hits: list[tuple[int, int]] = []
    at = folded.find(needle)
    while at >= 0:
        hits.append((at, at + len(needle)))
        at = folded.find(needle, at + len(needle))
    spans: list[Span] = []
    offset = 0
    for span in line:
        spans.extend(_split(span, offset, hits))
        offset += len(span.text)
    return tuple(spans)


def _split(span: Span, offset: int, hits: list[tuple[int, int]]) -> list[Span]:
    pieces: list[Span] = []
    at, end = offset, offset + len(span.text)
    for start, stop in hits:
        low, high = max(start, at), min(stop, end)
        if low >= high:
            continue
        if low > at:
            pieces.append(span._replace(text=span.text[at - offset : low - offset]))
        pieces.append(span._replace(text=span.text[low - offset : high - offset], role=f"{span.role} hit".strip()))
        at = high
    if at < end:
        pieces.append(span._replace(text=span.text[at - offset : end - offset]))
    return pieces
