"""The tables an importer makes: keys with values written as TOML, and how a table looks in a file.

A value is held as it is written, so that many thousand are made, compared and kept at little cost.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from tui.files.literals import key_text, literal

Entries: TypeAlias = "Iterable[tuple[str, str]]"
"""(key, value as written in TOML), in the order of the file."""

WIDEST = 116
"""Letters of a line beyond which a list or a text goes on in the next one."""

_NOT_ID = re.compile(r"[^a-z0-9._-]+")
_INDENT = "  "
_key = lru_cache(maxsize=4096)(key_text)


class Table(NamedTuple):
    """One table of a dossier that stands for something in the imported file."""

    name: str
    """`source`, `actor`, `place`, `event` or `report`."""
    id: str
    body: str
    """All keys but the id, as they stand in a file, without a newline at the end."""
    key: str = ""
    """What the table stands for in the imported file, where that is not its id."""


class Record(NamedTuple):
    """What one row makes: its report, the event if this row brings it, and where in the files they belong."""

    tables: tuple[Table, ...]
    levels: tuple[str, ...]
    """Names of files from wide to narrow, such as ("syria", "syria-2016", "syria-2016-q3")."""
    order: str
    """Sorts the records of a file."""


def rendered(table: Table) -> str:
    """The table as it stands in a file, with a newline at the end."""
    return f'[[{table.name}]]\nid = "{table.id}"\n{table.body}\n'


def table(name: str, identity: str, entries: Entries, key: str = "") -> Table:
    """A table of these keys."""
    return Table(name, identity, "\n".join([f"{name} = {value}" for name, value in entries]), key)


@lru_cache(maxsize=65536)
def text(words: str) -> str:
    """Words as TOML, in several lines where they are long; such a line ends in a backslash and states no line break."""
    written = literal(words)
    if len(written) <= WIDEST or "  " in words or words.endswith("\\"):
        return written  # editors that go by Taplo read no triple quotes after a backslash
    lines, rest = ['"""\\'], written[1:-1]
    while len(rest) > WIDEST:
        end = rest.rfind(" ", 1, WIDEST)
        end = end if end > 0 else rest.find(" ", WIDEST)
        if end < 0:
            break
        lines.append(f"{_INDENT}{rest[:end]} \\")
        rest = rest[end + 1 :]
    lines.append(f'{_INDENT}{rest}"""')
    return "\n".join(lines)


def texts(words: Sequence[str]) -> str:
    """A list of words as TOML, one a line where it is long."""
    written = [literal(word) for word in words]
    line = f"[{', '.join(written)}]"
    if len(line) <= WIDEST:
        return line
    return "\n".join(["[", *(f"{_INDENT}{member}," for member in written), "]"])


@lru_cache(maxsize=65536)
def one_or_more(words: tuple[str, ...]) -> str:
    """A single text as it is, several as a list."""
    return text(words[0]) if len(words) == 1 else texts(words)


def pairs(members: Iterable[tuple[str, str]]) -> str:
    """An inline table of values that are written already."""
    return "{ " + ", ".join([f"{_key(key)} = {value}" for key, value in members]) + " }"


def nested(key: str, members: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """A table in a table: on one line where it fits, else a line for each member; nothing where there are none."""
    if not members:
        return []
    line = pairs(members)
    if len(line) + len(key) < WIDEST and "\n" not in line:
        return [(key, line)]
    return [(f"{key}.{_key(name)}", value) for name, value in members]


def spread(low: int, high: int) -> str:
    """A whole number, or a list of the least and the most."""
    return str(low) if low == high else f"[{low}, {high}]"


@lru_cache(maxsize=65536)
def days(first: datetime.date, last: datetime.date) -> str:
    """A day as a TOML date, several as an EDTF interval: sometime within."""
    return first.isoformat() if first == last else f'"{first.isoformat()}/{last.isoformat()}"'


def identity(words: str) -> str:
    """The part of an id that a cell makes: `SYR 123/a` becomes `syr-123-a`; empty where nothing is left."""
    return words if words.isdecimal() and words.isascii() else _NOT_ID.sub("-", words.strip().casefold()).strip("-._")


def squeezed(words: str) -> str:
    """The words with single spaces between them, and none around."""
    return " ".join(words.split())
