"""How much text reports share, and that finding it needs no look at every pair."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.texts import alike, share, shingles


def test_texts_share_what_they_share():
    a = shingles("one two three four five six seven eight nine ten eleven")
    b = shingles("zero one two three four five six seven eight nine ten eleven")
    assert (share(a, b), share(a, shingles("too short")), share(a, a)) == (1.0, 0.0, 1.0)


texts = st.lists(st.frozensets(st.integers(0, 12), max_size=10), max_size=24)


@given(texts, st.sampled_from([0.25, 0.5, 0.8, 1.0]))
def test_the_same_pairs_as_comparing_each_with_each(found, at_least):
    first = [i for i, text in enumerate(found) if text and text not in found[:i]]
    by_definition = [(i, j, share(found[i], found[j])) for i, j in combinations(first, 2)]
    twins = [(found.index(text), i, 1.0) for i, text in enumerate(found) if text and text in found[:i]]
    assert alike(found, at_least) == sorted([*twins, *(link for link in by_definition if link[2] >= at_least)])


@pytest.mark.parametrize("many", [5_000])
def test_work_does_not_grow_with_the_square_of_texts(many):
    """What stands in every text is not looked up: each of these would else meet all others, 12 million times."""
    furniture = range(20)
    asked: list[int] = []

    class Told(frozenset[int]):
        def __and__(self, other):
            asked.append(1)
            return super().__and__(other)

    told = [Told([*furniture, *range(100 + 60 * i, 160 + 60 * i)]) for i in range(many)]
    assert alike([*told, Told(told[7])], 0.5) == [(7, many, 1.0)]
    assert len(asked) == 0
