"""Reports that repeat each other in a circle, whatever they call each other by (rules.md §9)."""

from __future__ import annotations

import pytest

from tests.builders import good_dossier
from tui.core.verdicts.events import judge

SOURCES = "".join(f'[[source]]\nid = "{name}"\n' for name in "abc")


def judged(*reports: tuple[str, str, str]):
    """One event of (id, source, what it says it repeats)."""
    told = "".join(
        f'[[report]]\nid = "{name}"\nsource = "{source}"\nevent = "e"\n'
        + (f'derived_from = ["{repeated}"]\n' if repeated else "")
        for name, source, repeated in reports
    )
    return judge(good_dossier(SOURCES + told)).events[0].verdict


@pytest.mark.parametrize(
    ("reports", "circles"),
    [
        ((("a/1", "a", "b/1"), ("b/1", "b", "a/1")), [("a/1", "b/1")]),
        ((("a/1", "a", "b"), ("b/1", "b", "a")), [("a/1", "b/1")]),
        ((("a/1", "a", "b"), ("b/1", "b", "a/1")), [("a/1", "b/1")]),
        ((("a/1", "a", "b"), ("b/1", "b", "c"), ("c/1", "c", "a")), [("a/1", "b/1", "c/1")]),
        # nobody says which of the two reports of A is meant, and one of them repeats nothing
        ((("a/1", "a", "b"), ("a/2", "a", ""), ("b/1", "b", "a")), []),
        ((("a/1", "a", "b"), ("b/1", "b", "")), []),
        ((("a/1", "a", "b"), ("b/1", "b", "c"), ("c/1", "c", "")), []),
    ],
    ids=["reports", "sources", "mixed", "three", "another of A", "no way back", "a chain"],
)
def test_circles(reports, circles):
    for order in (reports, reports[::-1]):
        assert [f.reports for f in judged(*order).findings if f.kind == "circular"] == circles
