"""How values are written as TOML, and how two parsed values are told apart. Knows nothing of files or tables.

Signs that a reader cannot see and that turn text around are written as escapes: a file is read in editors, too.
"""

from __future__ import annotations

import datetime
import json
import math
import re
from typing import TypeAlias

from tui.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Pairs:
    """The keys and values of an inline table, in the order in which they are written."""

    entries: tuple[tuple[str, Value], ...] = ()


Value: TypeAlias = "str | bool | int | float | datetime.date | datetime.time | tuple[Value, ...] | Pairs"
"""What an edit can write. A `datetime.datetime` is a date, too."""

Parsed: TypeAlias = "str | bool | int | float | datetime.date | datetime.time | list[Parsed] | dict[str, Parsed]"
"""What the parser returns."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_HIDDEN = "\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff"
_ESCAPED = re.compile(f'[{_HIDDEN}"\\\\]')
_ESCAPED_IN_LINES = re.compile(f'(?![\n\t])[{_HIDDEN}\\\\]|"(?="")|"$')
_NOT_LITERAL = re.compile(f"['{_HIDDEN}]")


class UnwritableError(ValueError):
    """A value that no TOML file can hold; the message says why."""


def literal(value: Value, *, lines: bool = False) -> str:
    """The value as TOML, on one line. With `lines`, a text of several lines stands in triple quotes.

    Raises `UnwritableError` for half a surrogate pair, or an offset from UTC that is no whole minutes.
    """
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _in_lines(value) if lines and "\n" in value else _basic(value)
        case float():
            return "nan" if math.isnan(value) else repr(value)
        case int():
            return _whole(value)
        case datetime.date() | datetime.time():
            return _moment(value)
        case Pairs():
            inner = ", ".join(f"{key_text(key)} = {literal(member)}" for key, member in value.entries)
            return f"{{ {inner} }}" if inner else "{}"
        case _:
            return f"[{', '.join(literal(member) for member in value)}]"


def literal_like(value: Value, old: str) -> str:
    """The value as TOML, in the kind of quotes that the old value has where they can hold it."""
    if not isinstance(value, str):
        return literal(value)
    if old.startswith(('"""', "'''")):
        text = literal(value, lines=True)
        opens_below = old[3:4] == "\n"
        return text if opens_below or not text.startswith('"""\n') or value[0] == "\n" else '"""' + text[4:]
    if old.startswith("'") and not _NOT_LITERAL.search(value) and _encodes(value):
        return f"'{value}'"
    return literal(value)


def key_text(key: str) -> str:
    """A key as it is written: bare where it may be."""
    return key if _BARE.fullmatch(key) else _basic(key)


def plain(value: Value) -> Parsed:
    """The value as the parser would return it: lists and dictionaries."""
    if isinstance(value, Pairs):
        return {key: plain(member) for key, member in value.entries}
    return [plain(member) for member in value] if isinstance(value, tuple) else value


def value_of(parsed: Parsed) -> Value:
    """A parsed value as one that an edit can write; the other way round of `plain`."""
    if isinstance(parsed, dict):
        return Pairs(tuple((key, value_of(member)) for key, member in parsed.items()))
    if isinstance(parsed, list):
        return tuple(value_of(member) for member in parsed)
    return parsed


def canonical(parsed: Parsed) -> str:
    """A text that two parsed values share exactly when they state the same: 1, 1.0 and true differ, key order does not."""
    return json.dumps(_tagged(parsed), ensure_ascii=True, sort_keys=True)


def alike(a: Parsed, b: Parsed) -> bool:
    """Whether two parsed values state the same, in the sense of `canonical`; quicker for much that is the same."""
    if type(a) is not type(b):
        return False
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(alike(a[key], b[key]) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(alike, a, b))
    return (isinstance(a, str) and a == b) or canonical(a) == canonical(b)


def _tagged(parsed: Parsed) -> object:
    match parsed:
        case str() | bool():
            return parsed
        case dict():
            return ["table", {key: _tagged(member) for key, member in parsed.items()}]
        case list():
            return ["list", [_tagged(member) for member in parsed]]
        case datetime.date() | datetime.time():
            return [type(parsed).__name__, parsed.isoformat()]
        case _:
            return [type(parsed).__name__, repr(parsed)]


def _basic(text: str) -> str:
    if not _encodes(text):
        raise UnwritableError("half of a surrogate pair is no text")
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _in_lines(text: str) -> str:
    if not _encodes(text):
        raise UnwritableError("half of a surrogate pair is no text")
    body = _ESCAPED_IN_LINES.sub(_escape, text)
    if text.endswith("\\"):  # Taplo, by which editors go, reads no triple quotes after an escaped backslash
        body = body[:-2] + "\\u005C"
    return f'"""\n{body}"""'


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    return _SHORT.get(character) or f"\\u{ord(character):04X}"


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _whole(value: int) -> str:
    try:
        return str(value)
    except ValueError as error:
        raise UnwritableError("the number has too many digits") from error


def _moment(value: datetime.date | datetime.time) -> str:
    text = value.isoformat()
    if not isinstance(value, datetime.datetime):
        return text
    offset = value.utcoffset()
    if offset is None:
        return text
    if offset % datetime.timedelta(minutes=1):
        raise UnwritableError("the offset from UTC is no whole minutes")
    return text[:-6] + "Z" if not offset else text
