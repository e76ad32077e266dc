"""A filter becomes SQL. Every condition is a set of event numbers, so that each is answered by one index.

Shapes are kept few; `tests/index` checks the plan of each.
"""

from __future__ import annotations

from dataclasses import dataclass

from tui.core.filters import Filter
from tui.core.judgements import Verdict
from tui.core.names import fold


@dataclass(frozen=True, slots=True)
class Where:
    """Conditions on `event`, joined by AND, with their parameters."""

    sql: str
    """Begins with "1" so that it always stands as a condition."""
    parameters: tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A filter whose names have been resolved to keys; what no name answers to matches nothing."""

    keep: Filter
    actors: tuple[str, ...]
    sources: tuple[str, ...]
    places: tuple[str, ...]


def where(resolved: Resolved) -> Where:
    """The conditions of a filter."""
    keep = resolved.keep
    parts: list[str] = ["1"]
    parameters: list[object] = []

    def add(sql: str, *values: object) -> None:
        parts.append(sql)
        parameters.extend(values)

    for asked, keys, table, column in (
        (keep.actors, resolved.actors, "event_actor", "actor"),
        (keep.sources, resolved.sources, "event_source", "source"),
        (keep.places, resolved.places, "event_place", "place"),
    ):
        if asked:
            add(f"event.n IN (SELECT n FROM {table} WHERE {column} IN ({_marks(keys)}))", *keys)
    if keep.fields or keep.verdicts:
        _add_fields(keep, add)
    if keep.since is not None:
        add("(event.latest > ? OR (event.latest IS NULL AND event.earliest IS NOT NULL))", keep.since)
    if keep.until is not None:
        add("(event.earliest < ? OR (event.earliest IS NULL AND event.latest IS NOT NULL))", keep.until)
    if keep.texts:
        asked_words = [match(text) for text in keep.texts]
        usable = [words for words in asked_words if words]
        add(
            "event.n IN (SELECT rowid FROM words WHERE words MATCH ?)" if usable else "0",
            *([" OR ".join(f"({w})" for w in usable)] if usable else []),
        )
    return Where(" AND ".join(parts), tuple(parameters))


def match(text: str) -> str:
    """The FTS5 expression for the words a user typed: each a prefix, all of them in one event; empty when there are none."""
    words = [word for word in fold(text).replace('"', " ").split() if any(c.isalnum() for c in word)]
    return " AND ".join(f'"{word}" *' for word in words)


def verdict_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The verdicts among the words; the others match nothing."""
    known = {verdict.value for verdict in Verdict}
    return tuple(word for word in words if word in known)


def _add_fields(keep: Filter, add: object) -> None:
    conditions: list[str] = []
    values: list[object] = []
    if keep.fields:
        names: list[str] = []
        for field in keep.fields:
            names.append("(field = ? OR field LIKE ? ESCAPE '\\')" if field == "who" else "field = ?")
            values += [field, "who.%"] if field == "who" else [field]
        conditions.append(f"({' OR '.join(names)})")
    if keep.verdicts:
        words = verdict_words(keep.verdicts)
        conditions.append(f"verdict IN ({_marks(words)})")
        values += words
    add(f"event.n IN (SELECT n FROM flag WHERE {' AND '.join(conditions)})", *values)  # type: ignore[operator]


def _marks(values: tuple[object, ...] | tuple[str, ...]) -> str:
    return ", ".join("?" for _ in values)
