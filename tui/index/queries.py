"""A filter becomes SQL. Every condition is a set of event numbers, so that each is answered by one index.

Shapes are kept few; `tests/index` checks the plan of each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.core.filters import Filter
from tui.core.names import fold
from tui.core.terms import MARKED, Term

Keys = Callable[[str, Sequence[str]], tuple[str, ...]]
"""("actor", "source" or "place", names) -> the keys that the names stand for."""
NAMED = ("actor", "source", "place")
NOTHING = "0"
STATES = {
    "contested": "event.contested",
    "single-origin": "(event.reports > 1 AND event.high = 1)",
    "ruled": "event.n IN (SELECT n FROM flag WHERE flagged AND NOT open)",
    "unplaced": "NOT event.placed",
}
COUNTED = {"origins": {"<": "high", "<=": "high", ">": "low", ">=": "low"}, "reports": {}}
"""Fewer than n origins means at most so many, more than n at the least; `=` asks that the count can be n."""


@dataclass(frozen=True, slots=True)
class Where:
    """Conditions on `event`, joined by AND, with their parameters."""

    sql: str
    """Begins with "1" so that it always stands as a condition."""
    parameters: tuple[object, ...]


def where(keep: Filter, keys: Keys) -> Where:
    """The conditions of a filter."""
    made = [Where("1", ())]
    named = {"actor": keep.actors, "source": keep.sources, "place": keep.places}
    made += [_named(table, keys(table, names)) for table, names in named.items() if names]
    if keep.fields or keep.verdicts:
        made.append(_fields(keep.fields, keep.verdicts))
    if keep.since is not None:
        made.append(_since(keep.since))
    if keep.until is not None:
        made.append(_until(keep.until))
    if keep.texts:
        made.append(_words(keep.texts))
    made += [_term(term, keys, keep.marked) for term in keep.terms]
    return Where(" AND ".join(part.sql for part in made), tuple(value for part in made for value in part.parameters))


def match(text: str) -> str:
    """The FTS5 expression for the words a user typed: each a prefix, all of them in one event; empty when there are none."""
    words = [word for word in fold(text).replace('"', " ").split() if any(c.isalnum() for c in word)]
    return " AND ".join(f'"{word}" *' for word in words)


def _term(term: Term, keys: Keys, marked: Sequence[str]) -> Where:
    made = _asked(term, keys, marked)
    return Where(f"NOT ({made.sql})", made.parameters) if term.negated else made


def _asked(term: Term, keys: Keys, marked: Sequence[str]) -> Where:
    bound = term.bound or 0
    match term.name:
        case "since":
            return _since(bound)
        case "until":
            return _until(bound)
        case "text":
            return _words(term.values)
        case "is":
            return _states(term.values, marked)
        case "origins" | "reports":
            return _count(term.name, term.sign, bound)
        case "field":
            return _fields(term.values, ())
        case "verdict":
            return _fields((), term.values)
        case "kind":
            return _in("SELECT n FROM flag WHERE kind", term.values)
        case "tag":
            return _in("SELECT n FROM event_tag WHERE tag", term.values)
        case "event":
            return _ids(term.values)
        case name:
            return _named(name, keys(name, term.values))


def _states(values: Sequence[str], marked: Sequence[str]) -> Where:
    asked = [STATES[value] for value in values if value != MARKED]
    chosen = tuple(marked) if MARKED in values else ()
    if MARKED in values:
        asked.append(_ids(chosen).sql)
    return Where(f"({' OR '.join(asked)})", chosen)


def _ids(names: Sequence[str]) -> Where:
    """As numbers, so that "none of these" is asked of numbers too and no event's row is read."""
    return Where(f"event.n IN (SELECT n FROM event WHERE id IN ({_marks(names)}))", tuple(names))


def _named(table: str, keys: Sequence[str]) -> Where:
    return _in(f"SELECT n FROM event_{table} WHERE {table}", keys)


def _in(select: str, values: Sequence[str]) -> Where:
    return Where(f"event.n IN ({select} IN ({_marks(values)}))", tuple(values))


def _fields(fields: Sequence[str], verdicts: Sequence[str]) -> Where:
    conditions: list[str] = []
    values: list[object] = []
    if fields:
        names = ["(field = ? OR field GLOB ?)" if field == "who" else "field = ?" for field in fields]
        values += [value for field in fields for value in ((field, "who.*") if field == "who" else (field,))]
        conditions.append(f"({' OR '.join(names)})")
    if verdicts:
        conditions.append(f"verdict IN ({_marks(verdicts)})")
        values += verdicts
    return Where(f"event.n IN (SELECT n FROM flag WHERE {' AND '.join(conditions)})", tuple(values))


def _since(seconds: int) -> Where:
    return Where("(event.latest > ? OR (event.latest IS NULL AND event.earliest IS NOT NULL))", (seconds,))


def _until(seconds: int) -> Where:
    return Where("(event.earliest < ? OR (event.earliest IS NULL AND event.latest IS NOT NULL))", (seconds,))


def _words(texts: Sequence[str]) -> Where:
    usable = [words for words in map(match, texts) if words]
    if not usable:
        return Where(NOTHING, ())
    asked = " OR ".join(f"({words})" for words in usable)
    return Where("event.n IN (SELECT rowid FROM words WHERE words MATCH ?)", (asked,))


def _count(name: str, sign: str, number: int) -> Where:
    if sign == "=" and name == "origins":
        return Where("(event.low <= ? AND event.high >= ?)", (number, number))
    return Where(f"event.{COUNTED[name].get(sign, name)} {sign} ?", (number,))


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" for _ in values)
