"""The problems of one file while it is decoded, each with the table, key and line it belongs to."""

from __future__ import annotations

from typing import Unpack

from tui.core.problems import Problem
from tui.files.complaints import Details, cut, problem, shown
from tui.files.format import DOSSIER
from tui.files.positions import Spot

_AND_SO = {("ruling", "seen"): ", so the ruling is not applied"}
"""What a fault of a key means for its whole table, where it means anything."""


class Faults:
    """Collects the problems of one file; knows which table and key are being read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.table = DOSSIER
        self.number: int | None = None
        self.spot = Spot(None)
        self.key = ""

    def path(self, key: str = "") -> str:
        """Key path of the table, or of a key in it."""
        return path_of(self.table.name, self.number) + (f".{cut(key)}" if key else "")

    def complain(
        self, code: str, value: object, expected: str, *, below: str = "", suggestion: str | None = None
    ) -> None:
        """A fault of the value being read."""
        name = self.key + below
        self.add(
            code,
            f"{self.path(name)} is {shown(value)}{_AND_SO.get((self.table.name, self.key), '')}",
            line=self.spot.line_of(name.partition("[")[0]),
            key=self.path(name),
            found=value if isinstance(value, str) else shown(value),
            expected=expected,
            suggestion=suggestion,
        )

    def add(self, code: str, text: str, **details: Unpack[Details]) -> None:
        """Any other fault of the file."""
        self.problems.append(problem(self.file, code, text, **details))


def path_of(table: str, number: int | None) -> str:
    """`report[2]`, or `source` for a table that is not one of many."""
    return table if number is None else f"{table}[{number}]"
