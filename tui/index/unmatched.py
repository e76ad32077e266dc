"""Filters that name what the dossier does not have: said with the nearest spelling it has. Changes no answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.core.filters import EVERYTHING, Filter
from tui.core.names import fold
from tui.core.terms import Term
from tui.files.spelling import nearest
from tui.index.store import Store

MOST_EVENTS = 2000
"""Events among which a misspelt id is looked for: each costs a judgement."""

_ASKED = ("actor", "source", "place", "field")
_TERMS = (*_ASKED, "publisher", "tag", "event")


def unmatched(store: Store, keep: Filter) -> Iterator[str]:
    """A message for each actor, source, place, field, tag and event of a filter that nothing in the dossier answers to."""
    named = {"actor": keep.actors, "source": keep.sources, "place": keep.places, "field": keep.fields}
    for name in _ASKED:
        for value in named[name]:
            if store.count(Filter(terms=(Term(name, (value,)),))) == 0:
                yield f"--{name} {value!r} {_told(store, name, value)}"
    for term in keep.terms:
        for value in term.values if term.name in _TERMS else ():
            if store.count(Filter(terms=(Term(term.name, (value,)),))) == 0:
                yield f"--filter {term.name}:{value} {_told(store, term.name, value)}"


def _told(store: Store, name: str, value: str) -> str:
    spelt = {fold(known): known for known in _known(store, name)}
    near = None if fold(value) in spelt else nearest(fold(value), spelt)
    return "matches nothing in the dossier" + (f"; did you mean {spelt[near]}?" if near else "")


def _known(store: Store, name: str) -> Iterable[str]:
    """What could have been meant."""
    match name:
        case "actor":
            counts = store.actor_counts(EVERYTHING)
            return [word for actor in counts for word in (actor.name, *actor.aliases, actor.id)]
        case "source" | "publisher":
            return [word for source in store.sources() for word in (source.name, source.siglum, source.id)]
        case "place":
            declared = [word for place in store.places() for word in (place.name, *place.aliases, place.id)]
            return [*declared, *(facet.label for facet in store.facet("place", EVERYTHING))]
        case "event":
            return [row.verdict.id for row in store.page(EVERYTHING, 0, MOST_EVENTS)]
        case _:
            return [facet.value for facet in store.facet(name, EVERYTHING)]
