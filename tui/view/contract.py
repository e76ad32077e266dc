"""The program's values as the JSON objects of its contract: exact keys in exact order. Decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from tui.core.answers import Summary
from tui.core.copies import Compared, Copy
from tui.core.judgements import (
    EventVerdict,
    FieldVerdict,
    Finding,
    NumberBounds,
    OriginCount,
    Pair,
    Reading,
    TimeBounds,
)
from tui.core.model import Ruling, Source
from tui.core.problems import Problem
from tui.view.remaking import Making

JsonObject: TypeAlias = dict[str, Any]

FORMAT = 1
"""Version of every object below; it changes when a key changes its meaning or goes."""

PAIRS_UP_TO = 50
"""Readings of a field up to which its pairs are listed; their number grows with the square."""


def check_object(files: int, problems: Iterable[Problem]) -> JsonObject:
    """`rashomon check`: how many files were looked at, and every problem and note."""
    return {"format": FORMAT, "files": files, "problems": [problem_object(problem) for problem in problems]}


def problem_object(problem: Problem) -> JsonObject:
    """One fault of a file."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "key": problem.key,
        "code": problem.code,
        "severity": str(problem.severity),
        "message": problem.message,
        "found": problem.found,
        "expected": problem.expected,
        "suggestion": problem.suggestion,
    }


def copy_object(copy: Copy) -> JsonObject:
    """The archived copy of one source, as `check --verify` found it; a key that the source does not state is null."""
    return {
        "source": copy.source.id,
        "file": copy.file or None,
        "verdict": str(copy.standing),
        "sha256": _compared_object(copy.sha256),
        "captured": _compared_object(copy.captured),
    }


def _compared_object(compared: Compared | None) -> JsonObject | None:
    if compared is None:
        return None
    return {"stated": compared.stated, "found": compared.found or None, "verdict": str(compared.standing)}


def diff_head(summary: Summary, unplaced: Sequence[str], findings: Iterable[Finding]) -> JsonObject:
    """`rashomon diff` without its last key, `events`, which may be long and is written event by event."""
    return {
        "format": FORMAT,
        "dossier": {
            "title": summary.title,
            "events": summary.events,
            "reports": summary.reports,
            "sources": summary.sources,
        },
        "unplaced": list(unplaced),
        "findings": [finding_object(finding) for finding in findings],
    }


def event_object(
    event: EventVerdict, rulings: Sequence[Ruling] = (), *, pairs: bool = False, disputed: Sequence[str] = ()
) -> JsonObject:
    """One event with its fields and findings; `rulings` are the dossier's, which the fields point into.

    `disputed`: reports that may belong to it and were not judged; the key is there only where there are any.
    """
    return {
        "id": event.id,
        "title": event.title,
        "earliest": event.earliest,
        "latest": event.latest,
        "sources": list(event.sources),
        "absent": list(event.absent),
        "earlier": list(event.earlier),
        "reports": list(event.reports),
        **({"disputed": list(disputed)} if disputed else {}),
        "origins": origins_object(event.origins),
        "verdict": str(event.verdict),
        "findings": [finding_object(finding) for finding in event.findings],
        "fields": [field_object(field, rulings, pairs=pairs) for field in event.fields],
    }


def field_object(field: FieldVerdict, rulings: Sequence[Ruling] = (), *, pairs: bool = False) -> JsonObject:
    """One field over all its sources; with `pairs`, every two readings compared, up to `PAIRS_UP_TO` readings."""
    shown: JsonObject = {
        "field": field.field,
        "verdict": str(field.verdict),
        "kind": field.kind,
        "flagged": field.flagged,
        "open": field.open,
        "doubtful": field.doubtful,
        "gap": field.gap,
        "reason": field.reason,
        "camps": [list(camp) for camp in field.camps],
        "readings": [reading_object(reading, field.field) for reading in field.readings],
    }
    if pairs and len(field.readings) <= PAIRS_UP_TO:
        shown["pairs"] = [pair_object(pair) for pair in field.pairs]
    shown["silent"] = list(field.silent)
    shown["rulings"] = [ruling_object(rulings[index]) for index in field.rulings if index < len(rulings)]
    return shown


def reading_object(reading: Reading, field: str = "") -> JsonObject:
    """One reading of a field. Those of times and numbers carry bounds, all null where the words were not understood."""
    shown: JsonObject = {
        "value": reading.value,
        "as_written": list(reading.as_written),
        "reports": list(reading.reports),
        "sources": list(reading.sources),
        "origins": origins_object(reading.origins),
        "superseded": reading.superseded,
    }
    return shown | bounds_object(reading.bounds or _unbounded(field))


_TIMES = ("when", "until")
_NUMBERS = "figures."


def _unbounded(field: str) -> TimeBounds | NumberBounds | None:
    """What a time or number has that was not understood."""
    if field in _TIMES:
        return TimeBounds(earliest=None, latest=None, slack_earliest=None, slack_latest=None)
    if field.startswith(_NUMBERS):
        return NumberBounds(low=None, high=None, core_low=None, core_high=None)
    return None


def bounds_object(bounds: TimeBounds | NumberBounds | None) -> JsonObject:
    """The bounds of a reading as further keys; none for words."""
    match bounds:
        case TimeBounds():
            return {
                "earliest": bounds.earliest,
                "latest": bounds.latest,
                "slack_earliest": bounds.slack_earliest,
                "slack_latest": bounds.slack_latest,
            }
        case NumberBounds():
            return {
                "low": number(bounds.low),
                "high": number(bounds.high),
                "core_low": number(bounds.core_low),
                "core_high": number(bounds.core_high),
            }
        case None:
            return {}


def pair_object(pair: Pair) -> JsonObject:
    """Two readings compared; `a` and `b` index the readings."""
    return {"a": pair.a, "b": pair.b, "verdict": str(pair.verdict), "kind": pair.kind, "reason": pair.reason}


def finding_object(finding: Finding) -> JsonObject:
    """Something found beside the verdicts of fields."""
    return {
        "kind": str(finding.kind),
        "events": list(finding.events),
        "reports": list(finding.reports),
        "field": finding.field,
        "reason": finding.reason,
        "open": finding.open,
    }


def origins_object(origins: OriginCount) -> JsonObject:
    """A count of independent origins."""
    return {"low": origins.low, "high": origins.high, "unknown": origins.unknown}


def ruling_object(ruling: Ruling) -> JsonObject:
    """A recorded judgement on a field."""
    return {"accepted": ruling.accepted, "reason": ruling.reason, "by": ruling.by, "at": ruling.at}


def citation_object(source: Source) -> JsonObject:
    """What a reader needs to find a source again; null is what nobody knows."""
    return {
        "source": source.id,
        "siglum": source.siglum,
        "name": source.name,
        "kind": source.kind,
        "title": source.title or None,
        "published": source.published or None,
        "credits": list(source.credits),
        "url": source.url or None,
        "archive_url": source.archive_url or None,
        "sha256": source.sha256 or None,
        "captured": source.captured or None,
        "grade": source.grade or None,
    }


def making_object(making: Making) -> JsonObject:
    """What a report says of its own making: the same files and command give the same bytes."""
    return {
        "program": making.program,
        "command": making.command,
        "notes": list(making.notes),
        "inputs": [{"path": each.path, "sha256": each.sha256} for each in making.inputs],
    }


def number(value: float | None) -> int | float | None:
    """A bound as JSON writes it: null for none and for infinity, whole numbers without a point."""
    if value is None or value in (float("inf"), float("-inf")):
        return None
    return int(value) if value == int(value) else value
