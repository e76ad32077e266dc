"""No filter reads a side table from end to end: one shape that did took a thousand times as long."""

from __future__ import annotations

import sqlite3

import pytest

from tests.builders import good_dossier
from tests.index.test_store import TEXT
from tui.core.filters import Filter
from tui.core.terms import parse
from tui.index.opening import store
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


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM flag WHERE n = 5 AND flagged AND open AND NOT top AND ord > 2 ORDER BY ord LIMIT 1",
        "SELECT n, ord FROM flag WHERE flagged ORDER BY strength DESC, n, ord",
        "SELECT n, ord FROM flag WHERE NOT flagged AND readings > 1 ORDER BY strength DESC, n, ord",
        "SELECT value, events FROM posting WHERE name = 'actor'",
    ],
)
def test_lists_are_read_in_the_order_of_an_index(empty, sql):
    steps = plan(empty, sql)
    assert not any("TEMP B-TREE" in step for step in steps)
    assert all("USING" in step for step in steps), steps


WHOLE = ("source", "actor_name", "spelling", "place", "run", "block", "words", "json_each")
"""As long as the lists that are shown whole, or as there are days; a block is for 256 events, `json_each` is the page that it is given;
`words` is asked through its own index."""
ASKED = (*QUERIES, "-is:contested", "-is:marked", "is:single-origin", "is:unplaced", "origins:=2", "reports:>1", "-event:x", "tag:x",
         "-tag:x", "-place:x", "-source:a", "-kind:update", "-verdict:conflict", "actor:x is:contested since:2016", "")  # fmt: skip


def answers(store, keep):
    """Every question that the explorer asks under a filter."""
    store.count(keep)
    store.page(keep, 0, 3)
    store.event("first", keep)
    store.position_at(keep, 10**9)
    store.reaches(keep, 1, 2)
    store.busiest(keep)
    store.density(keep)
    for hourly in (False, True):
        list(store.density_between(keep, 0, 2 * 10**9, hourly=hourly))
    store.flags(keep, 0, 5)
    store.agreements(keep, 0, 5)
    for forward in (False, True):
        store.next_flag(keep, 0, "when", forward=forward)
        store.next_flag(keep, 0, None, forward=forward, kind="update")
        store.next_hit(keep, "shelled", 0, forward=forward)
    store.hits(keep, "shelled")
    store.actor_counts(keep)
    store.billings(keep)
    for name in ("source", "place", "field", "verdict", "kind", "tag", "is"):
        store.facet(name, keep)


def asked(store, question):
    """(statement, steps of its plan) of everything that a question makes the database do. FTS5 asks its own tables by itself."""
    told = []
    store._db.set_trace_callback(told.append)
    try:
        question()
    finally:
        store._db.set_trace_callback(None)
    mine = dict.fromkeys(sql for sql in told if not sql.startswith("--") and "'main'.'words_" not in sql)
    return [(sql, plan(store._db, sql)) for sql in mine]


@pytest.fixture(scope="module")
def open_store():
    return store(good_dossier(TEXT), files=1)


@pytest.mark.parametrize("query", ASKED)
def test_no_question_under_a_filter_reads_the_wide_rows_of_all_events(open_store, query):
    keep = Filter(terms=parse(query), marked=("first",))
    found = asked(open_store, lambda: answers(open_store, keep))
    assert len(found) > 20
    assert [(sql, step) for sql, steps in found for step in steps if reads_all(step)] == []
    assert [(sql, step) for sql, steps in found for step in steps if keeps_all(sql, step)] == []


@pytest.mark.parametrize("query", ASKED)
def test_counting_and_the_strip_look_at_no_event(open_store, query):
    """But for those whose times are not told by their block: they are looked up in an index that holds the times alone."""
    keep = Filter(terms=parse(query))
    found = asked(open_store, lambda: (open_store.count(keep), open_store.density(keep), open_store.busiest(keep)))
    read = [step for _, steps in found for step in steps if step.split()[1] == "event"]
    assert [step for step in read if "COVERING INDEX event_asked" not in step and "(id=?)" not in step] == []


def reads_all(step):
    """Whether rows of a whole table are read: of `event` even its indices must suffice, as its rows hold the reports."""
    words = step.split()
    if words[0] not in ("SCAN", "SEARCH") or words[1] in WHOLE:
        return False
    if words[:2] == ["SCAN", "event"]:
        return "COVERING" not in words
    return "USING" not in words


def keeps_all(sql, step):
    """Whether as many rows as there are must be sorted: not for a sum, nor where a page of them is asked for or given."""
    paged = (" LIMIT " in sql and "LIMIT -1" not in sql) or "json_each(" in sql
    return "TEMP B-TREE" in step and "GROUP BY" not in sql and "DISTINCT" not in sql and not paged
