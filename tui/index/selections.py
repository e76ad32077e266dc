"""From a filter to the rows of the timeline that it leaves. Remembers the last few, and resolves names as the judging does."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence

from tui.core.actors import Cast
from tui.core.filters import Filter
from tui.core.model import Source
from tui.core.names import fold
from tui.core.places import Gazetteer
from tui.index.bitmaps import Selection
from tui.index.postings import Postings
from tui.index.queries import bits

FEW_NAMES = 1000
"""Of so many actors, or places, words may be a spelling of any; of more they have to be one of their names, as to take all apart
takes seconds."""
REMEMBERED = 8
"""Selections kept: going back and forth between a few filters costs nothing."""


class Selector:
    """Turns filters into selections."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        postings: Postings,
        cast: Callable[[], Cast],
        gazetteer: Callable[[], Gazetteer],
        sources: Mapping[str, Source],
    ) -> None:
        """`cast` and `gazetteer` are asked when a filter first names somebody or some place. `sources`: by their ids."""
        self._db, self._postings, self._sources = connection, postings, sources
        self._cast, self._gazetteer = cast, gazetteer
        self._kept: dict[Filter, Selection] = {}

    def rows(self, keep: Filter) -> Selection:
        """The rows that the filter leaves."""
        known = self._kept.get(keep)
        if known is None:
            known = Selection(bits(keep, self._postings, self._keys), self._postings.size)
            if len(self._kept) >= REMEMBERED:
                self._kept.pop(next(iter(self._kept)), None)
        self._kept.pop(keep, None)  # what was asked for last is forgotten last
        self._kept[keep] = known
        return known

    def forget(self) -> None:
        """Remember none."""
        self._kept.clear()

    def knows(self, keep: Filter) -> bool:
        """Whether it remembers the rows."""
        return keep in self._kept

    def _keys(self, table: str, names: Sequence[str]) -> tuple[str, ...]:
        """The keys that names stand for; what no name answers to is a key of nothing."""
        if table == "name":
            # An actor's own name stands with every event that names it.
            actors = (actor[0] for words in names for actor in self._actors_meant(words))
            return tuple(
                dict.fromkeys(
                    [*actors, *(name for words in names for each in self._places_meant(words) for name in each)]
                )
            )
        if table == "actor":
            return tuple(self._cast().party(name).key for name in names)
        if table == "source":
            return tuple(source for name in names for source in self._source_ids(name))
        if table == "publisher":
            return tuple(dict.fromkeys(family for name in names for family in self._families(name)))
        return tuple(self._gazetteer().spot(name).key[0] for name in names)

    def meant(self, words: str) -> tuple[tuple[str, ...], ...]:
        """The declared actor and the declared place that the words are a name of, each by all its names, first the one it goes by."""
        return (*self._actors_meant(words), *self._places_meant(words))

    def _actors_meant(self, words: str) -> Iterator[tuple[str, ...]]:
        cast = self._cast()
        if cast.declares(words) or cast.size <= FEW_NAMES:
            party = cast.party(words)
            yield from [cast.names(party.id)] if party.id is not None else []

    def _places_meant(self, words: str) -> Iterator[tuple[str, ...]]:
        gazetteer = self._gazetteer()
        if gazetteer.declares(words) or gazetteer.size <= FEW_NAMES:
            spot = gazetteer.spot(words)
            yield from [gazetteer.names(spot.id)] if spot.id is not None and not spot.widened else []

    def _families(self, name: str) -> Iterator[str]:
        """The publishers that a name, or the siglum their sources have in common, stands for."""
        yield from (self._sources[source].family for source in self._source_ids(name))
        folded = fold(name)
        yield from (each.family for each in self._sources.values() if fold(each.siglum.rstrip("0123456789")) == folded)

    def _source_ids(self, name: str) -> list[str]:
        rows = self._db.execute(
            "SELECT id FROM source WHERE id = ? UNION ALL SELECT source FROM source_name WHERE name = ?",
            (name, fold(name)),
        )
        return [found for (found,) in rows]
