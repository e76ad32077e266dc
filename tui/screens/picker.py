"""A short list over the screen below: Enter gives the key of an entry, Esc None. What the entries are, callers say."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import var

from tui.screens.room import Roomed
from tui.screens.showing import Overlay
from tui.view.picking import Entry, picking
from tui.view.scene import Drawing, Scene
from tui.view.windows import Window
from tui.widgets.canvas import Canvas
from tui.widgets.looks import Looks

_FRAME = 2
"""Lines of the frame."""


class PickerScreen(Roomed[str | None], Overlay[str | None]):
    """Entries of one line each. `drop`, where given, takes an entry out of the list for good."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "by(1)", "down", show=False, id="down"),
        Binding("k,up", "by(-1)", "up", show=False, id="up"),
        Binding("ctrl+d,pagedown", "page(1)", "page down", show=False),
        Binding("ctrl+u,pageup", "page(-1)", "page up", show=False),
        Binding("g,home", "by(-1000000)", "first", show=False, id="first"),
        Binding("G,end", "by(1000000)", "last", show=False, id="last"),
        Binding("enter", "pick", "pick", show=False),
        Binding("m,backspace,delete", "drop", "drop", show=False),
        Binding("escape,q", "cancel", "cancel", show=False),
    ]
    LEAST = (36, 6)
    window: var[Window] = var(Window, init=False)
    drawing: var[Drawing] = var(Drawing)

    def __init__(
        self,
        heading: str,
        entries: Callable[[], tuple[Entry, ...]],
        scene: Scene,
        *,
        hint: str,
        nothing: str = "Nothing is here.",
        drop: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self._heading, self._hint, self._nothing, self._scene = heading, hint, nothing, scene
        self._ask, self._drop = entries, drop
        self._entries = entries()

    def named(self) -> tuple[str, str]:
        """Its heading, and which of how many entries."""
        return self._heading, self.window.place

    def compose(self) -> ComposeResult:
        """One frame."""
        canvas = Canvas(id="sheet").data_bind(drawing=PickerScreen.drawing)
        canvas.border_title, canvas.border_subtitle = self._heading, self._hint
        yield Looks()
        yield canvas

    @on(Canvas.Resized, "#sheet")
    def fitted(self, message: Canvas.Resized) -> None:
        """Another number of entries fits."""
        window = self.window.recounted(len(self._entries)).resized(message.extent.height)
        self.set_reactive(PickerScreen.window, window)
        self.draw()

    def watch_window(self, _: Window, window: Window) -> None:
        """Draw it."""
        self.draw()
        self.see_room()

    def draw(self) -> None:
        """The entries in view, in a frame no higher than they need."""
        canvas = self.query_one("#sheet", Canvas)
        width = canvas.scrollable_content_region.width
        if width > 0:
            canvas.styles.height = min(max(len(self._entries), 3) + _FRAME, self.size.height)
            self.drawing = picking(self._entries, self.window, self._scene, width, self._nothing)

    def action_by(self, rows: int) -> None:
        """Move."""
        self.window = self.window.moved(rows)

    def action_page(self, pages: int) -> None:
        """Move by pages."""
        self.window = self.window.paged(pages)

    def action_pick(self) -> None:
        """Give the selected entry."""
        if self._entries:
            self.dismiss(self._entries[self.window.cursor].key)

    def action_drop(self) -> None:
        """Take the selected entry out."""
        if self._drop is not None and self._entries:
            self._drop(self._entries[self.window.cursor].key)
            self._entries = self._ask()
            self.set_reactive(PickerScreen.window, self.window.recounted(len(self._entries)))
            self.draw()

    def action_cancel(self) -> None:
        """Give nothing."""
        self.dismiss(None)

    @on(Canvas.Pressed, "#sheet")
    def pressed(self, message: Canvas.Pressed) -> None:
        """Select; the selected one is given."""
        row = self.window.top + message.y
        if row < len(self._entries):
            self.window = self.window.to(row)
            self.action_pick()

    @on(Canvas.Wheeled)
    def wheeled(self, message: Canvas.Wheeled) -> None:
        """Scroll."""
        self.window = self.window.scrolled(self.window.top + message.lines)
