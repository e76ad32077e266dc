"""Which event a report belongs to once the analyst's `[[link]]` decisions are applied; they outrank `event` keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace

from tui.core.model import Dossier, Link, Report
from tui.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Homes:
    """Where decisions put the reports that they name."""

    event: Mapping[str, str | None] = field(default_factory=dict)
    """Report -> the event it belongs to; None where it is in none."""
    between: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Disputed report -> the events it may belong to: it is shown in each and judged in none."""


def placed(dossier: Dossier) -> tuple[Report, ...]:
    """The reports with the event they belong to."""
    if not dossier.links:
        return dossier.reports
    homes = linked_homes(dossier.links, {report.id: report for report in dossier.reports})
    return tuple(at_home(report, homes) for report in dossier.reports)


def guests(dossier: Dossier) -> dict[str, tuple[Report, ...]]:
    """Event -> the disputed reports that are shown in it, by id."""
    if all(link.same is not None for link in dossier.links):
        return {}
    reports = {report.id: report for report in dossier.reports}
    homes, found = linked_homes(dossier.links, reports), dict[str, tuple[Report, ...]]()
    for name in sorted(homes.between):
        for event in homes.between[name]:
            found[event] = (*found.get(event, ()), at_home(reports[name], homes))
    return found


def at_home(report: Report, homes: Homes) -> Report:
    """The report in the event that decisions put it in; as it is where none speaks of it."""
    home = homes.event.get(report.id, report.event)
    return report if report.event == home else replace(report, event=home)


def linked_homes(links: Iterable[Link], reports: Mapping[str, Report]) -> Homes:
    """For every report that a link names, the event it belongs to.

    `same = true` brings reports into the event of the first of them that has one (or a new event named after the first
    report). `same = false` takes the later-named reports out of an event they share with the first. `"disputed"` leaves
    open whether a report belongs to the events of the others: the first named without an event, else the first named. It
    leaves its own event, too, unless it is alone there.
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
    between = _disputed(links, event)
    for name in between:
        if event[name] is not None and _has_company(name, event, reports):
            between[name] = (str(event[name]), *between[name])
            event[name] = None
    return Homes(event, between)


def _disputed(links: Iterable[Link], event: Mapping[str, str | None]) -> dict[str, tuple[str, ...]]:
    """Disputed report -> the events of others that it may belong to."""
    between: dict[str, tuple[str, ...]] = {}
    for link in links:
        known = [name for name in link.reports if name in event]
        if link.same is not None or len(known) < 2:
            continue
        asked = next((name for name in known if event[name] is None), known[0])
        others = [event[name] for name in known if event[name] not in (None, event[asked])]
        found = tuple(dict.fromkeys([*between.get(asked, ()), *(other for other in others if other is not None)]))
        if found:
            between[asked] = found
    return between


def _has_company(name: str, event: Mapping[str, str | None], reports: Mapping[str, Report]) -> bool:
    """Whether another report is in the same event."""
    return any(other != name and event.get(other, told.event) == event[name] for other, told in reports.items())
