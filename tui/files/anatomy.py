"""Where every table, key and value of a TOML text stands, to the character, so that one can be changed and the rest left.

Runs only on text that parses, with bare newlines. Values are found, not read; `edits` holds what comes of it against the
parser, so a slip here ends in a refusal and never in a damaged file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

import tomli

Path: TypeAlias = tuple[str | int, ...]
"""Keys, and numbers counted from 0 where a list is entered: ("report", 2, "figures", "killed")."""

_PART = r"""(?:[A-Za-z0-9_-]+|"(?:\\.|[^\\"\n])*"|'[^'\n]*')"""
_KEY = re.compile(rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*")
_PARTS = re.compile(_PART)
_EQUALS = re.compile(r"[ \t]*=[ \t]*")
_BETWEEN = re.compile(r"(?:[ \t\n]++|#[^\n]*+)*+")
_STRING = re.compile(
    r'"""(?:\\[\s\S]|[^\\"]++|"(?!""))*+"""(?:"{0,2})'
    r"|'''(?:[^']++|'(?!''))*+'''(?:'{0,2})"
    r'|"(?:\\.|[^\\"\n]++)*+"'
    r"|'[^'\n]*+'"
)
_PLAIN = re.compile(r"""[^,\[\]{}"'\#\n]++""")
_INSIDE = re.compile(r"""[^\[\]{}"'\#]++|\#[^\n]*+""")


class ScanError(ValueError):
    """The text does not go on as TOML does; it was no TOML, or this scan has a gap."""


class Statement(NamedTuple):
    """One `key = value`."""

    path: Path
    """From the top of the file."""
    start: int
    """Of the key."""
    key_end: int
    value: int
    """Where the value begins."""
    end: int
    """Behind the value."""


class Block(NamedTuple):
    """A header and the statements below it; the first block of a text has no header."""

    path: Path
    start: int
    """Of the header."""
    end: int
    """Behind the header's last bracket; equals `start` where there is none."""
    statements: tuple[Statement, ...]

    @property
    def stop(self) -> int:
        """Behind the last statement, or behind the header where there is none."""
        return self.statements[-1].end if self.statements else self.end


class Member(NamedTuple):
    """One value in a list, or one key with its value in an inline table."""

    key: tuple[str, ...]
    """Parts of the key; empty in a list."""
    start: int
    key_end: int
    value: int
    end: int
    comma: int | None
    """Where the comma behind it stands."""


class Container(NamedTuple):
    """A list or an inline table."""

    start: int
    end: int
    """Behind the closing bracket."""
    is_list: bool
    members: tuple[Member, ...]


class Found(NamedTuple):
    """Where the value of a path stands."""

    start: int
    end: int
    statement: Statement | None
    """The statement whose whole value it is."""
    inside: Container | None = None
    """Otherwise, what it is a member of."""
    member: int = 0


class Anatomy:
    """The parts of one text."""

    def __init__(self, text: str) -> None:
        """Scan a text that parses. Raises `ScanError` where it cannot be followed."""
        self.text = text
        self.blocks = tuple(_blocks(text))

    def find(self, path: Path) -> Found | None:
        """Where the value of a path stands; None where nothing, or more than one statement, makes it up."""
        for block in self.blocks:
            for statement in block.statements:
                if statement.path == path[: len(statement.path)]:
                    whole = Found(statement.value, statement.end, statement)
                    return _inside(self.text, whole, path[len(statement.path) :])
        return None

    def blocks_of(self, path: Path) -> tuple[Block, ...]:
        """The blocks of a table and of the tables below it."""
        return tuple(block for block in self.blocks if block.path[: len(path)] == path)

    def block(self, path: Path) -> Block | None:
        """The block whose header opens exactly this table."""
        return next((block for block in self.blocks if block.path == path), None)

    def line(self, position: int) -> int:
        """1-based number of the line a position lies in."""
        return self.text.count("\n", 0, position) + 1

    def line_end(self, position: int) -> int:
        """Where the line of a position ends, before its newline."""
        end = self.text.find("\n", position)
        return len(self.text) if end < 0 else end

    def line_start(self, position: int) -> int:
        """Where the line of a position begins."""
        return self.text.rfind("\n", 0, position) + 1

    def indent(self, position: int) -> str:
        """The white space that opens the line of a position, as far as it reaches before the position."""
        opening = self.text[self.line_start(position) : position]
        return opening[: len(opening) - len(opening.lstrip(" \t"))]


def container(text: str, start: int) -> Container | None:
    """The list or inline table that begins here; None where another value does."""
    opening = text[start : start + 1]
    if opening not in ("[", "{"):
        return None
    is_list, closing = opening == "[", "]" if opening == "[" else "}"
    members: list[Member] = []
    position = _skip(text, start + 1)
    while text[position : position + 1] != closing:
        begin = key_end = position
        parts: tuple[str, ...] = ()
        if not is_list:
            parts, key_end, position = _key(text, position)
        end = value_end(text, position)
        behind = _skip(text, end)
        comma = behind if text[behind : behind + 1] == "," else None
        members.append(Member(parts, begin, key_end, position, end, comma))
        position = behind if comma is None else _skip(text, comma + 1)
    return Container(start, position + 1, is_list, tuple(members))


def value_end(text: str, start: int) -> int:
    """Behind the value that begins here."""
    position, depth = start, 0
    while True:
        character = text[position : position + 1]
        if character in ('"', "'"):
            position = _matched(_STRING, text, position)
        elif character in ("[", "{"):
            depth += 1
            position += 1
        elif depth and character in ("]", "}"):
            depth -= 1
            position += 1
        elif depth:
            position = _matched(_INSIDE, text, position)
        else:
            plain = text[position : _matched(_PLAIN, text, position)].rstrip(" \t")
            return position + len(plain)
        if not depth:
            return position


def _blocks(text: str) -> Iterator[Block]:
    counts: dict[Path, int] = {}
    position = _skip(text, 0)
    path: Path = ()
    start = end = 0
    while True:
        statements: list[Statement] = []
        while position < len(text) and text[position] != "[":
            parts, key_end, value = _key(text, position)
            stop = value_end(text, value)
            statements.append(Statement((*path, *parts), position, key_end, value, stop))
            position = _skip(text, stop)
        yield Block(path, start, end, tuple(statements))
        if position >= len(text):
            return
        start = position
        path, end = _header(text, position, counts)
        position = _skip(text, end)


def _header(text: str, position: int, counts: dict[Path, int]) -> tuple[Path, int]:
    """The table a header opens, and where the header ends. Counts the tables of each list."""
    many = text.startswith("[[", position)
    parts, end = _dotted(text, _skip(text, position + 1 + many))
    path: Path = ()
    for part in parts[:-1]:
        path = (*path, part)
        if path in counts:
            path = (*path, counts[path] - 1)
    path = (*path, parts[-1])
    if many:
        counts[path] = counts.get(path, 0) + 1
        path = (*path, counts[path] - 1)
    end = _skip(text, end)
    closing = "]]" if many else "]"
    if not text.startswith(closing, end):
        raise ScanError(f"no {closing} at character {end}")
    return path, end + len(closing)


def _key(text: str, position: int) -> tuple[tuple[str, ...], int, int]:
    """Parts of a key, where it ends, and where its value begins."""
    parts, end = _dotted(text, position)
    equals = _EQUALS.match(text, end)
    if equals is None:
        raise ScanError(f"no equals sign at character {end}")
    return parts, end, equals.end()


def _dotted(text: str, position: int) -> tuple[tuple[str, ...], int]:
    found = _KEY.match(text, position)
    if found is None:
        raise ScanError(f"no key at character {position}")
    return tuple(_unquoted(part) for part in _PARTS.findall(found.group())), found.end()


def _unquoted(part: str) -> str:
    if part[0] == "'":
        return part[1:-1]
    if part[0] == '"':
        return str(tomli.loads(f"key = {part}")["key"]) if "\\" in part else part[1:-1]
    return part


def _inside(text: str, found: Found, rest: Path) -> Found | None:
    """What lies below a value, entering lists by number and inline tables by key."""
    while rest:
        outer = container(text, found.start)
        if outer is None:
            return None
        for number, member in enumerate(outer.members):
            step: Path = (number,) if outer.is_list else member.key
            if step == rest[: len(step)]:
                found, rest = Found(member.value, member.end, None, outer, number), rest[len(step) :]
                break
        else:
            return None
    return found


def _skip(text: str, position: int) -> int:
    return _matched(_BETWEEN, text, position)


def _matched(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    if found is None:
        raise ScanError(f"cannot go on at character {position}")
    return found.end()
