"""The timeline as lines: which panes stand where, their heads, and one band of lines per event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from tui.core.answers import EventRow
from tui.core.judgements import Verdict
from tui.view.cells import Cell, cell, fitted
from tui.view.gutter import Scale, gutter, label, scale_of
from tui.view.marks import Mark, mark_of_flag
from tui.view.panes import Pane
from tui.view.safety import safe
from tui.view.scene import NARROW, Drawing, Hit, Scene
from tui.view.spans import Line, Span, clip, pad, with_role
from tui.view.spans import width as width_of
from tui.view.state import TimelineState

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where the panes stand. Widths are cells."""

    width: int
    gutter: int
    offered: tuple[int, ...]
    """Indices of the panes that could be shown now."""
    shown: tuple[int, ...]
    widths: tuple[int, ...]
    narrow: bool

    def pane_at(self, x: int) -> int | None:
        """Index of the pane drawn at that column; None over the gutter."""
        left = self.gutter
        for pane, size in zip(self.shown, self.widths, strict=True):
            left += size + 1
            if self.gutter <= x < left:
                return pane
        return None

    def slot_of(self, pane: int, otherwise: int) -> int:
        """Place at which the pane is drawn, or would come into sight at the edge; `otherwise` where it is not on offer."""
        if pane in self.shown:
            return self.shown.index(pane)
        if pane not in self.offered or not self.shown:
            return otherwise
        return 0 if pane < self.shown[0] else len(self.shown) - 1


def gutter_size(width: int) -> int:
    """Cells for the *when* column on a screen of that width."""
    if width >= 150:
        return 28
    if width >= NARROW:
        return 24
    return 22 if width >= 64 else 16


def room_for(width: int) -> int:
    """How many panes fit beside the gutter."""
    if width < NARROW:
        return 1
    least = 22 if width < 150 else 27
    return max(1, (width - gutter_size(width)) // (least + 1))


def offered(state: TimelineState, rows: tuple[EventRow, ...], panes: tuple[Pane, ...], width: int) -> tuple[int, ...]:
    """The panes that can be shown now: all where they fit, else those that report an event in view.

    Real archives have more panes than a screen has room for; a pane that is silent from top to bottom tells nothing.
    """
    every = tuple(range(len(panes)))
    if state.solo:
        return (state.pane,) if panes else ()
    if len(panes) <= room_for(width) or not rows:
        return every
    if width < NARROW and len(panes) <= 9:
        return every
    speaking = {report.source for row in rows for report in row.reports} | set(state.picks)
    return tuple(i for i in every if not speaking.isdisjoint(panes[i].ids)) or every


def layout(state: TimelineState, panes: tuple[int, ...], width: int) -> Layout:
    """Which of the panes on offer are drawn, and how wide; the selected one is among them."""
    size = gutter_size(width)
    room = min(room_for(width), len(panes)) or 1
    if width < NARROW or state.solo:
        shown = (state.pane,) if state.pane in panes or not panes else panes[:1]
    else:
        left = state.first_drawn(panes, room)
        shown = panes[left : left + room]
    free = width - size - len(shown)
    each, rest = divmod(max(free, len(shown)), max(1, len(shown)))
    widths = tuple(each + (1 if index < rest else 0) for index in range(len(shown)))
    return Layout(width=width, gutter=size, offered=panes, shown=shown, widths=widths, narrow=width < NARROW)


def band(
    row: EventRow,
    *,
    state: TimelineState,
    plan: Layout,
    scene: Scene,
    scale: Scale,
    base: EventRow | None,
    selected: bool,
    titles: Mapping[str, str] | None = None,
) -> tuple[Line, ...]:
    """One event across gutter and panes: exactly `state.height` lines of the layout's width."""
    words = label(
        row,
        clock=state.clock,
        zone=scene.zone,
        home_year=scene.home_year,
        base=base,
        short=plan.gutter < 20 or state.height == 1,
        titles=titles or {},
    )
    wall = Span(scene.glyphs.wall, "rule")
    panes = scene.shown_panes(grouped=state.grouped)
    columns = [
        gutter(
            row, label_text=words, scale=scale, size=plan.gutter, height=state.height,
            selected=selected, glyphs=scene.glyphs, spot=state.spot, marked=row.verdict.id in state.marked,
        )
    ]  # fmt: skip
    for pane, size in zip(plan.shown, plan.widths, strict=True):
        beside = plan.shown if pane == plan.shown[0] and not state.solo else ()
        lines = _pane(row, panes[pane], size, state=state, plan=plan, scene=scene, beside=beside)
        chosen = selected and pane == state.pane and len(plan.shown) > 1
        columns.append(tuple(with_role(line, "chosen") for line in lines) if chosen else lines)
    return tuple(
        tuple(span for number, column in enumerate(columns) for span in ((wall, *column[y]) if number else column[y]))
        for y in range(state.height)
    )


class _Same(Generic[T]):
    """A value that equals only itself: rows and panes are large, and hashing them takes longer than drawing them."""

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value


def _pane(
    row: EventRow, pane: Pane, size: int, *, state: TimelineState, plan: Layout, scene: Scene, beside: tuple[int, ...]
) -> tuple[Line, ...]:
    return _painted(
        _Same(row),
        _Same(pane),
        _Same(scene),
        size,
        state.height,
        state.search,
        state.grouped,
        plan.narrow,
        beside,
    )


@lru_cache(maxsize=2048)
def _painted(
    row: _Same[EventRow],
    pane: _Same[Pane],
    scene: _Same[Scene],
    size: int,
    height: int,
    search: str,
    grouped: bool,
    narrow: bool,
    beside: tuple[int, ...],
) -> tuple[Line, ...]:
    return _lines(
        row.value,
        pane.value,
        scene.value,
        size,
        height,
        search,
        scene.value.shown_panes(grouped=grouped),
        narrow,
        beside,
    )


def _lines(
    row: EventRow,
    pane: Pane,
    scene: Scene,
    size: int,
    height: int,
    search: str,
    every: tuple[Pane, ...],
    narrow: bool,
    beside: tuple[int, ...],
) -> tuple[Line, ...]:
    inner = size - 2
    told = cell(row, pane, scene.glyphs, search)
    if beside and not any(every[index].reports(row) for index in beside):
        told = elsewhere(row, every, scene, search)
    others = narrow and height > 1 and len(every) > 1
    lines = list(fitted(told, inner, height - (1 if others else 0))) if told.said or told.added else []
    if others:
        lines += [()] * (height - 1 - len(lines))
        lines.append(others_line(row, pane, every, scene, inner))
    lines += [()] * (height - len(lines))
    return tuple(pad((Span(" "), *line), size) for line in lines)


def elsewhere(row: EventRow, panes: tuple[Pane, ...], scene: Scene, search: str) -> Cell:
    """The first other account, named and dim, else the title: no event stands there without words."""
    for other in panes:
        if other.reports(row):
            told = cell(row, other, scene.glyphs, search)
            return Cell(
                (Span(f"{safe(other.siglum)}: ", "siglum dim"), *with_role(told.said, "dim")),
                with_role(told.added, "dim"),
            )
    return Cell((Span(safe(row.verdict.title or row.verdict.id), "dim"),))


def others_line(row: EventRow, pane: Pane, panes: tuple[Pane, ...], scene: Scene, size: int) -> Line:
    """Who else reports the event, each with how it stands to this pane's account."""
    spans: list[Span] = []
    mine = bool(pane.reports(row))
    for other in panes:
        if other.key == pane.key or not other.reports(row):
            continue
        mark = between(row, pane.ids, other.ids) if mine else None
        sign = mark.sign(ascii_only=scene.glyphs.ascii) if mark is not None else scene.glyphs.report
        spans += [Span(safe(other.siglum), "dim"), Span(f" {sign}  ", mark.role if mark is not None else "faint")]
    return clip(tuple(spans), size)


def between(row: EventRow, one: frozenset[str], other: frozenset[str]) -> Mark:
    """How the accounts of two groups of sources stand to each other: the worst of their fields."""
    worst = mark_of_flag("", Verdict.SAME)
    for field in row.verdict.fields:
        for pair in field.pairs:
            a, b = field.readings[pair.a].sources, field.readings[pair.b].sources
            if (one & set(a) and other & set(b)) or (one & set(b) and other & set(a)):
                mark = mark_of_flag(pair.kind or "", pair.verdict)
                worst = max(worst, mark, key=lambda candidate: candidate.weight)
    return worst


def body(
    state: TimelineState,
    rows: tuple[EventRow, ...],
    plan: Layout,
    scene: Scene,
    lines: int,
    titles: Mapping[str, str] | None = None,
) -> Drawing:
    """The events in view, the first of `rows` at `state.rows.top`, as so many lines.

    `titles`: of the events that rows without a time are said to have followed, by their ids.
    """
    if state.rows.empty:
        return Drawing(lines=nothing(state, scene, plan.width, lines))
    scale = scale_of(rows)
    top = state.rows.top
    cursor = state.rows.cursor - top
    base = rows[cursor] if 0 <= cursor < len(rows) else None
    drawn: list[Line] = []
    tones: list[str] = []
    for index, row in enumerate(rows):
        selected = index == cursor
        drawn += band(
            row, state=state, plan=plan, scene=scene, scale=scale, base=base, selected=selected, titles=titles
        )
        tones += ["cursor" if selected else ("stripe" if (top + index) % 2 else "")] * state.height
    return Drawing(
        lines=tuple(drawn[:lines]),
        tones=tuple(tones[:lines]),
        total=state.rows.count * state.height,
        top=top * state.height,
    )


def nothing(state: TimelineState, scene: Scene, width: int, lines: int) -> tuple[Line, ...]:
    """What to say where there is no event to show, and what to press."""
    if state.keep.is_empty:
        problems = scene.summary.problems
        said: list[Line] = [(Span("This dossier holds no event.", "strong"),)]
        if problems:
            said.append(
                (
                    Span(f"{problems} problem{'s' * (problems != 1)} kept files from being read: ", "dim"),
                    Span("P", "key", "problems"),
                    Span(" lists them.", "dim"),
                )
            )
        said.append(
            (Span("A report begins with [[report]]; `rashomon new DIR` writes a dossier to start from.", "dim"),)
        )
    else:
        said = [
            (Span("Nothing passes the filter.", "strong"),),
            (Span("Backspace", "key", "narrow_less"), Span(" drops its last part.", "dim")),
            (Span("F", "key", "filter_toggle"), Span(" switches it off.", "dim")),
        ]
    above = max(0, (lines - len(said)) // 2 - 1)
    return (*[()] * above, *(_centred(line, width) for line in said))


def _centred(line: Line, width: int) -> Line:
    line = clip(line, width)
    free = width - width_of(line)
    return (Span(" " * (free // 2)), *line)


def hit(state: TimelineState, plan: Layout, x: int, y: int) -> Hit:
    """What stands at that cell of the body."""
    row = state.rows.top + y // state.height
    return Hit(row=row if row < state.rows.count else None, pane=plan.pane_at(x))
