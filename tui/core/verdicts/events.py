"""One event over all its fields, and a whole dossier: placement by links, verdicts, findings, order of the timeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import inf
from typing import Protocol

from tui.core.judgements import EventVerdict, Finding, strongest
from tui.core.model import Dossier, Event, Report
from tui.core.moments import iso
from tui.core.progress import Watch, unwatched, watched
from tui.core.texts import COPY_SHARE
from tui.core.traces import NO_BONDS, Bonds, Together
from tui.core.values import dataclass
from tui.core.verdicts.claims import Saying, Told, Witnesses, happened, parts_of, times_of
from tui.core.verdicts.context import Context
from tui.core.verdicts.fields import Judged, judge_field
from tui.core.verdicts.findings import circular, graded_too_high, same_event, single_origin
from tui.core.verdicts.glances import Glance, glance, plain
from tui.core.verdicts.identities import identities
from tui.core.verdicts.kinds import field_order
from tui.core.verdicts.placement import guests, placed
from tui.core.verdicts.records import records


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedEvent:
    """One event, judged, with what the timeline needs beside the verdict."""

    verdict: EventVerdict
    """`absent` and `earlier` are empty: `silence.absence` answers them, for they grow with the number of sources."""
    reports: tuple[Report, ...]
    tags: tuple[str, ...]
    earliest: int | None
    latest: int | None
    glances: tuple[Glance, ...] = ()
    """Fields that plainly are no discrepancy, which a brief judgement left out of `verdict.fields`."""
    disputed: tuple[Report, ...] = ()
    """Reports that may belong to it, by id; they are shown and not judged."""
    across: tuple[Finding, ...] = ()
    """Those of its findings that took the whole dossier to find; `judge_event` alone cannot make them again."""
    bonds: Bonds = NO_BONDS
    """What joins its reports, for counting the origins of the whole dossier."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of those that report it."""
        return self.verdict.sources

    @property
    def after(self) -> tuple[str, ...]:
        """Ids of the events that its reports say it followed."""
        return tuple([name for report in self.reports for name in report.after])


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedDossier:
    """Everything the program says about a dossier."""

    events: tuple[JudgedEvent, ...]
    """In timeline order."""
    findings: tuple[Finding, ...]
    """Those that concern more than one event, or reports without one."""
    unplaced: tuple[JudgedEvent, ...]
    """Reports without an event, each judged as an event of its own id."""


def judge(
    dossier: Dossier, *, as_of: int | None = None, brief: bool = False, watch: Watch = unwatched
) -> JudgedDossier:
    """Every verdict of the dossier. `as_of` (seconds since 1970 UTC) leaves out what was published, or stood so, later.

    `brief` only glances at fields that plainly are no discrepancy; `judge_event` judges them when they are looked at.
    """
    context = Context(dossier, as_of=as_of)
    events, loose = gathered(context)
    judged = [
        judge_event(event, reports, context, brief=brief)
        for event, reports in watched(events, "judging", len(events), watch)
    ]
    held = [record for each in judged for record in records(each.reports, each.verdict.id, context)]
    sources = {each.verdict.id: frozenset(each.sources) for each in judged}
    own, top = by_event(identities(held, sources, context))
    judged = [extended(each, own.get(each.verdict.id, ())) for each in judged]
    held_open = known_guests(context)
    if held_open:
        judged = [replace(each, disputed=held_open.get(each.verdict.id, ())) for each in judged]
    unplaced = [judge_event(event, reports, context, brief=brief) for event, reports in loose]
    return JudgedDossier(events=_sorted(judged, context), findings=tuple(top), unplaced=_sorted(unplaced, context))


Gathered = tuple[Event, list[Report]]
"""An event and all reports of it that are known."""


def gathered(context: Context) -> tuple[list[Gathered], list[Gathered]]:
    """The events with the reports that decisions leave them, and reports without an event, each as one of its own id."""
    dossier = context.dossier
    by_event: dict[str, list[Report]] = {}
    loose: list[Gathered] = []
    for report in placed(dossier):
        if not context.known(report):
            continue
        if report.event is None:
            loose.append((Event(id=report.id, title=report.what), [report]))
        else:
            by_event.setdefault(report.event, []).append(report)
    declared = {event.id: event for event in dossier.events}
    return [(declared.get(name) or Event(id=name), reports) for name, reports in by_event.items()], loose


def known_guests(context: Context) -> dict[str, tuple[Report, ...]]:
    """Event -> the disputed reports shown in it, by id, as far as they are known."""
    return {
        event: tuple(report for report in reports if context.known(report))
        for event, reports in guests(context.dossier).items()
    }


def judge_event(event: Event, reports: Sequence[Report], context: Context, *, brief: bool = False) -> JudgedEvent:
    """The verdicts on one event from all its reports (at least one). `brief`: see `judge`."""
    ordered = sorted(reports, key=lambda report: _came_out(report, context)) if len(reports) > 1 else list(reports)
    sources = tuple(dict.fromkeys([report.source for report in ordered]))
    behind = context.provenance.together(ordered)
    sayings = _by_field(ordered, context)
    names, glances = sorted(sayings, key=field_order), list[Glance]()
    calm = plain(event.id, ordered, sources, behind, context) if brief else None
    if calm is not None:
        seen = [glance(name, sayings[name], calm, context) for name in names]
        glances = [each for each in seen if each is not None]
        names = [name for name, each in zip(names, seen, strict=True) if each is None]
    judged = _judged(event.id, names, sayings, ordered, behind, context) if names or calm is None else []
    fields = tuple([each.verdict for each in judged])
    origins = context.provenance.counted(behind)
    findings = (
        *[finding for each in judged for finding in each.findings],
        *(circular(event.id, ordered, context) if any(trace.roots for trace in behind.traces) else ()),
        *same_event(event.id, fields, context),
        *single_origin(event.id, ordered, origins),
        *graded_too_high(event.id, ordered, origins, fields, context),
    )
    earliest, latest = bounds(ordered, [*sayings.get("when", ()), *sayings.get("until", ())])
    verdict = EventVerdict(
        id=event.id,
        title=event.title or _title(ordered),
        earliest=iso(earliest),
        latest=iso(latest),
        sources=sources,
        absent=(),
        earlier=(),
        reports=tuple([report.id for report in ordered]),
        origins=origins,
        verdict=strongest(
            [field.verdict for field in fields if field.field != "said_by"]
            + [seen.verdict for seen in glances if seen.field != "said_by"]
        ),
        findings=findings,
        fields=fields,
    )
    tags = tuple(dict.fromkeys([*event.tags, *[tag for report in ordered for tag in report.tags]]))
    return JudgedEvent(
        verdict=verdict,
        reports=tuple(ordered),
        tags=tags,
        earliest=earliest,
        latest=latest,
        glances=tuple(glances),
        bonds=behind.bonds if behind.links or behind.spellings else NO_BONDS,
    )


def _came_out(report: Report, context: Context) -> tuple[float, bool, str, str]:
    """Reports in the order in which they came out, no copy before what it repeats; those of one moment by source and id."""
    copied = context.provenance.parents(report)
    if not copied:
        return (context.came_out(report.source), False, report.source, report.id)
    sources = [context.provenance.source_of(parent) for parent in copied]
    moments = [context.came_out(source) for source in (report.source, *sources) if source is not None]
    return (max(moments), True, report.source, report.id)


class Timed(Protocol):
    """What the timeline needs to know of an event."""

    @property
    def earliest(self) -> int | None:
        """When it can have begun, in UTC seconds."""

    @property
    def latest(self) -> int | None:
        """When it can have ended."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of those that report it."""

    @property
    def after(self) -> tuple[str, ...]:
        """Ids of the events that its reports say it followed."""


def in_order(events: Mapping[str, Timed], context: Context) -> list[str]:
    """Timeline order: earliest, else latest, else after what it followed; events without any time last (contract.md)."""
    places = Places(events, context, sorted(name for name, each in events.items() if each.after))
    return [place[-1] for place in sorted(map(places.of, events))]


def _sorted(judged: Iterable[JudgedEvent], context: Context) -> tuple[JudgedEvent, ...]:
    events = {each.verdict.id: each for each in judged}
    return tuple([events[name] for name in in_order(events, context)])


Place = tuple[float, int, float, str]
"""Sorts the events of a timeline."""


class Places:
    """Where events stand in the timeline. Holds what it has found out; make another when an event has changed."""

    def __init__(self, events: Mapping[str, Timed], context: Context, following: Iterable[str]) -> None:
        """`following`: sorted ids of the events that say what they followed; events that follow each other in a circle are
        cut at the first of them."""
        self._events, self._context = events, context
        self._times: dict[str, tuple[float, int]] = {}
        for name in following:
            self._time(name, frozenset())

    def of(self, name: str) -> Place:
        """By time, by how many events it followed there, by publication, by id."""
        return (*self._time(name, frozenset()), _first_published(self._events[name], self._context), name)

    def _time(self, name: str, pending: frozenset[str]) -> tuple[float, int]:
        if name in self._times:
            return self._times[name]
        each = self._events[name]
        own = each.earliest if each.earliest is not None else each.latest
        follows = _follows(each, self._events)
        before = [self._time(other, pending | {name}) for other in follows if other not in pending and other != name]
        last = max((time for time in before if time[0] < inf), default=None)
        if own is None:
            found = (inf, 0) if last is None else (last[0], last[1] + 1)
        else:
            found = (float(own), 0)
            end = inf if each.latest is None else each.latest
            if last is not None and own <= last[0] < max(end, own + 1):
                found = (last[0], last[1] + 1)
        self._times[name] = found
        return found


def _follows(each: Timed, events: Mapping[str, Timed]) -> tuple[str, ...]:
    return tuple(sorted({name for name in each.after if name in events})) if each.after else ()


def _first_published(each: Timed, context: Context) -> float:
    return min([context.came_out(source) for source in each.sources], default=inf)


def _by_field(reports: Sequence[Report], context: Context) -> dict[str, list[Saying]]:
    """What the reports say of each field."""
    roleless = any(not role for report in reports for role, _ in report.who)
    found: dict[str, list[Saying]] = {}
    for number, report in enumerate(reports):
        for part in parts_of(report, context, roleless=roleless):
            held = found.get(part[0])
            if held is None:
                found[part[0]] = [(number, part)]
            else:
                held.append((number, part))
    return found


def _judged(
    event: str,
    names: Sequence[str],
    sayings: Mapping[str, Sequence[Saying]],
    reports: Sequence[Report],
    behind: Together,
    context: Context,
) -> list[Judged]:
    """The verdicts on these fields, and on whether the event took place at all where somebody denies it."""
    voices = [trace.voice for trace in behind.traces]
    witnesses = Witnesses(reports, voices, context)
    sources = tuple(dict.fromkeys([report.source for report in reports]))
    denying = {report.source for report in reports if report.denies is True}
    origin = {report.id: number for report, number in zip(reports, behind.group, strict=True)}
    corrected = frozenset([target for report in reports for target in report.corrects])
    one_text = frozenset([reports[i].id for *two, part in behind.links if part >= COPY_SHARE for i in two])
    told = Told(event, sources, origin, corrected, one_text)
    asserting = told._replace(reporting=tuple([source for source in sources if source not in denying]))
    found = []
    if denying:
        about = [(report, voice) for report, voice in zip(reports, voices, strict=True) if not report.planned]
        claims = [happened(report, voice, context) for report, voice in about]
        if claims:
            found.append(judge_field("happened", claims, told, context))
    return found + [judge_field(name, witnesses.claims(sayings[name]), asserting, context) for name in names]


def window(reports: Sequence[Report], context: Context) -> tuple[int | None, int | None]:
    """See `bounds`; from all that the reports say of their times."""
    asserting = [(number, report) for number, report in enumerate(reports) if report.denies is not True]
    return bounds(reports, [(number, part) for number, report in asserting for part in times_of(report, context)])


def bounds(reports: Sequence[Report], times: Sequence[Saying]) -> tuple[int | None, int | None]:
    """Earliest and latest bounded ends over what the reports of an event say of `when` and `until` and what still stands,
    half-open; None where nothing bounds that side.
    """
    corrected = {target for report in reports for target in report.corrects}
    lows, highs = [], []
    for number, (field, _, value, _) in times:
        report, extent = reports[number], value.extent
        if extent is None or report.id in corrected or (isinstance(report.denies, tuple) and field in report.denies):
            continue
        if extent.core_low > -inf:
            lows.append(extent.core_low)
        if extent.core_high < inf:
            highs.append(extent.core_high)
    return (int(min(lows)) if lows else None, int(max(highs)) + 1 if highs else None)


def _title(reports: Sequence[Report]) -> str:
    """An event nobody titled goes by what its first report says of it."""
    return next((report.what for report in reports if report.what), "")


def by_event(found: Iterable[Finding]) -> tuple[dict[str, list[Finding]], list[Finding]]:
    """Findings that took the whole dossier: those of one event by its id, and the others."""
    own: dict[str, list[Finding]] = {}
    top: list[Finding] = []
    for finding in found:
        if len(finding.events) == 1:
            own.setdefault(finding.events[0], []).append(finding)
        else:
            top.append(finding)
    return own, top


def extended(each: JudgedEvent, findings: Sequence[Finding]) -> JudgedEvent:
    """The event with findings that took the whole dossier to find."""
    if not findings:
        return each
    return replace(each, verdict=with_findings(each.verdict, findings), across=tuple(findings))


def with_findings(verdict: EventVerdict, more: Sequence[Finding]) -> EventVerdict:
    """The verdict with findings that took the whole dossier to find."""
    return replace(verdict, findings=(*verdict.findings, *more)) if more else verdict
