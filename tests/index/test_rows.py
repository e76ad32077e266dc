"""What a search looks through is said once."""

from __future__ import annotations

import pytest

from tui.core.searching import searchable
from tui.index.rows import beyond

TEXT = "Five people died in al-Mayadin, a doctor said."


@pytest.mark.parametrize(
    ("quote", "text", "left"),
    [
        ("people died", TEXT, ""),
        ("Five people", TEXT, ""),
        ("a doctor said.", TEXT, ""),
        (TEXT, TEXT, ""),
        ("people died in al-May", TEXT, "al-May"),
        ("died in al-Mayadin", TEXT, "al-Mayadin"),
        ("eople died", TEXT, "eople died"),
        ("Six people died", TEXT, "Six people died"),
        ("people  died", TEXT, "people  died"),
        ("people died", "", "people died"),
        ("", TEXT, ""),
        (" ", TEXT, " "),
    ],
)
def test_of_a_quotation_is_left_what_its_text_does_not_say(quote, text, left):
    assert beyond(quote, text) == left
    said = {word for each in (quote, text) for word in searchable(each).split()}
    assert {word for each in (left, text) for word in searchable(each).split()} == said
