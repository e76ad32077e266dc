"""A fault in a file, as a value: collected and shown together, never raised and never mixed with a discrepancy."""

from __future__ import annotations

from enum import StrEnum

from tui.core.values import dataclass


class Severity(StrEnum):
    """Whether something is wrong, or only worth knowing."""

    PROBLEM = "problem"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault or note; the fields are those of `rashomon check --format json`."""

    file: str
    code: str
    """One stable word per kind of fault, such as `unknown-key`."""
    message: str
    """One sentence for people, complete without the other fields."""
    line: int | None = None
    """1-based, None where it is not known."""
    column: int | None = None
    key: str | None = None
    """Key path with tables counted from 1: `report[2].figurs`."""
    severity: Severity = Severity.PROBLEM
    found: str | None = None
    expected: str | None = None
    suggestion: str | None = None
    """Nearest right spelling, or the line to add."""
