"""A window to type into, with a list under it that what is typed makes shorter. What is listed and chosen, subclasses say."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.widgets import Input

from tui.screens.room import Roomed
from tui.screens.showing import Overlay
from tui.view.scene import Drawing
from tui.view.windows import Window
from tui.widgets.bare import Frame
from tui.widgets.canvas import Canvas
from tui.widgets.looks import Looks

Result = TypeVar("Result")


class NarrowingScreen(Roomed[Result], Overlay[Result]):
    """Enter chooses; Esc gives None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "cancel", show=False),
        Binding("down,ctrl+n", "by(1)", "down", show=False),
        Binding("up,ctrl+p", "by(-1)", "up", show=False),
        Binding("pagedown", "page(1)", "page down", show=False),
        Binding("pageup", "page(-1)", "page up", show=False),
    ]
    HEADING: ClassVar[str]
    HINT: ClassVar[str]
    """What can be typed."""
    KEYS: ClassVar[str] = "type to narrow  Enter takes it  Esc leaves"
    window: var[Window] = var(Window, init=False)
    drawing: var[Drawing] = var(Drawing)

    def named(self) -> tuple[str, str]:
        """Its heading, and which of how many rows."""
        return self.HEADING, self.window.place

    def compose(self) -> ComposeResult:
        """A field and the list under it."""
        yield Looks()
        with Frame(id="narrowing") as frame:
            frame.border_title = self.HEADING
            frame.border_subtitle = self.KEYS
            yield Input(placeholder=self.HINT, id="narrowing-text")
            yield Canvas(id="narrowing-list").data_bind(drawing=NarrowingScreen.drawing)

    def narrow(self, typed: str) -> None:
        """List what fits."""
        raise NotImplementedError

    def listed(self, width: int) -> Drawing:
        """The part of the list in view, in lines of so many cells."""
        raise NotImplementedError

    def choose(self) -> None:
        """Give what is selected."""
        raise NotImplementedError

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return self.query_one("#narrowing-text", Input).value

    def relisted(self, count: int) -> None:
        """Another list of so many rows: the first one is selected."""
        self.set_reactive(NarrowingScreen.window, self.window.recounted(count).to(0))
        self.draw()

    def draw(self) -> None:
        """The list."""
        found = self.query("#narrowing-list").results(Canvas)
        width = next((canvas.scrollable_content_region.width for canvas in found), 0)
        if width > 0:
            self.drawing = self.listed(width)

    @on(Canvas.Resized, "#narrowing-list")
    def fitted(self, message: Canvas.Resized) -> None:
        """Another number of rows fits."""
        self.set_reactive(NarrowingScreen.window, self.window.resized(message.extent.height))
        self.draw()

    def watch_window(self, _: Window, window: Window) -> None:
        """Draw it."""
        self.draw()
        self.see_room()

    @on(Input.Changed)
    def narrowed(self, message: Input.Changed) -> None:
        """List what fits now."""
        self.narrow(message.value)

    @on(Input.Submitted)
    def chosen(self) -> None:
        """Give what is selected."""
        self.choose()

    @on(Canvas.Pressed, "#narrowing-list")
    def pressed(self, message: Canvas.Pressed) -> None:
        """Give what is clicked."""
        row = self.window.top + message.y
        if row < self.window.count:
            self.window = self.window.to(row)
            self.choose()

    @on(Canvas.Wheeled)
    def wheeled(self, message: Canvas.Wheeled) -> None:
        """Scroll."""
        self.window = self.window.scrolled(self.window.top + message.lines)

    @on(Canvas.Dragged)
    def dragged(self, message: Canvas.Dragged) -> None:
        """The scroll bar was moved."""
        self.window = self.window.scrolled(message.top)

    def action_by(self, rows: int) -> None:
        """Move."""
        self.window = self.window.moved(rows)

    def action_page(self, pages: int) -> None:
        """Move by pages."""
        self.window = self.window.paged(pages)

    def action_cancel(self) -> None:
        """Give nothing."""
        self.dismiss(None)
