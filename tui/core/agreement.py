"""How often sources agree where they speak of the same field, who reports first, who corrects itself. The one place that counts it.

Agreement is counted, never weighed: two sources that repeat one origin agree for no reason that matters (see `lineages`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations, product
from typing import TypeAlias, TypeVar

from tui.core.judgements import EventVerdict, FieldVerdict, Verdict
from tui.core.model import Report, Source
from tui.core.values import dataclass

T = TypeVar("T")

AGREEING = frozenset((Verdict.SAME, Verdict.PRECISION, Verdict.COMPATIBLE))
MOST = 12
"""With more sources than this publishers are compared, where that makes fewer of them."""
LARGEST_FIELD = 60
"""A field given by more sources than this is left out of the matrix: its pairs alone would outnumber all others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePair:
    """Two sources over the fields that both give (who speaks is not counted)."""

    a: str
    b: str
    """Ids, a < b; where publishers are compared, the first source of each, and a = b of a publisher's own among each other."""
    shared: int
    """Fields that both give; of those that neither agree nor clash nothing can be said (other words, another time)."""
    agreed: int
    """Fields in which the two can both be right without stretching a word."""
    clashed: int
    """Fields in which they cannot both be right, or only at a stretch."""

    @property
    def compared(self) -> int:
        """Fields of which something can be said: what a share of agreement is a share of."""
        return self.agreed + self.clashed


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRecord:
    """One source over the whole dossier."""

    source: str
    reports: int
    """Those that belong to an event."""
    events: int
    first: int
    """Events with several sources that it was certainly the first to report."""
    corrections: int
    """Reports by which it replaced one of its own."""


Counts: TypeAlias = tuple[list[tuple[tuple[str, str], list[int]]], list[tuple[str, list[int]]]]
"""What a tally counted: pairs of sources, and sources."""


def spokesmen(sources: Iterable[Source]) -> Mapping[str, str]:
    """For every source the first of its publisher, where publishers are compared; else empty. Thousands of sources make millions of
    pairs, of which nobody sees any."""
    known = {source.id: source.family for source in sources}
    first: dict[str, str] = {}
    for source, family in known.items():
        first.setdefault(family, source)
    grouped = len(known) > MOST and len(first) < len(known)
    return {source: first[family] for source, family in known.items()} if grouped else {}


class Tally:
    """Counts pairs of sources and records of sources, event by event."""

    def __init__(self, spokesmen: Mapping[str, str] | None = None) -> None:
        """`spokesmen`: under which source the pairs of a source that are merged are counted, if not under itself."""
        self._spokesmen = spokesmen or {}
        self._pairs: dict[tuple[str, str], list[int]] = {}
        self._records: dict[str, list[int]] = {}

    def add(self, verdict: EventVerdict, reports: Iterable[Report], first: str | None) -> None:
        """Count one event. `first`: the source that certainly came out before the others, if there is one."""
        for report in reports:
            record = self._records.setdefault(report.source, [0, 0, 0, 0])
            record[0] += 1
            record[3] += bool(report.corrects)
        for source in verdict.sources:
            record = self._records.setdefault(source, [0, 0, 0, 0])
            record[1] += 1
            record[2] += source == first
        for field in verdict.fields:
            for a, b, met in meetings(field):
                _count(self._pairs, (a, b), (1, met in AGREEING, met.flagged))

    def add_glances(self, given: Iterable[tuple[str, tuple[tuple[str, ...], ...]]]) -> None:
        """Count fields of one event that plainly are no discrepancy, and who gives them, see `Glance.camps`."""
        often = Counter(camps for field, camps in given if field != "said_by")
        for camps, times in often.items():
            sources = [source for camp in camps for source in camp]
            if not 2 <= len(sources) <= LARGEST_FIELD:
                continue
            for camp in camps:
                for pair in combinations(sorted(camp), 2):
                    _count(self._pairs, pair, (times, times, 0))
            for some, others in combinations(camps, 2):
                for a, b in product(some, others):
                    _count(self._pairs, (min(a, b), max(a, b)), (times, 0, 0))

    def counts(self) -> Counts:
        """Everything counted so far, for `merge`."""
        return list(self._pairs.items()), list(self._records.items())

    def merge(self, counts: Counts) -> None:
        """Add what was counted elsewhere."""
        of = self._spokesmen.get
        for (a, b), numbers in counts[0]:
            _count(self._pairs, (min(of(a, a), of(b, b)), max(of(a, a), of(b, b))), numbers)
        for source, numbers in counts[1]:
            _count(self._records, source, numbers)

    def pairs(self) -> tuple[SourcePair, ...]:
        """Every pair that shares a field, by ids."""
        return tuple(
            SourcePair(a=a, b=b, shared=n[0], agreed=n[1], clashed=n[2]) for (a, b), n in sorted(self._pairs.items())
        )

    def records(self) -> tuple[SourceRecord, ...]:
        """Every source with a report, by id."""
        return tuple(
            SourceRecord(source=source, reports=n[0], events=n[1], first=n[2], corrections=n[3])
            for source, n in sorted(self._records.items())
        )


def meetings(field: FieldVerdict) -> Iterator[tuple[str, str, Verdict]]:
    """Every two sources that both give the field, by ids, and how near they come: what is counted, and what is listed of it."""
    if field.field == "said_by":
        return
    given: dict[str, set[int]] = {}
    for number, reading in enumerate(field.readings):
        if not reading.superseded:
            for source in reading.sources:
                given.setdefault(source, set()).add(number)
    if not 2 <= len(given) <= LARGEST_FIELD:
        return
    verdicts = {(pair.a, pair.b): pair.verdict for pair in field.pairs}
    compared = {number for pair in verdicts for number in pair}
    held = {source: numbers & compared for source, numbers in given.items()}
    for a, b in combinations(sorted(given), 2):
        yield a, b, Verdict.SAME if given[a] & given[b] else closest(held[a], held[b], verdicts)


def _count(counts: dict[T, list[int]], key: T, more: Sequence[int]) -> None:
    known = counts.get(key)
    counts[key] = list(more) if known is None else [n + m for n, m in zip(known, more, strict=True)]


def closest(mine: Set[int], theirs: Set[int], verdicts: Mapping[tuple[int, int], Verdict]) -> Verdict:
    """How near two sources come in a field, by the readings each gives; `undetermined` where nothing can be said.

    They agree where one reading of each can be true together: what a source says against itself is held against that source
    alone (rules.md §11). `verdicts`: of two readings, the lower index first.
    """
    if mine & theirs:
        return Verdict.SAME
    decided = [
        verdict
        for a in mine
        for b in theirs
        if (verdict := verdicts.get((min(a, b), max(a, b)))) is not None and (verdict in AGREEING or verdict.flagged)
    ]
    return min(decided, key=lambda verdict: verdict.rank, default=Verdict.UNDETERMINED)
