"""What a screen shows where there is no room for it: over all of it what it is, and how much room it wants."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from tui.screens.base import ExplorerScreen
from tui.screens.showing import StyledOnce
from tui.view.actions import key_name
from tui.view.scene import Drawing
from tui.view.state import TimelineState
from tui.view.tiny import LEAST, is_tiny, no_room
from tui.view.windows import Window
from tui.widgets.canvas import Canvas

Result = TypeVar("Result")


class Roomed(StyledOnce[Result]):
    """A screen that wants some room. What lies under the words stays as it is, and its keys do what they do."""

    LEAST: ClassVar[tuple[int, int]] = LEAST
    """Columns and lines of the smallest window in which it can be read."""

    _small = False

    def named(self) -> tuple[str, str]:
        """What it is, and where one is in it."""
        raise NotImplementedError

    def way_back(self) -> str:
        """The key that leads back: this one, however keys were chosen."""
        return "Esc"

    def on_resize(self) -> None:
        """There may be too little room, or enough again."""
        self.see_room()

    def on_screen_resume(self) -> None:
        """The window may have become another while something stood over it."""
        self.see_room()

    def see_room(self) -> None:
        """Tell what is wanted where there is no room; nothing where there is."""
        width, height = self.app.size
        small = is_tiny(width, height, self.LEAST)
        if not self.stands or not (small or self._small):
            return
        self._small = small
        room = next(iter(self.query("#room").results(Canvas)), None)
        if room is None:
            room = Canvas(id="room")
            self.styles.layers = "base room"
            self.mount(room)
        room.display = small
        self.styles.overflow_y = "hidden" if small else "auto"  # what does not fit would have the words scrolled
        if small:
            name, place = self.named()
            room.drawing = Drawing(lines=no_room(name, place, self.way_back(), self.LEAST, size=width, lines=height))


class RoomedView(Roomed[TimelineState | None], ExplorerScreen):
    """A view that wants some room: it is told where one is in it."""

    PLACE: ClassVar[str] = ""
    """What its title calls it, where that is not the name of the view."""

    def rows_there(self) -> Window:
        """What one moves in."""
        return self.beneath.rows

    def named(self) -> tuple[str, str]:
        """The view, and which of how many rows."""
        return self.PLACE or self.situation().view, self.rows_there().place

    def way_back(self) -> str:
        """As it was chosen."""
        return "".join(map(key_name, self.scene.keymap.of("back", self.situation().view).keys[:1]))

    def action_do(self, identity: str) -> None:
        """Do it, and tell where one is by then."""
        super().action_do(identity)
        self.see_room()

    def counted(self) -> None:
        """Tell where one is in what is there now."""
        super().counted()
        self.see_room()

    def on_mount(self) -> None:
        """A view may open where there is no room."""
        self.see_room()
