"""How often every two sources agree, beside what each of them did: a table scrolled both ways under pinned heads.

Shares are counted in `tui.core.agreement`; here they are put together by publisher where there are many, and drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from tui.core.agreement import SourcePair, SourceRecord
from tui.core.answers import EventRow
from tui.core.judgements import FieldVerdict, Reading
from tui.view.claims import counted
from tui.view.glyphs import plain
from tui.view.marks import mark_of_field, short_name
from tui.view.panes import Pane
from tui.view.safety import safe
from tui.view.scene import Drawing, Scene
from tui.view.spans import Line, Span, clip, ends, joined, pad, width, wrap
from tui.view.windows import Window

MOST = 12
"""With more sources than this, rows and columns are publishers, where that makes fewer of them."""
FEW = 5
"""A share of fewer comparisons than this says little and is drawn faint."""
CELL = 10
"""Cells of a column: a bar, the share, how many comparisons."""
_SIGLUM = 8
_EXAMPLES = 8
_CAUTION = "Agreement is counted, not weighed: two that repeat one origin agree for no reason."


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
    def percent(self) -> int:
        """Share that agrees, rounded down: 100 only where all do; 0 where nothing was compared."""
        return 100 * self.agreed // self.shared if self.shared else 0


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


def by_publisher(scene: Scene) -> bool:
    """Whether parties are publishers."""
    return len(scene.panes) > MOST and len(scene.publishers) < len(scene.panes)


def matrix(
    scene: Scene, pairs: Iterable[SourcePair], records: Iterable[SourceRecord], events: Mapping[str, int]
) -> Matrix:
    """The parties, most reports first, and their shares. `events`: how many each pane reports, by its key."""
    grouped = by_publisher(scene)
    known = {record.source: record for record in records}
    parties = [_party(pane, known, events) for pane in scene.shown_panes(grouped=grouped)]
    parties.sort(key=lambda party: (-party.reports, party.pane.key))
    place = {source.id: number for number, party in enumerate(parties) for source in party.pane.sources}
    shares: dict[tuple[int, int], Share] = {}
    for pair in pairs:
        if pair.a in place and pair.b in place:
            a, b = sorted((place[pair.a], place[pair.b]))
            shares[a, b] = shares.get((a, b), Share()).plus(pair)
    return Matrix(parties=tuple(parties), shares=shares, grouped=grouped)


def _party(pane: Pane, known: Mapping[str, SourceRecord], events: Mapping[str, int]) -> Party:
    own = [known[source.id] for source in pane.sources if source.id in known]
    return Party(
        pane=pane,
        reports=sum(record.reports for record in own),
        events=events.get(pane.key, 0),
        first=sum(record.first for record in own),
        corrections=sum(record.corrections for record in own),
    )


def clashes(rows: Iterable[EventRow], a: Party, b: Party) -> tuple[Clash, ...]:
    """Where the two clash in these events."""
    return tuple(
        Clash(row.verdict.title or row.verdict.id, of, *words)
        for row in rows
        for of in row.verdict.fields
        if of.flagged and (words := _apart(of, a.pane.ids, b.pane.ids)) is not None
    )


def _apart(of: FieldVerdict, a: frozenset[str], b: frozenset[str]) -> tuple[str, str] | None:
    for pair in of.pairs:
        if pair.verdict.flagged:
            one, other = of.readings[pair.a], of.readings[pair.b]
            if not a.isdisjoint(one.sources) and not b.isdisjoint(other.sources):
                return _words(one), _words(other)
            if not b.isdisjoint(one.sources) and not a.isdisjoint(other.sources):
                return _words(other), _words(one)
    return None


def _words(reading: Reading) -> str:
    return " / ".join(reading.as_written) or reading.value


# -- drawing


@dataclass(frozen=True, slots=True)
class Plan:
    """What fits in a line, in cells."""

    size: int
    name: int
    """0 where names are left out."""
    records: bool

    @property
    def left(self) -> int:
        """Cells of what is pinned."""
        return 2 + _SIGLUM + self.name + (32 if self.records else 7) + 1

    @property
    def columns(self) -> int:
        """Columns that fit, at least one."""
        return max(1, (self.size - self.left) // CELL)

    def column_at(self, x: int) -> int | None:
        """The column drawn at that cell, counted from the first one in view."""
        return (x - self.left) // CELL if x >= self.left else None


def plan(size: int) -> Plan:
    """The arrangement for a line of `size` cells: names and records give way first."""
    if size >= 150:
        return Plan(size, 22, records=True)
    return Plan(size, 14, records=True) if size >= 110 else Plan(size, 0, records=False)


def heading(made: Matrix | None, scene: Scene, size: int) -> Line:
    """What the numbers are."""
    if made is None:
        return (Span(" reading …", "dim"),)
    what = "publishers" if made.grouped else "sources"
    left = (Span(f" {len(made.parties)} {what}", "strong"), Span(" over the whole dossier", "dim"))
    told = "share of shared fields in which both can be right, and of how many "
    right = Span(told if size >= 110 else "% that agree, of how many ", "dim")
    return ends(tuple(span._replace(text=plain(span.text, scene.glyphs)) for span in left), (right,), size)


def heads(made: Matrix, state: MatrixState, at: Plan) -> Line:
    """The pinned heads of the columns."""
    names = f"{'reports':>7}{'events':>7}{'first':>6}{'fixes':>6}{'grade':>6}" if at.records else f"{'reports':>7}"
    left = pad((Span("  "), *pad((Span("source", "dim"),), _SIGLUM + at.name), Span(names, "dim")), at.left)
    columns = [
        pad(
            (
                Span(
                    f" {safe(made.parties[number].pane.siglum)}",
                    "focus" if number == state.columns.cursor else "siglum",
                ),
            ),
            CELL,
        )
        for number in _shown(state.columns)
    ]
    return clip((*left, *(span for column in columns for span in column)), at.size)


def _shown(window: Window) -> range:
    return range(window.top, min(window.top + window.page, window.count))


def body(made: Matrix, state: MatrixState, at: Plan, scene: Scene) -> Drawing:
    """The rows in view."""
    lines, tones = [], []
    for number in _shown(state.rows):
        here = number == state.rows.cursor
        columns = [
            _cell(made, number, other, scene, here=here and other == state.columns.cursor)
            for other in _shown(state.columns)
        ]
        line = (*_pinned(made.parties[number], at, scene, here=here), *(span for column in columns for span in column))
        lines.append(clip(line, at.size))
        tones.append("cursor" if here else "stripe" if number % 2 else "")
    return Drawing(lines=tuple(lines), tones=tuple(tones), total=state.rows.count, top=state.rows.top)


def _pinned(party: Party, at: Plan, scene: Scene, *, here: bool) -> Line:
    edge = Span(scene.glyphs.here if here else " ", "key")
    name = pad((Span(safe(party.pane.name), "dim"),), at.name - 1) if at.name else ()
    spans = [
        edge,
        Span(" "),
        *pad((Span(safe(party.pane.siglum), "siglum"),), _SIGLUM - 1),
        Span(" "),
        *name,
        Span(" " * bool(at.name)),
    ]
    spans.append(Span(f"{party.reports:>7,}", ""))
    if at.records:
        spans.append(Span(f"{party.events:>7,}", "dim"))
        spans += [
            Span(f"{number or scene.glyphs.absent:>6}", "strong" if number else "faint")
            for number in (party.first, party.corrections)
        ]
        spans.append(Span(f"{safe(party.pane.grade)[:2] or scene.glyphs.absent:>5} ", "label"))
    return pad(tuple(spans), at.left)


def _cell(made: Matrix, row: int, column: int, scene: Scene, *, here: bool) -> Line:
    share, cursor = made.share(row, column), " focus" if here else ""
    if not share.shared:
        sign = scene.glyphs.run if row == column else scene.glyphs.absent
        return (Span(f"{sign:>4}" + " " * (CELL - 4), "faint" + cursor),)
    bars = scene.glyphs.bars
    bar = bars[min(len(bars) - 1, share.percent * len(bars) // 100)]
    role = (
        "faint"
        if share.shared < FEW
        else "bar"
        if share.percent >= 80
        else "note"
        if share.percent >= 60
        else "bar-hot"
    )
    text = f"{bar}{share.percent:>3}%"
    return (
        Span(text, role + cursor),
        Span(f" {_short(share.shared):<{CELL - len(text) - 1}}", ("faint" if share.shared < FEW else "dim") + cursor),
    )


def _short(number: int) -> str:
    return str(number) if number < 1000 else f"{number // 1000}k"


def nothing() -> tuple[Line, ...]:
    """No two sources."""
    return (
        (),
        (Span("   There are no two sources to compare.", "dim"),),
        (),
        (Span("   1 goes back to the timeline.", "dim"),),
    )


def foot(
    made: Matrix, state: MatrixState, found: tuple[Clash, ...] | None, scene: Scene, *, size: int, lines: int
) -> tuple[Line, ...]:
    """Exactly `lines` lines about the cell: the share in words, the fields that clash. `found` None: not read yet."""
    floor = scene.glyphs.floor
    if not made.parties:
        return ((Span(floor * size, "rule"),), *[()] * (lines - 1))
    a, b = made.parties[state.rows.cursor], made.parties[state.columns.cursor]
    rule = _rule(a, b, floor, size)
    share = made.share(state.rows.cursor, state.columns.cursor)
    told: list[Line] = [*wrap(_in_words(a, b, share, made, brief=size < 110), size - 1, 3, 1)]
    told += _clashing(found, share, scene, size)[: 2 if size < 110 else _EXAMPLES]
    if a is b or size < 110:
        told += wrap((Span(f" {_record(a)}", "dim"),), size - 1, 2, 1)
    return tuple([*(clip(line, size) for line in (rule, *told)), *[()] * lines][:lines])


def _rule(a: Party, b: Party, floor: str, size: int) -> Line:
    def named(party: Party) -> Line:
        siglum, name = safe(party.pane.siglum), safe(party.pane.name)
        return (Span(f"{siglum} ", "siglum"), Span(f"{name.removeprefix(siglum).strip()} ", "title"))

    both = named(a) if a is b else (*named(a), Span("and ", "dim"), *named(b))
    right: Line = (
        Span(" Enter keeps its events " if a is b else " Enter keeps the events of both ", "faint"),
        Span(floor * 2, "rule"),
    )
    left = clip((Span(f"{floor * 2} ", "rule"), *both), max(4, size - width(right) - 1))
    return (*left, Span(floor * max(0, size - width(left) - width(right)), "rule"), *right)


def _in_words(a: Party, b: Party, share: Share, made: Matrix, *, brief: bool) -> Line:
    if not share.shared:
        told = (
            "A source is not compared with itself."
            if a is b and not made.grouped
            else "No field of any event is given by both."
        )
        return (Span(f" {told}", "dim"),)
    what = "comparison" if made.grouped else "shared field"
    open_ = share.shared - share.agreed - share.clashed
    few = "; too few to say much" if share.shared < FEW else ""
    own = "Its own sources among each other: " if a is b else ""
    return (
        Span(f" {own}{counted(share.shared, what)}{few}: ", ""),
        Span(f"{share.agreed} in which both can be right ({share.percent} %)", "precision"),
        Span(f", {share.clashed} in which they cannot, or only at a stretch", "finding" if share.clashed else "dim"),
        Span(f", {open_} of which nothing can be said." if open_ else ".", "dim"),
        Span("" if brief else f" {_CAUTION}", "faint"),
    )


def _record(party: Party) -> str:
    grade = f", grade {safe(party.pane.grade)}" if party.pane.grade else ""
    many = f" of {counted(len(party.pane.sources), 'source')}" if len(party.pane.sources) > 1 else ""
    return (
        f"{safe(party.pane.siglum)}: {counted(party.reports, 'report')}{many}, {counted(party.events, 'event')}, "
        f"first to report {counted(party.first, 'time')}, corrected itself {counted(party.corrections, 'time')}{grade}"
    )


def _clashing(found: tuple[Clash, ...] | None, share: Share, scene: Scene, size: int) -> list[Line]:
    if found is None or not found:
        return [(Span(" reading where …", "faint"),)] if found is None and share.clashed else []
    counts = Counter(short_name(clash.field.field) for clash in found)
    times = plain("×", scene.glyphs)
    parts: list[Line] = [
        (Span(safe(name), "strong"), Span(f"{times}{number}", "dim")) for name, number in counts.most_common(_EXAMPLES)
    ]
    lines: list[Line] = [(Span(" clash in  ", "dim"), *joined(parts, Span("  ")))]
    for clash in found[:_EXAMPLES]:
        mark = mark_of_field(clash.field)
        sign = mark.sign(ascii_only=scene.glyphs.ascii)
        said: Line = (
            Span(f'"{safe(clash.mine)}"', "value"),
            Span(f" {scene.glyphs.wall} ", "rule"),
            Span(f'"{safe(clash.theirs)}"', "value"),
        )
        name = Span(f" {sign} {safe(short_name(clash.field.field))}  ", mark.role)
        lines.append(clip((name, *clip(said, size // 2), Span(f"  {safe(clash.event)}", "dim")), size))
    return lines
