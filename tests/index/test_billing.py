"""Actors by role and spelling, on a dossier small enough to answer by hand."""

from __future__ import annotations

import pytest

from tests.builders import good_dossier
from tui.core.answers import Billing, Spelling
from tui.core.filters import EVERYTHING, Filter
from tui.index.opening import store

TEXT = """
[[actor]]
id = "gov"
name = "Government"
[[actor]]
id = "army"
name = "Army"
aliases = ["SAA"]
part_of = "gov"
[[source]]
id = "a"
name = "A"
[[source]]
id = "b"
name = "B"
[[report]]
source = "a"
event = "one"
who = { attacker = "SAA", defender = "Locals" }
said_by = ["Army"]
[[report]]
source = "b"
event = "one"
who = { attacker = ["Army", "SAA"] }
[[report]]
source = "b"
event = "two"
who = ["Government"]
"""


@pytest.fixture(scope="module")
def open_store():
    return store(good_dossier(TEXT), files=1)


def test_a_parent_counts_its_branches_and_spellings_are_its_own(open_store):
    army = (Spelling(words="SAA", reports=2, sources=2), Spelling(words="Army", reports=2, sources=2))
    assert open_store.billings(EVERYTHING) == (
        Billing(
            id="gov", name="Government", events=2, roles=(("attacker", 1), ("named", 1), ("said_by", 1)),
            spellings=(Spelling(words="Government", reports=1, sources=1),), declared=True,
        ),
        Billing(id="army", name="Army", events=1, roles=(("attacker", 1), ("said_by", 1)), spellings=army[::-1], declared=True),
        Billing(
            id="locals", name="Locals", events=1, roles=(("defender", 1),),
            spellings=(Spelling(words="Locals", reports=1, sources=1),), declared=False,
        ),
    )  # fmt: skip


def test_counts_follow_the_filter(open_store):
    assert [(one.id, one.events) for one in open_store.billings(Filter(sources=("a",)))] == [
        ("army", 1),
        ("gov", 1),
        ("locals", 1),
    ]
    assert open_store.billings(Filter(actors=("nobody",))) == ()


def test_who_writes_it_how(open_store):
    assert open_store.spellings("army") == (("Army", "a", 1), ("Army", "b", 1), ("SAA", "a", 1), ("SAA", "b", 1))
    assert open_store.spellings("locals") == (("Locals", "a", 1),)
    assert open_store.spellings("nobody") == ()
