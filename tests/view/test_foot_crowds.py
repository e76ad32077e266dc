"""The foot of an event of thousands: as many readings are made as can fit, and the rest is counted."""

from __future__ import annotations

import pytest

from tests.builders import good_dossier
from tui.core.answers import EventRow
from tui.core.verdicts.events import judge
from tui.view import foot
from tui.view.collisions import colliding
from tui.view.scene import Scene

real = foot._reading


def row_of(number: int) -> EventRow:
    """An event of which so many sources each give another figure."""
    lines = [
        f'[[source]]\nid = "s{n}"\n[[report]]\nsource = "s{n}"\nevent = "e"\nfigures.houses = {10 * n}\n'
        for n in range(number)
    ]
    event = judge(good_dossier("".join(lines))).events[0]
    return EventRow(position=0, earliest=None, latest=None, verdict=event.verdict, reports=event.reports)


@pytest.mark.parametrize(("number", "most"), [(5, 5), (40, 12), (400, 12)])
def test_readings_are_made_as_far_as_they_fit(monkeypatch, number: int, most: int) -> None:
    row, made = row_of(number), []
    monkeypatch.setattr(foot, "_reading", lambda reading, *rest: made.append(reading) or real(reading, *rest))
    told = foot.fitting((), row.verdict.fields[0], row, Scene(), 40, 1)

    assert len(made) <= most
    assert (number > 5) == any("more" in span.text for span in told)


def test_what_collides_is_found_also_where_the_reason_says_that_more_was_left() -> None:
    field = row_of(140).verdict.fields[0]
    assert "not compared" in field.reason
    assert [reading.value for reading in colliding(field)] == ["0", "1390"]
