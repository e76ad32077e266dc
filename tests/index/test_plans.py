"""No filter reads a side table from end to end: one shape that did took a thousand times as long."""

from __future__ import annotations

import sqlite3

import pytest

from tui.core.filters import Filter
from tui.core.terms import parse
from tui.index.queries import where
from tui.index.schema import SCHEMA

QUERIES = (
    "actor:x", "-actor:x", "source:x", "place:x,y", "field:when", "field:who", "verdict:conflict", "field:when verdict:conflict",
    "kind:update", "since:2016", "until:2016", "origins:<2", "is:contested", "is:marked", "event:x", "words", "-words",
)  # fmt: skip


@pytest.fixture(scope="module")
def empty():
    connection = sqlite3.connect(":memory:")
    connection.executescript(SCHEMA)
    return connection


def plan(connection, sql, parameters=()):
    return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", parameters)]


@pytest.mark.parametrize("query", QUERIES)
def test_side_tables_are_searched_by_an_index(empty, query):
    chosen = where(Filter(terms=parse(query), marked=("a", "b")), lambda table, names: tuple(names))
    steps = plan(empty, f"SELECT n FROM event WHERE {chosen.sql} ORDER BY n", chosen.parameters)
    scans = [
        step for step in steps if step.startswith("SCAN") and not step.startswith(("SCAN event", "SCAN words VIRTUAL"))
    ]
    assert scans == []


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM flag WHERE flagged AND open AND NOT top AND (n, ord) > (5, 2) ORDER BY n, ord LIMIT 1",
        "SELECT * FROM flag WHERE flagged ORDER BY strength DESC, n, ord LIMIT 50",
        "SELECT * FROM flag WHERE NOT flagged AND readings > 1 ORDER BY strength DESC, n, ord LIMIT 50",
        "SELECT day / 1, COUNT(*), SUM(contested), MIN(n) FROM event WHERE day IS NOT NULL GROUP BY day",
        "SELECT MIN(n) FROM event WHERE day = 5",
    ],
)
def test_lists_are_read_in_the_order_of_an_index(empty, sql):
    steps = plan(empty, sql)
    assert not any("TEMP B-TREE" in step for step in steps)
    assert all("USING" in step for step in steps), steps
