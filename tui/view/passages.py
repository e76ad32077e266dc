"""The words of the reports side by side, those the base does not use marked."""

from __future__ import annotations

from tui.core.answers import EventRow
from tui.core.model import Report
from tui.view.cells import telling_first
from tui.view.claims import place_of
from tui.view.hits import marked
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
) -> tuple[Line, ...]:
    """What `prose` makes of all reports of an event, those that tell of the worst first: the same whatever field is selected,
    and of many reports most of the work."""
    reports = tuple(telling_first(row.value.reports, row.value))
    return tuple(clip(line, size) for line in prose(reports, base, scene.value, size, absent, search))


def prose(
    reports: tuple[Report, ...],
    base: str | None,
    scene: Scene,
    size: int,
    absent: tuple[str, ...] = (),
    search: str = "",
) -> tuple[Line, ...]:
    """The reports' words side by side, those the base does not use marked; stacked where there is no room.

    Reports that give values and no prose are left out. `absent`: sources that have no report, each with a column that says so.
    """
    if not reports:
        return ((Span(" no report", "dim"),),)
    worded = [report for report in reports if _words(report) or report.quote]
    first = next((report for report in worded if report.source == base), worded[0] if worded else reports[0])
    every = sorted(worded, key=lambda report: report is not first)
    columns = min(COLUMNS, max(1, len(every) + len(absent))) if size >= NARROW else 1
    each = (size - (columns - 1)) // columns
    lines: list[Line] = [
        (
            Span(" In their words" if every else " No report has words of its own", "label"),
            Span("   words the base does not use are marked" if len(every) > 1 else "", "faint"),
        )
    ]
    passages = [_passage(report, first, scene, each, search) for report in every] + [
        _none(name, scene) for name in absent
    ]
    for start in range(0, len(passages), columns):
        group = passages[start : start + columns]
        height = max(len(passage) for passage in group)
        wall = Span(scene.glyphs.wall, "rule")
        for y in range(height):
            lines.append(joined([pad(passage[y] if y < len(passage) else (), each) for passage in group], wall))
        lines.append(())
    return tuple(lines)


def _words(report: Report) -> str:
    """What it says; its text where that is all that is given of it, as in a cell of the timeline."""
    return report.what or ("" if report.quote else report.text)


def _none(source: str, scene: Scene) -> list[Line]:
    return [(Span(" "), Span(safe(scene.siglum(source)), "siglum")), (Span(" no report of this event", "note"),)]


def _passage(report: Report, base: Report, scene: Scene, size: int, search: str) -> list[Line]:
    where = place_of(report)
    said = f" ({', '.join(report.said_by)})" if report.said_by else ""
    head = (Span(" "), Span(safe(scene.siglum(report.source)), "siglum"), Span(safe(f"  {where}{said}"), "dim"))
    lines: list[Line] = [marked(head, search)]
    words = _words(report)
    text = (Span(safe(words)),) if report is base else against(_words(base), words)
    lines += [(Span(" "), *line) for line in wrap(marked(text, search), size - 2)]
    if report.quote:
        quote = marked((Span(f'"{safe(report.quote)}"', "quote"),), search)
        lines += [(Span(" "), *line) for line in wrap(quote, size - 2)]
    return lines
