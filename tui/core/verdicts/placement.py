"""Which event a report belongs to once the analyst's `[[link]]` decisions are applied; they outrank `event` keys."""

from __future__ import annotations

from dataclasses import replace

from tui.core.model import Dossier, Report


def placed(dossier: Dossier) -> tuple[Report, ...]:
    """The reports with the event they belong to.

    `same = true` brings reports into the event of the first of them that has one (or a new event named after the first
    report). `same = false` takes the later-named reports out of an event they share with the first. `"disputed"` moves nothing.
    """
    event = {report.id: report.event for report in dossier.reports}
    for link in dossier.links:
        known = [name for name in link.reports if name in event]
        if link.same is True and len(known) > 1:
            home = next((event[name] for name in known if event[name] is not None), None) or known[0].replace("/", "-")
            for name in known:
                event[name] = home
    for link in dossier.links:
        known = [name for name in link.reports if name in event]
        if link.same is False and known:
            for name in known[1:]:
                if event[name] is not None and event[name] == event[known[0]]:
                    event[name] = name.replace("/", "-")
    return tuple(r if r.event == event[r.id] else replace(r, event=event[r.id]) for r in dossier.reports)
