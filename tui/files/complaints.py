"""How a fault in a file is put into words: one sentence with key, what was found, expected and nearest.

Makes `tui.core.problems` values and nothing else; what counts as a fault is decided where it is found.
"""

from __future__ import annotations

from typing import TypedDict, Unpack

from tui.core.problems import Problem, Severity

LONGEST_FOUND = 60
"""Characters of the user's text that a message shows."""

LONGEST_SUGGESTION = 200
"""Longer ones help nobody and are left out."""


class Details(TypedDict, total=False):
    """The parts of a problem that not every problem has; see `Problem`."""

    line: int | None
    column: int | None
    key: str | None
    found: str | None
    expected: str | None
    suggestion: str | None
    severity: Severity


def problem(file: str, code: str, text: str, **details: Unpack[Details]) -> Problem:
    """A problem whose message is "text; expected …; did you mean …?". File and line stand beside it, not in it."""
    message = text
    expected, suggestion = details.get("expected"), details.get("suggestion")
    if suggestion and len(suggestion) > LONGEST_SUGGESTION:
        suggestion = details["suggestion"] = None
    if expected:
        message += f"; expected {expected}"
    if suggestion:
        message += f"; add {suggestion}" if " = " in suggestion else f"; did you mean {suggestion}?"
    found = details.get("found")
    if found is not None:
        details["found"] = cut(found)
    return Problem(file=file, code=code, message=message, **details)


def cut(text: str) -> str:
    """At most 60 characters, the last an ellipsis where something was left out."""
    return text if len(text) <= LONGEST_FOUND else text[: LONGEST_FOUND - 1] + "…"


def shown(value: object) -> str:
    """A TOML value in a few words: texts in quotation marks, numbers as written, lists by their size, tables by keys."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{cut(value)}"'
        case int() if abs(value) >= 10**LONGEST_FOUND:
            return "a huge number"
        case list():
            return f"a list of {len(value)} {'value' if len(value) == 1 else 'values'}" if value else "an empty list"
        case dict():
            return f"a table with {_keys(value)}" if value else "an empty table"
        case _:
            return cut(str(value))


def _keys(table: dict[str, object]) -> str:
    first, *others = table
    named = f'the key "{cut(first)}"'
    return named if not others else f"{named} and {len(others)} more"
