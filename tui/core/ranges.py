"""Two or more figures in one phrase: "10-20", "between 50 and 60", "7 or 8", "dozens, if not hundreds".

A set of figures is judged by its hull, and the rule says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from math import inf

from tui.core.amounts import amount, counted
from tui.core.hedges import Bounds, figure, hedge_before, hedged, number
from tui.core.numerals import Numeral, Word
from tui.core.vague_numbers import Row

Words = tuple[Word, ...]
Joints = dict[Word, tuple[Words, ...]]
"""What may stand between two figures, by its first word."""


_RANGE = "Table of numbers, 'N–M': from N to M, both included."
_HULL = "A set of figures, judged by its hull: from the lowest to the highest."


def _by_first(*joints: str) -> Joints:
    found: dict[Word, tuple[Words, ...]] = {}
    for joint in joints:
        words = tuple(joint.split())
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


_ANYWHERE = _by_first(
    "-", "to", "..", "...", "or", "until", ", if not", "if not", ", possibly", ", perhaps", ", maybe", "and possibly",
    "and perhaps", "or even", "or possibly",
)  # fmt: skip
"""What stands between the two ends of a range."""
_JOINTS = {"between": _by_first("and", "to", "-"), "from": _by_first("to", "-"), "either": _by_first("or")}
"""Words that open a range, and what may stand between its ends then."""
_COMMA = _by_first(",")
_BOTH = _by_first("but", "and")


def bracketed(words: Words) -> Bounds | None:
    """`[10, 20]`: two figures, lower first. A comma without a space was taken for a thousands or decimal sign."""
    if len(words) == 1 and words[0].count(",") == 1:
        low, high = words[0].split(",")
        words = (low, ",", high)
    for left, right in _splits(words, _COMMA):
        found = _from_to(left, right)
        if found is not None:
            return found
    return None


def between(words: Words, rows: Mapping[str, Row]) -> Bounds | None:
    """A range, alternatives or two bounds that hold together; None for anything else."""
    joints = _JOINTS.get(words[0])
    if joints is not None and len(words) > 1:
        words = words[1:]
    for left, right in _splits(words, joints or _ANYWHERE):
        found = _from_to(left, right, thousands=words[len(left)] == "-") or _vague_range(left, right, rows)
        if found is not None:
            apart = words[len(left)] == "or" and found.high - found.low > 1
            return replace(found, rule=_HULL) if apart and found.rule == _RANGE else found
    return _alternatives(words) or _two_bounds(words)


def _splits(words: Words, joints: Joints) -> Iterator[tuple[Words, Words]]:
    """Every way to part the words at a joint with something on both sides."""
    for index in range(1, len(words) - 1):
        for joint in joints.get(words[index], ()):
            after = index + len(joint)
            if words[index:after] == joint and after < len(words):
                yield words[:index], words[after:]


def _from_to(left: Words, right: Words, *, thousands: bool = False) -> Bounds | None:
    """From one figure to another; `thousands`: "30-40,000" starts at thirty thousand."""
    low, high = counted(left), counted(right)
    if low is None or high is None:
        return None
    start = low.value
    if low.scale == 1 and high.scale > 1 and start * high.scale < high.value:
        start *= high.scale
    elif thousands and right[0].endswith(",000") and len(left) == 1 and start < 1000 and start * 1000 < high.value:
        start *= 1000
    if start > high.value:
        return None
    return _span(start, high.value, decimals=low.decimals or high.decimals)


def _span(low: Fraction, high: Fraction, *, decimals: bool) -> Bounds:
    ends = number(low, decimals=decimals), number(high, decimals=decimals)
    return Bounds(
        low=ends[0].low, core_low=ends[0].low, core_high=ends[1].high, high=ends[1].high, decimals=decimals,
        shown=f"{figure(low)}–{figure(high)}" if low < high else figure(low),
        rule=_RANGE,
    )  # fmt: skip


def _vague_range(left: Words, right: Words, rows: Mapping[str, Row]) -> Bounds | None:
    """ "dozens or hundreds": from the lower to the upper bounds."""
    low, high = amount(left, rows), amount(right, rows)
    if low is None or high is None or low.low > high.low or low.core_low > high.core_low or high.high < low.high:
        return None
    return Bounds(
        low=low.low, core_low=low.core_low, core_high=high.core_high, high=high.high, decimals=low.decimals or high.decimals,
        shown=f"{low.shown} to {high.shown}", rule="Table of numbers: from the lower of the two to the upper.",
    )  # fmt: skip


def _alternatives(words: Words) -> Bounds | None:
    """ "6, 7 or 9": judged by its hull."""
    if "or" not in words or words.count("or") > 1:
        return None
    parts: list[Numeral] = []
    run: list[Word] = []
    for word in (*words, ","):
        if word not in (",", "or"):
            run.append(word)
            continue
        numeral = counted(tuple(run)) if run else None
        if numeral is None:
            return None
        parts.append(numeral)
        run = []
    values = [part.value for part in parts]
    found = _span(min(values), max(values), decimals=any(part.decimals for part in parts))
    return replace(found, rule=_HULL)


def _two_bounds(words: Words) -> Bounds | None:
    """ "at least 30 but no more than 40": both bounds hold."""
    for left, right in _splits(words, _BOTH):
        first, second = _bounded(left), _bounded(right[1:] if right[:1] in (("possibly",), ("perhaps",)) else right)
        if first is None or second is None or first.high < inf or second.high == inf or first.low > second.high:
            continue
        return Bounds(
            low=first.low, core_low=first.low, core_high=second.high, high=second.high,
            shown=f"{figure(first.low)}–{figure(second.high)}", rule="Two bounds stated together: both hold.",
        )  # fmt: skip
    return None


def _bounded(words: Words) -> Bounds | None:
    hedge = hedge_before(words)
    if hedge is None:
        return None
    numeral = counted(words[hedge[1] :])
    return None if numeral is None else hedged(hedge[0], number(numeral.value, decimals=numeral.decimals))
