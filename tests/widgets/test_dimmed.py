"""The view under a window is tinted as Textual tints it, to the last cell."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from tui.screens.showing import Overlay

INK, BARE = Style.parse("bold underline #ffffff on #204060"), Style.parse("#808080")


class Lines(Widget):
    """Two words, the second of which the mouse can ask something, and a line of wide letters."""

    def render_line(self, y):
        words = [Segment("one ", INK), Segment("two", BARE + Style(meta={"@click": "x"})), Segment("three")]
        return Strip([Segment("日本", INK)] if y == 1 else words).extend_cell_length(self.size.width, BARE)


class Below(App):
    CSS = "ModalScreen { background: #102030 55%; }"

    def compose(self):
        yield Lines()


async def painted(window, size=(12, 4)):
    app = Below()
    async with app.run_test(size=size) as pilot:
        await app.push_screen(window)
        await pilot.pause()
        return [
            [(char, str(style)) for text, style, _ in line for char in text]
            for line in app.screen._compositor.render_strips()
        ]


async def test_each_cell_is_that_of_textual():
    assert await painted(Overlay()) == await painted(ModalScreen())


async def test_no_click_goes_through():
    app = Below()
    async with app.run_test(size=(12, 4)) as pilot:
        await app.push_screen(Overlay())
        await pilot.pause()
        assert app.screen.get_style_at(5, 0).meta == {}
