"""Reads the CSV that `rashomon export csv` writes, in either shape, also after a spreadsheet saved it again."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from tui.errors import CannotOpen
from tui.files.importers.registry import Imported, Options
from tui.files.importers.streams import lines
from tui.files.tables.cells import unguarded
from tui.files.tables.collecting import Losses
from tui.files.tables.from_rows import Gatherer, is_ours
from tui.files.walk import shown_path

LONGEST_CELL = 16 << 20
"""Letters of a cell beyond which the quotes of the file are taken to be broken."""


def read_csv(path: Path, _options: Options) -> Imported:
    """The dossier of a file. Raises `CannotOpen` where it is no CSV, or not one of `rashomon export`."""
    gatherer = Gatherer()
    shown = shown_path(path)
    rows = _rows(path, shown)
    header = next(rows, [])
    if not is_ours(header):
        raise CannotOpen(
            f"{shown} is no table of `rashomon export`: it has no column table",
            hint="a table of your own needs --mapping FILE",
        )
    for row in rows:
        if len(row) > len(header):
            _count_ragged(header, row, gatherer.tables.losses)
        gatherer.take({name: unguarded(cell) for name, cell in zip(header, row, strict=False) if cell})
    return gatherer.finish().imported(rows=gatherer.rows)


def _rows(path: Path, shown: str) -> Iterator[list[str]]:
    """Cells of every row; commas, semicolons or tabs between them, by what the header has."""
    # The limit is the whole process's: other tables are read under the standard library's own.
    before = csv.field_size_limit(LONGEST_CELL)
    stream = lines(str(path))
    first = next(stream, "")
    delimiter = max(",;\t", key=first.count)
    try:
        yield from csv.reader(chain([first], stream), delimiter=delimiter, strict=True)
    except csv.Error as error:
        raise CannotOpen(f"{shown} is no CSV that can be read: {error}") from error
    finally:
        csv.field_size_limit(before)


def _count_ragged(header: list[str], row: list[str], losses: Losses) -> None:
    for cell in row[len(header) :]:
        if cell:
            losses.add("", "stands behind the last column")
