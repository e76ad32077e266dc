"""Reads the JSON Lines that `rashomon export jsonl` writes, also with lines added or changed by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tui.errors import CannotOpen
from tui.files.format import TABLE_OF
from tui.files.importers.registry import Imported, Options
from tui.files.importers.streams import lines
from tui.files.spelling import nearest
from tui.files.tables.collecting import Tables
from tui.files.walk import shown_path

_HINT = 'every line is an object such as {"table": "report", "source": "dw", "event": "offensive"}'


def read_jsonl(path: Path, _options: Options) -> Imported:
    """The dossier of a file. Raises `CannotOpen` for a line that is no object, or names no table, or a file without one."""
    tables = Tables()
    rows = 0
    for name, keys in _objects(path):
        tables.add(name, keys)
        rows += 1
    if not rows:
        raise CannotOpen(f"{shown_path(path)} is empty")
    return tables.imported(rows=rows)


def _objects(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    shown = shown_path(path)
    for number, line in enumerate(lines(str(path)), start=1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise CannotOpen(f"{shown} is no JSON in line {number}", hint=_HINT) from error
        if not isinstance(found, dict):
            raise CannotOpen(f"{shown} has no object in line {number}", hint=_HINT)
        name = found.pop("table", None)
        if not isinstance(name, str) or name not in TABLE_OF:
            near = nearest(name, TABLE_OF) if isinstance(name, str) else None
            raise CannotOpen(
                f"{shown} names no table of a dossier in line {number}", hint=f"did you mean {near}?" if near else _HINT
            )
        yield name, found
