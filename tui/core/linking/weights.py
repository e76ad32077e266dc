"""The table of weights, and how a weight is read off it.

A weight is in bits: +3 makes it eight times likelier that two accounts tell of one event, -3 eight times less likely.
Between two points of a row it lies on the straight line, beyond the ends it stays. Weights are whole 32nds, which add
up without a rounding error in any order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from math import log2

Points = tuple[tuple[float, float], ...]
Table = Mapping[str, Points]
"""Row of the evidence -> (measure, bits), by rising measure."""
GRAIN = 32


def grained(bits: float) -> float:
    """The nearest 32nd."""
    return (bits * GRAIN + 0.5) // 1 / GRAIN


def reader(points: Points) -> Callable[[float], float]:
    """`weight` for one row, prepared for many measures."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    parts = [(x, y, b - a, to - y) for (a, y), (b, to), x in zip(points, points[1:], xs, strict=False)]
    first, last, low, high = grained(ys[0]), grained(ys[-1]), xs[0], xs[-1]

    def read(measure: float) -> float:
        if measure <= low:
            return first
        if measure >= high:
            return last
        x, y, wide, tall = parts[bisect_right(xs, measure) - 1]
        return ((y + tall * (measure - x) / wide) * GRAIN + 0.5) // 1 / GRAIN

    return read


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
