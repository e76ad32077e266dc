"""The summer dossier loads without a problem, and what the program finds in it is pinned: every field it flags, every
toll it calls an update, and that outlets are not set against each other for scope, for spelling or for a re-post."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.core.filters import EVERYTHING
from tui.core.judgements import EventVerdict, FieldVerdict, FindingKind, Verdict
from tui.core.model import Report, Source
from tui.files.load import load
from tui.index.opening import open_dossier
from tui.index.store import Store

FOLDER = Path(__file__).resolve().parent.parent / "data" / "syria-summer-2016"

FLAGGED = {
    ("idlib-31-may", "who.attacker"): ("denial", ("Russia", "not Russia")),
    ("idlib-31-may", "figures.killed_civilians"): ("number-conflict", ("23", "30–50")),
    ("latakia-mosque-2-june", "figures.killed"): ("number-conflict", ("at least 1", "3", "5")),
    ("ashara-market-6-june", "who.attacker"): ("denial", ("Russia", "not Russia", "Russia, Syrian government")),
    ("bayan-hospital-8-june", "figures.killed"): ("number-conflict", ("15", "23")),
    ("sayyida-zeinab-11-june", "figures.bombers"): ("number-conflict", ("2", "at least 2", "3")),
    ("sayyida-zeinab-11-june", "figures.killed"): ("number-conflict", ("12", "at least 12", "20", "at least 20")),
    ("idlib-market-12-june", "who.attacker"): (
        "actor-strained",
        ("Russia", "Russia, Syrian government", "Syrian government"),
    ),
    ("idlib-market-12-june", "figures.killed"): (
        "number-conflict",
        ("at least 12", "13", "more than 20", "dozens", "at least 36", "42"),
    ),
    ("idlib-market-12-june", "figures.wounded"): ("number-conflict", ("29", "50")),
    ("maarat-12-june", "figures.killed"): ("number-conflict", ("3", "6", "7")),
    ("maarat-12-june", "figures.killed_civilians"): ("number-conflict", ("3", "at least 6", "7")),
    ("raqqa-raids-21-june", "figures.killed_civilians"): ("number-conflict", ("25", "at least 25", "29–34", "scores")),
    ("quriyah-25-june", "who.controller"): ("actor-strained", ("Islamic State", "Syrian rebels")),
    ("quriyah-25-june", "figures.killed"): ("number-conflict", ("dozens", "47", "58", "82", "at least 82")),
    ("mallah-30-june", "claims.outcome"): (
        "category-conflict",
        ("army gained ground", "army withdrew", "attack repelled"),
    ),
    ("jayrud-pilot-1-july", "claims.cause"): ("category-conflict", ("shot down", "technical failure")),
    ("jayrud-2-july", "figures.killed"): (
        "number-conflict",
        ("30", "31", "at least 31", "43", "at least 43"),
    ),
    ("hasakah-bakery-5-july", "figures.wounded"): ("number-strained", ("several", "dozens", "40")),
    ("eid-bombing-6-july", "figures.killed"): ("number-conflict", ("33", "more than 33")),
    ("castello-attack-10-july", "when"): (
        "time-conflict",
        ("2016-07-07", "2016-07-09T18:00/2016-07-10T05:59", "2016-07-10"),
    ),
    ("castello-attack-10-july", "figures.killed_rebels"): (
        "number-conflict",
        ("nearly 30", "29", "at least 29", "scores", "nearly 75"),
    ),
    ("west-aleppo-rockets-8-july", "figures.killed"): ("number-conflict", ("30", "at least 30", "34", "38")),
    ("west-aleppo-rockets-8-july", "figures.killed_civilians"): ("number-conflict", ("38", "44")),
    ("palmyra-helicopter-8-july", "when"): ("time-conflict", ("2016-07-08", "2016-07-10")),
    ("west-aleppo-shelling-11-july", "figures.killed"): ("number-conflict", ("5", "8", "at least 8", "9")),
    ("west-aleppo-shelling-11-july", "figures.killed_civilians"): ("number-conflict", ("8", "9")),
    ("castello-offensive-11-july", "claims.outcome"): (
        "category-conflict",
        ("rebels advanced", "rebels did not advance"),
    ),
    ("idlib-fuel-market-11-july", "figures.killed_at_market"): ("number-conflict", ("13", "14", "18")),
    ("old-city-tunnel-11-july", "who.attacker"): ("actor-strained", ("Syrian army", "Syrian rebels")),
    ("old-city-tunnel-11-july", "who.target"): (
        "actor-strained",
        ("Syrian army", "Syrian government", "Syrian rebels"),
    ),
    ("old-city-tunnel-11-july", "figures.killed_government"): ("number-conflict", ("19", "at least 20")),
    ("old-city-tunnel-11-july", "figures.killed_rebels"): ("number-conflict", ("4", "tens")),
    ("manbij-18-july", "figures.killed_civilians"): ("number-strained", ("21", "at least 21", "scores")),
    ("tokhar-19-july", "figures.killed_civilians"): (
        "number-conflict",
        ("dozens", "56", "at least 56", "at least 73", "73–203", "at least 85", "more than 100", "160"),
    ),
    ("aleppo-tunnel-21-july", "when"): ("time-conflict", ("2016-07-21", "2016-07-22")),
    ("aleppo-park-22-july", "figures.killed_civilians_in_city"): ("number-conflict", ("10", "11")),
    ("baath-city-23-july", "when"): ("time-conflict", ("2016-07-23", "2016-07-24")),
    ("qamishli-27-july", "figures.bombs"): ("number-conflict", ("1", "2")),
    ("qamishli-27-july", "figures.killed"): (
        "number-conflict",
        ("22", "31", "44", "at least 44", "48", "at least 48", "57–59"),
    ),
    ("qamishli-27-july", "figures.wounded"): (
        "number-conflict",
        ("dozens", "more than 100", "140", "at least 140", "at least 170"),
    ),
}
"""(event, field) → (kind, the readings): all that an outlet, a speaker or the data set is held to."""

UPDATES = {
    ("aleppo-raids-3-june", "figures.killed_in_city"): ("21", "41"),
    ("castello-bus-3-june", "figures.killed_castello_road"): ("8", "14"),
    ("castello-bus-3-june", "figures.killed_civilians_castello_road"): ("8", "14"),
    ("aleppo-raids-5-june", "figures.killed_qaterji"): ("9", "18"),
    ("ashara-market-6-june", "figures.killed_civilians"): ("17", "at least 17", "37"),
    ("quriyah-25-june", "figures.killed_civilians"): ("31–47", "58"),
    ("eastern-ghouta-30-june", "figures.killed_civilians"): ("13", "18"),
    ("tariq-al-bab-1-july", "figures.killed"): ("11", "17"),
    ("tariq-al-bab-1-july", "figures.killed_civilians"): ("5–17", "11", "at least 16"),
    ("dumayr-bombing-10-july", "figures.killed"): ("14", "16"),
    ("damascus-shelling-24-july", "figures.killed"): ("6", "9"),
    ("mashhad-25-july", "figures.killed"): ("6", "24", "at least 24"),
    ("foua-shells-1-june", "figures.wounded"): ("4", "8"),
}
"""Tolls that rose from one day to the next, and accuse nobody."""

SHARED_BY_OUTLETS = {
    "fk036": {"ahram", "alaraby", "dailysabah"},
    "fk037": {"ahram", "alaraby", "jordantimes"},
    "fk038": {"ahram", "alaraby", "trt"},
    "fk039": {"dailysabah", "trt"},
    "fk040": {"ahram", "alaraby", "dailysabah", "jordantimes", "trt"},
    "fk041": {"ahram", "jordantimes"},
    "fk042": {"alalam", "dailysabah"},
    "fk043": {"ahram", "alaraby", "dailysabah", "trt"},
    "fk044": {"alalam", "manar"},
    "fk045": {"ahram", "alalam", "alaraby", "jordantimes", "manar"},
    "fk046": {"ahram", "alalam", "alaraby", "jordantimes", "manar"},
    "fk047": {"ahram", "dailysabah"},
    "fk048": {"ahram", "alaraby", "asharqalawsat", "dailysabah"},
    "fk049": {"ahram", "alaraby", "dailysabah", "nna"},
    "fk050": {"alalam", "alaraby", "arabiya", "manar", "nna"},
    "fk051": {"trt"},
    "fk052": {"ahram", "alalam", "alaraby", "dailysabah", "manar"},
    "fk053": {"ahram", "asharqalawsat", "dailysabah", "jordantimes", "sputnik", "trt"},
    "fk054": {"ahram", "dailysabah", "jordantimes", "manar", "trt"},
}
"""FA-KES event → the outlets that tell it here. FK045 and FK046 are one battle."""


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    opened = open_dossier([str(FOLDER)])
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def events(store: Store) -> dict[str, EventVerdict]:
    return {row.verdict.id: row.verdict for row in store.all_events(EVERYTHING)}


@pytest.fixture(scope="module")
def tags() -> dict[str, tuple[str, ...]]:
    return {event.id: event.tags for event in load([str(FOLDER)]).dossier.events}


@pytest.fixture(scope="module")
def reports(store: Store) -> tuple[Report, ...]:
    rows = store.page(EVERYTHING, 0, store.count(EVERYTHING))
    return tuple(report for row in rows for report in row.reports)


@pytest.fixture(scope="module")
def sources(store: Store) -> dict[str, Source]:
    return {source.id: source for source in store.sources()}


def the_field(event: EventVerdict, name: str) -> FieldVerdict:
    return next(field for field in event.fields if field.field == name)


def values(field: FieldVerdict) -> tuple[str, ...]:
    return tuple(reading.value for reading in field.readings)


def pairs(field: FieldVerdict) -> dict[tuple[str, str], Verdict]:
    return {(field.readings[p.a].value, field.readings[p.b].value): p.verdict for p in field.pairs}


# --- The files


def test_it_loads_without_a_problem_or_a_note(store: Store) -> None:
    assert [(problem.file, problem.line, problem.message) for problem in store.problems()] == []


def test_every_article_is_a_source_of_its_own_in_the_family_of_its_outlet(sources: dict[str, Source]) -> None:
    assert Counter(source.family for source in sources.values()) == {
        "ahram": 27,
        "dailysabah": 18,
        "alalam": 18,
        "manar": 18,
        "alaraby": 17,
        "trt": 13,
        "jordantimes": 9,
        "sputnik": 5,
        "etilaf": 5,
        "asharqalawsat": 3,
        "nna": 2,
        "sana": 1,
        "arabiya": 1,
        "ucdp": 1,
    }


def test_no_article_is_without_a_report(sources: dict[str, Source], reports: tuple[Report, ...]) -> None:
    assert set(sources) - {report.source for report in reports} == set()


def test_dates_are_those_printed_in_the_articles(sources: dict[str, Source]) -> None:
    printed = {
        "ahram-aleppo-5-june": "2016-06-05",  # the table upstream has 19 June
        "ahram-quriyah": "2016-06-25",  # 5 June
        "alalam-turkish-19-june": "2016-06-20",  # 15 September 2011
        "dailysabah-qamishli": "2016-07-27",  # 10 July
        "trt-palmyra-helicopter-copy": "2016-07-10",  # 11 June
        "manar-mallah": "2016-06-30",  # 5 June
    }
    assert {id_: sources[id_].published for id_ in printed} == printed


def test_every_report_says_where_to_look_and_quotes_twelve_words_at_most(reports: tuple[Report, ...]) -> None:
    assert [report.id for report in reports if not report.locator] == []
    assert [report.id for report in reports if not report.what] == []
    assert [report.id for report in reports if len(report.quote.split()) > 12] == []
    assert [report.id for report in reports if report.text] == []


# --- The events


def test_all_shared_events_are_there_with_their_outlets(
    events: dict[str, EventVerdict], tags: dict[str, tuple[str, ...]], sources: dict[str, Source]
) -> None:
    told: dict[str, set[str]] = {}
    for id_, marks in tags.items():
        for mark in marks:
            if mark.startswith("fk"):
                told.setdefault(mark, set()).update(sources[s].family for s in events[id_].sources)
    assert {mark: families - {"ucdp"} for mark, families in told.items()} == SHARED_BY_OUTLETS


def test_further_shared_events_have_two_outlets_each(
    events: dict[str, EventVerdict], tags: dict[str, tuple[str, ...]], sources: dict[str, Source]
) -> None:
    shared = [id_ for id_, marks in tags.items() if "shared" in marks]
    outlets = {id_: {sources[s].family for s in events[id_].sources} - {"ucdp"} for id_ in shared}
    assert len(shared) == 23
    assert [id_ for id_, families in outlets.items() if len(families) < 2] == []


# --- What is flagged


def test_these_fields_are_flagged_and_no_others(events: dict[str, EventVerdict]) -> None:
    flagged = {(e.id, f.field): (f.kind, values(f)) for e in events.values() for f in e.fields if f.flagged}
    assert flagged == FLAGGED


def test_findings_beside_the_fields(store: Store, events: dict[str, EventVerdict]) -> None:
    inside = {(e.id, f.kind, f.field) for e in events.values() for f in e.findings if f.flagged}
    assert inside == {
        ("idlib-31-may", FindingKind.DENIAL, "who.attacker"),
        ("ashara-market-6-june", FindingKind.DENIAL, "who.attacker"),
        ("hama-missile-july", FindingKind.INTERNAL, "figures.killed_fighters"),
    }
    assert [(f.kind, f.reports, f.open) for f in store.findings() if f.flagged] == [
        (FindingKind.IDENTITY, ("ucdp/224430", "ucdp/224446"), False)
    ]


def test_jayrud_is_told_with_thirty_thirty_one_and_forty_three_dead(events: dict[str, EventVerdict]) -> None:
    killed = the_field(events["jayrud-2-july"], "figures.killed")
    assert {reading.value: reading.sources for reading in killed.readings} == {
        "30": ("asharqalawsat-jayrud",),
        "31": ("ahram-jayrud-31",),
        "at least 31": ("ahram-jayrud-31", "dailysabah-jayrud"),
        "43": ("ahram-jayrud-43", "ucdp"),
        "at least 43": ("alaraby-jayrud",),
    }
    assert pairs(killed) == {
        ("30", "31"): Verdict.CONFLICT,
        ("30", "at least 31"): Verdict.CONFLICT,
        ("30", "43"): Verdict.INCOMPARABLE,  # printed a day later
        ("30", "at least 43"): Verdict.CONFLICT,
        ("31", "at least 31"): Verdict.PRECISION,
        ("31", "43"): Verdict.INCOMPARABLE,
        ("31", "at least 43"): Verdict.CONFLICT,
        ("at least 31", "43"): Verdict.PRECISION,
        ("at least 31", "at least 43"): Verdict.COMPATIBLE,
        ("43", "at least 43"): Verdict.PRECISION,
    }


def test_quriyah_rose_from_47_to_82_and_only_the_data_set_contradicts(events: dict[str, EventVerdict]) -> None:
    killed = the_field(events["quriyah-25-june"], "figures.killed")
    assert pairs(killed) == {
        ("47", "58"): Verdict.INCOMPARABLE,
        ("47", "82"): Verdict.INCOMPARABLE,
        ("47", "at least 82"): Verdict.INCOMPARABLE,
        ("58", "82"): Verdict.CONFLICT,
        ("58", "at least 82"): Verdict.CONFLICT,
        ("82", "at least 82"): Verdict.PRECISION,
    }


# --- What is not


def test_tolls_of_different_days_are_updates(events: dict[str, EventVerdict]) -> None:
    assert {(e.id, f.field): values(f) for e in events.values() for f in e.fields if f.kind == "update"} == UPDATES


def test_the_toll_of_two_towns_is_not_held_against_that_of_one(events: dict[str, EventVerdict]) -> None:
    market = events["idlib-market-12-june"]
    both = the_field(market, "figures.killed_both_towns")
    assert (values(both), both.flagged) == (("at least 39",), False)
    assert "at least 39" not in values(the_field(market, "figures.killed"))


@pytest.mark.parametrize(
    ("event", "field", "told"),
    [
        ("castello-bus-3-june", "killed_civilians", {"10"}),  # the bus
        ("castello-bus-3-june", "killed_civilians_castello_road", {"8", "14"}),
        ("aleppo-truce-16-june", "killed_civilians", {"more than 85"}),
        ("aleppo-truce-16-june", "killed_civilians_by_russian_strikes", {"80"}),
        ("aleppo-park-22-july", "killed_civilians_in_city", {"10", "11"}),
        ("aleppo-park-22-july", "killed_civilians_park", {"8"}),
        ("east-aleppo-raids-11-july", "killed_civilians", {"13"}),
        ("east-aleppo-raids-11-july", "killed_civilians_bab_al_maqam", {"20"}),
        ("tell-abyad-29-june", "killed", {"at least 4", "10"}),
        ("tell-abyad-29-june", "killed_civilians", {"7"}),
        ("old-city-tunnel-11-july", "killed_government", {"19", "at least 20"}),
        ("castello-offensive-11-july", "killed_government", {"19"}),  # "in the fighting"
    ],
)
def test_a_part_is_not_held_against_the_whole(
    events: dict[str, EventVerdict], event: str, field: str, told: set[str]
) -> None:
    assert set(values(the_field(events[event], f"figures.{field}"))) == told


HEDGES = ("at least", "more than", "over ", "nearly", "around", "about", "up to", "some ")


def test_no_locator_covers_a_headline_that_drops_the_hedge(
    reports: tuple[Report, ...], sources: dict[str, Source]
) -> None:
    """A hedged number whose locator names the headline must be hedged there too."""
    hedged = {
        (report.source, value.split()[-1])
        for report in reports
        for _, value in report.figures
        if "headline" in report.locator and value.lower().startswith(HEDGES)
    }
    dropped = [
        (source, number)
        for source, number in sorted(hedged)
        if number in sources[source].title.split()
        and not any(f"{hedge.strip()} {number}" in sources[source].title.lower() for hedge in HEDGES)
    ]
    assert dropped == []


def test_three_spellings_of_al_masdar_are_one_speaker(events: dict[str, EventVerdict]) -> None:
    outcome = the_field(events["mallah-30-june"], "claims.outcome")
    withdrew = next(reading for reading in outcome.readings if reading.value == "army withdrew")
    assert (withdrew.origins.low, withdrew.origins.high, withdrew.origins.unknown) == (1, 3, 0)


def test_the_dead_of_one_side_are_not_held_against_those_of_another(events: dict[str, EventVerdict]) -> None:
    battle = events["mallah-30-june"]
    told = {f.field: (values(f), f.verdict) for f in battle.fields if f.field.startswith("figures.")}
    assert told == {
        "figures.killed": (("at least 70",), Verdict.SAME),
        "figures.killed_government": (("30",), Verdict.SAME),
        "figures.killed_rebels": (("39",), Verdict.SAME),
        "figures.killed_militants": (("more than 100",), Verdict.SAME),
        "figures.killed_militants_latest": (("about 40",), Verdict.SINGLE),
    }


@pytest.mark.parametrize(
    "event",
    ["quriyah-25-june", "hasakah-bakery-5-july", "tariq-al-bab-1-july", "qamishli-27-july", "ashara-market-6-june"],
)
def test_spellings_of_one_place_do_not_disagree(events: dict[str, EventVerdict], event: str) -> None:
    assert the_field(events[event], "where").verdict in (Verdict.SAME, Verdict.PRECISION)


def test_a_text_posted_twice_is_one_origin(events: dict[str, EventVerdict]) -> None:
    helicopter = the_field(events["palmyra-helicopter-8-july"], "claims.cause")
    (reading,) = helicopter.readings
    assert reading.sources == ("trt-palmyra-helicopter", "trt-palmyra-helicopter-copy")
    assert (reading.origins.low, reading.origins.high, reading.origins.unknown) == (1, 1, 0)
    assert helicopter.verdict is Verdict.SINGLE
