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
from typing import TYPE_CHECKING, Any, NamedTuple

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
    same: dict[Any, Any] = {}
    if crew is None or len(files) < 2:
        for path, shown in files:
            read = _read(path, shown, keep=keep)
            aside.lay(read.pieces)
            _share(read.pieces, same)
            yield read
        return
    tasks = (pickle.dumps((group, keep, bool(aside))) for group in _groups(files))
    for answer in crew.do(tasks, read_elsewhere, bytes, b""):
        for fault, size, sha256, words, packed, data in marshal.loads(answer):
            pieces = _unpacked(packed)
            aside.keep(pieces, words)
            _share(pieces, same)
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


def _share(pieces: Pieces, same: dict[Any, Any]) -> None:
    """Hold what many reports say alike once. `same`: what was said so far."""
    once = same.setdefault
    for _, values, _ in pieces.rows.get("report", ()):
        for name in _SHARED:
            said = values.get(name)
            if said is not None:
                values[name] = once(said, said)


_SHARED = ("event", "when", "until", "where", "who", "figures", "claims", "said_by", "as_of", "locator", "tags")
"""Keys of a report whose values come again and again: a third of the memory of all reports, and equal values that are one are
compared at once."""


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
    spread = [(layout.names, layout.offsets) for layout in layouts]
    problems = pickle.dumps(pieces.problems) if pieces.problems else b""
    return pieces.file, rows, spread, problems, pieces.parsed, pieces.sources, pieces.has_tables


def _unpacked(packed: Sequence[Any]) -> Pieces:
    file, tables, spread, problems, parsed, sources, has_tables = packed
    layouts = [_layout(names, offsets) for names, offsets in spread]
    return Pieces(
        file=file,
        rows={
            name: [Row(number, values, Spot(line, layouts[layout])) for number, values, line, layout in rows]
            for name, rows in tables.items()
        },
        problems=pickle.loads(problems) if problems else (),
        parsed=parsed,
        sources=sources,
        has_tables=has_tables,
    )


_layout = lru_cache(maxsize=1 << 14)(Layout)
"""Tables written alike share one, as where they were read."""
