"""What the reader of a foreign format offers: records one at a time, then the tables that all of them share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Protocol

from tui.core.values import dataclass
from tui.files.importers.accounts import Account
from tui.files.importers.tables import Record, Table


@dataclass(frozen=True, slots=True)
class Known:
    """What the dossier that is imported into holds already."""

    places: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """What a place stood for in an earlier import -> the (id, name) it got."""
    named: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """`actor` or `place` -> folded names and ids that another hand declares -> the id they mean."""


class Feed(Protocol):
    """One file being read. Made with its path and what is known from an earlier import; read once."""

    account: Account

    @property
    def stem(self) -> str:
        """How the names of the files written begin."""

    @property
    def main(self) -> str:
        """The table that each row makes: `report`, or `source`."""

    @property
    def title(self) -> str:
        """Title of a dossier made of this file alone."""

    @property
    def head(self) -> tuple[str, ...]:
        """Lines of comment: what the data are, whose, under which licence, and how they were read."""

    def records(self) -> Iterator[Record]:
        """Every record. Raises `CannotOpen` or `UsageError` where the file is not of the format."""

    def shared(self) -> tuple[Table, ...]:
        """Sources, actors and places, once all records have been taken."""
