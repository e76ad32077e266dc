"""Every call to the operating system that a safe write makes, behind one method: where tests let calls fail or kill.

Knows nothing of what is written. On Windows there are no such locks; there, writers are kept apart by the name alone.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import ParamSpec, TypeVar

if sys.platform != "win32":
    import fcntl

_P = ParamSpec("_P")
_R = TypeVar("_R")

_CLOEXEC = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_NOT_OFFERED = (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOLCK)
_NOT_OURS = (errno.EPERM, errno.EACCES, *_NOT_OFFERED)


class Lock(StrEnum):
    """What came of asking for a lock."""

    HELD = "held"
    BUSY = "busy"
    """Another process that lives has it."""
    NONE = "none"
    """The disk offers none."""


class System:
    """The operating system. All methods raise `OSError` as it does."""

    def call(self, name: str, function: Callable[_P, _R], *arguments: _P.args, **options: _P.kwargs) -> _R:
        """Every other method comes through here, once for each system call; `name` is that of the call."""
        return function(*arguments, **options)

    def create(self, path: str, mode: int) -> int:
        """Open a new file for writing; `FileExistsError` where anything has the name, be it a link to nowhere."""
        return self.call("create", os.open, path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _CLOEXEC | _NOFOLLOW, mode)

    def open(self, path: str) -> int:
        """Open an existing file for reading. Waits for nobody and follows no link."""
        return self.call("open", os.open, path, os.O_RDONLY | _CLOEXEC | _NOFOLLOW | _NO_WAIT)

    def stat(self, path: str) -> os.stat_result | None:
        """What stands at a path, not following links; None where nothing does."""
        try:
            return self.call("stat", os.stat, path, follow_symlinks=False)
        except FileNotFoundError:
            return None

    def fstat(self, number: int) -> os.stat_result:
        """What an open file is."""
        return self.call("fstat", os.fstat, number)

    def read(self, number: int) -> bytes:
        """All of an open file."""
        pieces: list[bytes] = []
        while piece := self.call("read", os.read, number, 1 << 20):
            pieces.append(piece)
        return b"".join(pieces)

    def write(self, number: int, data: bytes) -> None:
        """All of the bytes, however many the system takes at a time."""
        view = memoryview(data)
        while view:
            view = view[self.call("write", os.write, number, view) :]

    def fsync(self, number: int) -> None:
        """Wait until the disk has what was written."""
        self.call("fsync", os.fsync, number)

    def close(self, number: int) -> None:
        """Close; errors are of no interest once the disk has the bytes."""
        with contextlib.suppress(OSError):
            self.call("close", os.close, number)

    def unlink(self, path: str) -> None:
        """Take a name away."""
        self.call("unlink", os.unlink, path)

    def replace(self, old: str, new: str) -> None:
        """Give a file another name in one step, whatever had that name before."""
        self.call("replace", os.replace, old, new)

    def link(self, old: str, new: str) -> None:
        """Give a file a second name; `FileExistsError` where anything has it."""
        self.call("link", os.link, old, new, follow_symlinks=False)

    def lock(self, number: int) -> Lock:
        """Ask for an open file without waiting. The system gives it back when the process ends, however it ends."""
        if sys.platform == "win32":
            return Lock.NONE
        try:
            self.call("lock", fcntl.flock, number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return Lock.BUSY
        except OSError as error:
            if error.errno in _NOT_OFFERED:
                return Lock.NONE
            raise
        return Lock.HELD

    def wait(self, seconds: float) -> None:
        """Let another writer finish."""
        self.call("wait", time.sleep, seconds)

    def settle(self, folder: str) -> None:
        """Wait until the disk knows the names in a folder; nothing where folders cannot be asked for that."""
        if sys.platform == "win32":
            return
        try:
            number = self.call("open folder", os.open, folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        except PermissionError:
            return
        try:
            self.call("fsync folder", os.fsync, number)
        except OSError as error:
            if error.errno not in (*_NOT_OFFERED, errno.EBADF):
                raise
        finally:
            self.close(number)

    def dress(self, number: int, path: str, like: os.stat_result) -> None:
        """Give an open file the owner, permissions and attributes of another, as far as the system lets us."""
        if sys.platform == "win32":
            return
        mine = self.fstat(number)
        mode = like.st_mode & 0o7777
        if (mine.st_uid, mine.st_gid) != (like.st_uid, like.st_gid) and not self._given(
            number, like.st_uid, like.st_gid
        ):
            mode &= 0o1777
            if mine.st_gid != like.st_gid and not self._given(number, -1, like.st_gid):
                mode &= ~0o070 | (mode & 0o007) << 3  # another group may do no more than anybody
        with _unless_not_ours():
            self.call("chmod", os.fchmod, number, mode)
        if sys.platform == "linux":
            with _unless_not_ours():
                for name in self.call("listxattr", os.listxattr, path):
                    with _unless_not_ours():
                        self.call("setxattr", os.setxattr, number, name, os.getxattr(path, name))

    def _given(self, number: int, user: int, group: int) -> bool:
        """Whether the file could be given away."""
        if sys.platform == "win32":
            return False
        try:
            self.call("chown", os.fchown, number, user, group)
        except OSError as error:
            if error.errno not in _NOT_OURS:
                raise
            return False
        return True


@contextlib.contextmanager
def _unless_not_ours() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in _NOT_OURS:
            raise
