"""A sheet of an Excel workbook as a grid of cells in words. Needs openpyxl, which the extra `xlsx` brings."""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, repeat
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


class WorkbookGrid:
    """One sheet, read once; the first one where none is named."""

    def __init__(self, path: str, account: Account, sheet: str = "") -> None:
        """Read the header. Raises `CannotOpen` and `UsageError`."""
        self.shown = shown_path(Path(path))
        self.account = account
        ordinary(Path(path))
        try:
            self._stream = Path(path).open("rb")  # noqa: SIM115 - closed when all rows are read
        except OSError as error:
            raise CannotOpen(f"cannot read {self.shown}: {reason(error)}") from error
        self._book = opened(self._stream, self.shown)
        names = [known.title for known in self._book.worksheets]
        if sheet and sheet not in names:
            near = nearest(sheet, names)
            hint = f"did you mean {near}?" if near else f"it has {', '.join(names[:6])}"
            raise UsageError(f"{self.shown} has no sheet {sheet}", hint=hint)
        self._sheet = sheet or names[0]
        self._rows = all_rows(self._book, self._sheet)
        header = next(self._rows, ())
        self.columns = tuple(column_name(_words(value)) for value in header)
        if not any(self.columns):
            raise CannotOpen(f"{self.shown} has no heads of columns in its first row")
        self._used: set[int] = set()

    def column(self, *names: str) -> int:
        """The place of the first of these columns that the sheet has; -1 without one."""
        for name in names:
            if name in self.columns:
                self._used.add(self.columns.index(name))
                return self.columns.index(name)
        return -1

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """(row, cells and one empty cell more) of every row that is not empty; counts cells that nobody asked for."""
        left: Counter[int] = Counter()
        width = len(self.columns)
        try:
            for number, (values, written) in enumerate(zip(self._rows, self._written(), strict=False), start=2):
                left.update(at for at, value in enumerate(values[width:], width) if value is not None)
                cells = [_words(value) for value in values[:width]]
                cells += [""] * (width + 1 - len(cells))
                self._refuse(cells, written, number)
                if any(cells):
                    self.account.rows += 1
                    left.update(at for at, cell in enumerate(cells) if cell and at not in self._used)
                    yield number, cells
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, KeyError, SyntaxError) as error:
            raise CannotOpen(f"{self.shown} cannot be read to its end: {error}") from error
        finally:
            self._book.close()
            self._stream.close()
        for at, many in left.items():
            name = (self.columns[at] if at < width else "") or f"column {at + 1}"
            self.account.unmapped[name] = self.account.unmapped.get(name, 0) + many

    def _written(self) -> Iterator[Sequence[object]]:
        """The rows again, with formulas for values; empty ones for ever where the workbook has no formula."""
        book = formulas(self._stream)
        if book is None:
            return repeat(())
        return islice(all_rows(book, self._sheet), 1, None)

    def _refuse(self, cells: list[str], written: Sequence[object], number: int) -> None:
        """Leave out what is no words: faults of a spreadsheet, formulas that were never reckoned, whole files in a cell."""
        for at in self._used:
            formula = written[at] if at < len(written) else None
            if cells[at] in ERRORS or (not cells[at] and formula is not None):
                self.account.unread(self.columns[at], cells[at] or str(getattr(formula, "text", formula)), number)
                cells[at] = ""
            if len(cells[at]) > LONGEST_LINE:
                raise CannotOpen(f"{self.shown} is no table: a cell of row {number} is longer than 1 MB")


def on_sheet(name: str) -> Callable[[str, Account], WorkbookGrid]:
    """What opens a workbook at the sheet of that name."""
    return lambda path, account: WorkbookGrid(path, account, name)


def _words(value: object) -> str:
    cell = plain_cell(value)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
