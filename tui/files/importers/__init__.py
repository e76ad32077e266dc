"""The formats that `rashomon import` reads into a dossier, one line each. What reads them writes nothing to disk."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

from tui.files.importers.registry import Dropped, Imported, Importer, Options

__all__ = ["IMPORTERS", "Dropped", "Imported", "Importer", "Options", "importer", "later"]

Read = Callable[[Path, Options], Imported]


def later(module: str, function: str) -> Read:
    """A reader whose module is imported when it is first called: a command line that imports nothing must not wait."""

    def read(path: Path, options: Options) -> Imported:
        return cast(Read, getattr(import_module(module), function))(path, options)

    return read


IMPORTERS: tuple[Importer, ...] = (
    Importer(
        "jsonl", "JSON Lines of `rashomon export jsonl`: a table of the dossier a line",
        later("tui.files.tables.from_jsonl", "read_jsonl"),
    ),
    Importer(
        "csv", "a table of `rashomon export csv`: a claim or a report a row",
        later("tui.files.tables.from_csv", "read_csv"),
    ),
    Importer(
        "xlsx", "a workbook of `rashomon export xlsx`; needs openpyxl, which the extra `xlsx` brings",
        later("tui.files.tables.from_xlsx", "read_xlsx"),
    ),
    Importer(
        "parquet", "a file of `rashomon export parquet`; needs pyarrow, which the extra `parquet` brings",
        later("tui.files.tables.from_parquet", "read_parquet"),
    ),
)  # fmt: skip
"""Every format, in the order of help."""


def importer(name: str) -> Importer | None:
    """The importer of that name."""
    return next((known for known in IMPORTERS if known.name == name), None)
