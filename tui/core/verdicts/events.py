"""One event over all its fields, and a whole dossier: placement by links, verdicts, findings, order of the timeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Protocol

from tui.core.judgements import EventVerdict, FieldVerdict, Finding, strongest
from tui.core.model import Dossier, Event, Report
from tui.core.moments import iso
from tui.core.progress import Watch, unwatched, watched
from tui.core.texts import COPY_SHARE
from tui.core.traces import NO_BONDS, Bonds
from tui.core.verdicts.claims import Claim, claims_of, happened, times_of
from tui.core.verdicts.context import Context
from tui.core.verdicts.fields import judge_field
from tui.core.verdicts.findings import circular, graded_too_high, same_event, single_origin
from tui.core.verdicts.glances import Glance, Told, glance
from tui.core.verdicts.identities import Record, identities, record
from tui.core.verdicts.kinds import field_order
from tui.core.verdicts.placement import guests, placed


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
    records: tuple[Record, ...] = ()
    """What is needed to ask whether another event is the same."""
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
    records = [record for each in judged for record in each.records]
    sources = {each.verdict.id: frozenset(each.sources) for each in judged}
    own, top = by_event(identities(records, sources, context))
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
    corrected = frozenset([target for report in ordered for target in report.corrects])
    denying = {report.source for report in ordered if report.denies is True}
    asserting = tuple([source for source in sources if source not in denying]) if denying else sources
    behind = context.provenance.together(ordered)
    origin = {ordered[i].id: number for number, group in enumerate(behind.groups) for i in group}
    fields: list[FieldVerdict] = []
    findings: list[Finding] = []
    glances: list[Glance] = []
    roleless = any(not role for report in ordered for role, _ in report.who)
    voices = [trace.voice for trace in behind.traces]
    claims = [claims_of(*each, context, roleless=roleless) for each in zip(ordered, voices, strict=True)]
    by_field = _by_field(ordered, voices, claims, context)
    one_text = frozenset([ordered[i].id for *two, part in behind.links if part >= COPY_SHARE for i in two])
    of_all = Told(event.id, sources, origin, corrected, one_text)
    of_asserting = of_all._replace(reporting=asserting) if denying else of_all
    for field in sorted(by_field, key=field_order):
        told = of_all if field == "happened" else of_asserting
        seen = glance(field, by_field[field], told, context) if brief else None
        if seen is not None:
            glances.append(seen)
            continue
        answer = judge_field(field, by_field[field], told, context)
        fields.append(answer.verdict)
        findings += answer.findings
    origins = context.provenance.count(ordered)
    findings += [
        *circular(event.id, ordered, context),
        *same_event(event.id, fields, context),
        *single_origin(event.id, ordered, origins),
        *graded_too_high(event.id, ordered, origins),
    ]
    earliest, latest = window(ordered, context)
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
        findings=tuple(findings),
        fields=tuple(fields),
    )
    tags = tuple(dict.fromkeys([*event.tags, *[tag for report in ordered for tag in report.tags]]))
    return JudgedEvent(
        verdict=verdict,
        reports=tuple(ordered),
        tags=tags,
        earliest=earliest,
        latest=latest,
        glances=tuple(glances),
        records=_records(event.id, ordered, claims, context),
        bonds=behind.bonds if behind.links or behind.spellings else NO_BONDS,
    )


def _came_out(report: Report, context: Context) -> tuple[float, str, str]:
    """Reports in the order in which they came out; those of one moment by source and id."""
    return (context.came_out(report.source), report.source, report.id)


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


def _by_field(
    reports: Sequence[Report], voices: Sequence[frozenset[str]], claims: Sequence[Sequence[Claim]], context: Context
) -> dict[str, list[Claim]]:
    """The claims of the reports, which stand beside them and their speakers, by field."""
    by_field: dict[str, list[Claim]] = {}
    for made in claims:
        for claim in made:
            held = by_field.get(claim.field)
            if held is None:
                by_field[claim.field] = [claim]
            else:
                held.append(claim)
    if any(report.denies is True for report in reports):
        told = [each for each in zip(reports, voices, strict=True) if not each[0].planned]
        took_place = [happened(report, voice, context) for report, voice in told]
        by_field |= {"happened": took_place} if took_place else {}
    return by_field


def _records(
    event: str, reports: Sequence[Report], claims: Sequence[Sequence[Claim]], context: Context
) -> tuple[Record, ...]:
    made = [
        record(report, event, own, context)
        for report, own in zip(reports, claims, strict=True)
        if report.when and report.where and report.who and report.figures
    ]
    return tuple([each for each in made if each is not None])


def window(reports: Sequence[Report], context: Context) -> tuple[int | None, int | None]:
    """Earliest and latest bounded ends over what the reports of an event say that still stands, half-open; None where
    nothing bounds that side.
    """
    corrected = {target for report in reports for target in report.corrects}
    lows, highs = [], []
    for report in reports:
        if report.denies is True or report.id in corrected:
            continue
        for field, _, value, _ in times_of(report, context):
            extent = value.extent
            if extent is None or (report.denies and field in report.denies):
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
