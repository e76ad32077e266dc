"""What became of every row and cell of an imported file: taken, left out, not understood. Counts; prints nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from tui.core.values import dataclass

EXAMPLES = 3
"""Lines that are named for each kind of fault."""


@dataclass(slots=True)
class Fault:
    """One kind of fault and how often it was met."""

    count: int = 0
    examples: list[str] = field(default_factory=list)

    def add(self, example: str) -> None:
        """Count one more."""
        self.count += 1
        if len(self.examples) < EXAMPLES:
            self.examples.append(example)


@dataclass(slots=True)
class Account:
    """Filled while a file is read."""

    rows: int = 0
    """Rows of the file, whatever became of them."""
    line: int = 0
    """Line of the row read last; 0 in files without lines."""
    reports: int = 0
    """Rows that became a report."""
    again: int = 0
    """Rows that repeat an earlier one to the letter."""
    unmapped: dict[str, int] = field(default_factory=dict)
    """Column -> cells that say something and have no place in a dossier."""
    skipped: dict[str, Fault] = field(default_factory=dict)
    """Why rows were left out -> where."""
    unreadable: dict[str, Fault] = field(default_factory=dict)
    """Column -> cells that could not be read, and what stands there."""
    remarks: dict[str, Fault] = field(default_factory=dict)
    """What else is odd about rows that were taken -> where."""

    def skip(self, why: str, line: int) -> None:
        """Leave a row out."""
        self.skipped.setdefault(why, Fault()).add(f"line {line}")

    def remark(self, what: str, line: int) -> None:
        """Say something of a row that is taken all the same."""
        self.remarks.setdefault(what, Fault()).add(f"line {line}")

    def unread(self, column: str, cell: str, line: int) -> None:
        """Leave a cell out."""
        self.unreadable.setdefault(column, Fault()).add(f"line {line}: {cell[:40]!r}")

    def told(self) -> Iterator[str]:
        """What was not taken over, a sentence each."""
        for why, fault in self.skipped.items():
            yield f"{_rows(fault.count)} left out, {why} ({_examples(fault)})"
        for column, fault in self.unreadable.items():
            yield f"{_cells(fault.count)} of {column} could not be read and {_were(fault.count)} left out ({_examples(fault)})"
        if self.again:
            yield f"{_rows(self.again)} repeat an earlier one and count once"
        left = [f"{name} ({count:,})" for name, count in self.unmapped.items() if count]
        if left:
            yield f"columns not taken over, with their filled cells: {', '.join(left)}"
        for what, fault in self.remarks.items():
            yield f"{_rows(fault.count)} {what} ({_examples(fault)})"


def _rows(count: int) -> str:
    return f"{count:,} row{'s' if count != 1 else ''}"


def _cells(count: int) -> str:
    return f"{count:,} cell{'s' if count != 1 else ''}"


def _were(count: int) -> str:
    return "were" if count != 1 else "was"


def _examples(fault: Fault) -> str:
    more = "; …" if fault.count > len(fault.examples) else ""
    return "; ".join(fault.examples) + more
