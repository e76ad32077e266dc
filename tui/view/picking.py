"""A short list to pick from: each entry a name and what is told of it."""

from __future__ import annotations

from tui.core.answers import EventRow
from tui.core.values import dataclass
from tui.view.clocks import window_words
from tui.view.glyphs import plain
from tui.view.safety import safe
from tui.view.scene import Drawing, Scene
from tui.view.spans import Line, Span, ends, wrap
from tui.view.windows import Window


@dataclass(frozen=True, slots=True)
class Entry:
    """One of the list."""

    key: str
    """What picking it gives."""
    name: str
    told: str = ""
    contested: bool = False


def event_entry(row: EventRow, scene: Scene) -> Entry:
    """The entry of an event: its title, when it was."""
    told = (
        window_words(row.earliest, row.latest, scene.zone, scene.home_year) if row.earliest or row.latest else "no time"
    )
    return Entry(row.verdict.id, row.verdict.title or row.verdict.id, plain(told, scene.glyphs), row.verdict.contested)


def picking(entries: tuple[Entry, ...], window: Window, scene: Scene, size: int, nothing: str) -> Drawing:
    """The entries in view, the selected one on its own ground."""
    if not entries:
        said = wrap((Span(plain(nothing, scene.glyphs), "dim"),), size - 3)
        return Drawing(lines=((), *((Span("  "), *line) for line in said)))
    view = entries[window.top : window.top + window.page]
    tones = tuple("cursor" if window.top + index == window.cursor else "" for index in range(len(view)))
    lines = tuple(_line(entry, window.top + index == window.cursor, scene, size) for index, entry in enumerate(view))
    return Drawing(lines=lines, tones=tones, total=len(entries), top=window.top)


def _line(entry: Entry, here: bool, scene: Scene, size: int) -> Line:
    edge = Span(scene.glyphs.here if here else " ", "key")
    sign = Span("! " if entry.contested else "  ", "finding")
    return ends((edge, sign, Span(safe(entry.name), "strong")), (Span(f"  {safe(entry.told)} ", "dim"),), size)
