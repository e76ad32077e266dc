"""Words found in a text without a pattern are those that a pattern finds."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.view.cells import _named, _standing


def by_pattern(text, word):
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
    return [match.span() for match in pattern.finditer(text)]


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("At least 18 killed, 18 of them civilians", "18", [(9, 11), (20, 22)]),
        ("the 180 and 18", "18", [(12, 14)]),
        ("“Aleppo” said AFP", "aleppo", [(1, 7)]),
        ("in Idlib.", "in idlib", [(0, 8)]),
        ("the ıdlib and İdlib", "idlib", [(4, 9), (14, 19)]),
        ("les blessés", "blessés", [(4, 11)]),
        ("a a a", "a a", [(0, 3)]),
        ("x_18", "18", []),
    ],
)
def test_words_that_stand_by_themselves(text, word, found):
    assert list(_standing(text, word)) == found == by_pattern(text, word)


@given(st.text("aAbkKsS18_ -éſKıİ日'ß", max_size=24), st.text("aAbks18 -é'", min_size=1, max_size=4))
def test_they_are_those_of_the_pattern(text, word):
    assert list(_standing(text, word)) == by_pattern(text, word)


def test_every_sign_is_taken_as_the_pattern_takes_it():
    signs = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    for letter in "aiks5":
        text = " ".join(signs)
        assert list(_standing(text, letter)) == by_pattern(text, letter)
        alone = "".join(f"{letter}{sign} " for sign in signs if sign not in "ſKıİ")
        assert list(_standing(alone, letter)) == by_pattern(alone, letter)


@pytest.mark.parametrize(
    ("field", "words", "told"),
    [
        ("figures.bombs", "1", "1 bomb"),
        ("figures.bombs", "one", "one bomb"),
        ("figures.bombs", "at least 1", "at least 1 bombs"),
        ("figures.killed", "1", "1 killed"),
        ("claims.outcome", "repelled", "outcome repelled"),
        ("where", "Jayrud", "Jayrud"),
    ],
)
def test_a_value_stands_with_what_it_is(field, words, told):
    assert _named(field, words) == told
