"""The table of weights, and how a weight is read off it.

A weight is in bits: +3 makes it eight times likelier that two accounts tell of one event, -3 eight times less likely.
Between two points of a row it lies on the straight line, beyond the ends it stays. Weights are whole 32nds, which add
up without a rounding error in any order.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import log2

Points = tuple[tuple[float, float], ...]
Table = Mapping[str, Points]
"""Row of the evidence -> (measure, bits), by rising measure."""
GRAIN = 32


def grained(bits: float) -> float:
    """The nearest 32nd."""
    return (bits * GRAIN + 0.5) // 1 / GRAIN


class Row(dict[float | None, float]):
    """`weight` for one row, found once for each measure; nothing for what is not said."""

    def __init__(self, points: Points) -> None:
        super().__init__({None: 0.0})
        self._points = points

    def __missing__(self, measure: float) -> float:
        bits = self[measure] = weight(self._points, measure)
        return bits


def weight(points: Points, measure: float) -> float:
    """Bits for a measure, a whole number of 32nds."""
    before = points[0]
    if measure <= before[0]:
        return grained(before[1])
    for point in points:
        if measure < point[0]:
            x, y = before
            return grained(y + (point[1] - y) * (measure - x) / (point[0] - x))
        before = point
    return grained(before[1])


def chance(bits: float) -> float:
    """The probability of log2 odds."""
    if bits < -60:
        return 0.0
    return 1.0 if bits > 60 else 1 / (1 + 2.0**-bits)


def odds(probability: float) -> float:
    """The log2 odds of a probability strictly between 0 and 1."""
    return log2(probability / (1 - probability))
