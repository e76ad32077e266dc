"""Where one stands among blocks of different heights, shown through a window of lines. Every transition clamps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from tui.core.values import dataclass
from tui.view.scene import Drawing
from tui.view.spans import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines that belong together and are selected together."""

    key: str
    lines: Sequence[Line]
    quiet: bool = False
    """Stands between others and cannot be selected, such as a heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scroll:
    """A cursor over blocks and the first line in view."""

    heights: tuple[int, ...] = ()
    cursor: int = 0
    top: int = 0
    """First line in view."""
    page: int = 1
    """Lines in view, at least 1."""

    @property
    def total(self) -> int:
        """Lines of all blocks."""
        return sum(self.heights)

    def start(self, block: int) -> int:
        """First line of the block."""
        return list(accumulate(self.heights[:block], initial=0))[-1]

    def to(self, block: int) -> Scroll:
        """The cursor on the block, the block in view; of one higher than the view its beginning."""
        cursor = max(0, min(block, len(self.heights) - 1))
        if not self.heights:
            return replace(self, cursor=0, top=0)
        first = self.start(cursor)
        last = first + self.heights[cursor]
        top = min(max(self.top, last - self.page), first)
        return replace(self, cursor=cursor, top=self._top(top))

    def centred(self, block: int) -> Scroll:
        """The cursor on the block; one out of view comes to a third from the top."""
        there = self.to(block)
        first = there.start(there.cursor)
        if not there.heights or (self.top <= first and first + there.heights[there.cursor] <= self.top + self.page):
            return there
        return replace(there, top=there._top(first - self.page // 3))

    def moved(self, by: int) -> Scroll:
        """The cursor `by` blocks on; inside a block higher than the view the lines move first."""
        if self.heights:
            first = self.start(self.cursor)
            last = first + self.heights[self.cursor]
            if by > 0 and last > self.top + self.page:
                return self.scrolled(self.top + max(1, self.page // 2))
            if by < 0 and first < self.top:
                return self.scrolled(self.top - max(1, self.page // 2))
        return self.to(self.cursor + by)

    def scrolled(self, top: int) -> Scroll:
        """The view at the line `top`; the cursor stays."""
        return replace(self, top=self._top(top))

    def resized(self, page: int) -> Scroll:
        """So many lines fit."""
        return replace(self, page=max(1, page)).to(self.cursor)

    def reflowed(self, heights: tuple[int, ...]) -> Scroll:
        """The blocks have other heights."""
        return self if heights == self.heights else replace(self, heights=heights).to(self.cursor)

    def at_line(self, line: int) -> int:
        """The block at that line of the whole."""
        end = 0
        for index, height in enumerate(self.heights):
            end += height
            if line < end:
                return index
        return max(0, len(self.heights) - 1)

    def _top(self, top: int) -> int:
        return max(0, min(top, self.total - self.page))


def drawing_of(blocks: tuple[Block, ...], scroll: Scroll, *, cursor: bool = True) -> Drawing:
    """The lines in view; no others are looked at."""
    lines: list[Line] = []
    tones: list[str] = []
    top, end = scroll.top, scroll.top + scroll.page
    for index, block in enumerate(blocks):
        shown = block.lines[max(0, top) : max(0, end)]
        lines += shown
        tones += ["cursor" if cursor and index == scroll.cursor and not block.quiet else ""] * len(shown)
        top, end = top - len(block.lines), end - len(block.lines)
    return Drawing(lines=tuple(lines), tones=tuple(tones), total=scroll.total, top=scroll.top)
