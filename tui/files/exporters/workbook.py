"""An Excel workbook: one sheet of claims, reports or verdicts, and a sheet for every table that no report holds.

Written by openpyxl row by row and then packed anew, so that the same dossier always gives the same bytes.
"""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from tui.errors import UsageError
from tui.files.tables.cells import Cell, guarded
from tui.files.tables.rows import Row, Sheet
from tui.files.tables.shapes import TABLE, Shape

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_ROWS = 1_048_576
"""Rows of a sheet, header included."""
LONGEST = 32_000
"""Letters of a cell; Excel holds 32 767, and openpyxl would cut the rest off in silence."""
CONTINUED = "continued"
"""Sheet that holds the rest of longer texts, under the sheet, row and column they are of."""
NEEDS = "openpyxl is not installed"
HINT = "pip install 'rashomon[xlsx]'"

_EPOCH = (1980, 1, 1, 0, 0, 0)
_CONTROL = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_Rest: TypeAlias = "tuple[str, int, str, str]"


def write_workbook(sheet: Sheet, path: Path, *, bare: bool = False) -> None:
    """Write the workbook. With `bare`, and for verdicts, the tables that no report holds are left out.

    Raises `UsageError` where openpyxl is not installed, or a sheet would have more rows than Excel holds.
    """
    try:
        from openpyxl import Workbook  # noqa: PLC0415 - an extra, and half a second
    except ImportError as error:
        raise UsageError(NEEDS, hint=HINT) from error
    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = datetime.datetime(*_EPOCH)
    book.properties.creator = "rashomon"
    rest: list[_Rest] = []
    names = [column.name for column in sheet.columns if column.name != TABLE]
    _fill(book, str(sheet.shape), names, sheet.rows(), rest)
    if not bare and sheet.shape is not Shape.VERDICTS:
        for name, rows in groupby(sheet.others(), key=lambda other: other[0]):
            held = [row for _, row in rows]
            _fill(book, name, list(dict.fromkeys(key for row in held for key in row)), held, rest)
    if rest:
        page = book.create_sheet(CONTINUED)
        page.append(["sheet", "row", "column", "text"])
        for piece in rest:
            page.append(piece)
    book.save(path)
    book.close()
    _repack(path)


def _fill(book: Workbook, title: str, names: Sequence[str], rows: Iterable[Row], rest: list[_Rest]) -> None:
    page = book.create_sheet(title)
    page.freeze_panes = "A2"
    page.append([escaped(guarded(name)) for name in names])
    for number, row in enumerate(rows, start=2):
        if number > MOST_ROWS:
            raise UsageError(f"a workbook holds at most {MOST_ROWS:,} rows a sheet", hint="export csv or parquet")
        page.append([_shortened(row.get(name), (title, number, name), rest) for name in names])


def _shortened(cell: Cell, where: tuple[str, int, str], rest: list[_Rest]) -> str | bool | int | float | None:
    if isinstance(cell, list):
        raise TypeError(f"no cell: {cell!r}")
    if isinstance(cell, float) and float(f"{cell:.16g}") != cell:
        return repr(cell)  # openpyxl writes 16 digits, and this number has 17
    if not isinstance(cell, str):
        return cell
    first, *more = _pieces(guarded(cell))
    rest += [(*where, piece) for piece in more]
    return first


def _pieces(text: str) -> Iterator[str]:
    """The text escaped, in parts that a cell holds; each begins so that it is not run."""
    size = LONGEST // 7 if len(text) > LONGEST // 7 and _CONTROL.search(text) else LONGEST
    yield escaped(text[:size])
    for start in range(size, len(text), size):
        yield "'" + escaped(text[start : start + size])


def escaped(text: str) -> str:
    """The text with characters that XML cannot hold as `_x001F_`, as Excel writes them."""
    return _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def unescaped(text: str) -> str:
    """The other way round of `escaped`."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def _repack(path: Path) -> None:
    """Pack the parts in the same order with one and the same date, and take the hour of writing out of them."""
    packed = path.with_name(path.name + ".packed")
    try:
        with (
            zipfile.ZipFile(path) as old,
            zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as new,
        ):
            for name in sorted(old.namelist()):
                part = zipfile.ZipInfo(name, _EPOCH)
                part.compress_type = zipfile.ZIP_DEFLATED
                part.external_attr = 0o600 << 16
                if name == "docProps/core.xml":
                    new.writestr(part, _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", old.read(name)))
                    continue
                with old.open(name) as source, new.open(part, "w") as target:
                    while block := source.read(1 << 20):
                        target.write(block)
        packed.replace(path)
    finally:
        packed.unlink(missing_ok=True)
