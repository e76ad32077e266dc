"""The way one came: a view that was left for what it shows is gone back to, as it was left. Only where there is none `q` leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from tui.core.filters import Filter
from tui.screens.base import ExplorerScreen, Way
from tui.screens.marking import Marking
from tui.view.memory import Place
from tui.view.state import TimelineState


class Ways(Marking):
    """The part of the timeline screen that opens views, and takes back from each the place one was at there."""

    trail: tuple[Way, ...] = ()
    """Views one left for what they show, the last one at the end; each stands there once."""

    places: Mapping[str, Place] = MappingProxyType({})
    """Where one was in each view when it stood last."""

    _coming: Callable[[], None] | None = None
    """What comes of the view that was left, once what passes is known."""

    def keep_only(self, keep: Filter) -> None:
        """Apply the filter."""
        raise NotImplementedError

    def once_passing(self, keep: Filter, then: Callable[[], None]) -> None:
        """Do something once it is known what the filter lets pass."""
        raise NotImplementedError

    def open_view(self, view: ExplorerScreen) -> None:
        """Show it over the timeline."""
        self.app.push_screen(view, partial(self.came_back, view))

    def came_back(self, view: ExplorerScreen, state: TimelineState | None) -> None:
        """From a view: under the filter chosen there, else at the place where one was there; past the timeline to the view that
        it was opened from."""
        if state is not None and state.keep != self.state.keep:
            self._coming = partial(self._came_back, view, state)
            self.once_passing(state.keep, self._come)
        else:
            self._came_back(view, state)

    def _come(self) -> None:
        """Be where one comes to, if one is not yet."""
        coming, self._coming = self._coming, None
        if coming is not None:
            coming()

    def let_be(self) -> None:
        """Whoever would rather go back goes back from where one came to."""
        super().let_be()
        self._come()

    def _came_back(self, view: ExplorerScreen, state: TimelineState | None) -> None:
        if state is not None:
            self.come_to(state)
        if view.place():
            self.places = {**self.places, view.situation().view: view.place()}
        way = view.way()
        if way is not None:
            self.trail = (*(other for other in self.trail if other.view != way.view), way)
        elif view.asked_away:
            self.trail = tuple(replace(other, onward=False) for other in self.trail)
        elif self.trail and self.trail[-1].onward:
            self.do_back()
        self.draw_soon()

    def come_to(self, state: TimelineState) -> None:
        """To where one is in a view over it: under its filter, else on its event."""
        if state.keep != self.state.keep:
            self.keep_only(state.keep)
        elif state is not self.state:
            self.marked_anew(state.resized(self.state.rows.page * self.state.height))

    def draw_soon(self) -> None:
        """Draw every part of the screen, once."""
        raise NotImplementedError

    def do_back(self) -> None:
        """To the view one came from, with the filter there was: where there was none, the one set there is switched off, and
        one key brings it back. From the top leave."""
        self._come()
        if not self.trail:
            self.app.exit(0)
            return
        *before, way = self.trail
        self.trail = tuple(before)
        if way.before != way.after and way.after.knowing(self.state.marked) == self.state.keep:
            if way.before.is_empty:
                self.state = self.state.holding(self.state.keep)
            self.keep_only(way.before)
        self.open_view(way.again(self.session, self.state))
