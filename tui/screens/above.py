"""A view over the timeline that has a list of its own: it stands on what the timeline keeps, and goes back to where that was."""

from __future__ import annotations

from tui.screens.base import Session
from tui.screens.room import RoomedView
from tui.view.memory import Place
from tui.view.state import TimelineState


class Above(RoomedView):
    """The part of a screen that knows the timeline beneath."""

    def __init__(self, session: Session, timeline: TimelineState, place: Place = ()) -> None:
        """`place`: where one was in it when it stood last, as `place` told it then."""
        super().__init__(session)
        self._timeline = timeline
        self._place = place
        self._there: TimelineState | None = None
        """Where one was sent from here."""

    @property
    def beneath(self) -> TimelineState:
        """The timeline as it stands."""
        return self._timeline

    def leaving(self) -> TimelineState:
        """Where one was sent, else where one was."""
        return self._there or self._timeline
