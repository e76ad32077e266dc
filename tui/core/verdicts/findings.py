"""What is found about whole events: circular reporting, one origin behind many reports, two events that look like one.

Source: rules.md §9 and §12.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from tui.core.judgements import FieldVerdict, Finding, FindingKind, OriginCount, Verdict
from tui.core.line import Extent
from tui.core.model import Report
from tui.core.places import NEAR_KM, Spot, apart_km, lies_in, same_name
from tui.core.verdicts.actors import ActorsValue
from tui.core.verdicts.claims import Claim
from tui.core.verdicts.context import Context
from tui.core.verdicts.places import PlacesValue

DAY = 86400


def single_origin(event: str, reports: Sequence[Report], origins: OriginCount) -> list[Finding]:
    """Two or more reports of which all certainly go back to one origin."""
    if len(reports) < 2 or origins.high != 1:
        return []
    ids = tuple(sorted(report.id for report in reports))
    return [
        Finding(
            kind=FindingKind.SINGLE_ORIGIN,
            events=(event,),
            reports=ids,
            field=None,
            reason=f"{len(ids)} reports, one origin: none of them confirms another.",
            open=False,
        )
    ]


def graded_too_high(event: str, reports: Sequence[Report], origins: OriginCount) -> list[Finding]:
    """Credibility 1 is "confirmed by other independent sources" (Admiralty code): that takes two origins at the least."""
    ids = tuple(sorted(report.id for report in reports if report.credibility == 1))
    if not ids or origins.low >= 2:
        return []
    behind = "one origin" if origins.high == 1 else f"as few as {origins.low} of {origins.high} origins"
    reason = f"Graded 1, confirmed by other independent sources, but {behind} may stand behind the event."
    kind = FindingKind.CREDIBILITY
    return [Finding(kind=kind, events=(event,), reports=ids, field=None, reason=reason, open=False)]


def circular(event: str, reports: Sequence[Report], context: Context) -> list[Finding]:
    """Reports that repeat each other in a circle, or repeat what came out later than they did."""
    found: list[Finding] = []
    for report in reports:
        loop = _loop(report, context)
        if loop and report.id == min(loop):
            reason = f"{' → '.join([*loop, loop[0]])}: each says it repeats the next, so none is the origin."
            found.append(_circular(event, tuple(loop), reason))
        for parent in context.provenance.parents(report):
            later = _later(report, parent, context)
            if later:
                found.append(_circular(event, (report.id,), later))
    return found


def same_event(event: str, fields: Sequence[FieldVerdict], reports: Sequence[Report]) -> list[Finding]:
    """One event of which both `when` and `where` conflict between the same two readings' reports: is it two events?"""
    clashes = {
        verdict.field: {
            frozenset((x, y))
            for pair in verdict.pairs
            if pair.verdict is Verdict.CONFLICT
            for x in verdict.readings[pair.a].reports
            for y in verdict.readings[pair.b].reports
        }
        for verdict in fields
        if verdict.field in ("when", "where")
    }
    both = clashes.get("when", set()) & clashes.get("where", set())
    if not both:
        return []
    ids = tuple(sorted({report for pair in both for report in pair}))
    return [
        Finding(
            kind=FindingKind.IDENTITY,
            events=(event,),
            reports=ids,
            field=None,
            reason="Time and place both differ between these reports: are they two events?",
            open=True,
        )
    ]


@dataclass(frozen=True, slots=True)
class Record:
    """What is needed of a report to ask whether it tells of the same event as another."""

    report: Report
    event: str
    dataset: bool
    when: Extent
    spots: tuple[Spot, ...]
    actors: frozenset[str]
    figures: tuple[tuple[str, float], ...]
    """(field, value) of the exact figures above zero."""


def record(report: Report, event: str, claims: Iterable[Claim], context: Context) -> Record | None:
    """The record of a report from its claims, or None where time, place, actor or figure is missing."""
    when: Extent | None = None
    spots: tuple[Spot, ...] = ()
    actors: set[str] = set()
    figures: list[tuple[str, float]] = []
    if report.denies is True or report.planned:
        return None
    for claim in claims:
        value = claim.value
        if claim.field == "when":
            when = value.extent
        elif isinstance(value, PlacesValue):
            spots = value.spots
        elif isinstance(value, ActorsValue) and claim.field != "said_by":
            actors |= {key for party in value.parties for key in (party.key, *party.above)}
        elif (
            claim.field.startswith("figures.")
            and value.extent is not None
            and value.extent.core_low == value.extent.core_high > 0
        ):
            figures.append((claim.field, value.extent.core_low))
    if when is None or not spots or not actors or not figures or when.core_high - when.core_low > 7 * DAY:
        return None
    return Record(report, event, context.source(report).is_dataset, when, spots, frozenset(actors), tuple(figures))


def identities(records: Iterable[Record], event_sources: dict[str, frozenset[str]], context: Context) -> list[Finding]:
    """Two records of one data set, or two events without a common source, that look like one event (rules.md §12).

    Records meet in buckets of one figure and one day, so that a large data set is not compared with itself in full.
    """
    buckets: dict[tuple[str, float, int], list[Record]] = {}
    for each in sorted(records, key=lambda r: r.report.id):
        for field, number in each.figures:
            for day in range(int(each.when.core_low // DAY), int(each.when.core_high // DAY) + 2):
                buckets.setdefault((field, number, day), []).append(each)
    settled = _settled_pairs(context)
    found: dict[tuple[str, ...], Finding] = {}
    for (field, number, _), met in buckets.items():
        for a, b in combinations(met, 2):
            if _look_alike(a, b, event_sources):
                finding = _identity(a, b, field, number, settled)
                found.setdefault(_pair_key(a, b), finding)
    return [found[key] for key in sorted(found)]


def _look_alike(a: Record, b: Record, event_sources: dict[str, frozenset[str]]) -> bool:
    if a.report.id == b.report.id or not (a.actors & b.actors):
        return False
    if a.report.source == b.report.source:
        if not a.dataset:
            return False
    elif a.event == b.event or event_sources[a.event] & event_sources[b.event]:
        return False
    gap = max(a.when.core_low - b.when.core_high, b.when.core_low - a.when.core_high)
    return gap <= DAY and any(_close(p, q) for p in a.spots for q in b.spots)


def _close(a: Spot, b: Spot) -> bool:
    if a.key == b.key or same_name(a, b) or lies_in(a, b) or lies_in(b, a):
        return True
    apart = apart_km(a, b)
    return apart is not None and apart <= NEAR_KM


def _pair_key(a: Record, b: Record) -> tuple[str, ...]:
    """Records of one data set are named one by one; of two events one finding is enough."""
    if a.report.source == b.report.source:
        return (a.report.id, b.report.id)
    return ("", *sorted((a.event, b.event)))


def _identity(a: Record, b: Record, field: str, number: float, settled: frozenset[frozenset[str]]) -> Finding:
    first, second = sorted((a, b), key=lambda r: r.report.id)
    events = tuple(dict.fromkeys((first.event, second.event)))
    key = field.removeprefix("figures.").replace("_", " ")
    what = "Two records of one data set" if a.report.source == b.report.source else "Two events without a common source"
    reason = (
        f"{what} look like one event: at most a day apart, the same or a neighbouring place, an actor in common, "
        f"and {key} {number:g} in both."
    )
    reports = (first.report.id, second.report.id)
    return Finding(
        kind=FindingKind.IDENTITY,
        events=events,
        reports=reports,
        field=None,
        reason=reason,
        open=frozenset(reports) not in settled,
    )


def _settled_pairs(context: Context) -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset(pair)
        for link in context.dossier.links
        if link.same is not None
        for pair in combinations(link.reports, 2)
    )


def _loop(report: Report, context: Context) -> list[str]:
    """The reports of the circle that leads back to this one, from it; empty when there is none."""
    path: list[str] = []

    def walk(report_id: str) -> bool:
        path.append(report_id)
        for parent in context.provenance.report_parents(report_id):
            if parent == report.id or (parent not in path and walk(parent)):
                return True
        path.pop()
        return False

    return path if walk(report.id) else []


def _later(report: Report, parent: str, context: Context) -> str:
    """Why the report cannot derive from the parent, or an empty text."""
    source = context.provenance.source_of(parent)
    if source is None or source == report.source:
        return ""
    own, other = context.published(report.source), context.published(source)
    if own is None or other is None or own.latest is None or other.earliest is None or own.latest > other.earliest:
        return ""
    names = context.source(report).name, context.sources[source].name if source in context.sources else source
    return f"{names[0]} says it repeats {names[1]}, which came out later."


def _circular(event: str, reports: tuple[str, ...], reason: str) -> Finding:
    return Finding(kind=FindingKind.CIRCULAR, events=(event,), reports=reports, field=None, reason=reason, open=True)
