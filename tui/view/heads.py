"""The heads over the panes: who speaks, when published, crediting whom; and over the *when* column the zone and the days."""

from __future__ import annotations

from tui.core.answers import EventRow
from tui.view.clocks import Clock, city, window_words
from tui.view.glyphs import plain
from tui.view.gutter import ruler_of, run_of, scale_of
from tui.view.layouts import Layout, beyond
from tui.view.panes import Pane
from tui.view.safety import safe
from tui.view.scene import Scene
from tui.view.spans import Line, Span, clip, ends, pad, width, with_role
from tui.view.state import Region, TimelineState


def heads(state: TimelineState, plan: Layout, scene: Scene, rows: tuple[EventRow, ...]) -> tuple[Line, ...]:
    """Two lines of heads and a rule: who speaks in each pane, when published, crediting whom."""
    glyphs = scene.glyphs
    panes = scene.shown_panes(grouped=state.grouped)
    wall = Span(glyphs.wall, "rule")
    zone = {Clock.UTC: "UTC", Clock.WRITTEN: "as written", Clock.RELATIVE: "from here"}.get(
        state.clock, city(scene.zone)
    )
    first: list[Span] = list(pad((Span(" "), Span("WHEN ", "label"), Span(f"({safe(zone)})", "dim")), plan.gutter))
    second: list[Span] = list(pad((Span(" "), *_axis(plan, state, scene, rows)), plan.gutter))
    rule = glyphs.floor * plan.gutter
    for pane, size in zip(plan.shown, plan.widths, strict=True):
        one, two = _head(panes[pane], size, scene, picked=not panes[pane].ids.isdisjoint(state.picks))
        role = "focus" if pane == plan.selected and state.region is Region.PANES and not plan.narrow else ""
        first += (wall, *(with_role(one, role) if role else one))
        second += (wall, *two)
        rule += glyphs.cross + glyphs.floor * size
    if plan.narrow and len(plan.offered) > 1:
        second = list(pad((Span(" "), *_tabs(plan, state, scene)), plan.width))
    return (tuple(first), tuple(second), _under(rule, state, plan, scene, rows))


def _under(rule: str, state: TimelineState, plan: Layout, scene: Scene, rows: tuple[EventRow, ...]) -> Line:
    """The rule, and in it who else reports the selected event and has no column; a click goes there."""
    index = state.rows.cursor - state.rows.top
    panes = scene.shown_panes(grouped=state.grouped)
    more = beyond(rows[index], plan, panes) if 0 <= index < len(rows) and not plan.narrow and not state.solo else ()
    if not more:
        return (Span(rule, "rule"),)
    sigla = tuple(Span(f" {safe(panes[pane].siglum)}", "siglum", f"pane:{pane}") for pane in more)
    told: Line = (Span(f" +{len(more)} more:", "note"), *sigla)
    told = (*clip(told, plan.width - plan.gutter - 4), Span(" "))
    left = len(rule) - width(told) - 2
    return (Span(rule[:left], "rule"), *told, Span(rule[left + width(told) :], "rule"))


def _head(pane: Pane, size: int, scene: Scene, *, picked: bool) -> tuple[Line, Line]:
    tick = (Span(f"{scene.glyphs.picked} ", "good"),) if picked else ()
    name = (Span(" "), *tick, Span(safe(pane.siglum), "siglum"), Span("  "), Span(safe(pane.name), "strong"))
    grade = (Span(f" {safe(pane.grade)} ", "label"),) if pane.grade else ()
    return ends(name, grade, size), pad((Span(" "), Span(plain(safe(pane.about(size - 2)), scene.glyphs), "dim")), size)


def _axis(plan: Layout, state: TimelineState, scene: Scene, rows: tuple[EventRow, ...]) -> Line:
    hidden = len(plan.offered) - len(plan.shown)
    silent = state.panes - len(plan.offered)
    if hidden > 0 and not plan.narrow:
        at = plan.offered.index(plan.shown[0]) if plan.shown else 0
        left, right = scene.glyphs.left, scene.glyphs.right
        spoken = f"{len(plan.offered)} of {state.panes} speak" if silent else f"{len(plan.shown)} of {state.panes}"
        return (
            Span(f"{left}{at} ", "key", "left"),
            Span(spoken, "dim"),
            Span(f" {hidden - at}{right}", "key", "right"),
        )
    if silent and not plan.narrow and not state.solo:
        words = f"{len(plan.offered)} of {state.panes} panes speak"
        return (Span(f"{words} here" if plan.gutter > len(words) + 6 else words, "dim"),)
    index = state.rows.cursor - state.rows.top
    base = rows[index] if 0 <= index < len(rows) else None
    ruler = ruler_of(base, state.zoom, scene.zone, run_of(plan.gutter, state.height))
    knots = (ruler.start, ruler.end) if ruler is not None else scale_of(rows).knots
    if len(knots) < 2:
        return ()
    return (Span(plain(window_words(knots[0], knots[-1], scene.zone, scene.home_year), scene.glyphs), "faint"),)


def _tabs(plan: Layout, state: TimelineState, scene: Scene) -> Line:
    """The panes on offer, the selected one marked; where not all have room, those about it and how many stand on either side."""
    panes, room = scene.shown_panes(grouped=state.grouped), plan.width - 1
    tabs = [
        Span(f" {safe(panes[pane].siglum)} ", "tab" if pane == plan.selected else "dim", f"pane:{pane}")
        for pane in plan.offered
    ]
    if width(tuple(tabs)) <= room:
        return tuple(tabs)
    room -= 2 * (len(str(len(tabs))) + 2)
    start, used = 0, 0
    for index, tab in enumerate(tabs):
        if used + width((tab,)) > room:
            if plan.selected in plan.offered[start:index]:
                return _part(tabs, start, index, scene)
            start, used = index, 0
        used += width((tab,))
    return _part(tabs, start, len(tabs), scene)


def _part(tabs: list[Span], start: int, end: int, scene: Scene) -> Line:
    before = (Span(f"{scene.glyphs.left}{start} ", "key", "left"),) * (start > 0)
    after = (Span(f" {len(tabs) - end}{scene.glyphs.right}", "key", "right"),) * (end < len(tabs))
    return (*before, *tabs[start:end], *after)
