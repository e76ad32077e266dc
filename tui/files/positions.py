"""On which line each table and key of a TOML text stands: a light scan beside the parser, which gives no positions.

Runs only on text that parses. It must never be trusted over the parser: `Spots.of` compares the keys it saw with those
of the parsed table and falls back to the table's first line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.files.statements import header_of, read_block

_BARE = r"[A-Za-z0-9_-]+"

_LINE = re.compile(r"^[ \t]*([A-Za-z0-9_.-]+[ \t]*=|\[.*|[^\s#\[].*|).*\n?", re.MULTILINE)
"""One item a line: a key with its equals sign, a header, whatever else begins a line, or nothing."""

_PLAIN_KEY = re.compile(rf"{_BARE}(?:\.{_BARE})*[ \t]*=")


class Layout:
    """How the keys of a table are spread over its lines. Tables written alike share one."""

    __slots__ = ("_below", "_wider", "first_parts", "names", "offsets")

    def __init__(self, names: tuple[str, ...], offsets: tuple[int, ...]) -> None:
        """Key paths, and how many lines below the header each stands."""
        self.names = names
        self.offsets = offsets
        self.first_parts = {name.partition(".")[0] for name in names}
        self._below: dict[str, int] | None = None
        self._wider: dict[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], tuple[int, ...]]] = {}

    @property
    def below(self) -> dict[str, int]:
        """Offset of each key path: made when it is first asked for, as most files have no fault."""
        if self._below is None:
            self._below = dict(zip(self.names, self.offsets, strict=True))
        return self._below

    def wider(
        self, tables: Sequence[str], keys: tuple[tuple[str, ...], ...]
    ) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """Names and offsets, with the keys of inline tables, which stand on the line where their table begins."""
        found = self._wider.get(keys)
        if found is None:
            names, offsets = list(self.names), list(self.offsets)
            for table, inner in zip(tables, keys, strict=True):
                if inner and table in self.below:
                    offset = self.offsets[self.names.index(table)]
                    added = [path for key in inner if (path := f"{table}.{key}") not in self.below]
                    names += added
                    offsets += [offset] * len(added)
            found = self._wider[keys] = (tuple(names), tuple(offsets))
        return found


_NO_KEYS = Layout((), ())


class Spot(NamedTuple):
    """Where one table stands."""

    line: int | None
    """1-based line of its header; None where it is not known."""
    layout: Layout = _NO_KEYS

    @property
    def keys(self) -> tuple[tuple[str, int], ...]:
        """(key path inside the table, 1-based line), in file order."""
        line = self.line or 0
        return tuple([(name, line + below) for name, below in zip(self.layout.names, self.layout.offsets, strict=True)])

    def line_of(self, key: str) -> int | None:
        """Line of a key path, else of the longest path it lies in, else of the table."""
        known = self.layout.below
        while key:
            if key in known:
                return (self.line or 0) + known[key]
            key = key.rpartition(".")[0]
        return self.line


class Spots:
    """The lines of one text, asked by table name and number."""

    def __init__(self, text: str) -> None:
        """Scan a text in which lines end with a bare newline."""
        self._text = text
        self._exact = False
        self._tables, self._root = _gather(_scan(text))

    def of(self, name: str, tables: Sequence[Mapping[str, object]]) -> list[Spot]:
        """One spot for each of the parsed tables of that name, in order."""
        spots = self._tables.get(name, [])
        wrong = len(spots) != len(tables) or any(
            spot.layout.first_parts != table.keys() for spot, table in zip(spots, tables, strict=True)
        )
        if not wrong:
            return spots
        if not self._exact:
            self._exact = True
            self._tables, self._root = _gather(_scan_exactly(self._text))
            return self.of(name, tables)
        if len(spots) != len(tables):
            return [Spot(self.root_line(name))] * len(tables)
        return [
            spot if spot.layout.first_parts == table.keys() else Spot(spot.line)
            for spot, table in zip(spots, tables, strict=True)
        ]

    def root_line(self, key: str) -> int | None:
        """Line of a key or table at the top of the file."""
        spots = self._tables.get(key)
        return spots[0].line if spots else self._root.line_of(key) or None


class _Block(NamedTuple):
    """A header and the keys below it, up to the next header."""

    path: tuple[str, ...]
    many: bool
    line: int
    """Of the header; 0 for what stands above the first one."""
    layout: Layout


class _Shape(NamedTuple):
    """What the lines of a block say, whatever its line."""

    path: tuple[str, ...]
    many: bool
    layout: Layout
    lines: int


def _gather(blocks: Iterator[_Block]) -> tuple[dict[str, list[Spot]], Spot]:
    """Spots by table name; blocks below `[report.figures]` go to the report they belong to."""
    tables: dict[str, list[Spot]] = {}
    root = Spot(0)
    for path, many, line, layout in blocks:
        if not path:
            root = Spot(line, layout)
        elif len(path) == 1 and (many or path[0] not in tables):
            tables.setdefault(path[0], []).append(Spot(line, layout))
        else:
            spots = tables.setdefault(path[0], [])
            if not spots:
                spots.append(Spot(line))
            spots[-1] = _extended(spots[-1], ".".join(path[1:]), line, layout)
    return tables, root


def _extended(owner: Spot, prefix: str, line: int, layout: Layout) -> Spot:
    """A table with the keys of one that stands below it."""
    below = line - (owner.line or 0)
    names = tuple(f"{prefix}.{name}" for name in layout.names) if prefix else layout.names
    offsets = tuple(below + offset for offset in layout.offsets)
    header = ((prefix,), (below,)) if prefix else ((), ())
    return Spot(owner.line, Layout(owner.layout.names + header[0] + names, owner.layout.offsets + header[1] + offsets))


def _scan(text: str) -> Iterator[_Block]:
    """The blocks of a text. Most are told by one glance at the beginnings of their lines, the others read exactly."""
    quotes = [mark for mark in ('"""', "'''") if mark in text]
    position, line, size = 0, 1, len(text)
    while position < size:
        stop = text.find("\n[", position) + 1 or size
        shape = None
        if text[position - 1 : position] in _BREAKS and not (quotes and _has_any(quotes, text, position, stop)):
            shape = _shape(tuple(_LINE.findall(text, position, stop)))
        if shape is None:
            block, stop, lines = _exact_block(text, position, line)
            yield block
        else:
            path, many, layout, lines = shape
            yield _Block(path, many, line if path else line - 1, layout)
        position, line = stop, line + lines


def _has_any(marks: list[str], text: str, start: int, stop: int) -> bool:
    return any(text.find(mark, start, stop) >= 0 for mark in marks)


_BREAKS = ("", "\n")


def _scan_exactly(text: str) -> Iterator[_Block]:
    """The blocks of a text, each statement read to its end."""
    position, line = 0, 1
    while position < len(text):
        block, position, lines = _exact_block(text, position, line)
        yield block
        line += lines


def _exact_block(text: str, position: int, line: int) -> tuple[_Block, int, int]:
    """The block that begins here, where the next one begins, and how many lines lie between."""
    read = read_block(text, position)
    below = 0 if read.path else 1
    layout = Layout(tuple(name for name, _ in read.keys), tuple(offset + below for _, offset in read.keys))
    return _Block(read.path, read.many, line - below, layout), read.end, text.count("\n", position, read.end)


@lru_cache(maxsize=1 << 14)
def _shape(items: tuple[str, ...]) -> _Shape | None:
    """What the items of a block say; None when one is neither key nor header nor nothing."""
    path: tuple[str, ...] = ()
    many, below = False, 1
    if items[0].startswith("["):
        header = header_of(items[0])
        if header is None:
            return None
        (path, many), below = header, 0
    keys = [(item, offset) for offset, item in enumerate(items) if item and (offset or below)]
    if not all(_PLAIN_KEY.fullmatch(item) for item, _ in keys):
        return None
    layout = Layout(tuple(item[:-1].rstrip(" \t") for item, _ in keys), tuple(offset + below for _, offset in keys))
    return _Shape(path, many, layout, len(items) - 1)
