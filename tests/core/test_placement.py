"""Where decisions put reports: event by event, and what is left open between two."""

from __future__ import annotations

import pytest

from tui.core.model import Dossier, Link, Report, Source
from tui.core.verdicts.events import judge
from tui.core.verdicts.placement import linked_homes

REPORTS = {
    name: Report(id=name, source="s", event=event)
    for name, event in (("x", None), ("y", None), ("a1", "a"), ("a2", "a"), ("b1", "b"), ("c1", "c"))
}


def link(same, *reports):
    return Link(reports=reports, same=same)


@pytest.mark.parametrize(
    ("links", "event", "between"),
    [
        ([link(True, "x", "a1")], {"x": "a", "a1": "a"}, {}),
        ([link(True, "x", "y")], {"x": "x", "y": "x"}, {}),
        ([link(False, "a1", "a2")], {"a1": "a", "a2": "a2"}, {}),
        ([link(None, "a1", "x")], {"a1": "a", "x": None}, {"x": ("a",)}),
        ([link(None, "x", "a1", "b1")], {"x": None, "a1": "a", "b1": "b"}, {"x": ("a", "b")}),
        ([link(None, "x", "a1"), link(None, "x", "b1")], {"x": None, "a1": "a", "b1": "b"}, {"x": ("a", "b")}),
        ([link(None, "a1", "b1")], {"a1": None, "b1": "b"}, {"a1": ("a", "b")}),
        ([link(None, "b1", "c1")], {"b1": "b", "c1": "c"}, {"b1": ("c",)}),
        ([link(None, "a1", "a2")], {"a1": "a", "a2": "a"}, {}),
        ([link(None, "x", "y")], {"x": None, "y": None}, {}),
        ([link(True, "x", "b1"), link(None, "x", "a1")], {"x": None, "b1": "b", "a1": "a"}, {"x": ("b", "a")}),
    ],
    ids=["joined", "new", "parted", "open", "of two", "twice", "out of its own", "alone", "one event", "no event", "joined"],
)  # fmt: skip
def test_the_event_of_every_report_that_a_decision_names(links, event, between):
    homes = linked_homes(links, REPORTS)
    assert (dict(homes.event), dict(homes.between)) == (event, between)


def test_a_disputed_report_is_shown_in_both_events_and_judged_in_neither():
    def told(name, event, killed):
        return Report(id=name, source=name[0], event=event, figures=(("killed", killed),))

    reports = (told("d/a", "a", "4"), told("u/a", "a", "90"), told("e/b", "b", "5"))
    sources = tuple(Source(id=name, name=name, siglum=name, family=name) for name in "deu")
    judged = judge(Dossier(sources=sources, reports=reports, links=(link(None, "u/a", "e/b"),)))
    assert [(each.verdict.id, each.verdict.reports, [r.id for r in each.disputed]) for each in judged.events] == [
        ("a", ("d/a",), ["u/a"]),
        ("b", ("e/b",), ["u/a"]),
    ]
    assert [each.verdict.id for each in judged.unplaced] == ["u/a"]
    assert not any(field.flagged for each in judged.events for field in each.verdict.fields)
