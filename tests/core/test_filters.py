"""A filter, however it came about, as one types it, and as it is when one has typed on."""

from __future__ import annotations

import pytest

from tui.core.filters import EVERYTHING, Filter
from tui.core.terms import parse, written

PICKED = Filter(
    actors=("New Syrian Army",), sources=("dw", "afp"), verdicts=("conflict",), terms=parse("-tag:x is:ruled")
)


@pytest.mark.parametrize(
    ("keep", "text"),
    [
        (EVERYTHING, ""),
        (PICKED, 'actor:"New Syrian Army" source:dw,afp verdict:conflict -tag:x is:ruled'),
        (Filter(places=("Jayrud",), terms=parse("place:a+b -place:c")), "place:Jayrud place:a+b -place:c"),
        (Filter(fields=("when",), since=7, texts=("a", "b")), "field:when"),
        (Filter(fields=("when",), verdicts=("conflict",)), ""),
        (Filter(actors=("a",), terms=parse("actor:b")), "actor:b"),
    ],
)
def test_it_is_what_it_was_when_nothing_else_is_typed(keep, text):
    assert written(keep.typed()) == text
    assert keep.retyped(parse(text)) == keep


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("", EVERYTHING),
        ("actor:x,y", Filter(actors=("x", "y"))),
        ("place:z source:dw+afp", Filter(terms=parse("place:z source:dw+afp"))),
        ("verdict:same verdict:conflict tag:x", Filter(verdicts=("same", "conflict"), terms=parse("tag:x"))),
    ],
)
def test_what_was_picked_can_be_typed_on_and_is_picked_still(text, after):
    assert PICKED.retyped(parse(text)) == after


def test_one_actor_takes_the_place_of_those_before_also_of_those_typed():
    keep = Filter(actors=("a",), terms=parse("actor:b tag:x -actor:c actor:d+e"))
    assert keep.of_actor("z") == Filter(actors=("z",), terms=parse("tag:x -actor:c actor:d+e"))
    assert keep.of_actor("") == Filter(terms=parse("tag:x -actor:c actor:d+e"))
