from __future__ import annotations

import pytest

from tui.core.actors import Cast
from tui.core.chains import HIGHEST, chain_above
from tui.core.model import Actor


@pytest.mark.parametrize(
    ("parents", "chain"),
    [
        ({}, ()),
        ({"a": "b"}, ("b",)),
        ({"a": "b", "b": "c"}, ("b", "c")),
        ({"a": "a"}, ()),
        ({"a": "b", "b": "a"}, ("b",)),
        ({"a": "b", "b": "c", "c": "b"}, ("b", "c")),
    ],
)
def test_a_circle_is_cut_where_it_closes(parents, chain) -> None:
    assert chain_above("a", parents.get) == chain


def test_a_chain_that_nothing_real_has_is_cut() -> None:
    asked: list[int] = []
    assert chain_above("0", lambda name: asked.append(0) or str(int(name) + 1)) == tuple(
        map(str, range(1, HIGHEST + 1))
    )
    assert len(asked) == HIGHEST + 1


def test_of_a_long_circle_of_actors_only_what_is_asked_is_followed() -> None:
    count = 20_000
    cast = Cast(Actor(id=f"a{n}", name=f"a{n}", part_of=f"a{(n + 1) % count}") for n in range(count))
    assert cast.chain("a19999")[:2] == ("a0", "a1")
    assert len(cast._chains) == 1
    assert cast.chain("nobody") == ()
