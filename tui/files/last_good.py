"""The files of a dossier as they could last be read, for a file that for the moment cannot: half-typed, half-saved.

Held in memory while one looks at a dossier, and bounded; nothing of it is ever written.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
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
MOST_UNREAD = 8_000_000
"""The same of files that an index stands for, so that none of them was read."""


class LastGood:
    """Stand-ins by path."""

    def __init__(self) -> None:
        self._known: dict[Path, bytes] = {}
        self._size = 0

    def take_up(self, paths: Iterable[Path]) -> None:
        """Remember files that nobody read, since an index tells what is in them. One that is no TOML stands for nothing."""
        for path in paths:
            if path in self._known:
                continue
            with suppress(OSError):
                if self._size + path.stat().st_size > MOST_UNREAD:
                    return
                self._known[path] = data = path.read_bytes()
                self._size += len(data)

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

        old = decode(before, read.file)
        if not old.parsed:
            return data, read
        told = "what is shown is the file as it last could be read"
        note = problem(read.file, CODE, told, severity=Severity.NOTE)
        return before, replace(old, problems=(*read.problems, note, *old.problems))
