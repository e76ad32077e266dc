"""`rashomon timeline` as plain text: a column per source where they fit, else source under source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from tui.core.answers import EventRow
from tui.core.judgements import EventVerdict, FieldVerdict, Verdict
from tui.core.model import Report, Source
from tui.view.claims import Fallen, counted, fallen
from tui.view.clocks import published_words
from tui.view.columns import pad, wrap
from tui.view.marks import mark_of_field, mark_of_finding
from tui.view.proposals import NO_PARTNER, Proposal, words
from tui.view.safety import safe
from tui.view.texts import Sheet, absence_lines, event_heading, field_label, rule_off, stated

GUTTER = 18
"""Cells of the column that says when."""
NARROWEST = 24
"""A source's column is at least this wide, or sources are written under one another."""
WALL = " │ "
ABSENT = "—"
"""In the column of a source that has no report of the event."""
EARLIER = "earlier"
"""In the column of a source that was certainly published before the event."""

DISPUTED = "disputed: "
"""Before what a report says that may belong to the event and was not judged in it."""

CORRECTED = "superseded: "
"""Before a report that its own source replaced by another."""

QUIET = (Verdict.SINGLE, Verdict.SAME)
"""Verdicts that earn no mark."""


def timeline_lines(rows: Iterable[EventRow], sheet: Sheet) -> Iterator[str]:
    """The rows in order, told by each source."""
    sources = tuple(sheet.sources.values())
    room = (sheet.columns - GUTTER) // max(1, len(sources)) - len(WALL)
    if room < NARROWEST:
        for row in rows:
            yield from stacked_lines(row, sheet)
        return
    yield from _line("", [f"{safe(s.siglum)}  {safe(s.name)}" for s in sources], room)
    yield from _line("", [_dateline(s) for s in sources], room)
    yield "─" * GUTTER + "".join("─┼─" + "─" * room for _ in sources)
    for row in rows:
        yield from side_by_side_lines(row, sheet, room=room)


def side_by_side_lines(row: EventRow, sheet: Sheet, *, room: int) -> Iterator[str]:
    """One event: the title above, when and marks in the gutter, each source's account in its column."""
    gutter = [*wrap(sheet.when(row), GUTTER), *wrap(mark_words(row.verdict), GUTTER)]
    cells = [_cell(row, source_id, room) for source_id in sheet.sources]
    yield from sheet.wrapped(event_heading(row.verdict))
    for gutter_line, *parts in zip_longest(gutter, *cells, fillvalue=""):
        yield from _line(gutter_line, parts, room)
    yield ""


def stacked_lines(row: EventRow, sheet: Sheet) -> Iterator[str]:
    """One event as a paragraph: title, date and origins, then a line for each report, then who says nothing."""
    yield from sheet.wrapped(event_heading(row.verdict))
    yield from sheet.wrapped(sheet.head(row), indent=2, hang=2)
    yield from sheet.wrapped(mark_words(row.verdict), indent=2, hang=2)
    gone = fallen(row)
    for report in row.reports:
        yield from sheet.wrapped(f"{sheet.siglum(report.source)}: {account(report, gone)}", indent=4)
    for report in row.disputed:
        yield from sheet.wrapped(f"{sheet.siglum(report.source)}: {DISPUTED}{account(report)}", indent=4)
    yield from absence_lines(row.verdict, sheet, indent=4)
    yield ""


def unplaced_rows(rows: Sequence[EventRow], proposed: Mapping[str, Sequence[Proposal]], sheet: Sheet) -> Iterator[str]:
    """Reports without an event, each with the reports it may tell of one event with; `proposed` by report id."""
    if rows:
        yield from rule_off(f"{counted(len(rows), 'report')} without an event")
    for row in rows:
        yield from sheet.wrapped(f"{row.verdict.id} · {sheet.when(row)}")
        for report in row.reports:
            yield from sheet.wrapped(f"{sheet.siglum(report.source)}: {account(report)}", indent=4)
        found = [words(each) for each in proposed.get(row.verdict.id, ())]
        yield from sheet.wrapped("perhaps " + "; ".join(found) if found else NO_PARTNER, indent=4)
        yield ""


def account(report: Report, event: Fallen | None = None) -> str:
    """What one report says, in one paragraph: its prose, then its values in its own words; what no longer stands in its
    `event` is told."""
    denied = report.denied
    corrected = event is not None and report.id in event.corrected
    gone = frozenset[str]() if event is None else event.fields(report.id)
    values = [
        f"{'denies ' if name in denied else ''}{field_label(name)} “{safe(words)}”{' (superseded)' if name in gone else ''}"
        for name in fields_of(report)
        if (words := stated(report, name))
    ]
    what = safe(report.what)
    if report.denies is True:
        what = f"denies: {what}" if what else "denies that it happened"
    if report.planned:
        what = f"announced: {what}"
    told = " · ".join(part for part in (what, "; ".join(values)) if part) or "(no details)"
    return f"{CORRECTED}{told}" if corrected else told


def fields_of(report: Report) -> tuple[str, ...]:
    """Names of the fields for which a report may say something, in the order they are read."""
    roles = [f"who.{role}" if role else "who" for role, _ in report.who]
    figures, claims = ([key for key, _ in table] for table in (report.figures, report.claims))
    return (
        "when", "until", "where", *roles, *(f"figures.{key}" for key in figures), *(f"claims.{key}" for key in claims),
        "said_by",
    )  # fmt: skip


def mark_words(event: EventVerdict) -> str:
    """What is to be said of an event, strongest first, each as mark and word: "✗ conflict killed, ≠ target"."""
    ranked = sorted((f for f in event.fields if f.verdict not in QUIET), key=lambda f: -f.verdict.rank)
    found = [f"{mark_of_finding(finding).glyph} {finding.kind}" for finding in event.findings if finding.flagged]
    return ", ".join([*(_mark(field) for field in ranked if field.flagged), *found,
                      *(_mark(field) for field in ranked if not field.flagged)])  # fmt: skip


def _mark(field: FieldVerdict) -> str:
    word = f"{field.verdict} " if field.flagged else ""
    return f"{mark_of_field(field).glyph} {word}{field_label(field.field)}"


def _cell(row: EventRow, source_id: str, room: int) -> list[str]:
    gone = fallen(row)
    own = [account(report, gone) for report in row.reports if report.source == source_id]
    own += [DISPUTED + account(report) for report in row.disputed if report.source == source_id]
    if own:
        return [line for told in own for line in wrap(told, room)]
    return [EARLIER if source_id in row.verdict.earlier else ABSENT]


def _dateline(source: Source) -> str:
    parts = (published_words(source.published), *source.credits)
    return safe(" · ".join(part for part in parts if part))


def _line(gutter: str, cells: Sequence[str], room: int) -> Iterator[str]:
    yield (pad(gutter, GUTTER) + "".join(WALL + pad(cell, room) for cell in cells)).rstrip()
