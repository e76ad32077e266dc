"""Writing a whole file or nothing: what stood there before stays until the new one is complete and on disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

from tui.errors import UsageError


@contextmanager
def redirected(path: str | None) -> Iterator[None]:
    """Send what is put to a file instead, in UTF-8; None leaves stdout.

    The text goes to a new file in the same folder, which takes the place of the old one when it is complete; where
    writing fails the old one is untouched. A device or a pipe is written to as it is. Raises `UsageError`.
    """
    if path is None:
        yield
        return
    target = Path(path)
    try:
        with (
            _written(target) as written,
            written.open("w", encoding="utf-8", newline="\n") as stream,
            redirect_stdout(stream),
        ):
            yield
            stream.flush()
            if written is not target:
                os.fsync(stream.fileno())
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise UsageError(f"cannot write {path}: {fault.strerror}") from fault


@contextmanager
def replaced(path: str) -> Iterator[Path]:
    """A path to write a file to that is no text; it takes the place of `path` when it is complete and on disk.

    Raises `UsageError` where it cannot be written, and for what is no ordinary file.
    """
    target = Path(path)
    if target.exists() and not target.is_file() and not target.is_dir():
        raise UsageError(f"{path} is no ordinary file", hint="name a file to write")
    try:
        with _written(target) as written:
            yield written
            with written.open("rb") as stream:
                os.fsync(stream.fileno())
    except OSError as fault:
        raise UsageError(f"cannot write {path}: {fault.strerror}") from fault


@contextmanager
def _written(target: Path) -> Iterator[Path]:
    """The file to write to, put in the place of `target` at the end, through a symbolic link if it is one."""
    if target.is_dir():
        raise UsageError(f"{target} is a folder", hint="name a file to write")
    if target.exists() and not target.is_file():
        yield target
        return
    real = target.resolve()
    fresh = real.with_name(f".{real.name}.{os.getpid()}.new")
    try:
        yield fresh
        if real.exists():
            fresh.chmod(real.stat().st_mode & 0o777)
        fresh.replace(real)
    finally:
        fresh.unlink(missing_ok=True)
