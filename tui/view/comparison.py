"""One event, field by field, reading beside reading: which readings stand where, base first, then by origins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from tui.core.answers import EventRow
from tui.core.judgements import FieldVerdict, Reading
from tui.core.model import Report
from tui.core.values import dataclass
from tui.view.attributions import sigla, spoken_where_room, witnesses_of_reading
from tui.view.blocks import Block
from tui.view.claims import (
    UNCOUNTED,
    gap_words,
    in_its_words,
    origins_short,
    place_of,
    report_by_id,
    silence_words,
)
from tui.view.collisions import mark_of_collision
from tui.view.glyphs import plain
from tui.view.hits import marked
from tui.view.marks import Spot, spots
from tui.view.passages import COLUMNS, spoken
from tui.view.safety import safe
from tui.view.same import Same, remembered
from tui.view.scene import NARROW, Scene
from tui.view.spans import Line, Span, clip, joined, pad, wrap
from tui.view.why import read_words
from tui.view.witnesses import ordered

STACKED = 8
PROSE = "prose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How the comparison is shown."""

    base: str | None = None
    """Id of the source whose readings come first."""
    reading: tuple[str, str] | None = None
    """Field and value of the reading that was chosen as base: a source may give several."""
    column: int = 0
    """Selected reading, 0-based in the order shown."""
    differences: bool = False
    """Whether what agrees is hidden."""

    def sideways(self, by: int, readings: int) -> Comparison:
        """The next reading."""
        return replace(self, column=max(0, min(self.column + by, readings - 1)))

    def based(self, field: FieldVerdict, reading: Reading) -> Comparison:
        """The reading as the base; it stays selected, since it comes first now."""
        return replace(self, base=reading.sources[0], reading=(field.field, reading.value), column=0)

    def ordered(self, field: FieldVerdict) -> tuple[Reading, ...]:
        """The readings of the field as they are shown: the base, where one is of the base's source, is the first of them."""
        name, value = self.reading or ("", None)
        return ordered(field, self.base, value if name == field.field else None)

    def is_base(self, reading: Reading) -> bool:
        """Whether the first of the readings shown is the base."""
        return self.base is not None and self.base in reading.sources

    def toggled(self) -> Comparison:
        """What agrees hidden, or shown again."""
        return replace(self, differences=not self.differences)


def shown_spots(row: EventRow, how: Comparison) -> tuple[Spot, ...]:
    """Findings and fields that are shown."""
    return tuple(spot for spot in spots(row) if not how.differences or spot.mark.weight > 2)


def blocks(
    row: EventRow,
    how: Comparison,
    *,
    key: str | None,
    witnesses: tuple[str, ...],
    scene: Scene,
    size: int,
    search: str = "",
) -> tuple[Block, ...]:
    """Everything to be read of the comparison, in lines of at most `size` cells. `row`: the event among the witnesses."""
    return _blocks(Same(row), how, key, witnesses, Same(scene), size, search)


def words(
    row: EventRow, how: Comparison, *, witnesses: tuple[str, ...], scene: Scene, size: int, search: str = ""
) -> Sequence[Line]:
    """What the comparison ends with, which takes longest where many tell of an event; it is known then, whatever is selected."""
    absent = tuple(witness for witness in witnesses if witness not in row.verdict.sources)
    return spoken(Same(row), how.base, Same(scene), size, absent, search)


@remembered(4)
def _blocks(
    compared: Same[EventRow],
    how: Comparison,
    key: str | None,
    witnesses: tuple[str, ...],
    shown_in: Same[Scene],
    size: int,
    search: str,
) -> tuple[Block, ...]:
    """A key asks for them to see where it leads from and where it has led to, and then they are drawn."""
    row, scene = compared.value, shown_in.value
    absent = tuple(witness for witness in witnesses if witness not in row.verdict.sources)
    made: list[Block] = []
    tight = True
    for spot in shown_spots(row, how):
        agreed = spot.field is not None and len(spot.field.readings) == 1
        if not (agreed and tight):
            made.append(_gap(len(made)))
        tight = agreed
        first = name_size(size)
        right = (
            _field(spot, spot.field, how, spot.key == key, row, scene, size)
            if spot.field
            else _finding(spot, row, scene, size)
        )
        lines = _beside(_lead(spot, scene, first), [marked(line, search) for line in right], first)
        lines = [(Span(scene.glyphs.here, "key"), *lines[0][1:]), *lines[1:]] if spot.key == key else lines
        made.append(Block(key=spot.key, lines=tuple(clip(line, size) for line in lines)))
    if not made:
        if witnesses and len(absent) == len(witnesses):
            told = "None of the picked sources has a report of this event; C compares all."
        elif how.differences:
            told = "Nothing differs; v shows all fields."
        else:
            told = "The reports state no field; their words stand below."
        made.append(Block(key="nothing", lines=(clip((Span(f" {told}", "dim"),), size),), quiet=True))
    said = words(row, how, witnesses=witnesses, scene=scene, size=size, search=search)
    return (*made, _gap(len(made)), Block(key=PROSE, lines=said))


def _gap(number: int) -> Block:
    return Block(key=f"gap:{number}", lines=((),), quiet=True)


def name_size(size: int) -> int:
    """Cells of the first column."""
    return 22 if size >= NARROW else 20 if size >= 72 else 16


def _lead(spot: Spot, scene: Scene, size: int) -> list[Line]:
    sign = spot.mark.sign(ascii_only=scene.glyphs.ascii)
    name = "" if spot.mark.weight > 2 else "dim"
    lines: list[Line] = [(Span(" "), Span(f"{sign} ", spot.mark.role), Span(safe(spot.name), name or "strong"))]
    if spot.field is not None and len(spot.field.readings) == 1:
        return lines
    words = spot.words if spot.mark.weight != 0 else ""
    if words and spot.field is not None:
        lines += [(Span("   "), *line) for line in wrap((Span(words, spot.mark.role),), size - 4)]
        if spot.field.gap:
            lines.append((Span(f"   {safe(gap_words(spot.field.gap))}", "dim"),))
    return lines


def _beside(left: list[Line], right: list[Line], size: int) -> list[Line]:
    count = max(len(left), len(right))
    rows = zip(left + [()] * (count - len(left)), right + [()] * (count - len(right)), strict=True)
    return [(*pad(one, size), *two) for one, two in rows]


def _field(
    spot: Spot, field: FieldVerdict, how: Comparison, on: bool, row: EventRow, scene: Scene, size: int
) -> list[Line]:
    """What stands right of its name, in a comparison of that size."""
    room = size - name_size(size) - 1
    readings = how.ordered(field)
    based = how.is_base(readings[0])
    column = min(how.column, len(readings) - 1) if on else None
    if len(readings) == 1:
        agreed = partial(_agreed, spot, readings[0], field, row, scene, on=on, based=based)
        return spoken_where_room(agreed, readings[0], room, indent=3, spare=0)
    if len(readings) <= COLUMNS and size >= NARROW:
        right = _columns(readings, field, column, row, scene, room, based=based)
    elif len(readings) <= STACKED and size >= 60:
        right = [
            line
            for index, reading in enumerate(readings)
            for line in _stacked(reading, field, row, scene, room, chosen=index == column, based=based and not index)
        ]
    else:
        right = list(wrap(apparatus(readings, field, row, scene, column), room, 0, 2))
    for words in silence_words(field, row.reports, scene.siglum):
        right.append((Span(f" {scene.glyphs.silent} {words}", "faint"),))
    if field.reason and (on or spot.mark.weight > 60):
        right += [
            (Span(" "), *line) for line in wrap((Span(plain(safe(field.reason), scene.glyphs), "dim"),), room - 2)
        ]
    return right


def _agreed(
    spot: Spot,
    reading: Reading,
    field: FieldVerdict,
    row: EventRow,
    scene: Scene,
    *,
    on: bool,
    based: bool,
    spoken: bool,
) -> Line:
    """The only reading of a field, in one paragraph: words, who says so, how they stand to each other."""
    words = safe(in_its_words(reading))
    dot = plain(" · ", scene.glyphs)
    spans = [
        _pointer(scene, on=on),
        Span(f'"{words}"', "strong" if spot.mark.weight > 2 else ""),
        Span("  "),
        *witnesses_of_reading(reading, row, scene, based=based, spoken=spoken),
    ]
    if reading.value and reading.value not in (words, *reading.as_written):
        spans.append(Span(plain(f"{dot}read as {read_words(reading, scene)}", scene.glyphs), "faint"))
    if spot.mark.weight > 0:
        spans.append(Span(f"{dot}{spot.words}", spot.mark.role))
    spans += [Span(f"{dot}{words}", "faint") for words in silence_words(field, row.reports, scene.siglum)]
    return tuple(spans)


def _columns(
    readings: tuple[Reading, ...],
    field: FieldVerdict,
    column: int | None,
    row: EventRow,
    scene: Scene,
    room: int,
    *,
    based: bool,
) -> list[Line]:
    count = len(readings)
    each = (room - (count - 1)) // count
    cells_of = [
        [
            pad((_pointer(scene, on=index == column and not y), *line), each)
            for y, line in enumerate(
                _stacked_lines(reading, field, row, scene, each - 2, on=index == column, based=based and not index)
            )
        ]
        for index, reading in enumerate(readings)
    ]
    height = max(len(lines) for lines in cells_of)
    wall = Span(scene.glyphs.wall, "rule")
    rows: list[Line] = []
    for y in range(height):
        parts = []
        for index, lines in enumerate(cells_of):
            role = "chosen" if index == column and count > 1 else ""
            line = lines[y] if y < len(lines) else pad((), each, role=role)
            parts.append(tuple(span._replace(role=f"{span.role} {role}".strip()) for span in line))
        rows.append(joined(parts, wall))
    return rows


def _stacked_lines(
    reading: Reading, field: FieldVerdict, row: EventRow, scene: Scene, room: int, *, on: bool, based: bool
) -> list[Line]:
    """A reading in a column: words, who says so, how it was read."""
    words = safe(in_its_words(reading))
    role = "strong faint" if reading.superseded else "strong"
    shown = Span(f'"{words}"', f"{role} value" if on else role)
    lines = list(wrap((*_collides(field, reading, scene), shown), room))
    lines += spoken_where_room(
        partial(witnesses_of_reading, reading, row, scene, based=based), reading, room, indent=0, spare=1
    )
    if reading.value and reading.value not in (words, *reading.as_written):
        lines += wrap((Span(plain(f"read as {read_words(reading, scene)}", scene.glyphs), "faint"),), room)
    return lines


def _pointer(scene: Scene, *, on: bool) -> Span:
    """The cell before a reading: where one is needs a sign, since backgrounds look alike in few colours and in none."""
    return Span(scene.glyphs.pointer, "key") if on else Span(" ")


def _collides(field: FieldVerdict, reading: Reading, scene: Scene) -> Line:
    """The sign before a reading that is one of the two that collide."""
    mark = mark_of_collision(field, reading)
    return (Span(f"{mark.sign(ascii_only=scene.glyphs.ascii)} ", mark.role),) if mark is not None else ()


def _stacked(
    reading: Reading, field: FieldVerdict, row: EventRow, scene: Scene, room: int, *, chosen: bool, based: bool
) -> list[Line]:
    words = safe(in_its_words(reading))
    before: Line = (
        *clip(_collides(field, reading, scene) or (Span(" "),), 1, ellipsis=""),
        _pointer(scene, on=chosen),
        Span(f'"{words}"', "strong chosen value" if chosen else "strong"),
        Span("   "),
    )

    def told(*, spoken: bool) -> Line:
        return (*before, *witnesses_of_reading(reading, row, scene, based=based, spoken=spoken))

    return spoken_where_room(told, reading, room, indent=4, spare=1)


def apparatus(
    readings: tuple[Reading, ...], field: FieldVerdict, row: EventRow, scene: Scene, column: int | None = None
) -> Line:
    """One line as critical editions have it: `43 RTR AFP ] 70 SANA · 100 ALA · om. TASS`."""
    dot = Span(plain(" · ", scene.glyphs), "rule")
    spans: list[Span] = [Span(" ")]
    for index, reading in enumerate(readings):
        if index == 1:
            spans.append(Span(f" {scene.glyphs.bracket} ", "key"))
        elif index:
            spans.append(dot)
        words = safe(in_its_words(reading))
        spans += _collides(field, reading, scene)
        if index == column:
            spans.append(_pointer(scene, on=True))
        spans.append(Span(words, "strong chosen value" if index == column else "strong"))
        spans.append(Span(" "))
        spans += sigla(reading, row, scene)
        spans.append(Span("" if reading.origins == UNCOUNTED else f"({origins_short(reading.origins)})", "faint"))
        spans += [Span(" superseded", "faint")] if reading.superseded else []
    for words in silence_words(field, row.reports, scene.siglum):
        spans += [dot, Span(words.replace("silent:", "om.", 1), "faint")]
    return tuple(spans)


def _finding(spot: Spot, row: EventRow, scene: Scene, size: int) -> list[Line]:
    room = size - name_size(size) - 1
    finding = spot.finding
    right = list(wrap((Span(" "), Span(plain(safe(spot.reason), scene.glyphs))), room, 0, 1))
    for identity in finding.reports if finding is not None else ():
        report = report_by_id(row, identity)
        if report is not None:
            right += wrap((Span(" "), *_quotation(report, scene)), room, 0, 3)
    return right


def _quotation(report: Report, scene: Scene) -> Line:
    where = place_of(report)
    return (
        Span(f"{safe(scene.siglum(report.source))} ", "siglum"),
        Span(f"{safe(where)}: " if where else "", "dim"),
        Span(f'"{safe(report.quote)}"' if report.quote else safe(report.what), "quote"),
    )
