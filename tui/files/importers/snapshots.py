"""What an import brought, kept in a hidden folder of the dossier, so that the next one can tell its own changes from yours.

One table a line, as JSON: {"table", "id", "key", "toml"}, the last being its keys as they are written in a file.
"""

from __future__ import annotations

import json
import mmap
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from sys import intern
from typing import Any

import tomli

from tui.errors import CannotOpen
from tui.files.importers.tables import Table
from tui.files.walk import reason, shown_path

FOLDER = ".rashomon-import"
"""Hidden, so that no command reads it as part of the dossier."""

_LENGTHS = 1 << 32
"""Above the length of any line."""
_PLAIN = re.compile(rb'\{"table": "(\w+)", "id": "([^"\\]*)", "key": "", ')
"""The beginning of the line of a table that is looked up by its id alone: most are, and need not be read to be found."""
_string = json.encoder.encode_basestring


def place_of(folder: Path, stem: str) -> Path:
    """Where the snapshot of a format lies in a dossier."""
    return folder / FOLDER / f"{stem}.jsonl"


def line_of(table: Table) -> bytes:
    """The table as a line."""
    quoted = f'"id": {_string(table.id)}, "key": {_string(table.key)}, "toml": {_string(table.body)}'
    return f'{{"table": "{table.name}", {quoted}}}\n'.encode("utf-8", "replace")


def table_of(line: bytes) -> Table:
    """The table of a line."""
    values = json.loads(line.decode())
    return Table(str(values["table"]), str(values["id"]), str(values["toml"]), str(values["key"]))


def name_of(table: Table) -> str:
    """What a table is looked up by: ids are unique for each kind of table."""
    return intern(f"{table.name} {table.id}")


def parsed(table: Table) -> dict[str, Any]:
    """The values as a TOML parser returns them."""
    return tomli.loads(table.body)


class Snapshot:
    """The tables of the last import by name, read from disk when asked for."""

    def __init__(self, path: Path) -> None:
        """Raises `CannotOpen` when it is there and cannot be read."""
        self.exists = path.is_file()
        self._spans: dict[str, int] = {}
        """Name -> where its line begins and how long it is, in one number."""
        self._content: mmap.mmap | bytes = b""
        self.places: Mapping[str, tuple[str, str]] = {}
        """What each place stands for -> its (id, name)."""
        if not self.exists:
            return
        try:
            with path.open("rb") as file:
                if path.stat().st_size:
                    self._content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self.places = self._index()
        except (OSError, ValueError, KeyError, AttributeError) as error:
            why = reason(error) if isinstance(error, OSError | ValueError) else str(error)
            hint = "take it from a backup; without it, nobody can tell what you have changed by hand"
            raise CannotOpen(f"cannot read {shown_path(path)}: {why}", hint=hint) from error

    def __contains__(self, name: object) -> bool:
        return name in self._spans

    def __iter__(self) -> Iterator[str]:
        return iter(self._spans)

    def same(self, name: str, line: bytes) -> bool:
        """Whether the last import brought exactly this line."""
        return self._line(name) == line

    def table(self, name: str) -> Table:
        """What the last import brought."""
        return table_of(self._line(name))

    def close(self) -> None:
        """Let go of the file."""
        if isinstance(self._content, mmap.mmap):
            self._content.close()

    def _line(self, name: str) -> bytes:
        start, length = divmod(self._spans[name], _LENGTHS)
        return self._content[start : start + length]

    def _index(self) -> Mapping[str, tuple[str, str]]:
        known: dict[str, tuple[str, str]] = {}
        position = 0
        while position < len(self._content):
            end = self._content.find(b"\n", position) + 1 or len(self._content)
            plain = _PLAIN.match(self._content, position, end)
            if plain is not None:
                name = intern(f"{plain[1].decode()} {plain[2].decode()}")
            else:
                table = table_of(self._content[position:end])
                name = name_of(table)
                if table.key:
                    known[table.key] = (table.id, str(parsed(table).get("name", table.id)))
            self._spans[name] = position * _LENGTHS + end - position
            position = end
        return known
