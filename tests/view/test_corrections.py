"""What of a report can be corrected, in which order it is offered, and the three offers of a clash."""

from __future__ import annotations

from dataclasses import replace

from tests.fake_store import EVENTS
from tui.core.model import Report
from tui.view.corrections import Clash, both_lines, candidates, clash_entries, stated
from tui.view.spans import text_of

REPORT = Report(
    id="dw/x", source="dw", event="x", when="Tuesday", where=("A", "B"), who=(("attacker", ("NSA",)), ("", ("IS", "SDF"))), what="w",
    figures=(("killed", "4"),), claims=(("taken", True),), said_by=("S",), quote="q",
)  # fmt: skip


def test_everything_stated_in_the_order_of_the_format():
    assert stated(REPORT) == (
        ("when", "Tuesday"), ("where", "A; B"), ("who.attacker", "NSA"), ("who", "IS; SDF"), ("figures.killed", "4"),
        ("claims.taken", "true"), ("said_by", "S"), ("what", "w"), ("quote", "q"), ("event", "x"),
    )  # fmt: skip


def test_the_selected_field_of_every_report_comes_first():
    row = next(row for row in EVENTS if row.verdict.id == "beheading")
    chosen = row.reports[1]
    found = [(report.id, field) for report, field, _ in candidates(row, "figures.killed", chosen)]
    assert found[:3] == [("dw/beheading", "figures.killed"), ("ucdp/beheading", "figures.killed"), ("dw/beheading", "when")]
    assert len(found) == 1 + len(stated(chosen))
    assert {report for report, _ in found[2:]} == {"dw/beheading"}


def test_a_clash_is_told_whole():
    assert [entry.name for entry in clash_entries(Clash("5", "7", ""))] == ["keep mine: nothing", "take theirs: 7", "show both"]
    shown = "\n".join(text_of(line) for line in both_lines(Clash("5", "", "\x1b[31m6"), 40))
    assert shown == "as it was read\n  5\n\nin the file now\n  (nothing)\n\nyours\n  ␛[31m6\n"


def test_a_report_without_words_offers_its_event():
    assert stated(replace(Report(id="a/b", source="a"), event="b")) == (("event", "b"),)
