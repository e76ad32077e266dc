"""How values with values inside are read: lists of lists, tables of words, figures and claims. Like `kinds`, never raises."""

from __future__ import annotations

import datetime
import re
from typing import Any

from tui.core.model import ClaimValue
from tui.core.vague_numbers import row_named, row_names
from tui.files.format import ROLE_PATTERN, Key
from tui.files.kinds import WHOLE_LIMIT, Complain, is_plain, quoted, read_one_or_more, strings, time_text
from tui.files.spelling import nearest


def read_ranges(
    _key: Key, value: object, complain: Complain
) -> tuple[tuple[str, tuple[int, int, int, int]], ...] | None:
    """Words and the four whole numbers each stands for, rising."""
    if not isinstance(value, dict):
        complain("wrong-type", value, "a table such as { dozens = [12, 24, 99, 199] }")
        return None
    rows: list[tuple[str, tuple[int, int, int, int]]] = []
    for word, row in value.items():
        if row_named(word) is None:
            expected = "a vague number: " + ", ".join(row_names())
            complain("unknown-key", word, expected, below=f".{word}", suggestion=nearest(word, row_names()))
            continue
        expected = "four whole numbers that do not fall: hard low, core low, core high, hard high"
        match row:
            case [int(), int(), int(), int()] if not any(isinstance(number, bool) for number in row):
                if sorted(row) == row and all(abs(number) < WHOLE_LIMIT for number in row):
                    rows.append((word, (row[0], row[1], row[2], row[3])))
                else:
                    complain("bad-value", row, expected, below=f".{word}")
            case _:
                complain("wrong-type", row, expected, below=f".{word}")
    return tuple(rows)


def read_groups(_key: Key, value: object, complain: Complain) -> tuple[tuple[str, ...], ...] | None:
    """Lists of words in a list."""
    expected = 'a list of lists of texts, such as [["captured", "taken"]]'
    if not isinstance(value, list):
        complain("wrong-type", value, expected)
        return None
    groups: list[tuple[str, ...]] = []
    for number, group in enumerate(value, start=1):
        if isinstance(group, list):
            groups.append(strings(group, complain, f"[{number}]") or ())
        else:
            complain("wrong-type", group, "a list of texts", below=f"[{number}]")
    return tuple(group for group in groups if group)


def read_narrower(_key: Key, value: object, complain: Complain) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
    """A wide word and the list of narrower ones."""
    if not isinstance(value, dict):
        complain("wrong-type", value, 'a table such as { "air attack" = ["airstrike"] }')
        return None
    rows: list[tuple[str, tuple[str, ...]]] = []
    for word, narrower in value.items():
        if isinstance(narrower, list):
            rows.append((word, strings(narrower, complain, f".{word}") or ()))
        else:
            complain("wrong-type", narrower, "a list of texts", below=f".{word}")
    return tuple(rows)


def read_roles(key: Key, value: object, complain: Complain) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
    """(role, names); the role is "" where actors are named without one."""
    if not isinstance(value, dict):
        names = read_one_or_more(key, value, complain)
        return (("", names),) if names else None
    rows: list[tuple[str, tuple[str, ...]]] = []
    for role, named in value.items():
        if not _ROLE.fullmatch(role):
            near = _NO_ROLE.sub("_", role).strip("_")
            complain("bad-key", role, _EXPECTED_ROLE, below=f".{role}", suggestion=near or None)
        names = (named,) if type(named) is str else read_one_or_more(key, named, complain, f".{role}")
        if names and role:
            rows.append((role, names))
    return tuple(rows) or None


_ROLE = re.compile(ROLE_PATTERN)
_NO_ROLE = re.compile(r"[^A-Za-z0-9_-]+")
_EXPECTED_ROLE = "a role of letters a to z, digits, underscore and hyphen"


def _has_name(name: str, what: str, complain: Complain) -> bool:
    """Whether a figure or claim is called anything; a fault where not."""
    if not name:
        complain("bad-key", name, f"a name for the {what}", below=".")
    return bool(name)


def read_figures(_key: Key, value: object, complain: Complain) -> tuple[tuple[str, str], ...] | None:
    """(key, words): 40 is "40", [10, 20] is "[10, 20]"."""
    if not isinstance(value, dict):
        complain("wrong-type", value, 'a table such as { killed = 40, wounded = [10, 20], fighters = "hundreds" }')
        return None
    rows: list[tuple[str, str]] = []
    for name, figure in value.items():
        words = figure if isinstance(figure, str) else _figure(name, figure, complain)
        if words is not None and (name or _has_name(name, "figure", complain)):
            rows.append((name, words))
    return tuple(rows) or None


def _figure(name: str, figure: object, complain: Complain) -> str | None:
    numbers: list[Any] = figure if isinstance(figure, list) and len(figure) == 2 else [figure]
    if not _NUMBERS.issuperset(map(type, numbers)):
        expected = "a number, two numbers in brackets, or the source's words in quotes"
        complain("wrong-type", figure, expected, below=f".{name}")
    elif not all(map(is_plain, numbers)):
        complain("bad-value", figure, "a number that can be counted to", below=f".{name}")
    elif len(numbers) == 1:
        return _number_text(numbers[0])
    elif numbers[0] > numbers[1]:
        complain("bad-value", figure, "the lower number first, then the higher", below=f".{name}")
    else:
        return f"[{_number_text(numbers[0])}, {_number_text(numbers[1])}]"
    return None


_NUMBERS = frozenset({int, float})


def _number_text(number: float) -> str:
    if type(number) is int:
        return str(number)
    return str(int(number)) if number.is_integer() and abs(number) < WHOLE_LIMIT else repr(number)


def read_claims(_key: Key, value: object, complain: Complain) -> tuple[tuple[str, ClaimValue], ...] | None:
    """(key, words | true or false | list of words)."""
    if not isinstance(value, dict):
        complain("wrong-type", value, 'a table such as { outcome = "captured" }')
        return None
    rows: list[tuple[str, ClaimValue]] = []
    for name, stated in value.items():
        claim = stated if type(stated) is str or type(stated) is bool else _claim(name, stated, complain)
        if claim is not None and (name or _has_name(name, "claim", complain)):
            rows.append((name, claim))
    return tuple(rows) or None


def _claim(name: str, claim: object, complain: Complain) -> ClaimValue | None:
    if isinstance(claim, list):
        return strings(claim, complain, f".{name}")
    expected = "text, true or false, or a list of texts"
    if isinstance(claim, int | float):
        expected += " (numbers go under figures)"
    complain("wrong-type", claim, expected, below=f".{name}", suggestion=quoted(claim))
    return None


def read_columns(key: Key, value: object, complain: Complain) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
    """(what of a report, columns as the table heads them); a table in it is the part before a dot."""
    if not isinstance(value, dict):
        complain("wrong-type", value, 'a table such as { when = "Date", "figures.killed" = "Dead" }')
        return None
    flat: dict[str, object] = {}
    for name, named in value.items():
        if isinstance(named, dict):
            flat |= {f"{name}.{inner}": each for inner, each in named.items()}
        else:
            flat[name] = named
    rows = [(name, read_one_or_more(key, named, complain, f".{name}")) for name, named in flat.items()]
    return tuple((name, columns) for name, columns in rows if columns) or None


def read_values(_key: Key, value: object, complain: Complain) -> tuple[tuple[str, str], ...] | None:
    """(report id, value as judged); None when one of them cannot be told, since the rest is not what was judged."""
    if not isinstance(value, dict):
        complain("wrong-type", value, 'a table such as { "dw/offensive" = "al-Bukamal" }')
        return None
    rows = [(name, _seen(name, seen, complain)) for name, seen in value.items()]
    known = tuple((name, words) for name, words in rows if words is not None)
    return known if len(known) == len(rows) else None


def _seen(name: str, seen: object, complain: Complain) -> str | None:
    """A value in the words that the report's own value becomes."""
    match seen:
        case str():
            return seen
        case bool():
            return "true" if seen else "false"
        case int() | float() as number if is_plain(number):
            return _number_text(number)
        case [bool(), _] | [_, bool()]:
            pass
        case [int() | float() as low, int() | float() as high] if is_plain(low) and is_plain(high):
            return f"[{_number_text(low)}, {_number_text(high)}]"
        case datetime.date():
            return time_text(seen)
    expected = "the value as it was: words, a number, two numbers in brackets, a date, true or false"
    complain("wrong-type", seen, expected, below=f".{name}", suggestion=quoted(seen))
    return None
