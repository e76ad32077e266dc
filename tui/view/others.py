"""Who else reports an event, where the panes in sight do not say: their accounts, named, and how they stand to each other."""

from __future__ import annotations

from tui.core.answers import EventRow
from tui.core.judgements import Verdict
from tui.view.cells import Cell, cell
from tui.view.hits import marked
from tui.view.marks import Mark, mark_of_flag
from tui.view.panes import Pane
from tui.view.safety import safe
from tui.view.scene import Scene
from tui.view.spans import Line, Span, as_many_as_fit, clip, with_role

_ELSEWHERE = "elsewhere "
"""Before the words of another source in the column of one: its own accounts may be named by their report, too."""


def elsewhere(row: EventRow, panes: tuple[Pane, ...], scene: Scene, search: str) -> Cell:
    """The first other account, said to be elsewhere, named and dim, else the title: no event stands there without words."""
    for other in panes:
        if other.reports(row):
            told = cell(row, other, scene.glyphs, search)
            named = any(span.role == "siglum" for span in told.said[:1])  # by its report, closer than by its publisher
            name = () if named else marked((Span(f"{safe(other.siglum)}: ", "siglum dim"),), search)
            return Cell((Span(_ELSEWHERE, "faint"), *name, *with_role(told.said, "dim")), with_role(told.added, "dim"))
    return Cell(marked((Span(safe(row.verdict.title or row.verdict.id), "dim"),), search))


def others_line(row: EventRow, pane: Pane, panes: tuple[Pane, ...], scene: Scene, size: int, search: str = "") -> Line:
    """Who else reports the event, each with how it stands to this pane's account; how many more where they have no room."""
    told: list[Line] = []
    mine = bool(pane.reports(row))
    for other in panes:
        if other.key == pane.key or not other.reports(row):
            continue
        mark = between(row, pane.ids, other.ids) if mine else None
        sign = mark.sign(ascii_only=scene.glyphs.ascii) if mark is not None else scene.glyphs.report
        name = marked((Span(safe(other.siglum), "dim"),), search)
        told.append((*name, Span(f" {sign}  ", mark.role if mark is not None else "faint")))
    return clip(as_many_as_fit(told, size), size)


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
