"""An operating system whose n-th call fails, is done and fails, or never comes back; writes take a few bytes at a time."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.files.system import System


class ShortWrites(System):
    """Takes seven bytes at a time, and counts its calls."""

    def __init__(self, piece: int = 7) -> None:
        self.piece = piece
        self.names: list[str] = []

    def call(self, name, function, *arguments, **options):
        self.names.append(name)
        if name == "write":
            number, data = arguments
            return function(number, data[: self.piece])
        return function(*arguments, **options)


class Failing(ShortWrites):
    """Raises at the n-th call, before or after doing it."""

    def __init__(self, at: int, error: int, *, after: bool = False, piece: int = 7) -> None:
        super().__init__(piece)
        self.at, self.error, self.after = at, error, after

    def call(self, name, function, *arguments, **options):
        now = len(self.names) == self.at
        if now and not self.after:
            self.names.append(name)
            raise OSError(self.error, os.strerror(self.error))
        result = super().call(name, function, *arguments, **options)
        if now:
            raise OSError(self.error, os.strerror(self.error))
        return result


class Killed(ShortWrites):
    """Kills its own process at the n-th call, before or after doing it."""

    def __init__(self, at: int, *, after: bool, piece: int = 7) -> None:
        super().__init__(piece)
        self.at, self.after = at, after

    def call(self, name, function, *arguments, **options):
        now = len(self.names) == self.at
        if now and not self.after:
            os.kill(os.getpid(), signal.SIGKILL)
        try:
            return super().call(name, function, *arguments, **options)
        finally:
            if now:
                os.kill(os.getpid(), signal.SIGKILL)


class Meddling(ShortWrites):
    """Does something of its own before the first call of a name."""

    def __init__(self, name: str, meddle, count: int = 1) -> None:
        super().__init__(1 << 20)
        self.name, self.meddle, self.count = name, meddle, count

    def call(self, name, function, *arguments, **options):
        if name == self.name:
            self.count -= 1
            if self.count == 0:
                self.meddle()
        return super().call(name, function, *arguments, **options)


@contextmanager
def quick_folder() -> Iterator[Path]:
    """A folder in memory where there is such a disk: hundreds of files wait for no real one."""
    memory = "/dev/shm"
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as name:
        yield Path(name)
