"""An event as some of its sources alone tell it: judged anew, so that no reason names whom one did not pick."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from tui.core.answers import EventRow
from tui.core.judgements import EventVerdict, FieldVerdict, Finding
from tui.core.model import Event
from tui.core.verdicts.context import Context
from tui.core.verdicts.events import judge_event


def judged_among(row: EventRow, sources: Collection[str], context: Context) -> EventRow:
    """The event with the reports of these sources alone and what is to be said of them; its place and its time stay.

    A ruling saw the accounts of all. Where it stands, it stands among some; where it is open again, why is not told here.
    """
    reports = tuple(report for report in row.reports if report.source in sources)
    whole = row.verdict
    if not reports:
        return replace(row, reports=(), verdict=replace(whole, sources=(), reports=(), findings=(), fields=()))
    judged = judge_event(Event(id=whole.id, title=whole.title, tags=row.tags), reports, context).verdict
    verdict = replace(
        judged,
        earliest=whole.earliest,
        latest=whole.latest,
        absent=whole.absent,
        earlier=whole.earlier,
        fields=tuple(_ruled(field, whole) for field in judged.fields),
        findings=(*judged.findings, *_besides(whole, judged)),
    )
    return replace(row, verdict=verdict, reports=reports)


def _ruled(field: FieldVerdict, whole: EventVerdict) -> FieldVerdict:
    """The field, open only where it is among all."""
    same = next((each for each in whole.fields if each.field == field.field), None)
    if same is None or same.open or not field.rulings:
        return replace(field, rulings=())
    return replace(field, open=False)


def _besides(whole: EventVerdict, judged: EventVerdict) -> tuple[Finding, ...]:
    """What was found of these reports and others that are no accounts of the event: of another event."""
    mine, own = frozenset(judged.reports), frozenset(whole.reports)
    return tuple(
        finding
        for finding in whole.findings
        if not mine.isdisjoint(finding.reports) and not own.issuperset(finding.reports)
    )
