"""What there is to filter by, each with how many events of a filter it would keep."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from tui.core.answers import Facet
from tui.core.filters import Filter
from tui.core.model import Place, Source
from tui.index.queries import STATES, Where

_PARTS = {"actor": "actors", "source": "sources", "place": "places", "field": "fields", "verdict": "verdicts"}
_COUNTS = {
    "place": "SELECT place, COUNT(*) FROM event_place WHERE n IN ({rows}) GROUP BY place",
    "field": "SELECT field, COUNT(DISTINCT n) FROM flag WHERE field IS NOT NULL AND n IN ({rows}) GROUP BY field",
    "verdict": "SELECT verdict, COUNT(DISTINCT n) FROM flag WHERE verdict IS NOT NULL AND n IN ({rows}) GROUP BY verdict",
    "kind": "SELECT kind, COUNT(DISTINCT n) FROM flag WHERE kind IS NOT NULL AND n IN ({rows}) GROUP BY kind",
    "tag": "SELECT tag, COUNT(*) FROM event_tag WHERE n IN ({rows}) GROUP BY tag",
}


def without(keep: Filter, name: str) -> Filter:
    """The filter without what it says of one name: values of one name are alternatives. The parts named hold tuples of names."""
    terms = tuple(term for term in keep.terms if term.name != name or term.negated)
    part = _PARTS.get(name)
    values: dict[str, tuple[str, ...]] = {part: ()} if part else {}
    return replace(keep, terms=terms, **values)  # type: ignore[arg-type]


class FacetQueries:
    """Values of the names of the query language."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        places: Sequence[Place],
        sources: Callable[[], Sequence[Source]],
        where: Callable[[Filter], Where],
    ) -> None:
        """`sources` is asked once, when somebody first wants to know."""
        self._db = connection
        self._places: Mapping[str, str] = {place.id: place.name for place in places}
        self._sources = cache(sources)
        self._where = where

    def facet(self, name: str, keep: Filter) -> tuple[Facet, ...]:
        """Most events first; counts follow every part of the filter but those of the same name. Sources are publishers."""
        chosen = self._where(without(keep, name))
        found = (
            self._states(chosen)
            if name == "is"
            else self._publishers(chosen)
            if name == "source"
            else self._grouped(name, chosen)
        )
        labelled = self._places if name == "place" else {}
        facets = [
            Facet(value=value, label=labelled.get(value, value.removeprefix("?")), events=events)
            for value, events in found
            if events
        ]
        return tuple(sorted(facets, key=lambda one: (-one.events, one.label)))

    def _grouped(self, name: str, chosen: Where) -> list[tuple[str, int]]:
        rows = "SELECT n FROM event" if chosen.sql == "1" else f"SELECT n FROM event WHERE {chosen.sql}"
        return self._db.execute(_COUNTS[name].format(rows=rows), chosen.parameters).fetchall()

    def _states(self, chosen: Where) -> list[tuple[str, int]]:
        return [
            (
                state,
                self._db.execute(
                    f"SELECT COUNT(*) FROM event WHERE {chosen.sql} AND {test}", chosen.parameters
                ).fetchone()[0],
            )
            for state, test in STATES.items()
        ]

    def _publishers(self, chosen: Where) -> list[tuple[str, int]]:
        families = {source.id: source.family for source in self._sources()}
        events: dict[str, set[int]] = {}
        rows = self._db.execute(
            f"SELECT source, n FROM event_source WHERE n IN (SELECT n FROM event WHERE {chosen.sql})", chosen.parameters
        )
        for source, n in rows:
            events.setdefault(families[source], set()).add(n)
        return [(family, len(numbers)) for family, numbers in events.items()]
