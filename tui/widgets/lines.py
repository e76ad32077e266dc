"""Lines that hold little and are cut late: a screen has fifty, a window over it cuts each into five, and most parts are covered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.segment import Segment
from textual.cache import FIFOCache
from textual.strip import Strip

_WAYS = 4
"""Ways in which a line is cut, cropped or filtered that are remembered with it."""


class Light(Strip):
    """A line of Textual's holds eight caches from the start, of which nearly all lines need none; here each is made when it is
    first asked for. What is not cut is no part of itself: that would be a ring.
    """

    __slots__ = ()

    def __init__(self, segments: Iterable[Segment], cell_length: int | None = None) -> None:
        self._segments = list(segments)
        self._cell_length = cell_length
        self._render_cache = self._link_ids = self._cell_count = None

    def __getattr__(self, name: str) -> object:
        if not name.endswith("_cache"):
            raise AttributeError(name)
        setattr(self, name, FIFOCache(_WAYS))
        return object.__getattribute__(self, name)

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """The parts between the cuts."""
        inside = tuple(cut for cut in cuts if cut <= self.cell_length)
        if inside == (self.cell_length,):
            return [self]
        parts = self._divide_cache.get(inside)
        if parts is None:
            parts = [_Part(self._segments, start, end) for start, end in pairwise((0, *inside))]
            self._divide_cache[inside] = parts
        return parts


class _Part(Light):
    """What of a line stands between two cuts. It is cut out when it is painted."""

    __slots__ = ("_of",)

    def __init__(self, line: list[Segment], start: int, end: int) -> None:
        self._of = line, start, end
        self._cell_length = end - start
        self._render_cache = self._link_ids = self._cell_count = None

    def __getattr__(self, name: str) -> object:
        if name != "_segments":
            return super().__getattr__(name)
        line, start, end = self._of
        self._segments = [*Segment.divide(line, (start, end)), []][1]
        return self._segments
