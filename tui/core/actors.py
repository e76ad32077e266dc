"""Actors as reports name them, resolved against `[[actor]]`: who is meant, and who is a branch of whom. Source: rules.md §7."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tui.core.model import Actor
from tui.core.names import Directory, fold, one_name

UNDECLARED = "?"
"""Before the folded name in the key of an actor that no `[[actor]]` declares; no id begins with it."""


@dataclass(frozen=True, slots=True)
class Party:
    """One actor as one report names it."""

    name: str
    """As shown: the declared name, or the report's own words."""
    id: str | None
    """Id of the `[[actor]]`; None when no declared actor answers to the name."""
    above: tuple[str, ...] = ()
    """Ids of the actors it is a branch of, nearest first."""

    @property
    def key(self) -> str:
        """What makes two mentions the same actor."""
        return self.id if self.id is not None else f"{UNDECLARED}{fold(self.name)}"


class Cast:
    """The declared actors of a dossier, asked by name."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._actors = {actor.id: actor for actor in actors}
        self._directory = Directory(
            (actor.id, actor.kind, (actor.id, actor.name, *actor.aliases)) for actor in self._actors.values()
        )
        self._chains = {actor_id: self._chain(actor_id) for actor_id in self._actors}
        self._seen: dict[str, Party] = {}

    def party(self, words: str) -> Party:
        """The actor that the words mean. Never fails: an unknown name is a party without id."""
        known = self._seen.get(words)
        if known is None:
            resolved = self._directory.resolve(words)
            if resolved is None:
                known = Party(words.strip(), None)
            else:
                known = Party(self._actors[resolved.id].name, resolved.id, self._chains[resolved.id])
            self._seen[words] = known
        return known

    def branches(self, actor_id: str) -> frozenset[str]:
        """The actor and everything that is part of it."""
        return frozenset([actor_id, *(other for other, chain in self._chains.items() if actor_id in chain)])

    def chain(self, actor_id: str) -> tuple[str, ...]:
        """Ids of the actors that the actor is a branch of, nearest first; empty for a name nobody declared."""
        return self._chains.get(actor_id, ())

    def _chain(self, actor_id: str) -> tuple[str, ...]:
        chain: list[str] = []
        parent = self._actors[actor_id].part_of
        while parent is not None and parent in self._actors and parent not in chain and parent != actor_id:
            chain.append(parent)
            parent = self._actors[parent].part_of
        return tuple(chain)


def is_part(a: Party, b: Party) -> bool:
    """Whether a is b or a branch of b; undeclared names match when they are spellings of one name."""
    if a.id is not None or b.id is not None:
        return a.id == b.id or (b.id is not None and b.id in a.above)
    one, other = a.name, b.name
    return a.key == b.key or (one_name(one, other) if one < other else one_name(other, one))
