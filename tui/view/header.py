"""The lines above the timeline: what dossier this is, in numbers, and what of it is in view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.core.answers import EventRow
from tui.view.actions import TIMELINE, key_name
from tui.view.claims import counted, known_origins, origins_words
from tui.view.clocks import Clock, city, known_by, window_words
from tui.view.glyphs import plain
from tui.view.hits import marked
from tui.view.safety import safe
from tui.view.scene import Scene
from tui.view.spans import Line, Span, as_many_as_fit, clip, clip_text, ends, joined, width
from tui.view.state import TimelineState, filter_words
from tui.view.units import Unit


def title_line(scene: Scene, size: int, *, place: str = "") -> Line:
    """Name and title left, the dossier in numbers right; on a narrow screen the numbers that matter least go first."""
    summary = scene.summary
    dot = Span(plain(" · ", scene.glyphs), "faint")
    name: Line = (Span(" rashomon ", "brand"), Span(" "), Span(safe(summary.title) or "untitled dossier", "title"))
    known = replace(summary.origins, unknown=0)
    parts: list[Line] = [
        (Span(counted(summary.sources, "source"), "dim"),),
        (Span(counted(summary.events, "event"), "dim"),),
        (Span(plain(f"{counted(summary.reports, 'report')} / {origins_words(known)}", scene.glyphs), "dim"),),
    ]
    if summary.unplaced:
        parts.append((Span(counted(summary.unplaced, "unplaced report"), "note"),))
    if summary.contested:
        parts.append(
            (Span(f"{summary.contested} contested", "conflict" if scene.conflicts else "finding", "discrepancies"),)
        )
    if summary.problems:
        parts.append((Span(f"{counted(summary.problems, 'problem')} (P)", "problem", "problems"),))
    if scene.stale:
        parts.append((_stale(scene.stale, scene),))
    while len(parts) > 1 and width(joined(parts, dot)) + min(width(name), size // 2) + 3 > size:
        parts.pop(0)
    right = (*joined(parts, dot), Span(" "))
    if place and width(name) + width(right) + len(place) + 4 <= size:
        name = (*name, Span(f"  {place}", "dim"))
    return clip(ends(name, right, size), size)


def filter_line(state: TimelineState, scene: Scene, size: int) -> Line:
    """What passes, always in sight; on the right what else shapes the view."""
    glyphs = scene.glyphs
    if not (state.keep.is_empty and state.held.is_empty):
        left = _passing(state, scene, size - 2)
    else:
        lone = scene.summary.unplaced
        without = f" and {counted(lone, 'unplaced report')}" if lone else ""
        left = (Span(f" all {counted(scene.summary.events, 'event')}{without}", "dim"),)
    parts: list[Line] = []
    if scene.summary.as_of is not None:
        parts.append((Span(known_by(scene.summary.as_of, scene.zone), "note"),))
    if state.search:
        also = f" or {safe(' or '.join(state.also))}" if state.also else ""
        parts.append((Span(f"/{safe(state.search)}", "hit"), Span(f"{also} {counted(state.hits, 'hit')}", "dim")))
    if state.picks:
        sigla = " ".join(safe(scene.siglum(pick)) for pick in state.picks)
        parts.append((Span(f"{glyphs.picked} {sigla}", "good"),))
    if state.marked:
        parts.append((Span(f"{glyphs.marked} {len(state.marked)}", "note", "marks"),))
    if state.zoom is not None:
        parts.append((Span(f"one cell a{'n' * (state.zoom is Unit.HOUR)} {state.zoom}", "note", "zoom_out"),))
    parts += _of_panes(state, scene)
    if state.clock is not Clock.LOCAL:
        shown = {Clock.UTC: "UTC", Clock.RELATIVE: "relative time", Clock.WRITTEN: "time as written"}[state.clock]
        parts.append((Span(shown, "note", "clock"),))
    else:
        parts.append((Span(f"{city(scene.zone)} time", "faint", "clock"),))
    parts += [line] if (line := _toggle(state, scene, TIMELINE)) else []
    while parts and width(left) + width(joined(parts, Span("  "))) + 3 > size:
        parts.pop()
    return ends(left, (*joined(parts, Span("  ")), Span(" ")), size)


def passing_line(state: TimelineState, scene: Scene, view: str, size: int, *, applied: bool = True) -> Line:
    """What passes, in a view over the timeline; `applied`: whether that view shows nothing else."""
    note = (Span("  not applied in this view ", "note"),) * (not applied and not state.keep.is_empty)
    left = _passing(state, scene, size - width(note) - 2)
    key = (Span("  "), *_toggle(state, scene, view))
    return ends((*left, *key) if width(left) + width(key) + width(note) < size else left, note, size)


def _passing(state: TimelineState, scene: Scene, room: int) -> Line:
    """The filter that is on, or off for a moment. How many events pass always stands: the words give way."""
    off = state.keep.is_empty
    words = plain(safe(filter_words(state.held if off else state.keep, scene.zone)), scene.glyphs)
    if off:
        before: Line = (Span(" all events", "dim"), Span("  filter off: ", "faint"))
        return (*before, Span(clip_text(words, max(0, room - width(before))), "faint"))
    count = Span(f"  {state.rows.count:,} of {scene.rows_words}", "dim")
    return (Span(" "), Span(clip_text(words, max(0, room - 1 - width((count,)))), "strong"), count)


def _toggle(state: TimelineState, scene: Scene, view: str) -> Line:
    """The key that switches it off and on; nothing where there is no filter."""
    key = "".join(map(key_name, scene.keymap.of("filter_toggle", view).keys[:1]))
    if not key or (state.keep.is_empty and state.held.is_empty):
        return ()
    return (Span(f"{key} filter {'on' if state.keep.is_empty else 'off'}", "faint", "filter_toggle"),)


def _of_panes(state: TimelineState, scene: Scene) -> list[Line]:
    """Which panes there are, where they are not simply those of the sources."""
    panes = scene.shown_panes(grouped=state.grouped)
    away = 0 if scene.readings else len(scene.every_pane(grouped=state.grouped)) - len(panes)
    parts: list[Line] = [(Span(f"{counted(away, 'pane')} put away", "note", "show_panes"),)] * (away > 0)
    if state.solo and panes:
        parts.append((Span(f"only {safe(panes[state.pane].siglum)}", "note", "solo"),))
    elif scene.readings:
        parts.append((Span("panes by reading", "note", "panes"),))
    elif state.grouped:
        parts.append((Span("panes by publisher", "faint", "panes"),))
    return parts


def _stale(files: Sequence[str], scene: Scene) -> Span:
    """That files are shown as they could last be read."""
    more = f" and {len(files) - 1} more" if len(files) > 1 else ""
    sign = "!" if scene.glyphs.ascii else "▲"
    return Span(f"{sign} {safe(files[0].rpartition('/')[2])}{more} as last read", "problem", "problems")


def event_line(row: EventRow, state: TimelineState, scene: Scene, size: int) -> Line:
    """The event: title and time left, its place in the timeline right, which gives way to the title."""
    reports = row.reports
    origins = "1 origin" if len(reports) == 1 else known_origins(row.verdict.origins) if reports else ""
    told = counted(len(reports), "report") + (f" / {origins}" if origins else "")
    row_of = "row" if scene.summary.unplaced else "event"
    place = f"{row_of} {state.rows.cursor + 1:,} of {state.rows.count:,}"
    left: Line = (
        Span(" rashomon ", "brand"),
        Span(" "),
        Span(f"{scene.glyphs.marked} " if row.verdict.id in state.marked else "", "note"),
        *marked((Span(safe(row.verdict.title or row.verdict.id), "title"),), state.sought),
    )
    stale = [file for file in scene.stale if any(report.position.file == file for report in reports)]
    if stale:
        return ends(left, (_stale(stale, scene), Span(" ")), size)
    when = (
        Span(plain(f"  {window_words(row.earliest, row.latest, scene.zone, scene.home_year)}", scene.glyphs), "label"),
    )
    for parts, first in (((told, place), (*left, *when)), ((told,), (*left, *when)), ((told,), left), ((), left)):
        right: Line = (Span(plain(" · ".join(parts) + " " * bool(parts), scene.glyphs), "dim"),) if parts else ()
        if width(first) + width(right) < size:
            return ends(first, right, size)
    return ends(left, (), size)


def witness_line(row: EventRow, scene: Scene, witnesses: tuple[str, ...], base: str | None, size: int) -> Line:
    """Who is compared, who is not, who is the base; by their sigla alone where their names have no room, and where these have none
    the base first, then those picked, and how many more there are."""
    right: list[Span] = []
    for name, identities in (("absent", row.verdict.absent), ("earlier", row.verdict.earlier)):
        if identities:
            known = " ".join(safe(scene.siglum(identity)) for identity in identities)
            right.append(Span(f"  {name}: {known if len(identities) <= 6 else len(identities)}", "faint"))
    if witnesses:
        right.insert(0, Span("picked sources only (C: all)  ", "note", "unpick"))
    right.append(Span(" "))
    room = size - width(tuple(right)) - 1
    for named in (True, False):
        told = _witnesses(row, scene, witnesses, base, named=named)
        if sum(map(width, told)) <= room:
            return ends((Span(" "), *(span for each in told for span in each)), tuple(right), size)
    told.sort(key=lambda each: (each[-1].text != _BASE, each[0].role == "faint"))
    more = len(f"+{len(told)} ")
    if width(told[0]) + more > room:
        right, room = [Span(" ")], size - 2
    return ends((Span(" "), *as_many_as_fit(told, room - 1)), tuple(right), size)


_BASE = " (base)  "


def _witnesses(row: EventRow, scene: Scene, witnesses: tuple[str, ...], base: str | None, *, named: bool) -> list[Line]:
    """Each of them."""
    told: list[Line] = []
    for source in scene.among(row.verdict.sources):
        out = bool(witnesses) and source.id not in witnesses
        siglum = Span(safe(source.siglum), "faint" if out else "siglum")
        name = Span(f" {safe(source.name)}" if named and not out else "", "dim")
        told.append((siglum, name, Span(_BASE if source.id == base else "  ", "good")))
    told += [
        (Span(f"{safe(scene.siglum(pick))} (no report)  ", "note"),)
        for pick in witnesses
        if pick not in row.verdict.sources
    ]
    return told
