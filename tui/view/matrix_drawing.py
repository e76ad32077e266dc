"""The table of agreement drawn: heads and first columns pinned, the rest scrolled both ways, the cell at hand in words."""

from __future__ import annotations

from collections import Counter

from tui.core.values import dataclass
from tui.view.claims import counted
from tui.view.glyphs import plain
from tui.view.marks import mark_of_field, short_name
from tui.view.safety import safe
from tui.view.scene import Drawing, Scene
from tui.view.source_matrix import FEW, Clash, Matrix, MatrixState, Party, Share
from tui.view.spans import Line, Span, clip, ends, joined, pad, width, wrap
from tui.view.windows import Window

CELL = 10
"""Cells of a column: a bar, the share, how many comparisons."""
_SIGLUM = 8
_EXAMPLES = 8
_CAUTION = "Agreement is counted, not weighed: two that repeat one origin agree for no reason."


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
    told = counted(len(made.parties), "publisher" if made.grouped else "source")
    left = (Span(f" {told}", "strong"), Span(" over the whole dossier", "dim"))
    told = "share of the fields compared in which both can be right, and of how many "
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
    if not share.compared:
        sign = scene.glyphs.run if row == column else scene.glyphs.absent
        return (Span(f"{sign:>4}" + " " * (CELL - 4), "faint" + cursor),)
    bars = scene.glyphs.bars
    bar = bars[min(len(bars) - 1, share.percent * len(bars) // 100)]
    role = (
        "faint"
        if share.compared < FEW
        else "bar"
        if share.percent >= 80
        else "note"
        if share.percent >= 60
        else "bar-hot"
    )
    text = f"{bar}{share.percent:>3}%"
    return (
        Span(text, role + cursor),
        Span(
            f" {_short(share.compared):<{CELL - len(text) - 1}}", ("faint" if share.compared < FEW else "dim") + cursor
        ),
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
    by = ", source by source" if made.grouped else ""
    open_ = share.shared - share.agreed - share.clashed
    few = "; too few to say much" if share.compared < FEW else ""
    own = "Its own sources among each other: " if a is b else ""
    of = f" ({share.percent} % of {share.compared})" if share.compared else ""
    return (
        Span(f" {own}{counted(share.shared, what)}{by}{few}: ", ""),
        Span(f"{share.agreed} in which both can be right{of}", "precision"),
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
    counts: Counter[str] = Counter()
    for clash in found:
        counts[short_name(clash.field.field)] += clash.times
    times = plain("×", scene.glyphs)
    named = counts.most_common(_EXAMPLES)
    others, unseen = counts.total() - sum(n for _, n in named), share.clashed - counts.total()
    parts: list[Line] = [
        (Span(safe(name), "strong"), Span(f"{times}{number}", "dim"))
        for name, number in (*named, *([("other fields", others)] if others else []))
    ]
    lines: list[Line] = [(Span(" clash in  ", "dim"), *joined(parts, Span("  ")))]
    if unseen > 0:
        lines[0] = (*lines[0], Span(f"  and {counted(unseen, 'time')} not looked for", "faint"))
    for clash in found[:_EXAMPLES]:
        mark = mark_of_field(clash.field)
        sign = mark.sign(ascii_only=scene.glyphs.ascii)
        said: Line = (
            Span(f'"{safe(clash.mine)}"', "value"),
            Span(f" {scene.glyphs.wall} ", "rule"),
            Span(f'"{safe(clash.theirs)}"', "value"),
        )
        name = Span(f" {sign} {safe(short_name(clash.field.field))}  ", mark.role)
        often = f"  {times}{clash.times}" if clash.times > 1 else ""
        where = Span(f"  {safe(clash.event)}{often}", "dim")
        lines.append(clip((name, *clip(said, size // 2), where), size))
    return lines
