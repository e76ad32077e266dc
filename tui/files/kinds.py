"""How the value of a key is read, one function for each kind of `format`: a TOML value in, a value of the model out.

A reader never raises and never guesses: what does not fit is handed to `complain`, and what is left is returned, or
None when nothing is. Which keys there are is not known here.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Protocol
from zoneinfo import ZoneInfo, available_timezones

from tui.core.model import ClaimValue
from tui.files.complaints import shown
from tui.files.format import FIELD_FAMILIES, FIELD_NAMES, ID_PATTERN, REPORT_ID_PATTERN, Key, Kind, is_field_name
from tui.files.spelling import nearest

WHOLE_LIMIT = 2**63
"""TOML promises whole numbers of 64 bits; larger ones are refused."""

_ID = re.compile(ID_PATTERN)
_REPORT_ID = re.compile(REPORT_ID_PATTERN)


class Complain(Protocol):
    """Takes one fault of a value; `below` is the rest of its key path, such as ".killed"."""

    def __call__(
        self, code: str, value: object, expected: str, *, below: str = "", suggestion: str | None = None
    ) -> None:
        """Report the fault."""


Reader = Callable[[Key, Any, Complain], object]
"""Reads one value; None when nothing of it can be used."""


def read_text(_key: Key, value: object, complain: Complain) -> str | None:
    """Words."""
    if isinstance(value, str):
        return value
    complain("wrong-type", value, "text in quotes", suggestion=_quoted(value))
    return None


def read_id(_key: Key, value: object, complain: Complain) -> str | None:
    """An id. One of the wrong letters is kept, so that what refers to it still finds it."""
    return _read_pattern(value, _ID, "an id of small letters, digits, dot, underscore and hyphen", complain)


def read_report_id(_key: Key, value: object, complain: Complain) -> str | None:
    """The id of a report, which may hold one slash."""
    return _read_pattern(
        value, _REPORT_ID, "an id of small letters, digits, dot, underscore, hyphen and at most one slash", complain
    )


def _read_pattern(value: object, pattern: re.Pattern[str], expected: str, complain: Complain) -> str | None:
    if not isinstance(value, str):
        complain("wrong-type", value, expected, suggestion=_quoted(value))
        return None
    if pattern.fullmatch(value) is None:
        right = re.sub(r"[^a-z0-9._/-]+", "-", value.casefold()).strip("-._/")
        complain("bad-id", value, expected, suggestion=right if pattern.fullmatch(right) else None)
    return value or None


def read_texts(_key: Key, value: object, complain: Complain) -> tuple[str, ...] | None:
    """A list of words."""
    if isinstance(value, list):
        return _strings(value, complain)
    complain(
        "wrong-type",
        value,
        "a list of texts",
        suggestion=f"[{shown(value)}]" if isinstance(value, str) else None,
    )
    return None


def read_one_or_more(_key: Key, value: object, complain: Complain, below: str = "") -> tuple[str, ...] | None:
    """Words, or a list of them."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list):
        return _strings(value, complain, below)
    complain("wrong-type", value, "text or a list of texts", below=below, suggestion=_quoted(value))
    return None


def _strings(values: list[object], complain: Complain, below: str = "") -> tuple[str, ...] | None:
    """The members that are words; every other one is a fault of its own, counted from 1."""
    good = tuple(value for value in values if isinstance(value, str))
    if len(good) < len(values):
        for number, value in enumerate(values, start=1):
            if not isinstance(value, str):
                complain("wrong-type", value, "text in quotes", below=f"{below}[{number}]", suggestion=_quoted(value))
    return good or None


def read_time(_key: Key, value: object, complain: Complain) -> str | None:
    """A TOML date or datetime as EDTF-like text, or the words as they are."""
    if isinstance(value, str):
        return value
    if isinstance(value, datetime.date):
        return time_text(value)
    complain("wrong-type", value, "a date, a date with a time, or text", suggestion=_quoted(value))
    return None


def time_text(value: datetime.date) -> str:
    """`2016-06-29`, `2016-06-29T06:00+03:00`, `2016-06-30T08:00Z`: no seconds where they are zero, UTC as Z."""
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    exact = bool(value.second or value.microsecond)
    text = value.isoformat(timespec="seconds" if exact else "minutes")
    return text[:-6] + "Z" if text.endswith("+00:00") else text


def read_flag(_key: Key, value: object, complain: Complain) -> bool | None:
    """True or false."""
    if isinstance(value, bool):
        return value
    complain("wrong-type", value, "true or false", suggestion=_truth(value))
    return None


def read_number(key: Key, value: object, complain: Complain) -> float | None:
    """A number within the limits of the key."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        complain("wrong-type", value, _limits(key, "a number"))
        return None
    low, high = -math.inf if key.low is None else key.low, math.inf if key.high is None else key.high
    if not _is_plain(value) or not low <= value <= high:
        complain("bad-value", value, _limits(key, "a number"))
        return None
    return float(value)


def read_count(key: Key, value: object, complain: Complain) -> int | None:
    """A whole number within the limits of the key."""
    if isinstance(value, bool) or not isinstance(value, int):
        complain("wrong-type", value, _limits(key, "a whole number"))
        return None
    if (key.low is not None and value < key.low) or (key.high is not None and value > key.high):
        complain("bad-value", value, _limits(key, "a whole number"))
        return None
    return value


def _limits(key: Key, what: str) -> str:
    match (key.low, key.high):
        case (None, None):
            return what
        case (low, None):
            return f"{what} not below {low:g}"
        case (low, high):
            return f"{what} from {low:g} to {high:g}"


def read_choice(key: Key, value: object, complain: Complain) -> str | None:
    """One of the words of the key."""
    expected = "one of " + ", ".join(key.choices)
    if not isinstance(value, str):
        complain("wrong-type", value, expected)
        return None
    if value not in key.choices:
        complain("bad-value", value, expected, suggestion=nearest(value, key.choices))
        return None
    return value


def read_siglum(_key: Key, value: object, complain: Complain) -> str | None:
    """Two to five letters or digits."""
    expected = "two to five letters"
    if not isinstance(value, str):
        complain("wrong-type", value, expected, suggestion=_quoted(value))
        return None
    if not (2 <= len(value) <= 5 and value.isalnum()):
        complain("bad-value", value, expected)
        return None
    return value


def read_zone(_key: Key, value: object, complain: Complain) -> str | None:
    """The name of a time zone that this computer's zone table has."""
    expected = "an IANA time zone such as Asia/Damascus"
    if not isinstance(value, str):
        complain("wrong-type", value, expected)
        return None
    if not is_zone(value):
        complain("bad-value", value, expected, suggestion=nearest(value, sorted(available_timezones())))
        return None
    return value


@lru_cache(maxsize=1024)
def is_zone(name: str) -> bool:
    """Whether the zone table has the name."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def read_ranges(
    _key: Key, value: object, complain: Complain
) -> tuple[tuple[str, tuple[int, int, int, int]], ...] | None:
    """Words and the four whole numbers each stands for, rising."""
    if not isinstance(value, dict):
        complain("wrong-type", value, "a table such as { dozens = [12, 24, 99, 199] }")
        return None
    rows: list[tuple[str, tuple[int, int, int, int]]] = []
    for word, row in value.items():
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
            groups.append(_strings(group, complain, f"[{number}]") or ())
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
            rows.append((word, _strings(narrower, complain, f".{word}") or ()))
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
        names = read_one_or_more(key, named, complain, f".{role}")
        if names:
            rows.append((role, names))
    return tuple(rows) or None


def read_figures(_key: Key, value: object, complain: Complain) -> tuple[tuple[str, str], ...] | None:
    """(key, words): 40 is "40", [10, 20] is "[10, 20]"."""
    if not isinstance(value, dict):
        complain("wrong-type", value, 'a table such as { killed = 40, wounded = [10, 20], fighters = "hundreds" }')
        return None
    rows: list[tuple[str, str]] = []
    for name, figure in value.items():
        words = figure if isinstance(figure, str) else _figure(name, figure, complain)
        if words is not None:
            rows.append((name, words))
    return tuple(rows) or None


def _figure(name: str, figure: object, complain: Complain) -> str | None:
    expected = "a number, two numbers in brackets, or the source's words in quotes"
    match figure:
        case bool():
            complain("wrong-type", figure, expected, below=f".{name}")
        case int() | float() if _is_plain(figure):
            return _number_text(figure)
        case [int() | float() as low, int() | float() as high] if not isinstance(low, bool | str):
            if not isinstance(high, bool) and _is_plain(low) and _is_plain(high) and low <= high:
                return f"[{_number_text(low)}, {_number_text(high)}]"
            complain("bad-value", figure, "the lower number first, then the higher", below=f".{name}")
        case int() | float():
            complain("bad-value", figure, "a number that can be counted to", below=f".{name}")
        case _:
            complain("wrong-type", figure, expected, below=f".{name}")
    return None


def _is_plain(number: float) -> bool:
    return abs(number) < WHOLE_LIMIT if isinstance(number, int) else math.isfinite(number)


def _number_text(number: float) -> str:
    return str(int(number)) if number == int(number) and abs(number) < WHOLE_LIMIT else repr(number)


def read_claims(_key: Key, value: object, complain: Complain) -> tuple[tuple[str, ClaimValue], ...] | None:
    """(key, words | true or false | list of words)."""
    if not isinstance(value, dict):
        complain("wrong-type", value, 'a table such as { outcome = "captured" }')
        return None
    rows: list[tuple[str, ClaimValue]] = []
    for name, claim in value.items():
        if isinstance(claim, str | bool):
            rows.append((name, claim))
        elif isinstance(claim, list):
            words = _strings(claim, complain, f".{name}")
            if words:
                rows.append((name, words))
        else:
            expected = "text, true or false, or a list of texts"
            if isinstance(claim, int | float):
                expected += " (numbers go under figures)"
            complain("wrong-type", claim, expected, below=f".{name}", suggestion=_quoted(claim))
    return tuple(rows) or None


def read_denial(_key: Key, value: object, complain: Complain) -> bool | tuple[str, ...] | None:
    """True or false, or the names of the fields denied."""
    if isinstance(value, bool):
        return value
    if not isinstance(value, list):
        complain("wrong-type", value, "true, false, or a list of field names", suggestion=_truth(value))
        return None
    names = _strings(value, complain) or ()
    for number, name in enumerate(names, start=1):
        _check_field_name(name, complain, f"[{number}]")
    return tuple(name for name in names if is_field_name(name)) or None


def read_field_name(_key: Key, value: object, complain: Complain) -> str | None:
    """The full name of a field."""
    if not isinstance(value, str):
        complain("wrong-type", value, "the full name of a field", suggestion=_quoted(value))
        return None
    _check_field_name(value, complain)
    return value or None


def _check_field_name(name: str, complain: Complain, below: str = "") -> None:
    if not is_field_name(name):
        expected = "a field: " + ", ".join(FIELD_NAMES) + ", " + ", ".join(f"{family}…" for family in FIELD_FAMILIES)
        complain("bad-value", name, expected, below=below, suggestion=nearest(name, FIELD_NAMES))


def read_identity(_key: Key, value: object, complain: Complain) -> bool | str | None:
    """True, false, or "disputed" (which the model holds as None)."""
    if isinstance(value, bool) or value == "disputed":
        return value
    code = "bad-value" if isinstance(value, str) else "wrong-type"
    near = nearest(value, ("disputed",)) if isinstance(value, str) else None
    complain(code, value, 'true, false or "disputed"', suggestion=near or _truth(value))
    return None


def read_values(_key: Key, value: object, complain: Complain) -> tuple[tuple[str, str], ...] | None:
    """(report id, value as judged)."""
    if not isinstance(value, dict):
        complain("wrong-type", value, 'a table such as { "dw/offensive" = "al-Bukamal" }')
        return None
    rows: list[tuple[str, str]] = []
    for name, seen in value.items():
        if isinstance(seen, str):
            rows.append((name, seen))
        else:
            complain("wrong-type", seen, "text in quotes", below=f".{name}", suggestion=_quoted(seen))
    return tuple(rows)


def _quoted(value: object) -> str | None:
    """The value as it would be written as text, where that is plainly meant."""
    if isinstance(value, bool) or not isinstance(value, int | float | datetime.date | datetime.time):
        return None
    if isinstance(value, int) and abs(value) >= WHOLE_LIMIT:
        return None
    return f'"{time_text(value) if isinstance(value, datetime.date) else value}"'


def _truth(value: object) -> str | None:
    """The truth value a word stands for."""
    if not isinstance(value, str):
        return None
    word = value.strip().casefold()
    return "true" if word in ("true", "yes") else "false" if word in ("false", "no") else None


READERS: dict[Kind, Reader] = {
    Kind.TEXT: read_text,
    Kind.ID: read_id,
    Kind.REPORT_ID: read_report_id,
    Kind.REFERENCE: read_text,
    Kind.TEXTS: read_texts,
    Kind.ONE_OR_MORE: read_one_or_more,
    Kind.TIME: read_time,
    Kind.FLAG: read_flag,
    Kind.NUMBER: read_number,
    Kind.COUNT: read_count,
    Kind.CHOICE: read_choice,
    Kind.SIGLUM: read_siglum,
    Kind.ZONE: read_zone,
    Kind.RANGES: read_ranges,
    Kind.GROUPS: read_groups,
    Kind.NARROWER: read_narrower,
    Kind.ROLES: read_roles,
    Kind.FIGURES: read_figures,
    Kind.CLAIMS: read_claims,
    Kind.DENIAL: read_denial,
    Kind.IDENTITY: read_identity,
    Kind.FIELD_NAME: read_field_name,
    Kind.VALUES: read_values,
}
"""The reader of every kind."""
