"""What stands in a dossier already, before something is imported into it: which tables, in which file, changed by hand or not."""

from __future__ import annotations

from pathlib import Path
from sys import intern
from typing import Any

import tomli

from tui.core.names import fold
from tui.errors import CannotOpen, UsageError
from tui.files.format import TABLE_OF
from tui.files.importers.snapshots import Snapshot
from tui.files.importers.tables import rendered
from tui.files.inputs import bytes_of
from tui.files.splices import plain_text
from tui.files.walk import Found, find, reason, shown_path


class Present:
    """The tables of a folder by name ("report ucdp/227269")."""

    def __init__(self, folder: Path, last: Snapshot) -> None:
        """Read every file. Raises `UsageError` for one that is no TOML: what it holds nobody knows."""
        self.files: list[Path] = []
        self.edited: list[str] = []
        """Tables of the last import that do not stand there as they were written."""
        self.has_dossier = False
        self.named: dict[str, dict[str, str]] = {"actor": {}, "place": {}}
        """Folded names and ids of the actors and places that the last import did not bring -> the id they mean."""
        self._where: dict[str, int] = {}
        if not folder.exists():
            return
        if not folder.is_dir():
            raise UsageError(f"{shown_path(folder)} is a file", hint="-o names a folder")
        found = Found()
        find(str(folder), found)
        for path, shown in found.files:
            self._take(path, shown, last)

    def file(self, name: str) -> Path | None:
        """Where the table stands."""
        number = self._where.get(name)
        return None if number is None else self.files[number]

    def __contains__(self, name: object) -> bool:
        return name in self._where

    def _take(self, path: Path, shown: str, last: Snapshot) -> None:
        self.files.append(path)
        text = plain_text(text_of(path))
        try:
            parsed = tomli.loads(text)
        except (tomli.TOMLDecodeError, ValueError) as error:
            raise UsageError(f"{shown} is no TOML: {error}", hint="mend it first; nothing was imported") from error
        self.has_dossier = self.has_dossier or "dossier" in parsed
        as_written = {block.strip("\n") for block in text.split("\n\n")}
        for table, identity, names in identities(parsed):
            name = intern(f"{table} {identity}")
            self._where.setdefault(name, len(self.files) - 1)
            if table in self.named and name not in last:
                self.named[table].update((fold(known), identity) for known in names)
            if name in last and rendered(last.table(name)).rstrip("\n") not in as_written:
                self.edited.append(name)


def identities(parsed: dict[str, Any]) -> list[tuple[str, str, list[str]]]:
    """(table, id, every name it goes by) of each table that has an id."""
    found = []
    for table in TABLE_OF:
        members = parsed.get(table, [])
        for member in members if isinstance(members, list) else [members]:
            identity = member.get("id") if isinstance(member, dict) else None
            if isinstance(identity, str):
                others = member.get("aliases")
                names = [identity, member.get("name"), *(others if isinstance(others, list) else [])]
                found.append((table, identity, [name for name in names if isinstance(name, str)]))
    return found


def text_of(path: Path) -> str:
    """The text of a file as it is, line ends and mark in front included. Raises `CannotOpen`."""
    try:
        return bytes_of(path).decode("utf-8")
    except (OSError, ValueError) as error:
        raise CannotOpen(f"cannot read {shown_path(path)}: {reason(error)}") from error
