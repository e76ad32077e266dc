"""Two records that look like one event; and how a large data set is kept from flagging every second pair."""

from __future__ import annotations

from dataclasses import replace

from tui.core.model import Actor, Dossier, Event, Link, Place, Report, Source
from tui.core.verdicts.events import judge

PLACES = (
    Place(id="town", name="Town", lat=34.45, lon=40.92),
    Place(id="far", name="Far", lat=36.2, lon=37.16),
)
ACTORS = (Actor(id="is", name="IS"), Actor(id="nsa", name="NSA"), Actor(id="gov", name="Government"))


def record(name, day, killed, *, place="Town", who=("IS",), source="data"):
    return Report(
        id=f"{source}/{name}",
        source=source,
        event=name,
        when=day,
        where=(place,),
        who=(("", who),),
        figures=(("killed", killed),),
    )


def found(*reports, links=(), kind="dataset"):
    sources = sorted({report.source for report in reports})
    dossier = Dossier(
        sources=tuple(Source(id=s, name=s, siglum=s, family=s, kind=kind) for s in sources),
        actors=ACTORS,
        places=PLACES,
        events=tuple(Event(id=name) for name in sorted({report.event for report in reports})),
        reports=reports,
        links=links,
    )
    return [(finding.reports, finding.events, finding.open) for finding in judge(dossier).findings]


FIRST = record("a", "2016-06-28", "5")
PAIR = [(("data/a", "data/b"), ("a", "b"), True)]


def test_a_day_apart_and_alike():
    assert found(FIRST, record("b", "2016-06-29", "5", who=("NSA", "IS"))) == PAIR


def test_what_is_not_alike():
    assert found(FIRST, record("b", "2016-07-01", "5")) == []
    assert found(FIRST, record("b", "2016-06-29", "6")) == []
    assert found(FIRST, record("b", "2016-06-29", "5", place="Far")) == []
    assert found(FIRST, record("b", "2016-06-29", "5", who=("Government",))) == []
    assert found(FIRST, record("b", "2016-06-29", "at least 5")) == []
    assert found(record("a", "2016-06-28", "0"), record("b", "2016-06-29", "0")) == []
    assert found(FIRST, record("b", "2016-06-29", "5"), kind="article") == []


def test_two_events_without_a_common_source():
    assert found(FIRST, record("b", "2016-06-29", "5", source="other"), kind="article") == [
        (("data/a", "other/b"), ("a", "b"), True)
    ]


def test_a_link_settles_it():
    links = (Link(reports=("data/a", "data/b"), same=False),)
    assert found(FIRST, record("b", "2016-06-29", "5"), links=links) == [(("data/a", "data/b"), ("a", "b"), False)]


def test_in_a_large_data_set_only_what_chance_does_not_explain():
    crowd = [record(f"n{n:03}", f"2016-06-{1 + n % 27:02}", str(1 + n % 2)) for n in range(400)]
    twins = [record("x", "2016-06-10", "37"), record("y", "2016-06-11", "37")]
    assert found(*crowd, *twins) == [(("data/x", "data/y"), ("x", "y"), True)]


def test_records_that_stand_in_one_event_are_not_asked_about():
    assert found(FIRST, replace(record("b", "2016-06-28", "5"), event="a")) == []


FOUR = [record(name, "2016-06-28", "5") for name in "abcd"]


def test_several_that_are_all_alike_are_one_question():
    names = tuple(f"data/{name}" for name in "abcd")
    assert found(*FOUR) == [(names, tuple("abcd"), True)]
    dossier = Dossier(
        sources=(Source(id="data", name="Data", siglum="DA", family="data", kind="dataset"),), actors=ACTORS, places=PLACES,
        reports=tuple(FOUR),
    )  # fmt: skip
    assert [f.reason for f in judge(dossier).findings] == [
        "Four records of one data set look like one event: 2016-06-28 (at most a day apart), Town (the same or a "
        "neighbouring place), an actor in common, and killed 5 in all."
    ]


def test_one_more_that_is_like_one_of_them_is_a_question_of_its_own():
    late = record("e", "2016-06-29", "5", who=("NSA",))
    fourth = record("d", "2016-06-28", "5", who=("IS", "NSA"))
    assert found(*FOUR[:3], fourth, late) == [
        (tuple(f"data/{name}" for name in "abcd"), tuple("abcd"), True),
        (("data/d", "data/e"), ("d", "e"), True),
    ]


def test_two_groups_that_share_a_pair_are_two_questions():
    """A and B are like C and like D, which are two days apart."""
    days = {"a": "2016-06-28", "b": "2016-06-28", "c": "2016-06-27", "d": "2016-06-29"}
    told = found(*(record(name, day, "5") for name, day in days.items()))
    assert [reports for reports, _, _ in told] == [("data/a", "data/b", "data/c"), ("data/a", "data/b", "data/d")]


def test_where_groups_are_too_many_every_two_are_a_question(monkeypatch):
    monkeypatch.setattr("tui.core.verdicts.questions.MOST_STEPS", 0)
    assert len(found(*FOUR)) == 6


def test_in_a_row_of_days_each_pair_is_a_question_of_its_own():
    row = [record("a", "2016-06-28", "5"), record("b", "2016-06-29", "5"), record("c", "2016-06-30", "5")]
    assert found(*row) == [
        (("data/a", "data/b"), ("a", "b"), True),
        (("data/b", "data/c"), ("b", "c"), True),
    ]


def test_one_link_settles_the_question_about_several():
    names = tuple(f"data/{name}" for name in "abcd")
    assert found(*FOUR, links=(Link(reports=names, same=False),)) == [(names, tuple("abcd"), False)]


def test_of_several_alike_what_a_link_settles_stands_by_itself():
    apart = (Link(reports=("data/a", "data/b"), same=False),)
    assert found(*FOUR[:3], links=apart) == [
        (("data/a", "data/b"), ("a", "b"), False),
        (("data/a", "data/c"), ("a", "c"), True),
        (("data/b", "data/c"), ("b", "c"), True),
    ]
