"""Notes on reports, events and sources: the form in which one is written, and how they are told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui.core.answers import EventRow
from tui.core.model import Annotation, Report
from tui.view.forms import SIGN, Blank, Choice, Form
from tui.view.new_reports import listed
from tui.view.picking import Entry
from tui.view.safety import safe
from tui.view.scene import Scene
from tui.view.spans import Line, Span


def note_form(row: EventRow, scene: Scene, *, by: str, chosen: Report | None = None) -> Form:
    """On what, the note, tags, who. `chosen` is the report offered first; the event where it is None."""
    title = safe(row.verdict.title or row.verdict.id)
    choices = [Choice(report.id, _report(report, scene)) for report in row.reports]
    choices += [
        Choice(source, f"source {safe(scene.siglum(source))}  {_name(source, scene)}") for source in row.verdict.sources
    ]
    if row.placed:
        choices.insert(0, Choice(row.verdict.id, f"event {title}"))
    return Form(
        title="Write a note",
        about=((Span(title, "title"),),),
        blanks=(
            Blank(
                key="target", label="on", choices=tuple(choices), value=chosen.id if chosen is not None else row.verdict.id,
                hint="What the note is about. It stands beside the files, apart from the evidence.",
            ),
            Blank(key="note", label="note", hint="Your remark. It is shown with the reasons (p) and judged by nothing."),
            Blank(key="tags", label="tags", hint="Words to find it by, with a semicolon between them. May be left empty."),
            Blank(key="by", label="who", value=by, hint=SIGN),
        ),
        check=_check,
    )  # fmt: skip


def note_entries(notes: Sequence[Annotation]) -> tuple[Entry, ...]:
    """A new note, then those that are there; picking one gives its number, the new one ""."""
    there = (
        Entry(
            str(number), f"change: {note.note or ', '.join(note.tags)}", ", ".join(filter(None, (note.target, note.by)))
        )
        for number, note in enumerate(notes)
    )
    return (Entry("", "a new note"), *there)


def change_form(note: Annotation, *, by: str) -> Form:
    """Another text and other tags for a note; without either it goes."""

    def check(values: Mapping[str, str]) -> Mapping[str, str]:
        same = values["note"] == note.note and listed(values["tags"]) == note.tags
        return {"note": "nothing has changed"} if same else {}

    return Form(
        title="Change this note",
        about=((Span(safe(note.target), "title"), Span(f"  {safe(_signed(note))}", "dim")),),
        blanks=(
            Blank(key="note", label="note", value=note.note, hint="Your remark. Without a note and tags it is taken out."),
            Blank(key="tags", label="tags", value="; ".join(note.tags), hint="With a semicolon between them."),
            Blank(key="by", label="who", value=by or note.by, hint=SIGN),
        ),
        check=check,
    )  # fmt: skip


def _signed(note: Annotation) -> str:
    return ", ".join(part for part in (note.by, note.at) if part)


def _check(values: Mapping[str, str]) -> Mapping[str, str]:
    return {} if values["note"] or values["tags"] else {"note": "write a note, or tags"}


def _report(report: Report, scene: Scene) -> str:
    where = " ".join(filter(None, (report.part, report.locator)))
    said = f'"{report.quote}"' if report.quote else report.what
    return safe("  ".join(filter(None, (f"report {scene.siglum(report.source)}", where, said or report.id))))


def _name(identity: str, scene: Scene) -> str:
    source = scene.source(identity)
    return safe(source.title or source.name) if source is not None else safe(identity)


def notes_on(
    row: EventRow, notes: Sequence[Annotation], reports: Iterable[str] | None = None
) -> tuple[Annotation, ...]:
    """The notes on the event, on its reports (only on these where they are given) and on their sources."""
    wanted = set(row.verdict.reports if reports is None else reports)
    wanted |= {report.source for report in row.reports if report.id in wanted} | {row.verdict.id}
    return tuple(note for note in notes if note.target in wanted)


def note_lines(note: Annotation) -> tuple[Line, ...]:
    """What a note says and of what, who wrote it and when; a paragraph each."""
    words = safe(note.note) if note.note else ""
    tags = safe(", ".join(note.tags))
    signed = safe(_signed(note))
    line = f":{note.position.line}" if note.position.line is not None else ""
    return (
        (Span(f"  {safe(note.target)}: ", "note"), Span(words), Span(f"  [{tags}]" if tags else "", "label")),
        (Span(f"    {signed}  ", "dim"), Span(safe(f"{note.position.file}{line}"), "faint")),
    )
