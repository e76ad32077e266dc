"""The declared places of a dossier in the store: each read when it is first asked for, as a data set declares ten thousands."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from tui.core.directories import Directory, Resolved
from tui.core.model import Place
from tui.core.names import fold
from tui.core.places import Gazetteer, directory_of
from tui.index.codec import decode, encode


def save(connection: sqlite3.Connection, places: Sequence[Place]) -> None:
    """Into the tables."""
    rows = ((n, place.id, place.name, encode(place)) for n, place in enumerate(places))
    connection.executemany("INSERT INTO place VALUES (?, ?, ?, ?)", rows)
    connection.executemany("INSERT INTO place_name VALUES (?, ?)", directory_of(places).declared.items())


def gazetteer(connection: sqlite3.Connection, places: Mapping[str, Place]) -> Gazetteer:
    """The places asked by name."""
    return Gazetteer.kept(places, _Names(connection, cache(lambda: directory_of(places.values()))))


class Places(Mapping[str, Place]):
    """Places by their ids, in file order."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._known: dict[str, Place | None] = {}

    def __getitem__(self, name: str) -> Place:
        if name not in self._known:
            row = self._db.execute("SELECT doc FROM place WHERE id = ?", (name,)).fetchone()
            self._known[name] = None if row is None else decode(Place, row[0])
        found = self._known[name]
        if found is None:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        return (name for (name,) in self._db.execute("SELECT id FROM place ORDER BY n"))

    def __len__(self) -> int:
        count: int = self._db.execute("SELECT COUNT(*) FROM place").fetchone()[0]
        return count

    def names(self) -> dict[str, str]:
        """The name of each."""
        return dict(self._db.execute("SELECT id, name FROM place"))


class _Names:
    """Declared names are looked up; only a name that is none of them is compared with all of them."""

    def __init__(self, connection: sqlite3.Connection, directory: Callable[[], Directory]) -> None:
        self._db, self._directory = connection, directory

    def declares(self, name: str) -> bool:
        """See `tui.core.places.Names`."""
        return self._meant(name) is not None

    def resolve(self, name: str) -> Resolved | None:
        """See `tui.core.places.Names`."""
        meant = self._meant(name)
        if meant is None:
            return self._directory().resolve(name)
        return None if meant[0] is None else Resolved(meant[0], "declared")

    def _meant(self, name: str) -> tuple[str | None] | None:
        row: tuple[str | None] | None = self._db.execute(
            "SELECT place FROM place_name WHERE name = ?", (fold(name),)
        ).fetchone()
        return row
