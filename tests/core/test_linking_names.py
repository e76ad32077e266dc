"""Names and places without a letter: they are no evidence that two reports tell of one event."""

from __future__ import annotations

import pytest

from tests.builders import good_dossier
from tui.core.linking.readings import linking_of


def score(name: str) -> float:
    """Of two reports of one day that name it as actor and as place."""
    report = f'when = 2016-06-28\nwho = ["{name}"]\nwhere = "{name}"\n'
    text = "".join(f'[[source]]\nid = "{source}"\n[[report]]\nsource = "{source}"\n{report}' for source in "ab")
    return max((link.score for link in linking_of(good_dossier(text)).links()), default=-99.0)


@pytest.mark.parametrize("name", [".", "—", "()", "\u3164"])
def test_a_name_without_a_letter_speaks_for_nothing(name: str):
    assert score(name) < score("Fallujah")
