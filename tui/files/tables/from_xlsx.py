"""Reads the workbook that `rashomon export xlsx` writes, also after a spreadsheet saved it again."""

from __future__ import annotations

import datetime
import re
import zipfile
import zlib
from collections.abc import Iterator
from io import SEEK_END
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from tui.errors import CannotOpen
from tui.files.exporters.workbook import CONTINUED, HINT, NEEDS, unescaped
from tui.files.format import TABLE_OF
from tui.files.importers.registry import Imported, Options
from tui.files.importers.streams import ordinary
from tui.files.kinds import time_text
from tui.files.tables.cells import Cell, unguarded
from tui.files.tables.from_rows import Gatherer, as_row
from tui.files.tables.shapes import ROW_OF, TABLE, Shape
from tui.files.walk import reason, shown_path

if TYPE_CHECKING:
    from openpyxl import Workbook

LARGEST = 2 << 30
"""Bytes to which a workbook may unpack."""
MOST_TIMES = 200
"""How many times larger than the file its parts may be, once they are larger than `ALWAYS_READ`."""
ALWAYS_READ = 64 << 20

_FORMULA = re.compile(rb"<(\w+:)?f[\s/>]")
_CHUNK = 1 << 20

_SHEETS = {str(shape): ROW_OF[shape] for shape in Shape if shape is not Shape.VERDICTS} | {
    name: name for name in TABLE_OF
}
"""Name of a sheet -> what each of its rows is."""


def read_xlsx(path: Path, _options: Options) -> Imported:
    """The dossier of a workbook. Raises `CannotOpen` where it is none, or none of `rashomon export`."""
    ordinary(path)
    shown = shown_path(path)
    try:
        with path.open("rb") as stream:
            return _read(stream, shown)
    except OSError as error:
        raise CannotOpen(f"cannot read {shown}: {reason(error)}") from error


def _read(stream: IO[bytes], shown: str) -> Imported:
    book = opened(stream, shown)
    gatherer = Gatherer()
    try:
        names = [sheet.title for sheet in book.worksheets]
        if not set(names) & set(_SHEETS):
            raise CannotOpen(
                f"{shown} is no workbook of `rashomon export`: it has no sheet called claims or reports",
                hint="a table of your own needs --mapping FILE",
            )
        rest = _continued(book)
        for name in names:
            if name in _SHEETS:
                for row in _rows(book, name, rest):
                    gatherer.take({**row, TABLE: _SHEETS[name]})
            elif name != CONTINUED:
                gatherer.tables.losses.add(name, "no sheet of an export")
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, KeyError, SyntaxError) as error:
        raise CannotOpen(f"{shown} cannot be read to its end: {error}") from error
    finally:
        book.close()
    return gatherer.finish().imported(rows=gatherer.rows)


def opened(stream: IO[bytes], shown: str) -> Workbook:
    """The workbook, read row by row. Raises `CannotOpen` where it is none, or unpacks to far more than it is."""
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - an extra, and half a second
        from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415 - as above
    except ImportError as error:
        raise CannotOpen(NEEDS, hint=HINT) from error
    try:
        _refuse_bomb(stream, shown)
        return load_workbook(stream, read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, SyntaxError) as error:
        raise CannotOpen(f"{shown} is no Excel workbook (.xlsx)") from error


def all_rows(book: Workbook, name: str) -> Iterator[tuple[Any, ...]]:
    """Every row of a sheet, as wide as it is filled, whatever size the sheet says it has."""
    sheet = book[name]
    sheet.reset_dimensions()
    return cast(Iterator[tuple[Any, ...]], sheet.iter_rows(values_only=True))


def formulas(stream: IO[bytes]) -> Workbook | None:
    """The workbook with the formulas of its cells instead of their values; None where it has none.

    A program that writes formulas without reckoning them leaves cells that are empty to whoever asks for values.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - `opened` has found it

    with zipfile.ZipFile(stream) as archive:
        parts = [part for part in archive.infolist() if part.filename.startswith("xl/worksheets/sheet")]
        if not any(_has_formula(archive, part) for part in parts):
            return None
    return load_workbook(stream, read_only=True)


def _has_formula(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    with archive.open(part) as content:
        tail = b""
        while chunk := content.read(_CHUNK):
            if _FORMULA.search(tail + chunk):
                return True
            tail = chunk[-32:]
    return False


def _refuse_bomb(stream: IO[bytes], shown: str) -> None:
    with zipfile.ZipFile(stream) as archive:
        size = sum(part.file_size for part in archive.infolist())
    packed = stream.seek(0, SEEK_END)
    if size > LARGEST or (size > ALWAYS_READ and size > MOST_TIMES * packed):
        raise CannotOpen(f"{shown} unpacks to {size >> 20:,} MB and is not read", hint="save it as CSV if you trust it")


def _rows(book: Workbook, name: str, rest: dict[tuple[str, int, str], str]) -> Iterator[dict[str, Cell]]:
    rows = all_rows(book, name)
    header = [str(plain_cell(value) or "") for value in next(rows, ())]
    for number, values in enumerate(rows, start=2):
        row = as_row(header, map(plain_cell, values))
        if rest:
            for column, cell in row.items():
                more = rest.get((name, number, column))
                if more is not None and isinstance(cell, str):
                    row[column] = cell + more
        yield row


def _continued(book: Workbook) -> dict[tuple[str, int, str], str]:
    """(sheet, row, column) -> the rest of a text too long for its cell."""
    found: dict[tuple[str, int, str], str] = {}
    if CONTINUED not in book.sheetnames:
        return found
    for row in islice(all_rows(book, CONTINUED), 1, None):
        cells: list[Any] = [*row, None, None, None, None]
        name, number, column, text = cells[:4]
        if isinstance(number, int):
            place = (str(name), number, str(column))
            found[place] = found.get(place, "") + unescaped(str(text)).removeprefix("'")
    return found


def plain_cell(value: Any) -> Cell:  # noqa: ANN401 - whatever a spreadsheet holds
    """What a cell says, without what only a spreadsheet needs."""
    match value:
        case str():
            return unguarded(unescaped(value)) if value else None
        case None | bool() | int() | float():
            return value
        case datetime.datetime() if value.time() == datetime.time():
            return value.date().isoformat()
        case datetime.date():
            return time_text(value)
        case _:
            return str(value)
