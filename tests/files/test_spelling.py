"""Suggestions: what a slip of the hand explains, and nothing wilder."""

from __future__ import annotations

import pytest

from tui.files.format import REPORT, TABLE_OF
from tui.files.spelling import MOST_COMPARISONS, Suggestions, nearest, within

KEYS = tuple(key.name for key in REPORT.keys)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("figurs", "figures"), ("figrues", "figures"), ("Where", "where"), ("said-by", "said_by"), ("credbilty", "credibility"),
        ("derived", None), ("zebra", None), ("x", None), ("", None), ("whe", "when"),
        ("wher", "where"), ("unti", "until"), ("clims", "claims"),
    ],
)  # fmt: skip
def test_the_nearest_key(word, expected):
    assert nearest(word, KEYS) == expected


def test_nothing_to_choose_from():
    assert nearest("word", ()) is None
    assert within("word", {}) is None


@pytest.mark.parametrize(
    ("word", "expected"),
    [("reports", "report"), ("Dosier", "dossier"), ("anotations", "annotation"), ("annots", None), ("tool", None)],
)
def test_a_table_within_two_letters(word, expected):
    assert within(word, TABLE_OF) == expected


def test_suggestions_end_when_they_cost_too_much():
    suggestions = Suggestions()
    choices = [f"name{number}" for number in range(MOST_COMPARISONS // 100)]
    found = [suggestions.nearest(f"nam{number}", choices, "kind") for number in range(10000, 10101)]
    assert found[0] == "name10000"
    assert found[-1] is None
    assert suggestions.nearest("nam10000", choices, "kind") == "name10000"
