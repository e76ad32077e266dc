"""A report without an event is a row of the timeline beside the events, so it cannot be called like one of them."""

from __future__ import annotations

import pytest

from tests.builders import dossier
from tui.core.filters import Filter
from tui.index.opening import store

UNPLACED = '[[source]]\nid = "s"\n[[report]]\nid = "e"\nsource = "s"\n'


@pytest.mark.parametrize(
    "event", ['[[event]]\nid = "e"\n[[report]]\nsource = "s"\nevent = "e"\n', '[[report]]\nsource = "s"\nevent = "e"\n']
)
def test_it_is_told_and_both_open(event: str):
    built, problems = dossier(UNPLACED + event)
    assert [(p.code, p.key) for p in problems if p.severity == "problem"] == [("double-id", "report[1].id")]
    assert [(report.id, report.event) for report in built.reports] == [("e-2", None), ("s/e", "e")]
    opened = store(built, problems)
    assert {row.verdict.id for row in opened.page(Filter(), 0, 9)} == {"e", "e-2"}


def test_a_report_in_the_event_it_is_called_like_keeps_its_id():
    built, problems = dossier(UNPLACED + 'event = "e"\n')
    assert [p.code for p in problems if p.severity == "problem"] == []
    assert [report.id for report in built.reports] == ["e"]


def test_an_id_that_the_program_gives_is_no_event_either():
    loose = '[[source]]\nid = "s"\n[[report]]\nsource = "s"\n'
    built, problems = dossier(loose + '[[report]]\nsource = "s"\nevent = "s/report-1"\n')
    assert [(report.id, report.event) for report in built.reports] == [
        ("s/report-1-2", None),
        ("s/s/report-1", "s/report-1"),
    ]
    opened = store(built, problems)
    assert {row.verdict.id for row in opened.page(Filter(), 0, 9)} == {"s/report-1", "s/report-1-2"}


def test_a_second_report_of_an_id_is_not_called_like_an_event_instead():
    second = '[[report]]\nid = "e"\nsource = "s"\n'
    built, problems = dossier(UNPLACED + second + '[[report]]\nsource = "s"\nevent = "e-2"\n')
    assert [(report.id, report.event) for report in built.reports] == [("e", None), ("e-3", None), ("s/e-2", "e-2")]
    opened = store(built, problems)
    assert {row.verdict.id for row in opened.page(Filter(), 0, 9)} == {"e", "e-2", "e-3"}
