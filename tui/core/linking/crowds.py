"""How crowded the map and the calendar are where an account stands: two shootings in one village in one week are more than
chance, two in Chicago are not. Answers how many accounts chance alone would put as near as another one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from math import cos, floor, pi, radians

from tui.core.linking.accounts import Days, Point

CELL = 0.25
"""Degrees of a cell of the map; a neighbourhood is three by three of them."""
AROUND = 15.0
"""Days before and after a time over which its crowd is counted."""
SHARPEST_KM = 0.3
"""No place is taken to be stated more exactly."""
_KM_PER_DEGREE = 111.2


class Map:
    """Accounts on the map."""

    def __init__(self, points: Iterable[Sequence[Point]]) -> None:
        told = [point for several in points for point in several[:1]]
        self.count = len(told)
        self._cells = Counter((floor(point.lat / CELL), floor(point.lon / CELL)) for point in told)
        self._near: dict[tuple[int, int], int] = {}
        self._same = Counter((point.lat, point.lon) for point in told)

    def expected(self, point: Point, km: float) -> float:
        """Accounts to be expected within so many kilometres of a point, itself among them; at least 1."""
        row, column = floor(point.lat / CELL), floor(point.lon / CELL)
        near = self._near.get((row, column))
        if near is None:
            near = sum([self._cells.get((row + i, column + j), 0) for i in (-1, 0, 1) for j in (-1, 0, 1)])
            self._near[row, column] = near
        side = 3 * CELL * _KM_PER_DEGREE
        area = side * side * max(0.1, cos(radians(point.lat)))
        within = near * min(1.0, pi * max(km, SHARPEST_KM) ** 2 / area)
        return max(1.0, float(self._same.get((point.lat, point.lon), 0)), within)


class Calendar:
    """Accounts in time."""

    def __init__(self, times: Iterable[Days | None]) -> None:
        self._starts = sorted(time.start for time in times if time is not None)
        self.count = len(self._starts)
        self._near: dict[Days, int] = {}

    def expected(self, time: Days, days: float) -> float:
        """Accounts to be expected within so many days of a time, itself among them; at least 1."""
        low, high = time.start - AROUND, time.end + AROUND
        near = self._near.get(time)
        if near is None:
            near = self._near[time] = bisect_right(self._starts, high) - bisect_left(self._starts, low)
        return max(1.0, near * min(1.0, days / (high - low)))
