"""Which accounts are compared with each other."""

from __future__ import annotations

from tui.core.linking.accounts import Account, Days
from tui.core.linking.comparisons import compared
from tui.core.linking.corpora import Corpus
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
    assert [(pair.a, pair.b) for pair in compared(corpus, SHIPPED)] == [(0, 1), (0, 2), (1, 2)]
