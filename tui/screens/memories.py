"""The memory of the dossier in hand: read once when it opens, written whenever it is another one. Knows files and view, no screen."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock
from typing import Any

from tui.files.remembering import Shelf, begun, is_first_visit
from tui.view.memory import Memory, as_plain, memory_of, merged


class Keeper:
    """What is remembered between two visits; nothing without a shelf. Its methods may be called from any thread."""

    def __init__(self, shelf: Shelf | None, *, first_visit: bool = False) -> None:
        """`first_visit`: it is to be one, whatever there was before."""
        self._shelf = shelf
        self._zone = "UTC"
        self._base = Memory()
        self._lock = Lock()
        self.first_visit = first_visit
        """Whether one is still to be told how to begin."""

    def recall(self, zone: str) -> None:
        """Read what was remembered, times in the dossier's zone."""
        if self._shelf is not None:
            with self._lock:
                self.first_visit = self.first_visit or is_first_visit()
                self._zone = zone
                self._base = memory_of(self._shelf.read(), zone)

    @property
    def lasting(self) -> bool:
        """Whether anything is remembered after this visit."""
        return self._shelf is not None

    @property
    def memory(self) -> Memory:
        """What was remembered last."""
        return self._base

    def begun(self) -> None:
        """One was told how to begin."""
        self.first_visit = False
        if self._shelf is not None:
            begun()

    def keep(self, mine: Memory) -> str:
        """Write it down, where it is another than before; what went wrong in words, else empty."""
        with self._lock:
            if self._shelf is None or mine == self._base:
                return ""
            base = self._base

            def made(theirs: Mapping[str, Any] | None) -> Mapping[str, Any]:
                return as_plain(mine if theirs is None else merged(mine, base, memory_of(theirs, self._zone)))

            told = self._shelf.write(made)
            self._base = mine
            return told
