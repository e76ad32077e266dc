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

from tui.files.complaints import LONGEST_FOUND, shown
from tui.files.format import EXPECTED_FIELD, FIELD_NAMES, ID_PATTERN, REPORT_ID_PATTERN, Key, is_field_name
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
    complain("wrong-type", value, "text in quotes", suggestion=quoted(value))
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
        complain("wrong-type", value, expected, suggestion=quoted(value))
        return None
    if pattern.fullmatch(value) is None:
        right = re.sub(r"[^a-z0-9._/-]+", "-", value.casefold()).strip("-._/")
        complain("bad-id", value, expected, suggestion=right if pattern.fullmatch(right) else None)
    return value or None


def read_texts(_key: Key, value: object, complain: Complain) -> tuple[str, ...] | None:
    """A list of words."""
    if isinstance(value, list):
        return strings(value, complain)
    complain(
        "wrong-type",
        value,
        "a list of texts",
        suggestion=f"[{shown(value)}]" if isinstance(value, str) and len(value) <= LONGEST_FOUND else None,
    )
    return None


def read_one_or_more(_key: Key, value: object, complain: Complain, below: str = "") -> tuple[str, ...] | None:
    """Words, or a list of them."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list):
        return strings(value, complain, below)
    complain("wrong-type", value, "text or a list of texts", below=below, suggestion=quoted(value))
    return None


def strings(values: list[object], complain: Complain, below: str = "") -> tuple[str, ...] | None:
    """The members that are words; every other one is a fault of its own, counted from 1."""
    if set(map(type, values)) == _ONLY_TEXT:
        return tuple(values)  # type: ignore[arg-type]
    for number, value in enumerate(values, start=1):
        if not isinstance(value, str):
            complain("wrong-type", value, "text in quotes", below=f"{below}[{number}]", suggestion=quoted(value))
    return tuple(value for value in values if isinstance(value, str)) or None


_ONLY_TEXT = {str}


def read_time(_key: Key, value: object, complain: Complain) -> str | None:
    """A TOML date or datetime as EDTF-like text, or the words as they are."""
    if isinstance(value, str):
        return value
    if isinstance(value, datetime.date):
        return time_text(value)
    complain("wrong-type", value, "a date, a date with a time, or text", suggestion=quoted(value))
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
    complain("wrong-type", value, "true or false", suggestion=truth_of(value))
    return None


def read_number(key: Key, value: object, complain: Complain) -> float | None:
    """A number within the limits of the key."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        complain("wrong-type", value, _limits(key, "a number"))
        return None
    low, high = -math.inf if key.low is None else key.low, math.inf if key.high is None else key.high
    if not is_plain(value) or not low <= value <= high:
        complain("bad-value", value, _limits(key, "a number"))
        return None
    return float(value)


def is_plain(number: float) -> bool:
    """Whether the number can be counted to: no infinity, no absence of one, nothing beyond 64 bits."""
    return abs(number) < WHOLE_LIMIT if isinstance(number, int) else math.isfinite(number)


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


@lru_cache(maxsize=1024)
def _zone_like(name: str) -> str | None:
    return nearest(name, sorted(available_timezones()))


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
        complain("wrong-type", value, expected, suggestion=quoted(value))
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
        complain("bad-value", value, expected, suggestion=_zone_like(value))
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


def read_denial(_key: Key, value: object, complain: Complain) -> bool | tuple[str, ...] | None:
    """True or false, or the names of the fields denied."""
    if isinstance(value, bool):
        return value
    if not isinstance(value, list):
        complain("wrong-type", value, "true, false, or a list of field names", suggestion=truth_of(value))
        return None
    names = strings(value, complain) or ()
    for number, name in enumerate(names, start=1):
        _check_field_name(name, complain, f"[{number}]")
    return tuple(name for name in names if is_field_name(name)) or None


def read_field_name(_key: Key, value: object, complain: Complain) -> str | None:
    """The full name of a field."""
    if not isinstance(value, str):
        complain("wrong-type", value, "the full name of a field", suggestion=quoted(value))
        return None
    _check_field_name(value, complain)
    return value or None


def _check_field_name(name: str, complain: Complain, below: str = "") -> None:
    if not is_field_name(name):
        complain("bad-value", name, EXPECTED_FIELD, below=below, suggestion=nearest(name, FIELD_NAMES))


def read_identity(_key: Key, value: object, complain: Complain) -> bool | str | None:
    """True, false, or "disputed" (which the model holds as None)."""
    if isinstance(value, bool) or value == "disputed":
        return value
    code = "bad-value" if isinstance(value, str) else "wrong-type"
    near = nearest(value, ("disputed",)) if isinstance(value, str) else None
    complain(code, value, 'true, false or "disputed"', suggestion=near or truth_of(value))
    return None


def quoted(value: object) -> str | None:
    """The value as it would be written as text, where that is plainly meant."""
    if isinstance(value, bool) or not isinstance(value, int | float | datetime.date | datetime.time):
        return None
    if isinstance(value, int) and abs(value) >= WHOLE_LIMIT:
        return None
    return f'"{time_text(value) if isinstance(value, datetime.date) else value}"'


def truth_of(value: object) -> str | None:
    """The truth value a word stands for."""
    if not isinstance(value, str):
        return None
    word = value.strip().casefold()
    return "true" if word in ("true", "yes") else "false" if word in ("false", "no") else None
