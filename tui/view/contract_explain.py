"""Readings of single texts as the JSON objects of `rashomon explain`: exact keys in exact order. Decides nothing."""

from __future__ import annotations

from tui.core.moments import Moment, iso
from tui.core.names import NameVerdict
from tui.core.quantities import Quantity
from tui.core.verdicts.comparisons import Comparison
from tui.view.contract import JsonObject, number


def moment_object(moment: Moment) -> JsonObject:
    """How a time is read."""
    return {
        "text": moment.text,
        "understood": moment.understood,
        "earliest": iso(moment.earliest),
        "latest": iso(moment.latest),
        "slack_earliest": iso(moment.slack_earliest),
        "slack_latest": iso(moment.slack_latest),
        "precision": moment.precision,
        "approximate": moment.approximate,
        "uncertain": moment.uncertain,
        "kind": moment.kind,
        "edtf_valid": moment.edtf_valid,
        "level": moment.level,
        "rule": moment.rule,
    }


def quantity_object(quantity: Quantity) -> JsonObject:
    """How a number is read."""
    return {
        "text": quantity.text,
        "understood": quantity.understood,
        "low": number(quantity.low),
        "high": number(quantity.high),
        "core_low": number(quantity.core_low),
        "core_high": number(quantity.core_high),
        "rule": quantity.rule,
    }


def name_object(a: str, b: str, verdict: NameVerdict) -> JsonObject:
    """How two names are compared."""
    return {
        "a": a,
        "b": b,
        "verdict": str(verdict.verdict),
        "score": round(verdict.score, 4),
        "rule": verdict.rule,
        "steps": list(verdict.steps),
    }


def comparison_object(a: JsonObject, b: JsonObject, comparison: Comparison) -> JsonObject:
    """Two readings and how they stand to each other."""
    return {"a": a, "b": b, "verdict": str(comparison.verdict), "reason": comparison.reason}
