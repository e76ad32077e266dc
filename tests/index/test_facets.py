"""Counts beside what one can filter by."""

from __future__ import annotations

import pytest

from tests.builders import good_dossier
from tests.index.test_store import TEXT
from tui.core.filters import EVERYTHING, Filter
from tui.core.terms import parse
from tui.index.facets import without
from tui.index.opening import store


@pytest.fixture(scope="module")
def open_store():
    return store(good_dossier(TEXT), files=1)


def told(facets):
    return [(one.value, one.events) for one in facets]


@pytest.mark.parametrize(
    ("name", "keep", "found"),
    [
        ("source", EVERYTHING, [("a", 3), ("b", 2), ("d", 1)]),
        ("source", Filter(sources=("b",), verdicts=("conflict",)), [("a", 2), ("b", 1), ("d", 1)]),
        ("publisher", Filter(terms=parse("publisher:b")), [("a", 3), ("b", 2), ("d", 1)]),
        ("publisher", Filter(terms=parse("publisher:a+b")), [("a", 1), ("b", 1)]),
        ("place", EVERYTHING, [("deir", 1), ("town", 1)]),
        ("verdict", EVERYTHING, [("single", 3), ("conflict", 2), ("same", 1)]),
        ("verdict", Filter(terms=parse("source:b verdict:same")), [("conflict", 1), ("same", 1), ("single", 1)]),
        ("field", Filter(terms=parse("event:third")), [("claims.armed", 1), ("when", 1), ("who", 1)]),
        ("is", EVERYTHING, [("contested", 2), ("unplaced", 1)]),
        ("tag", EVERYTHING, []),
    ],
)
def test_counts_follow_all_of_the_filter_but_the_same_name(open_store, name, keep, found):
    assert told(open_store.facet(name, keep)) == found


def test_places_have_names(open_store):
    assert [one.label for one in open_store.facet("place", EVERYTHING)] == ["Deir ez-Zor", "al-Bukamal"]


def test_what_is_denied_stays():
    keep = Filter(sources=("a",), verdicts=("same",), terms=parse("source:b -source:c place:x"))
    assert without(keep, "source") == Filter(verdicts=("same",), terms=parse("-source:c place:x"))
