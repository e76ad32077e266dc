"""Names and places without a letter: they are no evidence that two reports tell of one event."""

from __future__ import annotations

import pytest

from tests.builders import good_dossier
from tui.core.linking.readings import linking_of


def score(name: str) -> float:
    """Of the first two reports, which name it as actor and as place, among four that name others."""
    named = (name, name, "Homs", "Palmyra", "Manbij", "Daraya")
    text = "".join(
        f'[[source]]\nid = "s{n}"\n[[report]]\nid = "s{n}/r"\nsource = "s{n}"\nwhen = 2016-06-28\nwho = ["{told}"]\nwhere = "{told}"\n'
        for n, told in enumerate(named)
    )
    links = linking_of(good_dossier(text)).links()
    return max((link.score for link in links if {link.a, link.b} == {"s0/r", "s1/r"}), default=-99.0)


@pytest.mark.parametrize("name", [".", "—", "()", "\u3164"])
def test_a_name_without_a_letter_speaks_for_no_more_than_a_name(name: str):
    assert score(name) <= score("Fallujah")
