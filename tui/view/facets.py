"""What there is to filter by, in groups with counts, and the filter that results from taking a value or letting it go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from tui.core.answers import Facet
from tui.core.filters import Filter
from tui.core.judgements import Verdict
from tui.core.terms import MARKED, Term
from tui.core.values import dataclass
from tui.view.glyphs import plain
from tui.view.marks import mark_of_flag
from tui.view.safety import safe
from tui.view.scene import Drawing, Scene
from tui.view.spans import Line, Span, clip, ends, width
from tui.view.windows import Window

GROUPS = {
    "is": "State",
    "verdict": "Verdict of a field",
    "kind": "Kind",
    "publisher": "Publisher",
    "actor": "Actor",
    "place": "Place",
    "tag": "Tag",
}
"""Names of the query language with their headings, in the order shown."""
_STATES = {
    "contested": "an open discrepancy",
    "single-origin": "all of one origin",
    "ruled": "decided by an analyst",
    "unplaced": "a report without event",
    MARKED: "by you, with m",
}
"""What the states mean, in a few words."""
MOST = 12
"""Values of a group; the rest is typed with &."""
_PARTS = {"actor": "actors", "place": "places", "verdict": "verdicts"}


@dataclass(frozen=True, slots=True)
class Row:
    """A value, or the heading over some."""

    name: str
    value: str = ""
    """Empty for a heading."""
    label: str = ""
    events: int = 0


def rows(groups: Mapping[str, tuple[Facet, ...]], keep: Filter) -> tuple[Row, ...]:
    """Headings and values; a value taken stays in sight where nothing is left of it."""
    made: list[Row] = []
    for name, heading in GROUPS.items():
        every = groups.get(name, ())
        labels = Counter(facet.label for facet in every)
        named = [Row(name, _named(name, facet, labels), facet.label, facet.events) for facet in every]
        taken = _taken(keep, name)
        shown = [row for place, row in enumerate(named) if place < MOST or row.value in taken]
        gone = [Row(name, value, value) for value in taken if value not in {row.value for row in named}]
        if shown or gone:
            left = len(named) - len(shown)
            made += [Row(name, label=heading + (f", {left} more with &" if left else "")), *shown, *gone]
    return tuple(made)


def _named(name: str, facet: Facet, labels: Mapping[str, int]) -> str:
    return facet.label if name == "place" and labels[facet.label] == 1 else facet.value


def _taken(keep: Filter, name: str) -> tuple[str, ...]:
    """Values of that name the filter asks for."""
    own: tuple[str, ...] = getattr(keep, _PARTS[name]) if name in _PARTS else ()
    return (*own, *(value for term in keep.terms if term.name == name and not term.negated for value in term.values))


def toggled(keep: Filter, name: str, value: str) -> Filter:
    """The filter with the value as a further alternative of its name, or without it."""
    if value in _taken(keep, name):
        return _dropped(keep, name, value)
    for place, term in enumerate(keep.terms):
        if term.name == name and not term.negated and not term.every:
            grown = replace(term, values=(*term.values, value))
            return replace(keep, terms=(*keep.terms[:place], grown, *keep.terms[place + 1 :]))
    part = _PARTS.get(name)
    if part is not None and getattr(keep, part):
        return _with(keep, part, (*getattr(keep, part), value))
    return replace(keep, terms=(*keep.terms, Term(name, (value,))))


def _dropped(keep: Filter, name: str, value: str) -> Filter:
    terms: list[Term] = []
    for term in keep.terms:
        left = tuple(other for other in term.values if other != value)
        if term.name != name or term.negated:
            terms.append(term)
        elif left:
            terms.append(replace(term, values=left, every=term.every and len(left) > 1))
    kept = replace(keep, terms=tuple(terms))
    part = _PARTS.get(name)
    return kept if part is None else _with(kept, part, tuple(other for other in getattr(keep, part) if other != value))


def _with(keep: Filter, part: str, values: tuple[str, ...]) -> Filter:
    return replace(keep, **{part: values})  # type: ignore[arg-type]


def moved(made: tuple[Row, ...], window: Window, by: int) -> Window:
    """The cursor `by` values on; headings are passed over, the first one comes into view with its first value."""
    index, step = window.cursor, 1 if by > 0 else -1
    for _ in range(abs(by)):
        found = index + step
        while 0 <= found < len(made) and not made[found].value:
            found += step
        if not 0 <= found < len(made):
            break
        index = found
    there = window.to(index)
    hidden = window.page > 1 and index > 0 and not made[index - 1].value and there.top == index
    return there.scrolled(index - 1) if hidden else there


def grouped(made: tuple[Row, ...], window: Window, by: int) -> Window:
    """On the first value of the next group, or of the one before."""
    starts = [index + 1 for index, row in enumerate(made) if not row.value]
    here = max((place for place, start in enumerate(starts) if start <= window.cursor), default=0)
    if not starts:
        return window
    there = starts[max(0, min(here + by, len(starts) - 1))]
    return window.to(there + min(4, len(made) - 1 - there)).to(there - 1).to(there)


def drawing(made: tuple[Row, ...], keep: Filter, window: Window, scene: Scene, size: int) -> Drawing:
    """The rows in view."""
    if not made:
        return Drawing(lines=((), (Span("  Nothing to filter by.", "dim"),)))
    most = max((row.events for row in made), default=0)
    view = range(window.top, min(window.top + window.page, len(made)))
    lines = tuple(_line(made[index], keep, most, scene, size, here=index == window.cursor) for index in view)
    tones = tuple("cursor" if index == window.cursor else "" for index in view)
    return Drawing(lines=lines, tones=tones, total=len(made), top=window.top)


def _line(row: Row, keep: Filter, most: int, scene: Scene, size: int, *, here: bool) -> Line:
    if not row.value:
        return clip((Span(plain(row.label, scene.glyphs), "label"),), size)
    on = row.value in _taken(keep, row.name)
    edge = Span(scene.glyphs.here if here else " ", "key")
    tick = Span(f"{scene.glyphs.picked if on else ' '} ", "good")
    mark: tuple[Span, ...] = ()
    words = row.label
    if row.name == "verdict" and row.value in set(Verdict):
        shown = mark_of_flag("", Verdict(row.value))
        words = shown.word
        mark = (Span(f"{shown.sign(ascii_only=scene.glyphs.ascii)} ", shown.role),)
    length = -(-row.events * 8 // most) if most else 0
    bar = (scene.glyphs.bars[-1] if not scene.glyphs.ascii else "#") * length
    short = (Span(f"  {_STATES[row.value]}", "faint"),) if row.name == "is" and row.value in _STATES else ()
    left: Line = (edge, tick, *mark, Span(safe(words), "strong" if on else ""))
    right: Line = (Span(f" {bar:<8}", "bar"), Span(f"{row.events:>7,} ", "dim"))
    return ends((*left, *short) if width((*left, *short, *right)) < size else left, right, size)
