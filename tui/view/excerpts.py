"""Which fields and findings of an event are printed. Chooses among what was judged; judges nothing."""

from __future__ import annotations

from dataclasses import replace

from tui.core.filters import Filter
from tui.core.judgements import EventVerdict, FieldVerdict, Finding, Verdict

MENTIONED_KINDS = ("update", "wording")
"""Kinds that are no discrepancy and still worth a line in a diff."""


def excerpt(event: EventVerdict, keep: Filter, *, everything: bool = False) -> EventVerdict | None:
    """The event with only what a diff prints of it, or None where that is nothing.

    Of the filter, `fields` and `verdicts` narrow the fields and findings. With `everything`, fields without a
    discrepancy stay too, and the event is there in any case.
    """
    fields = tuple(f for f in event.fields if (everything or is_mentioned(f)) and _passes(f, keep))
    findings = tuple(f for f in event.findings if (everything or f.flagged) and finding_passes(f, keep))
    if not everything and not fields and not findings:
        return None
    return replace(event, fields=fields, findings=findings)


def is_mentioned(field: FieldVerdict) -> bool:
    """Whether a diff speaks of the field: flagged, updated or worded differently."""
    return field.flagged or field.kind in MENTIONED_KINDS


def is_contested(event: EventVerdict) -> bool:
    """Whether anything flagged is left in the event, open or ruled."""
    return any(f.flagged for f in event.fields) or any(f.flagged for f in event.findings)


def finding_passes(finding: Finding, keep: Filter) -> bool:
    """Whether a finding is within the filter: it has no verdict, and perhaps no field."""
    if keep.verdicts:
        return False
    return not keep.fields or (finding.field is not None and _names(finding.field, keep.fields))


def reaches(field: FieldVerdict, threshold: Verdict) -> bool:
    """Whether the field makes `--fail-on` fail: open, certain, and at least as strong as the threshold."""
    return field.flagged and field.open and not field.doubtful and field.verdict.rank >= threshold.rank


def _passes(field: FieldVerdict, keep: Filter) -> bool:
    if keep.fields and not _names(field.field, keep.fields):
        return False
    return not keep.verdicts or str(field.verdict) in keep.verdicts


def _names(field: str, wanted: tuple[str, ...]) -> bool:
    return any(field == name or field.startswith(name + ".") for name in wanted)
