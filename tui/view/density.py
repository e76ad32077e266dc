"""The strip above the timeline: how many events when, where they are contested, where one stands."""

from __future__ import annotations

from functools import lru_cache

from tui.core.answers import DensityBar
from tui.view.clocks import local
from tui.view.glyphs import Glyphs
from tui.view.spans import Line, Span, clip, width

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = 86_400


def density(
    bars: tuple[DensityBar, ...], *, cursor: int, zone: str, size: int, glyphs: Glyphs, home_year: int | None = None
) -> Line:
    """One line of at most `size` cells: labels beside the bars where they fit, else bars alone between two labels."""
    return _drawn(bars, here(bars, cursor), zone, size, glyphs, home_year) if bars else ()


@lru_cache(8)
def _drawn(bars: tuple[DensityBar, ...], at: int, zone: str, size: int, glyphs: Glyphs, home_year: int | None) -> Line:
    """As long as one moves within a bar it stays the same."""
    for line in (_labelled(bars, at, zone, glyphs, home_year), _by_month(bars, at, zone, glyphs, home_year)):
        if width(line) <= size:
            return line
    return _packed(bars, at, zone, size, glyphs)


def here(bars: tuple[DensityBar, ...], cursor: int) -> int:
    """Index of the bar in which the event at the cursor is counted."""
    found = 0
    for index, bar in enumerate(bars):
        if bar.position <= cursor:
            found = index
    return found


def _labelled(bars: tuple[DensityBar, ...], at: int, zone: str, glyphs: Glyphs, home_year: int | None) -> Line:
    top = max(bar.events for bar in bars)
    spans: list[Span] = []
    previous: DensityBar | None = None
    for index, bar in enumerate(bars):
        if previous is not None:
            gap = (bar.start - previous.end) // max(1, bar.end - bar.start)
            spans.append(Span(f" {glyphs.quiet * min(5, int(gap))} " if gap > 0 else " ", "faint"))
        action = f"event:{bar.position}"
        spans.append(Span(_label(bar, previous, zone, home_year), "bar-here" if index == at else "dim", action))
        spans.append(column(bar.events, bar.contested, top, glyphs, action, selected=index == at))
        previous = bar
    return tuple(spans)


def _by_month(bars: tuple[DensityBar, ...], at: int, zone: str, glyphs: Glyphs, home_year: int | None) -> Line:
    """Bars side by side, a label where a month (of longer bars, a year) begins: with its year where the label before was of another."""
    top = max(bar.events for bar in bars)
    spans: list[Span] = []
    before, told = (0, 0), home_year
    for index, bar in enumerate(bars):
        start = local(bar.start, zone)
        yearly = (bar.end - bar.start) // _DAY > 20
        here = (0, 0) if start is None else (start.year, 0 if yearly else start.month)
        if start is not None and here != before:
            name = str(start.year) if yearly else _month(start.month, start.year, told)
            spans.append(Span(f"{'  ' if spans else ''}{name} ", "dim", f"event:{bar.position}"))
            told = start.year
        before = here
        spans.append(column(bar.events, bar.contested, top, glyphs, f"event:{bar.position}", selected=index == at))
    return tuple(spans)


def _month(month: int, year: int, home_year: int | None) -> str:
    return _MONTHS[month - 1] if year == home_year else f"{_MONTHS[month - 1]} {year}"


def _label(bar: DensityBar, previous: DensityBar | None, zone: str, home_year: int | None) -> str:
    start = local(bar.start, zone)
    if start is None:
        return "?"
    before = local(previous.start, zone) if previous is not None else None
    length = (bar.end - bar.start) // _DAY
    if length > 300:
        return str(start.year)
    if length > 20:
        month = _MONTHS[start.month - 1]
        return month if before is not None and before.year == start.year else f"{month} {start.year}"
    if before is not None and (before.year, before.month) == (start.year, start.month):
        return str(start.day)
    told = before.year if before is not None else home_year
    year = f" {start.year}" if told is not None and told != start.year else ""
    return f"{start.day} {_MONTHS[start.month - 1]}{year} "


def column(
    events: int, contested: int, top: int, glyphs: Glyphs, action: str, *, selected: bool, wide: int = 1
) -> Span:
    """So many events against so many in the fullest bar."""
    level = max(1, -(-events * len(glyphs.bars) // max(1, top)))
    role = "bar-hot" if contested else "bar"
    return Span(glyphs.bars[level - 1] * wide, f"{role} bar-here" if selected else role, action)


def _packed(bars: tuple[DensityBar, ...], at: int, zone: str, size: int, glyphs: Glyphs) -> Line:
    first, last = f"{_edge(bars[0], zone)} ", f" {_edge(bars[-1], zone)}"
    room = max(1, size - len(first) - len(last))
    groups = [
        list(range(start, min(start + -(-len(bars) // room), len(bars))))
        for start in range(0, len(bars), -(-len(bars) // room))
    ]
    sums = [(sum(bars[i].events for i in group), sum(bars[i].contested for i in group)) for group in groups]
    top = max(events for events, _ in sums)
    wide = max(1, min(3, room // len(groups)))
    spans = [
        column(events, contested, top, glyphs, f"event:{bars[group[0]].position}", selected=at in group, wide=wide)
        for group, (events, contested) in zip(groups, sums, strict=True)
    ]
    return clip((Span(first, "dim"), *spans, Span(last, "dim")), size)


def _edge(bar: DensityBar, zone: str) -> str:
    start = local(bar.start, zone)
    if start is None:
        return "?"
    if (bar.end - bar.start) // _DAY > 300:
        return str(start.year)
    return f"{_MONTHS[start.month - 1]} {start.year}"
