"""A list to choose from, the chosen one told by a sign; it keeps its nerve in a window without room for it. Decides nothing."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.widgets import OptionList

_CHOSEN, _OTHER = "▌ ", "  "


class Choices(OptionList):
    """Turns no page where not a line of it is shown: Textual 8 looks for the line of the chosen one there, and raises."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", "down", show=False),
        Binding("k", "cursor_up", "up", show=False),
        Binding("g", "first", "first", show=False),
        Binding("G", "last", "last", show=False),
        Binding("ctrl+d", "page_down", "page down", show=False),
        Binding("ctrl+u", "page_up", "page up", show=False),
    ]

    def _get_left_gutter_width(self) -> int:
        """No line is without a cell for its words."""
        return len(_CHOSEN) if self.scrollable_content_region.width > len(_CHOSEN) else 0

    def render_line(self, y: int) -> Strip:
        """A line with its sign: a background alone is not seen where there is no colour."""
        strip = super().render_line(y)
        if not self._get_left_gutter_width():
            return strip
        at = self.scroll_offset.y + y
        option, line = self._lines[at] if at < len(self._lines) else (None, 0)
        here = option is not None and option == self.highlighted
        style = next((segment.style for segment in strip), None)
        return Strip([Segment(_CHOSEN if here and not line else _OTHER, style), *strip])

    def action_page_down(self) -> None:
        """A page further, where there is one."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]

    def action_page_up(self) -> None:
        """A page back, where there is one."""
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]
