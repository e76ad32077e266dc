"""How crowded the map and the calendar are where an account stands: two shootings in one village in one week are more than
chance, two in Chicago are not. Answers how many accounts chance alone would put as near as another one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from math import cos, floor, pi, radians
from typing import NamedTuple

from tui.core.linking.accounts import Days, Point

CELL = 0.25
"""Degrees of a cell of the map; a neighbourhood is three by three of them."""
AROUND = 15.0
"""Days before and after a time over which its crowd is counted."""
SHARPEST_KM = 0.3
"""No place is taken to be stated more exactly."""
_KM_PER_DEGREE = 111.2


class Crowd(NamedTuple):
    """The accounts around one: how many, and over what room."""

    around: int
    room: float
    least: float
    """Accounts that are to be expected however near: itself, and those at the very same place."""

    def expected(self, extent: float) -> float:
        """Accounts that chance alone puts within so much of the room, itself among them."""
        share = extent / self.room
        found = self.around * share if share < 1.0 else self.around
        return found if found > self.least else self.least


class Map:
    """Accounts on the map. Room and extent are squares of a radius in kilometres."""

    def __init__(self, points: Iterable[Sequence[Point]]) -> None:
        told = [point for several in points for point in several[:1]]
        self.count = len(told)
        self._cells = Counter((floor(point.lat / CELL), floor(point.lon / CELL)) for point in told)
        self._same = Counter((point.lat, point.lon) for point in told)

    def crowd(self, point: Point) -> Crowd:
        """The crowd around a point."""
        row, column = floor(point.lat / CELL), floor(point.lon / CELL)
        near = sum([self._cells.get((row + i, column + j), 0) for i in (-1, 0, 1) for j in (-1, 0, 1)])
        side = 3 * CELL * _KM_PER_DEGREE
        area = side * side * max(0.1, cos(radians(point.lat)))
        return Crowd(near, area / pi, max(1.0, float(self._same.get((point.lat, point.lon), 0))))


class Calendar:
    """Accounts in time. Room and extent are days."""

    def __init__(self, times: Iterable[Days | None]) -> None:
        self._starts = sorted(time.start for time in times if time is not None)
        self.count = len(self._starts)

    def crowd(self, time: Days) -> Crowd:
        """The crowd around a time."""
        low, high = time.start - AROUND, time.end + AROUND
        return Crowd(bisect_right(self._starts, high) - bisect_left(self._starts, low), high - low, 1.0)
