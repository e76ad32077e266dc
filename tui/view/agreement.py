"""How often two sources agree where both speak: a count over fields that were already judged. Judges nothing itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tui.core.judgements import EventVerdict, FieldVerdict, Verdict
from tui.core.model import Source

MOST_SOURCES = 12
"""Above so many sources they are put together by publisher."""
MOST_PARTIES = 16
"""Rows and columns that a page can hold; those with most reports are shown."""
AGREEING = (Verdict.SAME, Verdict.PRECISION, Verdict.COMPATIBLE)
NOT_COMPARED = ("said_by",)
"""Fields in which two sources need not say the same: who spoke to them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Two parties: in how many fields of events both give a value that could be compared, and agree."""

    agree: int
    compared: int

    @property
    def percent(self) -> int:
        """Share that agree, rounded down: 100 only where all do. Only where something was compared."""
        return 100 * self.agree // self.compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A row and column: a source, or all sources of a publisher."""

    siglum: str
    name: str
    sources: int
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Agreement of every two parties."""

    by_publisher: bool
    parties: tuple[Party, ...]
    cells: tuple[tuple[Cell, ...], ...]
    """Rows as columns; symmetric, `Cell(0, 0)` on the diagonal and where nothing could be compared."""
    left_out: int
    """Parties with too few reports to be shown."""

    @property
    def kind(self) -> str:
        """What a party is."""
        return "publishers" if self.by_publisher else "sources"


class AgreementTally:
    """Counts event by event, so that a report of any length holds only the counts."""

    def __init__(self, sources: Sequence[Source]) -> None:
        """Nothing counted yet."""
        self._sources = sources
        self._by_publisher = len(sources) > MOST_SOURCES
        self._party = {source.id: source.family if self._by_publisher else source.id for source in sources}
        self._agree: Counter[tuple[str, str]] = Counter()
        self._compared: Counter[tuple[str, str]] = Counter()
        self._reports: Counter[str] = Counter()

    def add(self, event: EventVerdict, reporting: Iterable[str]) -> None:
        """Count one event; `reporting` is the source of each of its reports."""
        self._reports.update(self._party.get(source, source) for source in reporting)
        for field in event.fields:
            if field.field not in NOT_COMPARED:
                self._add_field(field)

    def matrix(self) -> Matrix:
        """What was counted; the parties in the order of their sources, the most frequent ones where all are too many."""
        every = tuple(dict.fromkeys(self._party.values()))
        ranked = sorted((party for party in every if self._reports[party]), key=lambda party: -self._reports[party])
        chosen = frozenset(ranked[:MOST_PARTIES])
        shown = tuple(party for party in every if party in chosen)
        return Matrix(
            by_publisher=self._by_publisher,
            parties=tuple(self._described(party) for party in shown),
            cells=tuple(tuple(self._cell(row, column) for column in shown) for row in shown),
            left_out=len(ranked) - len(shown),
        )

    def _add_field(self, field: FieldVerdict) -> None:
        held: dict[str, set[int]] = {}
        for index, reading in enumerate(field.readings):
            if not reading.superseded:
                for source in reading.sources:
                    held.setdefault(self._party.get(source, source), set()).add(index)
        if len(held) < 2:
            return
        verdicts = {(pair.a, pair.b): pair.verdict for pair in field.pairs}
        for one, other in combinations(sorted(held), 2):
            verdict = _closest(held[one], held[other], verdicts)
            if verdict in AGREEING or verdict.flagged:
                self._compared[one, other] += 1
                self._agree[one, other] += verdict in AGREEING

    def _cell(self, row: str, column: str) -> Cell:
        pair = (min(row, column), max(row, column))
        return Cell(self._agree[pair], self._compared[pair])

    def _described(self, party: str) -> Party:
        own = [source for source in self._sources if self._party[source.id] == party]
        names = dict.fromkeys(source.name for source in own)
        sigla = dict.fromkeys(source.siglum if len(own) == 1 else source.siglum.rstrip("0123456789") for source in own)
        return Party(
            siglum=next(iter(sigla)) if len(sigla) == 1 else party,
            name=next(iter(names)) if len(names) == 1 else party,
            sources=len(own),
            reports=self._reports[party],
        )


def _closest(mine: set[int], theirs: set[int], verdicts: Mapping[tuple[int, int], Verdict]) -> Verdict:
    """How near two parties come: they agree where one reading of each can be true together."""
    if mine & theirs:
        return Verdict.SAME
    decided = [
        verdict
        for a in mine
        for b in theirs
        if (verdict := verdicts.get((min(a, b), max(a, b)))) is not None and (verdict in AGREEING or verdict.flagged)
    ]
    return min(decided, key=lambda verdict: verdict.rank, default=Verdict.UNDETERMINED)
