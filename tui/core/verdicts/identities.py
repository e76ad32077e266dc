"""Two records that look like one event. Source: rules.md §12, with one thing added for large data sets.

In a war's data set two records of one day, one district and one dead each are no coincidence worth a flag: by the letter of the
rule 12 606 pairs of the 16 566 records of UCDP GED's Syria 2016-2019 would be flagged. So in a data set of some size a pair
is flagged only where chance does not explain it: no figure that both give differs, and the matches to be expected among
the neighbours of a record, by how common its figure is, stay below one in five. 568 pairs are left, the beheading of
28 and 29 June 2016 near al-Bukamal among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from tui.core.calendar import date_text, wall_of
from tui.core.judgements import Finding
from tui.core.verdicts.chance import Chance
from tui.core.verdicts.context import Context
from tui.core.verdicts.nearness import Near, Nearness
from tui.core.verdicts.questions import alike_throughout, question
from tui.core.verdicts.records import DAY, Record, days_close, days_of

CROWD = 200
"""A figure that more records than this have on one day says nothing, and its pairs would outnumber all else."""
HANDFUL = 8
"""So many records are simply looked through."""


Two = tuple[str, str]
"""Ids of two reports, the smaller first."""


class Here(NamedTuple):
    """A record as the buckets hold it."""

    record: Record
    name: str
    event: str
    place: int
    figures: tuple[int, ...]
    first: int
    last: int
    """The days it may have been."""

    @property
    def days(self) -> range:
        """All of them."""
        return range(self.first, self.last + 1)


class Bucket(list[Here]):
    """The records that give one figure for one day: hundreds of thousands of buckets with few records each, and some with many."""

    __slots__ = ("_by_place",)

    def __init__(self) -> None:
        self._by_place: dict[int, list[Here]] | None = None
        """Of more than a `HANDFUL`: a place close to none of these is told at once."""

    def hold(self, here: Here) -> None:
        """One more."""
        self.append(here)
        if self._by_place is not None:
            self._by_place.setdefault(here.place, []).append(here)
        elif len(self) > HANDFUL:
            self._by_place = {}
            for each in self:
                self._by_place.setdefault(each.place, []).append(each)

    def drop(self, here: Here) -> None:
        """One less."""
        self[:] = [other for other in self if other is not here]
        self._by_place = None

    def close(self, near: Near) -> list[Here]:
        """Those that lie close to a place."""
        if self._by_place is None:
            places = near.among({here.place for here in self})
            return [here for here in self if here.place in places] if places else []
        return [here for place in near.among(self._by_place.keys()) for here in self._by_place[place]]


class Lookalikes:
    """Records that look like one event: two of one data set, or of two events without a common source (rules.md §12).

    Records meet in buckets of one figure and one day and those of the days beside it, so that no large data set is compared with
    itself in full. Records may come and go; what is found is always what would be found from those that are there.
    """

    def __init__(self, context: Context) -> None:
        self._settled, self._zone = _settled_pairs(context), context.zone
        self._here: dict[str, Here] = {}
        self._numbers: dict[tuple[str, float], int] = {}
        """Field and value of a figure -> its number."""
        self._told: list[tuple[str, float]] = []
        """The same by number."""
        self._numbers_of: dict[tuple[tuple[str, float], ...], tuple[int, ...]] = {}
        self._buckets: list[dict[int, Bucket]] = []
        """Of every figure, by day."""
        self._near = Nearness()
        self._chance = Chance(self._near)
        self._alike: dict[Two, set[int]] = {}
        """Two records that lie close -> the numbers of the figures in which they met."""
        self._partners: dict[str, set[Two]] = {}

    def add(self, record: Record) -> None:
        """One more."""
        name, place, figures = record.report.id, self._near.place(record.spots), self._figures(record)
        here = self._here[name] = Here(record, name, record.event, place, figures, *days_of(record))
        self._chance.add(record)
        for number in figures:
            self._look_around(here, number)
            buckets = self._buckets[number]
            for day in here.days:
                bucket = buckets.get(day)
                if bucket is None:
                    bucket = buckets[day] = Bucket()
                bucket.hold(here)
                if len(bucket) == CROWD + 1:
                    self._silence(number, bucket)

    def settle(self, day: float) -> None:
        """No record that begins before that day is still to come, and none leaves: what only those would ask for is forgotten."""
        for buckets in self._buckets:
            for over in [own for own, bucket in buckets.items() if own < day - 1 and len(bucket) <= CROWD]:
                del buckets[over]
        asked = self._partners
        self._here = {name: here for name, here in self._here.items() if here.last >= day - 1 or asked.get(name)}

    def remove(self, name: str) -> None:
        """The record of that report is gone; nothing happens where there was none."""
        here = self._here.pop(name, None)
        if here is None:
            return
        self._chance.remove(here.record)
        for two in self._partners.pop(name, set()):
            del self._alike[two]
            self._partners[two[0] if two[1] == name else two[1]].discard(two)
        heard = []
        for number in here.figures:
            for day in here.days:
                bucket = self._buckets[number][day]
                bucket.drop(here)
                if len(bucket) == CROWD:
                    heard += [(other, number) for other in bucket]
                elif not bucket:
                    del self._buckets[number][day]
        for other, number in heard:
            self._look_around(other, number)

    @property
    def events(self) -> set[str]:
        """Ids of those that what is found may be about."""
        return {self._here[name].event for two in self._alike for name in two}

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
            key, told = _pair_key(a, b), (two, min(map(self._told.__getitem__, figures)))
            if key not in best or told < best[key]:
                best[key] = told
        by_state: dict[bool, dict[tuple[str, ...], tuple[str, float]]] = {True: {}, False: {}}
        for key, (two, shared) in best.items():
            by_state[frozenset(two) not in self._settled][key] = shared
        found = [(keys, is_open) for is_open, pairs in by_state.items() for keys in alike_throughout(pairs)]
        return [self._finding([best[key] for key in keys], is_open=is_open) for keys, is_open in sorted(found)]

    def _finding(self, pairs: list[tuple[Two, tuple[str, float]]], *, is_open: bool) -> Finding:
        records = [self._here[name].record for name in sorted({name for two, _ in pairs for name in two})]
        first, last = (
            wall_of(int(moment), self._zone) // DAY
            for moment in (min(each.when.core_low for each in records), max(each.when.core_high for each in records))
        )
        return question(
            [(each.report, each.event) for each in records],
            *pairs[0][1],
            when=date_text(first) if first == last else f"{date_text(first)} to {date_text(last)}",
            where=(spot.name for each in records for spot in each.spots),
            is_open=is_open,
        )

    def _figures(self, record: Record) -> tuple[int, ...]:
        """The numbers of its figures."""
        known = self._numbers_of.get(record.figures)
        if known is None:
            known = self._numbers_of[record.figures] = tuple([self._number(figure) for figure in record.figures])
        return known

    def _number(self, figure: tuple[str, float]) -> int:
        known = self._numbers.setdefault(figure, len(self._buckets))
        if known == len(self._buckets):
            self._told.append(figure)
            self._buckets.append({})
        return known

    def _look_around(self, here: Here, number: int) -> None:
        """Who of the same figure and of days at most one apart lies close to it; no crowd says anything."""
        buckets, near = self._buckets[number], self._near.to(here.place)
        for day in range(here.first - 1, here.last + 2):
            bucket = buckets.get(day)
            if bucket is not None and len(bucket) <= CROWD:
                for other in bucket.close(near):
                    self._meet(here, other, number)

    def _meet(self, a: Here, b: Here, number: int) -> None:
        one, other = a.record, b.record
        if a.event == b.event or one.actors.isdisjoint(other.actors) or not days_close(one, other):
            return
        if (one.report.source == other.report.source and not one.dataset) or not self._heard(a, b, number):
            return
        two = (a.name, b.name) if a.name < b.name else (b.name, a.name)
        self._alike.setdefault(two, set()).add(number)
        for name in two:
            self._partners.setdefault(name, set()).add(two)

    def _heard(self, a: Here, b: Here, number: int) -> bool:
        """Whether they give the figure for days at most one apart, no crowd doing so for either."""
        buckets = self._buckets[number]
        days, others = (
            [day for day in each.days if day not in buckets or len(buckets[day]) <= CROWD] for each in (a, b)
        )
        return any(abs(day - other) <= 1 for day in days for other in others)

    def _silence(self, number: int, crowd: Bucket) -> None:
        """Part all who met in this figure in the crowd alone."""
        for here in crowd:
            for two in list(self._partners.get(here.name, ())):
                if number in self._alike[two] and not self._heard(self._here[two[0]], self._here[two[1]], number):
                    self._part(two, number)

    def _part(self, two: Two, number: int) -> None:
        """They have this figure in common no more."""
        figures = self._alike[two]
        figures.discard(number)
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
