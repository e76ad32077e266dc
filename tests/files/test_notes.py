"""Words no rule reads are notes: where they stand, and what it means."""

from __future__ import annotations

import pytest

from tests.builders import dossier
from tui.core.problems import Problem, Severity


def told(text: str):
    return [(fault.line, fault.code, fault.key, fault.found, fault.severity) for fault in dossier(text)[1]]


def test_times_and_figures():
    assert told(
        '[source]\nid = "x"\npublished = 2016-06-29\n[[report]]\nwhen = "Tuesday"\nuntil = "who knows"\nas_of = "2016-13-45"\n'
        'figures = { killed = "dozens", wounded = "far too many to tell" }\n'
    ) == [
        (6, "not-understood", "report[1].until", "who knows", Severity.NOTE),
        (7, "not-understood", "report[1].as_of", "2016-13-45", Severity.NOTE),
        (8, "not-understood", "report[1].figures.wounded", "far too many to tell", Severity.NOTE),
    ]


@pytest.mark.parametrize("whose", ['source = "nobody"\n', ""])
def test_a_report_that_is_left_out_is_told_of_its_other_mistakes_at_once(whose: str):
    """But what hangs on its source is no mistake of its own."""
    lines = 'when = "2016-06-31"\nuntil = "Tuesday"\nwho = { attacker = 5 }\nwhere = "Mambij"\nfigures = { killed = "-3x" }\n'
    found = told(
        f'[[place]]\nid = "m"\nname = "Manbij"\n[[source]]\nid = "a"\n[[source]]\nid = "b"\n[[report]]\n{lines}{whose}'
    )
    lost = (14, "no-such-source", "report[1].source", "nobody") if whose else (8, "missing-key", "report[1]", None)
    assert sorted(found) == sorted([
        (*lost, Severity.PROBLEM),
        (9, "not-understood", "report[1].when", "2016-06-31", Severity.NOTE),
        (11, "wrong-type", "report[1].who.attacker", "5", Severity.PROBLEM),
        (12, "not-understood", "report[1].where", "Mambij", Severity.NOTE),
        (13, "not-understood", "report[1].figures.killed", "-3x", Severity.NOTE),
    ])  # fmt: skip


def test_relative_words_in_a_source_without_a_day():
    _, problems = dossier('[source]\nid = "x"\n[[report]]\nwhen = "Tuesday"\n')
    assert problems == (
        Problem(
            file="main.toml", line=4, key="report[1].when", code="not-understood", severity=Severity.NOTE, found="Tuesday",
            message='report[1].when is "Tuesday", and no rule reads it as a time; it is shown as written and compared with '
            "nothing; expected published in the table of source x: the words hang on that day",
            expected="published in the table of source x: the words hang on that day",
        ),
    )  # fmt: skip


def test_days_of_publication():
    assert told('[source]\nid = "x"\npublished = "late June"\ncaptured = "then"\n[[report]]\n') == [
        (3, "not-understood", "source.published", "late June", Severity.NOTE),
        (4, "not-understood", "source.captured", "then", Severity.NOTE),
    ]
    assert (
        told('[source]\nid = "x"\npublished = "2016-06-28/2016-06-29"\ncaptured = 2016-06-30T08:00:00Z\n[[report]]\n')
        == []
    )


def test_a_place_that_looks_misspelt():
    text = """
[[place]]
id = "harasta"
name = "Harasta"
aliases = ["East Harasta"]
[source]
id = "x"
[[report]]
where = ["Harasta", "near Harasta", "Damascus", "Harasat"]
[[report]]
where = "Eats Harasta"
"""
    assert [(fault.line, fault.key, fault.message) for fault in dossier(text)[1]] == [
        (
            9,
            "report[1].where",
            'report[1].where is "Harasat", which no [[place]] is called; it is taken for another place than any declared; '
            "did you mean Harasta?",
        ),
        (
            11,
            "report[2].where",
            'report[2].where is "Eats Harasta", which no [[place]] is called; it is taken for another place than any '
            "declared; did you mean East Harasta?",
        ),
    ]


def test_an_end_before_its_start():
    source = '[source]\nid = "x"\npublished = 2016-06-29\n'
    _, problems = dossier(source + '[[report]]\nwhen = "Tuesday"\nuntil = "Sunday"\n[[report]]\nwhen = 2016-06-28\n')
    assert [(fault.severity, fault.code, fault.line, fault.message) for fault in problems] == [
        (
            "note",
            "ends-before-start",
            6,
            'report[1].until is "Sunday", which lies before the start that `when` gives; expected a time not before when',
        )
    ]


@pytest.mark.parametrize(
    ("when", "until"),
    [("2016-06-28", "2016-06-28"), ("2016-06", "2016-06-01"), ("2016-06-28T10:00", "2016-06-28"), ("2016-06-28", "soon"),
     ("2016-06-28", "since 2014"), ("by 2016-06-28", "2016-06-20")],
)  # fmt: skip
def test_an_end_that_may_lie_behind_its_start(when, until):
    text = f'[source]\nid = "x"\npublished = 2016-06-29\n[[report]]\nwhen = "{when}"\nuntil = "{until}"\n'
    assert "ends-before-start" not in [fault.code for fault in dossier(text)[1]]


def test_a_name_that_two_tables_share():
    tables = (
        '[[{0}]]\nid = "a"\nname = "NSA"\naliases = ["nsa"]\n[[{0}]]\nid = "b"\naliases = ["n.s.a", "Nsa"]\n'
        '[[{0}]]\nid = "nsa"\n[source]\nid = "x"\n[[report]]\n'
    )
    for table in ("actor", "place"):
        assert [
            (fault.severity, fault.code, fault.line, fault.message) for fault in dossier(tables.format(table))[1]
        ] == [
            (
                "note",
                "shared-name",
                5,
                f'{table}[2] goes by "Nsa", as does {table}[1] at main.toml:1; a report that writes it means none of them; '
                f"expected a name that only one [[{table}]] has",
            ),
            (
                "note",
                "shared-name",
                8,
                f'{table}[3] goes by "nsa", as does {table}[1] at main.toml:1, {table}[2] at main.toml:5; a report that '
                f"writes it means none of them; expected a name that only one [[{table}]] has",
            ),
        ]
