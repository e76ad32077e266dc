from __future__ import annotations

from dataclasses import replace

import pytest

from tests.view.hand_made import (
    EVENT,
    IDENTITY,
    KILLED,
    REPORTS,
    ROW,
    RULINGS,
    SOURCES,
    SUMMARY,
    TARGET,
    WHEN,
)
from tui.core.agreement import SourceRecord
from tui.core.filters import EVERYTHING
from tui.core.judgements import FieldVerdict, FindingKind, OriginCount, Verdict
from tui.core.model import Report, Source
from tui.core.problems import Problem, Severity
from tui.view.columns import width
from tui.view.excerpts import excerpt
from tui.view.texts import Sheet, absence_lines, origin_words, verdict_words
from tui.view.texts_check import check_lines
from tui.view.texts_diff import diff_lines, summary_lines, undated_lines, unplaced_lines
from tui.view.texts_report import citation, report_lines
from tui.view.texts_timeline import account, timeline_lines


def sheet(columns: int = 100) -> Sheet:
    return Sheet.of(SOURCES, RULINGS, zone="Asia/Damascus", columns=columns)


def text(lines: object) -> str:
    return "\n".join(lines)


DIFF = """\
Where the accounts cannot all be true
─────────────────────────────────────

Air strikes on Jayrud
  Sat 2 Jul 2016 · 2 reports / 1–2 origins / 1 unknown
  event jayrud

  ⇅ finding: internal, killed
    reports: dw/jayrud (para 5)
    why: The lead and the body differ.

  killed: ✗ conflict, 13 deaths apart
    at least 30 — RTR (para 2, said by the Observatory)
    43 [superseded] — DW (lead, para 5, hedged)
    why: 43 lies above 30; 13 apart.
    silent: UCDP
    ruling, reopened: accepted 43 (dw/jayrud): later count (mk, 2016-08-01)

Across events
─────────────

  ≡ finding: identity
    reports: rtr/jayrud (para 2)
    why: A day apart, in one place.
    events: jayrud, jayrud-2

Updates, wording, grades
────────────────────────

Air strikes on Jayrud
  Sat 2 Jul 2016 · 2 reports / 1–2 origins / 1 unknown
  event jayrud

  target: ≠ undetermined (wording)
    the market — RTR (para 2, said by the Observatory)
    the town — DW (lead, para 5, hedged)
    why: Worded differently; nothing says whether the words exclude each other.
"""


def test_a_diff_says_who_says_what_and_why() -> None:
    part = excerpt(EVENT, EVERYTHING)
    assert part is not None
    assert text(diff_lines([(ROW, part)], [IDENTITY], sheet())) == DIFF


def test_a_diff_without_discrepancies_says_so() -> None:
    assert list(diff_lines([], [], sheet())) == ["No discrepancy found.", ""]


def test_every_field_can_be_printed() -> None:
    shown = text(diff_lines([(ROW, EVENT)], [], sheet(), everything=True))
    assert (
        "  when: = same\n"
        "    2016-07-02 — 2 reports / 1–2 origins / 1 unknown\n"
        "        RTR (“Saturday”, para 2, said by the Observatory)\n"
        "        DW (lead, para 5, hedged)\n"
        "    why: The same day.\n"
    ) in shown


def test_a_denial_is_told_once() -> None:
    denied = replace(TARGET, kind="denial", verdict=Verdict.CONFLICT, flagged=True, open=True)
    finding = replace(IDENTITY, kind=FindingKind.DENIAL, field="claims.target", events=("jayrud",))
    event = replace(EVENT, fields=(denied,), findings=(finding,))
    shown = text(diff_lines([(ROW, event)], [], sheet()))
    assert "  target: ⊘ conflict (denial)\n" in shown
    assert "finding" not in shown


def test_the_head_of_a_text() -> None:
    assert text(summary_lines(SUMMARY, sheet())) == (
        "Summer 2016\n1 event · 2 reports / 1–2 origins / 1 unknown · 3 sources · 1 contested\n"
    )
    assert text(summary_lines(SUMMARY, sheet(), (0, 2))).splitlines()[1:] == [
        "0 of 1 event and 2 reports without one pass the filters",
        "In all: 1 event · 2 reports / 1–2 origins / 1 unknown · 3 sources · 1 contested",
    ]
    assert text(unplaced_lines(("a/report-1", "b/report-1"), sheet())) == (
        "2 reports without an event: a/report-1, b/report-1\n"
    )
    assert unplaced_lines((), sheet()) == []


@pytest.mark.parametrize(
    ("field", "words"),
    [
        (KILLED, "✗ conflict, 13 deaths apart"),
        (replace(KILLED, doubtful=True, gap="adjacent days"), "✗ conflict, doubtful, adjacent days"),
        (replace(KILLED, kind="time-zone", gap=None), "✗ conflict (time-zone)"),
        (replace(TARGET, verdict=Verdict.SAME, kind="naming"), "~ same (naming)"),
        (WHEN, "= same"),
    ],
)
def test_verdicts_in_words(field: FieldVerdict, words: str) -> None:
    assert verdict_words(field) == words


@pytest.mark.parametrize(
    ("reports", "origins", "words"),
    [
        (1, OriginCount(1, 1, 0), "1 report / 1 origin / 0 unknown"),
        (9, OriginCount(1, 9, 0), "9 reports / 1–9 origins / 0 unknown"),
        (30, OriginCount(4, 9, 2, at_most=True), "30 reports / ≤4–9 origins / 2 unknown"),
        (2, OriginCount(2, 2, 2), "2 reports / 2 origins / 2 unknown"),
    ],
)
def test_reports_are_never_counted_without_origins(reports: int, origins: OriginCount, words: str) -> None:
    assert origin_words(reports, origins) == words


COLUMNS = """\
                   │ RTR  Reuters                │ DW  Deutsche Welle          │ UCDP  UCDP GED
                   │ 2 Jul                       │ 3 Jul · AP · Reuters        │ undated
───────────────────┼─────────────────────────────┼─────────────────────────────┼────────────────────────────
Air strikes on Jayrud
Sat 2 Jul 2016     │ Air strikes hit the town. · │ Warplanes struck Jayrud. ·  │ —
✗ conflict killed, │ when “Saturday”; killed “at │ when “2016-07-02”; killed   │
⇅ internal, ≠      │ least 30”; target “the      │ “43”; target “the town”     │
target             │ market”; said by “the       │                             │
                   │ Observatory”                │                             │
"""


def test_the_timeline_has_a_column_per_source() -> None:
    assert text(timeline_lines([ROW], sheet(110))) == COLUMNS


STACKED = """\
Air strikes on Jayrud
  Sat 2 Jul 2016 · 2 reports / 1–2 origins / 1 unknown
  ✗ conflict killed, ⇅ internal, ≠ target
    RTR: Air strikes hit the town. · when “Saturday”; killed “at least 30”;
      target “the market”; said by “the Observatory”
    DW: Warplanes struck Jayrud. · when “2016-07-02”; killed “43”; target “the
      town”
    no report: UCDP
"""


def test_a_narrow_timeline_stacks_the_sources() -> None:
    assert text(timeline_lines([ROW], sheet(80))) == STACKED


REPORT = """\
Events
──────

1. Air strikes on Jayrud
   Sat 2 Jul 2016 · 2 reports / 1–2 origins / 1 unknown
   RTR: Air strikes hit the town. [para 2] said by the Observatory
   DW: Warplanes struck Jayrud. “dozens of raids” [lead, para 5]
   no report: UCDP

   when: 2016-07-02 (“Saturday”) RTR DW
      = same: The same day.
   killed: at least 30 RTR ] 43 [superseded] DW · om. UCDP
      ✗ conflict, 13 deaths apart: 43 lies above 30; 13 apart.
      ruling, reopened: accepted 43 (dw/jayrud): later count (mk, 2016-08-01)
   target: the market RTR ] the town DW
      ≠ undetermined (wording): Worded differently; nothing says whether the words exclude each
      other.
   ⇅ finding: internal, killed
     reports: dw/jayrud (para 5)
     why: The lead and the body differ.

Sources
───────

RTR: Reuters, “Strikes on Jayrud”, 2016-07-02.
DW: Deutsche Welle, 2016-07-03, credits AP, Reuters, grade B. https://example.org/dw sha256 ab12
UCDP: UCDP GED, undated."""


@pytest.mark.parametrize(
    ("number", "line"), [(2, "no report: s0, s1"), (41, "no report: 41 sources"), (5000, "no report: 5,000 sources")]
)
def test_of_very_many_sources_without_a_report_the_number_is_told(number: int, line: str) -> None:
    event = replace(EVENT, absent=tuple(f"s{n}" for n in range(number)), earlier=())
    assert absence_lines(event, sheet(), indent=0) == [line]


def test_the_report_is_an_apparatus() -> None:
    assert text(report_lines([ROW], sheet())) == REPORT


def test_the_report_tells_reports_left_open_between_events() -> None:
    told = text(report_lines([replace(ROW, reports=REPORTS[:1], disputed=REPORTS[1:])], sheet()))
    assert (
        """
   Left open between this event and another, and judged in neither:
      DW: Warplanes struck Jayrud."""
        in told
    )


def test_a_citation_leaves_out_what_is_not_known() -> None:
    assert [citation(source) for source in SOURCES] == [
        "Reuters, “Strikes on Jayrud”, 2016-07-02.",
        "Deutsche Welle, 2016-07-03, credits AP, Reuters, grade B. https://example.org/dw sha256 ab12",
        "UCDP GED, undated.",
    ]


def test_check_puts_the_place_first() -> None:
    faults = [
        Problem(file="dw.toml", line=14, key="report[2].figurs", code="unknown-key", message="Unknown key.",
                found="figurs", expected="a key of [[report]]", suggestion="figures"),
        Problem(file="b.toml", code="time", message="Not understood.", severity=Severity.NOTE),
    ]  # fmt: skip
    assert list(check_lines(12, faults)) == [
        "dw.toml:14: unknown-key: Unknown key.",
        "b.toml: time (note): Not understood.",
        "1 problem, 1 note in 12 files",
    ]


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 140])
def test_no_line_is_wider_than_asked_for(columns: int) -> None:
    paper = sheet(columns)
    lines = [*diff_lines([(ROW, EVENT)], [IDENTITY], paper, everything=True), *timeline_lines([ROW], paper),
             *report_lines([ROW], paper), *summary_lines(SUMMARY, paper)]  # fmt: skip
    assert max(width(line) for line in lines) <= columns


def test_nothing_from_a_file_is_obeyed_by_a_terminal() -> None:
    evil = "\x1b[31m\u202eevil\x07"
    report = replace(REPORTS[0], what=evil, locator=evil, quote=evil, figures=(("killed", evil),), said_by=(evil,))
    row = replace(ROW, reports=(report, REPORTS[1]), verdict=replace(EVENT, title=evil))
    lines = [*diff_lines([(row, row.verdict)], [], sheet(), everything=True), *timeline_lines([row], sheet()),
             *report_lines([row], sheet()), *timeline_lines([row], sheet(60))]  # fmt: skip
    assert not {"\x1b", "\u202e", "\x07"} & set("".join(lines))


def test_what_a_report_denies_is_no_claim_of_its_own() -> None:
    report = Report(
        id="afp/1", source="afp", figures=(("killed", "20"),), claims=(("outcome", "captured"),), said_by=("mod",),
        denies=("figures.killed",),
    )  # fmt: skip
    assert account(report) == "denies killed “20”; outcome “captured”; said by “mod”"


def test_a_text_says_what_was_not_known_yet() -> None:
    known = replace(SUMMARY, timezone="Asia/Damascus", as_of=1467154799)
    assert " ".join(summary_lines(known, sheet())[1:]).split(" · ")[-1].split() == [
        "as",
        "known",
        "by",
        "2016-06-29T01:59",
        "(Damascus",
        "time)",
    ]


def test_a_text_says_of_what_it_is_not_known_when_it_came_out() -> None:
    dated, undated = (
        Source(id=name, name=name, siglum=name, family=name, published=day)
        for name, day in (("a", "2016-06-29"), ("b", None))
    )
    counts = [SourceRecord(source=name, reports=2, events=1, first=0, corrections=0) for name in "ab"]
    known = replace(SUMMARY, as_of=1467154799)
    assert undated_lines(known, [dated, undated], counts, sheet()) == [
        "2 reports are of sources without a date, and may have come out later.",
        "",
    ]
    assert undated_lines(known, [dated], counts, sheet()) == []
    assert undated_lines(SUMMARY, [dated, undated], counts, sheet()) == []
