"""What there is to filter by, each with how many events of a filter it would keep."""

from __future__ import annotations

from dataclasses import replace

from tui.core.answers import Facet
from tui.core.filters import Filter
from tui.core.natural import natural
from tui.index.places import Places
from tui.index.postings import Postings
from tui.index.selections import Selector

_PARTS = {"actor": "actors", "source": "sources", "place": "places", "field": "fields", "verdict": "verdicts"}


def without(keep: Filter, name: str) -> Filter:
    """The filter without what it says of one name: values of one name are alternatives. The parts named hold tuples of names."""
    terms = tuple(term for term in keep.terms if term.name != name or term.negated or term.every)
    part = _PARTS.get(name)
    values: dict[str, tuple[str, ...]] = {part: ()} if part else {}
    return replace(keep, terms=terms, **values)  # type: ignore[arg-type]


class FacetQueries:
    """Values of the names of the query language."""

    def __init__(self, postings: Postings, places: Places, select: Selector) -> None:
        self._postings, self._places, self._select = postings, places, select

    def facet(self, name: str, keep: Filter) -> tuple[Facet, ...]:
        """Most events first; counts follow every part of the filter but those of the same name. Sources are publishers."""
        found = self._postings.counts("publisher" if name == "source" else name, self._select.rows(without(keep, name)))
        labelled = self._places.names() if name == "place" else {}
        facets = [
            Facet(value=value, label=labelled.get(value, value.removeprefix("?")), events=events)
            for value, events in found
            if events
        ]
        return tuple(sorted(facets, key=lambda one: (-one.events, natural(one.label))))
