"""Actors as reports name them, resolved against `[[actor]]`: who is meant, and who is a branch of whom. Source: rules.md §7."""

from __future__ import annotations

from collections.abc import Iterable

from tui.core.chains import chain_above
from tui.core.model import Actor
from tui.core.names import Directory, fold, one_name
from tui.core.values import dataclass

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
    spelt: tuple[str, str] | None = None
    """The report's own words and the declared name, where only their spelling says who is meant."""

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
        self._chains: dict[str, tuple[str, ...]] = {}
        self._seen: dict[str, Party] = {}

    @property
    def size(self) -> int:
        """How many actors are declared."""
        return len(self._actors)

    def declares(self, name: str) -> bool:
        """Whether a name is one of the declared ones."""
        return self._directory.declares(name)

    def party(self, words: str) -> Party:
        """The actor that the words mean. Never fails: an unknown name is a party without id."""
        known = self._seen.get(words)
        if known is None:
            resolved = self._directory.resolve(words)
            if resolved is None:
                known = Party(words.strip(), None)
            else:
                name = self._actors[resolved.id].name
                spelt = (words.strip(), name) if resolved.step == "spelling" else None
                known = Party(name, resolved.id, self.chain(resolved.id), spelt)
            self._seen[words] = known
        return known

    def names(self, actor_id: str) -> tuple[str, ...]:
        """The names of a declared actor: first the one it goes by, then its aliases."""
        actor = self._actors[actor_id]
        return (actor.name, *actor.aliases)

    def chain(self, actor_id: str) -> tuple[str, ...]:
        """Ids of the actors that the actor is a branch of, nearest first; empty for a name nobody declared."""
        if actor_id not in self._actors:
            return ()
        known = self._chains.get(actor_id)
        if known is None:
            known = self._chains[actor_id] = chain_above(actor_id, self._part_of)
        return known

    def _part_of(self, actor_id: str) -> str | None:
        parent = self._actors[actor_id].part_of
        return parent if parent in self._actors else None


def is_part(a: Party, b: Party) -> bool:
    """Whether a is b or a branch of b; undeclared names match when they are spellings of one name."""
    if a.id is not None or b.id is not None:
        return a.id == b.id or (b.id is not None and b.id in a.above)
    one, other = a.name, b.name
    return a.key == b.key or (one_name(one, other) if one < other else one_name(other, one))
