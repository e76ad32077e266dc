from __future__ import annotations

import pytest

from tui.core.verdicts.comparisons import Said, without_brackets


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (Said("UCDP", "[57, 59]"), "UCDP's 57–59"),
        (Said("UCDP", "[0.5, 2]"), "UCDP's 0.5–2"),
        (Said("Reuters", "at least 30"), 'Reuters\' "at least 30"'),
        (Said("", "[a, b]"), '"[a, b]"'),
    ],
)
def test_a_range_of_a_data_file_reads_as_a_range_in_a_sentence(said: Said, words: str) -> None:
    assert str(said) == words


def test_other_words_stay_as_they_are() -> None:
    assert without_brackets("57 to 59") == "57 to 59"
