"""Which fields and findings of an event are printed. Chooses among what was judged; judges nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tui.core.filters import Filter
from tui.core.judgements import EventVerdict, FieldVerdict, Finding, FindingKind, Verdict

MENTIONED_KINDS = ("update", "wording")
"""Kinds that are no discrepancy and still worth a line in a diff."""


def excerpt(event: EventVerdict, keep: Filter, *, everything: bool = False) -> EventVerdict | None:
    """The event with only what a diff prints of it, or None where that is nothing.

    Of the filter, `fields` and `verdicts` narrow the fields and findings, and so do terms of a field, a verdict or a kind
    that are not negated. With `everything`, fields without a discrepancy stay too, and the event is there in any case.
    """
    fields = tuple(f for f in event.fields if (everything or is_mentioned(f)) and _passes(f, keep))
    findings = tuple(f for f in event.findings if (everything or _is_told(f)) and finding_passes(f, keep))
    if not everything and not fields and not findings:
        return None
    return replace(event, fields=fields, findings=findings)


def is_mentioned(field: FieldVerdict) -> bool:
    """Whether a diff speaks of the field: flagged, updated or worded differently; who speaks is no claim about the event."""
    return field.flagged or (field.kind in MENTIONED_KINDS and field.field != "said_by")


def _is_told(finding: Finding) -> bool:
    """Whether a diff speaks of the finding: flagged, or a grade that its reader should look at again."""
    return finding.flagged or finding.kind is FindingKind.CREDIBILITY


def is_contested(event: EventVerdict) -> bool:
    """Whether anything flagged is left in the event, open or ruled."""
    return any(f.flagged for f in event.fields) or any(f.flagged for f in event.findings)


def finding_passes(finding: Finding, keep: Filter) -> bool:
    """Whether a finding is within the filter: it has no verdict, and perhaps no field."""
    for name, wanted in _narrowing(keep):
        if name == "verdict":
            return False
        if name == "field" and not (finding.field is not None and _names(finding.field, wanted)):
            return False
        if name == "kind" and str(finding.kind) not in wanted:
            return False
    return True


def narrows(keep: Filter) -> bool:
    """Whether the filter chooses among the fields of an event, beside choosing events."""
    return any(True for _ in _narrowing(keep))


def reaches(field: FieldVerdict, threshold: Verdict) -> bool:
    """Whether the field makes `--fail-on` fail: open, certain, and at least as strong as the threshold."""
    return field.flagged and field.open and not field.doubtful and field.verdict.rank >= threshold.rank


def _passes(field: FieldVerdict, keep: Filter) -> bool:
    for name, wanted in _narrowing(keep):
        match name:
            case "field" if not _names(field.field, wanted):
                return False
            case "verdict" if str(field.verdict) not in wanted:
                return False
            case "kind" if field.kind not in wanted:
                return False
    return True


def _narrowing(keep: Filter) -> Iterator[tuple[str, tuple[str, ...]]]:
    """("field", "verdict" or "kind", what is wanted): every one of them a condition on what is printed."""
    if keep.fields:
        yield "field", keep.fields
    if keep.verdicts:
        yield "verdict", keep.verdicts
    for term in keep.terms:
        if term.name in ("field", "verdict", "kind") and not term.negated:
            yield term.name, term.values


def _names(field: str, wanted: tuple[str, ...]) -> bool:
    return any(field == name or field.startswith(name + ".") for name in wanted)
