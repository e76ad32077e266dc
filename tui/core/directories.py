"""Which declared thing a name in a report means.

Only a declared name, or a spelling of exactly one declared thing, resolves; what could be two things is left open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tui.core import name_words as words
from tui.core.name_articles import loosened
from tui.core.name_parts import Name, parse
from tui.core.name_verdicts import MOST_LETTERS, merges
from tui.core.scripts import fold
from tui.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a name was resolved to."""

    id: str
    step: str
    """"declared" where the dossier states the name, "spelling" where it is a spelling or acronym of one it states."""


class Directory:
    """Resolves names against declared things and remembers every answer.

    Spellings are looked for among the declared names that share a word's consonant skeleton, so a lookup does not grow
    with the dossier. Those names are taken apart when the first name comes that none of them is: ten thousands of places
    of a data set take seconds, and its rows name them as they are declared.
    """

    def __init__(self, entries: Iterable[tuple[str, str, tuple[str, ...]]]) -> None:
        self._folded: dict[str, str | None] = {}
        self._people: dict[str, str | None] = {}
        self._shared: dict[str, set[tuple[str, Name]]] = defaultdict(set)
        self._apart: list[tuple[str, str, tuple[str, ...]]] = []
        """Id, family and names of what is not in `_shared` yet."""
        self._families: list[str] = []
        self._known: dict[str, Resolved | None] = {}
        for identity, kind, names in entries:
            for name in (identity, *names):
                _declare(self._folded, fold(name), identity)
                if kind == "person":
                    _declare(self._people, fold(name), identity)
            family = _family(kind)
            if family not in self._families:
                self._families.append(family)
            self._apart.append((identity, family, names))

    @property
    def declared(self) -> Mapping[str, str | None]:
        """Every declared name, folded -> the id of what it means; None where it means several things."""
        return self._folded

    def declares(self, name: str) -> bool:
        """Whether a name is one of the declared ones, be it of several things."""
        return fold(name) in self._folded

    def resolve(self, name: str) -> Resolved | None:
        """The declared thing a name means, or None when there is none or more than one."""
        if name not in self._known:
            self._known[name] = self._resolve(name)
        return self._known[name]

    def _resolve(self, name: str) -> Resolved | None:
        folded = fold(name)
        if folded in self._folded:
            identity = self._folded[folded]
            return None if identity is None else Resolved(identity, "declared")
        pieces = tuple(_without_office(name)) if self._people else ()
        for piece in pieces:
            person = self._people.get(fold(piece))
            if person is not None:
                return Resolved(person, "declared")
        found = self._spelled(name, self._families)
        for piece in pieces:
            found = found or self._spelled(piece, ["person"])
        return found

    def _spelled(self, name: str, families: list[str]) -> Resolved | None:
        if len(name) > MOST_LETTERS:
            return None
        self._take_apart()
        found: set[str] = set()
        for family in families:
            parsed = parse(name, family)
            tried: set[tuple[str, str]] = set()
            for key in _keys(parsed, family):
                for identity, other in self._shared.get(key, ()):
                    if identity in found or (identity, other.folded) in tried:
                        continue
                    tried.add((identity, other.folded))
                    if merges(parsed, other, family):
                        found.add(identity)
        return Resolved(found.pop(), "spelling") if len(found) == 1 else None

    def _take_apart(self) -> None:
        for identity, family, names in self._apart:
            for name in names:
                parsed = parse(name, family)
                for key in _keys(parsed, family):
                    self._shared[key].add((identity, parsed))
        self._apart.clear()


def _declare(names: dict[str, str | None], folded: str, identity: str) -> None:
    """Notes what a folded name means; None once it means two things."""
    if names.setdefault(folded, identity) != identity:
        names[folded] = None


def _family(kind: str) -> str:
    return kind if kind in ("person", "place", "") else "org"


def _keys(parsed: Name, family: str) -> Iterator[str]:
    """Kind and skeleton of the words a spelling of this name must share one of; acronyms for organisations."""
    yield from _own_keys(parsed, family)
    loose = loosened(parsed, family)
    if loose is not None:
        yield from _own_keys(loose, family)


def _own_keys(parsed: Name, family: str) -> Iterator[str]:
    yield f"{family}:{parsed.whole.broad}"
    if family in ("org", ""):
        for short in (*parsed.acronyms, parsed.short):
            yield f"{family}={short}"
    if family != "org":
        for part in parsed.parts:
            if len(part.broad) > 1:
                yield f"{family}:{part.broad}"


def _without_office(name: str) -> Iterator[str]:
    """ "NSA spokesman Mozahem al-Saloum" and "Mozahem al-Saloum, NSA spokesman" without the office; "LAST, First" turned.

    Only people are looked for behind an office: "Sheikh Maqsoud" is no Maqsoud.
    """
    if "," in name:
        before, _, after = name.partition(",")
        yield f"{after} {before}"
        yield before
    tokens = name.split()
    last = max((i for i, token in enumerate(tokens[:-1]) if fold(token) in words.TITLES), default=-1)
    if last >= 0:
        yield " ".join(tokens[last + 1 :])
