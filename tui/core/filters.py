"""Which events are in view, as a value. What it matches is decided by `tui.index.queries`; here it is made and described."""

from __future__ import annotations

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


EVERYTHING = Filter()
"""The filter that lets all pass."""
