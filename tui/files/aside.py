"""Words of reports that nobody asks for before an event is judged or shown, laid aside in a file while a large dossier is read.

They are most of what a report takes in memory. The file has no name, so that nothing is left of it however the program ends.
Where the disk is full they stay in memory.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING

from tui.core.model import Report

if TYPE_CHECKING:
    from tui.files.decode import Pieces

LAID = ("what", "quote", "text", "note")
"""Keys of a report whose words are laid aside; `text` then says where they lie, and is empty where there are none."""
WORTH_IT = 5_000_000
"""Bytes of a dossier from which on its words are laid aside."""


def laid(pieces: Pieces, start: int = 0) -> bytes:
    """Takes the words out of the reports of a file; `text` says where in these bytes, and more before them, they lie.

    `start`: how many bytes have been laid aside of the file before.
    """
    made = bytearray()
    for _, values, _ in pieces.rows.get("report", ()):
        words = tuple([values.pop(name, "") for name in LAID])
        if any(words):
            told = marshal.dumps(words)
            values["text"] = f"{start + len(made)} {len(told)}"
            made += told
    return bytes(made)


class Aside:
    """Where the words of reports lie."""

    def __init__(self, file: IO[bytes] | None = None) -> None:
        """`file`: empty, unbuffered; None: nothing is laid aside."""
        self._file = file
        self._size = 0
        self._starts: dict[str, int] = {}
        """Where the words of each file begin."""

    def __bool__(self) -> bool:
        """Whether words are laid aside at all."""
        return self._file is not None

    def lay(self, pieces: Pieces) -> None:
        """Lay the words of a file's reports aside."""
        if self._file is not None:
            self.keep(pieces.file, laid(pieces, self._size - self._starts.get(pieces.file, self._size)))

    def keep(self, file: str, words: bytes) -> None:
        """The same where they have been taken out of the reports of that file already."""
        if self._file is not None:
            self._starts.setdefault(file, self._size)
            self._file = _written(self._file, self._size, words)
            self._size += len(words)

    def words(self, report: Report) -> bytes:
        """What was laid aside of a report, for `told`; nothing where nothing was."""
        if self._file is None or not report.text:
            return b""
        start, size = map(int, report.text.split())
        self._file.seek(self._starts[report.position.file] + start)
        return self._file.read(size)

    def whole(self, report: Report) -> Report:
        """The report with its words."""
        words = self.words(report)
        if not words:
            return report
        what, quote, text, note = told(words)
        return replace(report, what=what, quote=quote, text=text, note=note)


def told(words: bytes) -> tuple[str, str, str, str]:
    """Words that were laid aside, in the order of `LAID`."""
    found: tuple[str, str, str, str] = marshal.loads(words)
    return found


NOWHERE = Aside()
"""Nothing is laid aside: every report has its words."""


@contextmanager
def laid_aside(folder: Path, size: int) -> Iterator[Aside]:
    """Where to lay the words of a dossier of so many bytes; `NOWHERE` where it is small, or the folder cannot be written to."""
    if size < WORTH_IT:
        yield NOWHERE
        return
    from tempfile import TemporaryFile  # noqa: PLC0415  (who shows a dossier lays nothing aside)

    with ExitStack() as stack:
        file = None
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            file = stack.enter_context(TemporaryFile(dir=folder, buffering=0))
        yield Aside(file)


def _written(file: IO[bytes], start: int, words: bytes) -> IO[bytes]:
    """The file with these words at its end; a copy of it in memory where the disk does not take them."""
    left = memoryview(words)
    try:
        file.seek(start)
        while left:
            left = left[file.write(left) :]
    except OSError:
        file.seek(0)
        copy = BytesIO(file.read(start))
        return _written(copy, start, words)
    return file
