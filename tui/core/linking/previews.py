"""What a decision about identity would change: which reports move, which discrepancies appear and vanish. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.core.judgements import FieldVerdict
from tui.core.model import Dossier, Link, Report
from tui.core.values import dataclass
from tui.core.verdicts.events import judge
from tui.core.verdicts.placement import linked_homes


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """Two events, or reports without one, as one."""

    event: str
    """What they would be: the event that all come to."""
    stays: int
    """Reports it has."""
    comes: int
    """Reports that come to it."""
    leaves: tuple[str, ...]
    """Events that would be empty then."""
    appear: tuple[FieldVerdict, ...]
    """Fields that would be flagged and are not now."""
    vanish: tuple[FieldVerdict, ...]
    """Fields flagged now, in an event that is touched, that would not be then."""


def preview(dossier: Dossier, reports: Sequence[str]) -> Preview:
    """What `[[link]] same = true` about these reports does to the events of the dossier."""
    event_of = {report.id: report.event for report in dossier.reports}
    home = next((event_of[name] for name in reports if event_of[name] is not None), None) or reports[0].replace(
        "/", "-"
    )
    moving = {name for name in reports if event_of[name] != home}
    touched = {event_of[name] for name in reports} - {None}
    now = tuple(report for report in dossier.reports if report.event in touched or report.id in moving)
    then = tuple(replace(report, event=home) if report.id in moving else report for report in now)
    left = touched - {report.event for report in then}
    before, after = (_flags(dossier, told) for told in (now, then))
    known = {(field.field, field.verdict, field.reason) for _, field in before}
    still = {(event, field.field) for event, field in after}
    return Preview(
        event=home,
        stays=sum(report.event == home for report in now),
        comes=len(moving),
        leaves=tuple(sorted(str(event) for event in left)),
        appear=tuple(field for _, field in after if (field.field, field.verdict, field.reason) not in known),
        vanish=tuple(field for event, field in before if (home if event in left else event, field.field) not in still),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A report left open between events."""

    report: str
    events: tuple[str, ...]
    """Where it is shown then, and judged in none; empty where nothing changes."""
    leaves: str | None
    """The event it is taken from."""
    vanish: tuple[FieldVerdict, ...]
    """Fields of that event that are flagged now and are not then."""


def opening(dossier: Dossier, reports: Sequence[str]) -> Opening:
    """What `[[link]] same = "disputed"` about these reports does."""
    known = {report.id: report for report in dossier.reports}
    homes = linked_homes((Link(reports=tuple(reports), same=None),), known)
    name = next(iter(homes.between), reports[0])
    left = known[name].event if homes.event.get(name) is None else None
    before = tuple(report for report in dossier.reports if left is not None and report.event == left)
    after = tuple(report for report in before if report.id != name)
    still = {field.field for _, field in _flags(dossier, after)}
    return Opening(
        report=name,
        events=homes.between.get(name, ()),
        leaves=left,
        vanish=tuple(field for _, field in _flags(dossier, before) if field.field not in still),
    )


def _flags(dossier: Dossier, reports: tuple[Report, ...]) -> list[tuple[str, FieldVerdict]]:
    """The flagged fields of the events of these reports alone, each with its event."""
    part = replace(dossier, reports=reports, links=(), rulings=())
    return [
        (event.verdict.id, field) for event in judge(part).events for field in event.verdict.fields if field.flagged
    ]
