"""Looks at the files of a dossier from a thread of its own, and tells when they have become others and rest."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Event, Thread
from time import monotonic

from tui.core.values import dataclass

EVERY = 0.15
"""Seconds between two looks; two alike end a change, so that nobody reads a file that is still being saved."""
SHARE = 0.05
"""Of the time, at most, is spent on looking: a dossier of very many files is looked at more seldom."""


@dataclass(slots=True)
class Looks:
    """What was read, and what was seen since."""

    read: Hashable
    seen: Hashable = None

    def changed(self, now: Hashable) -> bool:
        """Whether what is there now differs from what was read, and stands as it stood at the look before."""
        rests, self.seen = now == self.seen, now
        return rests and now != self.read


class FilesWatch(Thread):
    """Asks `ask` for the state of the files and calls `tell` when it rests in another. Ends with `stop`."""

    def __init__(self, ask: Callable[[], Hashable], tell: Callable[[], object], every: float = EVERY) -> None:
        super().__init__(name="rashomon-files", daemon=True)
        self._ask, self._tell, self._every = ask, tell, every
        self._ended = Event()
        self._looks = Looks(None)

    def noted(self) -> None:
        """The files are about to be read; what is there now is what will have been read. Called before each reading."""
        self._looks.read = self._ask()

    def begin(self) -> None:
        """Look from now on; nothing new where it looks already."""
        if self.ident is None:
            self.start()

    def run(self) -> None:
        """Look, and wait the longer the longer it took."""
        pause = self._every
        while not self._ended.wait(pause):
            began = monotonic()
            now = self._ask()
            pause = max(self._every, (monotonic() - began) / SHARE)
            if self._looks.changed(now):
                self._looks.read = now
                self._tell()

    def stop(self) -> None:
        """No more looks."""
        self._ended.set()
