"""The forms in which a report is brought into an event, or taken out of it. They state a decision; no file of evidence changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tui.core.answers import EventRow
from tui.core.model import Link, Report
from tui.view.forms import SIGN, Blank, Check, Choice, Form
from tui.view.picking import event_entry
from tui.view.safety import safe
from tui.view.scene import Scene
from tui.view.spans import Line, Span

WITHDRAW = "withdraw:"
"""Before the number of a link that is to go."""
ONE, TWO, UNDECIDED = "one", "two", "undecided"
"""Whether two reports tell of one event."""
ELSEWHERE = ""
"""The choice of an event that is not listed, whose id is typed."""


def join_form(
    report: Report, near: Sequence[EventRow], scene: Scene, *, by: str, refused: Callable[[str], str]
) -> Form:
    """The event that the report tells of: one of those near it in time, the first offered first, or another by its id.

    `refused` says why the report cannot be brought into an event; empty where it can.
    """
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
        check=_joined(report, refused),
    )  # fmt: skip


def _joined(report: Report, refused: Callable[[str], str]) -> Check:
    def check(values: Mapping[str, str]) -> Mapping[str, str]:
        wanted = values["event"] or values["id"]
        if not wanted:
            return {"id": "type the id of the event"}
        if wanted == report.event:
            return {"event": "the report is in this event already"}
        fault = refused(wanted)
        return {"event" if values["event"] else "id": fault} if fault else {}

    return check


def part_form(
    report: Report,
    others: Sequence[Report],
    scene: Scene,
    *,
    by: str,
    joined: Sequence[Link] = (),
    refused: Callable[[str], str],
) -> Form:
    """That the report tells of something else than one of the others of its event, or that a link no longer holds.

    `joined` are the links that brought it there, offered first; `refused` says why it cannot be parted from another report.
    """
    withdrawn = [Choice(f"{WITHDRAW}{number}", _withdrawn(link)) for number, link in enumerate(joined)]
    listed = (*withdrawn, *(Choice(other.id, f"unlike {_said(other, scene)}") for other in others))

    def check(values: Mapping[str, str]) -> Mapping[str, str]:
        fault = "" if values["other"].startswith(WITHDRAW) else refused(values["other"])
        return {"other": fault} if fault else {}

    return Form(
        title="Take this report out of the event",
        about=_about(report, scene),
        blanks=(
            Blank(key="other", label="what holds", choices=listed, hint="A report of the event that tells of something else."),
            Blank(key="reason", label="because", hint="Why they are two events. It may be left empty."),
            Blank(key="by", label="who", value=by, hint=SIGN),
        ),
        check=check,
    )  # fmt: skip


def pair_form(a: tuple[str, Report | None], b: tuple[str, Report | None], scene: Scene, *, by: str) -> Form:
    """Whether two reports, each with its id, tell of one event, and why. The answer by key alone has no reason."""
    told = [(name, report) for name, report in (a, b) if report is not None]
    return Form(
        title="One event or two?",
        about=tuple(line for name, report in told for line in (*_about(report, scene), (Span(f"    {safe(name)}", "faint"),))),
        blanks=(
            Blank(
                key="same", label="they are",
                choices=(
                    Choice(ONE, "one event"), Choice(TWO, "two events"),
                    Choice(UNDECIDED, "undecided: it cannot be told"),
                ),
                hint="A link says so beside the files; what the reports state stays.",
            ),
            Blank(key="reason", label="because", hint="Why. Whoever reads it later has only this. It may be left empty."),
            Blank(key="by", label="who", value=by, hint=SIGN),
        ),
    )  # fmt: skip


def speaks_against(link: Link | None) -> str:
    """That a decision of before says the opposite; empty where there is none."""
    if link is None:
        return ""
    place = f"{link.position.file}:{link.position.line}" if link.position.line is not None else link.position.file
    return f"the link at {safe(place)} says {'they are one event' if link.same else 'they are two events'}: withdraw that first"


def _withdrawn(link: Link) -> str:
    signed = ", ".join(part for part in (link.by, link.at[:10]) if part)
    return safe(f"withdraw the link of {' and '.join(link.reports)} ({signed})")


def _about(report: Report, scene: Scene) -> tuple[Line, ...]:
    return ((Span(safe(scene.siglum(report.source)), "siglum"), Span(f"  {_words(report)}", "quote")),)


def _said(report: Report, scene: Scene) -> str:
    return f"{safe(scene.siglum(report.source))}  {_words(report)}"


def _words(report: Report) -> str:
    return safe(f'"{report.quote}"' if report.quote else report.what or report.id)


def _event(row: EventRow, scene: Scene) -> str:
    entry = event_entry(row, scene)
    return f"{safe(entry.name)}  {safe(entry.told)}  {safe(row.verdict.id)}"
