"""Which accounts are compared with each other."""

from __future__ import annotations

import pytest

from tui.core.linking import comparisons
from tui.core.linking.accounts import Account, Days
from tui.core.linking.comparisons import Comparison, _of_one_partner, compared
from tui.core.linking.corpora import Corpus
from tui.core.linking.links import Linking
from tui.core.linking.table import SHIPPED

DAY = Days(17000, 17001)
NEAR = "Gunmen stormed the Qasr bakery in Daraya."
FAR = "Ambulances carried nineteen wounded bystanders westwards."


def account(name: str, prose: str) -> Account:
    return Account(id=name, source=name, outlet=name, when=DAY, prose=prose)


def test_two_that_a_third_is_close_to_are_compared_though_they_share_no_word():
    others = [account(f"o{n}", f"Unrelated{n} matter{n} elsewhere{n}.") for n in range(40)]
    told = [account("a", NEAR), account("b", f"{NEAR} {FAR}"), account("c", FAR), *others]
    corpus = Corpus(told)
    assert corpus.candidates(corpus.profiles[0], beside=0) == [1]
    assert [(pair.a, pair.b) for pair in compared(corpus, SHIPPED)[0]] == [(0, 1), (0, 2), (1, 2)]


HUB = [Comparison(0, other, (), 9.0 - other) for other in range(1, 5)]


@pytest.mark.parametrize(
    ("room", "found", "crowded"),
    [
        (9, {(1, 2), (1, 3), (2, 3), (1, 4), (2, 4), (3, 4)}, 0),
        (2, {(1, 2), (1, 3), (2, 3)}, 1),
        (1, {(1, 2)}, 1),
        (0, set(), 1),
    ],
)
def test_of_many_that_one_is_close_to_the_closest_are_held_against_each_other(room, found, crowded):
    """Found with 2000 texts that are all alike: 318 000 such pairs beside 35 000 others took 10 s and 340 MB."""
    assert _of_one_partner(HUB, {(0, 4)}, room) == (found, crowded)


def test_what_was_compared_already_needs_no_room():
    assert _of_one_partner(HUB, {(1, 2), (1, 3)}, 1) == ({(2, 3)}, 1)


@pytest.mark.parametrize(("room", "crowded"), [(0, 1), (1, 0)])
def test_the_links_of_a_dossier_tell_of_how_many_not_all_was_compared(monkeypatch, room, crowded):
    monkeypatch.setattr(comparisons, "ROOM", room)
    monkeypatch.setattr(comparisons, "ROOM_EACH", 0)
    others = [account(f"o{n}", f"Unrelated{n} matter{n} elsewhere{n}.") for n in range(40)]
    assert Linking([account("a", NEAR), account("b", f"{NEAR} {FAR}"), account("c", FAR), *others]).crowded == crowded
