"""What the timeline opens beyond the reading of one event: origins, sources, actors. Takes back a place or a filter."""

from __future__ import annotations

from tui.screens.cast import CastScreen
from tui.screens.origins import OriginsScreen
from tui.screens.seeking import Seeking
from tui.screens.sources import SourcesScreen
from tui.view.state import TimelineState


class Overviews(Seeking):
    """The part of the timeline screen that opens overviews."""

    def do_origins(self) -> None:
        """Who repeats whom behind the selected event."""
        self.app.push_screen(OriginsScreen(self.session, self.state), self.retaken)

    def do_sources(self) -> None:
        """How often every two sources agree."""
        self.app.push_screen(SourcesScreen(self.session, self.state), self.retaken)

    def do_cast(self) -> None:
        """Actors by role and spelling."""
        self.app.push_screen(CastScreen(self.session, self.state), self.retaken)

    def retaken(self, state: TimelineState | None) -> None:
        """Back from an overview: under the filter chosen there, else at the place where one was there."""
        if state is None:
            return
        if state.keep != self.state.keep:
            self.keep_only(state.keep)
        else:
            self.state = state.resized(self.state.rows.page * self.state.height)
