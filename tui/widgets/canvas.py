"""Draws a `Drawing` of the view model line by line and posts where the mouse is. Knows no events and decides nothing."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from tui.view.safety import safe
from tui.view.scene import Drawing
from tui.view.spans import Line, cells
from tui.widgets.bare import Bar, Bare
from tui.widgets.lines import Light
from tui.widgets.looks import Looks

_WHEEL = 3
_REMEMBERED = 256
"""Lines kept as they were drawn: a few screens of them. Each holds more than a dozen objects, and every view has its canvases."""


class Canvas(ScrollView, Bare, can_focus=False, inherit_bindings=False):
    """A surface for lines. What it shows arrives by `drawing`; what is done to it leaves as messages."""

    ALLOW_SELECT = False
    drawing: var[Drawing] = var(Drawing)
    _down: int | None
    """Column in which the mouse button is down."""

    class Pressed(Message):
        """A cell was clicked."""

        def __init__(self, canvas: Canvas, x: int, y: int, *, twice: bool) -> None:
            super().__init__()
            self.canvas = canvas
            self.x = x
            self.y = y
            self.twice = twice

        @property
        def control(self) -> Canvas:
            """The canvas, so that `@on` can select by id."""
            return self.canvas

    class Asked(Message):
        """A span with an action was clicked."""

        def __init__(self, canvas: Canvas, action: str) -> None:
            super().__init__()
            self.canvas = canvas
            self.action = action

        @property
        def control(self) -> Canvas:
            """The canvas."""
            return self.canvas

    class Wheeled(Message):
        """The wheel turned over it, by so many lines (negative is up)."""

        def __init__(self, canvas: Canvas, lines: int) -> None:
            super().__init__()
            self.canvas = canvas
            self.lines = lines

        @property
        def control(self) -> Canvas:
            """The canvas."""
            return self.canvas

    class Dragged(Message):
        """The scroll bar was moved: the line of the whole that should be the first."""

        def __init__(self, canvas: Canvas, top: int) -> None:
            super().__init__()
            self.canvas = canvas
            self.top = top

        @property
        def control(self) -> Canvas:
            """The canvas."""
            return self.canvas

    class Pulled(Message):
        """The mouse went down in one column and up in another."""

        def __init__(self, canvas: Canvas, start: int, end: int) -> None:
            super().__init__()
            self.canvas = canvas
            self.start = start
            self.end = end

        @property
        def control(self) -> Canvas:
            """The canvas."""
            return self.canvas

    class Resized(Message):
        """It has another size."""

        def __init__(self, canvas: Canvas, size: Size) -> None:
            super().__init__()
            self.canvas = canvas
            self.extent = size

        @property
        def control(self) -> Canvas:
            """The canvas."""
            return self.canvas

    def watch_drawing(self, _: Drawing, drawing: Drawing) -> None:
        """Show it; the scroll bar follows, in the same picture."""
        total = drawing.total or len(drawing.lines)
        if self.virtual_size.height != total:
            whole = Size(max(1, self.size.width - 1), total)
            if self.styles.overflow_y == "scroll":  # the bar stays, and nothing has to be laid out anew
                self.set_reactive(ScrollView.virtual_size, whole)
            else:
                self.virtual_size = whole
        if round(self.scroll_target_y) != drawing.top:
            self.set_reactive(ScrollView.scroll_target_y, drawing.top)
            self.set_scroll(None, drawing.top)
        self._place_bar()
        self.refresh()

    def watch_show_vertical_scrollbar(self) -> None:
        """A bar that comes stands where the drawing is."""
        self._place_bar()

    def _place_bar(self) -> None:
        """Textual tells the bar where it is when one scrolls, and not when the place is set."""
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = self.virtual_size.height
            self.vertical_scrollbar.position = self.drawing.top

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell when the scroll bar, and not the drawing, moved it."""
        super().watch_scroll_y(old_value, new_value)
        if round(new_value) != self.drawing.top and self.drawing.total:
            self.post_message(self.Dragged(self, round(new_value)))

    def on_resize(self, event: events.Resize) -> None:
        """Tell the new size."""
        self.post_message(self.Resized(self, self.scrollable_content_region.size))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where."""
        self._down = event.x if event.button == 1 else None

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Tell how far the mouse was pulled sideways."""
        start, self._down = self._down, None
        if start is not None and abs(event.x - start) > 1:
            left = self.content_region.x - self.region.x
            self.post_message(self.Pulled(self, start - left, event.x - left))

    def on_click(self, event: events.Click) -> None:
        """Tell what was clicked."""
        if event.button != 1:
            return
        event.stop()
        inside = self.content_region.offset - self.region.offset
        x, y = event.x - inside.x, event.y - inside.y
        action = self._action_at(x, y)
        if action:
            self.post_message(self.Asked(self, action))
        elif y >= 0:
            self.post_message(self.Pressed(self, x, y, twice=event.chain > 1))

    def _action_at(self, x: int, y: int) -> str:
        if not 0 <= y < len(self.drawing.lines):
            return ""
        right = 0
        for span in self.drawing.lines[y]:
            right += Segment(span.text).cell_length
            if x < right:
                return span.action
        return ""

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.post_message(self.Wheeled(self, _WHEEL))

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.post_message(self.Wheeled(self, -_WHEEL))

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._strips: dict[tuple[Line, str, int], Strip] = {}
        self._styles: dict[tuple[str, str], Style] = {}
        self._down = None

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = Bar(vertical=True, name="vertical", thickness=1)
            self.app._start_widget(self, self._vertical_scrollbar)
        return self._vertical_scrollbar

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old colours."""
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()

    def on_unmount(self) -> None:
        """Let go of all that was drawn: a view that is gone is in a ring with its parts, and waits for the collector."""
        self._strips.clear()
        self._styles_cache.clear()
        self.set_reactive(Canvas.drawing, Drawing())

    def render_line(self, y: int) -> Strip:
        """Line `y` of the viewport; the same line in the same place of the same width is drawn once."""
        lines, tones, width = self.drawing.lines, self.drawing.tones, self.size.width
        key = (lines[y] if 0 <= y < len(lines) else (), tones[y] if 0 <= y < len(tones) else "", width)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > _REMEMBERED:
                self._strips.clear()
            strip = self._strips[key] = self._strip(*key)
        return strip

    def _strip(self, line: Line, tone: str, width: int) -> Strip:
        shown: list[tuple[str, str]] = []
        for text, role, _ in line:
            if shown and shown[-1][1] == role:  # joined before it has a style: styles take longer to compare
                shown[-1] = shown[-1][0] + text, role
            elif text:
                shown.append((text, role))
        shown = [(_shown(text), role) for text, role in shown]
        rest = width - sum([cells(text) for text, _ in shown])
        if rest > 0:
            shown.append((" " * rest, ""))
        segments = [Segment(text, self._style(tone, role)) for text, role in shown]
        return Light(segments, width) if rest >= 0 else Strip(segments).adjust_cell_length(width)

    def _style(self, tone: str, role: str) -> Style:
        """Of words of that role in a line of that tone."""
        style = self._styles.get((tone, role))
        if style is None:
            if role:
                style = self._style(tone, "") + self.screen.query_one(Looks).style(role)
            elif tone:
                style = self._style("", "") + self.screen.query_one(Looks).style(tone)
            else:
                style = self.rich_style  # asked of every node up to the app
            self._styles[tone, role] = style
        return style


def _shown(text: str) -> str:
    """The last gate before the terminal: text that a view forgot to make safe is made so here, whatever it does to the columns."""
    return text if text.isprintable() else safe(text)
