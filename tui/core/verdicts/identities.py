"""Two records that look like one event. Source: rules.md §12, with one thing added for large data sets.

In a war's data set two records of one day, one district and one dead each are no coincidence worth a flag: by the letter of the
rule 12 606 pairs of the 16 566 records of UCDP GED's Syria 2016-2019 would be flagged. So in a data set of some size a pair
is flagged only where chance does not explain it: no figure that both give differs, and the matches to be expected among
the neighbours of a record, by how common its figure is, stay below one in five. 568 pairs are left, the beheading of
28 and 29 June 2016 near al-Bukamal among them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from tui.core.judgements import Finding
from tui.core.line import Extent
from tui.core.model import Report
from tui.core.places import Spot
from tui.core.verdicts.actors import ActorsValue
from tui.core.verdicts.claims import Claim
from tui.core.verdicts.context import Context
from tui.core.verdicts.nearness import Nearness
from tui.core.verdicts.places import PlacesValue
from tui.core.verdicts.questions import alike_throughout, question

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
        if claim.derived:
            continue
        if claim.field == "when":
            when = value.extent
        elif isinstance(value, PlacesValue):
            spots = value.spots
        elif isinstance(value, ActorsValue) and claim.field != "said_by":
            actors |= value.within
        elif (
            claim.field.startswith("figures.")
            and value.extent is not None
            and value.extent.core_low == value.extent.core_high > 0
        ):
            figures.append((claim.field, value.extent.core_low))
    if when is None or not spots or not actors or not figures or when.core_high - when.core_low > 7 * DAY:
        return None
    return Record(report, event, context.source(report).is_dataset, when, spots, frozenset(actors), tuple(figures))


Key = tuple[str, str, float, int]
"""Where records meet: an actor, a figure's field and value, a day."""
Two = tuple[str, str]
"""Ids of two reports, the smaller first."""


class Lookalikes:
    """Records that look like one event: two of one data set, or of two events without a common source (rules.md §12).

    Records meet in buckets of one actor, one figure and one day, so that no large data set is compared with itself in full.
    Records may come and go; what is found is always what would be found from those that are there.
    """

    def __init__(self, context: Context) -> None:
        self._settled = _settled_pairs(context)
        self._records: dict[str, Record] = {}
        self._buckets: dict[Key, dict[str, int]] = {}
        """Ids of the reports that meet there, each with the number of its place."""
        self._near = Nearness()
        self._chance = Chance(self._near)
        self._alike: dict[Two, set[tuple[str, float]]] = {}
        """Two records that lie close -> the figures of the buckets in which they met, each as often as `_met` says."""
        self._met: dict[tuple[Two, Key], None] = {}
        self._partners: dict[str, set[Two]] = {}

    def add(self, record: Record) -> None:
        """One more."""
        name = record.report.id
        self._records[name] = record
        self._chance.add(record)
        place = self._near.place(record.spots)
        near = self._near.to(place)
        for key in _keys(record):
            bucket = self._buckets.setdefault(key, {})
            if len(bucket) < CROWD:
                for other, there in bucket.items():
                    if near[there]:
                        self._meet(record, self._records[other], key)
            elif len(bucket) == CROWD:
                for a, b in combinations(sorted(bucket), 2):
                    self._part((a, b), key)
            bucket[name] = place

    def remove(self, name: str) -> None:
        """The record of that report is gone; nothing happens where there was none."""
        record = self._records.pop(name, None)
        if record is None:
            return
        self._chance.remove(record)
        for two in list(self._partners.get(name, ())):
            for key in _keys(record):
                self._part(two, key)
        for key in _keys(record):
            bucket = self._buckets[key]
            del bucket[name]
            if len(bucket) == CROWD:
                for a, b in combinations(bucket, 2):
                    self._meet(self._records[a], self._records[b], key)
            elif not bucket:
                del self._buckets[key]

    def findings(self, event_sources: Mapping[str, frozenset[str]]) -> list[Finding]:
        """What looks like one event now, in the order of ids: every pair once, but several that are all alike as one.

        `event_sources`: who reports each event.
        """
        best: dict[tuple[str, ...], tuple[Two, tuple[str, float]]] = {}
        for two, figures in self._alike.items():
            a, b = self._records[two[0]], self._records[two[1]]
            if a.report.source != b.report.source and not event_sources[a.event].isdisjoint(event_sources[b.event]):
                continue
            if self._chance.explains(a, b):
                continue
            key, told = _pair_key(a, b), (two, min(figures))
            if key not in best or told < best[key]:
                best[key] = told
        settled = {key for key, (two, _) in best.items() if frozenset(two) in self._settled}
        asked = alike_throughout({key: figure for key, (_, figure) in best.items() if key not in settled})
        found = [(keys, True) for keys in asked] + [([key], False) for key in settled]
        return [self._finding([best[key] for key in keys], is_open=is_open) for keys, is_open in sorted(found)]

    def _finding(self, pairs: list[tuple[Two, tuple[str, float]]], *, is_open: bool) -> Finding:
        records = [self._records[name] for name in sorted({name for two, _ in pairs for name in two})]
        return question([(each.report, each.event) for each in records], *pairs[0][1], is_open=is_open)

    def _meet(self, a: Record, b: Record, key: Key) -> None:
        if a.event == b.event or (a.report.source == b.report.source and not a.dataset):
            return
        if _near(a, b, self._near):
            two = _two(a, b)
            self._met[two, key] = None
            self._alike.setdefault(two, set()).add(key[1:3])
            for name in two:
                self._partners.setdefault(name, set()).add(two)

    def _part(self, two: Two, key: Key) -> None:
        if (two, key) not in self._met:
            return
        del self._met[two, key]
        a, b = (self._records.get(name) for name in two)
        left = _keys(a) if a is not None else _keys(b) if b is not None else ()
        if not any((two, other) in self._met and other[1:3] == key[1:3] for other in left):
            figures = self._alike[two]
            figures.discard(key[1:3])
            if not figures:
                del self._alike[two]
                for name in two:
                    self._partners[name].discard(two)


def identities(
    records: Iterable[Record], event_sources: Mapping[str, frozenset[str]], context: Context
) -> list[Finding]:
    """What looks like one event among all these records."""
    found = Lookalikes(context)
    for each in sorted(records, key=lambda record: record.report.id):
        found.add(each)
    return found.findings(event_sources)


def _near(a: Record, b: Record, places: Nearness) -> bool:
    """Whether records lie at most a day apart in places that are the same, one within the other, or neighbours."""
    if a.when.core_low - b.when.core_high > DAY or b.when.core_low - a.when.core_high > DAY:
        return False
    return places.near(a.spots, b.spots)


class Chance:
    """How many matches among neighbours are to be expected in a large data set."""

    def __init__(self, near: Nearness) -> None:
        self._near = near
        self._sizes: Counter[str] = Counter()
        self._common: Counter[tuple[str, str, float]] = Counter()
        self._days: dict[tuple[str, int], dict[str, Record]] = {}
        self._neighbours: dict[str, int] = {}

    def add(self, record: Record) -> None:
        """Count one more."""
        if record.dataset:
            self._count(record, 1)
            for day in _days(record):
                self._days.setdefault((record.report.source, day), {})[record.report.id] = record

    def remove(self, record: Record) -> None:
        """Count one less."""
        if record.dataset:
            self._count(record, -1)
            for day in _days(record):
                del self._days[record.report.source, day][record.report.id]

    def _count(self, record: Record, by: int) -> None:
        source = record.report.source
        self._sizes[source] += by
        for field, number in record.figures:
            self._common[source, field, number] += by
        if self._neighbours:
            self._neighbours.pop(record.report.id, None)
            for name in self._around(record):
                self._neighbours.pop(name, None)

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
        return max(self._near_to(a), self._near_to(b)) * (rarest - 1) / (size - 1) >= EXPECTED

    def _near_to(self, each: Record) -> int:
        known = self._neighbours.get(each.report.id)
        if known is None:
            known = self._neighbours[each.report.id] = sum(
                1
                for name, other in self._around(each).items()
                if name != each.report.id
                and not each.actors.isdisjoint(other.actors)
                and _near(each, other, self._near)
            )
        return known

    def _around(self, each: Record) -> dict[str, Record]:
        """Records of the data set a day before it to a day after it."""
        days = _days(each)
        found: dict[str, Record] = {}
        for day in range(days.start - 1, days.stop + 1):
            found |= self._days.get((each.report.source, day), {})
        return found


def _keys(each: Record) -> list[Key]:
    """The buckets of a record: of its days, and the day after."""
    days = (*_days(each), _days(each).stop)
    return [
        (actor, field, number, day) for (field, number), actor in product(each.figures, each.actors) for day in days
    ]


def _two(a: Record, b: Record) -> Two:
    return (a.report.id, b.report.id) if a.report.id < b.report.id else (b.report.id, a.report.id)


def _days(each: Record) -> range:
    return range(int(each.when.core_low // DAY), int(each.when.core_high // DAY) + 1)


def _pair_key(a: Record, b: Record) -> tuple[str, ...]:
    """Records of one data set are named one by one; of two events one finding is enough."""
    if a.report.source == b.report.source:
        return _two(a, b)
    return ("", *sorted((a.event, b.event)))


def _settled_pairs(context: Context) -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset(pair)
        for link in context.dossier.links
        if link.same is not None
        for pair in combinations(link.reports, 2)
    )
