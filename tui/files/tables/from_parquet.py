"""Reads the Parquet file that `rashomon export parquet` writes, also with rows that another program changed or added."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tui.errors import CannotOpen
from tui.files.exporters.parquet import HINT, METADATA, NEEDS, ROWS_AT_ONCE
from tui.files.format import TABLE_OF
from tui.files.importers.registry import Imported, Options
from tui.files.importers.streams import ordinary
from tui.files.tables.cells import Cell
from tui.files.tables.from_rows import Gatherer, is_ours
from tui.files.walk import reason, shown_path


def read_parquet(path: Path, _options: Options) -> Imported:
    """The dossier of a file. Raises `CannotOpen` where it is no Parquet, or none of `rashomon export`."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra of 170 MB
        from pyarrow import parquet  # noqa: PLC0415 - as above
    except ImportError as error:
        raise CannotOpen(NEEDS, hint=HINT) from error
    ordinary(path)
    shown = shown_path(path)
    gatherer = Gatherer()
    try:
        with parquet.ParquetFile(path) as file:
            if not is_ours(file.schema_arrow.names):
                raise CannotOpen(f"{shown} is no table of `rashomon export`: it has no column table")
            for name, keys in _others((file.metadata.metadata or {}).get(METADATA, b"[]")):
                gatherer.tables.add(name, keys)
            for batch in file.iter_batches(batch_size=ROWS_AT_ONCE):
                for row in batch.to_pylist():
                    gatherer.take({name: _cell(value) for name, value in row.items() if value is not None})
    except pa.ArrowException as error:
        raise CannotOpen(f"{shown} is no Parquet file that can be read: {str(error).splitlines()[0]}") from error
    except OSError as error:
        raise CannotOpen(f"cannot read {shown}: {reason(error)}") from error
    return gatherer.finish().imported(rows=gatherer.rows)


def _others(held: bytes) -> list[tuple[str, dict[str, Any]]]:
    """The tables of the metadata; none where it is not what an export writes."""
    try:
        found = json.loads(held)
    except ValueError:
        return []
    tables = [dict(table) for table in found if isinstance(table, dict)] if isinstance(found, list) else []
    return [(name, table) for table in tables if (name := table.pop("table", None)) in TABLE_OF and name != "report"]


def _cell(value: Any) -> Cell:  # noqa: ANN401 - whatever Arrow holds
    if isinstance(value, list):
        return [str(member) for member in value if member is not None]
    return value if isinstance(value, str | bool | int | float) else str(value)
