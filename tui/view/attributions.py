"""Who gives a reading, as words: the sources, whom they quote, how many origins that makes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tui.core.answers import EventRow
from tui.core.judgements import Reading
from tui.view.claims import known_origins, leavers, speakers
from tui.view.glyphs import plain
from tui.view.safety import safe
from tui.view.scene import Scene
from tui.view.spans import Line, Span, wrap

MOST_SIGLA = 40
"""Sources named in a reading; the others are counted, so that agreement of two hundred does not hide what differs."""
_MOST_QUOTING = 12
"""Sources of a reading up to which it is told whom they quote."""


def spoken_where_room(told: Callable[..., Line], reading: Reading, room: int, *, indent: int, spare: int) -> list[Line]:
    """The paragraph with who is quoted by each source, where that takes at most so many lines more; else without."""
    if len(reading.sources) > _MOST_QUOTING:
        return list(wrap(told(spoken=False), room, 0, indent))
    full = wrap(told(spoken=True), room, 0, indent)
    if len(full) <= 1 + spare:
        return list(full)
    bare = wrap(told(spoken=False), room, 0, indent)
    return list(full if len(full) <= len(bare) + spare else bare)


def witnesses_of_reading(reading: Reading, row: EventRow, scene: Scene, *, based: bool, spoken: bool) -> Line:
    """Its sources, whether it is the base, its origins; `spoken` with whom they quote."""
    spans: list[Span] = []
    if based:
        spans.append(Span("base ", "good"))
    spans += sigla(reading, row, scene, spoken=spoken)
    origins = known_origins(reading.origins)
    spans.append(Span(plain(f"· {origins}", scene.glyphs) if origins else "", "dim"))
    if reading.superseded:
        spans.append(Span(" · superseded", "faint"))
    return tuple(spans)


def sigla(reading: Reading, row: EventRow, scene: Scene, *, spoken: bool = False) -> list[Span]:
    """Its sources, each with how often it gives the reading."""
    spans = []
    heard = scene.among(reading.sources)
    left, mine = leavers(reading, row.reports), frozenset(reading.reports)
    counts = Counter(report.source for report in row.reports if report.id in mine)
    for source in heard[:MOST_SIGLA]:
        count = counts[source.id]
        times = plain(f"×{count}", scene.glyphs) if count > 1 else ""
        spans.append(Span(f"{safe(source.siglum)}{times} ", "siglum"))
        said = speakers(row, reading, source.id) if spoken else ()
        spans += [Span(f"({safe(', '.join(said))}) ", "dim")] if said else []
        spans += [Span("(superseded) ", "faint")] if source.id in left else []
    if len(heard) > MOST_SIGLA:
        spans.append(Span(f"+{len(heard) - MOST_SIGLA} ", "dim"))
    return spans
