"""The reference dossier loads without a problem, and what the program finds in it is pinned: every flag and every
field on which two sources speak. A change here is a change in what newcomers are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.core.filters import EVERYTHING, Filter
from tui.core.judgements import EventVerdict, FieldVerdict, FindingKind, Verdict
from tui.core.model import Report
from tui.core.problems import Severity
from tui.index.opening import open_dossier
from tui.index.store import Store

FOLDER = Path(__file__).resolve().parent.parent / "data" / "al-bukamal"


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    opened = open_dossier([str(FOLDER)])
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def events(store: Store) -> dict[str, EventVerdict]:
    return {row.verdict.id: row.verdict for row in store.all_events(EVERYTHING)}


@pytest.fixture(scope="module")
def reports(store: Store) -> tuple[Report, ...]:
    rows = store.page(EVERYTHING, 0, store.count(EVERYTHING))
    return tuple(report for row in rows for report in row.reports)


def the_field(event: EventVerdict, name: str) -> FieldVerdict:
    return next(field for field in event.fields if field.field == name)


def words_by_report(field: FieldVerdict) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {reading.reports: reading.as_written for reading in field.readings}


# --- The files


def test_it_loads_without_a_problem_and_with_one_note(store: Store) -> None:
    told = [(problem.severity, Path(problem.file).name, problem.code, problem.found) for problem in store.problems()]
    assert told == [(Severity.NOTE, "afp.toml", "not-understood", "Within hours")]


def test_every_fact_of_the_articles_is_a_report(reports: tuple[Report, ...]) -> None:
    assert Counter(report.source for report in reports) == {"dw": 19, "afp": 24, "ucdp": 5}


def test_every_report_says_where_to_look_and_quotes_twelve_words_at_most(reports: tuple[Report, ...]) -> None:
    assert [report.id for report in reports if not report.locator] == []
    assert [report.id for report in reports if len(report.quote.split()) > 12] == []
    assert [report.id for report in reports if report.text] == []


def test_headline_and_lead_are_parts(reports: tuple[Report, ...]) -> None:
    parts = {report.id: report.part for report in reports if report.part not in ("body", "")}
    assert parts == {
        "dw/headline": "headline",
        "dw/retreat": "lead",
        "dw/pressure": "lead",
        "dw/photo": "caption",
        "afp/headline": "headline",
        "afp/target": "lead",
        "afp/province-held": "lead",
    }


def test_words_of_time_stand_as_printed(reports: tuple[Report, ...]) -> None:
    printed = {report.id: report.when for report in reports if report.source != "ucdp" and report.when is not None}
    assert printed == {
        "dw/offensive": "Tuesday",
        "dw/air-cover": "Tuesday",
        "dw/base-taken": "By Wednesday morning",
        "dw/is-expansion": "In 2014",
        "dw/fallujah": "Sunday",
        "afp/offensive": "Tuesday",
        "afp/iraqi-operation": "[Tuesday] at noon",
        "afp/push": "Within hours",
        "afp/town-seized": "mid-2014",
        "afp/caliphate": "mid-2014",
        "afp/al-tanf": "this year",
        "afp/fallujah": "at the weekend",
    }


def test_sources_say_when_they_came_out_and_whom_they_credit(store: Store) -> None:
    assert {source.id: (source.published, source.credits) for source in store.sources()} == {
        "dw": ("2016-06-29", ("AP", "Reuters", "AFP", "dpa")),
        "afp": ("2016-06-28/2016-06-29", ("AFP",)),
        "ucdp": ("2019", ("SOHR",)),
    }


def test_announced_aims_are_not_set_against_what_happened(reports: tuple[Report, ...]) -> None:
    assert {report.id for report in reports if report.planned} == {
        "dw/aim",
        "afp/aim",
        "afp/strikes-announced",
        "afp/town-capture",
    }


# --- What is flagged


def test_two_things_are_flagged_and_no_more(store: Store, events: dict[str, EventVerdict]) -> None:
    in_fields = [(e.id, f.field) for e in events.values() for f in e.fields if f.flagged]
    in_events = [(e.id, f.kind, f.field) for e in events.values() for f in e.findings if f.flagged]
    over_events = [(f.kind, frozenset(f.events)) for f in store.findings() if f.flagged]
    assert in_fields == []
    assert in_events == [("advance-or-retreat", FindingKind.INTERNAL, "claims.movement")]
    assert over_events == [(FindingKind.IDENTITY, frozenset({"beheading-28-june", "beheading-29-june"}))]
    assert store.summary().contested == 1


def test_headline_and_lead_of_one_article_contradict_each_other_inside_it(events: dict[str, EventVerdict]) -> None:
    event = events["advance-or-retreat"]
    movement = the_field(event, "claims.movement")
    internal = next(finding for finding in event.findings if finding.kind is FindingKind.INTERNAL)
    assert words_by_report(movement) == {("dw/headline",): ("advance",), ("dw/retreat",): ("retreat",)}
    assert (movement.verdict, movement.flagged) == (Verdict.SINGLE, False)
    assert (internal.reports, internal.open) == (("dw/headline", "dw/retreat"), True)


def test_the_killing_coded_twice_is_asked_about(store: Store) -> None:
    assert [(f.kind, sorted(f.events), sorted(f.reports), f.open) for f in store.findings()] == [
        (FindingKind.IDENTITY, ["beheading-28-june", "beheading-29-june"], ["ucdp/227266", "ucdp/316297"], True)
    ]


# --- What is compared and not flagged


SHARED = {
    "fallujah": {
        "when": (Verdict.PRECISION, "time-precision"),
        "where": (Verdict.SAME, None),
        "who.holder": (Verdict.PRECISION, "actor-precision"),
        "who.loser": (Verdict.SAME, None),
        "claims.outcome": (Verdict.SAME, None),
    },
    "offensive": {
        "when": (Verdict.SAME, None),
        "where": (Verdict.SAME, "naming"),
        "who.attacker": (Verdict.PRECISION, "actor-precision"),
        "who.defender": (Verdict.SAME, None),
        "who.support": (Verdict.SAME, "naming"),
        "who.target": (Verdict.SAME, "naming"),
        "claims.aim": (Verdict.SAME, None),
        "claims.target": (Verdict.UNDETERMINED, "wording"),
    },
    "air-support": {
        "who.support": (Verdict.SAME, "naming"),
        "who.supported": (Verdict.SAME, None),
        "claims.means": (Verdict.SAME, None),
    },
    "airdrop": {"where": (Verdict.COMPATIBLE, "place-compatible")},
    "base-lost": {
        "where": (Verdict.COMPATIBLE, "place-compatible"),
        "who.attacker": (Verdict.SAME, None),
        "who.defender": (Verdict.PRECISION, "actor-precision"),
        "claims.outcome": (Verdict.PRECISION, "category-precision"),
    },
    "anbar-control": {
        "where": (Verdict.SAME, "naming"),
        "who.holder": (Verdict.SAME, None),
        "claims.control": (Verdict.UNDETERMINED, "wording"),
    },
    "nsa-profile": {"who.described": (Verdict.SAME, "naming")},
    "pressure": {"where": (Verdict.SAME, None), "who.defender": (Verdict.SAME, "naming")},
    "spokesman": {"who.on_behalf_of": (Verdict.SAME, None), "who.speaker": (Verdict.SAME, "naming")},
}
"""Every field but `said_by` that two sources speak of."""


def test_every_field_of_two_sources_has_its_verdict(events: dict[str, EventVerdict]) -> None:
    found = {
        event.id: {
            field.field: (field.verdict, field.kind)
            for field in event.fields
            if field.field != "said_by"
            and len({source for reading in field.readings for source in reading.sources}) > 1
        }
        for event in events.values()
    }
    assert {event: fields for event, fields in found.items() if fields} == SHARED


def test_both_articles_say_tuesday(events: dict[str, EventVerdict]) -> None:
    when = the_field(events["offensive"], "when")
    assert {reading.value for reading in when.readings} == {"2016-06-28"}
    assert {report for reading in when.readings for report in reading.reports} == {"dw/offensive", "afp/offensive"}


def test_the_target_is_worded_differently(events: dict[str, EventVerdict]) -> None:
    assert words_by_report(the_field(events["offensive"], "claims.target")) == {
        ("dw/advance",): ("al-Bukamal",),
        ("afp/target",): ("the route first, then Albu Kamal",),
    }


def test_sunday_lies_within_the_weekend(events: dict[str, EventVerdict]) -> None:
    when = the_field(events["fallujah"], "when")
    assert {reading.value: reading.as_written for reading in when.readings} == {
        "2016-06-25/2016-06-26": ("at the weekend",),
        "2016-06-26": ("Sunday",),
    }


@pytest.mark.parametrize(
    ("event", "field", "spellings"),
    [
        ("offensive", "where", {"al-Bukamal", "Albu Kamal"}),
        ("offensive", "who.target", {"IS", "Daesh"}),
        ("spokesman", "who.speaker", {"Mozahem al-Saloum", "Muzahem al-Sallum"}),
        ("spokesman", "said_by", {"Mozahem al-Saloum", "Muzahem al-Sallum"}),
    ],
)
def test_spellings_are_naming(events: dict[str, EventVerdict], event: str, field: str, spellings: set[str]) -> None:
    judged = the_field(events[event], field)
    assert (judged.verdict, judged.kind, judged.flagged) == (Verdict.SAME, "naming", False)
    assert {written for reading in judged.readings for written in reading.as_written} == spellings


def test_one_spokesman_heard_by_two_outlets_may_be_one_origin(events: dict[str, EventVerdict]) -> None:
    origins = events["spokesman"].origins
    assert (origins.low, origins.high, origins.unknown) == (1, 2, 0)


def test_the_twin_town_across_the_border_is_another_place(store: Store) -> None:
    places = {place.id: place for place in store.places()}
    assert "al-Qaim" not in (places["albukamal"].name, *places["albukamal"].aliases)
    assert (places["al-qaim"].within, places["albukamal"].within) == ("anbar", "albukamal-district")


# --- What is shown first


def test_it_opens_on_tuesday_and_the_next_flag_is_the_headline(store: Store) -> None:
    busiest = store.busiest(EVERYTHING)
    opening = [row.verdict.id for row in store.page(EVERYTHING, busiest, 3)]
    flag = store.next_flag(EVERYTHING, busiest, None)
    assert opening == ["offensive", "beheading-28-june", "air-support"]
    assert flag is not None
    assert (flag.event, flag.field, flag.kind) == ("advance-or-retreat", "claims.movement", "internal")


def test_the_story_stands_in_its_order(events: dict[str, EventVerdict]) -> None:
    story = [
        "fallujah",
        "offensive",
        "iraqi-operation",
        "push-from-al-tanf",
        "clashes",
        "base-taken",
        "execution-1-july",
    ]
    assert [event for event in events if event in story] == story


def test_an_actor_is_found_under_every_name(store: Store) -> None:
    found = [store.count(Filter(actors=(name,))) for name in ("Islamic State", "IS", "Daesh")]
    assert (store.count(EVERYTHING), found) == (28, [22, 22, 22])


def test_a_fighter_nobody_declared_is_not_taken_for_another(store: Store) -> None:
    named = Filter(actors=("Iraqi fighters",))
    assert [row.verdict.id for row in store.all_events(named)] == ["iraqi-operation"]
