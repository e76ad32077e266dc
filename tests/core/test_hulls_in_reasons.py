"""What leaves gaps is judged by its hull, and the reason says so (rules.md §1)."""

from __future__ import annotations

import pytest

from tests.core.accounts import BASE, field, told
from tui.core.moments import Anchor
from tui.core.verdicts.comparisons import Said
from tui.core.verdicts.times import compare_times, read_time

SAYS = " is judged by its hull, from the first to the last it can mean."


@pytest.mark.parametrize(
    ("a", "b", "verdict", "told_so"),
    [
        ('"7 or 20"', "12", "precision", f' "7 or 20"{SAYS}'),
        ('"6, 7 or 9"', "30", "conflict", f' "6, 7 or 9"{SAYS}'),
        ('"7 or 20"', '"either 7 or 20"', "same", ""),
        ('"7 or 8"', "7", "precision", ""),
        ("[7, 20]", "12", "precision", ""),
        ('"20 or more"', "21", "precision", ""),
    ],
)
def test_figures(a, b, verdict, told_so):
    killed = field(told(f"figures = {{ killed = {a} }}", f"figures = {{ killed = {b} }}"), "figures.killed")
    assert (killed.verdict, killed.reason.partition(".")[2]) == (verdict, told_so)


@pytest.mark.parametrize(
    ("words", "gaps"),
    [("[2016-06-01, 2016-06-20]", True), ("[2016-06-01,2016-06-20]", True), ("20XX-06", True), ("2016-XX-12", True),
     ("2016-06-XX", False), ("201X", False), ("[2016-06-01..2016-06-03]", False), ("2016-06-01/2016-06-20", False),
     ("1-2 June 2016", False)],
)  # fmt: skip
def test_times(words, gaps):
    other = read_time("2016-06-30", Anchor())
    reason = compare_times(read_time(words, Anchor()), other, Said("A", words), Said("B", "2016-06-30")).reason
    assert reason.endswith(SAYS) is gaps


WORDS = f'{BASE}\n[[field]]\nid = "claims.hit"\nsame = [["true", "aye"]]\n'


@pytest.mark.parametrize(("word", "verdict"), [("true", "same"), ("False", "conflict"), ("yes", "undetermined"), ("aye", "same")])
def test_a_truth_value_in_words(word, verdict):
    assert field(told("claims = { hit = true }", f'claims = {{ hit = "{word}" }}', WORDS), "claims.hit").verdict == verdict
