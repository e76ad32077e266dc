"""How the cursor of the timeline moves up and down, and how close one looks."""

from __future__ import annotations

from tui.screens.pages import Pages
from tui.view.units import unit_of


class Moves(Pages):
    """The part of the timeline screen that goes from event to event."""

    def do_down(self) -> None:
        """Next event."""
        self.state = self.state.moved(1)

    def do_up(self) -> None:
        """Previous event."""
        self.state = self.state.moved(-1)

    do_next_event, do_previous_event = do_down, do_up

    def do_half_down(self) -> None:
        """Half a page down."""
        self.state = self.state.paged(0.5)

    def do_half_up(self) -> None:
        """Half a page up."""
        self.state = self.state.paged(-0.5)

    def do_page_down(self) -> None:
        """A page down."""
        self.state = self.state.paged(1)

    def do_page_up(self) -> None:
        """A page up."""
        self.state = self.state.paged(-1)

    def do_first(self) -> None:
        """First event."""
        self.state = self.state.first()

    def do_last(self) -> None:
        """Last event."""
        self.state = self.state.last()

    def do_zoom_in(self) -> None:
        """A finer scale of time."""
        self._zoom(-1)

    def do_zoom_out(self) -> None:
        """A coarser scale of time, at last the whole at once."""
        self._zoom(1)

    def _zoom(self, by: int) -> None:
        self.unsay()
        zoomed = self.state.zoomed(by, unit_of(self.bars()))
        if zoomed == self.state:
            self.say(
                "one cell is an hour: there is no finer scale"
                if by < 0
                else "all is in sight: there is no coarser scale"
            )
        self.state = zoomed
