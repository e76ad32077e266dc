"""Figures: how a number was read, and how two lie to each other. Source: rules.md §4."""

from __future__ import annotations

from math import isinf

from tui.core.judgements import NumberBounds, Verdict
from tui.core.line import Extent, relate
from tui.core.quantities import Quantity, canonical, extent, read_quantity
from tui.core.values import dataclass
from tui.core.verdicts.comparisons import (
    FIGURES_APART,
    Comparison,
    Said,
    Value,
    not_read,
    sized,
    with_hulls,
    without_brackets,
)

Overrides = tuple[tuple[str, tuple[int, int, int, int]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberValue(Value):
    """A figure on the line."""

    quantity: Quantity
    """As read, before a field's slack widened it."""

    def bounds(self) -> NumberBounds:
        """Core and hard bounds of what was read."""
        q = self.quantity
        return NumberBounds(low=q.low, high=q.high, core_low=q.core_low, core_high=q.core_high)


def read_number(words: str, overrides: Overrides = (), slack: float = 0) -> Value:
    """A figure as written. `slack` (same unit) widens the core on both sides, and the hard bounds where they are narrower."""
    return number_value(read_quantity(words, overrides), slack)


def number_value(quantity: Quantity, slack: float = 0) -> Value:
    """The value of a number that was read."""
    if not quantity.understood:
        return NumberValue(
            key=("?", quantity.text), text=quantity.text, understood=False, rule=quantity.rule, quantity=quantity
        )
    stretch = extent(quantity)
    if slack:
        core_low, core_high = stretch.core_low - slack, stretch.core_high + slack
        stretch = Extent(min(stretch.low, core_low), core_low, core_high, max(stretch.high, core_high), stretch.firm)
    return NumberValue(
        key=(stretch, scope) if (scope := quantity.unit or quantity.group) else stretch,
        text=canonical(quantity),
        rule=quantity.rule,
        extent=stretch,
        hull="its hull" in quantity.rule,
        scope=scope,
        quantity=quantity,
    )


def compare_numbers(a: Value, b: Value, said_a: Said, said_b: Said, *, unit: str = "", field: str = "") -> Comparison:
    """The relation of two figures of one `field`, with the distance where they cannot both be true."""
    compared = _compare(a, b, said_a, said_b, unit)
    apart = _scopes_apart(a, b, said_a, said_b, compared.verdict, field)
    return Comparison(Verdict.INCOMPARABLE, apart) if apart else with_hulls(compared, a, b, said_a, said_b)


def _scopes_apart(a: Value, b: Value, said_a: Said, said_b: Said, verdict: Verdict, field: str) -> str:
    """Why two figures are of different things (rules.md §2): two units; or a part of the people, which may be fewer than all.

    Empty where they are of one thing, where they agree anyway, or where the field counts just that group."""
    if not (isinstance(a, NumberValue) and isinstance(b, NumberValue)) or a.scope == b.scope:
        return ""
    if a.quantity.unit and b.quantity.unit:
        return f"{said_a} and {said_b} are measured in different units."
    group_a, group_b = (_group(each.quantity, field) for each in (a, b))
    if not verdict.flagged or group_a == group_b or a.extent is None or b.extent is None:
        return ""
    if group_a and group_b:
        return f"{said_a} and {said_b} count different groups."
    (part, said_part), (whole, said_whole) = ((a.extent, said_a), (b.extent, said_b))[:: 1 if group_a else -1]
    if part.core_low > whole.core_low:
        return ""
    return f"{said_part} counts a group of its own, of which there may be fewer than {said_whole}."


def _group(quantity: Quantity, field: str) -> str:
    """The narrower group a figure counts; empty where the field counts just that ("killed_civilians")."""
    named = field.replace(".", "_").split("_")
    groups = quantity.group.split(" and ")
    return "" if all(any(word.startswith(group) for word in named) for group in groups) else quantity.group


def _compare(a: Value, b: Value, said_a: Said, said_b: Said, unit: str) -> Comparison:
    unread = not_read(a, b, said_a, said_b)
    if unread is not None or a.extent is None or b.extent is None:
        return unread or Comparison(Verdict.UNREAD, "Not compared.")
    relation = relate(a.extent, b.extent, hard_equal=True)
    low_first = a.extent.core_low <= b.extent.core_low
    (low, low_said), (high, high_said) = ((a.extent, said_a), (b.extent, said_b))[:: 1 if low_first else -1]
    match relation.verdict:
        case Verdict.SAME:
            return Comparison(Verdict.SAME, f"{said_a} and {said_b} are the same figure.", inner="ab")
        case Verdict.CONFLICT:
            gap = f"{_plain(relation.gap)} {unit}".strip()
            return Comparison(
                Verdict.CONFLICT,
                f"{high_said}{_start(high)} lies above {low_said}, which {_reach(low)}; {gap} apart.",
                gap=gap,
                distance=relation.gap,
                size=sized(FIGURES_APART, relation.gap),
            )
        case Verdict.STRAINED:
            return Comparison(
                Verdict.STRAINED,
                f"{low_said} and {high_said} meet only where the words are stretched "
                f"({_span(low)} against {_span(high)}).",
            )
        case Verdict.PRECISION:
            inner = "a" if _inside(a.extent, b.extent) else "b"
            inner_said, outer_said, outer = (said_a, said_b, b.extent) if inner == "a" else (said_b, said_a, a.extent)
            span = _span(outer)
            meant = "" if span == without_brackets(outer_said.words).replace("-", "–") else f" ({span})"
            return Comparison(
                Verdict.PRECISION,
                f"{inner_said} lies within {outer_said}{meant}: one is more exact.",
                inner=inner,
            )
        case _:
            return Comparison(Verdict.COMPATIBLE, _compatible(low, high, low_said, high_said))


def compare_quantities(a: Quantity, b: Quantity) -> Comparison:
    """The verdict of `rashomon explain number A B`."""
    return compare_numbers(number_value(a), number_value(b), Said("", a.text), Said("", b.text))


def _compatible(low: Extent, high: Extent, low_said: Said, high_said: Said) -> str:
    if low.core_high >= high.core_low:
        return f"{low_said} and {high_said} overlap: both can be true."
    reason = f"{high_said} lies above {low_said}; both can be true"
    apart = _plain(high.core_low - low.core_high)
    if low.firm and not isinf(low.core_high):
        return f"{reason}, {apart} beyond what the wording suggests."
    if high.firm:
        return f"{low_said} lies below {high_said}; both can be true, {apart} below what the wording suggests."
    return f"{reason}."


def _inside(a: Extent, b: Extent) -> bool:
    if (a.core_low, a.core_high) == (b.core_low, b.core_high):
        return b.low <= a.low and a.high <= b.high
    return b.core_low <= a.core_low and a.core_high <= b.core_high


def _reach(low: Extent) -> str:
    if low.low == low.high:
        return "is exact"
    return f"reaches {_plain(low.high)} at most"


def _start(high: Extent) -> str:
    """Where the higher figure begins, where its words do not say so."""
    return f", which begins at {_plain(high.low)}," if high.low < high.core_low else ""


def _span(e: Extent) -> str:
    if e.core_low == e.core_high:
        return _plain(e.core_low)
    if isinf(e.core_high):
        return f"{_plain(e.core_low)} or more"
    return f"{_plain(e.core_low)}–{_plain(e.core_high)}"


def _plain(number: float) -> str:
    """1234567 as "1,234,567", 2.5 as "2.5"."""
    if isinf(number):
        return "no limit"
    return f"{int(number):,}" if number == int(number) else f"{number:,g}"
