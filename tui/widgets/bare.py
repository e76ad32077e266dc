"""Lines of a widget as the compositor takes them, with nothing around them but a frame and padding that are the same all the way down.

Textual asks the styles of every line anew what is to stand around it, and works out shades and tints that none of ours has.
"""

from __future__ import annotations

from textual.containers import Vertical
from textual.geometry import Region
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.lines import Light


class Bare(Widget):
    """A widget whose content lines (`render_line`) are taken as they are. Of its styles only frame, padding and background count.

    To be named behind the class of Textual: that one says what it is called in `*.tcss`.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of it, as the terminal can show them."""
        gutter = self.styles.gutter
        width, height = self.region.size
        inside = range(gutter.top, height - gutter.bottom)
        sides = self._dressed(gutter.top, width) if gutter.width and inside else None
        strips: list[Strip] = []
        for y in crop.line_range:
            if y not in inside:
                strips.append(self._dressed(y, width))
            elif sides is None:
                strips.append(self.render_line(y - gutter.top))
            else:
                left, right = sides.crop(0, gutter.left), sides.crop(width - gutter.right, width)
                strips.append(Light.join((left, self.render_line(y - gutter.top), right)))
        ground = self.background_colors[1]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, ground) for strip in strips]
        left_cut, right_cut = crop.column_span
        whole = (left_cut, right_cut) == (0, width)
        return strips if whole else [strip.crop(left_cut, right_cut) for strip in strips]

    def _dressed(self, y: int, width: int) -> Strip:
        """A line with all that its styles put around it."""
        return super().render_lines(Region(0, y, width, 1))[0]


class Bar(ScrollBar, Bare):
    """A scroll bar."""


class Frame(Vertical, Bare):
    """A frame around what stands in it from top to bottom."""
