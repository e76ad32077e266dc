"""How many reports and origins stand behind an event and behind each reading of a field. Counts were made in `tui.core.roots`."""

from __future__ import annotations

from collections.abc import Mapping

from tui.core.judgements import FieldVerdict, Reading
from tui.view.claims import counted, reading_of
from tui.view.collisions import collision_first, mark_of_collision
from tui.view.glyphs import plain
from tui.view.marks import Spot
from tui.view.origin_tree import Grove, letter_of, listed, written_as
from tui.view.safety import safe
from tui.view.scene import Scene
from tui.view.spans import Line, Span, cells, clip, ends, width


def heading(grove: Grove, scene: Scene, size: int) -> Line:
    """How many reports and origins there are, and what that does not mean."""
    count, reports = grove.lineage.count, len(grove.row.reports)
    low = f"≤{count.low}" if count.at_most else str(count.low)
    left: Line = (Span(f" {counted(reports, 'report')}", "strong"), Span(" / ", "faint"))
    if count.low == count.high:
        left = (*left, Span(counted(count.high, "origin"), "strong"))
    else:
        told = f": {low} if all that may be shared is, {count.high} if nothing is" if size >= 110 else ""
        left = (*left, Span(f"{low}–{count.high} origins", "strong"), Span(told, "dim"))
    left = (*left, Span(" / ", "faint"), Span(f"{count.unknown} unknown", "note" if count.unknown else "dim"))
    right = "Corroboration is not truth. " if size >= 72 else ""
    shown = tuple(span._replace(text=plain(span.text, scene.glyphs)) for span in left)
    return ends(shown, (Span(right, "label"),), size)


def foot(grove: Grove | None, spot: Spot | None, scene: Scene, *, size: int, lines: int) -> tuple[Line, ...]:
    """Exactly `lines` lines: the selected field and, per reading, how many reports and origins stand behind it."""
    floor = scene.glyphs.floor
    if grove is None or spot is None or spot.field is None:
        blank: Line = (Span(floor * size, "rule"),)
        return (blank, *[()] * (lines - 1))
    sign = f"{spot.mark.sign(ascii_only=scene.glyphs.ascii)} {spot.words} "
    left: Line = (Span(floor * 2, "rule"), Span(f" {safe(spot.name)} ", "title"), Span(sign, spot.mark.role))
    right: Line = (Span(" h l another field ", "faint"), Span(floor * 2, "rule"))
    rule = (*left, Span(floor * max(0, size - width(left) - width(right)), "rule"), *right)
    made = [_reading(reading, spot.field, grove.places, scene, size) for reading in collision_first(spot.field)]
    quiet = sum(1 for report in grove.row.reports if reading_of(spot.field, report.id) is None)
    room = lines - 1
    if quiet and len(made) < room:
        made.append(
            (Span(f" {scene.glyphs.silent} {counted(quiet, 'report')} silent: that is no disagreement", "faint"),)
        )
    if len(made) > room:
        rest = len(made) - room + 1
        made = [*made[: room - 1], (Span(f" and {rest} more; 2 compares them all", "dim"),)]
    return tuple([*(clip(line, size) for line in (rule, *made)), *[()] * (room - len(made))][:lines])


def _reading(reading: Reading, of: FieldVerdict, places: Mapping[str, int], scene: Scene, size: int) -> Line:
    index = next(number for number, each in enumerate(of.readings) if each is reading)
    count, mark = reading.origins, mark_of_collision(of, reading)
    low = f"≤{count.low}" if count.at_most else str(count.low)
    span = low if count.low == count.high else f"{low}–{count.high}"
    words = f"{counted(len(reading.reports), 'report')} / {counted_origins(span)} / {count.unknown} unknown"
    numbers = sorted({places[name] for name in reading.reports if name in places})
    tally = Span(plain(f"  {words} ", scene.glyphs), "strong")
    told: Line = (
        Span(f"  from {listed(numbers)}" if numbers else "", "dim"),
        Span("  superseded" if reading.superseded else "", "faint"),
    )
    room = size - cells(tally.text) - min(width(told), size // 3)
    sign = (Span(f"{mark.sign(ascii_only=scene.glyphs.ascii)} ", mark.role),) if mark is not None else ()
    left: Line = (Span(f" {letter_of(index)} ", "key"), *sign, Span(f'"{written_as(reading)}"', "value"))
    return ends((*clip(left, room), *told), (tally,), size)


def counted_origins(span: str) -> str:
    """ "1 origin", "2–4 origins"."""
    return f"{span} origin" if span == "1" else f"{span} origins"
