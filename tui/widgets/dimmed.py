"""The view under an open window, tinted. Textual tints it segment by segment through Rich; here each style is tinted once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.renderables.background_screen import BackgroundScreen
from textual.strip import Strip
from textual.visual import RenderOptions, Visual

from tui.widgets.lines import Light

if TYPE_CHECKING:
    from textual.css.styles import RulesMap
    from textual.style import Style as TextualStyle


class Dimmed(BackgroundScreen, Visual):
    """The lines of the screen below in the tint of the one above, without what the mouse could ask them."""

    def render_strips(self, width: int, height: int | None, style: TextualStyle, options: RenderOptions) -> list[Strip]:
        """The lines, `width` cells each, at most `height` of them."""
        strips = self.screen._compositor.render_strips()
        return [_tinted(strip, self.color, style.rich_style).adjust_cell_length(width) for strip in strips[:height]]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """All there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """That of the screen below."""
        return self.screen.size.height


def _tinted(strip: Strip, tint: Color, ground: Style) -> Strip:
    return Light(
        [Segment(text, _tinted_style(style or Style.null(), tint, ground)) for text, style, _ in strip],
        strip.cell_length,
    )


@lru_cache(4096)
def _tinted_style(style: Style, tint: Color, ground: Style) -> Style:
    ink = None if style.color is None else (Color.from_rich_color(style.color) + tint).rich_color
    behind = None if style.bgcolor is None else (Color.from_rich_color(style.bgcolor) + tint).rich_color
    return ground + style.clear_meta_and_links() + Style.from_color(ink, behind)
