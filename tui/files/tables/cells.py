"""The text of a cell for a value of the format, and back; and how a cell is kept from being run as a formula.

A list stands as `AP; Reuters`, lists in lists and tables as JSON, truth as `true` and `false`. An empty cell states
nothing; a text that is stated and empty is a lone apostrophe.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from typing import Any, TypeAlias

from tui.files.format import Kind

Cell: TypeAlias = "str | bool | int | float | list[str] | None"
"""What a cell holds: text in CSV, also numbers and truth values in a workbook, also lists in Parquet."""

RISKY = "=+-@\t\r\n＝＋－＠"
"""First characters that make a spreadsheet take a cell for a formula, or look past them for one."""
_GUARD = "'"

LISTS = frozenset({Kind.TEXTS, Kind.ONE_OR_MORE})
"""Kinds whose cell is a list of texts."""
NUMBERS = frozenset({Kind.NUMBER, Kind.COUNT})
"""Kinds whose cell is a number."""
_NESTED = frozenset({Kind.GROUPS, Kind.NARROWER, Kind.RANGES, Kind.VALUES})
_TRUTHS = {"true": True, "false": False}
_WHOLE = re.compile(r"[+-]?[0-9]{1,18}", re.ASCII)
_MEMBER = re.compile(r"(?:[^\\;]|\\.)*", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


class UnreadableError(ValueError):
    """A cell that cannot be read as its column says; the message says as what."""


def guarded(text: str) -> str:
    """The text as a cell that no spreadsheet runs: an apostrophe before a risky beginning, and before an apostrophe."""
    return _GUARD + text if not text or text[0] == _GUARD or text[0] in RISKY else text


def unguarded(cell: str) -> str:
    """The text of a guarded cell that is not empty."""
    return cell.removeprefix(_GUARD)


def written(kind: Kind, value: Any) -> Cell:  # noqa: ANN401 - the kind says what it is
    """A plain value as a cell: numbers and truth values as they are, everything else as text, not yet guarded."""
    if kind in LISTS or (isinstance(value, list) and kind is Kind.DENIAL):
        return joined(value)
    if kind in _NESTED:
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return value if isinstance(value, bool | int | float) else str(value)


def read(kind: Kind, cell: Cell) -> Any:  # noqa: ANN401 - the kind says what it is
    """The plain value of a cell that is not empty. Raises `UnreadableError`."""
    if kind in LISTS:
        return split(cell)
    if kind in NUMBERS:
        return _number(cell)
    if kind is Kind.FLAG:
        return _truth(cell)
    if kind in _NESTED:
        return _nested(cell)
    if kind is Kind.DENIAL:
        return found if (found := _known_truth(cell)) is not None else split(cell)
    if kind is Kind.IDENTITY:
        return found if (found := _known_truth(cell)) is not None else as_text(cell)
    return as_text(cell)


def as_text(cell: Cell) -> str:
    """What stands in the cell as text: a number without a needless point."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return joined(cell) if isinstance(cell, list) else str(cell)


def joined(members: Sequence[str]) -> str:
    """`AP; Reuters`. A backslash stands before a semicolon or backslash that is meant, and before spaces at the ends."""
    return "; ".join(_member(member) for member in members)


def split(cell: Cell) -> list[str]:
    """The members of a list, spaces around them left out."""
    if isinstance(cell, list):
        return cell
    text, members, position = as_text(cell), [], 0
    while True:
        found = _MEMBER.match(text, position)
        end = found.end() if found else position
        members.append(_unescaped(text[position:end]))
        if end >= len(text):
            return members
        position = end + 1


def claim_written(claim: str | bool | list[str]) -> str:
    """A claim as text: a list as JSON, and a backslash before words that would look like a list or a truth value."""
    if isinstance(claim, list):
        return json.dumps(claim, ensure_ascii=False)
    if isinstance(claim, bool):
        return "true" if claim else "false"
    return "\\" + claim if claim[:1] in ("[", "\\") or claim.strip().casefold() in _TRUTHS else claim


def claim_read(cell: Cell) -> str | bool | list[str]:
    """The claim of a cell. What begins like a list and is none is text."""
    known = _known_truth(cell)
    if known is not None:
        return known
    text = as_text(cell)
    if text.startswith("["):
        members = _json(text)
        if isinstance(members, list) and members and all(isinstance(member, str) for member in members):
            return members
    return text.removeprefix("\\")


def _member(text: str) -> str:
    if not text:
        return "\\e"
    escaped = text.replace("\\", "\\\\").replace(";", "\\;")
    if text[-1] == " ":
        escaped = escaped[:-1] + "\\ "
    return "\\" + escaped if text[0] == " " and len(text) > 1 else escaped


def _unescaped(text: str) -> str:
    text = text.lstrip(" ")
    end = len(text.rstrip(" "))
    if end < len(text) and (end - len(text[:end].rstrip("\\"))) % 2:
        end += 1
    return _ESCAPE.sub(lambda found: "" if found[1] == "e" else found[1], text[:end])


def _number(cell: Cell) -> int | float:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return int(cell) if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15 else cell
    text = as_text(cell).strip()
    if _WHOLE.fullmatch(text):
        return int(text)
    try:
        number = float(text)
    except ValueError as error:
        raise UnreadableError("no number") from error
    if not math.isfinite(number):
        raise UnreadableError("no number")
    return number


def _truth(cell: Cell) -> bool:
    known = _known_truth(cell)
    if known is None:
        raise UnreadableError("neither true nor false")
    return known


def _known_truth(cell: Cell) -> bool | None:
    if isinstance(cell, bool):
        return cell
    return _TRUTHS.get(cell.strip().casefold()) if isinstance(cell, str) else None


def _nested(cell: Cell) -> object:
    found = _json(as_text(cell))
    if not isinstance(found, list | dict):
        raise UnreadableError("no JSON")
    return found


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
