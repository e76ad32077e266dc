"""Which bytes a dossier was read from: for every file a name that is the same on every machine, and its SHA-256."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from tui.core.answers import InputFile
from tui.files.walk import shown_path


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


def digest(path: Path) -> str:
    """SHA-256 of a file's bytes, in hex. Raises OSError."""
    with path.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def digest_of(data: bytes) -> str:
    """SHA-256 of some bytes, in hex."""
    return hashlib.sha256(data).hexdigest()
