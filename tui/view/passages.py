"""The words of the reports side by side, those the base does not use marked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tui.core.answers import EventRow
from tui.core.model import Report
from tui.view.cells import telling_first
from tui.view.claims import place_of
from tui.view.hits import marked
from tui.view.later import Later, Part
from tui.view.prose import against
from tui.view.safety import safe
from tui.view.same import Same, remembered
from tui.view.scene import NARROW, Scene
from tui.view.spans import Line, Span, clip, joined, pad, wrap

COLUMNS = 3
"""How many passages, or readings, stand beside each other."""


@remembered(4)
def spoken(
    row: Same[EventRow], base: str | None, scene: Same[Scene], size: int, absent: tuple[str, ...], search: str
) -> Sequence[Line]:
    """What `prose` makes of all reports of an event, those that tell of the worst first: the same whatever field is selected,
    and of many reports most of the work."""
    reports = tuple(telling_first(row.value.reports, row.value))
    return prose(reports, base, scene.value, size, absent, search)


def prose(
    reports: tuple[Report, ...],
    base: str | None,
    scene: Scene,
    size: int,
    absent: tuple[str, ...] = (),
    search: str = "",
) -> Sequence[Line]:
    """The reports' words side by side, those the base does not use marked; stacked where there is no room.

    Reports that give values and no prose are left out. `absent`: sources that have no report, each with a column that says so.
    Lines are at most `size` cells wide, and made when they are looked at.
    """
    if not reports:
        return ((Span(" no report", "dim"),),)
    worded = [report for report in reports if _words(report) or report.quote]
    first = next((report for report in worded if report.source == base), worded[0] if worded else reports[0])
    every = sorted(worded, key=lambda report: report is not first)
    columns = min(COLUMNS, max(1, len(every) + len(absent))) if size >= NARROW else 1
    each = (size - (columns - 1)) // columns
    title = (
        Span(" In their words" if every else " No report has words of its own", "label"),
        Span("   words the base does not use are marked" if len(every) > 1 else "", "faint"),
    )
    passages: list[Part] = [
        (_height(report, each), partial(_passage, report, first, scene, each, search)) for report in every
    ]
    passages += [(2, partial(_none, name, scene)) for name in absent]
    groups = [passages[start : start + columns] for start in range(0, len(passages), columns)]
    wall = Span(scene.glyphs.wall, "rule")
    return Later(
        [
            (1, lambda: (clip(title, size),)),
            *((max(lines for lines, _ in group) + 1, partial(_group, group, each, size, wall)) for group in groups),
        ]
    )


def _group(group: Sequence[Part], each: int, size: int, wall: Span) -> list[Line]:
    """Passages beside each other, and a line without words."""
    passages = [made() for _, made in group]
    rows = (
        [pad(passage[y] if y < len(passage) else (), each) for passage in passages]
        for y in range(max(map(len, passages)))
    )
    return [*(clip(joined(row, wall), size) for row in rows), ()]


def _words(report: Report) -> str:
    """What it says; its text where that is all that is given of it, as in a cell of the timeline."""
    return report.what or ("" if report.quote else report.text)


def _none(source: str, scene: Scene) -> list[Line]:
    return [(Span(" "), Span(safe(scene.siglum(source)), "siglum")), (Span(" no report of this event", "note"),)]


def _height(report: Report, size: int) -> int:
    """Lines of its passage: where they break, its words decide, however they are marked."""
    return 1 + sum(len(wrap(words, size - 2)) for words in (_said(report), _quoted(report)) if words)


def _said(report: Report) -> Line:
    words = _words(report)
    return (Span(safe(words)),) if words else ()


def _quoted(report: Report) -> Line:
    return (Span(f'"{safe(report.quote)}"', "quote"),) if report.quote else ()


def _passage(report: Report, base: Report, scene: Scene, size: int, search: str) -> list[Line]:
    where = place_of(report)
    said = f" ({', '.join(report.said_by)})" if report.said_by else ""
    head = (Span(" "), Span(safe(scene.siglum(report.source)), "siglum"), Span(safe(f"  {where}{said}"), "dim"))
    words = _said(report) if report is base else against(_words(base), _words(report))
    lines: list[Line] = [marked(head, search)]
    for each in filter(None, (words, _quoted(report))):
        lines += [(Span(" "), *line) for line in wrap(marked(each, search), size - 2)]
    return lines
