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
from typing import NamedTuple

from tui.core.amounts import amount
from tui.core.counted_things import with_unit, without_part, without_signs, without_things
from tui.core.hedges import Bounds, Hedge, hedge_after, hedge_before, hedged, number, rounded
from tui.core.line import EVERYTHING, Extent
from tui.core.numerals import MULTIPLIERS, Word, words_of
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
    unit: str = ""
    """What it measures, where the words say so ("%", "km"); empty for counts."""
    group: str = ""
    """The narrower group that alone is counted, as part of its name ("civil", "child"); empty for everyone."""


_HARMLESS = (
    "people persons person dead killed deaths death fatalities fatality lives casualties casualty wounded injured hurt "
    "injuries victims victim bodies body died dying were was are is been have had be being fighters fighter militants "
    "militant soldiers soldier troops men rebels rebel gunmen insurgents martyrs members individuals displaced missing "
    "slain confirmed killing killings years year old of"
)
_NOUNS = frozenset(_HARMLESS.split())
"""Words after a number that say nothing the field does not say. Others are in `tui.core.counted_things`, and the rule
names them."""
_LEADING = frozenset(
    (
        "killing",
        "killed",
        "wounding",
        "injuring",
        "wounded",
        "injured",
        "left",
        "leaving",
        "arrested",
        "detained",
        "destroyed",
    )
)
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
_EXACT = frozenset(("exactly", "precisely"))
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
        core_high=_open(bounds.core_high), bound=bounds.firm, rule=bounds.rule + _left_out(bounds.left),
        shown=bounds.shown, unit=bounds.unit, group=bounds.group,
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


def _left_out(left: tuple[str, ...]) -> str:
    """A sentence that names the words left out, to follow the rule."""
    quoted = [f"'{words}'" for words in left]
    return f" {' and '.join(quoted)} {'is' if len(left) == 1 else 'are'} left out." if left else ""


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
    return _beside(words, rows)


def _beside(words: tuple[Word, ...], rows: Mapping[str, Row]) -> Bounds | None:
    """The figure without its signs and without a part that is told apart ("14, including 3 children")."""
    whole = without_part(words)
    bare = without_signs(_odd_last(whole.words))
    found = _hedged(bare.words, _Phrase(rows, bool(bare.unit), {}), depth=0)
    if found is None or (bare.unit and found.unit not in ("", bare.unit)):
        return None
    unit = bare.unit or found.unit
    if unit == "%" and found.value is not None and found.low == found.high and not _EXACT.intersection(words):
        # A share in whole percents is a measure, rounded like one with decimals.
        share = rounded(found.value, Fraction(1), decimals=True, shown=found.shown)
        found = replace(share, left=found.left, group=found.group)
    shown = with_unit(found.shown, unit)
    if unit == "%" and found.low == found.high and not shown.startswith("exactly"):
        shown = f"exactly {shown}"
    left = (*(each for each in (bare.left,) if each), *found.left, *(each for each in (whole.left,) if each))
    return replace(found, left=left, unit=unit, shown=shown)


def _odd_last(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """ "20-odd thousand" as "20 thousand-odd"."""
    for n in range(1, len(words) - 1):
        if words[n] == "odd" and words[n + 1] in MULTIPLIERS:
            start = n - 1 if words[n - 1] == "-" else n
            return (*words[:start], words[n + 1], "-", "odd", *words[n + 2 :])
    return words


class _Phrase(NamedTuple):
    """What holds for every part of one phrase."""

    rows: Mapping[str, Row]
    measured: bool
    """A sign says that it is no count ("%", "$")."""
    tried: dict[tuple[Word, ...], Bounds | None]


def _hedged(words: tuple[Word, ...], phrase: _Phrase, *, depth: int, things: bool = True) -> Bounds | None:
    """A body with hedges, harmless nouns and once what is counted around it; at most three layers, so a phrase of hedges
    ends."""
    if not words or depth > 3:
        return None
    if words not in phrase.tried:
        body = _body(words, phrase.rows)
        phrase.tried[words] = replace(body, decimals=True) if body is not None and phrase.measured else body
    if (body := phrase.tried[words]) is not None:
        return body
    if (before := hedge_before(words)) is not None:
        inner = _hedged(words[before[1] :], phrase, depth=depth + 1, things=things)
        if inner is not None and (found := _apply(before[0], inner)) is not None:
            return found
    if (after := hedge_after(words)) is not None:
        inner = _hedged(words[: -after[1]], phrase, depth=depth + 1, things=things)
        if inner is not None and (found := _apply(after[0], inner)) is not None:
            return found
    trimmed = _without_nouns(words)
    if len(trimmed) < len(words) and (found := _hedged(trimmed, phrase, depth=depth, things=things)) is not None:
        return found
    for beside in without_things(words) if things else ():
        inner = _hedged(beside.words, phrase, depth=depth, things=False)
        if inner is not None:
            measured = inner.decimals or bool(beside.unit)
            return replace(inner, left=(beside.left,), unit=beside.unit, group=beside.group, decimals=measured)
    return None


def _apply(hedge: Hedge, inner: Bounds) -> Bounds | None:
    """Two hedges that say the same are one ("at least 40 so far"); two that differ are not understood."""
    if inner.value is None and inner.shown.startswith(hedge.value + " "):
        return inner
    odd = inner.shown.endswith(Hedge.ODD.value)
    if odd and hedge is Hedge.ABOUT:
        return inner
    if inner.value is None and inner.firm and not odd and hedge not in (Hedge.PLAIN, Hedge.EXACTLY):
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
