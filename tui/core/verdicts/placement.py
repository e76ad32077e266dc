"""Which event a report belongs to once the analyst's `[[link]]` decisions are applied; they outrank `event` keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tui.core.model import Dossier, Link, Report


def placed(dossier: Dossier) -> tuple[Report, ...]:
    """The reports with the event they belong to."""
    if not dossier.links:
        return dossier.reports
    homes = linked_homes(dossier.links, {report.id: report for report in dossier.reports})
    return tuple(at_home(report, homes) for report in dossier.reports)


def at_home(report: Report, homes: Mapping[str, str | None]) -> Report:
    """The report in the event that decisions put it in; as it is where none speaks of it."""
    home = homes.get(report.id, report.event)
    return report if report.event == home else replace(report, event=home)


def linked_homes(links: Iterable[Link], reports: Mapping[str, Report]) -> dict[str, str | None]:
    """For every report that a link names, the event it belongs to.

    `same = true` brings reports into the event of the first of them that has one (or a new event named after the first
    report). `same = false` takes the later-named reports out of an event they share with the first. `"disputed"` moves nothing.
    """
    links = tuple(links)
    event = {name: reports[name].event for link in links for name in link.reports if name in reports}
    for link in links:
        known = [name for name in link.reports if name in event]
        if link.same is True and len(known) > 1:
            home = next((event[name] for name in known if event[name] is not None), None) or known[0].replace("/", "-")
            for name in known:
                event[name] = home
    for link in links:
        known = [name for name in link.reports if name in event]
        if link.same is False and known:
            for name in known[1:]:
                if event[name] is not None and event[name] == event[known[0]]:
                    event[name] = name.replace("/", "-")
    return event
