"""Apache Parquet: claims, reports or verdicts, lists and numbers as such. What no report holds lies in the file's metadata.

Written by pyarrow some thousand rows at a time. Nothing is guarded against spreadsheets: no spreadsheet opens it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.core.model import Dossier
from tui.errors import UsageError
from tui.files.format import Kind
from tui.files.tables.cells import LISTS, Cell, split
from tui.files.tables.rows import Row, Sheet
from tui.files.tables.shapes import Column, Shape
from tui.files.tables.stated import tables

if TYPE_CHECKING:
    import pyarrow as pa

ROWS_AT_ONCE = 5000
METADATA = b"rashomon.tables"
"""Key under which the tables that no report holds stand, as a JSON list of objects like those of JSON Lines."""
NEEDS = "pyarrow is not installed"
HINT = "pip install 'rashomon[parquet]'"


def write_parquet(sheet: Sheet, path: Path, *, bare: bool = False) -> None:
    """Write the file. With `bare`, and for verdicts, its metadata holds no tables.

    Raises `UsageError` where pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra of 170 MB
        from pyarrow import parquet  # noqa: PLC0415 - as above
    except ImportError as error:
        raise UsageError(NEEDS, hint=HINT) from error
    held = [] if bare or sheet.shape is Shape.VERDICTS else list(_others(sheet.dossier, sheet))
    schema = pa.schema([pa.field(column.name, _type(column, pa)) for column in sheet.columns])
    rows = sheet.rows()
    with parquet.ParquetWriter(path, schema, compression="zstd", store_schema=False) as writer:
        if held:
            writer.add_key_value_metadata({METADATA: json.dumps(held, ensure_ascii=False).encode()})
        while batch := list(islice(rows, ROWS_AT_ONCE)):
            columns = [pa.array([_value(column, row) for row in batch], _type(column, pa)) for column in sheet.columns]
            writer.write_batch(pa.record_batch(columns, schema=schema))


def _others(dossier: Dossier, sheet: Sheet) -> Iterator[dict[str, Any]]:
    return ({"table": name, **keys} for name, keys in tables(dossier, sheet.names) if name != "report")


def _type(column: Column, arrow: Any) -> pa.DataType:  # noqa: ANN401 - the module
    if column.kind in LISTS:
        return arrow.list_(arrow.string())
    match column.kind:
        case Kind.NUMBER:
            return arrow.float64()
        case Kind.COUNT:
            return arrow.int64()
        case Kind.FLAG:
            return arrow.bool_()
        case _:
            return arrow.string()


def _value(column: Column, row: Row) -> Cell:
    cell = row.get(column.name)
    if cell is None:
        return None
    if column.kind in LISTS:
        return split(cell)
    if column.kind in (Kind.NUMBER, Kind.COUNT, Kind.FLAG):
        return cell
    return "true" if cell is True else str(cell)
