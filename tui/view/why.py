"""Why a field has its verdict: reason, values as read, quotes with locators, origins, and the steps that led there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tui.core.answers import EventRow
from tui.core.calendar import MINUTE
from tui.core.judgements import FieldVerdict, NumberBounds, Reading, TimeBounds
from tui.core.model import Report
from tui.view.annotations import note_lines, notes_on
from tui.view.claims import counted, gap_words, in_its_words, known_origins, place_of, report_by_id, silence, words_for
from tui.view.clocks import day_name, local, window_words
from tui.view.collisions import mark_of_collision
from tui.view.decided import reopened
from tui.view.glyphs import plain
from tui.view.marks import Spot, mark_of_flag
from tui.view.order_of_work import steps_of_field, steps_of_finding
from tui.view.rulings import ruling_lines
from tui.view.safety import safe
from tui.view.scene import Scene
from tui.view.spans import Line, Span, clip, wrap

_PAIRS = 50


def why(spot: Spot, row: EventRow, scene: Scene, size: int) -> tuple[Line, ...]:
    """Everything known about the verdict, as lines of at most `size` cells."""
    mark = spot.mark
    lines: list[Line] = [
        (
            Span(f"{mark.sign(ascii_only=scene.glyphs.ascii)} {spot.words}", mark.role),
            Span(f"  {safe(spot.field.field)}" if spot.field is not None else "", "strong"),
            Span(f"  {safe(gap_words(spot.field.gap))}" if spot.field is not None and spot.field.gap else "", "label"),
        ),
        (Span(safe(row.verdict.title or row.verdict.id), "dim"),),
        (),
    ]
    if spot.reason:
        lines += [*_wrapped(((Span(spot.reason),)), size, scene), ()]
    about = spot.field or next((f for f in row.verdict.fields if spot.finding and f.field == spot.finding.field), None)
    if about is not None:
        lines += _rulings(about, row, scene, size)
    lines += _notes(row, spot, scene, size)
    if spot.field is not None:
        lines += _of_field(spot.field, row, scene, size)
        lines += _steps("How it was decided", steps_of_field(spot.field, row), scene, size)
    elif spot.finding is not None:
        lines += _heading("The reports it is about")
        for identity in spot.finding.reports:
            report = report_by_id(row, identity)
            if report is not None:
                lines += _report(report, spot.finding.field or "", scene, size)
            else:
                lines.append((Span(f"  {safe(identity)} (of another event)", "dim"),))
        if about is not None:
            lines += [(), *_of_field(about, row, scene, size)]
        if len(spot.finding.events) > 1:
            lines.append((Span(f"  events: {safe(', '.join(spot.finding.events))}", "dim"),))
        lines += [(), *_steps("How it was found", steps_of_finding(spot.finding, row), scene, size)]
    return tuple(clip(line, size) for line in lines)


def _heading(text: str) -> list[Line]:
    return [(Span(text, "label"),)]


def _wrapped(line: Line, size: int, scene: Scene, indent: int = 0) -> list[Line]:
    shown = tuple(span._replace(text=plain(safe(span.text), scene.glyphs)) for span in line)
    return list(wrap(shown, size, 0, indent))


def _of_field(field: FieldVerdict, row: EventRow, scene: Scene, size: int) -> list[Line]:
    lines = _heading(f"{counted(len(field.readings), 'reading')}, as written and as read")
    for number, reading in enumerate(field.readings, 1):
        lines += _reading(number, reading, field, row, scene, size)
    silent, later = (", ".join(map(scene.siglum, sources)) for sources in silence(field, row.reports))
    for told in (
        f"Silent on this field: {silent}. Silence is never a disagreement." if silent else "",
        f"Not said yet: {later}. What they say of it stood so only later." if later else "",
    ):
        lines += [*_wrapped((Span(told, "dim"),), size, scene), ()] if told else []
    if field.pairs and len(field.readings) > 1:
        lines += _pairs(field, scene, size)
    return lines


def _notes(row: EventRow, spot: Spot, scene: Scene, size: int) -> list[Line]:
    """What analysts remarked on the event, on the reports the spot is about, and on their sources."""
    notes = notes_on(row, scene.notes, spot.reports)
    told = [line for note in notes for part in note_lines(note) for line in _wrapped(part, size, scene, 4)]
    return [*_heading(counted(len(notes), "note")), *told, ()] if told else []


def _rulings(field: FieldVerdict, row: EventRow, scene: Scene, size: int) -> list[Line]:
    """What analysts decided about the field, the newest last."""
    rulings = [scene.rulings[number] for number in field.rulings if number < len(scene.rulings)]
    again = reopened(field, row.verdict)
    parts = [part for ruling in rulings for part in ruling_lines(ruling, field, again=again)]
    told = [line for part in parts for line in _wrapped(part, size, scene, 4)]
    return [*_heading(f"{counted(len(rulings), 'ruling')}; the other readings stay"), *told, ()] if told else []


def _reading(number: int, reading: Reading, field: FieldVerdict, row: EventRow, scene: Scene, size: int) -> list[Line]:
    words = in_its_words(reading)
    over = (
        (Span("  no longer stands: its own origin updated, corrected or withdrew it", "faint"),)
        if reading.superseded
        else ()
    )
    mark = mark_of_collision(field, reading)
    collides = (Span(f"{mark.sign(ascii_only=scene.glyphs.ascii)} ", mark.role),) if mark is not None else ()
    lines = _wrapped(
        (
            Span(f"{number} ", "key"),
            *collides,
            Span(f'"{words}"', "strong"),
            Span(f"  {known_origins(reading.origins)}", "dim"),
            *over,
        ),
        size,
        scene,
        2,
    )
    if reading.rule:
        lines += _wrapped((Span(f"  rule  {reading.rule}", "dim"),), size, scene, 8)
    if reading.value and reading.value not in (words, *reading.as_written):
        lines += _wrapped((Span(f"  read  {reading.value}"),), size, scene, 8)
    lines += [line for text in bounds_words(reading, scene) for line in _wrapped((Span(f"  {text}"),), size, scene, 8)]
    for identity in reading.reports:
        report = report_by_id(row, identity)
        if report is not None:
            left = identity in reading.replaced and not reading.superseded
            lines += _report(report, field.field, scene, size, left=left)
    return [*lines, ()]


def read_words(reading: Reading, scene: Scene) -> str:
    """What it was read as: a time in the words of the timeline, all else as it is."""
    if isinstance(reading.bounds, TimeBounds) and (reading.bounds.earliest or reading.bounds.latest):
        first, last = _seconds(reading.bounds.earliest), _seconds(reading.bounds.latest)
        clocked = _clocked(first, last, scene) if first is not None and last is not None else ""
        return clocked or window_words(first, last, scene.zone, scene.home_year)
    return safe(reading.value or "")


def _clocked(first: int, last: int, scene: Scene) -> str:
    """Half-open bounds with the hours, of which one is no midnight: "9 Jul 18:00 – 10 Jul 06:00"; empty where both are."""
    start, end = local(first, scene.zone), local(last, scene.zone)
    if start is None or end is None or f"{start:%H%M}{end:%H%M}" == "00000000":
        return ""
    day = day_name(start, weekday=False, home_year=scene.home_year)
    if last - first <= MINUTE:
        return f"{day} {start:%H:%M}"
    if start.date() == end.date():
        return f"{day} {start:%H:%M}–{end:%H:%M}"
    return f"{day} {start:%H:%M} – {day_name(end, weekday=False, home_year=scene.home_year)} {end:%H:%M}"


def bounds_words(reading: Reading, scene: Scene) -> tuple[str, ...]:
    """Core and slack of a time, core and hard bounds of a number, in words."""
    match reading.bounds:
        case TimeBounds() as time:
            core = window_words(_seconds(time.earliest), _seconds(time.latest), scene.zone, scene.home_year)
            slack = window_words(
                _seconds(time.slack_earliest), _seconds(time.slack_latest), scene.zone, scene.home_year
            )
            return (f"core  {core}",) if core == slack else (f"core  {core}", f"slack {slack}")
        case NumberBounds() as number:
            core, hard = _range(number.core_low, number.core_high), _range(number.low, number.high)
            return (f"core  {core}",) if core == hard else (f"core  {core}", f"hard  {hard}")
        case _:
            return ()


def _seconds(text: str | None) -> int | None:
    if text is None:
        return None
    try:
        return int(datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp())
    except ValueError:
        return None


def _range(low: float | None, high: float | None) -> str:
    if low == high and low is not None:
        return f"{low:,.10g}"
    below = "no lower bound" if low is None else f"{low:,.10g}"
    above = "no upper bound" if high is None else f"{high:,.10g}"
    return f"{below} to {above}"


def _report(report: Report, field: str, scene: Scene, size: int, *, left: bool = False) -> list[Line]:
    """`left`: it no longer gives the reading, in which others still are."""
    where = place_of(report)
    words = " / ".join(words_for(report, field)) if field else ""
    line = report.line_of(field) if field else report.position.line
    place = f"{report.position.file}:{line}" if line is not None else report.position.file
    head: Line = (
        Span("  "),
        Span(scene.siglum(report.source), "siglum"),
        Span(f"  {where}" if where else "", "note"),
        Span(f"  said by {', '.join(report.said_by)}" if report.said_by else "  no speaker named", "dim"),
        Span("  superseded" if left else "", "faint"),
        Span(f"  {place}" if place else "", "faint"),
    )
    lines = _wrapped(head, size, scene, 4)
    said = report.quote or report.what
    if said:
        quoted = f'"{said}"' if report.quote else said
        lines += [(Span("    "), *part) for part in wrap((Span(safe(quoted), "quote"),), size - 4)]
    if words and words not in said:
        lines += [(Span("    "), *part) for part in wrap((Span(safe(words), "value"),), size - 4)]
    return lines


def _pairs(field: FieldVerdict, scene: Scene, size: int) -> list[Line]:
    lines = _heading("Compared two by two")
    for pair in sorted(field.pairs, key=lambda pair: pair.reason != field.reason)[:_PAIRS]:
        mark = mark_of_flag(pair.kind or "", pair.verdict)
        sign = mark.sign(ascii_only=scene.glyphs.ascii)
        lines += _wrapped(
            (Span(f"  {pair.a + 1} {sign} {pair.b + 1} ", mark.role), Span(f" {mark.word}: {pair.reason}", "dim")),
            size,
            scene,
            9,
        )
    if len(field.pairs) > _PAIRS:
        lines.append((Span(f"  and {len(field.pairs) - _PAIRS} more", "faint"),))
    return [*lines, ()]


def _steps(title: str, steps: Sequence[str], scene: Scene, size: int) -> list[Line]:
    lines = _heading(title)
    for number, step in enumerate(steps, 1):
        place = f"  {number} " if len(steps) > 1 else "  "
        lines += _wrapped((Span(place, "key"), Span(step, "dim")), size, scene, len(place))
    return lines
