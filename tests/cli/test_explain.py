from __future__ import annotations

import io
import json
import sys

import pytest

from tests.cli.conftest import Run


def test_a_time(run: Run) -> None:
    ran = run("explain", "when", "2016-06-28", "--timezone", "Asia/Damascus", "--format", "json")
    assert ran.code == 0
    assert list(ran.json) == [
        "text", "understood", "earliest", "latest", "slack_earliest", "slack_latest", "precision", "approximate",
        "uncertain", "kind", "edtf_valid", "level", "rule",
    ]  # fmt: skip
    assert {key: ran.json[key] for key in ("understood", "earliest", "latest", "precision", "kind", "level")} == {
        "understood": True, "earliest": "2016-06-27T21:00:00Z", "latest": "2016-06-28T21:00:00Z", "precision": "day",
        "kind": "date", "level": 0,
    }  # fmt: skip


def test_a_time_as_text(run: Run) -> None:
    ran = run("explain", "when", "2016-06-28", "--timezone", "Asia/Damascus")
    assert ran.out.splitlines()[:4] == [
        "“2016-06-28”",
        "  read as     Tue 28 Jun 2016 (Asia/Damascus)",
        "  earliest    2016-06-27T21:00:00Z",
        "  latest      2016-06-28T21:00:00Z (exclusive)",
    ]


def test_relative_words_hang_on_the_publication(run: Run) -> None:
    words = ["explain", "when", "by Wednesday morning", "--timezone", "Asia/Damascus", "--format", "json"]
    assert run(*words).code == 1
    shown = run(*words, "--published", "2016-06-29").json
    assert (shown["earliest"], shown["latest"]) == (None, "2016-06-29T09:00:00Z")


def test_two_times_have_a_verdict(run: Run) -> None:
    shown = run("explain", "when", "2016-06-26", "2016-06-25/2016-06-26", "--format", "json").json
    assert list(shown) == ["a", "b", "verdict", "reason"]
    assert (shown["a"]["text"], shown["b"]["text"], shown["verdict"]) == (
        "2016-06-26", "2016-06-25/2016-06-26", "precision",
    )  # fmt: skip
    assert shown["reason"]


def test_a_number(run: Run) -> None:
    shown = run("explain", "number", "dozens", "--format", "json").json
    assert list(shown.items())[:-1] == [
        ("text", "dozens"), ("understood", True), ("low", 12), ("high", 199), ("core_low", 24), ("core_high", 99),
    ]  # fmt: skip
    assert run("explain", "number", "dozens", "36", "--format", "json").json["verdict"] == "precision"
    assert run("explain", "number", "a great lot of herons").code == 1


def test_names(run: Run) -> None:
    ran = run("explain", "name", "al-Bukamal", "Albu Kamal", "--kind", "place", "--format", "json")
    assert ran.code == 0
    assert list(ran.json) == ["a", "b", "verdict", "score", "rule", "steps"]
    assert ran.json["verdict"] in ("same", "spelling")


@pytest.mark.parametrize(
    "words",
    [
        ["explain"],
        ["explain", "wen", "x"],
        ["explain", "when"],
        ["explain", "when", "a", "b", "c"],
        ["explain", "name", "a"],
        ["explain", "when", "2016", "--timezone", "Mars/Olympus"],
        ["explain", "when", "2016", "--published", "the other day"],
        ["explain", "number", "12", "--batch"],
        ["explain", "name", "a", "b", "--kind", "perso"],
    ],
)
def test_wrong_usage(run: Run, words: list[str]) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("rashomon: ")


def batch(run: Run, monkeypatch: pytest.MonkeyPatch, subject: str, raw: bytes, *words: str) -> list[dict[str, object]]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    ran = run("explain", subject, "--batch", *words)
    assert (ran.code, ran.err) == (0, "")
    return [json.loads(line) for line in ran.out.splitlines()]


def test_batch_answers_line_by_line_in_order(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = b"""{"text": "Tuesday", "published": "2016-06-29", "timezone": "Asia/Damascus", "source_timezone": null}
not json
[1]

{"a": "2016-06-26", "b": {"text": "Sunday", "published": "2016-06-29"}}
{"text": "gibberish"}
{"text": "2016", "timezone": "Mars/Olympus"}
{"a": "2016"}
\xff
{"text": 2016}"""
    answers = batch(run, monkeypatch, "when", raw)
    shown = [a.get("verdict", a.get("error", (a.get("earliest"), a.get("understood")))) for a in answers]
    assert shown[0] == ("2016-06-27T21:00:00Z", True)
    assert [str(text).partition(":")[0] for text in shown[1:4]] == ["line 2", "line 3", "line 4"]
    assert shown[4] == "same"
    assert shown[5] == (None, False)
    assert [str(text).partition(":")[0] for text in shown[6:9]] == ["line 7", "line 8", "line 9"]
    assert shown[9] == ("2016-01-01T00:00:00Z", True)


def test_batch_takes_defaults_from_the_command_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (answer,) = batch(run, monkeypatch, "when", b'{"text": "Tuesday"}\n', "--published", "2016-06-29")
    assert answer["earliest"] == "2016-06-28T00:00:00Z"


def test_batch_of_numbers_and_names(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert batch(run, monkeypatch, "number", b'{"a": "at least 10", "b": 14}\n')[0]["verdict"] != "conflict"
    (answer,) = batch(run, monkeypatch, "name", '{"a": "Hama", "b": "Ḥamā", "kind": "place"}\n'.encode())
    assert answer["verdict"] == "same"


def test_batch_refuses_keys_that_nothing_reads(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = (
        b'{"text": "Tuesday", "publishd": "2016-06-29"}\n{"a": "1", "b": "2", "text_": "x", "zebra": 1}\n'
        b'{"a": {"text": "2016-06-28", "timzone": "UTC"}, "b": "2016"}\n{"text": "2016", "a": "2016"}\n{"text": "2016"}\n'
    )
    answers = batch(run, monkeypatch, "when", raw)
    assert [answer.get("error") for answer in answers] == [
        "line 1: there is no key publishd; did you mean published?",
        "line 2: there is no key text_; the keys are a, b, published, timezone, source_timezone, kind",
        "line 3: there is no key a.timzone; did you mean timezone?",
        "line 4: there is no key a; the keys are text, published, timezone, source_timezone, kind",
        None,
    ]
