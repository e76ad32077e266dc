"""Figures as news writes them, read into hard bounds and a core: "at least 40", "10-20", "dozens" (rules.md §4).

Reads one phrase and says which convention it used. Never compares, and never guesses: words it does not know make
the phrase not understood, and so do qualifiers that change what is counted ("15, mostly children").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from math import inf

from tui.core.amounts import amount
from tui.core.hedges import Bounds, Hedge, hedge_after, hedge_before, hedged, number
from tui.core.line import EVERYTHING, Extent
from tui.core.numerals import Word, words_of
from tui.core.ranges import between, bracketed
from tui.core.vague_numbers import DEFAULT_ROWS, Overrides, Row, overridden, row_named, row_names
from tui.core.values import dataclass

__all__ = ["DEFAULT_ROWS", "Overrides", "Quantity", "canonical", "extent", "read_quantity", "row_named", "row_names"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure as written and what it may be. All bounds are inclusive."""

    text: str
    understood: bool
    low: float | int | None
    """Hard lower bound; None only when not understood."""
    high: float | int | None
    """Hard upper bound; None is unbounded (or not understood)."""
    core_low: float | int | None
    core_high: float | int | None
    """None is unbounded, as for "many" (or not understood)."""
    bound: bool
    """A bound is what is written ("at least", "up to", "many"): meeting outside the core but inside hard never strains."""
    rule: str
    """How it was read, one plain sentence."""
    shown: str = ""
    """The value in the program's words; empty when not understood."""


_HARMLESS = (
    "people persons person dead killed deaths death fatalities fatality lives casualties casualty wounded injured hurt "
    "injuries victims victim bodies body died dying were was are is been have had be being fighters fighter militants "
    "militant soldiers soldier troops men rebels rebel gunmen insurgents martyrs members individuals displaced missing "
    "slain killing killings years year old of"
)
_NOUNS = frozenset(_HARMLESS.split())
"""Words after a number that do not change it. Narrower groups (civilians, children) are left out on purpose: they say
that less than the field is counted, and the reader must look."""
_LEADING = frozenset({"killing", "killed", "wounding", "injuring", "wounded", "injured", "left"})
_NONE = frozenset(
    (
        "none",
        "no one",
        "nobody",
        "no - one",
        "zero",
        "nil",
        "0",
        "none at all",
        "not a single",
        "not one",
        "not a single one",
    )
)
_NONE_OF = frozenset(("no", "without", "without any", "zero", "not any"))
"""Words for zero that need a noun: "no" alone may answer another question."""
_QUOTES = {"(": ")", '"': '"', "“": "”", "'": "'", "„": "“", "«": "»"}
_MOST_WORDS = 24
"""Longer phrases are sentences, not figures."""


@lru_cache(maxsize=8192)
def read_quantity(text: str, overrides: Overrides = ()) -> Quantity:
    """Reads one figure as written; `overrides` are the dossier's own rows. Never raises; see rules.md §4."""
    if len(text) > 400:
        return _unread(text, "longer than any figure")
    words = words_of(text)
    if not words or len(words) > _MOST_WORDS:
        return _unread(text, "no figure of the table fits these words")
    bounds = _read(words, overridden(overrides))
    if bounds is None:
        return _unread(text, "no figure of the table fits these words")
    return Quantity(
        text=text, understood=True, low=bounds.low, high=_open(bounds.high), core_low=bounds.core_low,
        core_high=_open(bounds.core_high), bound=bounds.firm, rule=bounds.rule, shown=bounds.shown,
    )  # fmt: skip


def extent(quantity: Quantity) -> Extent:
    """The quantity as a stretch of the line; no constraint when it was not understood."""
    if not quantity.understood or quantity.low is None or quantity.core_low is None:
        return EVERYTHING
    return Extent(
        quantity.low,
        quantity.core_low,
        inf if quantity.core_high is None else quantity.core_high,
        inf if quantity.high is None else quantity.high,
        quantity.bound,
    )


def canonical(quantity: Quantity) -> str:
    """The value in the program's words: "43", "at least 30", "10–20", "dozens"; the source's words if not understood."""
    return quantity.shown or " ".join(quantity.text.split())


def _unread(text: str, why: str) -> Quantity:
    return Quantity(
        text=text, understood=False, low=None, high=None, core_low=None, core_high=None, bound=False,
        rule=f"Not understood: {why}.",
    )  # fmt: skip


def _open(value: float) -> float | None:
    return None if value == inf else value


def _read(words: tuple[Word, ...], rows: Mapping[str, Row]) -> Bounds | None:
    """One whole phrase: brackets, or hedges around a body."""
    if words[0] == "[" and words[-1] == "]":
        return bracketed(words[1:-1])
    if len(words) > 2 and _QUOTES.get(words[0]) == words[-1]:
        words = words[1:-1]
    while words and words[0] in _LEADING:
        words = words[1:]
    trimmed = _without_nouns(words)
    said = " ".join(trimmed)
    if said in _NONE or (said in _NONE_OF and len(trimmed) < len(words)):
        return replace(number(Fraction(0)), rule="Table of numbers, 'none': zero.")
    return _hedged(words, rows, {}, depth=0)


def _hedged(
    words: tuple[Word, ...], rows: Mapping[str, Row], tried: dict[tuple[Word, ...], Bounds | None], *, depth: int
) -> Bounds | None:
    """A body with hedges and harmless nouns around it; at most three layers, so a phrase of hedges ends."""
    if not words or depth > 3:
        return None
    if words not in tried:
        tried[words] = _body(words, rows)
    if (body := tried[words]) is not None:
        return body
    if (before := hedge_before(words)) is not None:
        inner = _hedged(words[before[1] :], rows, tried, depth=depth + 1)
        if inner is not None and (found := _apply(before[0], inner)) is not None:
            return found
    if (after := hedge_after(words)) is not None:
        inner = _hedged(words[: -after[1]], rows, tried, depth=depth + 1)
        if inner is not None and (found := _apply(after[0], inner)) is not None:
            return found
    trimmed = _without_nouns(words)
    return _hedged(trimmed, rows, tried, depth=depth) if len(trimmed) < len(words) else None


def _apply(hedge: Hedge, inner: Bounds) -> Bounds | None:
    """Two hedges that say the same are one ("at least 40 so far"); two that differ are not understood."""
    if inner.value is None and inner.shown.startswith(hedge.value + " "):
        return inner
    if inner.value is None and inner.firm and hedge is not Hedge.EXACTLY:
        return None
    return hedged(hedge, inner)


def _without_nouns(words: tuple[Word, ...]) -> tuple[Word, ...]:
    end = len(words)
    while end > 1 and (words[end - 1] in _NOUNS or (words[end - 1] == "-" and end < len(words))):
        end -= 1
    return words[:end]


def _body(words: tuple[Word, ...], rows: Mapping[str, Row]) -> Bounds | None:
    simple = amount(words, rows)
    if simple is not None:
        return simple
    return between(words, rows)
