"""A page of text over the screen below: scrolled, read, closed. What it says is made by the view."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import var

from tui.screens.room import Roomed
from tui.screens.showing import Overlay
from tui.view.scene import Drawing
from tui.view.spans import Line
from tui.view.windows import Window
from tui.widgets.canvas import Canvas
from tui.widgets.looks import Looks

_FRAME = 2
"""Lines of the frame."""
_OUTDATED = "files changed: Esc shows them"
"""At the frame of a sheet that was made over what was read before; no wider than the narrowest sheet."""


class SheetScreen(Roomed[None], Overlay[None]):
    """Lines over the screen below, one line a row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "by(1)", "down", show=False, id="down"),
        Binding("k,up", "by(-1)", "up", show=False, id="up"),
        Binding("ctrl+d,pagedown,space", "page(1)", "page down", show=False),
        Binding("ctrl+u,pageup", "page(-1)", "page up", show=False),
        Binding("g,home", "by(-1000000)", "first", show=False, id="first"),
        Binding("G,end", "by(1000000)", "last", show=False, id="last"),
        Binding("escape,q,p,enter,question_mark,f1", "close", "close", show=False),
    ]
    window: var[Window] = var(Window, init=False)
    drawing: var[Drawing] = var(Drawing)
    heading = ""
    LEAST = (36, 6)

    def named(self) -> tuple[str, str]:
        """Its heading."""
        return self.heading, ""

    def lines(self, width: int) -> tuple[Line, ...]:
        """What it says, in lines of at most `width` cells."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """One frame."""
        canvas = Canvas(id="sheet").data_bind(drawing=SheetScreen.drawing)
        canvas.border_title = self.heading
        canvas.border_subtitle = "j k scroll  Esc leaves"
        yield Looks()
        yield canvas

    @on(Canvas.Resized, "#sheet")
    def fitted(self, message: Canvas.Resized) -> None:
        """Flow into the new size."""
        self.set_reactive(SheetScreen.window, self.window.resized(message.extent.height))
        self.draw()

    def outdated(self) -> None:
        """Say that it tells what was read before: the view beneath is made anew when it is closed."""
        self.query_one("#sheet", Canvas).border_subtitle = _OUTDATED

    def watch_window(self, _: Window, window: Window) -> None:
        """Draw it."""
        self.draw()

    def draw(self) -> None:
        """The lines in view."""
        width = self.query_one("#sheet", Canvas).scrollable_content_region.width
        if width < 2:
            return
        lines = self.lines(width - 1)
        self.query_one("#sheet", Canvas).styles.height = min(len(lines) + _FRAME, self.size.height)
        window = self.window
        top = max(0, min(window.top, len(lines) - window.page))
        self.set_reactive(SheetScreen.window, Window(count=len(lines), cursor=top, top=top, page=window.page))
        self.drawing = Drawing(lines=lines[top : top + window.page], total=len(lines), top=top)

    def action_by(self, lines: int) -> None:
        """Scroll by lines."""
        self.window = self.window.scrolled(self.window.top + lines)

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        self.action_by(pages * max(1, self.window.page - 2))

    def action_close(self) -> None:
        """Back to the view below."""
        self.dismiss(None)

    @on(Canvas.Wheeled)
    def wheeled(self, message: Canvas.Wheeled) -> None:
        """Scroll."""
        self.action_by(message.lines)

    @on(Canvas.Dragged)
    def dragged(self, message: Canvas.Dragged) -> None:
        """The scroll bar was moved."""
        self.window = self.window.scrolled(message.top)
