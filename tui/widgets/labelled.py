"""Things to fill in one under the other, the name of each at its left. Decides nothing."""

from __future__ import annotations

from asyncio import sleep

from rich.segment import Segment
from textual.containers import Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.view.spans import clip_text
from tui.widgets.bare import Bare
from tui.widgets.looks import Looks

_AT_ONCE = 4
"""Parts mounted in a step."""


class Labelled(Vertical, Bare):
    """Draws the names itself, in the margin that its parts leave at their left: a widget for each would have to be laid out."""

    def __init__(self, *labels: str, id: str) -> None:
        """`labels` are safe to show, one for each part in order."""
        super().__init__(id=id)
        self._labels = labels
        self._lines: dict[int, tuple[str, int]] = {}

    async def mount_composed_widgets(self, widgets: list[Widget]) -> None:
        """A few at a time: each is styled when it is mounted."""
        for start in range(0, len(widgets), _AT_ONCE):
            await sleep(0)
            await self.mount_all(widgets[start : start + _AT_ONCE])

    def render_lines(self, crop: Region) -> list[Strip]:
        """Each name in the first line of its part."""
        regions = [part.virtual_region for part in self.children]
        self._lines = {region.y: (label, region.x) for region, label in zip(regions, self._labels, strict=False)}
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """A line without what stands in it."""
        width, style = self.size.width, self.visual_style.rich_style
        if y not in self._lines:
            return Strip.blank(width, style)
        label, room = self._lines[y]
        look = style + self.screen.query_one(Looks).style("label")
        return Strip([Segment(clip_text(label, room - 1), look)]).adjust_cell_length(width, style)
