"""Where the statements of a TOML text begin and end: the exact reading behind `positions`, one block at a time.

Knows strings, lists and comments well enough not to be fooled by them; values are not read.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import tomli

_PART = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_PATH = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"

_HEADER = re.compile(rf"\[(\[)?[ \t]*({_PATH})[ \t]*\](?(1)\])[ \t]*(?:#.*)?$")
_BETWEEN = re.compile(r"(?:[ \t\n]+|#[^\n]*)*")
_KEY = re.compile(rf"({_PATH})[ \t]*=[ \t]*")
_STRING = r"""(?:"(?!"")(?:[^"\\\n]++|\\.)*+"|'(?!'')[^'\n]*+')"""
_PLAIN = re.compile(
    rf"""(?:[ \t\n]++|\#[^\n]*+\n)*+([A-Za-z0-9_.-]+)[ \t]*=[ \t]*"""
    rf"""(?:{_STRING}|[^"'\[\]{{}}\#\n]++|\[(?:[^"'\[\]{{}}\#\n]++|{_STRING})*+\]|\{{(?:[^"'{{}}\#\n]++|{_STRING})*+\}})"""
    r"""[ \t]*(?:\#[^\n]*)?(?=\n|$)"""
)
"""A statement with a bare key whose value ends on its line, and what stands before it. Most statements are such."""
_PIECE = re.compile(r"""\"\"\"|'''|"(?:[^"\\\n]++|\\.)*+"|'[^'\n]*+'|\#[^\n]*+|[\[{]|[\]}]|\n|[^"'\#\[\]{}\n]++""")
_PARTS = re.compile(_PART)


class Block(NamedTuple):
    """A header and the keys below it."""

    path: tuple[str, ...]
    """Parts of the header's name; empty for what stands above the first header."""
    many: bool
    """Whether the header opens one table of many."""
    keys: tuple[tuple[str, int], ...]
    """(key path, lines below the beginning of the block)."""
    end: int
    """Where the next header begins, or the end of the text."""


def read_block(text: str, position: int) -> Block:
    """The block that begins at a header or at the beginning of the text; the whole rest when something is unknown."""
    start = counted = position
    stop = text.find("\n", position)
    header = header_of(text[position : len(text) if stop < 0 else stop])
    if header is not None:
        position = len(text) if stop < 0 else stop
    keys: list[tuple[str, int]] = []
    line = 0
    while True:
        plain = _PLAIN.match(text, position)
        if plain is not None:
            line += text.count("\n", counted, plain.start(1))
            counted, position = plain.span(1)[0], plain.end()
            keys.append((plain[1], line))
            continue
        position = _skip(text, position)
        key = _KEY.match(text, position)
        if key is None:
            end = position if text.startswith("[", position) and position > start else len(text)
            path, many = header or ((), False)
            return Block(path, many, tuple(keys), end)
        line += text.count("\n", counted, position)
        counted = position
        keys.append((".".join(_parts(key.group(1))), line))
        position = _value_end(text, key.end())


def _skip(text: str, position: int) -> int:
    between = _BETWEEN.match(text, position)
    return between.end() if between else position


def header_of(line: str) -> tuple[tuple[str, ...], bool] | None:
    """Parts of a header's name and whether it opens one table of many; None when the line is no header."""
    found = _HEADER.match(line.rstrip())
    return None if found is None else (_parts(found.group(2)), found.group(1) is not None)


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
    return position


def _string_end(text: str, position: int, quotes: str) -> int:
    """Behind the closing quotes of a multi-line string; up to two more quotes belong to its text."""
    while (found := text.find(quotes, position)) >= 0:
        slashes = found
        while slashes > position and text[slashes - 1] == "\\":
            slashes -= 1
        if quotes == "'''" or (found - slashes) % 2 == 0:
            end = found + 3
            while end < found + 5 and text.startswith(quotes[0], end):
                end += 1
            return end
        position = found + 1
    return len(text)


def _parts(path: str) -> tuple[str, ...]:
    return tuple(_unquoted(part) for part in _PARTS.findall(path))


def _unquoted(part: str) -> str:
    if part[0] == "'":
        return part[1:-1]
    if part[0] == '"':
        return str(tomli.loads(f"key = {part}")["key"]) if "\\" in part else part[1:-1]
    return part
