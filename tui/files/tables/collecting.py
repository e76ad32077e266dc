"""Rows of a table become tables of a dossier; what no key of the format holds is counted, with the reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tui.files.format import TABLE_OF
from tui.files.importers.registry import Dropped, Imported
from tui.files.tables.stated import Keys, known_keys
from tui.files.tables.writing import toml_files

UNKNOWN = "no key of the format"


class Losses:
    """Counts what is left out."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str], int] = {}

    def add(self, column: str, why: str) -> None:
        """One more cell of that column."""
        self._counts[column, why] = self._counts.get((column, why), 0) + 1

    def dropped(self) -> tuple[Dropped, ...]:
        """In the order in which they were first met."""
        return tuple(Dropped(column, count, why) for (column, why), count in self._counts.items())


class Tables:
    """The tables of a dossier while a file is read."""

    def __init__(self) -> None:
        self.found: dict[str, list[Keys]] = {name: [] for name in TABLE_OF}
        self.losses = Losses()

    def add(self, name: str, keys: dict[str, Any]) -> None:
        """Take one table; null and unknown keys are left out, the latter counted."""
        if name == "dossier" and self.found[name]:
            self.losses.add(name, "stands once in a dossier")
            return
        kept, unknown = known_keys(name, keys)
        for key in unknown:
            self.losses.add(key, UNKNOWN)
        for key, value in kept.items():
            if isinstance(value, bool | int) or (isinstance(value, str) and value.isascii()):
                continue
            whole = writable(value)
            if whole != value:
                kept[key] = whole
                self.losses.add(key, "holds null or half of a character")
        self.found[name].append(kept)

    def add_all(self, tables: Iterable[tuple[str, dict[str, Any]]]) -> None:
        """Take many."""
        for name, keys in tables:
            self.add(name, keys)

    def imported(self, *, rows: int) -> Imported:
        """The files of all tables taken."""
        return Imported(files=toml_files(self.found), dropped=self.losses.dropped(), rows=rows)


def writable(value: Any) -> Any:  # noqa: ANN401 - a plain value of any shape
    """The value without what no TOML can hold: null inside a list or table, and halves of characters."""
    match value:
        case str():
            return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        case list():
            return [writable(member) for member in value if member is not None]
        case dict():
            return {writable(key): writable(member) for key, member in value.items() if member is not None}
        case _:
            return value
