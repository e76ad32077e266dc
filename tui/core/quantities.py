"""Figures as news writes them, read into hard bounds and a core: "at least 40", "10-20", "dozens" (rules.md §4).

Reads one phrase and says which convention it used. Never compares, and never guesses: words it does not know make
the phrase not understood, and so do qualifiers that change what is counted ("15, mostly children").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from math import inf

from tui.core.hedges import Bounds, Hedge, figure, hedge_after, hedge_before, hedged, number
from tui.core.line import EVERYTHING, Extent
from tui.core.numerals import Numeral, Word, is_figure, read_numeral, words_of
from tui.core.vague_numbers import DEFAULT_ROWS, Overrides, Row, overridden, row_named, row_names

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
    {"none", "no", "no one", "nobody", "no - one", "zero", "nil", "0", "none at all", "without casualties", "not any"}
)
_NOT_COUNTED = "unknown"
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
        return _bracketed(words[1:-1])
    if words[0] in ("(", '"', "“") and len(words) > 2:
        words = words[1:-1]
    while words and words[0] in _LEADING:
        words = words[1:]
    trimmed = _without_nouns(words)
    if " ".join(trimmed) in _NONE and (trimmed[0] != "no" or len(trimmed) < len(words) or len(trimmed) > 1):
        return replace(number(Fraction(0)), rule="Table of numbers, 'none': zero.")
    return _hedged(words, rows, depth=0)


def _hedged(words: tuple[Word, ...], rows: Mapping[str, Row], *, depth: int) -> Bounds | None:
    """A body with hedges and harmless nouns around it; at most three layers, so a phrase of hedges ends."""
    if not words or depth > 3:
        return None
    if (body := _body(words, rows)) is not None:
        return body
    if (before := hedge_before(words)) is not None:
        inner = _hedged(words[before[1] :], rows, depth=depth + 1)
        if inner is not None and (found := _apply(before[0], inner)) is not None:
            return found
    if (after := hedge_after(words)) is not None:
        inner = _hedged(words[: -after[1]], rows, depth=depth + 1)
        if inner is not None and (found := _apply(after[0], inner)) is not None:
            return found
    trimmed = _without_nouns(words)
    return _hedged(trimmed, rows, depth=depth) if len(trimmed) < len(words) else None


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
    simple = _amount(words, rows)
    if simple is not None:
        return simple
    return _range(words, rows)


def _amount(words: tuple[Word, ...], rows: Mapping[str, Row]) -> Bounds | None:
    """One number or one vague word."""
    vague = _vague(words, rows)
    if vague is not None:
        return vague
    numeral = _counted(words)
    return None if numeral is None else number(numeral.value, decimals=numeral.decimals)


def _counted(words: tuple[Word, ...]) -> Numeral | None:
    """A numeral that counts: the bare article of "a soldier" does not stand alone."""
    return None if words in (("a",), ("an",)) else read_numeral(words)


def _vague(words: tuple[Word, ...], rows: Mapping[str, Row]) -> Bounds | None:
    plain = words[1:] if words[0] == "a" and len(words) > 1 else words
    name = " ".join(plain)
    if name == "number" and plain is words:
        return None
    if name in ("half a dozen", "half dozen") or (name in rows and name not in ("half", "")):
        return _row(rows[name])
    if name.startswith("many ") and name[5:] in rows and name.endswith("s"):
        return _row(rows[name[5:]])
    for cut in (1, 2):
        unit = read_numeral(plain[cut:]) if len(plain) > cut and not is_figure(plain[-1]) else None
        head = " ".join(plain[:cut]).removesuffix(" of")
        if unit and unit.scale > 1 and unit.value == unit.scale and head in ("couple", "few", "several"):
            return _times(rows[head], int(unit.value), " ".join(words))
    return None


def _row(row: Row) -> Bounds:
    article = "a " if row.name in ("couple", "few", "handful", "dozen") else ""
    shown = "a number of" if row.name == "number" else article + row.name
    return Bounds(
        low=row.low, core_low=row.core_low, core_high=inf if row.core_high is None else row.core_high,
        high=inf if row.high is None else row.high, firm=row.never_strains, shown=shown,
        rule=f"Table of numbers, '{shown}': {_span(row.core_low, row.core_high)}, at the widest {_span(row.low, row.high)}.",
        value=None if row.value is None else Fraction(row.value),
    )  # fmt: skip


def _times(row: Row, unit: int, shown: str) -> Bounds:
    scaled = Row(
        shown, row.low * unit, row.core_low * unit,
        None if row.core_high is None else row.core_high * unit, None if row.high is None else row.high * unit,
    )  # fmt: skip
    return replace(_row(scaled), rule=f"Table of numbers, '{row.name}' counted in units of {unit}.")


def _span(low: int, high: int | None) -> str:
    if high is None:
        return f"{low} or more"
    return str(low) if low == high else f"{low}–{high}"


def _bracketed(words: tuple[Word, ...]) -> Bounds | None:
    """`[10, 20]`: two figures, lower first. A comma without a space was taken for a thousands or decimal sign."""
    if len(words) == 1 and words[0].count(",") == 1:
        low, high = words[0].split(",")
        words = (low, ",", high)
    for left, right in _splits(words, (",",)):
        found = _from_to(left, right)
        if found is not None:
            return found
    return None


def _range(words: tuple[Word, ...], rows: Mapping[str, Row]) -> Bounds | None:
    if words[0] in ("between", "from", "either") and len(words) > 1:
        joints = {"between": ("and", "to", "-"), "from": ("to", "-"), "either": ("or",)}[words[0]]
        words = words[1:]
    else:
        joints = ("-", "to", "..", "...", "or", "until")
    for left, right in _splits(words, joints):
        found = _from_to(left, right) or _vague_range(left, right, rows)
        if found is not None:
            return found
    return _alternatives(words) or _two_bounds(words)


def _splits(words: tuple[Word, ...], joints: tuple[Word, ...]) -> Iterator[tuple[tuple[Word, ...], tuple[Word, ...]]]:
    for index, word in enumerate(words):
        if word in joints and 0 < index < len(words) - 1:
            yield words[:index], words[index + 1 :]


def _from_to(left: tuple[Word, ...], right: tuple[Word, ...]) -> Bounds | None:
    low, high = _counted(_without_nouns(left)), _counted(right)
    if low is None or high is None:
        return None
    start = low.value
    if low.scale == 1 and high.scale > 1 and start * high.scale < high.value:
        start *= high.scale
    if start > high.value:
        return None
    return _between(start, high.value, decimals=low.decimals or high.decimals)


def _between(low: Fraction, high: Fraction, *, decimals: bool) -> Bounds:
    ends = number(low, decimals=decimals), number(high, decimals=decimals)
    return Bounds(
        low=ends[0].low, core_low=ends[0].low, core_high=ends[1].high, high=ends[1].high, decimals=decimals,
        shown=f"{figure(low)}–{figure(high)}" if low < high else figure(low),
        rule="Table of numbers, 'N–M': from N to M, both included.",
    )  # fmt: skip


def _vague_range(left: tuple[Word, ...], right: tuple[Word, ...], rows: Mapping[str, Row]) -> Bounds | None:
    """ "dozens or hundreds": from the lower to the upper bounds."""
    low, high = _amount(left, rows), _amount(right, rows)
    if low is None or high is None or low.low > high.low or low.core_low > high.core_low or high.high < low.high:
        return None
    return Bounds(
        low=low.low, core_low=low.core_low, core_high=high.core_high, high=high.high, decimals=low.decimals or high.decimals,
        shown=f"{low.shown} to {high.shown}", rule="Table of numbers: from the lower of the two to the upper.",
    )  # fmt: skip


def _alternatives(words: tuple[Word, ...]) -> Bounds | None:
    """ "6, 7 or 9": judged by its hull."""
    if "or" not in words or words.count("or") > 1:
        return None
    parts: list[Numeral] = []
    run: list[Word] = []
    for word in (*words, ","):
        if word not in (",", "or"):
            run.append(word)
            continue
        numeral = _counted(tuple(run)) if run else None
        if numeral is None:
            return None
        parts.append(numeral)
        run = []
    values = [part.value for part in parts]
    found = _between(min(values), max(values), decimals=any(part.decimals for part in parts))
    return replace(found, rule="A set of figures, judged by its hull: from the lowest to the highest.")


def _two_bounds(words: tuple[Word, ...]) -> Bounds | None:
    """ "at least 30 but no more than 40": both bounds hold."""
    for left, right in _splits(words, ("but", "and")):
        first, second = _bounded(left), _bounded(right[1:] if right[:1] in (("possibly",), ("perhaps",)) else right)
        if first is None or second is None or first.high < inf or second.high == inf or first.low > second.high:
            continue
        return Bounds(
            low=first.low, core_low=first.low, core_high=second.high, high=second.high,
            shown=f"{figure(first.low)}–{figure(second.high)}", rule="Two bounds stated together: both hold.",
        )  # fmt: skip
    return None


def _bounded(words: tuple[Word, ...]) -> Bounds | None:
    hedge = hedge_before(words)
    if hedge is None:
        return None
    numeral = _counted(words[hedge[1] :])
    return None if numeral is None else hedged(hedge[0], number(numeral.value, decimals=numeral.decimals))
