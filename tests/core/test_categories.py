"""Claims in words, truth values and lists (rules.md §8)."""

from __future__ import annotations

import pytest

from tui.core.model import ClaimValue, Field
from tui.core.verdicts.categories import compare_categories, read_category, undetermined, vocabulary
from tui.core.verdicts.comparisons import Said

WORDS = vocabulary(
    Field(
        id="claims.x",
        exclusive=(("captured", "repelled", "abandoned"),),
        same=(("captured", "seized", "taken"),),
        broader=(("attack", ("air attack", "shelling")), ("air attack", ("airstrike", "helicopter strike"))),
    )
)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Captured", "captured", "same"),
        ("seized", "taken", "same"),
        ("air strike", "airstrike", "same"),
        ("Air-Strike", "air attack", "precision"),
        ("sei zed", "re-pelled", "conflict"),
        ("seized", "repelled", "conflict"),
        ("airstrike", "air attack", "precision"),
        ("airstrike", "attack", "precision"),
        ("airstrike", "helicopter strike", "undetermined"),
        ("shelling", "burning", "undetermined"),
        (True, False, "conflict"),
        (True, True, "same"),
        (True, "yes", "undetermined"),
        ("Yes", "no", "conflict"),
        ("yes", "perhaps", "undetermined"),
        (("shelling", "fire"), ("fire", "shelling"), "same"),
        (("shelling",), ("fire", "shelling"), "precision"),
        (("airstrike",), ("air attack", "fire"), "precision"),
        (("flood", "shelling"), ("fire", "shelling"), "compatible"),
        (("seized", "fire"), ("repelled", "flood"), "conflict"),
    ],
)
def test_relations(a, b, verdict):
    left, right = read_category(a, WORDS), read_category(b, WORDS)
    result = compare_categories(left, right, Said("A", left.text), Said("B", right.text), words=WORDS)
    mirrored = compare_categories(right, left, Said("B", right.text), Said("A", left.text), words=WORDS)
    assert (result.verdict, mirrored.verdict) == (verdict, verdict), result.reason


def test_a_reason_names_exclusive_words_as_the_dossier_writes_them():
    words = vocabulary(Field(id="claims.x", exclusive=(("car bomb", "Air Strike"),)))
    left, right = read_category("carbomb", words), read_category("airstrike", words)
    assert compare_categories(left, right, Said("A", left.text), Said("B", right.text), words=words).reason == (
        'A\'s "carbomb" and B\'s "airstrike" exclude each other: the dossier lists "car bomb" and "Air Strike" as exclusive.'
    )


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Ruto", "Odinga", "conflict"),
        ("Ruto", "ruto", "same"),
        (("Ruto", "Odinga"), "Ruto", "precision"),
        (("Ruto", "Odinga"), ("Ruto", "Wajackoyah"), "compatible"),
    ],
)
def test_where_only_one_value_can_be_true(a, b, verdict):
    words = vocabulary(Field(id="claims.winner", single=True))
    left, right = read_category(a, words), read_category(b, words)
    result = compare_categories(left, right, Said("A", left.text), Said("B", right.text), words=words)
    assert (result.verdict, undetermined(left, right, words)) == (verdict, False)


def test_circles_of_broader_words_end():
    circle = vocabulary(Field(id="claims.x", broader=(("a", ("b",)), ("b", ("a",)))))
    assert compare_categories(
        read_category("a", circle), read_category("b", circle), Said("A", "a"), Said("B", "b"), words=circle
    ).verdict == "precision"  # fmt: skip


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Seized", "captured"),
        ("captured", "captured"),
        ("Shelled", "Shelled"),
        (("taken", "shelling", "captured"), "captured, shelling"),
    ],
)
def test_words_declared_the_same_are_shown_as_the_first_of_them(written: ClaimValue, shown: str) -> None:
    assert read_category(written, WORDS).text == shown
