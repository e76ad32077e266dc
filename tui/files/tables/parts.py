"""The part of a dossier that belongs to some of its reports, for exports under a filter."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from tui.core.model import Dossier


def part_of(dossier: Dossier, kept: Collection[str]) -> Dossier:
    """The dossier with only these reports, their sources and events, and the decisions about them.

    Sources that a kept source repeats stay, and so do all actors, places and fields. What a report refers to may be gone.
    """
    reports = tuple(report for report in dossier.reports if report.id in kept)
    events = {report.event for report in reports}
    repeats = {source.id: source.derived_from for source in dossier.sources}
    sources: set[str] = set()
    waiting = [report.source for report in reports] + [name for report in reports for name in report.derived_from]
    while waiting:
        name = waiting.pop()
        if name in repeats and name not in sources:
            sources.add(name)
            waiting.extend(repeats[name])
    ids = {report.id for report in reports}
    return replace(
        dossier,
        sources=tuple(source for source in dossier.sources if source.id in sources),
        events=tuple(event for event in dossier.events if event.id in events),
        reports=reports,
        links=tuple(link for link in dossier.links if ids.issuperset(link.reports)),
        rulings=tuple(
            ruling
            for ruling in dossier.rulings
            if ruling.event in events
            and ids.issuperset(name for name, _ in ruling.seen)
            and (ruling.accepted in ("none", "both") or ruling.accepted in ids)
        ),
        annotations=tuple(
            note
            for note in dossier.annotations
            if note.target in ids or note.target in events or note.target in sources
        ),
    )
