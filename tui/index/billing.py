"""Actors over the events of a filter: in which roles they are named, and how each source spells them."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from tui.core.actors import Cast
from tui.core.answers import Billing, Spelling
from tui.core.filters import Filter
from tui.core.model import Actor
from tui.core.names import fold
from tui.index.queries import Where

NAMED = "named"
"""The role of an actor that a report names without one."""
SPEAKER = "said_by"


class BillingQueries:
    """Questions about actors. Ids of actors nobody declared are their folded names."""

    def __init__(
        self, connection: sqlite3.Connection, cast: Cast, actors: Sequence[Actor], where: Callable[[Filter], Where]
    ) -> None:
        self._db = connection
        self._cast = cast
        self._declared = {actor.id: actor for actor in actors}
        self._where = where

    def billings(self, keep: Filter) -> tuple[Billing, ...]:
        """Most events first; a parent counts its branches' events. Spellings are those of the whole dossier."""
        roles: dict[str, dict[str, set[int]]] = {}
        for actor, role, n in self._roles(keep):
            for key in (actor, *self._cast.chain(actor)):
                roles.setdefault(key, {}).setdefault(role, set()).add(n)
        names = dict(self._db.execute("SELECT actor, name FROM actor_name"))
        spelled = self._spelled()
        made = [self._billing(key, found, names, spelled.get(key, ())) for key, found in roles.items()]
        return tuple(sorted(made, key=lambda one: (-one.events, fold(one.name), one.id)))

    def spellings(self, actor: str) -> tuple[tuple[str, str, int], ...]:
        """(words, source id, reports) of an actor by its id, most frequent words first."""
        key = actor if actor in self._declared else f"?{actor}"
        rows = self._db.execute("SELECT words, source, reports FROM spelling WHERE actor = ?", (key,)).fetchall()
        total: Counter[str] = Counter()
        for words, _, reports in rows:
            total[words] += reports
        return tuple(sorted(rows, key=lambda row: (-total[row[0]], row[0], -row[2], row[1])))

    def _roles(self, keep: Filter) -> Iterator[tuple[str, str, int]]:
        if keep.is_empty:
            return self._db.execute("SELECT actor, role, n FROM event_role")
        chosen = self._where(keep)
        return self._db.execute(
            f"SELECT actor, role, n FROM event_role WHERE n IN (SELECT n FROM event WHERE {chosen.sql})",
            chosen.parameters,
        )

    def _spelled(self) -> Mapping[str, tuple[Spelling, ...]]:
        rows = self._db.execute("SELECT actor, words, SUM(reports), COUNT(*) FROM spelling GROUP BY actor, words")
        found: dict[str, list[Spelling]] = {}
        for actor, words, reports, sources in rows:
            found.setdefault(actor, []).append(Spelling(words=words, reports=reports, sources=sources))
        return {
            actor: tuple(sorted(spelled, key=lambda one: (-one.reports, one.words))) for actor, spelled in found.items()
        }

    def _billing(
        self, key: str, roles: Mapping[str, set[int]], names: Mapping[str, str], spelled: tuple[Spelling, ...]
    ) -> Billing:
        declared = self._declared.get(key)
        counts = Counter({role: len(numbers) for role, numbers in roles.items()})
        return Billing(
            id=key.removeprefix("?"),
            name=declared.name if declared is not None else names[key],
            events=len(set().union(*roles.values())),
            roles=tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))),
            spellings=spelled,
            declared=declared is not None,
        )
