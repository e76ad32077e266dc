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
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9,
}  # fmt: skip
_SHORT_SCALES = frozenset({"k", "m", "mn", "mln", "bn"})
"""Signs rather than words: they follow a figure only ("3k"), never a word."""
MULTIPLIERS = frozenset(_SCALES) - _SHORT_SCALES
"""Words that count in units: dozen, hundred, thousand and their like."""
_AND_A_HALF = ("and", "a", "half")
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


def read_figure(word: Word) -> Numeral | None:
    """The value of one figure token; None where its separators do not settle it or it has more than 15 digits."""
    if len(word) > 2 * _MOST_DIGITS:
        return None
    for shape, grouping in _FIGURES:
        if shape.fullmatch(word):
            plain = word.replace(grouping, "") if grouping else word
            plain = plain.replace(",", ".")
            if len(plain.replace(".", "")) > _MOST_DIGITS:
                return None
            value = Fraction(plain)
            return Numeral(value, "." in plain)
    return None


def read_numeral(words: Sequence[Word]) -> Numeral | None:
    """The exact value of a whole run of tokens: a figure, words, or a figure and a multiplier; else None."""
    if not words or not all(words):
        return None
    if is_figure(words[0]):
        first = read_figure(words[0])
        return _scaled(first, words[1:]) if first else None
    if words[:2] == ("half", "a") and len(words) == 3 and _SCALES.get(words[2], 12) % 50 == 0:
        return Numeral(Fraction(_SCALES[words[2]], 2))
    if words[1:-1] == _AND_A_HALF and words[-1] in _SCALES:
        whole = _UNITS.get(words[0], 0) * 2 + 1
        return Numeral(Fraction(whole * _SCALES[words[-1]], 2)) if whole > 1 else None
    return _in_words(words)


def _scaled(first: Numeral, rest: Sequence[Word]) -> Numeral | None:
    value, scale = first.value, 1
    for word in rest:
        if word not in _SCALES or (scale > 1 and _SCALES[word] in (12, 20)):
            return None
        scale *= _SCALES[word]
    value *= scale
    return Numeral(value, first.decimals and (scale == 1 or value.denominator != 1), scale)


def _in_words(words: Sequence[Word]) -> Numeral | None:
    """English numerals, the larger multiplier always before the smaller: "two thousand three hundred and four"."""
    total, chunk, scale = 0, _Chunk(), 1
    ceiling = 10**15
    for index, word in enumerate(words):
        if word in _SHORT_SCALES:
            return None
        if word == "hundred" and not chunk.hundreds and chunk.below < 100:
            chunk.raise_to_hundreds()
            scale = 100
        elif word in _SCALES:
            scale = _SCALES[word]
            if word == "hundred" or scale >= ceiling or (chunk.empty and index > 0):
                return None
            total += (1 if chunk.empty else chunk.value) * scale
            ceiling, chunk = scale, _Chunk()
        elif word in ("and", "-"):
            if not _joins(words, index):
                return None
        elif not chunk.take(word, first=index == 0):
            return None
        else:
            scale = 1
    if words[-1] in ("and", "-") or (chunk.value >= ceiling):
        return None
    return Numeral(Fraction(total + chunk.value), scale=scale)


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
