"""The reasons for a verdict, over the view they were asked from."""

from __future__ import annotations

from tui.core.answers import EventRow
from tui.screens.sheet import SheetScreen
from tui.view.marks import Spot
from tui.view.scene import Scene
from tui.view.spans import Line
from tui.view.why import why


class WhyScreen(SheetScreen):
    """Rule, values as read, quotes, locators, origins."""

    heading = "Why"

    def __init__(self, scene: Scene, row: EventRow, spot: Spot) -> None:
        super().__init__()
        self._scene, self._row, self._spot = scene, row, spot

    def lines(self, width: int) -> tuple[Line, ...]:
        """The reasons."""
        return why(self._spot, self._row, self._scene, width)
