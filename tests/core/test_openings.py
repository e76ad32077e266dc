"""What joining two reports, or leaving one open between two events, would change."""

from __future__ import annotations

import pytest

from tui.core.linking.previews import opening, preview
from tui.core.model import Dossier, Report, Source


def report(name, event, killed):
    return Report(id=name, source=name[0], event=event, figures=(("killed", killed),))


DOSSIER = Dossier(
    sources=tuple(Source(id=name, name=name, siglum=name, family=name) for name in "deux"),
    reports=(report("d/a", "a", "4"), report("u/a", "a", "90"), report("e/b", "b", "5"), report("x/r", None, "6")),
)


@pytest.mark.parametrize(
    ("reports", "told"),
    [
        (("u/a", "e/b"), ("u/a", ("a", "b"), "a", ["figures.killed"])),
        (("e/b", "u/a"), ("e/b", ("a",), None, [])),
        (("e/b", "x/r"), ("x/r", ("b",), None, [])),
        (("d/a", "u/a"), ("d/a", (), None, [])),
    ],
    ids=["out of company", "alone", "without an event", "in one event"],
)
def test_where_a_report_is_shown_and_what_it_no_longer_contradicts(reports, told):
    seen = opening(DOSSIER, reports)
    assert (seen.report, seen.events, seen.leaves, [field.field for field in seen.vanish]) == told


@pytest.mark.parametrize(
    ("reports", "told"),
    [
        (("d/a", "e/b"), ("a", ("b",), [], [])),
        (("d/a", "u/a"), ("a", (), [], [])),
        (("e/b", "u/a"), ("b", (), ["figures.killed"], ["figures.killed"])),
        (("x/r", "e/b"), ("b", (), ["figures.killed"], [])),
    ],
    ids=["an event goes", "one already", "a report changes events", "without an event"],
)
def test_which_flags_a_decision_brings_and_takes(reports, told):
    seen = preview(DOSSIER, reports)
    assert (seen.event, seen.leaves, *([f.field for f in fields] for fields in (seen.appear, seen.vanish))) == told
