"""Actors over the events of a filter: in which roles they are named, and how each source spells them."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tui.core.answers import ActorCount, Billing, Spelling
from tui.core.filters import Filter
from tui.core.model import Actor
from tui.core.names import fold
from tui.index.postings import JOINT, Postings
from tui.index.selections import Selector

NAMED = "named"
"""The role of an actor that a report names without one."""
SPEAKER = "said_by"


class BillingQueries:
    """Questions about actors. Ids of actors nobody declared are their folded names."""

    def __init__(
        self, connection: sqlite3.Connection, postings: Postings, actors: Sequence[Actor], select: Selector
    ) -> None:
        self._db, self._postings, self._select = connection, postings, select
        self._declared = {actor.id: actor for actor in actors}

    def counts(self, keep: Filter) -> tuple[ActorCount, ...]:
        """Most events first. Counts follow every part of the filter but its actors; a parent counts its branches' events."""
        names, declared = self._names(), self._declared
        counts = [
            ActorCount(
                id=key.removeprefix("?"),
                name=declared[key].name if key in declared else names[key],
                events=events,
                aliases=declared[key].aliases if key in declared else (),
            )
            for key, events in self._postings.counts("actor", self._select.rows(replace(keep, actors=())))
            if events
        ]
        return tuple(sorted(counts, key=lambda count: (-count.events, fold(count.name), count.id)))

    def billings(self, keep: Filter) -> tuple[Billing, ...]:
        """Most events first; a parent counts its branches' events. Spellings are those of the whole dossier."""
        rows = self._select.rows(keep)
        events = dict(self._postings.counts("actor", rows))
        roles: dict[str, list[tuple[str, int]]] = {}
        for value, count in self._postings.counts("role", rows):
            key, _, role = value.rpartition(JOINT)
            if count:
                roles.setdefault(key, []).append((role, count))
        names, spelled = self._names(), self._spelled()
        made = [
            Billing(
                id=key.removeprefix("?"),
                name=self._declared[key].name if key in self._declared else names[key],
                events=events[key],
                roles=tuple(sorted(found, key=lambda item: (-item[1], item[0]))),
                spellings=spelled.get(key, ()),
                declared=key in self._declared,
            )
            for key, found in roles.items()
        ]
        return tuple(sorted(made, key=lambda one: (-one.events, fold(one.name), one.id)))

    def spellings(self, actor: str) -> tuple[tuple[str, str, int], ...]:
        """(words, source id, reports) of an actor by its id, most frequent words first."""
        key = actor if actor in self._declared else f"?{actor}"
        rows = self._db.execute("SELECT words, source, reports FROM spelling WHERE actor = ?", (key,)).fetchall()
        total: Counter[str] = Counter()
        for words, _, reports in rows:
            total[words] += reports
        return tuple(sorted(rows, key=lambda row: (-total[row[0]], row[0], -row[2], row[1])))

    def _names(self) -> dict[str, str]:
        """Key of an actor -> the name under which nobody declared it."""
        return dict(self._db.execute("SELECT actor, name FROM actor_name"))

    def _spelled(self) -> Mapping[str, tuple[Spelling, ...]]:
        rows = self._db.execute("SELECT actor, words, SUM(reports), COUNT(*) FROM spelling GROUP BY actor, words")
        found: dict[str, list[Spelling]] = {}
        for actor, words, reports, sources in rows:
            found.setdefault(actor, []).append(Spelling(words=words, reports=reports, sources=sources))
        return {
            actor: tuple(sorted(spelled, key=lambda one: (-one.reports, one.words))) for actor, spelled in found.items()
        }
