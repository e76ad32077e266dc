"""Two records that look like one event. Source: rules.md §12, with one thing added for large data sets.

In a war's data set two records of one day, one district and one dead each are no coincidence worth a flag: by the letter of the
rule 12 606 pairs of the 16 566 records of UCDP GED's Syria 2016-2019 would be flagged. So in a data set of some size a pair
is flagged only where chance does not explain it: no figure that both give differs, and the matches to be expected among
the neighbours of a record, by how common its figure is, stay below one in five. 568 pairs are left, the beheading of
28 and 29 June 2016 near al-Bukamal among them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, product

from tui.core.judgements import Finding, FindingKind
from tui.core.line import Extent
from tui.core.model import Report
from tui.core.places import NEAR_KM, Spot, apart_km, lies_in, same_name
from tui.core.verdicts.actors import ActorsValue
from tui.core.verdicts.claims import Claim
from tui.core.verdicts.context import Context
from tui.core.verdicts.places import PlacesValue

DAY = 86400
LARGE = 200
"""Records from which on the figures of a data set say how common a value is."""
CROWD = 200
"""A figure that more records than this have on one day says nothing, and its pairs would outnumber all else."""
EXPECTED = 0.2
"""Matches by chance from which on a match is no news."""


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

    Records meet in buckets of one actor, one figure and one day, so that no large data set is compared with itself in full.
    """
    buckets: dict[tuple[str, str, float, int], list[Record]] = {}
    ordered = sorted(records, key=lambda r: r.report.id)
    near = Nearness(ordered)
    chance = Chance(ordered, near)
    for each in ordered:
        for (field, number), actor in product(each.figures, each.actors):
            for day in (*_days(each), _days(each).stop):
                buckets.setdefault((actor, field, number, day), []).append(each)
    settled = _settled_pairs(context)
    found: dict[tuple[str, ...], Finding] = {}
    for (_, field, number, _), met in buckets.items():
        if len(met) > CROWD:
            continue
        for a, b in combinations(met, 2):
            if _may_be_one(a, b, event_sources) and near(a, b) and not chance.explains(a, b):
                finding = _identity(a, b, field, number, settled)
                found.setdefault(_pair_key(a, b), finding)
    return [found[key] for key in sorted(found)]


class Nearness:
    """Whether records lie at most a day apart in places that are the same, one within the other, or neighbours.

    Records of one bucket meet again in others, and many stand in the same few places: each two places are compared once.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        numbers: dict[tuple[Spot, ...], int] = {}
        self._places = {each.report.id: numbers.setdefault(each.spots, len(numbers)) for each in records}
        self._close: dict[tuple[int, int], bool] = {}

    def __call__(self, a: Record, b: Record) -> bool:
        """Symmetric."""
        if a.when.core_low - b.when.core_high > DAY or b.when.core_low - a.when.core_high > DAY:
            return False
        places = self._places[a.report.id], self._places[b.report.id]
        known = self._close.get(places)
        if known is None:
            known = self._close[places] = any(_close(p, q) for p in a.spots for q in b.spots)
        return known


class Chance:
    """How many matches among neighbours are to be expected in a large data set."""

    def __init__(self, records: Iterable[Record], near: Nearness) -> None:
        self._near = near
        self._sizes: Counter[str] = Counter()
        self._common: Counter[tuple[str, str, float]] = Counter()
        self._days: dict[tuple[str, int], list[Record]] = {}
        self._neighbours: dict[str, int] = {}
        for each in records:
            if each.dataset:
                source = each.report.source
                self._sizes[source] += 1
                self._common.update((source, field, number) for field, number in each.figures)
                for day in _days(each):
                    self._days.setdefault((source, day), []).append(each)

    def explains(self, a: Record, b: Record) -> bool:
        """Whether two records of one large data set match as many others would."""
        source = a.report.source
        size = self._sizes[source]
        if source != b.report.source or size < LARGE:
            return False
        of_a, of_b = dict(a.figures), dict(b.figures)
        if any(of_a[field] != of_b[field] for field in of_a.keys() & of_b.keys()):
            return True
        rarest = min(self._common[source, field, number] for field, number in set(a.figures) & set(b.figures))
        return max(self._around(a), self._around(b)) * (rarest - 1) / (size - 1) >= EXPECTED

    def _around(self, each: Record) -> int:
        known = self._neighbours.get(each.report.id)
        if known is None:
            source = each.report.source
            days = _days(each)
            around = range(days.start - 1, days.stop + 1)
            met = {other.report.id: other for day in around for other in self._days.get((source, day), ())}
            known = sum(
                1
                for name, other in met.items()
                if name != each.report.id and not each.actors.isdisjoint(other.actors) and self._near(each, other)
            )
            self._neighbours[each.report.id] = known
        return known


def _days(each: Record) -> range:
    return range(int(each.when.core_low // DAY), int(each.when.core_high // DAY) + 1)


def _may_be_one(a: Record, b: Record, event_sources: dict[str, frozenset[str]]) -> bool:
    """Two records of one data set, or of two events that no source tells apart by telling both."""
    if a.report.source == b.report.source:
        return a.dataset and a.report.id != b.report.id
    return a.event != b.event and event_sources[a.event].isdisjoint(event_sources[b.event])


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
