"""A list of items of one height under a head line: moving, scrolling, the mouse. What the items are, screens say."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.reactive import var

from tui.screens.above import Above
from tui.view.footer import footer
from tui.view.header import title_line
from tui.view.scene import Drawing
from tui.view.spans import Line, Span
from tui.view.windows import Window
from tui.widgets.canvas import Canvas
from tui.widgets.looks import Looks


class ListScreen(Above):
    """Title, head, items, keys."""

    VIEW: ClassVar[str]
    APPLIED: ClassVar[bool] = True
    """Whether it lists only what passes the filter."""

    rows: var[Window] = var(Window, init=False)
    title_drawing: var[Drawing] = var(Drawing)
    head_drawing: var[Drawing] = var(Drawing)
    list_drawing: var[Drawing] = var(Drawing)
    footer_drawing: var[Drawing] = var(Drawing)

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Looks()
        yield Canvas(id="title").data_bind(drawing=ListScreen.title_drawing)
        yield Canvas(id="filter").data_bind(drawing=ListScreen.filter_drawing)
        yield Canvas(id="witnesses").data_bind(drawing=ListScreen.head_drawing)
        yield Canvas(id="list").data_bind(drawing=ListScreen.list_drawing)
        yield Canvas(id="footer").data_bind(drawing=ListScreen.footer_drawing)

    def rows_there(self) -> Window:
        """The items."""
        return self.rows

    def head(self, width: int) -> Line:
        """The line over the items."""
        raise NotImplementedError

    def items(self, start: int, count: int, width: int) -> list[tuple[Line, ...]]:
        """The items from `start` on, each in `lines_each` lines."""
        raise NotImplementedError

    def item_lines(self, width: int) -> int:
        """Lines of one item in that width."""
        return 1

    @property
    def lines_each(self) -> int:
        """Lines of one item in the width there is."""
        return self.item_lines(self.query_one("#list", Canvas).scrollable_content_region.width)

    def empty(self) -> tuple[Line, ...]:
        """What stands where there is no item."""
        raise NotImplementedError

    @on(Canvas.Resized, "#list")
    def fitted(self, message: Canvas.Resized) -> None:
        """Another number of items fits."""
        self.set_reactive(ListScreen.rows, self.rows.resized(message.extent.height // self.lines_each))
        self.draw()

    def watch_rows(self, _: Window, rows: Window) -> None:
        """Draw it."""
        self.draw()

    def draw(self) -> None:
        """Every part of the screen."""
        width, height = self.query_one("#list", Canvas).scrollable_content_region.size
        if width < 1:
            return
        self.draw_filter(applied=self.APPLIED)
        full, rows, lines_each = self.size.width, self.rows, self.lines_each
        self.title_drawing = Drawing(lines=(title_line(self.scene, full, place=self.PLACE),))
        self.head_drawing = Drawing(lines=(self.head(full),))
        self.footer_drawing = Drawing(lines=(footer(self.situation(), full, self.scene.glyphs, self.scene.keymap),))
        if rows.empty:
            self.list_drawing = Drawing(lines=self.empty())
            return
        lines: list[Line] = []
        tones: list[str] = []
        for index, made in enumerate(self.items(rows.top, rows.page + 1, width)):
            here = rows.top + index == rows.cursor
            edge = Span(self.scene.glyphs.here if here else " ", "key")
            lines += [(edge, *line) for line in made]
            tones += ["cursor" if here else ("stripe" if (rows.top + index) % 2 else "")] * len(made)
        self.list_drawing = Drawing(
            lines=tuple(lines[:height]),
            tones=tuple(tones[:height]),
            total=rows.count * lines_each,
            top=rows.top * lines_each,
        )

    def do_down(self) -> None:
        """Next item."""
        self.rows = self.rows.moved(1)

    def do_up(self) -> None:
        """Previous item."""
        self.rows = self.rows.moved(-1)

    def do_half_down(self) -> None:
        """Half a page down."""
        self.rows = self.rows.paged(0.5)

    def do_half_up(self) -> None:
        """Half a page up."""
        self.rows = self.rows.paged(-0.5)

    def do_page_down(self) -> None:
        """A page down."""
        self.rows = self.rows.paged(1)

    def do_page_up(self) -> None:
        """A page up."""
        self.rows = self.rows.paged(-1)

    def do_first(self) -> None:
        """First item."""
        self.rows = self.rows.to(0)

    def do_last(self) -> None:
        """Last item."""
        self.rows = self.rows.to(self.rows.count - 1)

    @on(Canvas.Pressed, "#list")
    def pressed(self, message: Canvas.Pressed) -> None:
        """Select; twice opens."""
        self.rows = self.rows.to(self.rows.top + message.y // self.lines_each)
        if message.twice:
            self.action_do("open")

    @on(Canvas.Wheeled)
    def wheeled(self, message: Canvas.Wheeled) -> None:
        """Scroll."""
        self.rows = self.rows.scrolled(self.rows.top + (1 if message.lines > 0 else -1))

    @on(Canvas.Dragged, "#list")
    def dragged(self, message: Canvas.Dragged) -> None:
        """The scroll bar was moved."""
        self.rows = self.rows.scrolled(round(message.top / self.lines_each))
