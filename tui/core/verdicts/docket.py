"""A dossier that stays judged while its reports change: only the events that a change touches are judged again.

What is judged is always what `events.judge` would say of the reports that are there. Holds state, for a dossier that is
open and being written on; anything else than reports that changes (a source, an actor, a ruling) asks for a new docket.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from operator import attrgetter

from tui.core.judgements import Finding
from tui.core.model import Dossier, Event, Report
from tui.core.progress import Watch, unwatched, watched
from tui.core.verdicts.context import Context
from tui.core.verdicts.events import (
    JudgedDossier,
    JudgedEvent,
    Place,
    Places,
    judge_event,
    with_findings,
)
from tui.core.verdicts.identities import Lookalikes
from tui.core.verdicts.placement import Homes, at_home, linked_homes
from tui.core.verdicts.records import records


class Docket:
    """Everything judged, and what is needed to judge a part of it again."""

    def __init__(
        self, dossier: Dossier, *, as_of: int | None = None, brief: bool = False, watch: Watch = unwatched
    ) -> None:
        """Judges all of it. `as_of` and `brief`: as for `judge`."""
        self._brief = brief
        self._reports: dict[str, Report] = {}
        """As they stand in the files."""
        self._context = Context(replace(dossier, reports=()), as_of=as_of, find=self._reports.get)
        self._declared = {event.id: event for event in dossier.events}
        self._links = dossier.links
        self._linked = frozenset(name for link in dossier.links for name in link.reports)
        self._disputes = any(link.same is None for link in dossier.links)
        self._homes = Homes()
        self._at: dict[str, str | None] = {}
        """Report -> the event it is in now; None where it is in none."""
        self._members: dict[str, dict[str, Report]] = {}
        """Event -> its reports that are known by then."""
        self._guests: dict[str, dict[str, Report]] = {}
        """Event -> the disputed reports shown in it."""
        self._copies: dict[str, set[str]] = {}
        """Report or source -> the reports that say they derive from it."""
        self._judged: dict[str, JudgedEvent] = {}
        self._loose: dict[str, JudgedEvent] = {}
        self._stale: set[str] = set()
        """Events whose reports stand elsewhere in their files than when they were judged."""
        self._following: set[str] = set()
        self._places: dict[str, Place] = {}
        self._order: list[Place] = []
        self._alike = Lookalikes(self._context)
        self._sources: dict[str, frozenset[str]] = {}
        self._across: dict[str, tuple[Finding, ...]] = {}
        self._top: tuple[Finding, ...] = ()
        self.revise((), dossier.reports, watch=watch)

    def revise(self, gone: Iterable[str], come: Sequence[Report], *, watch: Watch = unwatched) -> frozenset[str]:
        """Some reports are gone, others have come (a report that changed is both); ids of the events judged anew.

        Reports whose words are what they were, and only stand elsewhere in their file, cost nothing more than that.
        """
        left = {name: self._reports.pop(name) for name in gone if name in self._reports}
        changed = set(left)
        for report in come:
            before = left.get(report.id)
            if before is not None and _same_words(before, report):
                changed.discard(report.id)
            else:
                changed.add(report.id)
            self._reports[report.id] = report
        touched = self._replaced(changed, left)
        moved = self._moved([report for report in come if report.id not in changed])
        self._judge(touched, watch)
        self._relate(touched)
        self._arrange(touched)
        return frozenset(touched | moved)

    def judged(self) -> JudgedDossier:
        """Everything the program says about the dossier as it is now."""
        unplaced = Places(self._loose, self._context, sorted(n for n, each in self._loose.items() if each.after))
        return JudgedDossier(
            events=tuple(self._whole(place[-1]) for place in self._order),
            findings=self._top,
            unplaced=tuple(self._loose[name] for name in sorted(self._loose, key=unplaced.of)),
        )

    def _whole(self, name: str) -> JudgedEvent:
        each, found = self._judged[name], self._across.get(name, ())
        if name in self._stale:
            self._stale.discard(name)
            here = self._members[name]
            each = self._judged[name] = replace(each, reports=tuple(here[report.id] for report in each.reports))
        each = replace(each, verdict=with_findings(each.verdict, found), across=found) if found else each
        shown = self._guests.get(name)
        return replace(each, disputed=tuple(shown[guest] for guest in sorted(shown))) if shown else each

    # -- what a change touches

    def _replaced(self, changed: set[str], left: dict[str, Report]) -> set[str]:
        """Put every changed report where it belongs; ids of the events that lost, gained or rest on one."""
        for name, report in left.items():
            if name in changed:
                self._derive(report, add=False)
        for name in changed & self._reports.keys():
            self._derive(self._reports[name], add=True)
        resting = self._resting_on(changed)
        self._context.provenance.forget(changed | resting)
        if self._linked & changed or (self._disputes and changed):
            self._homes = linked_homes(self._links, self._reports)
            changed = changed | (self._linked & self._reports.keys())
        touched = {event for name in resting if (event := self._at.get(name)) is not None}
        self._loosen(resting)
        for name in changed:
            touched |= self._put(name)
        return touched

    def _put(self, name: str) -> set[str]:
        """Take a report out of where it was and put it where it is; the events that differ by it."""
        touched = set()
        before = self._at.pop(name, None)
        if before is not None:
            del self._members[before][name]
            touched.add(before)
        self._loose.pop(name, None)
        for event, shown in self._guests.items():
            if shown.pop(name, None) is not None:
                touched.add(event)
        report = self._reports.get(name)
        if report is None or not self._context.known(report):
            return touched
        report = at_home(report, self._homes)
        for event in self._homes.between.get(name, ()):
            self._guests.setdefault(event, {})[name] = report
            touched.add(event)
        self._at[name] = report.event
        if report.event is None:
            self._loose[name] = self._alone(report)
        else:
            self._members.setdefault(report.event, {})[name] = report
            touched.add(report.event)
        return touched

    def _alone(self, report: Report) -> JudgedEvent:
        return judge_event(Event(id=report.id, title=report.what), [report], self._context, brief=self._brief)

    def _loosen(self, resting: Iterable[str]) -> None:
        """Judge again the reports without an event that rest on changed ones."""
        for name in resting:
            if name in self._loose and name in self._reports:
                self._loose[name] = self._alone(at_home(self._reports[name], self._homes))

    def _moved(self, stayed: Iterable[Report]) -> set[str]:
        """Take over where reports now stand in their files; the events that show it, once somebody looks."""
        moved = set()
        for report in stayed:
            home = at_home(report, self._homes)
            event = self._at.get(report.id)
            for host in self._homes.between.get(report.id, ()):
                if report.id in self._guests.get(host, ()):
                    self._guests[host][report.id] = home
                    moved.add(host)
            if event is not None:
                self._members[event][report.id] = home
                self._stale.add(event)
                moved.add(event)
            elif report.id in self._loose:
                self._loose[report.id] = self._alone(home)
        return moved

    def _derive(self, report: Report, *, add: bool) -> None:
        for parent in self._context.provenance.parents(report):
            held = self._copies.setdefault(parent, set())
            (held.add if add else held.discard)(report.id)

    def _resting_on(self, names: set[str]) -> set[str]:
        """The reports whose chains of `derived_from` lead to one of these, however far."""
        found: set[str] = set()
        ahead = list(names)
        while ahead:
            for copy in self._copies.get(ahead.pop(), ()):
                if copy not in found:
                    found.add(copy)
                    ahead.append(copy)
        return found

    # -- judging

    def _judge(self, touched: set[str], watch: Watch) -> None:
        for name in touched:
            for report in self._judged[name].reports if name in self._judged else ():
                self._alike.remove(report.id)
        for name in watched(sorted(touched), "judging", len(touched), watch):
            members = self._members.get(name)
            if not members:
                self._members.pop(name, None)
                self._judged.pop(name, None)
                self._sources.pop(name, None)
                continue
            event = self._declared.get(name, Event(id=name))
            each = judge_event(event, list(members.values()), self._context, brief=self._brief)
            self._judged[name] = each
            self._stale.discard(name)
            self._sources[name] = frozenset(each.verdict.sources)
            for record in records(each.reports, name, self._context):
                self._alike.add(record)

    def _relate(self, touched: set[str]) -> None:
        """Find again which records look like one event."""
        if not touched:
            return
        own: dict[str, list[Finding]] = {}
        top: list[Finding] = []
        for finding in self._alike.findings(self._sources):
            if len(finding.events) == 1:
                own.setdefault(finding.events[0], []).append(finding)
            else:
                top.append(finding)
        self._across = {name: tuple(found) for name, found in own.items()}
        self._top = tuple(top)

    def _arrange(self, touched: set[str]) -> None:
        """Put the touched events, and those that say what they followed, where they stand in the timeline."""
        for name in touched:
            each = self._judged.get(name)
            (self._following.add if each is not None and each.after else self._following.discard)(name)
        places = Places(self._judged, self._context, sorted(self._following))
        fresh = {}
        for name in touched | self._following:
            fresh[name] = places.of(name) if name in self._judged else None
        if len(fresh) > len(self._order) // 8:
            kept = [place for place in self._order if place[-1] not in fresh]
            self._order = sorted([*kept, *(place for place in fresh.values() if place is not None)])
        else:
            for name, place in fresh.items():
                if name in self._places:
                    del self._order[bisect_left(self._order, self._places[name])]
                if place is not None:
                    insort(self._order, place)
        for name, place in fresh.items():
            self._places.pop(name, None)
            if place is not None:
                self._places[name] = place


_words = attrgetter(*(each.name for each in fields(Report) if each.name not in ("position", "lines", "given_id")))


def _same_words(a: Report, b: Report) -> bool:
    """Whether two reports differ at most in where they stand in their files."""
    return a is b or _words(a) == _words(b)
