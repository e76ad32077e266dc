"""What is said of an event among some of its sources alone."""

from __future__ import annotations

import pytest

from tests.builders import good_dossier
from tui.core.filters import EVERYTHING
from tui.index.opening import store

SOURCES = "".join(
    f'[[source]]\nid = "{name}"\nname = "{name.upper()} News"\npublished = 2016-07-01\n' for name in "abcd"
)


def report(source: str, killed: str, more: str = "") -> str:
    return (
        f'[[report]]\nid = "{source}/e"\nsource = "{source}"\nevent = "e"\nfigures = {{ killed = "{killed}" }}\n{more}'
    )


TOLLS = (
    SOURCES
    + report("a", "30")
    + report("b", "30", 'derived_from = ["a"]\n')
    + report("c", "43")
    + report("d", "70", 'said_by = "SOHR"\n')
)
RULING = """[[ruling]]
event = "e"
field = "figures.killed"
accepted = "a/e"
seen = { "a/e" = "30", "b/e" = "30", "c/e" = "43", "d/e" = "70" }
"""


def killed(text: str, *sources: str):
    """The whole event, the event among the sources, and the field of it."""
    asked = store(good_dossier(text), files=1)
    (row,) = asked.page(EVERYTHING, 0, 9)
    among = asked.among(row, sources)
    return row, among, next((f for f in among.verdict.fields if f.field == "figures.killed"), None)


@pytest.mark.parametrize(
    ("sources", "verdict", "reason"),
    [
        (
            ("a", "b", "c", "d"),
            "conflict",
            "SOHR's 70 (D News) lies above A News and B News' 30, which is exact; 40 apart.",
        ),
        (("b", "c"), "conflict", "C News' 43 lies above B News' 30, which is exact; 13 apart."),
        (("a", "b"), "single", "A News and B News say so, both from one origin."),
    ],
)
def test_only_those_picked_are_compared_and_named(sources, verdict, reason):
    _, among, field = killed(TOLLS, *sources)
    assert (field.verdict, field.reason) == (verdict, reason)
    assert {*among.verdict.sources} == {*sources}
    assert tuple(each.source for each in among.reports) == among.verdict.sources


def test_origins_are_counted_among_them():
    whole, among, field = killed(TOLLS, "a", "b", "c")
    assert (whole.verdict.origins.high, among.verdict.origins.high) == (3, 2)
    assert [(r.sources, r.origins.high) for r in field.readings] == [(("a", "b"), 1), (("c",), 1)]


def test_a_ruling_that_stands_stands_among_some():
    whole, _, field = killed(TOLLS + RULING, "b", "c")
    assert [each.open for each in whole.verdict.fields if each.rulings] == [False]
    assert (field.flagged, field.open, field.rulings) == (True, False, (0,))
    whole, _, field = killed(TOLLS + RULING.replace('"c/e" = "43"', '"c/e" = "44"'), "b", "c")
    assert [each.open for each in whole.verdict.fields if each.rulings] == [True]
    assert (field.flagged, field.open, field.rulings) == (True, True, ())


def test_of_nobody_nothing_is_said():
    whole, among, field = killed(TOLLS, "nobody")
    assert (among.verdict.fields, among.verdict.sources, among.reports, field) == ((), (), (), None)
    assert (among.earliest, among.verdict.title) == (whole.earliest, whole.verdict.title)
