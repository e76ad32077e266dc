"""A sheet of an Excel workbook as a grid of cells in words. Needs openpyxl, which the extra `xlsx` brings."""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from tui.errors import CannotOpen, UsageError
from tui.files.importers.accounts import Account
from tui.files.importers.sheets import column_name
from tui.files.spelling import nearest
from tui.files.tables.from_xlsx import opened, plain_cell
from tui.files.walk import reason, shown_path


class WorkbookGrid:
    """One sheet, read once; the first one where none is named."""

    def __init__(self, path: str, account: Account, sheet: str = "") -> None:
        """Read the header. Raises `CannotOpen` and `UsageError`."""
        self.shown = shown_path(Path(path))
        self.account = account
        try:
            self._stream = Path(path).open("rb")  # noqa: SIM115 - closed when all rows are read
        except OSError as error:
            raise CannotOpen(f"cannot read {self.shown}: {reason(error)}") from error
        self._book = opened(self._stream, self.shown)
        names = self._book.sheetnames
        if sheet and sheet not in names:
            near = nearest(sheet, names)
            hint = f"did you mean {near}?" if near else f"it has {', '.join(names[:6])}"
            raise UsageError(f"{self.shown} has no sheet {sheet}", hint=hint)
        self._rows = self._book[sheet or names[0]].iter_rows(values_only=True)
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
            for number, values in enumerate(self._rows, start=2):
                cells = [_words(value) for value in values[:width]]
                cells += [""] * (width + 1 - len(cells))
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
            name = self.columns[at] or f"column {at + 1}"
            self.account.unmapped[name] = self.account.unmapped.get(name, 0) + many


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
