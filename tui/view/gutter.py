"""The pinned *when* column: what day, how sure, what is wrong. Bars stand on one scale for all events in view."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping

from tui.core.answers import EventRow
from tui.core.values import dataclass
from tui.view import hits
from tui.view.claims import words_for
from tui.view.clocks import Clock, distance_words, window_words
from tui.view.glyphs import Glyphs, plain
from tui.view.marks import Spot, worst_first
from tui.view.safety import safe
from tui.view.spans import Line, Span, cells, clip, clip_text, pad, wrap
from tui.view.units import LENGTH, Unit, begins

_DAY = 86_400
_NO_TITLES: Mapping[str, str] = {}
_MOMENT = 3600
_ABOUT = re.compile(r"~|\b(about|around|circa|ca\.|roughly|some)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scale:
    """The days in view, side by side: stretches in which nothing begins or ends take no room."""

    knots: tuple[int, ...] = ()
    """UTC seconds, ascending: every beginning and end of an event in view, to the day."""

    def at(self, seconds: int) -> float:
        """Place from 0.0 to 1.0."""
        if len(self.knots) < 2:
            return 0.0
        index = min(max(bisect_right(self.knots, seconds) - 1, 0), len(self.knots) - 2)
        low, high = self.knots[index], self.knots[index + 1]
        inside = min(max((seconds - low) / (high - low), 0.0), 1.0)
        return (index + inside) / (len(self.knots) - 1)


@dataclass(frozen=True, slots=True)
class Ruler:
    """A stretch of time on which every cell is one unit, around one event."""

    unit: Unit
    start: int
    """UTC seconds."""
    cells: int

    def at(self, seconds: int) -> float:
        """Place from 0.0 to 1.0; beyond them what lies before and after."""
        return (seconds - self.start) / (LENGTH[self.unit] * self.cells)

    @property
    def end(self) -> int:
        """UTC seconds."""
        return self.start + LENGTH[self.unit] * self.cells


def run_of(size: int, height: int) -> int:
    """Cells for the bar in a column of that size."""
    if height == 1:
        return 6 if size >= 22 else 0
    return 11 if size >= 28 else 9 if size >= 24 else 7 if size >= 20 else 5


def ruler_of(row: EventRow | None, unit: Unit | None, zone: str, size: int) -> Ruler | None:
    """The ruler on which that event begins a third from the left; None without a unit or a time."""
    moment = None if row is None else row.earliest if row.earliest is not None else row.latest
    begun = begins(unit, moment, zone) if unit is not None and moment is not None else None
    if unit is None or begun is None:
        return None
    return Ruler(unit, int(begun.timestamp()) - size // 3 * LENGTH[unit], size)


def scale_of(rows: tuple[EventRow, ...]) -> Scale:
    """The scale on which every event of the page has its place."""
    ends: set[int] = set()
    for row in rows:
        for edge, up in ((row.earliest, False), (row.latest, True)):
            if edge is not None:
                ends.add(-(-edge // _DAY) * _DAY if up else edge // _DAY * _DAY)
    return Scale(tuple(sorted(ends)))


def is_about(row: EventRow) -> bool:
    """Whether a source gives the time only roughly, in its own words."""
    return any(_ABOUT.search(word) for report in row.reports for word in words_for(report, "when"))


def bar(row: EventRow, scale: Scale | Ruler, size: int, glyphs: Glyphs) -> str:
    """The event's window as a bar of exactly `size` cells."""
    opens = None if row.earliest is None else scale.at(row.earliest)
    closes = None if row.latest is None else scale.at(row.latest)
    if size and closes is not None and closes <= 0 and isinstance(scale, Ruler):
        return glyphs.left.ljust(size)
    if size and opens is not None and opens >= 1 and isinstance(scale, Ruler):
        return glyphs.right.rjust(size)
    start = None if opens is None else max(0, min(int(opens * size), size - 1))
    end = None if closes is None else min(max(-(-closes * size // 1) - 1, 0), size - 1)
    run = glyphs.about if is_about(row) else glyphs.run
    if start is None and end is None:
        return " " * size
    if start is None and end is not None:
        last = int(end)
        text = glyphs.open * min(2, last) + glyphs.end
        return (" " * (last + 1 - len(text)) + text).ljust(size)[:size]
    if end is None and start is not None:
        return (" " * start + glyphs.start + glyphs.open * min(2, size - start - 1)).ljust(size)[:size]
    first, last = int(start or 0), int(end or 0)
    if row.latest is not None and row.earliest is not None and row.latest - row.earliest <= _MOMENT:
        text = glyphs.moment
    else:
        least = 3 if run == glyphs.about else 2
        first = max(0, min(first, size - least))
        text = glyphs.start + run * max(last - first - 1, least - 2) + glyphs.end
    drawn = (" " * first + text).ljust(size)[:size]
    if opens is not None and opens < 0:
        drawn = glyphs.left + drawn[1:]
    return drawn[:-1] + glyphs.right if closes is not None and closes > 1 else drawn


def label(
    row: EventRow,
    *,
    clock: Clock,
    zone: str,
    home_year: int | None,
    base: EventRow | None,
    short: bool,
    titles: Mapping[str, str] = _NO_TITLES,
) -> str:
    """When, in the words of the clock chosen. `titles`: of events that others are said to have followed, by their ids."""
    if row.earliest is None and row.latest is None and not (clock is Clock.WRITTEN and _written(row)):
        return _unknown(row, titles)
    if clock is Clock.WRITTEN:
        return safe(" / ".join(_written(row))) or "no time"
    if clock is Clock.RELATIVE and base is not None and base is not row:
        mine, its = _anchor(row), _anchor(base)
        if mine is not None and its is not None:
            return distance_words(mine - its)
    in_utc = clock is Clock.UTC
    text = window_words(row.earliest, row.latest, "UTC" if in_utc else zone, home_year, short=short)
    return f"{text}Z" if in_utc and ":" in text else text


def _written(row: EventRow) -> dict[str, None]:
    return dict.fromkeys(word for report in row.reports for word in words_for(report, "when"))


def _unknown(row: EventRow, titles: Mapping[str, str]) -> str:
    """Without any time: what it is said to have followed, else that nothing is known."""
    after = dict.fromkeys(titles.get(event, event) for report in row.reports for event in report.after)
    return safe(f"after {', '.join(after)}") if after else "no time"


def _anchor(row: EventRow) -> int | None:
    return row.earliest if row.earliest is not None else row.latest


def gutter(
    row: EventRow,
    *,
    label_text: str,
    scale: Scale | Ruler,
    size: int,
    height: int,
    selected: bool,
    glyphs: Glyphs,
    spot: str | None,
    marked: bool = False,
    search: str = "",
    told: bool = False,
) -> tuple[Line, ...]:
    """The event's cell in the column: exactly `height` lines of `size` cells. `told`: whether the label holds words of reports,
    which are looked for, unlike a time in ours."""
    star: Line = (Span(f"{glyphs.marked} ", "note"),) if marked else ()
    inner = size - 2 * marked
    edge = Span(glyphs.here if selected else " ", "key")
    marks = _names_once(worst_first(row))
    words = plain(label_text, glyphs)
    timed = row.earliest is not None or row.latest is not None
    sought = search if told or not timed else ""
    if height == 1:
        return ((*_single(row, edge, words, marks, scale, inner, glyphs, sought), *star),)
    run = run_of(size, height)
    first = hits.marked((Span(clip_text(words, inner - 2), "strong" if timed and row.placed else "dim"),), sought)
    drawn = Span(bar(row, scale, run, glyphs), "bar")
    room = size - run - 3
    shown = [
        _mark(mark, room, glyphs, chosen=mark.key == spot and selected)
        for mark in marks[: _fitting(len(marks), height)]
    ]
    rest = len(marks) - len(shown)
    lines: list[Line] = [(*pad((edge, *first), inner), *star), (edge, drawn, Span(" "), *(shown[0] if shown else ()))]
    free = height - 1 - max(1, len(shown))
    name = hits.marked((Span(safe(row.verdict.title or row.verdict.id), "dim"),), search) if free > 0 else ()
    title = wrap(name, size - 2, free) if free > 0 else ()
    for index in range(1, height - 1):
        if index >= len(shown):
            place = index - max(1, len(shown))
            lines.append((edge, *(title[place] if place < len(title) else ())))
            continue
        body: Line = shown[index]
        last = index == height - 2
        if last and rest > 0 and body:
            more = Span(f" +{rest}", "dim")
            body = (*clip(body, room - cells(more.text)), more)
        lines.append((edge, Span(" " * (run + 1)), *body))
    return tuple(pad(line, size) for line in lines[:height])


def _names_once(marks: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """All fields whose names differ share one mark: what they are called, the foot says."""
    named = [spot for spot in marks if spot.mark.role == "naming"]
    return tuple(spot for spot in marks if spot not in named[1:])


def _fitting(marks: int, height: int) -> int:
    return min(marks, height - 1, 3 if height <= 3 else height - 1)


def _mark(spot: Spot, room: int, glyphs: Glyphs, *, chosen: bool) -> Line:
    sign = spot.mark.sign(ascii_only=glyphs.ascii)
    role = f"{spot.mark.role} focus" if chosen else spot.mark.role
    word = "names" if spot.mark.word == "named differently" else spot.name
    return (Span(clip_text(f"{sign} {safe(word)}", room), role),)


def _single(
    row: EventRow,
    edge: Span,
    words: str,
    marks: tuple[Spot, ...],
    scale: Scale | Ruler,
    size: int,
    glyphs: Glyphs,
    sought: str,
) -> Line:
    signs = [Span(spot.mark.sign(ascii_only=glyphs.ascii), spot.mark.role) for spot in marks[:3]]
    rest = [Span(f"+{len(marks) - 3}", "dim")] if len(marks) > 3 else []
    run = run_of(size, 1)
    room = size - 3 - run - 5
    drawn = [Span(bar(row, scale, run, glyphs) + " ", "bar")] if run else []
    return pad(
        (edge, *pad(hits.marked((Span(clip_text(words, room), "strong"),), sought), room + 1), *drawn, *signs, *rest),
        size,
    )
