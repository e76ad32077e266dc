"""Tables of files on their way into one dossier: where each stands, for messages about it, and the reports among them."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, Unpack, overload

from tui.core.model import Position
from tui.core.problems import Problem
from tui.files.complaints import Details, cut, problem
from tui.files.decode import Pieces, Row
from tui.files.faults import path_of


class Located(NamedTuple):
    """A table of some file, for messages about it."""

    file: str
    table: str
    row: Row

    @property
    def position(self) -> Position:
        """Where it begins."""
        return Position(self.file, self.row.spot.line)

    @property
    def where(self) -> str:
        """File and line for the middle of a sentence."""
        return self.file if self.row.spot.line is None else f"{self.file}:{self.row.spot.line}"

    def fault(self, code: str, text: str, *, below: str = "", **details: Unpack[Details]) -> Problem:
        """A problem of this table, or of what lies `below` it; the text follows the key path."""
        path = path_of(self.table, self.row.number) + (f".{cut(below)}" if below else "")
        details["line"] = self.row.spot.line_of(below.partition("[")[0])
        details["key"] = path
        return problem(self.file, code, f"{path} {text}", **details)


class Draft(NamedTuple):
    """A report whose source is known."""

    file: str
    row: Row
    source: str

    @property
    def located(self) -> Located:
        """For messages about it."""
        return Located(self.file, "report", self.row)


class Drafts(Sequence[Draft]):
    """Reports whose source is known, in the order of the files. What a file says of them is made ready when it is asked for, and of
    one file at a time: most are asked for once."""

    def __init__(self) -> None:
        self._files: list[tuple[Pieces, array[int], str | None]] = []
        """Each file that has any, see `take`."""
        self._starts: list[int] = []
        """How many reports lie before those of each file."""
        self._count = 0
        self._ready: tuple[int, list[Draft]] = (-1, [])

    def take(self, pieces: Pieces, places: array[int], owner: str | None) -> None:
        """The reports at these places of the next file. `owner`: the source of those that name none."""
        self._files.append((pieces, places, owner))
        self._starts.append(self._count)
        self._count += len(places)

    def __len__(self) -> int:
        """How many there are."""
        return self._count

    def __iter__(self) -> Iterator[Draft]:
        """All of them."""
        for file in self._files:
            yield from _drafts(*file)

    @overload
    def __getitem__(self, number: int) -> Draft: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[Draft]: ...

    def __getitem__(self, number: int | slice) -> Draft | Sequence[Draft]:
        """One of them, counted from 0."""
        if isinstance(number, slice):
            return list(self)[number]
        at = bisect_right(self._starts, number) - 1
        if self._ready[0] != at:
            self._ready = at, list(_drafts(*self._files[at]))
        return self._ready[1][number - self._starts[at]]


def _drafts(pieces: Pieces, places: Iterable[int], owner: str | None) -> Iterator[Draft]:
    rows = list(pieces.rows["report"])
    for place in places:
        source: Any = rows[place].values.get("source", owner)
        yield Draft(pieces.file, rows[place], source)
