"""The undeclared names of a dossier laid beside its declared ones and beside each other: which may be one, and how surely.

Leaves out what the dossier keeps apart. What is done about a likeness is decided in `suggestions`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from tui.core.mentions import Mention, Mentions
from tui.core.model import Actor, Place
from tui.core.name_blocks import candidates
from tui.core.name_parts import parse
from tui.core.names import NameRelation, NameVerdict, compare_names, fold
from tui.core.progress import Watch, unwatched, watched
from tui.core.values import dataclass

_ALIKE = (NameRelation.ASK, NameRelation.SPELLING)
_FAMILIES = {"": "", "person": "person"}
"""Kinds of actors as the name reader knows them; every other kind is an organisation."""


@dataclass(frozen=True, slots=True)
class Declared:
    """An `[[actor]]` or `[[place]]`."""

    thing: Actor | Place
    family: str
    """As the name reader compares it: person, place, org, or "" where nobody said."""

    @property
    def names(self) -> tuple[str, ...]:
        """What it goes by."""
        return self.thing.name, *self.thing.aliases


@dataclass(frozen=True, slots=True)
class Likeness:
    """An undeclared name that may be another name of something."""

    name: str
    """As written."""
    like: str
    """The name it is like."""
    verdict: NameVerdict


class Likenesses:
    """Everything undeclared of one kind, and what it is like."""

    def __init__(
        self,
        declared: Sequence[Declared],
        mentions: Mentions,
        resolve: Callable[[str], str | None],
        family: str,
        watch: Watch = unwatched,
    ) -> None:
        self._declared, self._mentions, self._family, self._watch = declared, mentions, family, watch
        known = {fold(name) for entry in declared for name in (entry.thing.id, *entry.names)}
        self._called: dict[str, list[str]] = defaultdict(list)
        self.open: list[Mention] = []
        """Names that mean nothing declared, in the order of their first mention."""
        every = mentions.all()
        for mention in watched(every, "reading", len(every), watch):
            meant = resolve(mention.name)
            if meant is not None:
                self._called[meant].append(fold(mention.name))
            elif fold(mention.name) not in known and _is_name(mention.name):
                self.open.append(mention)

    def to_declared(self) -> dict[str, dict[str, Likeness]]:
        """Undeclared name -> id of a declared thing -> its likeness to the nearest name of that thing."""
        found: dict[str, dict[str, Likeness]] = defaultdict(dict)
        for family in sorted({entry.family for entry in self._declared}):
            entries = [entry for entry in self._declared if entry.family == family]
            owned = [(name, entry.thing.id) for entry in entries for name in entry.names]
            for index, mention, likeness in self._beside([name for name, _ in owned], family):
                owner = owned[index][1]
                best = found[mention.name].get(owner)
                nearer = best is None or likeness.verdict.score > best.verdict.score
                if nearer and not self._kept_apart(mention.name, owner):
                    found[mention.name][owner] = likeness
        return {name: likenesses for name, likenesses in found.items() if likenesses}

    def among_open(self) -> dict[str, dict[str, NameVerdict]]:
        """Undeclared name -> another undeclared name -> how the two compare, both ways."""
        found: dict[str, dict[str, NameVerdict]] = defaultdict(dict)
        parsed = [parse(mention.name, self._family) for mention in self._watched()]
        pairs = candidates(parsed, self._watch)
        for i, j in watched(pairs, "comparing", len(pairs), self._watch):
            a, b = self.open[i].name, self.open[j].name
            verdict = compare_names(a, b, self._family or None)
            if verdict.verdict in _ALIKE and not self._mentions.apart(fold(a), fold(b)):
                found[a][b] = found[b][a] = verdict
        return found

    def _beside(self, names: Sequence[str], family: str) -> Iterator[tuple[int, Mention, Likeness]]:
        """Index of a declared name, an undeclared one that is like it, and how."""
        parsed = [parse(name, family) for name in (*names, *(mention.name for mention in self._watched()))]
        pairs = candidates(parsed, self._watch)
        for i, j in watched(pairs, "comparing", len(pairs), self._watch):
            if i < len(names) <= j:
                mention = self.open[j - len(names)]
                verdict = compare_names(names[i], mention.name, family or None)
                if verdict.verdict in _ALIKE:
                    yield i, mention, Likeness(mention.name, names[i], verdict)

    def _watched(self) -> Iterator[Mention]:
        return watched(self.open, "reading", len(self.open), self._watch)

    def _kept_apart(self, name: str, owner: str) -> bool:
        return any(self._mentions.apart(fold(name), other) for other in self._called.get(owner, ()))


def declared_actors(actors: Iterable[Actor]) -> tuple[Declared, ...]:
    """The actors of a dossier, ready to be compared."""
    return tuple(Declared(actor, _FAMILIES.get(actor.kind, "org")) for actor in actors)


def declared_places(places: Iterable[Place]) -> tuple[Declared, ...]:
    """The places of a dossier, ready to be compared."""
    return tuple(Declared(place, "place") for place in places)


def _is_name(text: str) -> bool:
    """Whether it may be a name: it has a capital letter where its script has any, and no "a" before it.

    "local sources" and "a source in the Army of Islam" describe somebody.
    """
    if text.lower().startswith(("a ", "an ")):
        return False
    return any(sign.isupper() for sign in text) or not any(sign.islower() for sign in text)
