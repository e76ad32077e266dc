"""Which files a PATH stands for: every `*.toml` in a folder, in order, without what is hidden. Reads no content.

Only ordinary files are offered for reading: a pipe or a device could wait for ever. A link that leads out of the folder
is told and not followed: a dossier from a stranger must not name a file elsewhere.
"""

from __future__ import annotations

import errno
import os
import stat
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import field
from pathlib import Path
from typing import TypeAlias

from tui.core.problems import Problem
from tui.core.values import dataclass
from tui.errors import CannotOpen
from tui.files.complaints import problem

LEFT_OUT = "pyproject.toml"
"""A file of this name belongs to a Python project, never to a dossier."""

SUFFIX = ".toml"

LEADS_OUT = "this is a link that leads out of the dossier's folder, and is not followed"

GLANCE = 5000
"""How many names a first look takes in."""


@dataclass(slots=True)
class Found:
    """The files of some PATHs, and what was in the way. Filled by `find`, then only read."""

    files: list[tuple[Path, str]] = field(default_factory=list)
    """(path, path as shown), each file once, in reading order."""
    problems: list[Problem] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    """Every path as shown, also of what is no file: the order in which problems are told."""
    looked_at: int = 0
    """How many `*.toml` were met, readable or not."""
    repeated: int = 0
    """How many files and folders were met again under another name."""
    seen: set[tuple[int, int]] = field(default_factory=set)
    """Files and folders already met, by device and number."""

    def add_file(self, path: Path, status: os.stat_result) -> None:
        """Take a file that has not been taken under another name."""
        if _identity(status) in self.seen:
            self.repeated += 1
            return
        self.seen.add(_identity(status))
        self.looked_at += 1
        self.order.append(shown_path(path))
        if stat.S_ISREG(status.st_mode):
            self.files.append((path, shown_path(path)))
        else:
            self.problems.append(unreadable(path, "this is no ordinary file, and is not opened"))

    def add_fault(self, path: Path, code: str, text: str) -> None:
        """Something that should have been a file or folder and could not be followed."""
        self.looked_at += path.name.endswith(SUFFIX)
        self.order.append(shown_path(path))
        self.problems.append(problem(shown_path(path), code, text))

    def add_outside(self, path: Path) -> None:
        """A link that leads out of the dossier's folder, told once."""
        with suppress(OSError):
            identity = _identity(path.lstat())
            if identity not in self.seen:
                self.seen.add(identity)
                self.add_fault(path, "leads-out", LEADS_OUT)


def find(text: str, found: Found) -> None:
    """Add the files behind a PATH.

    Raises `CannotOpen` for a PATH that is not there or cannot be entered, or is neither file nor folder.
    """
    path = Path(text)
    try:
        status = os.stat(text)  # noqa: PTH116 - unlike a `Path`, an empty text is not the folder one stands in
        if stat.S_ISDIR(status.st_mode):
            os.listdir(text)  # noqa: PTH208 - asks for permission to read, nothing more
    except (OSError, ValueError) as error:
        name = shown_path(path) if text else "a PATH without a name"
        raise CannotOpen(f"cannot open {name}: {reason(error)}") from error
    if stat.S_ISDIR(status.st_mode):
        _walk(path, status, found)
    elif stat.S_ISREG(status.st_mode):
        found.add_file(path, status)
    else:
        raise CannotOpen(f"cannot open {shown_path(path)}: neither a file nor a folder")


def glance(folder: Path) -> Iterator[Path]:
    """Ordinary `*.toml` files of a folder and its subfolders, nearest first; gives up after some thousand names.

    For a first look only: who stands in a home folder must not wait for all of it. What cannot be entered is passed by.
    """
    waiting, names = deque([folder]), GLANCE
    while waiting:
        for path, is_link in _members(waiting.popleft(), Found()):
            names -= 1
            if names < 0:
                return
            try:
                mode = path.stat().st_mode
            except OSError:
                continue
            if stat.S_ISDIR(mode) and not is_link:
                waiting.append(path)
            elif stat.S_ISREG(mode) and _is_ours(path) and not (is_link and leads_out(path, folder)):
                yield path


_Identity: TypeAlias = tuple[int, int]


def _walk(top: Path, status: os.stat_result, found: Found) -> None:
    """Take every file below a folder, depth first, names in order."""
    waiting: list[tuple[Path, bool, tuple[_Identity, ...]]] = [(top, False, (_identity(status),))]
    while waiting:
        path, is_link, above = waiting.pop()
        outside = is_link and leads_out(path, top)
        if outside:
            if _is_ours(path) or path.is_dir():
                found.add_outside(path)
            continue
        try:
            status = path.stat()
        except OSError as error:
            _judge_lost(path, error, found)
            continue
        if stat.S_ISDIR(status.st_mode):
            identity = _identity(status)
            if path != top and identity in above:
                found.add_fault(path, "symlink-loop", "this is a link to a folder it stands in, and is not followed")
            elif identity in found.seen:
                found.repeated += 1
            else:
                found.seen.add(identity)
                waiting.extend((*member, (*above, identity)) for member in reversed(_members(path, found)))
        elif _is_ours(path):
            found.add_file(path, status)


def _members(folder: Path, found: Found) -> list[tuple[Path, bool]]:
    """What stands in a folder and is not hidden, in order, and whether it is a link."""
    try:
        with os.scandir(folder) as entries:
            named = [(entry.name, entry.is_symlink()) for entry in entries if not entry.name.startswith(".")]
        return [(folder / name, is_link) for name, is_link in sorted(named)]
    except OSError as error:
        found.add_fault(folder, "unreadable", f"the folder cannot be entered: {reason(error)}")
        return []


def _judge_lost(path: Path, error: OSError, found: Found) -> None:
    if error.errno == errno.ELOOP:
        found.add_fault(path, "symlink-loop", "this is a link that leads back to itself")
    elif _is_ours(path):
        found.add_fault(path, "unreadable", f"the file cannot be opened: {reason(error)}")


def leads_out(path: Path, folder: Path) -> bool:
    """Whether what a path stands for, all links followed, lies outside the folder. Raises OSError, ValueError."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _is_ours(path: Path) -> bool:
    return path.name.endswith(SUFFIX) and path.name != LEFT_OUT


def _identity(status: os.stat_result) -> _Identity:
    return status.st_dev, status.st_ino


def unreadable(path: Path, text: str) -> Problem:
    """The problem of a file that cannot be read."""
    return problem(shown_path(path), "unreadable", text)


def shown_path(path: Path) -> str:
    """The path as printed: letters that are no text become escapes."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def reason(error: OSError | ValueError) -> str:
    """Why the system refuses, in its words."""
    return error.strerror.casefold() if isinstance(error, OSError) and error.strerror else str(error)
