"""Figures and numerals in words."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.numerals import read_numeral, words_of


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
    assert read_numeral(words_of(spoken(number))) == (number, False, pytest.approx(1, abs=10**9))


@given(st.integers(0, 10**12))
def test_every_grouped_figure_is_read_back(number):
    for written in (str(number), f"{number:,}", f"{number:,}".replace(",", " "), f"{number:,}".replace(",", "'")):
        numeral = read_numeral(words_of(written))
        assert numeral is not None
        assert numeral.value == number
