"""From any view to any other: back to the timeline, and from there on."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile
from typing import TYPE_CHECKING

from textual.screen import Screen

from tui.app.editing import Editing

if TYPE_CHECKING:
    from tui.screens.asked import BeneathAsked, ViewAsked
    from tui.screens.timeline import TimelineScreen


class Views(Editing):
    """The part of the app that changes the view."""

    def _above(self, screen: type[TimelineScreen]) -> Iterable[Screen[object]]:
        return list(takewhile(lambda standing: not isinstance(standing, screen), reversed(self.screen_stack)))

    def on_view_asked(self, message: ViewAsked) -> None:
        """Back to the timeline and from there to the view."""
        from tui.screens.base import ExplorerScreen  # noqa: PLC0415  (screens load after the first paint)
        from tui.screens.timeline import TimelineScreen  # noqa: PLC0415  (screens load after the first paint)

        message.stop()
        for standing in self._above(TimelineScreen):
            if isinstance(standing, ExplorerScreen):
                standing.asked_away = message.view
                standing.dismiss(standing.leaving())
            else:
                standing.dismiss(None)
        if message.view != "timeline":
            self.call_later(self._show, message.view)
        elif message.then is not None:
            timeline = next(standing for standing in self.screen_stack if isinstance(standing, TimelineScreen))
            timeline.call_later(message.then)

    def on_beneath_asked(self, message: BeneathAsked) -> None:
        """The timeline comes to where one is, then does it."""
        from tui.screens.base import ExplorerScreen  # noqa: PLC0415  (screens load after the first paint)
        from tui.screens.timeline import TimelineScreen  # noqa: PLC0415  (screens load after the first paint)

        message.stop()
        view = self.screen
        timeline = next(standing for standing in self.screen_stack if isinstance(standing, TimelineScreen))
        left = view.leaving() if isinstance(view, ExplorerScreen) else None
        if left is not None:
            timeline.come_to(left)
        timeline.action_do(message.action)

    def _show(self, view: str) -> None:
        from tui.screens.timeline import TimelineScreen  # noqa: PLC0415  (screens load after the first paint)

        if isinstance(self.screen, TimelineScreen):
            self.screen.action_do(view)
