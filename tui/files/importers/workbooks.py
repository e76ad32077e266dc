"""Rows of a sheet of an Excel workbook, in words, as the reader of a CSV gives them. Needs openpyxl, an extra."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from itertools import repeat
from pathlib import Path

from tui.errors import CannotOpen, UsageError
from tui.files.importers.accounts import Account
from tui.files.importers.sheets import column_name
from tui.files.importers.streams import LONGEST_LINE, ordinary
from tui.files.spelling import nearest
from tui.files.tables.from_xlsx import all_rows, formulas, opened, plain_cell
from tui.files.walk import reason, shown_path

ERRORS = frozenset(("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"))
"""What a spreadsheet shows where it cannot reckon."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, KeyError, SyntaxError)


class WorkbookRows:
    """One sheet, read once; the first one where none is named. Every row is as wide as the header, empty ones are empty."""

    def __init__(self, path: str, account: Account, sheet: str = "") -> None:
        """Raises `CannotOpen` and `UsageError`."""
        self.line_num = 0
        """Row of the sheet that was given last."""
        self._shown = shown_path(Path(path))
        self._account = account
        ordinary(Path(path))
        try:
            self._stream = Path(path).open("rb")  # noqa: SIM115 - closed when all rows are read
        except OSError as error:
            raise CannotOpen(f"cannot read {self._shown}: {reason(error)}") from error
        self._book = opened(self._stream, self._shown)
        self._sheet = self._found(sheet)
        self._header: list[str] = []
        self._rows = self._read()

    def __iter__(self) -> Iterator[list[str]]:
        return self

    def __next__(self) -> list[str]:
        return next(self._rows)

    def _found(self, sheet: str) -> str:
        names = [known.title for known in self._book.worksheets]
        if not names:
            raise CannotOpen(f"{self._shown} has no sheet with cells")
        if sheet and sheet not in names:
            near = nearest(sheet, names)
            hint = f"did you mean {near}?" if near else f"it has {', '.join(names[:6])}"
            raise UsageError(f"{self._shown} has no sheet {sheet}", hint=hint)
        return sheet or names[0]

    def _read(self) -> Iterator[list[str]]:
        try:
            for values, written in zip(all_rows(self._book, self._sheet), self._written(), strict=False):
                self.line_num += 1
                cells = [_words(value) for value in values]
                self._refuse(cells, written)
                yield self._as_wide(cells) if any(cells) else []
        except _BROKEN as error:
            raise CannotOpen(f"{self._shown} cannot be read to its end: {error}") from error
        finally:
            self._book.close()
            self._stream.close()

    def _written(self) -> Iterator[Sequence[object]]:
        """The rows again, with formulas for values; empty ones for ever where the workbook has no formula."""
        book = formulas(self._stream)
        return repeat(()) if book is None else all_rows(book, self._sheet)

    def _refuse(self, cells: list[str], written: Sequence[object]) -> None:
        """Leave out what is no words: faults of a spreadsheet, formulas that were never reckoned, whole files in a cell."""
        for at, cell in enumerate(cells):
            formula = written[at] if at < len(written) else None
            if cell in ERRORS or (not cell and formula is not None):
                shown = cell or str(getattr(formula, "text", formula))
                self._account.unread(self._head(at), shown, self.line_num)
                cells[at] = ""
            elif len(cell) > LONGEST_LINE:
                raise CannotOpen(f"{self._shown} is no table: a cell of row {self.line_num} is longer than 1 MB")

    def _as_wide(self, cells: list[str]) -> list[str]:
        """The first row is the header; cells behind it are counted and left out."""
        if not self._header:
            self._header = cells
        unmapped = self._account.unmapped
        for at in range(len(self._header), len(cells)):
            if cells[at]:
                unmapped[self._head(at)] = unmapped.get(self._head(at), 0) + 1
        return cells[: len(self._header)] + [""] * (len(self._header) - len(cells))

    def _head(self, at: int) -> str:
        return (column_name(self._header[at]) if at < len(self._header) else "") or f"column {at + 1}"


def _words(value: object) -> str:
    cell = plain_cell(value)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
