"""One amount: a number, or a vague word of the table ("several", "a few dozen").

Reads a whole run of words or nothing; ranges and hedges are not its business.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from math import inf

from tui.core.hedges import Bounds, number, rounded
from tui.core.numerals import MULTIPLIERS, Numeral, Word, read_numeral, spelt
from tui.core.vague_numbers import Row

_PLURALS = {"dozens": "dozen", "hundreds": "hundred", "thousands": "thousand", "millions": "million"}
_ONE_OR_TWO = {("a", "single"): 1, ("single",): 1, ("one", "single"): 1, ("a", "pair"): 2, ("pair",): 2}


def amount(words: tuple[Word, ...], rows: Mapping[str, Row]) -> Bounds | None:
    """One number or one vague word."""
    vague = _vague(words, rows)
    if vague is not None:
        return vague
    numeral = counted(words)
    if numeral is None:
        return None
    if numeral.unit:
        return rounded(numeral.value, numeral.unit, decimals=numeral.decimals, shown=spelt(words))
    return number(numeral.value, decimals=numeral.decimals)


def counted(words: tuple[Word, ...]) -> Numeral | None:
    """A numeral that counts: the bare article of "a soldier" does not stand alone."""
    if words in _ONE_OR_TWO:
        return Numeral(Fraction(_ONE_OR_TWO[words]))
    return None if words in (("a",), ("an",)) else read_numeral(words)


def _vague(words: tuple[Word, ...], rows: Mapping[str, Row]) -> Bounds | None:
    plain = words[1:] if words[0] == "a" and len(words) > 1 else words
    name = " ".join(plain)
    if name in ("number", "few") and plain is words:
        return None
    if name in ("half a dozen", "half dozen") or (name in rows and name not in ("half", "")):
        return _row(rows[name])
    if name.startswith("many ") and name[5:] in rows and name.endswith("s"):
        return _row(rows[name[5:]])
    for cut in (1, 2):
        units = _singular(plain[cut:])
        unit = read_numeral(units) if MULTIPLIERS.issuperset(units) else None
        head = " ".join(plain[:cut]).removesuffix(" of")
        if unit and head in ("couple", "few", "several"):
            return _times(rows[head], int(unit.value), " ".join(words))
    return None


def _singular(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """ "several hundreds" counts in the same units as "several hundred"."""
    if not words:
        return words
    return (*words[:-1], _PLURALS.get(words[-1], words[-1]))


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
