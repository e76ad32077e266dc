"""How often two sources agree where both speak, as a page shows it. Counted in `tui.core.agreement`, put together by publisher here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tui.core.agreement import Tally
from tui.core.judgements import EventVerdict
from tui.core.model import Report, Source
from tui.core.values import dataclass

MOST_SOURCES = 12
"""Above so many sources they are put together by publisher."""
MOST_PARTIES = 16
"""Rows and columns that a page can hold; those with most reports are shown."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Two parties: how often a source of one and a source of the other could be compared in a field, and agreed."""

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
        self._tally = Tally()

    def add(self, event: EventVerdict, reports: Iterable[Report]) -> None:
        """Count one event with its reports."""
        self._tally.add(event, reports, None)

    def matrix(self) -> Matrix:
        """What was counted; the parties in the order of their sources, the most frequent ones where all are too many."""
        reports: Counter[str] = Counter()
        for record in self._tally.records():
            reports[self._party.get(record.source, record.source)] += record.reports
        every = tuple(dict.fromkeys(self._party.values()))
        ranked = sorted((party for party in every if reports[party]), key=lambda party: -reports[party])
        chosen = frozenset(ranked[:MOST_PARTIES])
        shown = tuple(party for party in every if party in chosen)
        cells = self._cells()
        return Matrix(
            by_publisher=self._by_publisher,
            parties=tuple(self._described(party, reports[party]) for party in shown),
            cells=tuple(tuple(cells.get((row, column), Cell(0, 0)) for column in shown) for row in shown),
            left_out=len(ranked) - len(shown),
        )

    def _cells(self) -> dict[tuple[str, str], Cell]:
        """Both ways; a publisher is not held against itself."""
        cells: dict[tuple[str, str], Cell] = {}
        for pair in self._tally.pairs():
            a, b = self._party.get(pair.a, pair.a), self._party.get(pair.b, pair.b)
            if a != b:
                known = cells.get((a, b), Cell(0, 0))
                cells[a, b] = cells[b, a] = Cell(known.agree + pair.agreed, known.compared + pair.compared)
        return cells

    def _described(self, party: str, reports: int) -> Party:
        own = [source for source in self._sources if self._party[source.id] == party]
        names = dict.fromkeys(source.name for source in own)
        sigla = dict.fromkeys(source.siglum if len(own) == 1 else source.siglum.rstrip("0123456789") for source in own)
        return Party(
            siglum=next(iter(sigla)) if len(sigla) == 1 else party,
            name=next(iter(names)) if len(names) == 1 else party,
            sources=len(own),
            reports=reports,
        )
