"""What the timeline screen shows, as one frozen value. Each transition returns the next one and clamps inside."""

from __future__ import annotations

from dataclasses import field, fields, replace
from enum import StrEnum

from tui.core.filters import EVERYTHING, Filter
from tui.core.names import fold
from tui.core.searching import sought
from tui.core.terms import Term, written
from tui.core.values import dataclass
from tui.view.clocks import Clock, window_words
from tui.view.units import Unit
from tui.view.windows import Window

HEIGHTS = (3, 1, 6)
"""Lines per event, in the order `w` cycles through them."""


class Region(StrEnum):
    """What the keys for left and right act on."""

    PANES = "panes"
    FOOT = "foot"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineState:
    """Cursor, filter and manner of showing. Knows how many events there are, never the events."""

    rows: Window = field(default_factory=Window)
    """One row per event."""
    panes: int = 0
    """Panes there are."""
    pane: int = 0
    """Index of the selected pane."""
    grouped: bool = False
    """Whether a pane is a publisher, not a source."""
    readings: bool = False
    """Whether a pane is a reading of the selected field."""
    slot: int = 0
    """Place among the panes drawn at which the selected one stands where it can, 0 is leftmost."""
    solo: bool = False
    """Whether only the selected pane is shown."""
    height: int = HEIGHTS[0]
    """Lines per event."""
    clock: Clock = Clock.LOCAL
    strip: bool = True
    zoom: Unit | None = None
    """What one cell of the bars is on the scale of time; None where each page and the strip have a scale that holds all."""
    keep: Filter = EVERYTHING
    held: Filter = EVERYTHING
    """The filter switched off for a moment."""
    search: str = ""
    named: tuple[tuple[str, ...], ...] = ()
    """All names, first the declared one, of whom and of what the words looked for are a name: events are found by these as well."""
    hits: int = 0
    spot: str | None = None
    """Key of the selected field or finding; None lets the worst stand in the foot."""
    region: Region = Region.PANES
    picks: tuple[str, ...] = ()
    """Ids of the sources picked for the comparison."""
    marked: tuple[str, ...] = ()
    """Ids of the events marked, the first marked first."""

    def moved(self, by: int) -> TimelineState:
        """The cursor `by` events on."""
        return self._at(self.rows.moved(by))

    def to(self, row: int) -> TimelineState:
        """The cursor on the event, a third from the top where it was out of view."""
        return self._at(self.rows.centred(row))

    def first(self) -> TimelineState:
        """On the first event."""
        return self._at(self.rows.to(0))

    def last(self) -> TimelineState:
        """On the last event."""
        return self._at(self.rows.to(self.rows.count - 1))

    def paged(self, pages: float) -> TimelineState:
        """A number of pages on."""
        return self._at(self.rows.paged(pages))

    def scrolled(self, top: int) -> TimelineState:
        """The view at the event `top`."""
        return self._at(self.rows.scrolled(top))

    def opened(self, row: int) -> TimelineState:
        """The event at the top of the view."""
        return self._at(self.rows.opened(row))

    def _at(self, rows: Window) -> TimelineState:
        spot = self.spot if rows.cursor == self.rows.cursor else None
        return replace(self, rows=rows, spot=spot)

    def landed(self, row: int, spot: str | None) -> TimelineState:
        """On a field of an event, as a flag names it."""
        return replace(self.to(row), spot=spot)

    def spotted(self, spot: str | None) -> TimelineState:
        """Another field of the same event."""
        return replace(self, spot=spot)

    def resized(self, lines: int) -> TimelineState:
        """So many lines are there for events."""
        return replace(self, rows=self.rows.resized(lines // self.height))

    def seeing(self, events: int) -> TimelineState:
        """So many events are wholly in view."""
        return replace(self, rows=self.rows.resized(events))

    def wrapped(self, lines: int) -> TimelineState:
        """The next number of lines per event."""
        height = HEIGHTS[(HEIGHTS.index(self.height) + 1) % len(HEIGHTS)]
        return replace(self, height=height).resized(lines)

    def sideways(self, by: int, offered: tuple[int, ...]) -> TimelineState:
        """The next pane among those on offer (indices, in pane order)."""
        if not offered:
            return self
        if self.pane in offered:
            index = offered.index(self.pane) + by
        else:
            index = sum(pane < self.pane for pane in offered) + (by if by < 0 else by - 1)
        return self.on_pane(offered[max(0, min(index, len(offered) - 1))])

    def on_pane(self, pane: int) -> TimelineState:
        """That pane selected."""
        return replace(self, pane=max(0, min(pane, self.panes - 1)), region=Region.PANES)

    def at_slot(self, slot: int) -> TimelineState:
        """The selected pane at that place among those drawn."""
        return replace(self, slot=max(0, slot))

    def first_drawn(self, offered: tuple[int, ...], room: int) -> int:
        """Index among the panes on offer of the first of the `room` drawn: the selected one keeps its place."""
        index = offered.index(self.pane) if self.pane in offered else sum(pane < self.pane for pane in offered)
        return max(0, min(index - min(self.slot, room - 1), len(offered) - room))

    def soloed(self) -> TimelineState:
        """Only the selected source, or all again."""
        return replace(self, solo=not self.solo)

    def clocked(self) -> TimelineState:
        """The next clock."""
        return replace(self, clock=self.clock.next)

    def zoomed(self, by: int, whole: Unit) -> TimelineState:
        """So many scales coarser, finer when negative; from the whole, which is told in the unit `whole`, to that one."""
        every = (*Unit, None)
        if self.zoom is None:
            return replace(self, zoom=whole) if by < 0 else self
        return replace(self, zoom=every[max(0, min(every.index(self.zoom) + by, len(every) - 1))])

    def stripped(self) -> TimelineState:
        """The density strip on or off."""
        return replace(self, strip=not self.strip)

    def elsewhere(self) -> TimelineState:
        """The other region."""
        return replace(self, region=Region.FOOT if self.region is Region.PANES else Region.PANES)

    def kept(self, keep: Filter, count: int, row: int = 0) -> TimelineState:
        """Another filter, under which so many events remain; the cursor on `row` of them."""
        state = replace(self, keep=keep, rows=self.rows.recounted(count), spot=None, hits=0)
        return state.to(row)

    def holding(self, held: Filter) -> TimelineState:
        """With a filter to come back to."""
        return replace(self, held=held)

    def searched(self, text: str, hits: int, named: tuple[tuple[str, ...], ...] = ()) -> TimelineState:
        """Looking for words that so many events hold, or one of these names."""
        return replace(self, search=text.strip(), hits=max(0, hits), named=named if text.strip() else ())

    @property
    def also(self) -> tuple[str, ...]:
        """Names that the words looked for mean, where they are not these."""
        return tuple(names[0] for names in self.named if fold(names[0]) != fold(self.search))

    @property
    def sought(self) -> str:
        """All that is marked where it stands, as `tui.core.searching.found` takes it."""
        return sought(self.search, *(name for names in self.named for name in names))

    def picked(self, source: str) -> TimelineState:
        """The source picked for the comparison, or no longer."""
        if source in self.picks:
            return replace(self, picks=tuple(pick for pick in self.picks if pick != source))
        return replace(self, picks=(*self.picks, source))

    def unpicked(self) -> TimelineState:
        """No source picked."""
        return replace(self, picks=())

    def marking(self, event: str) -> TimelineState:
        """The event marked, or no longer. Whether it passes the filter then, the store must be asked."""
        if event in self.marked:
            return replace(self, marked=tuple(mark for mark in self.marked if mark != event))
        return replace(self, marked=(*self.marked, event))

    def stocked(self, *, panes: int, count: int) -> TimelineState:
        """There are so many panes and, under the filter, events."""
        pane = max(0, min(self.pane, panes - 1))
        return replace(self, panes=panes, pane=pane, rows=self.rows.recounted(count))

    def regrouped(self, *, grouped: bool, panes: int, pane: int, readings: bool = False) -> TimelineState:
        """Panes made of publishers, of sources or of readings; the same one selected."""
        return replace(self, grouped=grouped, readings=readings, panes=panes, slot=0).on_pane(pane)


def narrower(keep: Filter) -> Filter:
    """The filter without its last part; the fields of a filter are dropped from the last to the first."""
    for part in reversed(fields(keep)):
        if part.name == "marked":
            continue
        value = getattr(keep, part.name)
        if isinstance(value, tuple) and value:
            return _with(keep, part.name, value[:-1])
        if isinstance(value, int):
            return _with(keep, part.name, None)
    return keep


def _with(keep: Filter, name: str, value: object) -> Filter:
    values = {part.name: getattr(keep, part.name) for part in fields(keep)}
    return Filter(**{**values, name: value}).knowing(keep.marked)


def filter_words(keep: Filter, zone: str) -> str:
    """The filter as one would type it: `actor:"Islamic State" verdict:conflict`; empty for none.

    In words stands what the language has no word for: a verdict of one of the fields named, and times by the clock.
    """
    typed, rest = keep.typed(), keep.untyped()
    if keep.texts:
        typed, rest = (Term("text", keep.texts), *typed), replace(rest, texts=())
    parts = [written(typed)] if typed else []
    named = (("actor", rest.actors), ("source", rest.sources), ("place", rest.places))
    parts += [f"{name} {' or '.join(values)}" for name, values in named if values]
    if rest.fields and rest.verdicts:
        parts.append(f"{' or '.join(rest.verdicts)} in {' or '.join(rest.fields)}")
    elif rest.fields or rest.verdicts:
        parts.append(" or ".join((*rest.fields, *rest.verdicts)))
    if keep.since is not None or keep.until is not None:
        parts.append(f"time: {window_words(keep.since, keep.until, zone)}")
    return " · ".join(parts)
