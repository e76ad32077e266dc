"""What each column of an export means, in the words of the format: the tables of `tui/formats.md`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.files.exporters.timesketch import COLUMNS
from tui.files.format import REPORT, Kind
from tui.files.tables.cells import LISTS
from tui.files.tables.shapes import CLAIM_COLUMNS, JUDGED, VERDICT_COLUMNS, Column

_ABOUT = {
    "table": "What the row is: claim, report, verdict, or the name of the table that stands in it.",
    "number": "Place of the report in the files; reading back sorts by it.",
    "field": "Field of the claim: when, where, who.attacker, figures.killed … Empty where a report claims nothing.",
    "value": "What the source says, in its own words.",
    "given_id": "false where no file states the id: it is made from source and event.",
    "file": "File of the dossier that the table stands in.",
    "judged_event": "Event the report belongs to once links have been followed.",
    "judged_verdict": "How the readings of this field stand to each other.",
    "judged_reading": "The value as the program reads it.",
    "judged_earliest": "Beginning of a time, UTC.",
    "judged_latest": "End of a time, UTC, no longer part of it.",
    "judged_low": "Least a number can be.",
    "judged_high": "Most a number can be.",
    "judged_superseded": "true where a later report of the same source replaces the claim.",
}
_VERDICTS = {
    "event": "Id of the event.", "title": "The event in a line.", "earliest": "Its beginning, UTC.",
    "latest": "Its end, UTC, no longer part of it.", "field": "The field; empty for a finding about the whole event.",
    "verdict": "How its readings stand to each other; empty for a finding.", "kind": "Which sort of discrepancy or finding.",
    "flagged": "Whether it is a discrepancy.", "open": "Whether no ruling has settled it.",
    "doubtful": "Whether it hangs on a reading that is itself in doubt.", "gap": "How far the readings lie apart.",
    "reason": "Why, in a sentence.", "readings": "What is read, each with its sources.", "sources": "Who speaks of it.",
    "silent": "Sources that report the event and leave the field out.", "reports": "Reports concerned.",
    "origins_low": "Fewest independent origins behind the event.", "origins_high": "Most independent origins behind it.",
    "origins_unknown": "Reports whose origin is not known.",
}  # fmt: skip
_TIMESKETCH = {
    "message": "Source and what it says.", "datetime": "The moment, else the first or last of it.",
    "timestamp_desc": "Event time, Event time, end, Published or Captured; “, at the latest” where only the end is known.",
    "earliest": "Beginning of the moment, UTC.", "latest": "End of the moment, UTC, no longer part of it.",
    "as_written": "The source's words for it.", "precision": "How exact they are: minute, day, month, range …",
    "source": "Id of the source.", "source_name": "The outlet.", "event": "Id of the event.",
    "event_title": "The event in a line.", "report": "Id of the report.", "claims": "What else the report claims.",
    "said_by": "Who it first came from.", "verdict": "Strongest verdict on the event.", "url": "Where it was published.",
}  # fmt: skip


def column_tables() -> dict[str, list[str]]:
    """Name of a table in the page -> its lines in Markdown."""
    claims = _ABOUT | {key.name: key.about for key in REPORT.keys if key.name not in _ABOUT}
    return {
        "claim columns": _table((column.name, _note(column, claims[column.name])) for column in CLAIM_COLUMNS),
        "verdict columns": _table((column.name, (_ABOUT | _VERDICTS)[column.name]) for column in VERDICT_COLUMNS),
        "timesketch columns": _table((name, _TIMESKETCH[name]) for name in COLUMNS),
    }


def _note(column: Column, about: str) -> str:
    if column.name.startswith(JUDGED):
        return about
    if column.kind in LISTS or column.kind is Kind.DENIAL:
        return f"{about} A list: `a; b`."
    return about


def _table(rows: Iterable[tuple[str, str]]) -> list[str]:
    return ["| column | what it holds |", "|---|---|", *_lines(rows)]


def _lines(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, about in rows:
        yield f"| `{name}` | {about.replace('|', chr(92) + '|')} |"
