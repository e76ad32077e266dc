"""A canvas alone: what it draws and what it tells."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.color import Color
from textual.widget import Widget

from tui.view.roles import ROLES
from tui.view.scene import Drawing
from tui.view.spans import Span
from tui.widgets.canvas import Canvas
from tui.widgets.filters import AsciiFilter, UncolouredFilter
from tui.widgets.looks import Looks

BLACK = Color(0, 0, 0)


class Alone(App[None]):
    CSS = "Canvas { height: 5; overflow-y: scroll; scrollbar-size-vertical: 1; } Looks { display: none; }" + "".join(
        f"Looks > .role--{role} {{ text-style: bold; }}" for role in ROLES
    )

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, object]] = []

    def compose(self) -> ComposeResult:
        yield Looks()
        yield Canvas(id="one")

    def on_canvas_pressed(self, message: Canvas.Pressed) -> None:
        self.told.append(("pressed", (message.x, message.y, message.twice)))

    def on_canvas_asked(self, message: Canvas.Asked) -> None:
        self.told.append(("asked", message.action))

    def on_canvas_wheeled(self, message: Canvas.Wheeled) -> None:
        self.told.append(("wheeled", message.lines))

    def on_canvas_dragged(self, message: Canvas.Dragged) -> None:
        self.told.append(("dragged", message.top))


DRAWING = Drawing(lines=((Span("[b]not markup[/b] "), Span("go", "key", "open")), (Span("second"),)), total=50, top=0)


async def test_lines_are_drawn_as_text_in_the_width_of_the_canvas():
    app = Alone()
    async with app.run_test(size=(30, 8)) as pilot:
        canvas = app.query_one("#one", Canvas)
        canvas.drawing = DRAWING
        await pilot.pause()
        assert [canvas.render_line(y).text for y in range(3)] == [
            "[b]not markup[/b] go".ljust(30),
            "second".ljust(30),
            " " * 30,
        ]
        assert canvas.render_line(0) is canvas.render_line(0)


async def test_clicks_and_the_wheel_are_told_and_nothing_else_happens():
    app = Alone()
    async with app.run_test(size=(30, 8)) as pilot:
        canvas = app.query_one("#one", Canvas)
        canvas.drawing = DRAWING
        await pilot.pause()
        await pilot.click("#one", offset=(18, 0))
        await pilot.click("#one", offset=(2, 1))
        canvas._on_mouse_scroll_down(_wheel())
        canvas.scroll_y = 12
        await pilot.pause()
        assert app.told == [("asked", "open"), ("pressed", (2, 1, False)), ("wheeled", 3), ("dragged", 12)]
        assert canvas.drawing is DRAWING


async def test_a_drawing_moves_the_scroll_bar_without_being_told_back():
    app = Alone()
    async with app.run_test(size=(30, 8)) as pilot:
        canvas = app.query_one("#one", Canvas)
        canvas.drawing = DRAWING
        await pilot.pause()
        canvas.drawing = Drawing(lines=DRAWING.lines, total=50, top=20)
        await pilot.pause()
        assert (_bar(canvas), app.told) == ((20, 50), [])
        canvas.drawing = Drawing(lines=DRAWING.lines, total=60, top=20)  # as many above it, and more below
        await pilot.pause()
        assert (_bar(canvas), app.told) == ((20, 60), [])


async def test_a_bar_that_comes_with_a_drawing_stands_where_that_one_is():
    app = Alone()
    async with app.run_test(size=(30, 8)) as pilot:
        canvas = app.query_one("#one", Canvas)
        canvas.styles.overflow_y = "auto"
        canvas.drawing = Drawing(lines=DRAWING.lines)
        await pilot.pause()
        assert not canvas.show_vertical_scrollbar
        canvas.drawing = Drawing(lines=DRAWING.lines, total=50, top=20)
        await pilot.pause()
        assert _bar(canvas) == (20, 50)


async def test_a_drawing_longer_by_a_line_lays_nothing_out_anew_and_is_one_picture_with_its_bar():
    app = Alone()
    async with app.run_test(size=(30, 8)) as pilot:
        canvas = app.query_one("#one", Canvas)
        canvas.drawing = DRAWING
        await pilot.pause()
        painted: list[set[Widget]] = []
        compositor = app.screen._compositor
        laid_out, compositor.update_widgets = compositor.reflow, lambda widgets: painted.append(set(widgets))
        compositor.reflow = lambda *args: painted.append(set()) or laid_out(*args)
        canvas.drawing = Drawing(lines=DRAWING.lines, total=51, top=20)
        await pilot.pause(0.1)
        assert painted == [{canvas, canvas.vertical_scrollbar}]


def _bar(canvas: Canvas) -> tuple[float, int]:
    """Which line it shows as the first, of how many."""
    return canvas.vertical_scrollbar.position, canvas.vertical_scrollbar.window_virtual_size


def _wheel():
    from textual.events import MouseScrollDown  # noqa: PLC0415

    return MouseScrollDown(None, 1, 1, 0, 1, 0, shift=False, meta=False, ctrl=False)


def test_ascii_changes_signs_and_never_letters():
    line = [Segment("├──┤ “Tuesday” … ✗"), Segment("البوكمال é", Style(bold=True))]
    assert AsciiFilter().apply(line, BLACK) == [Segment('+--+ "Tuesday" ~ ✗'), Segment("البوكمال é", Style(bold=True))]


def test_no_colour_leaves_bold_underline_and_reverse():
    line = [Segment("x", Style(color="red", bgcolor="blue", bold=True, underline=True, reverse=True)), Segment("y")]
    assert UncolouredFilter().apply(line, BLACK) == [
        Segment("x", Style(bold=True, underline=True, reverse=True)),
        Segment("y"),
    ]


async def test_words_that_look_alike_are_one_piece_for_the_terminal():
    app = Alone()
    async with app.run_test(size=(30, 8)) as pilot:
        canvas = app.query_one("#one", Canvas)
        canvas.drawing = Drawing(lines=((Span("one"), Span(" "), Span("two"), Span("key", "key"), Span("s", "key")),))
        await pilot.pause()
        assert [segment.text for segment in canvas.render_line(0)] == ["one two", "keys", " " * 19]
