"""Where one stands in a list that is shown a page at a time. Every transition clamps, so the cursor is always in range."""

from __future__ import annotations

from dataclasses import replace

from tui.core.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A cursor in `count` rows of which `page` are in view from `top` on."""

    count: int = 0
    cursor: int = 0
    """0-based; 0 in an empty list."""
    top: int = 0
    page: int = 1
    """Rows that fit, at least 1."""

    @property
    def place(self) -> str:
        """Which row it is of how many, in words; nothing in an empty list."""
        return f"{self.cursor + 1:,}/{self.count:,}" if self.count else ""

    def moved(self, by: int) -> Window:
        """The cursor `by` rows on (back when negative)."""
        return self.to(self.cursor + by)

    def to(self, row: int) -> Window:
        """The cursor on the row, scrolled no further than needed."""
        cursor = max(0, min(row, self.count - 1))
        return replace(self, cursor=cursor, top=self._top(min(max(self.top, cursor - self.page + 1), cursor)))

    def centred(self, row: int) -> Window:
        """The cursor on the row; a row out of view comes to a third from the top."""
        there = self.to(row)
        if self.top <= there.cursor < self.top + self.page:
            return there
        return replace(there, top=self._top(there.cursor - self.page // 3))

    def opened(self, row: int) -> Window:
        """The cursor on the row and the row at the top, where one starts to read."""
        there = self.to(row)
        return replace(there, top=self._top(there.cursor))

    def paged(self, pages: float) -> Window:
        """Cursor and top a number of pages on: the row under the eye stays under the eye."""
        by = int(pages * self.page) or (1 if pages > 0 else -1)
        return replace(self, top=self._top(self.top + by)).to(self.cursor + by)

    def scrolled(self, top: int) -> Window:
        """The view at `top`; the cursor is taken along at the edge."""
        top = self._top(top)
        return replace(self, top=top, cursor=max(0, min(max(self.cursor, top), top + self.page - 1, self.count - 1)))

    def resized(self, page: int) -> Window:
        """Another number of rows fits."""
        return replace(self, page=max(1, page)).to(self.cursor)

    def recounted(self, count: int) -> Window:
        """The list has another length."""
        return replace(self, count=max(0, count)).to(self.cursor)

    def _top(self, top: int) -> int:
        return max(0, min(top, self.count - self.page))

    @property
    def empty(self) -> bool:
        """Whether there is no row."""
        return self.count == 0
