"""What of the timeline is in view: events, the rules between them, the density. Asks the store once for each."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Generator, Iterator
from functools import partial
from time import monotonic

from textual import work
from textual.timer import Timer
from textual.worker import get_current_worker

from tui.core.answers import DensityBar, EventRow, EventTitle
from tui.core.filters import EVERYTHING, Filter
from tui.screens.base import ExplorerScreen, Session
from tui.view.density import density
from tui.view.pauses import Breaks, Placed, breaks
from tui.view.spans import Line
from tui.view.state import TimelineState
from tui.view.stretches import Stretch, stretch_of, stretched
from tui.view.units import unit_of
from tui.widgets.canvas import Canvas

_REMEMBERED = 512
"""Events kept at hand while one moves about."""
_NEAR = 3
"""Events before and after those in view that may have come into it while files were read again."""
_FEW = 250
"""Events that are all asked ahead: one of two dozen reports is judged for longer than a frame, wherever a key leads to it."""
_STILL = 0.2
"""Seconds without another picture after which events near those in view are asked for."""
_MOMENT = 0.006
"""Seconds that a step goes on drawing: a picture that was drawn before takes less, at 200 × 50, and stands in the step of its key."""


def foresee(session: Session, state: TimelineState) -> None:
    """Have the events in view judged over files that were read again, in the thread that read them: few are elsewhere by now."""
    top, page = state.rows.top, state.rows.page
    most = page + page // state.height + 1  # as many as are in view with a rule before each of them, or with none
    session.page(state.keep, max(0, top - _NEAR), most + 2 * _NEAR)


class Pages(ExplorerScreen):
    """The part of the timeline screen that asks what there is to draw."""

    state: TimelineState

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._still: Timer | None = None
        self._pieces: Iterator[bool] = iter(())
        """What is still to do of the picture."""
        self._to_draw = False
        self.forget()

    def forget(self) -> None:
        """Ask for everything anew."""
        self._known: dict[int, EventRow] = {}
        self._titles: dict[int, EventTitle] = {}
        self._known_of: Filter | None = None
        self._reached: dict[int, int | None] = {}
        self._bars: tuple[DensityBar, ...] = ()
        self._bars_of: Filter | None = None
        self._near: tuple[DensityBar, ...] = ()
        self._near_of: tuple[Filter, Stretch] | None = None

    @property
    def row(self) -> EventRow | None:
        """The selected event."""
        raise NotImplementedError

    @property
    def _body(self) -> Canvas:
        raise NotImplementedError

    def rows(self) -> tuple[EventRow, ...]:
        """The events in view; each is asked for once, as long as the filter is the same."""
        return self._asked(self._in_view())

    def _in_view(self) -> range:
        top, most = self.state.rows.top, self._lines // self.state.height + 1
        return range(top, min(top + most, self.state.rows.count))

    def _asked(self, wanted: range) -> tuple[EventRow, ...]:
        self._of(self.state.keep)
        missing = [place for place in wanted if place not in self._known]
        if missing:
            found = self.session.page(self.state.keep, missing[0], missing[-1] - missing[0] + 1)
            self._known.update(zip(range(missing[0], missing[-1] + 1), found, strict=False))
        return tuple(self._known[place] for place in wanted if place in self._known)

    def _timed(self, keep: Filter, wanted: range) -> tuple[Placed, ...]:
        """The events with nothing but their times asked: none is judged for it."""
        self._of(keep)
        missing = [place for place in wanted if place not in self._known and place not in self._titles]
        if missing:
            found = self.store.titles(keep, missing[0], missing[-1] - missing[0] + 1)
            self._titles.update((each.position, each) for each in found)
        known = (self._known.get(place) or self._titles.get(place) for place in wanted)
        return tuple(each for each in known if each is not None)

    def _of(self, keep: Filter) -> None:
        """Know only what passes that filter."""
        if self._known_of != keep or len(self._known) > _REMEMBERED:
            self._known, self._titles, self._known_of, self._reached = {}, {}, keep, {}

    def draw(self) -> Iterator[bool]:
        """Every part of the screen from the state, a piece at a time; what is made stands on the screen with the last one. Of each
        whether a step ends with it, however short it was."""
        raise NotImplementedError

    def draw_soon(self) -> None:
        """Draw: now, and what takes longer in steps of its own. A picture that is still being drawn is of a state of before."""
        self._pieces = self._judged_and_drawn()
        if not self._to_draw and not self._drawn_on():
            self._to_draw = True
            self.call_later(self._draw_on)

    async def _draw_on(self) -> None:
        await sleep(0)
        while not self._drawn_on():
            await sleep(0)
        self._to_draw = False

    def _drawn_on(self) -> bool:
        """Go on drawing for a moment; whether that was all."""
        end = monotonic() + _MOMENT
        return not self.stands or not any(ends or monotonic() > end for ends in self._pieces)  # else it is leaving

    def _judged_and_drawn(self) -> Iterator[bool]:
        if self._unknown() is not None:
            yield True
        while (place := self._unknown()) is not None and self._asked(range(place, place + 1)):
            yield True
        yield from self.draw()

    def _unknown(self) -> int | None:
        """The first event in view that was not asked for yet."""
        self._of(self.state.keep)
        return next((place for place in self._in_view() if place not in self._known), None)

    def look_ahead(self) -> None:
        """Once the picture stands still, have the events around those in view judged, and the first and last, or all: in a thread."""
        if self._still is not None:
            self._still.stop()
        self._still = self.set_timer(_STILL, self._look_ahead)

    def _look_ahead(self) -> None:
        if not self.stands:
            return
        rows, most = self.state.rows, self._lines // self.state.height + 2
        wanted = (
            range(rows.top, rows.top + self._lines + most),
            range(rows.top - most, rows.top),
            range(most),
            range(rows.count - most, rows.count),
            range(rows.count if rows.count <= _FEW else 0),
        )
        missing = [place for some in wanted for place in some if 0 <= place < rows.count and place not in self._known]
        if missing and self._known_of == self.state.keep:
            self._ask_ahead(self.session, self.state.keep, tuple(dict.fromkeys(missing)))

    # Without a description Textual spells one out of the arguments: the dossier, 6 ms for a key.
    @work(thread=True, exclusive=True, group="ahead", description="asks ahead")
    def _ask_ahead(self, session: Session, keep: Filter, places: tuple[int, ...]) -> None:
        for place in places:
            if get_current_worker().is_cancelled:
                return
            self.app.call_from_thread(self._foreseen, session, keep, place, session.page(keep, place, 1))

    def _foreseen(self, session: Session, keep: Filter, place: int, found: tuple[EventRow, ...]) -> None:
        if session is self.session and keep == self._known_of and found:
            self._known.setdefault(place, found[0])

    def between(self, state: TimelineState) -> Breaks:
        """The rules between the events in view."""
        top, most = state.rows.top, self._lines // state.height + 1
        stop = min(top + most, state.rows.count)
        rows = self._timed(state.keep, range(max(0, top - 1), stop))
        before, rows = (rows[0], rows[1:]) if top and rows else (None, rows)
        return breaks(
            rows, before, unit=state.zoom or unit_of(self.bars()), zone=self.scene.zone, lines=self._lines,
            reach=partial(self._reach, stop), filtered=not state.keep.is_empty,
        )  # fmt: skip

    def _reach(self, stop: int, position: int) -> int | None:
        """Asked for all events up to `stop` at once: each looks back over as many."""
        if position not in self._reached:
            found = self.store.reaches(self._known_of or EVERYTHING, position, stop - position)
            self._reached.update(enumerate(found, start=position))
        return self._reached[position]

    def validate_state(self, state: TimelineState) -> TimelineState:
        """The state with as many events to a page as are wholly seen beside the rules between them."""
        if not self.is_mounted or not self._lines:
            return state
        for _ in range(3):
            top, most = state.rows.top, self._lines // state.height + 1
            rest = min(most, state.rows.count - top)
            page = self.between(state).fitting(rest, state.height, self._lines)
            if page == state.rows.page:
                break
            state = state.seeing(page)
        return state

    @property
    def _lines(self) -> int:
        """Lines there are for events."""
        return self._body.scrollable_content_region.height

    def titles(self, rows: tuple[EventRow, ...]) -> dict[str, str]:
        """Titles of the events that rows without a time are said to have followed."""
        without = [row for row in rows if row.earliest is None and row.latest is None]
        named = {event for row in without for report in row.reports for event in report.after}
        found = ((name, self.store.event(name, EVERYTHING)) for name in sorted(named))
        return {name: row.verdict.title or name for name, row in found if row is not None}

    def bars(self) -> tuple[DensityBar, ...]:
        """The density of what passes, asked for once per filter."""
        if self._bars_of != self.state.keep:
            self._bars, self._bars_of = self.store.density(self.state.keep), self.state.keep
        return self._bars

    def strip(self, size: int) -> Generator[bool, None, Line]:
        """The density of the whole, or of a stretch around the selected event, which is counted a piece at a time, as in `draw`."""
        state, scene, row = self.state, self.scene, self.row
        moment = None if row is None else row.earliest if row.earliest is not None else row.latest
        near = (
            stretch_of(state.zoom, moment, scene.zone, size) if state.zoom is not None and moment is not None else None
        )
        if near is None or moment is None:
            return density(
                self.bars(), cursor=state.rows.cursor, zone=scene.zone, size=size, glyphs=scene.glyphs,
                home_year=scene.home_year,
            )  # fmt: skip
        if self._near_of != (state.keep, near):
            counted = []
            for bar in self.store.density_between(state.keep, near.since, near.until, hourly=near.hourly):
                counted.append(bar)
                yield False
            self._near, self._near_of = tuple(counted), (state.keep, near)
        return stretched(self._near, near, moment, size, scene.glyphs)
