"""What the timeline shows where there is no room for one: the selected event in words, and how much room it wants."""

from __future__ import annotations

from tui.core.answers import EventRow
from tui.view.glyphs import plain
from tui.view.gutter import label
from tui.view.safety import safe
from tui.view.scene import Drawing, Scene
from tui.view.spans import Line, Span, clip, wrap
from tui.view.state import TimelineState

LEAST = (36, 10)
"""Columns and lines of the smallest screen on which panes are shown."""
WITH_FOOT = 16
"""Lines of the smallest screen on which the selected event is told field by field."""


def is_tiny(width: int, height: int) -> bool:
    """Whether a screen of that size has no room for panes."""
    return width < LEAST[0] or height < LEAST[1]


def tiny(row: EventRow | None, state: TimelineState, scene: Scene, *, size: int, lines: int) -> Drawing:
    """At most so many lines of at most `size` cells; what is wanted stands last and goes first where there is one line."""
    wanted = clip((Span(plain(f"{LEAST[0]}×{LEAST[1]} shows panes", scene.glyphs), "dim"),), size)
    if row is None:
        said: tuple[Line, ...] = wrap((Span("nothing to show", "strong"),), size, 2)
    else:
        when = label(
            row, clock=state.clock, zone=scene.zone, home_year=scene.home_year, base=None, short=True
        )  # fmt: skip
        place = f"{state.rows.cursor + 1:,}/{state.rows.count:,} "
        head = clip((Span(place, "dim"), Span(plain(when, scene.glyphs), "strong")), size)
        title = (Span(safe(row.verdict.title or row.verdict.id)),)
        said = (head, *(wrap(title, size, lines - 2) if lines > 2 else ()))
    return Drawing(lines=(*said, wanted)[:lines])
