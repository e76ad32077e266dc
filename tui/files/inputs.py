"""Which bytes a dossier was read from: for every file a name that is the same on every machine, and its SHA-256."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path

from tui.core.answers import InputFile
from tui.files.walk import shown_path

LARGEST = 512 << 20
"""Bytes of one TOML file: parsed it takes some ten times as much memory."""


def input_file(path: Path, root: Path, labels: Mapping[str, str], sha256: str) -> InputFile:
    """A file that was read; `root` is the folder of the PATH it belongs to, and one of those that `labels_of` was given."""
    inner = shown_path(Path(os.path.relpath(path, root))).replace(os.sep, "/")
    return InputFile(path=labels[os.path.realpath(root)] + inner, sha256=sha256)


def labels_of(roots: Sequence[Path]) -> dict[str, str]:
    """What stands before the names of the files of each folder: nothing where there is one, else the folder's own name.

    Where it stands on this machine is left out; folders of one name are numbered in the order they were given.
    """
    folders = list(dict.fromkeys(os.path.realpath(root) for root in roots))
    if len(folders) == 1:
        return {folders[0]: ""}
    made: dict[str, str] = {}
    for folder in folders:
        name = shown_path(Path(Path(folder).name))
        number = sum(label == f"{name}/" or label.startswith(f"{name} (") for label in made.values())
        made[folder] = f"{name} ({number + 1})/" if number else f"{name}/"
    return made


def bytes_of(path: Path) -> bytes:
    """The bytes of a file that is held in memory. Raises OSError, also for what has become no ordinary file, or too large.

    Between the look at a folder and this, a pipe may have taken the place of the file: opening must not wait for a writer.
    """
    with open(path, "rb", opener=_without_waiting) as data:
        status = os.fstat(data.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "it is no ordinary file any more")
        if status.st_size > LARGEST:
            raise OSError(errno.EFBIG, f"it is larger than {LARGEST:,} bytes; split it")
        return data.read()


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def digest(path: Path) -> str:
    """SHA-256 of a file's bytes, in hex. Raises OSError."""
    with path.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def digest_of(data: bytes) -> str:
    """SHA-256 of some bytes, in hex."""
    return hashlib.sha256(data).hexdigest()
