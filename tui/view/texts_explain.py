"""`rashomon explain` as plain text: one fact a line, the rule last. Draws, decides nothing."""

from __future__ import annotations

from collections.abc import Iterable

from tui.core.moments import Moment, iso
from tui.core.names import NameVerdict
from tui.core.quantities import Quantity
from tui.core.verdicts.comparisons import Comparison
from tui.view.clocks import window_words
from tui.view.columns import wrap
from tui.view.contract import number
from tui.view.marks import mark_of_flag
from tui.view.safety import safe

LABELS = 14
"""Cells of the column of labels."""
UNBOUNDED = "not bounded"


def moment_lines(moment: Moment, zone: str, columns: int) -> list[str]:
    """How a time is read; the zone is the one in which its days are told."""
    lines = _titled(moment.text, moment.understood, columns)
    if moment.understood:
        facts = [
            ("read as", f"{window_words(moment.earliest, moment.latest, zone, home_year=0)} ({zone})"),
            ("earliest", iso(moment.earliest) or UNBOUNDED),
            ("latest", f"{iso(moment.latest) or UNBOUNDED}{' (exclusive)' if moment.latest is not None else ''}"),
            ("stretched", _stretch(moment)),
            ("precision", moment.precision or ""),
            ("manner", ", ".join(_manner(moment))),
            ("standard", f"EDTF level {moment.level}" if moment.edtf_valid else "not EDTF"),
        ]
        lines += _facts(facts, columns)
    return [*lines, *_facts([("rule", moment.rule)], columns)]


def quantity_lines(quantity: Quantity, columns: int) -> list[str]:
    """How a number is read."""
    lines = _titled(quantity.text, quantity.understood, columns)
    if quantity.understood:
        facts = [
            ("as written", _span(quantity.core_low, quantity.core_high)),
            ("possible", _span(quantity.low, quantity.high)),
        ]
        lines += _facts(facts, columns)
    return [*lines, *_facts([("rule", quantity.rule)], columns)]


def comparison_lines(comparison: Comparison, columns: int, *, doubtful: bool = False) -> list[str]:
    """How two readings stand to each other."""
    mark = mark_of_flag(comparison.kind or "", comparison.verdict)
    words = f"{mark.glyph} {comparison.verdict}" + (", doubtful" if doubtful and comparison.verdict.flagged else "")
    return ["", *_facts([("verdict", words), ("why", comparison.reason)], columns)]


def name_lines(a: str, b: str, verdict: NameVerdict, columns: int) -> list[str]:
    """How two names are compared, with what was done to them on the way."""
    facts = [("verdict", str(verdict.verdict)), ("score", f"{verdict.score:.2f}"), ("rule", verdict.rule)]
    steps = [("step", step) for step in verdict.steps]
    return [*wrap(f"“{safe(a)}” and “{safe(b)}”", columns), *_facts([*facts, *steps], columns)]


def _titled(text: str, understood: bool, columns: int) -> list[str]:
    return wrap(f"“{safe(text)}”" + ("" if understood else ": not understood"), columns)


def _facts(facts: Iterable[tuple[str, str]], columns: int) -> list[str]:
    lines: list[str] = []
    for label, text in facts:
        left = f"  {label}".ljust(LABELS)
        lines += wrap(safe(text), columns, indent=left, hang=" " * LABELS)
    return lines


def _stretch(moment: Moment) -> str:
    if (moment.slack_earliest, moment.slack_latest) == (moment.earliest, moment.latest):
        return "no further"
    return f"{iso(moment.slack_earliest) or UNBOUNDED} to {iso(moment.slack_latest) or UNBOUNDED}"


def _manner(moment: Moment) -> list[str]:
    return [word for word, holds in (("approximate", moment.approximate), ("uncertain", moment.uncertain)) if holds]


def _span(low: float | None, high: float | None) -> str:
    if number(high) is None:
        return f"{number(low)} or more"
    return str(number(low)) if low == high else f"{number(low)} to {number(high)}"
