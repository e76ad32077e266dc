"""What "at least", "about", "nearly" and their kin do to a number (rules.md §4).

Bounds in, bounds out. The words that announce a hedge stand here as data; the grammar is in `tui.core.quantities`.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor, inf
from typing import TypeAlias

from tui.core.values import dataclass

_Ends: TypeAlias = tuple[Fraction, Fraction, Fraction, Fraction | None]
"""Hard low, core low, core high, hard high; None is unbounded."""


class Hedge(StrEnum):
    """How a number is meant; the value is the word it is shown with."""

    PLAIN = ""
    EXACTLY = "exactly"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    UP_TO = "up to"
    FEWER_THAN = "fewer than"
    NEARLY = "nearly"
    ABOUT = "about"
    ODD = "-odd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Hard bounds and core, all inclusive, `inf` where open; and how they came about."""

    low: float
    core_low: float
    core_high: float
    high: float
    firm: bool = False
    """The hard bounds are what is written: meeting outside the core is compatible, never strained."""
    shown: str
    """The value in the program's words."""
    rule: str
    value: Fraction | None = None
    """The one number a hedge before it applies to; None for ranges and vague words."""
    decimals: bool = False
    """A measure rather than a count: nothing is rounded to integers and the "± 1" is dropped."""
    left: tuple[str, ...] = ()
    """Words beside the figure that were left out of the reading."""
    unit: str = ""
    """What it measures, where that is written ("%", "km"); empty for counts."""
    group: str = ""
    """The narrower group that alone is counted ("civil"); empty for everyone."""


_RULES = {
    Hedge.AT_LEAST: "Table of numbers, 'at least N': N or any more; up to twice N is the core, beyond that still fits.",
    Hedge.MORE_THAN: "Table of numbers, 'more than N': above N without limit; up to one and a half times N is the core.",
    Hedge.UP_TO: "Table of numbers, 'up to N': anything from 0 to N; the upper half is the core.",
    Hedge.FEWER_THAN: "Table of numbers, 'fewer than N': anything below N; the upper half is the core.",
    Hedge.NEARLY: "Table of numbers, 'nearly N': within a tenth below N, at the widest a fifth below N or N itself.",
    Hedge.ABOUT: "Table of numbers, 'about N': within half the unit N is rounded to, at the widest a fifth of N (at least 1).",
    Hedge.ODD: "Table of numbers, 'N-odd': above N, short of the next figure as round; N itself still fits.",
}
_ROUNDED = "A rounded figure: within half a unit of its last digit, at the widest a whole unit."
_ROUNDED_SHORT = "A rounded figure: within half a unit of its last digit, at the widest a fifth of it."


def number(value: Fraction, *, decimals: bool = False, shown: str | None = None) -> Bounds:
    """A plain number: both boundaries are the number itself."""
    at = _plain(value)
    return Bounds(
        low=at, core_low=at, core_high=at, high=at, value=value, decimals=decimals,
        shown=shown or figure(value), rule="A plain number: exactly what is written.",
    )  # fmt: skip


def rounded(value: Fraction, unit: Fraction, *, decimals: bool, shown: str) -> Bounds:
    """A figure that says no more than its last written digit ("2.3 million", "50.5"): what is rounded to it, and one unit.

    With a magnitude word it is never wider than "about N": "a million" leaves half a million out."""
    wide = unit if decimals else min(unit, value / 5)
    low, high = max(Fraction(0), value - wide), value + wide
    # What lies just half a unit above is rounded to the next figure: 2.3 and 2.4 million have nothing in common.
    core_high = value + unit / 2 - (unit / 100 if decimals else 1)
    return Bounds(
        low=_plain(low), core_low=_plain(max(low, value - unit / 2)), core_high=_plain(min(core_high, high)),
        high=_plain(high), value=value, decimals=decimals, shown=shown, rule=_ROUNDED if wide == unit else _ROUNDED_SHORT,
    )  # fmt: skip


def hedged(hedge: Hedge, bounds: Bounds) -> Bounds | None:
    """The bounds of "<hedge> <number, range or vague word>"; None where that leaves nothing or says nothing."""
    if hedge is Hedge.PLAIN or (hedge is Hedge.EXACTLY and bounds.low == bounds.high):
        return bounds
    if hedge is Hedge.EXACTLY:
        return _exact(bounds)
    found = _around_bounds(hedge, bounds) if bounds.value is None else _around_value(hedge, bounds)
    if found is None or found.low > found.high:
        return None
    if hedge is Hedge.ODD:
        shown = bounds.shown + hedge.value
    else:
        shown = bounds.shown if bounds.shown.startswith(hedge.value) else f"{hedge.value} {bounds.shown}"
    return replace(_tidy(found), shown=shown, rule=_RULES[hedge], value=None)


def _exact(bounds: Bounds) -> Bounds:
    """ "exactly 2.3 million" is 2300000; a range or vague word stays what it is."""
    if bounds.value is None:
        return bounds
    # "50.5" alone would be read as rounded.
    shown = f"exactly {bounds.shown}" if bounds.decimals else None
    exact = number(bounds.value, decimals=bounds.decimals, shown=shown)
    return replace(exact, left=bounds.left, unit=bounds.unit, group=bounds.group)


def _around_value(hedge: Hedge, bounds: Bounds) -> Bounds | None:
    n = bounds.value or Fraction(0)
    step = Fraction(0) if bounds.decimals else Fraction(1)
    ends: _Ends
    match hedge:
        case Hedge.AT_LEAST:
            ends = (n, n, 2 * n, None)
        case Hedge.MORE_THAN:
            ends = (n + step, n + step, n * 3 / 2, None)
        case Hedge.UP_TO:
            ends = (Fraction(0), n / 2, n, n)
        case Hedge.FEWER_THAN:
            ends = (Fraction(0), n / 2, n - step, n - step)
        case Hedge.NEARLY:
            ends = (n * 4 / 5, n * 9 / 10, n - step, n)
        case Hedge.ODD:
            if bounds.decimals:
                return None
            top = n + (_rounding_unit(n, decimals=False) - 1 if n % 10 == 0 else max(step, n / 5))
            ends = (n, n + 1, top, top)
        case _:
            unit = _rounding_unit(n, decimals=bounds.decimals)
            wide, half = max(min(unit, Fraction(1)) if bounds.decimals else step, n / 5), unit / 2
            ends = (max(Fraction(0), n - wide), n - half, n + half, n + wide)
    return _whole(bounds, ends, firm=hedge not in (Hedge.NEARLY, Hedge.ABOUT))


def _around_bounds(hedge: Hedge, bounds: Bounds) -> Bounds | None:
    """A hedge before a range or a vague word opens one side of it ("up to several dozen"); "about dozens" is dozens."""
    match hedge:
        case Hedge.AT_LEAST | Hedge.MORE_THAN:
            return replace(bounds, high=inf, firm=True)
        case Hedge.UP_TO | Hedge.FEWER_THAN:
            return replace(bounds, low=0, firm=True) if bounds.high < inf else None
        case Hedge.ABOUT:
            return bounds if bounds.low == 0 or bounds.high == inf else _about_range(bounds)
        case _:
            return None


def _about_range(bounds: Bounds) -> Bounds:
    if (bounds.low, bounds.high) != (bounds.core_low, bounds.core_high):
        return bounds
    low, high = Fraction(bounds.low), Fraction(bounds.high)
    step = Fraction(0) if bounds.decimals else Fraction(1)
    ends = (max(Fraction(0), low - max(step, low / 5)), low, high, high + max(step, high / 5))
    return _whole(bounds, ends, firm=False)


def _whole(bounds: Bounds, ends: _Ends, *, firm: bool) -> Bounds:
    """Counts are integers: lower bounds round down, upper bounds up."""
    low, core_low, core_high, high = ends
    if bounds.decimals:
        return replace(
            bounds, low=_plain(low), core_low=_plain(core_low), core_high=_plain(core_high),
            high=inf if high is None else _plain(high), firm=firm,
        )  # fmt: skip
    return replace(
        bounds, low=floor(low), core_low=floor(core_low), core_high=ceil(core_high),
        high=inf if high is None else ceil(high), firm=firm,
    )  # fmt: skip


def _tidy(bounds: Bounds) -> Bounds:
    """The core lies inside the hard bounds; one that came out empty is the nearest value inside them."""
    low, high = bounds.low, bounds.high
    core_low, core_high = bounds.core_low, bounds.core_high
    if core_low > core_high:
        core_low = core_high = min(max(core_low if core_low <= high else high, low), high)
    return replace(bounds, core_low=min(max(core_low, low), high), core_high=max(min(core_high, high), low))


def _rounding_unit(value: Fraction, *, decimals: bool) -> Fraction:
    """The largest power of ten that divides a figure: 30 -> 10, 250 -> 10, 300 -> 100. 37 is exact: 0."""
    unit = Fraction(1)
    if value == 0:
        return Fraction(1 if decimals else 0)
    if value.denominator != 1:
        while (value / unit).denominator != 1:
            unit /= 10
        return unit
    while (value / (unit * 10)).denominator == 1:
        unit *= 10
    return unit if unit > 1 or decimals else Fraction(0)


def figure(value: Fraction | float) -> str:
    """A number as shown: whole numbers without separators, measures as decimals."""
    exact = Fraction(value)
    return str(exact.numerator) if exact.denominator == 1 else str(float(exact))


def _plain(value: Fraction) -> float:
    return value.numerator if value.denominator == 1 else float(value)


def _phrases(hedge: Hedge, *phrases: str) -> dict[tuple[str, ...], Hedge]:
    return {tuple(phrase.split()): hedge for phrase in phrases}


BEFORE: dict[tuple[str, ...], Hedge] = (
    _phrases(
        Hedge.EXACTLY, "exactly", "precisely", "=",
    )
    | _phrases(
        Hedge.PLAIN, "a total of", "total of", "in total", "altogether", "only", "just",
        "the", "all", "reportedly", "allegedly", "a reported", "death toll of", "a death toll of",
        "toll of", "a toll of", "aged", "age", "death toll rises to", "death toll rose to", "the death toll rose to",
        "death toll has risen to", "magnitude", "a magnitude", "turnout of", "a turnout of",
    )
    | _phrases(
        Hedge.AT_LEAST, "at least", "at the least", "at the very least", "no fewer than", "no less than",
        "not fewer than", "not less than", "a minimum of", "minimum of", "minimum", "min", "min .", "an initial",
        "initial", "initially", "so far", ">=", "at a minimum",
    )
    | _phrases(
        Hedge.MORE_THAN, "more than", "over", "above", "upwards of", "upward of", "in excess of", "well over",
        "well above", "just over", "just above", "slightly more than", "slightly over", "a little over",
        "a little more than", "a bit over", "far more than", "many more than", "exceeding", "greater than", "beyond",
        "north of", ">",
    )
    | _phrases(
        Hedge.UP_TO, "up to", "as many as", "as much as", "at most", "at the most", "no more than", "not more than",
        "no greater than", "a maximum of", "maximum of", "maximum", "max", "max .", "possibly as many as",
        "perhaps as many as", "<=",
    )
    | _phrases(
        Hedge.FEWER_THAN, "fewer than", "less than", "under", "below", "not as many as", "well under", "well below",
        "far fewer than", "<",
    )
    | _phrases(
        Hedge.NEARLY, "nearly", "almost", "close to", "just under", "just below", "just short of", "not quite",
        "approaching", "slightly under", "slightly less than", "slightly fewer than", "a little under",
        "a little less than", "well nigh", "nigh on", "near to", "near",
    )
    | _phrases(
        Hedge.ABOUT, "about", "around", "some", "roughly", "approximately", "approx", "approx .", "circa", "c .", "ca .",
        "c", "ca", "~", "an estimated", "estimated", "estimated at", "in the region of", "in the order of",
        "somewhere around", "perhaps", "maybe", "something like", "more or less", "an approximate", "an average of",
    )
)  # fmt: skip
"""Words before a number, as tokens, and the row of the table they stand for."""

AFTER: dict[tuple[str, ...], Hedge] = (
    _phrases(Hedge.PLAIN, "in total", "in all", "altogether", "total", "reportedly", ".", "magnitude", "- magnitude")
    | _phrases(Hedge.EXACTLY, "exactly", "precisely")
    | _phrases(Hedge.ODD, "- odd", "odd")
    | _phrases(
        Hedge.AT_LEAST, "+", "plus", "- plus", "or more", "or above", "and more", "and above", "and up", "or greater",
        "and counting", "so far", "at least", "at the least", "at a minimum", "minimum", "at minimum", "min",
        "and over",
        "or over", "initially", ", possibly more", "and possibly more", ", perhaps more", "or even more", "up to now",
        "to date", "as of now", "if not more", ", if not more", "and rising", "upwards",
    )
    | _phrases(
        Hedge.UP_TO, "at most", "at the most", "or fewer", "or less", "maximum", "max", "at maximum", "or below",
        "and below", "tops",
    )
    | _phrases(
        Hedge.ABOUT, "or so", "or thereabouts", "more or less", "give or take", "approximately",
        "approx", "approx .", "roughly", "- ish", "ish", ", more or less", ", approximately", ", roughly",
    )
)  # fmt: skip
"""Words after a number, likewise."""


def hedge_before(words: tuple[str, ...]) -> tuple[Hedge, int] | None:
    """The longest hedge a phrase begins with, and how many tokens it takes."""
    for size in range(min(5, len(words) - 1), 0, -1):
        if words[:size] in BEFORE:
            return BEFORE[words[:size]], size
    return None


def hedge_after(words: tuple[str, ...]) -> tuple[Hedge, int] | None:
    """The longest hedge a phrase ends with, and how many tokens it takes."""
    for size in range(min(4, len(words) - 1), 0, -1):
        if words[-size:] in AFTER:
            return AFTER[words[-size:]], size
    return None
