"""A docket says what judging everything anew would say, whatever came and went before."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.test_laws_of_verdicts import ACTORS, FIELDS, PLACES, SOURCES, report
from tui.core.model import Dossier, Event, Link, Position, Report, Ruling, Settings
from tui.core.verdicts.docket import Docket
from tui.core.verdicts.events import judge

NAMES = [f"r{n}" for n in range(6)]
EVENTS = ("e", "f", "g")
BARE = Dossier(
    settings=Settings(timezone="Asia/Damascus"),
    sources=SOURCES,
    places=PLACES,
    actors=ACTORS,
    fields=FIELDS,
    events=(Event(id="e", title="E"),),
    rulings=(Ruling(event="e", field="claims.outcome", accepted="none"),),
)
LINKED = replace(BARE, links=(Link(reports=("r0", "r1"), same=True), Link(reports=("r2", "r3"), same=False)))

DISPUTED = replace(
    BARE, links=(Link(reports=("r0", "r1"), same=None), Link(reports=("r2", "r3"), same=None), Link(reports=("r0", "r4"), same=True))
)

reports = st.builds(
    lambda made, name, more: Report(id=name, **(made | more)),
    report,
    st.sampled_from(NAMES),
    st.fixed_dictionaries(
        {
            "event": st.sampled_from([*EVENTS, None]),
            "after": st.sampled_from([(), (), ("e",), ("f", "g")]),
            "derived_from": st.sampled_from([(), (), ("r0",), ("r1", "r2"), ("a",)]),
            "corrects": st.sampled_from([(), (), ("r4",)]),
            "position": st.sampled_from([Position(line=1), Position(line=2)]),
        }
    ),
)
steps = st.lists(
    st.tuples(
        st.lists(st.sampled_from(NAMES), max_size=3, unique=True),
        st.lists(reports, max_size=3, unique_by=lambda r: r.id),
    ),
    max_size=5,
)


@settings(max_examples=250, deadline=None)
@given(st.sampled_from([BARE, LINKED, DISPUTED]), st.lists(reports, max_size=6, unique_by=lambda r: r.id), steps, st.booleans())
def test_it_says_what_judging_anew_says(dossier, first, steps, brief):
    there = {each.id: each for each in first}
    docket = Docket(replace(dossier, reports=tuple(first)), brief=brief)
    for gone, come in steps:
        for name in gone:
            there.pop(name, None)
        there |= {each.id: each for each in come}
        before = {each.verdict.id: each for each in docket.judged().events}
        touched = docket.revise({*gone, *(each.id for each in come)}, come)
        anew = judge(replace(dossier, reports=tuple(there.values())), brief=brief)
        assert docket.judged() == anew
        differ = {each.verdict.id for each in anew.events if strip(before.get(each.verdict.id)) != strip(each)}
        assert differ <= touched


def strip(each):
    """An event without what the rest of the dossier says of it."""
    return each and replace(each, across=(), verdict=replace(each.verdict, findings=()))


def twins(killed):
    made = {"when": "2016-06-28", "where": ("Homs",), "who": (("", ("Army",)),), "figures": (("killed", killed),)}
    return [Report(id=f"d/{n}", source="d", event=f"n{n}", **made) for n in range(3)]


def test_what_looks_like_one_event_comes_and_goes():
    docket = Docket(replace(BARE, reports=tuple(twins("5"))))
    assert [finding.reports for finding in docket.judged().findings] == [("d/0", "d/1", "d/2")]
    changed = replace(twins("5")[0], figures=(("killed", "6"),))
    assert docket.revise(["d/0"], [changed]) == {"n0"}
    assert [finding.reports for finding in docket.judged().findings] == [("d/1", "d/2")]
    docket.revise(["d/1"], [])
    assert docket.judged().findings == ()


def test_a_report_that_only_moved_in_its_file_is_not_judged_again():
    first = twins("5")
    docket = Docket(replace(BARE, reports=tuple(first)))
    verdict = docket.judged().events[0].verdict
    moved = replace(first[0], position=Position("x.toml", 40))
    assert docket.revise(["d/0"], [moved]) == {"n0"}
    again = docket.judged().events[0]
    assert again.reports == (moved,)
    assert again.verdict.fields is verdict.fields
