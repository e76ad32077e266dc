"""What is shown where there is no room for a view: where one is, in words, and how much room it wants."""

from __future__ import annotations

from tui.core.answers import EventRow
from tui.view.glyphs import plain
from tui.view.gutter import label
from tui.view.hits import marked
from tui.view.safety import safe
from tui.view.scene import Drawing, Scene
from tui.view.spans import Line, Span, clip, wrap
from tui.view.state import TimelineState

LEAST = (36, 10)
"""Columns and lines of the smallest screen on which panes, and most views, are shown."""
WITH_FOOT = 16
"""Lines of the smallest screen on which the selected event is told field by field."""


def is_tiny(width: int, height: int, least: tuple[int, int] = LEAST) -> bool:
    """Whether a screen of that size has no room for what wants `least`."""
    return width < least[0] or height < least[1]


def tiny(row: EventRow | None, state: TimelineState, scene: Scene, *, size: int, lines: int) -> Drawing:
    """At most so many lines of at most `size` cells; what is wanted stands last and goes first where there is one line."""
    wanted = clip((Span(plain(f"{LEAST[0]}×{LEAST[1]} shows panes", scene.glyphs), "dim"),), size)
    if row is None:
        said: tuple[Line, ...] = wrap((Span("nothing to show", "strong"),), size, 2)
    else:
        when = label(
            row, clock=state.clock, zone=scene.zone, home_year=scene.home_year, base=None, short=True
        )  # fmt: skip
        place = f"{state.rows.place} "
        head = clip((Span(place, "dim"), Span(plain(when, scene.glyphs), "strong")), size)
        title = marked((Span(safe(row.verdict.title or row.verdict.id)),), state.sought)
        said = (head, *(wrap(title, size, lines - 2) if lines > 2 else ()))
    return Drawing(lines=(*said, wanted)[:lines])


def no_room(name: str, place: str, back: str, least: tuple[int, int], *, size: int, lines: int) -> tuple[Line, ...]:
    """At most so many lines of at most `size` cells: what it is, where one is in it, the key `back`, what is wanted.

    What is wanted stands last, and goes first where there is one line; the place goes last.
    """
    told: list[Line] = [(Span(f"{least[0]}×{least[1]} shows it", "dim"),)]
    if lines > 1:
        told.insert(0, (Span(name, "strong"),))
    if lines > 2:
        told.insert(1, (Span(back, "key"), Span(" back", "dim")))
    if lines > 3 and place:
        told.insert(1, (Span(place, "dim"),))
    return tuple(clip(line, size) for line in told)
