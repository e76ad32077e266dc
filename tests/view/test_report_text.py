from __future__ import annotations

from dataclasses import replace

from tests.view.hand_made import EVENT, IDENTITY, KILLED, ONE, ROW, SOURCES, SUMMARY, TARGET, WHEN
from tui.core.judgements import Finding, FindingKind, Reading
from tui.core.model import Source
from tui.view.report_front import MEANING, front, matrix_note
from tui.view.report_model import field_entry
from tui.view.report_text import entry_words, front_lines
from tui.view.texts import Sheet

SHEET = Sheet.of(SOURCES, zone="Asia/Damascus", columns=2000)
SOLE = Finding(kind=FindingKind.SINGLE_ORIGIN, events=("jayrud",), reports=(), field=None, reason="", open=False)
SPOKE = replace(
    TARGET, field="said_by",
    readings=(Reading(value="SANA", as_written=(), reports=("r1", "r2"), sources=("rtr",), origins=ONE),),
)  # fmt: skip
FULL = replace(ROW, verdict=replace(EVENT, fields=(WHEN, KILLED, SPOKE), findings=(*EVENT.findings, SOLE)))
MADE = front(SUMMARY, [FULL], SHEET, findings=[IDENTITY])

WHOLE = f"""\
Summer 2016
1 event · 2 reports / 1–2 origins / 1 unknown · 3 sources · 1 contested

{chr(10).join(f"{heading}: {sentences}" for heading, sentences in MEANING)}

Contested events
────────────────

1 event with an open flag, strongest first.

1. Air strikes on Jayrud
   Sat 2 Jul 2016 · 2 reports / 1–2 origins / 1 unknown
   ✗ killed: conflict, 13 deaths apart
     at least 30 RTR ] 43 DW (superseded) · om. UCDP
   ⇅ finding: internal, killed

Across events
─────────────

≡ finding: identity
  events: 1. Air strikes on Jayrud
  why: A day apart, in one place.

Who agrees with whom
────────────────────

{matrix_note(MADE.matrix, shares=False)}

       RTR   DW
RTR      ·  1/1
DW     1/1    ·

Origins
───────

2 reports / 1–2 origins / 1 unknown.

SANA: 2 reports, 1 source, 1 event

Agencies that sources credit: AP (1 source), Reuters (1 source).

Several reports, one origin: 1. Air strikes on Jayrud (2 reports).
"""


def test_the_summary_page() -> None:
    assert "\n".join(front_lines(MADE, SHEET)) == WHOLE


def test_a_matrix_too_wide_is_told_row_by_row() -> None:
    sources = tuple(Source(id=f"s{n}", name=f"Source {n}", siglum=f"LONG{n}", family=f"s{n}") for n in range(6))
    shared = replace(WHEN, readings=(replace(WHEN.readings[0], sources=("s0", "s1")),))
    row = replace(ROW, verdict=replace(EVENT, fields=(shared,), findings=()))
    row = replace(row, reports=tuple(replace(ROW.reports[0], source=source.id) for source in sources))
    sheet = Sheet.of(sources, zone="UTC", columns=40)
    told = "\n".join(front_lines(front(SUMMARY, [row], sheet), sheet))
    assert "LONG0: LONG1 1/1\nLONG1: LONG0 1/1\nLONG2: nothing shared\n" in told
    assert max(len(line) for line in told.splitlines()) <= 40


def test_an_entry_of_an_apparatus() -> None:
    twice = replace(KILLED.readings[0], reports=("rtr/1", "rtr/2", "dw/1"), sources=("rtr", "dw"))
    field = replace(KILLED, readings=(twice, KILLED.readings[1], replace(KILLED.readings[1], value="70")), silent=())
    assert entry_words(field_entry(field, {}, SHEET), SHEET) == "at least 30 RTR DW (+1) ] 43 DW (superseded) · 70 DW (superseded)"
    assert entry_words(field_entry(replace(KILLED, readings=()), {}, SHEET), SHEET) == "om. UCDP"


def test_nothing_in_it_is_obeyed_by_a_terminal() -> None:
    row = replace(FULL, verdict=replace(EVENT, title="\x1b[31m\u202eJayrud"))
    told = "\n".join(front_lines(front(replace(SUMMARY, title="\x1b]0;x\x07"), [row], SHEET), SHEET))
    assert "␛[31m‹RLO›Jayrud" in told
    assert not {"\x1b", "\x07", "\u202e"} & set(told)
