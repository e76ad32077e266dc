"""What an analyst decides or adds, as edits: rulings, links, annotations, new reports and sources. No clock, no disk.

Keys that say nothing are left out. Whether what they name exists is judged by whoever loads the dossier again.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence

from tui.files.edits import AddTable
from tui.files.literals import Pairs, Value


def ruling(
    *,
    event: str,
    field: str,
    accepted: str,
    seen: Sequence[tuple[str, str]],
    at: datetime.datetime,
    reason: str = "",
    by: str = "",
) -> AddTable:
    """A decision on one field of an event: the id of a report in the accepted reading, or "none", or "both".

    `seen` are the reports and their values as they are now; `at` has an offset, else `ValueError`.
    """
    values: dict[str, Value] = {"event": event, "field": field, "accepted": accepted, "seen": Pairs(tuple(seen))}
    return _added("ruling", values | _signed(reason, by, at))


def link(
    *, reports: Sequence[str], same: bool | None, at: datetime.datetime, reason: str = "", by: str = ""
) -> AddTable:
    """A decision whether reports are about one event; None is disputed. `at` has an offset, else `ValueError`."""
    values: dict[str, Value] = {"reports": tuple(reports), "same": "disputed" if same is None else same}
    return _added("link", values | _signed(reason, by, at))


def annotation(
    *, target: str, at: datetime.datetime, note: str = "", tags: Sequence[str] = (), by: str = ""
) -> AddTable:
    """A remark on a report, event or source, by its id. `at` has an offset, else `ValueError`."""
    values: dict[str, Value] = {"target": target, "note": note, "tags": tuple(tags)}
    return _added("annotation", values | _signed("", by, at))


def report(values: Mapping[str, Value]) -> AddTable:
    """A new report; keys of the format in any order, `figures`, `claims` and roles as `Pairs`."""
    return _added("report", values)


def source(values: Mapping[str, Value]) -> AddTable:
    """A new source. Into a file that has one already it goes only if all reports there name theirs."""
    return _added("source", values)


def typed(field: str, text: str) -> Value:
    """What somebody typed for a field, as a file states it: numbers as numbers, full dates as dates, the rest as words.

    "40" killed is 40, "[10, 20]" two numbers, "2016-06-28" a date; "2016-06" and "dozens" stay words.
    """
    words = text.strip()
    if field.startswith("figures."):
        return _figure(words)
    if field in _TIMES and _MOMENT.fullmatch(words):
        try:
            return _moment(words)
        except ValueError:
            return words
    if field in _FLAGS and words.casefold() in ("true", "false", "yes", "no"):
        return words.casefold() in ("true", "yes")
    return words


def corrected(field: str, text: str, was: str) -> Value | None:
    """What somebody typed over a value of a field; None where it is to go. Semicolons part the members of a list.

    A truth value stays one where the words for one are typed.
    """
    words = text.strip()
    if not words:
        return None
    if field.partition(".")[0] in _LISTS and ";" in words and (";" in was or not field.startswith("claims.")):
        return tuple(part for part in (piece.strip() for piece in words.split(";")) if part)
    if field.startswith("claims.") and was in ("true", "false") and words in ("true", "false"):
        return words == "true"
    return typed(field, words)


_LISTS = ("where", "who", "said_by", "claims")
_TIMES = ("when", "until", "as_of", "published", "captured")
_FLAGS = ("planned", "hedged", "denies")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?")
_NUMBER = r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,9})?"
_RANGE = re.compile(rf"\[\s*({_NUMBER})\s*,\s*({_NUMBER})\s*\]")


def _figure(words: str) -> Value:
    if re.fullmatch(_NUMBER, words):
        return _number(words)
    pair = _RANGE.fullmatch(words)
    return words if pair is None else (_number(pair.group(1)), _number(pair.group(2)))


def _number(words: str) -> float:
    return float(words) if "." in words else int(words)


def _moment(words: str) -> datetime.date:
    return datetime.date.fromisoformat(words) if len(words) == 10 else datetime.datetime.fromisoformat(words)


def _signed(reason: str, by: str, at: datetime.datetime) -> dict[str, Value]:
    if at.utcoffset() is None:
        raise ValueError("the time of a decision needs its offset from UTC")
    return {"reason": reason, "by": by, "at": at.replace(microsecond=0)}


def _added(table: str, values: Mapping[str, Value]) -> AddTable:
    said = ((key, value) for key, value in values.items() if value not in ("", ()))
    return AddTable(table=table, values=Pairs(tuple(said)))
