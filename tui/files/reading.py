"""Files read and decoded one after the other, here or in other processes: with one answer.

A file that cannot be read is an answer too. What another process read comes back as plain values (`marshal`), and its
problems, which are few, as they are (`pickle`).
"""

from __future__ import annotations

import marshal
import pickle
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from tui.files.aside import NOWHERE, Aside, laid
from tui.files.decode import Pieces, Row, decode
from tui.files.inputs import bytes_of, digest_of
from tui.files.positions import Layout, Spot
from tui.files.walk import reason

if TYPE_CHECKING:
    from tui.files.crew import Crew

AT_ONCE = 500_000
"""Bytes of files that are one task: a message for each small file would cost more than it does."""

Named = tuple[Path, str]
"""A file, and how it is shown."""


class FileRead(NamedTuple):
    """What came of reading one file."""

    fault: str
    """Why it could not be read; empty where it could, and nothing else says anything where it could not."""
    size: int
    sha256: str
    pieces: Pieces
    data: bytes
    """Its bytes, where they were asked for."""


def read_files(files: Sequence[Named], crew: Crew | None, *, keep: bool, aside: Aside = NOWHERE) -> Iterator[FileRead]:
    """Every file, in order. `keep`: with its bytes. `aside`: where the words of its reports go."""
    if crew is None or len(files) < 2:
        for path, shown in files:
            read = _read(path, shown, keep=keep)
            aside.lay(read.pieces)
            yield read
        return
    tasks = (pickle.dumps((group, keep, bool(aside))) for group in _groups(files))
    for answer in crew.do(tasks, read_elsewhere, bytes, b""):
        for fault, size, sha256, words, packed, data in marshal.loads(answer):
            pieces = _unpacked(packed)
            aside.keep(pieces.file, words)
            yield FileRead(fault, size, sha256, pieces, data)


def read_elsewhere(_state: object, task: bytes) -> bytes:
    """Some files, packed. A task of `files.crew`."""
    files, keep, lay = pickle.loads(task)
    found = []
    for path, shown in files:
        each = _read(path, shown, keep=keep)
        words = laid(each.pieces) if lay else b""
        found.append((each.fault, each.size, each.sha256, words, _packed(each.pieces), each.data))
    return marshal.dumps(found)


def _read(path: Path, shown: str, *, keep: bool) -> FileRead:
    try:
        data = bytes_of(path)
    except OSError as error:
        return FileRead(reason(error), 0, "", Pieces(file=shown), b"")
    return FileRead("", len(data), digest_of(data), decode(data, shown), data if keep else b"")


def _groups(files: Sequence[Named]) -> Iterator[list[Named]]:
    """Neighbours of about `AT_ONCE` bytes together."""
    group: list[Named] = []
    size = 0
    for path, shown in files:
        group.append((path, shown))
        size += size_of(path)
        if size >= AT_ONCE:
            yield group
            group, size = [], 0
    if group:
        yield group


def size_of(path: Path) -> int:
    """Bytes of a file; 0 where it cannot be asked."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


class _Asleep(Sequence[Row]):
    """The reports of a file as they came from another process: rows only while they are looked at, which takes a fifth of the
    memory."""

    __slots__ = ("_count", "_layouts", "_packed")

    def __init__(self, packed: bytes, count: int, layouts: list[Layout]) -> None:
        self._packed, self._count, self._layouts = packed, count, layouts

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Row]:
        layouts = self._layouts
        for number, values, line, layout in marshal.loads(self._packed):
            yield Row(number, values, Spot(line, layouts[layout]))

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        return list(self)[index]


def _packed(pieces: Pieces) -> tuple[Any, ...]:
    numbers: dict[int, int] = {}
    layouts: list[Layout] = []
    rows: dict[str, list[tuple[Any, ...]]] = {}
    for name, table in pieces.rows.items():
        made = rows[name] = []
        for number, values, (line, layout) in table:
            if id(layout) not in numbers:
                numbers[id(layout)] = len(layouts)
                layouts.append(layout)
            made.append((number, values, line, numbers[id(layout)]))
    reports = rows.pop("report", [])
    spread = [(layout.names, layout.offsets) for layout in layouts]
    problems = pickle.dumps(pieces.problems) if pieces.problems else b""
    asleep = marshal.dumps(reports), len(reports)
    return pieces.file, rows, asleep, spread, problems, pieces.parsed, pieces.sources, pieces.has_tables


def _unpacked(packed: Sequence[Any]) -> Pieces:
    file, tables, (reports, count), spread, problems, parsed, sources, has_tables = packed
    layouts = [_layout(names, offsets) for names, offsets in spread]
    rows: dict[str, Sequence[Row]] = {
        name: [Row(number, values, Spot(line, layouts[layout])) for number, values, line, layout in made]
        for name, made in tables.items()
    }
    if count:
        rows["report"] = _Asleep(reports, count, layouts)
    return Pieces(
        file=file,
        rows=rows,
        problems=pickle.loads(problems) if problems else (),
        parsed=parsed,
        sources=sources,
        has_tables=has_tables,
    )


_layout = lru_cache(maxsize=1 << 14)(Layout)
"""Tables written alike share one, as where they were read."""
