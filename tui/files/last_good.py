"""The files of a dossier as they could last be read, for a file that for the moment cannot: half-typed, half-saved.

Held in memory while one looks at a dossier, and bounded; nothing of it is ever written.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.core.problems import Severity
from tui.files.complaints import problem

if TYPE_CHECKING:
    from tui.files.decode import Pieces

CODE = "last-good"
"""Of the note on a file that is shown as it was."""
MOST = 64_000_000
"""Bytes remembered; files beyond have no stand-in."""


class LastGood:
    """Stand-ins by path."""

    def __init__(self) -> None:
        self._known: dict[Path, bytes] = {}
        self._size = 0

    def instead(self, path: Path, data: bytes, read: Pieces) -> tuple[bytes, Pieces]:
        """The file's bytes and what they state, or, where it is no TOML, those it had when it last was, with its fault and a note."""
        before = self._known.get(path)
        if read.parsed:
            size = self._size + len(data) - len(before or b"")
            if size <= MOST:
                self._known[path], self._size = data, size
            return data, read
        if before is None:
            return data, read
        from tui.files.decode import decode  # noqa: PLC0415  (asked for only where a file is no TOML for the moment)

        told = "what is shown is the file as it last could be read"
        note = problem(read.file, CODE, told, severity=Severity.NOTE)
        old = decode(before, read.file)
        return before, replace(old, problems=(*read.problems, note, *old.problems))
