"""What is remembered, through JSON and back; what is damaged; what two wrote at once."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.filters import Filter
from tui.core.terms import parse
from tui.view.actions import EVERYWHERE
from tui.view.arrangements import Arrangement
from tui.view.clocks import Clock
from tui.view.memory import Memory, Outlook, as_plain, memory_of, merged
from tui.view.state import HEIGHTS
from tui.view.units import Unit

ZONE = "Asia/Damascus"
KEEP = Filter(actors=("IS", "NSA"), since=5, terms=parse('is:marked since:2016-06-28 -"air base"', ZONE))

words = st.text(max_size=5)
several = st.lists(words, max_size=3, unique=True).map(tuple)
filters = st.builds(
    Filter, actors=several, sources=several, places=several, verdicts=several, texts=several,
    since=st.none() | st.integers(-9, 9), until=st.none() | st.integers(-9, 9),
    terms=st.sampled_from([(), KEEP.terms]),
)  # fmt: skip
steps = st.dictionaries(words, st.integers(1, 6), max_size=2).map(lambda found: tuple(sorted(found.items())))
arrangements = st.builds(Arrangement, hidden=several, order=several, steps=steps, gutter=st.integers(-30, 30))
outlooks = st.builds(
    Outlook, keep=filters, held=filters, event=words, spot=st.none() | words.filter(bool), pane=words,
    grouped=st.none() | st.booleans(), readings=st.booleans(),
    solo=st.booleans(), height=st.sampled_from(HEIGHTS), clock=st.sampled_from(Clock),
    strip=st.booleans(), zoom=st.none() | st.sampled_from(Unit), picks=several,
    arrangement=arrangements,
)  # fmt: skip
memories = st.builds(
    Memory, outlook=st.none() | outlooks, view=st.sampled_from(EVERYWHERE), marked=several,
    places=st.dictionaries(st.sampled_from(EVERYWHERE), st.lists(words, max_size=3).map(tuple), max_size=2)
    .map(lambda places: tuple(sorted(places.items()))),
    views=st.dictionaries(words, outlooks, max_size=2).map(lambda views: tuple(sorted(views.items(), key=lambda v: v[0]))),
)  # fmt: skip


@given(memories)
def test_what_is_written_is_read(memory):
    assert memory_of(json.loads(json.dumps(as_plain(memory))), ZONE) == memory


@given(memories, st.data())
def test_damage_to_a_part_never_stops_a_visit(memory, data):
    plain = json.loads(json.dumps(as_plain(memory)))
    target = data.draw(st.sampled_from([plain, *(v for v in plain.values() if isinstance(v, dict))]))
    for key in list(target):
        target[key] = data.draw(st.sampled_from([target[key], None, 3, "x", [1, "a"], {"filter": 4}]))
    assert isinstance(memory_of(plain, ZONE), Memory)


def test_what_cannot_be_understood_is_as_on_a_first_visit():
    plain = {"last": {"lines": 99, "clock": 5, "filter": {"query": "acter:x", "since": True}}, "marks": ["a", 3, "a"]}
    plain["places"] = {"nowhere": ["a"], "links": "ab", "cast": ["a"]}
    assert memory_of(plain, ZONE) == Memory(outlook=Outlook(), marked=("a",), places=(("cast", ("a",)),))


@pytest.mark.parametrize(
    ("mine", "theirs", "together"),
    [
        ((), ("a",), ()),
        (("a", "b"), ("a", "c"), ("a", "b", "c")),
        (("a",), (), ()),
        (("a",), ("a",), ("a",)),
    ],
    ids=["taken away here", "set in both", "taken away there", "as it was"],
)
def test_marks_of_two_visits_at_once(mine, theirs, together):
    base = Memory(marked=("a",))
    assert merged(Memory(marked=mine), base, Memory(marked=theirs)).marked == together


def test_named_views_of_two_visits_at_once():
    old, new, other = Outlook(event="old"), Outlook(event="new"), Outlook(event="other")
    base = Memory().saving("kept", old).saving("mine", old).saving("dropped", old)
    mine = base.saving("mine", new).forgetting("dropped")
    theirs = base.saving("kept", other).saving("theirs", other)
    assert dict(merged(mine, base, theirs).views) == {"kept": other, "mine": new, "theirs": other}
