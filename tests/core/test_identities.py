"""Two records that look like one event; and how a large data set is kept from flagging every second pair."""

from __future__ import annotations

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
