"""Putting what was made in the place of what is there: all of it or nothing, file by file, each of them whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tui.errors import CannotOpen, UsageError
from tui.files.walk import reason, shown_path


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """A new folder on the same disk, gone afterwards whatever happens."""
    try:
        parent = Path(os.path.abspath(folder)).parent  # noqa: PTH100 - the name as given, links and all
        parent.mkdir(parents=True, exist_ok=True)
        made = tempfile.mkdtemp(prefix=f".{folder.name or 'dossier'}.", suffix=".new", dir=parent)
    except OSError as error:
        raise CannotOpen(f"cannot write beside {shown_path(folder)}: {reason(error)}") from error
    try:
        yield Path(made)
    except OSError as error:
        raise CannotOpen(f"cannot write {shown_path(folder)}: {reason(error)}") from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


def put_in_place(fresh: Path, folder: Path) -> None:
    """The whole folder where there is none, else file by file; the snapshot last, so that a break is mended by --update."""
    files = sorted(path.relative_to(fresh) for path in fresh.rglob("*") if path.is_file())
    if not folder.exists():
        fresh.chmod(0o777 & ~_mask())
        fresh.rename(folder)
        return
    for file in sorted(files, key=lambda path: path.parts[0].startswith(".")):
        target = folder / file
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            (fresh / file).chmod(target.stat().st_mode & 0o777)
            target = target.resolve()
        (fresh / file).replace(target)


def place(files: Mapping[str, str], folder: Path) -> None:
    """Put files of these names and texts into a folder that is new or empty. Raises `UsageError` and `CannotOpen`."""
    if folder.exists() and (not folder.is_dir() or next(folder.iterdir(), None) is not None):
        raise UsageError(f"{shown_path(folder)} is there and not empty", hint="name a folder that does not exist yet")
    with beside(folder) as fresh:
        for name, text in files.items():
            with (fresh / name).open("w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
        put_in_place(fresh, folder)


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
