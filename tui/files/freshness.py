"""Whether a report still stands in its file as it was read: asked before one of its values is typed over."""

from __future__ import annotations

from dataclasses import fields

from tui.core.model import Report
from tui.files.splices import plain_text
from tui.files.targets import Refused, Target, key_of, target

_TOLD_BY = ("when", "where", "what", "quote", "locator", "figures")
"""What tells one report of a file from the next where neither has an id. Not its event: a link may have moved the report."""
_DEFAULTS = {field.name: field.default for field in fields(Report)}


def standing_as_read(text: str, report: Report, field: str) -> Target | Refused:
    """The table of a report in the text of its file, where the field, and what tells it from others, is as it was read."""
    name = report.id if report.given_id else ""
    where = target(text, "report", identity=name, line=report.position.line)
    if isinstance(where, Refused):
        return where
    from tui.files.decode import decode  # noqa: PLC0415  (asked for only where something is written)

    rows = decode(plain_text(text), "").rows.get("report", [])
    values = next((row.values for row in rows if row.number in (where.number, None)), None)
    asked = {key_of(field)[0], *(() if report.given_id else _TOLD_BY)} - {"event"}
    if values is None or any(values.get(key, _DEFAULTS.get(key)) != getattr(report, key) for key in asked):
        return Refused("changed", "the file has changed since it was read")
    return where
