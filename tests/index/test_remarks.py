"""Notes of analysts are found: by their words in a search, by their tags in a filter; the event's own tags stay its own."""

from __future__ import annotations

import pytest

from tests.builders import dossier
from tui.core.filters import EVERYTHING, Filter
from tui.core.terms import parse
from tui.index.opening import store

TEXT = """
[[event]]
id = "e"
tags = ["siege"]
[[source]]
id = "s"
[[report]]
source = "s"
event = "e"
what = "A road was cut."
[[report]]
source = "s"
event = "f"
what = "A market was hit."
[[annotation]]
target = "e"
note = "see the satellite picture"
tags = ["to-check", "siege"]
[[annotation]]
target = "s/f"
tags = ["to-check"]
[[annotation]]
target = "s"
note = "unreliable"
tags = ["weak"]
"""


@pytest.fixture(scope="module")
def opened():
    built, problems = dossier(TEXT)
    assert not problems
    return store(built, problems)


@pytest.mark.parametrize(("query", "found"), [
    ("tag:to-check", ["e", "f"]), ("tag:siege", ["e"]), ("tag:weak", []), ("satellite", ["e"]),
    ("to-check", ["e", "f"]), ("unreliable", []),
])  # fmt: skip
def test_notes_are_found(opened, query, found):
    assert [row.verdict.id for row in opened.page(Filter(terms=parse(query)), 0, 9)] == found


def test_tags_are_counted_once_an_event_and_the_event_keeps_its_own(opened):
    assert [(one.value, one.events) for one in opened.facet("tag", EVERYTHING)] == [("to-check", 2), ("siege", 1)]
    assert opened.event("e", EVERYTHING).tags == ("siege",)
    assert opened.dossier().events[0].tags == ("siege",)
