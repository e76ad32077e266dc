from __future__ import annotations

from dataclasses import replace

import pytest

from tests.view.hand_made import EVENT, IDENTITY, KILLED, RULINGS, SOURCES, SUMMARY, TARGET, WHEN
from tui.core.problems import Problem, Severity
from tui.view.contract import (
    PAIRS_UP_TO,
    check_object,
    citation_object,
    diff_head,
    event_object,
    field_object,
    number,
)

KILLED_OBJECT = {
    "field": "figures.killed",
    "verdict": "conflict",
    "kind": "number-conflict",
    "flagged": True,
    "open": True,
    "doubtful": False,
    "gap": "13 deaths",
    "reason": "43 lies above 30; 13 apart.",
    "camps": [[0], [1]],
    "readings": [
        {
            "value": "at least 30", "as_written": ["at least 30"], "reports": ["rtr/jayrud"], "sources": ["rtr"],
            "origins": {"low": 1, "high": 1, "unknown": 0}, "superseded": False,
            "low": 30, "high": None, "core_low": 30, "core_high": 60,
        },
        {
            "value": "43", "as_written": ["43"], "reports": ["dw/jayrud"], "sources": ["dw"],
            "origins": {"low": 1, "high": 1, "unknown": 0}, "superseded": True,
            "low": 43, "high": 43, "core_low": 43.5, "core_high": 43,
        },
    ],
    "silent": ["ucdp"],
    "rulings": [{"accepted": "dw/jayrud", "reason": "later count", "by": "mk", "at": "2016-08-01"}],
}  # fmt: skip


def test_a_field_has_the_keys_of_the_contract_in_order() -> None:
    shown = field_object(KILLED, RULINGS)
    assert shown == KILLED_OBJECT
    assert list(shown) == list(KILLED_OBJECT)
    assert [list(reading) for reading in shown["readings"]] == [list(r) for r in KILLED_OBJECT["readings"]]


def test_pairs_come_when_asked_for_between_readings_and_silence() -> None:
    shown = field_object(KILLED, RULINGS, pairs=True)
    assert list(shown) == [
        "field", "verdict", "kind", "flagged", "open", "doubtful", "gap", "reason", "camps", "readings", "pairs",
        "silent", "rulings",
    ]  # fmt: skip
    assert shown["pairs"] == [{"a": 0, "b": 1, "verdict": "conflict", "kind": "number-conflict", "reason": "13 apart."}]


def test_pairs_of_too_many_readings_are_left_out() -> None:
    def with_readings(count: int) -> dict[str, object]:
        return field_object(replace(KILLED, readings=KILLED.readings[:1] * count), pairs=True)

    assert "pairs" in with_readings(PAIRS_UP_TO)
    assert "pairs" not in with_readings(PAIRS_UP_TO + 1)


def test_time_readings_carry_their_bounds() -> None:
    reading = field_object(WHEN)["readings"][0]
    assert {key: reading[key] for key in ("earliest", "latest", "slack_earliest", "slack_latest")} == {
        "earliest": "2016-07-01T21:00:00Z", "latest": "2016-07-02T21:00:00Z",
        "slack_earliest": "2016-07-01T21:00:00Z", "slack_latest": None,
    }  # fmt: skip


def test_readings_in_words_have_no_bounds() -> None:
    assert list(field_object(TARGET)["readings"][0]) == [
        "value", "as_written", "reports", "sources", "origins", "superseded",
    ]  # fmt: skip


def test_an_event_has_the_keys_of_the_contract_in_order() -> None:
    shown = event_object(replace(EVENT, fields=()))
    assert list(shown.items()) == [
        ("id", "jayrud"),
        ("title", "Air strikes on Jayrud"),
        ("earliest", "2016-07-01T21:00:00Z"),
        ("latest", "2016-07-02T21:00:00Z"),
        ("sources", ["rtr", "dw"]),
        ("absent", ["ucdp"]),
        ("earlier", []),
        ("reports", ["rtr/jayrud", "dw/jayrud"]),
        ("origins", {"low": 1, "high": 2, "unknown": 1}),
        ("verdict", "conflict"),
        ("findings", [{"kind": "internal", "events": ["jayrud"], "reports": ["dw/jayrud"], "field": "figures.killed",
                       "reason": "The lead and the body differ.", "open": True}]),
        ("fields", []),
    ]  # fmt: skip


def test_the_head_of_a_diff() -> None:
    assert list(diff_head(SUMMARY, ("x/report-1",), [IDENTITY]).items()) == [
        ("format", 1),
        ("dossier", {"title": "Summer 2016", "events": 1, "reports": 2, "sources": 3}),
        ("unplaced", ["x/report-1"]),
        ("findings", [{"kind": "identity", "events": ["jayrud", "jayrud-2"], "reports": ["rtr/jayrud"], "field": None,
                       "reason": "A day apart, in one place.", "open": True}]),
    ]  # fmt: skip


def test_check() -> None:
    fault = Problem(
        file="dw.toml", line=14, key="report[2].figurs", code="unknown-key", message="m", found="figurs",
        expected="a key of [[report]]", suggestion="figures",
    )  # fmt: skip
    note = Problem(file="b.toml", code="time", message="n", severity=Severity.NOTE)
    shown = check_object(12, [fault, note])
    assert shown == {
        "format": 1,
        "files": 12,
        "problems": [
            {"file": "dw.toml", "line": 14, "column": None, "key": "report[2].figurs", "code": "unknown-key",
             "severity": "problem", "message": "m", "found": "figurs", "expected": "a key of [[report]]",
             "suggestion": "figures"},
            {"file": "b.toml", "line": None, "column": None, "key": None, "code": "time", "severity": "note",
             "message": "n", "found": None, "expected": None, "suggestion": None},
        ],
    }  # fmt: skip
    assert list(shown["problems"][0]) == [
        "file", "line", "column", "key", "code", "severity", "message", "found", "expected", "suggestion",
    ]  # fmt: skip


def test_a_citation_says_where_to_find_the_source_again() -> None:
    assert citation_object(SOURCES[1]) == {
        "source": "dw", "siglum": "DW", "name": "Deutsche Welle", "kind": "article", "title": None,
        "published": "2016-07-03", "credits": ["AP", "Reuters"], "url": "https://example.org/dw", "archive_url": None,
        "sha256": "ab12", "captured": None, "grade": "B",
    }  # fmt: skip


def test_numbers_are_whole_where_they_are() -> None:
    assert [repr(number(value)) for value in (2.0, 2.5, None, float("inf"), -3)] == ["2", "2.5", "None", "None", "-3"]


def test_a_ruling_the_dossier_does_not_have_is_left_out() -> None:
    assert field_object(KILLED, ())["rulings"] == []


@pytest.mark.parametrize(
    ("field", "bounds"),
    [
        ("when", ["earliest", "latest", "slack_earliest", "slack_latest"]),
        ("until", ["earliest", "latest", "slack_earliest", "slack_latest"]),
        ("figures.killed", ["low", "high", "core_low", "core_high"]),
        ("claims.target", []),
        ("where", []),
    ],
)
def test_what_was_not_understood_has_bounds_that_are_null(field: str, bounds: list[str]) -> None:
    unread = replace(KILLED, field=field, readings=(replace(KILLED.readings[0], bounds=None),))
    (reading,) = field_object(unread)["readings"]
    assert list(reading.items())[6:] == [(key, None) for key in bounds]
