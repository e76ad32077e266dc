"""The forms in which a report is brought into an event, or taken out of it. They state a decision; no file of evidence changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tui.core.answers import EventRow
from tui.core.model import Report
from tui.view.forms import SIGN, Blank, Check, Choice, Form
from tui.view.picking import event_entry
from tui.view.safety import safe
from tui.view.scene import Scene
from tui.view.spans import Line, Span

ELSEWHERE = ""
"""The choice of an event that is not listed, whose id is typed."""


def join_form(
    report: Report, near: Sequence[EventRow], scene: Scene, *, by: str, is_event: Callable[[str], bool]
) -> Form:
    """The event that the report tells of: one of those near it in time, the first offered first, or another by its id."""
    listed = [Choice(row.verdict.id, _event(row, scene)) for row in near]
    listed.append(Choice(ELSEWHERE, "another, by its id"))
    return Form(
        title="Bring this report into an event",
        about=_about(report, scene),
        blanks=(
            Blank(
                key="event",
                value=near[0].verdict.id if near else ELSEWHERE, label="event", choices=tuple(listed),
                hint="The event this report tells of. A link says so beside the files; what the report states stays.",
            ),
            Blank(key="id", label="its id", hint="Only for another one: the id of an event of this dossier."),
            Blank(key="reason", label="because", hint="Why they are one event. It may be left empty."),
            Blank(key="by", label="who", value=by, hint=SIGN),
        ),
        check=_joined(report, is_event),
    )  # fmt: skip


def _joined(report: Report, is_event: Callable[[str], bool]) -> Check:
    def check(values: Mapping[str, str]) -> Mapping[str, str]:
        wanted = values["event"] or values["id"]
        if not wanted:
            return {"id": "type the id of the event"}
        if wanted == report.event:
            return {"event": "the report is in this event already"}
        return {} if is_event(wanted) else {"id": f"there is no event {wanted}"}

    return check


def part_form(report: Report, others: Sequence[Report], scene: Scene, *, by: str) -> Form:
    """That the report tells of something else than one of the others of its event."""
    listed = tuple(Choice(other.id, _said(other, scene)) for other in others)
    return Form(
        title="Take this report out of the event",
        about=_about(report, scene),
        blanks=(
            Blank(key="other", label="unlike", choices=listed, hint="A report of the event that tells of something else."),
            Blank(key="reason", label="because", hint="Why they are two events. It may be left empty."),
            Blank(key="by", label="who", value=by, hint=SIGN),
        ),
    )  # fmt: skip


def _about(report: Report, scene: Scene) -> tuple[Line, ...]:
    return ((Span(safe(scene.siglum(report.source)), "siglum"), Span(f"  {_words(report)}", "quote")),)


def _said(report: Report, scene: Scene) -> str:
    return f"{safe(scene.siglum(report.source))}  {_words(report)}"


def _words(report: Report) -> str:
    return safe(f'"{report.quote}"' if report.quote else report.what or report.id)


def _event(row: EventRow, scene: Scene) -> str:
    entry = event_entry(row, scene)
    return f"{safe(entry.name)}  {safe(entry.told)}  {safe(row.verdict.id)}"
