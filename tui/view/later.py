"""Lines that are made when they are looked at: a window shows fifty of what may be thousands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import TypeAlias, overload

from tui.view.spans import Line

Part: TypeAlias = tuple[int, Callable[[], Sequence[Line]]]
"""How many lines it has, and what makes them."""


class Later(Sequence[Line]):
    """The lines of parts after each other; a part is made once, with the first of its lines that is asked for."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self._parts = tuple(parts)
        self._starts = tuple(accumulate((count for count, _ in self._parts), initial=0))
        self._made: dict[int, Sequence[Line]] = {}

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Line, ...]: ...
    def __getitem__(self, place: int | slice) -> Line | tuple[Line, ...]:
        """The line, or the lines, of that place of the whole."""
        if isinstance(place, slice):
            return tuple(map(self._line, range(len(self))[place]))
        return self._line(range(len(self))[place])

    def _line(self, place: int) -> Line:
        part = bisect_right(self._starts, place) - 1
        if part not in self._made:
            self._made[part] = self._parts[part][1]()
        return self._made[part][place - self._starts[part]]
