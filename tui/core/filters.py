"""Which events are in view, as a value. What it matches is decided by `tui.index.queries`; here it is made and described."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

from tui.core.terms import MARKED, Term
from tui.core.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Different fields combine with AND, the members of one with OR (contract.md, "Commands"). Empty lets all pass."""

    actors: tuple[str, ...] = ()
    """Names, aliases or ids; a parent also finds its branches."""
    sources: tuple[str, ...] = ()
    """Ids, sigla or names."""
    places: tuple[str, ...] = ()
    """Names, aliases or ids; a place also finds what lies within it."""
    fields: tuple[str, ...] = ()
    """Field names, `who` standing for every `who.<role>`. Keeps events in which the field has a claim."""
    verdicts: tuple[str, ...] = ()
    """Verdict words; keeps events in which a field (of `fields`, if given) has the verdict."""
    since: int | None = None
    """Seconds since 1970 UTC; keeps events whose window ends after it."""
    until: int | None = None
    """Seconds since 1970 UTC, exclusive; keeps events whose window begins before it."""
    texts: tuple[str, ...] = ()
    """Words looked for, after folding, in prose, names and values."""

    terms: tuple[Term, ...] = ()
    """What was typed in the query language (`tui.core.terms`), on top of the rest."""
    marked: tuple[str, ...] = ()
    """Ids of the events that `is:marked` means; empty where no term asks for them."""

    @property
    def is_empty(self) -> bool:
        """Whether everything passes."""
        return all(getattr(self, f.name) in ((), None) for f in fields(self))

    @property
    def asks_for_marks(self) -> bool:
        """Whether what passes depends on which events are marked."""
        return any(term.name == "is" and MARKED in term.values for term in self.terms)

    def knowing(self, marked: tuple[str, ...]) -> Filter:
        """The filter with the marks that `is:marked` asks about; without any where it does not ask."""
        return replace(self, marked=marked if self.asks_for_marks else ())

    def of_actor(self, actor: str) -> Filter:
        """The filter with that actor instead of any chosen before; of an empty name with none."""
        terms = tuple(term for term in self.terms if term.name != "actor" or not term.is_choice)
        return replace(self, actors=(actor,) if actor else (), terms=terms)

    def typed(self) -> tuple[Term, ...]:
        """All of it that can be typed, as one would type it, but for what stands in `untyped`."""
        return (*(Term(name, values) for name, _, values in self._sayable()), *self.terms)

    def untyped(self) -> Filter:
        """What of it cannot be typed: times to the second, words of which any will do, fields with verdicts."""
        return replace(self, terms=(), **dict.fromkeys((part for _, part, _ in self._sayable()), ()))  # type: ignore[arg-type]

    def retyped(self, terms: tuple[Term, ...]) -> Filter:
        """The filter with other terms in the place of `typed`: where alternatives of a name were picked, those of it are still."""
        left, picked = list(terms), {}
        for name, part, _ in self._sayable():
            term = next((each for each in left if each.name == name and each.is_choice), None)
            picked[part] = term.values if term is not None else ()
            if term is not None:
                left.remove(term)
        return replace(self, terms=tuple(left), **picked)  # type: ignore[arg-type]

    def _sayable(self) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """(name, part, values) of the parts that terms can say: two choices of one name would be one when typed."""
        for name, part in _PARTS:
            values: tuple[str, ...] = getattr(self, part)
            twice = any(term.name == name and term.is_choice for term in self.terms)
            if values and not twice and not (name in ("field", "verdict") and self.fields and self.verdicts):
                yield name, part, values


_PARTS = (("actor", "actors"), ("source", "sources"), ("place", "places"), ("field", "fields"), ("verdict", "verdicts"))
EVERYTHING = Filter()
"""The filter that lets all pass."""
