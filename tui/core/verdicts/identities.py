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
from itertools import combinations
from typing import NamedTuple

from tui.core.judgements import Finding
from tui.core.line import Extent
from tui.core.model import Report
from tui.core.places import Spot
from tui.core.verdicts.actors import ActorsValue
from tui.core.verdicts.claims import figure, party, places_of, when_of, withheld
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


class Record(NamedTuple):
    """What is needed of a report to ask whether it tells of the same event as another."""

    report: Report
    event: str
    dataset: bool
    when: Extent
    spots: tuple[Spot, ...]
    actors: frozenset[str]
    figures: tuple[tuple[str, float], ...]
    """(field, value) of the exact figures above zero."""


def record(report: Report, event: str, context: Context) -> Record | None:
    """The record of a report, or None where time, place, actor or figure is missing, or it tells of nothing that happened."""
    if not (report.when and report.where and report.who and report.figures):
        return None
    if report.denies is True or report.planned or withheld(report, context):
        return None
    when = when_of(report, context).extent
    if when is None or when.core_high - when.core_low > 7 * DAY:
        return None
    figures = context.remembered(("exact", report.figures), lambda: _exact(report.figures, context))
    ((_, _, place, _),) = places_of(report.where, context)
    if not figures or not isinstance(place, PlacesValue) or not place.spots:
        return None
    actors = context.remembered(("within", report.who), lambda: _within(report.who, context))
    return (
        Record(report, event, context.source(report).is_dataset, when, place.spots, actors, figures) if actors else None
    )


def _exact(figures: tuple[tuple[str, str], ...], context: Context) -> tuple[tuple[str, float], ...]:
    """Those that are one number above zero."""
    extents = [(f"figures.{key}", figure(f"figures.{key}", words, context).extent) for key, words in figures]
    return tuple([(field, e.core_low) for field, e in extents if e is not None and e.core_low == e.core_high > 0])


def _within(who: tuple[tuple[str, tuple[str, ...]], ...], context: Context) -> frozenset[str]:
    """Keys of all actors of all roles, and of what these are branches of."""
    values = [party(names, context) for _, names in who]
    return frozenset(key for value in values if isinstance(value, ActorsValue) for key in value.within)


Two = tuple[str, str]
"""Ids of two reports, the smaller first."""
Key = int
"""Where records meet: an actor, a figure's field and value (the stem), a day."""
DAYS = 1 << 24
"""Keys of one stem; more than there are days from -9999 to 9999."""


class Here(NamedTuple):
    """A record as the buckets hold it."""

    record: Record
    name: str
    event: str
    place: int
    keys: tuple[Key, ...]


class Lookalikes:
    """Records that look like one event: two of one data set, or of two events without a common source (rules.md §12).

    Records meet in buckets of one actor, one figure and one day, so that no large data set is compared with itself in full.
    Records may come and go; what is found is always what would be found from those that are there.
    """

    def __init__(self, context: Context) -> None:
        self._settled = _settled_pairs(context)
        self._here: dict[str, Here] = {}
        self._stems: dict[tuple[str, str, float], int] = {}
        self._figures: list[tuple[str, float]] = []
        """Of every stem, field and value."""
        self._stems_of: dict[tuple[frozenset[str], tuple[tuple[str, float], ...]], tuple[int, ...]] = {}
        self._buckets: dict[Key, list[Here]] = {}
        self._near = Nearness()
        self._chance = Chance(self._near)
        self._alike: dict[Two, set[tuple[str, float]]] = {}
        """Two records that lie close -> the figures of the buckets in which they met, each as often as `_met` says."""
        self._met: dict[tuple[Two, Key], None] = {}
        self._partners: dict[str, set[Two]] = {}

    def add(self, record: Record) -> None:
        """One more."""
        name, event = record.report.id, record.event
        place = self._near.place(record.spots)
        here = self._here[name] = Here(record, name, event, place, self._keys(record))
        self._chance.add(record)
        buckets, near = self._buckets, self._near.to(place)
        for key in here.keys:
            bucket = buckets.get(key)
            if bucket is None:
                buckets[key] = [here]
                continue
            if len(bucket) < CROWD:
                for other in bucket:
                    if other.event != event and near[other.place]:
                        self._meet(here, other, key)
            elif len(bucket) == CROWD:
                for a, b in combinations(sorted([other.name for other in bucket]), 2):
                    self._part((a, b), key)
            bucket.append(here)

    def remove(self, name: str) -> None:
        """The record of that report is gone; nothing happens where there was none."""
        here = self._here.pop(name, None)
        if here is None:
            return
        self._chance.remove(here.record)
        for two in list(self._partners.get(name, ())):
            for key in here.keys:
                self._part(two, key)
        for key in here.keys:
            bucket = self._buckets[key]
            bucket[:] = [other for other in bucket if other is not here]
            if len(bucket) == CROWD:
                for a, b in combinations(bucket, 2):
                    self._meet(a, b, key)
            elif not bucket:
                del self._buckets[key]

    def _keys(self, record: Record) -> tuple[Key, ...]:
        """The buckets of a record: of its days, and the day after."""
        about = (record.actors, record.figures)
        stems = self._stems_of.get(about)
        if stems is None:
            stems = self._stems_of[about] = tuple(
                [self._stem(actor, *figure) for figure in record.figures for actor in record.actors]
            )
        first, last = _days(record)
        days = range(first, last + 2)
        return tuple([stem * DAYS + day for stem in stems for day in days])

    def _stem(self, actor: str, field: str, number: float) -> int:
        known = self._stems.setdefault((actor, field, number), len(self._figures))
        if known == len(self._figures):
            self._figures.append((field, number))
        return known

    def _figure(self, key: Key) -> tuple[str, float]:
        """Field and value of a bucket."""
        return self._figures[key // DAYS]

    def findings(self, event_sources: Mapping[str, frozenset[str]]) -> list[Finding]:
        """What looks like one event now, in the order of ids: every pair once, but several that are all alike as one.

        `event_sources`: who reports each event.
        """
        best: dict[tuple[str, ...], tuple[Two, tuple[str, float]]] = {}
        for two, figures in self._alike.items():
            a, b = self._here[two[0]].record, self._here[two[1]].record
            if a.report.source != b.report.source and not event_sources[a.event].isdisjoint(event_sources[b.event]):
                continue
            if self._chance.explains(a, b):
                continue
            key, told = _pair_key(a, b), (two, min(figures))
            if key not in best or told < best[key]:
                best[key] = told
        by_state: dict[bool, dict[tuple[str, ...], tuple[str, float]]] = {True: {}, False: {}}
        for key, (two, shared) in best.items():
            by_state[frozenset(two) not in self._settled][key] = shared
        found = [(keys, is_open) for is_open, pairs in by_state.items() for keys in alike_throughout(pairs)]
        return [self._finding([best[key] for key in keys], is_open=is_open) for keys, is_open in sorted(found)]

    def _finding(self, pairs: list[tuple[Two, tuple[str, float]]], *, is_open: bool) -> Finding:
        records = [self._here[name].record for name in sorted({name for two, _ in pairs for name in two})]
        return question([(each.report, each.event) for each in records], *pairs[0][1], is_open=is_open)

    def _meet(self, a: Here, b: Here, key: Key) -> None:
        if a.event == b.event or (a.record.report.source == b.record.report.source and not a.record.dataset):
            return
        if _near(a.record, b.record, self._near):
            two = (a.name, b.name) if a.name < b.name else (b.name, a.name)
            self._met[two, key] = None
            self._alike.setdefault(two, set()).add(self._figure(key))
            for name in two:
                self._partners.setdefault(name, set()).add(two)

    def _part(self, two: Two, key: Key) -> None:
        if (two, key) not in self._met:
            return
        del self._met[two, key]
        figure = self._figure(key)
        here = self._here.get(two[0]) or self._here.get(two[1])
        left = here.keys if here is not None else ()
        if not any((two, other) in self._met and self._figure(other) == figure for other in left):
            figures = self._alike[two]
            figures.discard(figure)
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
            first, last = _days(record)
            for day in range(first, last + 1):
                self._days.setdefault((record.report.source, day), {})[record.report.id] = record

    def remove(self, record: Record) -> None:
        """Count one less."""
        if record.dataset:
            self._count(record, -1)
            first, last = _days(record)
            for day in range(first, last + 1):
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
        first, last = _days(each)
        found: dict[str, Record] = {}
        for day in range(first - 1, last + 2):
            found |= self._days.get((each.report.source, day), {})
        return found


def _days(each: Record) -> tuple[int, int]:
    """The first and the last day it may have been."""
    return int(each.when.core_low // DAY), int(each.when.core_high // DAY)


def _pair_key(a: Record, b: Record) -> tuple[str, ...]:
    """Records of one data set are named one by one; of two events one finding is enough."""
    if a.report.source == b.report.source:
        return tuple(sorted((a.report.id, b.report.id)))
    return ("", *sorted((a.event, b.event)))


def _settled_pairs(context: Context) -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset(pair)
        for link in context.dossier.links
        if link.same is not None
        for pair in combinations(link.reports, 2)
    )
