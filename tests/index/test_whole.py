"""A dossier goes to another process in parts, and is there what it is here."""

from __future__ import annotations

from tests.scenarios import SUMMER
from tui.files.load import load
from tui.index.opening import open_dossier
from tui.index.whole import whole


def test_the_parts_together_are_the_dossier():
    store = open_dossier([str(SUMMER)])
    parts = [*store.parts()]
    assert len(parts) > 2
    assert max(map(len, parts)) < sum(map(len, parts)) / 2
    there, read = whole(parts), load([str(SUMMER)]).dossier
    assert there == store.dossier()
    assert sorted(there.reports, key=lambda report: report.id) == sorted(read.reports, key=lambda report: report.id)
    assert {(event.id, event.title, event.tags) for event in there.events} == {
        (event.id, event.title, event.tags) for event in read.events
    }
    assert (there.sources, there.actors, there.places) == (read.sources, read.actors, read.places)


def test_who_is_told_of_every_part_can_end_it():
    told = list[int]()
    store = open_dossier([str(SUMMER)]).telling(lambda: told.append(1))
    assert len([*store.parts()]) == len(told)
