"""How often every two sources agree, beside what each of them did: what is in the table, and where one stands in it.

Shares are counted in `tui.core.agreement`; here they are put together by publisher where there are many.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace

from tui.core.agreement import MOST, SourcePair, SourceRecord, meetings
from tui.core.answers import EventRow
from tui.core.judgements import FieldVerdict, Verdict
from tui.core.values import dataclass
from tui.view.claims import in_its_words
from tui.view.panes import Pane
from tui.view.scene import Scene
from tui.view.windows import Window

FEW = 5
"""A share of fewer comparisons than this says little and is drawn faint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A row and a column: a source, or all sources of a publisher."""

    pane: Pane
    reports: int = 0
    events: int = 0
    first: int = 0
    corrections: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """Comparisons of two parties: fields that both give."""

    shared: int = 0
    agreed: int = 0
    clashed: int = 0

    def plus(self, pair: SourcePair) -> Share:
        """With the comparisons of a further pair of sources."""
        return Share(self.shared + pair.shared, self.agreed + pair.agreed, self.clashed + pair.clashed)

    @property
    def compared(self) -> int:
        """Of how many something can be said."""
        return self.agreed + self.clashed

    @property
    def percent(self) -> int:
        """Share that agrees of what could be compared, rounded down: 100 only where all do; 0 where nothing was compared."""
        return 100 * self.agreed // self.compared if self.compared else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Every party and every share."""

    parties: tuple[Party, ...] = ()
    shares: Mapping[tuple[int, int], Share] = field(default_factory=dict)
    """By places in `parties`, the lower one first; of a publisher with itself: its own sources among each other."""
    grouped: bool = False

    def share(self, a: int, b: int) -> Share:
        """Of two parties; nothing compared where they never met."""
        return self.shares.get((min(a, b), max(a, b)), Share())


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixState:
    """The cell one stands on."""

    rows: Window = field(default_factory=Window)
    columns: Window = field(default_factory=Window)

    def counted(self, parties: int) -> MatrixState:
        """So many parties; the cursor on the first pair of two."""
        columns = self.columns.recounted(parties)
        return MatrixState(rows=self.rows.recounted(parties), columns=columns.to(1) if parties > 1 else columns)

    def fitted(self, rows: int, columns: int) -> MatrixState:
        """So many fit."""
        across = self.columns.resized(columns)
        if across.cursor < across.page:
            across = across.to(0).to(across.cursor)
        return MatrixState(rows=self.rows.resized(rows), columns=across)

    def on_rows(self, rows: Window) -> MatrixState:
        """Another row."""
        return replace(self, rows=rows)

    def on_columns(self, columns: Window) -> MatrixState:
        """Another column."""
        return replace(self, columns=columns)


@dataclass(frozen=True, slots=True)
class Clash:
    """A field of an event in which two parties cannot both be right, or only at a stretch."""

    event: str
    field: FieldVerdict
    mine: str
    theirs: str
    times: int = 1
    """How many sources of one meet how many of the other there: clashes as `Share.clashed` counts them."""


def by_publisher(scene: Scene) -> bool:
    """Whether parties are publishers."""
    return len(scene.panes) > MOST and len(scene.publishers) < len(scene.panes)


def matrix(
    scene: Scene, pairs: Iterable[SourcePair], records: Iterable[SourceRecord], events: Mapping[str, int]
) -> Matrix:
    """The parties, most reports first, and their shares. `events`: how many each pane reports, by its key."""
    grouped = by_publisher(scene)
    known = {record.source: record for record in records}
    parties = [_party(pane, known, events) for pane in scene.every_pane(grouped=grouped)]
    parties.sort(key=lambda party: (-party.reports, _counting(party.pane.key)))
    place = {source.id: number for number, party in enumerate(parties) for source in party.pane.sources}
    shares: dict[tuple[int, int], Share] = {}
    for pair in pairs:
        if pair.a in place and pair.b in place:
            a, b = sorted((place[pair.a], place[pair.b]))
            shares[a, b] = shares.get((a, b), Share()).plus(pair)
    return Matrix(parties=tuple(parties), shares=shares, grouped=grouped)


def _counting(key: str) -> tuple[tuple[str, int], ...]:
    """A key to sort by in which 2 comes before 10: its words, each with the number behind it."""
    return tuple((words, int(number or 0)) for words, number in re.findall(r"(\D*)(\d{0,18})", key))


def _party(pane: Pane, known: Mapping[str, SourceRecord], events: Mapping[str, int]) -> Party:
    own = [known[source.id] for source in pane.sources if source.id in known]
    return Party(
        pane=pane,
        reports=sum(record.reports for record in own),
        events=events.get(pane.key, 0),
        first=sum(record.first for record in own),
        corrections=sum(record.corrections for record in own),
    )


def clashes(rows: Iterable[EventRow], a: Party, b: Party) -> Iterator[Clash]:
    """Where the two clash in these events, as often as it is counted in their share."""
    for row in rows:
        for of in row.verdict.fields:
            met = [
                (one, other, verdict)
                for one, other, verdict in (meetings(of) if of.verdict.flagged else ())
                if verdict.flagged and _between(one, other, a.pane.ids, b.pane.ids)
            ]
            if met:
                yield Clash(row.verdict.title or row.verdict.id, of, *_apart(of, met[0], a.pane.ids), times=len(met))


def _between(one: str, other: str, a: frozenset[str], b: frozenset[str]) -> bool:
    return (one in a and other in b) or (one in b and other in a)


def _apart(of: FieldVerdict, met: tuple[str, str, Verdict], a: frozenset[str]) -> tuple[str, str]:
    """The words of the two readings by which two sources come as near as they do, those of party `a` first."""
    one, other, verdict = met if met[0] in a else (met[1], met[0], met[2])
    for pair in of.pairs:
        for mine, theirs in ((of.readings[pair.a], of.readings[pair.b]), (of.readings[pair.b], of.readings[pair.a])):
            if pair.verdict is verdict and one in mine.sources and other in theirs.sources:
                return in_its_words(mine), in_its_words(theirs)
    raise ValueError(f"no pair of {of.field} is {verdict} between {one} and {other}")
