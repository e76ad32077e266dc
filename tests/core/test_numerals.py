"""Figures and numerals in words."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.numerals import read_numeral, spelt, words_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("007", 7),
        ("1,200", 1_200),
        ("1 200", 1_200),
        ("1\u202f200", 1_200),
        ("1'200", 1_200),
        ("1’200", 1_200),
        ("1,234,567", 1_234_567),
        ("1.234.567", 1_234_567),
        ("1.234,5", Fraction(12345, 10)),
        ("1,234.5", Fraction(12345, 10)),
        ("12,34,567", 1_234_567),
        ("2.5", Fraction(5, 2)),
        ("2,5", Fraction(5, 2)),
        ("0.125", Fraction(1, 8)),
        ("١٢٠", 120),
        ("१२", 12),
        ("forty-three", 43),
        ("forty three", 43),
        ("Forty–Three", 43),
        ("one hundred and twenty", 120),
        ("a hundred", 100),
        ("hundred", 100),
        ("twelve hundred", 1_200),
        ("one thousand and one", 1_001),
        ("two million three hundred thousand", 2_300_000),
        ("three hundred and forty-five thousand six hundred and seventy-eight", 345_678),
        ("two dozen", 24),
        ("a dozen", 12),
        ("1.5 million", 1_500_000),
        ("3k", 3_000),
        ("2bn", 2_000_000_000),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("three-quarters of a million", 750_000),
        ("a million and a half", 1_500_000),
        ("2.3 millions", 2_300_000),
        ("5tn", 5 * 10**12),
        ("zero", 0),
    ],
)
def test_numerals_have_one_value(text, value):
    numeral = read_numeral(words_of(text))
    assert numeral is not None
    assert numeral.value == value


@pytest.mark.parametrize(
    "text",
    [
        "1.200",  # 1200 in Berlin, 1.2 in London
        "1,2,3",
        "12,3456",
        "1,200.300.400",
        "five six",
        "twenty ten",
        "twenty zero",
        "hundred hundred",
        "thousand million",
        "hundred and",
        "and five",
        "a few",
        "five k",
        "2½",
        "3rd",
        "-5",
        "",
        "9" * 16,
        "9" * 5000,
    ],
)
def test_what_is_no_numeral_has_none(text):
    assert read_numeral(words_of(text)) is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("2.3 million", 100_000),
        ("2.30 million", 10_000),
        ("7 million", 1_000_000),
        ("10k", 1_000),
        ("2,340 thousand", 1_000),
        ("3.5bn", 100_000_000),
        ("2.5 lakh", 10_000),
        ("12 crore", 10_000_000),
        ("a hundred", 100),
        ("fifteen hundred", 100),
        ("two hundred thousand", 100_000),
        ("fifty thousand", 1_000),
        ("one hundred and fifty thousand", 1_000),
        ("two thousand three hundred", 100),
        ("half a million", 100_000),
        ("two and a half thousand", 100),
        ("a million and a half", 100_000),
        ("a quarter of a million", 100_000),
        ("50.5", Fraction(1, 10)),
        ("50.49", Fraction(1, 100)),
        ("2300000", 0),
        ("2,300,000", 0),
        ("100", 0),
        ("forty-three", 0),
        ("one hundred and twenty", 0),
        ("two thousand three hundred and four", 0),
        ("two dozen", 0),
        ("three score", 0),
        ("two and a half dozen", 0),
        ("1.234567 million", 0),
        ("12.0", 0),
    ],
)
def test_a_figure_is_rounded_to_its_last_written_digit(text, unit):
    """A magnitude word or decimals say so; what is written out to the ones is exact (rules.md §4, §13 "rounding")."""
    numeral = read_numeral(words_of(text))
    assert numeral is not None
    assert numeral.unit == unit


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("2,300K", "2300 thousand"),
        ("2,30 m", "2.30 million"),
        ("Two Hundred", "two hundred"),
        ("forty–five thousand", "forty-five thousand"),
    ],
)
def test_a_numeral_has_one_spelling(text, spelling):
    assert spelt(words_of(text)) == spelling


UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety"


def spoken(number: int) -> str:
    """The number in English words."""
    units, tens = UNITS.split(), TENS.split()
    if number < 20:
        return units[number]
    if number < 100:
        return tens[number // 10] + (f"-{units[number % 10]}" if number % 10 else "")
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = " and " if 0 < rest < 100 else " "
            return f"{spoken(number // scale)} {name}" + (joint + spoken(rest) if rest else "")
    raise AssertionError(number)


@given(st.integers(0, 10**12 - 1))
def test_every_number_in_words_is_read_back(number):
    numeral = read_numeral(words_of(spoken(number)))
    assert numeral is not None
    assert (numeral.value, numeral.decimals) == (number, False)


@given(st.integers(0, 10**12))
def test_every_grouped_figure_is_read_back(number):
    for written in (str(number), f"{number:,}", f"{number:,}".replace(",", " "), f"{number:,}".replace(",", "'")):
        numeral = read_numeral(words_of(written))
        assert numeral is not None
        assert numeral.value == number
