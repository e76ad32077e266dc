"""Records that come and go meet as those that are there would have met from the beginning."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.core.line import Extent
from tui.core.model import Dossier, Report, Source
from tui.core.name_parts import parse
from tui.core.name_verdicts import told_apart
from tui.core.places import Spot
from tui.core.verdicts import identities
from tui.core.verdicts.context import Context
from tui.core.verdicts.identities import Lookalikes
from tui.core.verdicts.nearness import SHORT, keys
from tui.core.verdicts.records import DAY, Record

NAMES = ("a", "b", "c", "d", "e", "f")
CONTEXT = Context(Dossier(sources=(Source(id="data", name="data", siglum="d", family="d", kind="dataset"),)))


def record(name, day, length, place, actors, figures):
    low, high = day * DAY, (day + length) * DAY + DAY - 1
    return Record(
        Report(id=name, source="data"),
        f"event of {name}",
        True,
        Extent(low, low, high, high),
        (Spot(place, None),),
        frozenset(actors),
        figures,
    )


KILLED = (("killed", 5.0),)
RECORDS = st.builds(
    record,
    st.sampled_from(NAMES),
    st.integers(0, 4),
    st.integers(0, 2),
    st.sampled_from(("Homs", "Hims", "Palmyra")),
    st.sets(st.sampled_from(("is", "army")), min_size=1),
    st.sampled_from((KILLED, (*KILLED, ("wounded", 3.0)), (("wounded", 3.0),))),
)


def days(each):
    return range(int(each.when.core_low // DAY), int(each.when.core_high // DAY) + 1)


def met(there, crowd):
    """By the letter of rules.md §12, and of what a crowd is."""
    giving = {}
    for each in there:
        for figure in each.figures:
            for day in days(each):
                giving[figure, day] = giving.get((figure, day), 0) + 1
    close = {frozenset(("Homs", "Hims")), frozenset(("Homs",)), frozenset(("Hims",)), frozenset(("Palmyra",))}
    return {
        tuple(sorted((a.report.id, b.report.id)))
        for a, b in combinations(there, 2)
        if a.actors & b.actors
        and frozenset((a.spots[0].name, b.spots[0].name)) in close
        and any(
            abs(one - other) <= 1 and giving[figure, one] <= crowd and giving[figure, other] <= crowd
            for figure in set(a.figures) & set(b.figures)
            for one in days(a)
            for other in days(b)
        )
    }


@pytest.mark.parametrize(("crowd", "handful"), [(1, 8), (2, 8), (2, 1), (200, 8), (200, 2), (200, 0)])
@given(steps=st.lists(RECORDS, max_size=14))
def test_what_is_alike_is_what_the_records_that_are_there_say(crowd, handful, steps):
    """A record whose name is there already leaves first."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(identities, "CROWD", crowd)
        patch.setattr(identities, "HANDFUL", handful)
        found, there = Lookalikes(CONTEXT), {}
        for each in steps:
            name = each.report.id
            found.remove(name)
            if there.pop(name, None) is None or each.spots[0].name != "Palmyra":
                there[name] = each
                found.add(each)
        sources = {each.event: frozenset({"data"}) for each in there.values()}
        pairs = {two for asked in found.findings(sources) for two in combinations(sorted(asked.reports), 2)}
    assert pairs == met(list(there.values()), crowd)


@pytest.mark.parametrize("crowd", [1, 2, 200])
@given(records=st.lists(RECORDS, max_size=14, unique_by=lambda each: each.report.id))
@example(
    [
        record(name, *when, "Homs", ("is",), KILLED)
        for name, *when in (("a", 0, 2), ("b", 0, 2), ("c", 0, 1), ("d", 2, 0))
    ]
)
def test_past_days_are_forgotten_and_nothing_is_missed(crowd, records):
    records.sort(key=lambda each: each.when.core_low)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(identities, "CROWD", crowd)
        found = Lookalikes(CONTEXT)
        for each in records:
            found.settle(days(each)[0])
            found.add(each)
        found.settle(99)
        sources = {each.event: frozenset({"data"}) for each in records}
        told = found.findings(sources)
    pairs = {two for asked in told for two in combinations(sorted(asked.reports), 2)}
    assert pairs == met(records, crowd)
    assert found._here.keys() == {name for two in pairs for name in two}


WORDS = st.text("abdlmrneiouy -0", min_size=1, max_size=12)


@given(WORDS, st.integers(0, 11), st.text("bdlmra", max_size=1), st.booleans())
@example("Deir", 0, "", True)
def test_places_that_are_not_told_apart_find_each_other(name, at, letter, put_in):
    """Two names a letter apart, or the same as one word: the nearest that there are."""
    other = name[:at] + letter + name[at + (0 if put_in else 1) :]
    one, two = parse(name, "place"), parse(other, "place")
    short = max(len(one.whole.broad), len(two.whole.broad)) <= SHORT
    if short and bool(one.articled) == bool(two.articled) and not told_apart(one, two, "place"):
        (one_held, one_asked), (two_held, two_asked) = keys(one), keys(two)
        assert one_held & two_asked
        assert two_held & one_asked
