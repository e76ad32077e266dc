"""Writing a file so that at every moment it is the old or the new one whole, and never over what somebody else wrote.

The text goes to a hidden file in the same folder, which takes the file's place in one step when the disk has it. That
hidden file is the lock, too: its name can be made only once, and the system frees it when its writer dies. A program
that does not ask for the lock can still slip in between the last look at the file and the step, some microseconds.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

from tui.files.outcomes import Changed, Outcome, Saved, SaveFailed, digest, failed
from tui.files.system import Lock, System

LEFTOVER = ".rashomon-tmp"
"""How the names of unfinished files end; they begin with a dot, so no dossier takes them in."""

_LONGEST_NAME = 255
_TRIES = 300
_LOOKS = 20
"""How often a file is read that is another by the time it has been read."""
_PAUSE = 0.01
"""Seconds; together with the tries, how long another writer is waited for."""

_NO_LINKS = (errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EMLINK, errno.EINVAL)
"""What disks say that know no second name for a file."""

_REAL = System()


class _StopError(Exception):
    """Nothing was written, for a reason that is no fault of the operating system."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def read(path: str, *, system: System = _REAL) -> str | SaveFailed | None:
    """The text of a file, byte order mark and line endings as they are; None where there is no file."""
    try:
        data, _ = _current(_real(path, system), system)
        return None if data is None else _text(data)
    except _StopError as stop:
        return _stopped(path, stop, None)
    except OSError as error:
        return failed(path, error, None)


def save(path: str, *, base: str | None, yours: str | None, system: System = _REAL) -> Outcome:
    """Put a text in the place of the one it was made from; None for no file, before or after.

    Links are followed and stay; owner, permissions and attributes stay as far as the system lets us. Where the file is
    no longer `base`, nothing is written, unless it already is `yours`.
    """
    in_place: list[str] = []
    try:
        return _save(path, base, yours, system, in_place)
    except _StopError as stop:
        return _stopped(path, stop, yours)
    except OSError as error:
        return failed(path, error, yours, in_place=bool(in_place) or _holds(path, base, yours, system))


def rescue(lost: SaveFailed | Changed, folder: str, *, system: System = _REAL) -> Saved | SaveFailed:
    """Write the text that was not saved into another folder, under the name of the file and a mark of its content.

    The name does not end in `.toml`: in a dossier it would be read as a second copy.
    """
    name = f"{os.path.basename(lost.path)}.rescued-{digest(lost.yours)[:8]}"  # noqa: PTH119 - no Path is needed
    path = os.path.join(folder, name)  # noqa: PTH118
    outcome = save(path, base=None, yours=lost.yours or "", system=system)
    if isinstance(outcome, Changed):
        return _stopped(
            path, _StopError("not-a-file", "another file has this name", "choose another folder"), lost.yours
        )
    return outcome


def remove_leftovers(folder: str, *, system: System = _REAL) -> tuple[str, ...]:
    """Remove what writers left behind that were killed; the names removed. Files of writers that live stay."""
    try:
        names = sorted(system.call("listdir", os.listdir, folder))
    except OSError:
        return ()
    removed: list[str] = []
    for name in names:
        if name.startswith(".") and name.endswith(LEFTOVER):
            with contextlib.suppress(OSError, _StopError):
                if _remove_if_left(os.path.join(folder, name), system):  # noqa: PTH118
                    removed.append(name)
    return tuple(removed)


def leftover_name(name: str) -> str:
    """The name of the hidden file for a file; of fixed length where the disk would not take it."""
    hidden = f".{name}{LEFTOVER}"
    if len(os.fsencode(hidden)) <= _LONGEST_NAME:
        return hidden
    return f".{sha256(os.fsencode(name)).hexdigest()[:32]}{LEFTOVER}"


def _holds(path: str, base: str | None, yours: str | None, system: System) -> bool:
    """Whether the step was taken although the system says it was not, as a disk behind a network may."""
    return base != yours and read(path, system=system) == yours


def _save(path: str, base: str | None, yours: str | None, system: System, in_place: list[str]) -> Outcome:
    old, new = _bytes(base), _bytes(yours)
    real = _real(path, system)
    folder, name = os.path.split(real)
    temporary = os.path.join(folder, leftover_name(name))  # noqa: PTH118
    with _claimed(temporary, real, system) as number:
        now, status = _current(real, system)
        if now == new:
            in_place.append(real)
            _confirm(real, now, system)
            return Saved(path=path, text=yours)
        if now != old:
            return _changed(path, base, now, yours)
        _refuse_read_only(real, status)
        if new is not None:
            system.write(number, new)
            if status is not None:
                system.dress(number, real, status)
            system.fsync(number)
            now, _ = _current(real, system)
            if now != old:
                return _changed(path, base, now, yours)
        if not _put(temporary, real, new, old, system):
            now, _ = _current(real, system)
            return _changed(path, base, now, yours)
        in_place.append(real)
        system.settle(folder or ".")
    return Saved(path=path, text=yours)


def _confirm(real: str, now: bytes | None, system: System) -> None:
    """Wait for the disk where the file holds the text already, perhaps by a try that was not confirmed."""
    if now is not None:
        number = system.open(real)
        try:
            system.fsync(number)
        finally:
            system.close(number)
    system.settle(os.path.dirname(real) or ".")  # noqa: PTH120


def _put(temporary: str, real: str, new: bytes | None, old: bytes | None, system: System) -> bool:
    """The one step. False when another program has made a file where there was none."""
    if new is None:
        system.unlink(real)
    elif old is not None:
        system.replace(temporary, real)
    else:
        try:
            system.link(temporary, real)
        except FileExistsError:
            return False
        except PermissionError:
            system.replace(temporary, real)  # a disk without second names
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            system.replace(temporary, real)
    return True


@contextmanager
def _claimed(temporary: str, real: str, system: System) -> Iterator[int]:
    """The hidden file, ours alone; gone afterwards, if it has not taken the other's place.

    Only who holds the lock takes the name away, so nobody takes away what a third has made since.
    """
    mode = 0o666 if system.stat(real) is None else 0o600
    for _ in range(_TRIES):
        try:
            number = system.create(temporary, mode)
        except FileExistsError:
            if not _remove_if_left(temporary, system):
                system.wait(_PAUSE)
            continue
        lock = Lock.NONE
        try:
            lock = system.lock(number)
            if lock is not Lock.BUSY and _is_at(temporary, number, system):
                yield number
                return
        finally:
            with contextlib.suppress(OSError):
                if lock is not Lock.BUSY and _is_at(temporary, number, system):
                    system.unlink(temporary)
            system.close(number)
    raise _StopError(
        "busy",
        "another program is writing this file",
        f"save again when it is done; if nothing runs, delete {os.path.basename(temporary)}",  # noqa: PTH119
    )


def _is_at(path: str, number: int, system: System) -> bool:
    """Whether a path still leads to an open file."""
    there = system.stat(path)
    if there is None:
        return False
    mine = system.fstat(number)
    return (there.st_dev, there.st_ino) == (mine.st_dev, mine.st_ino)


def _remove_if_left(temporary: str, system: System) -> bool:
    """Remove a hidden file whose writer is dead. False while it lives, or where that cannot be told."""
    there = system.stat(temporary)
    if there is None:
        return False
    if not stat.S_ISREG(there.st_mode):
        raise _StopError(
            "busy",
            "something that is no file has the name of the file written first",
            f"delete {os.path.basename(temporary)}",  # noqa: PTH119
        )
    try:
        number = system.open(temporary)
    except (FileNotFoundError, PermissionError):
        return False
    try:
        if system.lock(number) is not Lock.HELD or not _is_at(temporary, number, system):
            return False
        system.unlink(temporary)
        return True
    finally:
        system.close(number)


def _current(real: str, system: System) -> tuple[bytes | None, os.stat_result | None]:
    """What stands in the file, and what it is; None and None where there is none.

    Ends with a look whether it still is what was read: while one file is read, another may take its place.
    """
    there = system.stat(real)
    for _ in range(_LOOKS):
        if there is None:
            return None, None
        if not stat.S_ISREG(there.st_mode):
            raise _StopError("not-a-file", "this is no ordinary file", "name a file")
        try:
            number = system.open(real)
        except FileNotFoundError:
            return None, None
        try:
            data, status = system.read(number), system.fstat(number)
        finally:
            system.close(number)
        there = system.stat(real)
        if there is not None and _stamp(there) == _stamp(status):
            return data, status
    raise _StopError("busy", "another program writes this file all the time", "save again when it is done")


def _stamp(status: os.stat_result) -> tuple[int, int, int, int]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _refuse_read_only(real: str, status: os.stat_result | None) -> None:
    effective = os.access in os.supports_effective_ids
    if status is not None and (not status.st_mode & 0o222 or not os.access(real, os.W_OK, effective_ids=effective)):
        raise _StopError("read-only-file", "the file may only be read", "change its permissions and save again")


def _real(path: str, system: System) -> str:
    """The file behind all links."""
    try:
        return system.call("realpath", os.path.realpath, path)
    except ValueError as error:
        raise _StopError("not-a-file", "no file can have this name", "name a file") from error


def _bytes(text: str | None) -> bytes | None:
    try:
        return None if text is None else text.encode()
    except UnicodeEncodeError as error:
        raise _StopError("not-text", "half of a surrogate pair is no text", "take it out and save again") from error


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise _StopError("not-utf8", "the file is not UTF-8", "save it as UTF-8 and try again") from error


def _changed(path: str, base: str | None, now: bytes | None, yours: str | None) -> Changed:
    return Changed(path=path, base=base, now=None if now is None else _text(now), yours=yours)


def _stopped(path: str, stop: _StopError, yours: str | None) -> SaveFailed:
    return SaveFailed(path=path, code=stop.code, message=stop.message, hint=stop.hint, yours=yours)
