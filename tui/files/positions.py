"""On which line each table and key of a TOML text stands: a light scan beside the parser, which gives no positions.

Runs only on text that parses. It must never be trusted over the parser: `Spots.of` compares the keys it saw with those
of the parsed table and falls back to the table's first line.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

import tomli

_BARE = r"[A-Za-z0-9_-]+"
_PART = rf"""(?:{_BARE}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_PATH = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"

_LINE = re.compile(r"^[ \t]*([A-Za-z0-9_.-]+[ \t]*=|\[.*|[^\s#\[].*|).*\n?", re.MULTILINE)
"""One item a line: a key with its equals sign, a header, whatever else begins a line, or nothing."""

_HEADER = re.compile(rf"\[(\[)?[ \t]*({_PATH})[ \t]*\](?(1)\])[ \t]*(?:#.*)?$")
_BETWEEN = re.compile(r"(?:[ \t\n]+|#[^\n]*)*")
_STATEMENT_KEY = re.compile(rf"({_PATH})[ \t]*=")
_PIECE = re.compile(r"""\"\"\"|'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\#[^\n]*|[\[{]|[\]}]|\n|[^"'\#\[\]{}\n]+""")
_PARTS = re.compile(_PART)


class Spot(NamedTuple):
    """Where one table stands."""

    line: int | None
    """1-based line of its header; None where it is not known."""
    keys: tuple[tuple[str, int], ...] = ()
    """(key path inside the table, 1-based line), in file order."""
    first_parts: frozenset[str] = frozenset()
    """The first parts of those paths: what the parsed table must have for the scan to be believed."""

    def line_of(self, key: str) -> int | None:
        """Line of a key path, else of the longest path it lies in, else of the table."""
        known = dict(self.keys)
        while key:
            if key in known:
                return known[key]
            key = key.rpartition(".")[0]
        return self.line


class Spots:
    """The lines of one text, asked by table name and number."""

    def __init__(self, text: str) -> None:
        """Scan a text in which lines end with a bare newline."""
        simple = None if '"""' in text or "'''" in text else _scan_lines(text)
        self._tables, self._root = _gather(_scan_statements(text) if simple is None else simple)

    def of(self, name: str, tables: Collection[Collection[str]]) -> list[Spot]:
        """One spot for each of the parsed tables of that name, in order; `tables` gives their keys."""
        spots = self._tables.get(name, [])
        if len(spots) != len(tables):
            first = spots[0].line if spots else self._root.line_of(name)
            return [Spot(first)] * len(tables)
        return [
            spot if spot.first_parts == table.keys() else Spot(spot.line)  # type: ignore[attr-defined]
            for spot, table in zip(spots, tables, strict=True)
        ]

    def root_line(self, key: str) -> int | None:
        """Line of a key or table at the top of the file."""
        spots = self._tables.get(key)
        return spots[0].line if spots else self._root.line_of(key)


class _Block(NamedTuple):
    """A header and the keys below it, up to the next header."""

    path: tuple[str, ...]
    many: bool
    line: int | None
    keys: tuple[tuple[str, int], ...]
    first_parts: frozenset[str]


def _gather(blocks: Iterator[_Block] | list[_Block]) -> tuple[dict[str, list[Spot]], Spot]:
    """Spots by table name; blocks below `[report.figures]` go to the report they belong to."""
    tables: dict[str, list[Spot]] = {}
    root = Spot(None)
    for path, many, line, keys, first_parts in blocks:
        if not path:
            root = Spot(None, keys, first_parts)
            continue
        spots = tables.setdefault(path[0], [])
        if len(path) == 1 and (many or not spots):
            spots.append(Spot(line, keys, first_parts))
        else:
            _extend(spots, ".".join(path[1:]), path[1:2], line, keys)
    return tables, root


def _extend(
    spots: list[Spot], prefix: str, first: tuple[str, ...], line: int | None, keys: tuple[tuple[str, int], ...]
) -> None:
    if not spots:
        spots.append(Spot(line))
    owner = spots[-1]
    added = tuple((f"{prefix}.{key}" if prefix else key, at) for key, at in keys)
    header = ((prefix, line),) if prefix and line is not None else ()
    spots[-1] = Spot(owner.line, owner.keys + header + added, owner.first_parts.union(first))


def _scan_lines(text: str) -> list[_Block] | None:
    """The blocks of a text in which every statement is a line of its own, or None when some line is anything else."""
    items = _LINE.findall(text)
    headers = [number for number, item in enumerate(items) if item[:1] == "["]
    starts = [-1, *headers]
    layouts: dict[tuple[str, ...], tuple[tuple[str, ...], tuple[int, ...], frozenset[str]] | None] = {}
    paths: dict[str, tuple[tuple[str, ...], bool] | None] = {}
    blocks: list[_Block] = []
    for start, end in zip(starts, [*headers, len(items)], strict=True):
        shape = tuple(items[start + 1 : end])
        if shape not in layouts:
            layouts[shape] = _layout(shape)
        layout = layouts[shape]
        header = items[start] if start >= 0 else ""
        if header not in paths:
            paths[header] = _header(header) if header else ((), False)
        path = paths[header]
        if layout is None or path is None:
            return None
        names, offsets, first_parts = layout
        keys = tuple(zip(names, map((start + 2).__add__, offsets), strict=True))
        blocks.append(_Block(*path, start + 1, keys, first_parts))
    return blocks


def _layout(shape: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[int, ...], frozenset[str]] | None:
    """Key names of the lines, their offsets from the first, and their first parts; None when a line is no key."""
    keys = [(item[:-1].rstrip(" \t"), offset) for offset, item in enumerate(shape) if item]
    if any(item and not _PLAIN.fullmatch(item) for item in shape):
        return None
    return (
        tuple(name for name, _ in keys),
        tuple(offset for _, offset in keys),
        frozenset(name.partition(".")[0] for name, _ in keys),
    )


_PLAIN = re.compile(rf"{_BARE}(?:\.{_BARE})*[ \t]*=")


def _scan_statements(text: str) -> Iterator[_Block]:
    """The blocks of any text, statement by statement; ends at the first thing it does not know."""
    position, line = 0, 1
    path: tuple[str, ...] = ()
    many, header_line = False, 0
    keys: list[tuple[str, int]] = []
    first_parts: set[str] = set()
    while True:
        blank = _BETWEEN.match(text, position)
        end = blank.end() if blank else position
        line += text.count("\n", position, end)
        position = end
        stop = text.find("\n", position)
        stop = len(text) if stop < 0 else stop
        header = _header(text[position:stop]) if text.startswith("[", position) else None
        key = _STATEMENT_KEY.match(text, position)
        if header is not None or key is None:
            yield _Block(path, many, header_line, tuple(keys), frozenset(first_parts))
            if header is None:
                return
            (path, many), header_line = header, line
            keys, first_parts, position = [], set(), stop
        else:
            parts = _parts(key.group(1))
            keys.append((".".join(parts), line))
            first_parts.add(parts[0])
            end = _value_end(text, key.end())
            line += text.count("\n", position, end)
            position = end


def _value_end(text: str, position: int) -> int:
    """Where the value that begins here ends: at a newline outside strings and brackets, or at the end of the text."""
    depth = 0
    while piece := _PIECE.match(text, position):
        token = piece.group()
        if token == "\n" and depth == 0:
            return position
        position = piece.end()
        if token in ('"""', "'''"):
            position = _string_end(text, position, token)
        elif token in "[{":
            depth += 1
        elif token in "]}":
            depth -= 1
    return len(text) if position >= len(text) else position


def _string_end(text: str, position: int, quotes: str) -> int:
    """Behind the closing quotes of a multi-line string; up to two more quotes belong to its text."""
    while (found := text.find(quotes, position)) >= 0:
        before = text[position:found]
        escaped = quotes == '"""' and (len(before) - len(before.rstrip("\\"))) % 2
        if not escaped:
            end = found + 3
            while end < found + 5 and text.startswith(quotes[0], end):
                end += 1
            return end
        position = found + 1
    return len(text)


def _header(item: str) -> tuple[tuple[str, ...], bool] | None:
    """Path of a header and whether it opens one table of many, or None when it is no header."""
    found = _HEADER.match(item.rstrip())
    return None if found is None else (_parts(found.group(2)), found.group(1) is not None)


def _parts(path: str) -> tuple[str, ...]:
    return tuple(_unquoted(part) for part in _PARTS.findall(path))


def _unquoted(part: str) -> str:
    if part[0] == "'":
        return part[1:-1]
    if part[0] == '"':
        return str(tomli.loads(f"key = {part}")["key"]) if "\\" in part else part[1:-1]
    return part
