"""Figures and numerals in words: "1,200", "1 200", "forty-three", "two dozen", "1.5 million" to exact values.

Answers only what a numeral is worth. Hedges, ranges and vague words are `tui.core.quantities`. A figure that two
locales write with different meanings ("1.200") is not read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

Word = str
"""One token: a figure as written, a casefolded word, or a single sign."""


class Numeral(NamedTuple):
    """An exact value and how it was written."""

    value: Fraction
    decimals: bool = False
    """It was written with decimals and is no whole number: a measure, not a count."""
    scale: int = 1
    """The multiplier word it ends in ("two dozen": 12), which a range may share: "two or three dozen"."""
    unit: Fraction = Fraction(0)
    """What one unit of its last written digit is worth where it is rounded to that ("2.3 million": 100,000); 0: exact."""


_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_UNITS = {word: value for value, word in enumerate(_SMALL.split())} | {"nil": 0, "a": 1, "an": 1}
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    "dozen": 12, "score": 20, "hundred": 100, "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7,
    "billion": 10**9, "trillion": 10**12,
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "tn": 10**12,
}  # fmt: skip
_SHORT_SCALES = {"k": "thousand", "m": "million", "mn": "million", "mln": "million", "bn": "billion", "tn": "trillion"}
"""Signs rather than words: they follow a figure only ("3k"), never a word."""
_COUNTING = frozenset({"dozen", "score"})
"""Multipliers that count things one by one: "two dozen" is 24, not some twenty."""
MULTIPLIERS = frozenset(_SCALES) - _SHORT_SCALES.keys()
"""Words that count in units: dozen, hundred, thousand and their like."""
_AND_A_HALF = ("and", "a", "half")
_QUARTERS = {
    ("a", "quarter", "of", "a"): 1, ("a", "quarter"): 1, ("a", "quarter", "-"): 1, ("half", "a"): 2, ("a", "half"): 2,
    ("three", "quarters", "of", "a"): 3, ("three", "-", "quarters", "of", "a"): 3,
}  # fmt: skip
"""Fourths of the multiplier that follows: "half a million"."""
_MOST_DIGITS = 15
"""Longer figures are no count of anything and would leave the range where floats are exact."""

_TOKEN = re.compile(r"\d+(?:[.,']\d+| \d{3}(?!\d))*|[^\W\d_]+|\.\.\.?|[<>]=|[^\s\w]|_")
_FIGURES = (
    (re.compile(r"\d+"), ""),
    (re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?"), ","),
    (re.compile(r"[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?"), ","),
    (re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?"), "."),
    (re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+,\d+"), "."),
    (re.compile(r"[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d+)?"), " "),
    (re.compile(r"[1-9]\d{0,2}(?:'\d{3})+(?:[.,]\d+)?"), "'"),
    (re.compile(r"\d+,\d{1,2}|0,\d+"), ""),
    (re.compile(r"0\.\d+|\d+\.(?:\d{1,2}|\d{4,})|\d{4,}\.\d{3}"), ""),
)
"""Shapes of a figure and the sign that groups its thousands; what is left of the other sign is the decimal one.

"1.200" has no shape on purpose: it is 1200 in Berlin and 1.2 in London. "1,200" is read as 1200, the only reading
English gives it (rules.md §4)."""
_SIGNS = str.maketrans({
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "﹣": "-",
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "٬": "'", "٫": ".", "،": ",",
    "≥": ">=", "≤": "<=", "≈": "~", "∼": "~", "˜": "~", "…": "..",
})  # fmt: skip
_FRACTION_SLASH = "\u2044"


def words_of(text: str) -> tuple[Word, ...]:
    """Tokens of a phrase, casefolded, with digits of every script as 0-9 and dashes and apostrophes of one kind."""
    if _FRACTION_SLASH in unicodedata.normalize("NFKC", text):
        # "2½" would become the figure 21⁄2: fractions of a count are not read.
        return (_FRACTION_SLASH,)
    plain = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS).casefold()
    if not plain.isascii():
        plain = "".join(_ascii_digit(sign) for sign in plain)
    return tuple(_TOKEN.findall(plain))


def is_figure(word: Word) -> bool:
    """Whether a token is written in digits."""
    return word[:1].isdigit()


def is_numeral_word(word: Word) -> bool:
    """Whether a word is part of numerals: "seven", "forty", "dozen", "a"."""
    return word in _UNITS or word in _TENS or word in _SCALES


def read_figure(word: Word) -> Numeral | None:
    """The value of one figure token; None where its separators do not settle it or it has more than 15 digits."""
    plain = _plain_figure(word)
    if plain is None:
        return None
    _, point, decimals = plain.partition(".")
    value = Fraction(plain)
    return Numeral(value, value.denominator != 1, unit=Fraction(1, 10 ** len(decimals)) if point else Fraction(0))


def _plain_figure(word: Word) -> str | None:
    """A figure as digits and a decimal point: "1,200.50" as "1200.50"."""
    if len(word) > 2 * _MOST_DIGITS:
        return None
    for shape, grouping in _FIGURES:
        if shape.fullmatch(word):
            plain = (word.replace(grouping, "") if grouping else word).replace(",", ".")
            return plain if len(plain.replace(".", "")) <= _MOST_DIGITS else None
    return None


def spelt(words: Sequence[Word]) -> str:
    """A numeral in one spelling that reads back as the same: "2,300K" as "2300 thousand"."""
    said = " ".join(_SHORT_SCALES.get(word, _plain_figure(word) or word) for word in words)
    return said.replace(" - ", "-")


def read_numeral(words: Sequence[Word]) -> Numeral | None:
    """The exact value of a whole run of tokens: a figure, words, or a figure and a multiplier; else None."""
    if not words or not all(words):
        return None
    if is_figure(words[0]):
        first = read_figure(words[0])
        return _scaled(first, words[1:]) if first else None
    return _in_parts(tuple(words)) or _in_words(words)


def _in_parts(words: tuple[Word, ...]) -> Numeral | None:
    """ "half a million", "two and a half thousand", "a million and a half": rounded to a tenth of the multiplier."""
    if words[2:] == _AND_A_HALF:
        words = (words[0], *_AND_A_HALF, words[1])
    whole = _UNITS.get(words[0], 0) if words[1:-1] == _AND_A_HALF else 0
    fourths = 4 * whole + 2 if whole else _QUARTERS.get(words[:-1], 0)
    scale, counts = _SCALES.get(words[-1], 0), words[-1] in _COUNTING
    if not fourths or not scale or (counts and not whole):
        return None
    return Numeral(Fraction(fourths * scale, 4), unit=Fraction(0 if counts else scale, 10))


def _scaled(first: Numeral, rest: Sequence[Word]) -> Numeral | None:
    value, scale, exact = first.value, 1, not first.unit
    for written in rest:
        # "2.3 millions" counts in the same units as "2.3 million".
        word = written[:-1] if written.endswith("s") else written
        if word not in _SCALES or (scale > 1 and word in _COUNTING):
            return None
        scale *= _SCALES[word]
        exact = word in _COUNTING
    value *= scale
    unit = (first.unit or Fraction(1)) * scale
    whole = value.denominator == 1
    exact = exact or (whole and unit <= 1) or (whole and scale == 1)
    return Numeral(value, first.decimals and (scale == 1 or not whole), scale, Fraction(0) if exact else unit)


def _in_words(words: Sequence[Word]) -> Numeral | None:
    """English numerals, the larger multiplier always before the smaller: "two thousand three hundred and four"."""
    total, chunk, scale, unit = 0, _Chunk(), 1, 0
    ceiling = 10**15
    for index, word in enumerate(words):
        if word in _SHORT_SCALES:
            return None
        if word == "hundred" and not chunk.hundreds and chunk.below < 100:
            chunk.raise_to_hundreds()
            scale = unit = 100
        elif word in _SCALES:
            scale = _SCALES[word]
            if word == "hundred" or scale >= ceiling or (chunk.empty and index > 0):
                return None
            total += (1 if chunk.empty else chunk.value) * scale
            unit = 0 if word in _COUNTING else (unit or 1) * scale
            ceiling, chunk = scale, _Chunk()
        elif word in ("and", "-"):
            if not _joins(words, index):
                return None
        elif not chunk.take(word, first=index == 0):
            return None
        else:
            scale, unit = 1, 0
    if words[-1] in ("and", "-") or (chunk.value >= ceiling):
        return None
    return Numeral(Fraction(total + chunk.value), scale=scale, unit=Fraction(unit))


def _joins(words: Sequence[Word], index: int) -> bool:
    """A hyphen joins tens and units, "and" follows a multiplier."""
    before = words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    if words[index] == "and":
        return before in _SCALES and before not in _SHORT_SCALES and (after in _TENS or after in _UNITS)
    return (before in _TENS and 1 <= _UNITS.get(after, 0) <= 9) or after in _SCALES


class _Chunk:
    """The part of a numeral below the next multiplier: hundreds, tens and units."""

    def __init__(self) -> None:
        self.hundreds = 0
        self.below = 0
        self.empty = True

    @property
    def value(self) -> int:
        return self.hundreds + self.below

    def raise_to_hundreds(self) -> None:
        self.hundreds = 100 * (1 if self.empty else self.below)
        self.below, self.empty = 0, False

    def take(self, word: Word, *, first: bool) -> bool:
        """Adds tens or units where they fit ("twenty" then "three"); False where they do not."""
        if word in _TENS and self.below == 0:
            self.below, self.empty = _TENS[word], False
            return True
        if word not in _UNITS or (word in ("a", "an", "zero", "nil") and not first):
            return False
        unit = _UNITS[word]
        if self.below == 0 or (self.below in _TENS.values() and 1 <= unit <= 9):
            self.below, self.empty = self.below + unit, False
            return True
        return False


def _ascii_digit(sign: str) -> str:
    value = unicodedata.decimal(sign, None)
    return sign if value is None else str(value)
