"""Reports lie in the index as they were, and equal ones as equal bytes."""

from __future__ import annotations

import marshal
from dataclasses import fields

from hypothesis import given

from tests.files.dossier_strategies import dossiers
from tui.core.making import maker
from tui.core.model import Position, Report
from tui.index.reports import flat, report_of, restored, stored

LINES = (("when", "who.attacker"), (1, 2))


@given(dossiers())
def test_reports_come_back_as_they_were(dossier):
    reports = dossier.reports
    assert restored(stored(reports)) == reports
    assert tuple(report_of(marshal.loads(marshal.dumps(flat(report)))) for report in reports) == reports


def test_whatever_equal_reports_share_in_memory_their_bytes_are_equal():
    def report(name: str, lines: object) -> Report:
        return Report(id=f"{name}/e", source=name, event="".join("e"), position=Position("f", 7), lines=lines)

    apart = [report(name, (tuple(LINES[0]), (*LINES[1],))) for name in ("ab" * 9, "".join(["ab"] * 9))]
    together = [report("ab" * 9, LINES)] * 2
    assert apart == together
    assert stored(apart) == stored(together)


def test_a_report_made_at_once_is_the_report():
    names = [field.name for field in fields(Report)]
    report = Report(id="a/e", source="a", tags=("x",), lines=LINES)
    assert maker(Report, names)(getattr(report, name) for name in names) == report
