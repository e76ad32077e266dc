"""CSV (RFC 4180, UTF-8, every cell in quotes): a claim, a report or a verdict a row; below, the tables no report holds.

Cells are the users' own words, control characters too; one that a spreadsheet would run begins with an apostrophe.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.files.tables.cells import Cell, guarded
from tui.files.tables.rows import Row, Sheet
from tui.files.tables.shapes import TABLE, Column, Shape, other_columns


def csv_lines(sheet: Sheet, *, bare: bool = False) -> Iterator[str]:
    """The header and a line for every row, without line ends (cells may hold some).

    With `bare`, and for verdicts, the tables that no report holds are left out; the file cannot bring them back.
    """
    others = [] if bare or sheet.shape is Shape.VERDICTS else list(sheet.others())
    columns: Sequence[Column] = (
        *sheet.columns,
        *other_columns(dict.fromkeys(name for name, _ in others), sheet.columns),
    )
    order = [column.name for column in columns]
    yield ",".join(map(_quoted, order))
    for row in sheet.rows():
        yield _line(order, row)
    for name, row in others:
        yield _line(order, {TABLE: name, **row})


def _line(order: Sequence[str], row: Row) -> str:
    return ",".join([cell_text(row.get(name)) for name in order])


def cell_text(cell: Cell) -> str:
    """A cell as it stands in the file: text guarded, and all in quotes; nothing at all where nothing is stated."""
    match cell:
        case None:
            return ""
        case bool():
            return '"true"' if cell else '"false"'
        case str():
            return _quoted(guarded(cell))
        case int():
            return f'"{cell}"'
        case float():
            return f'"{int(cell)}"' if cell.is_integer() and abs(cell) < 1e15 else f'"{cell!r}"'
        case _:
            raise TypeError(f"no cell: {cell!r}")


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
