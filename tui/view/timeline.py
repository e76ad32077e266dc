"""The timeline as lines: one band of lines per event across gutter and panes, rules between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tui.core.answers import EventRow
from tui.view.cells import Cell, cell, fitted
from tui.view.claims import counted
from tui.view.clocks import Clock
from tui.view.gutter import Ruler, Scale, gutter, label, ruler_of, run_of, scale_of
from tui.view.layouts import Layout, beyond
from tui.view.others import elsewhere, others_line
from tui.view.panes import Pane
from tui.view.pauses import Breaks, rule
from tui.view.safety import safe
from tui.view.same import Same, remembered
from tui.view.scene import Drawing, Scene
from tui.view.spans import Line, Span, clip, ends, pad, text_of, with_role, wrap
from tui.view.spans import width as width_of
from tui.view.state import TimelineState

_UNBROKEN = Breaks()
_MISSING = 3
"""Names told that the dossier does not have."""


def band(
    row: EventRow,
    *,
    state: TimelineState,
    plan: Layout,
    scene: Scene,
    scale: Scale | Ruler,
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
            search=state.sought, told=state.clock is Clock.WRITTEN,
        )
    ]  # fmt: skip
    for pane, size in zip(plan.shown, plan.widths, strict=True):
        beside = plan.shown if pane == plan.shown[0] and not state.solo else ()
        brief = not selected and len(panes) > len(plan.shown)
        lines = _pane(row, panes[pane], size, state=state, plan=plan, scene=scene, beside=beside, brief=brief)
        if pane == plan.shown[-1] and not plan.narrow and not state.solo:
            lines = (*lines[:-1], _and_more(lines[-1], row, panes, plan, size))
        chosen = selected and pane == plan.selected and len(plan.shown) > 1
        columns.append(tuple(with_role(line, "chosen") for line in lines) if chosen else lines)
    return tuple(
        tuple(span for number, column in enumerate(columns) for span in ((wall, *column[y]) if number else column[y]))
        for y in range(state.height)
    )


def _and_more(line: Line, row: EventRow, panes: tuple[Pane, ...], plan: Layout, size: int) -> Line:
    """The last line of the last pane, with how many panes more report the event, and have no column."""
    more = beyond(row, plan, panes)
    one_told = bool(more) and not any(panes[pane].reports(row) for pane in plan.shown)  # see `others.elsewhere`
    if len(more) <= one_told:
        return line
    words = (Span(f"+{len(more) - one_told} more", "note"),)
    kept = clip(line, len(text_of(line).rstrip()))
    return ends(kept, words, size)


def _pane(
    row: EventRow,
    pane: Pane,
    size: int,
    *,
    state: TimelineState,
    plan: Layout,
    scene: Scene,
    beside: tuple[int, ...],
    brief: bool,
) -> tuple[Line, ...]:
    return _painted(
        Same(row),
        Same(pane),
        Same(scene),
        size,
        state.height,
        state.sought,
        state.grouped,
        plan.narrow,
        beside,
        brief,
    )


@remembered(1024)
def _painted(
    row: Same[EventRow],
    pane: Same[Pane],
    scene: Same[Scene],
    size: int,
    height: int,
    search: str,
    grouped: bool,
    narrow: bool,
    beside: tuple[int, ...],
    brief: bool,
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
        brief,
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
    brief: bool,
) -> tuple[Line, ...]:
    inner = size - 2
    # Of many panes most were published before most events: said once a row it would be all there is to read.
    told = Cell() if brief and not pane.reports(row) else cell(row, pane, scene.glyphs, search)
    if beside and not any(every[index].reports(row) for index in beside):
        told = elsewhere(row, every, scene, search)
    others = narrow and height > 1 and len(every) > 1
    lines = list(fitted(told, inner, height - (1 if others else 0))) if told.said or told.added else []
    if others:
        lines += [()] * (height - 1 - len(lines))
        lines.append(others_line(row, pane, every, scene, inner, search))
    lines += [()] * (height - len(lines))
    return tuple(pad((Span(" "), *line), size) if line else (Span(" " * size),) for line in lines)


Band = tuple[tuple[Line, ...], tuple[str, ...]]
"""Lines of an event and the rule above it, and a tone for each."""


def bands(
    state: TimelineState,
    rows: tuple[EventRow, ...],
    plan: Layout,
    scene: Scene,
    lines: int,
    titles: Mapping[str, str] | None = None,
    between: Breaks = _UNBROKEN,
) -> Iterator[Band]:
    """The events in view, the first of `rows` at `state.rows.top`, until so many lines are full.

    `titles`: of the events that rows without a time are said to have followed, by their ids. `between`: the rules
    above the rows.
    """
    top = state.rows.top
    cursor = state.rows.cursor - top
    base = rows[cursor] if 0 <= cursor < len(rows) else None
    ruler = ruler_of(base, state.zoom, scene.zone, run_of(plan.gutter, state.height))
    scale = ruler or scale_of(rows)
    full = 0
    for index, row in enumerate(rows):
        if full >= lines:
            break
        selected = index == cursor
        words = between.words[index] if index < len(between.words) else None
        above = (rule(words, plan, scene),) if words is not None else ()
        drawn = band(row, state=state, plan=plan, scene=scene, scale=scale, base=base, selected=selected, titles=titles)
        tone = "cursor" if selected else ("stripe" if (top + index) % 2 else "")
        yield (*above, *drawn), (*[""] * len(above), *[tone] * len(drawn))
        full += len(above) + len(drawn)


def body(
    drawn: Iterable[Band], state: TimelineState, plan: Layout, scene: Scene, lines: int, missing: tuple[str, ...] = ()
) -> Drawing:
    """What `bands` has drawn, as so many lines; what there is to say where there is no event."""
    if state.rows.empty:
        return Drawing(lines=nothing(state, scene, plan.width, lines, missing))
    every = tuple(drawn)
    return Drawing(
        lines=tuple(line for band, _ in every for line in band)[:lines],
        tones=tuple(tone for _, tones in every for tone in tones)[:lines],
        total=max(0, state.rows.count - state.rows.page) * state.height + lines,
        top=state.rows.top * state.height,
    )


def nothing(
    state: TimelineState, scene: Scene, width: int, lines: int, missing: tuple[str, ...] = ()
) -> tuple[Line, ...]:
    """What to say where there is no event to show, and what to press. `missing`: a sentence for each name of the filter that
    the dossier does not have."""
    if state.keep.is_empty:
        problems = scene.summary.problems
        said: list[Line] = [(Span("This dossier holds no event.", "strong"),)]
        if problems:
            said.append(
                (
                    Span(f"{counted(problems, 'problem')} in its files: ", "dim"),
                    Span("P", "key", "problems"),
                    Span(" says what and where.", "dim"),
                )
            )
        said.append((Span("A report begins with [[report]];", "dim"),))
        said.append((Span("`rashomon new DIR` writes a dossier to start from.", "dim"),))
    else:
        said = [
            (Span("Nothing passes the filter.", "strong"),),
            *(line for each in missing[:_MISSING] for line in wrap((Span(safe(each), "note"),), width, 3)),
            (Span("Backspace", "key", "narrow_less"), Span(" drops its last part.", "dim")),
            (Span("F", "key", "filter_toggle"), Span(" switches it off.", "dim")),
        ]
    above = max(0, (lines - len(said)) // 2 - 1)
    return (*[()] * above, *(_centred(line, width) for line in said))


def _centred(line: Line, width: int) -> Line:
    line = clip(line, width)
    free = width - width_of(line)
    return (Span(" " * (free // 2)), *line)
