"""What no longer stands says so beside what took its place: in the timeline, in its panes and among witnesses."""

from __future__ import annotations

from tests.builders import good_dossier
from tui.core.filters import Filter
from tui.index.opening import store
from tui.view.cells import cell
from tui.view.comparison import apparatus
from tui.view.foot import readings
from tui.view.glyphs import UNICODE
from tui.view.markup import Sigla
from tui.view.panes import separate
from tui.view.report_html_events import entry_html
from tui.view.report_model import event_entry
from tui.view.report_text import entry_words
from tui.view.scene import Scene
from tui.view.spans import text_of
from tui.view.texts import Sheet
from tui.view.texts_diff import reading_lines
from tui.view.texts_report import event_apparatus
from tui.view.texts_timeline import stacked_lines

TEXT = """
[[source]]
id = "afp"
published = 2016-06-29
[[source]]
id = "rtr"
published = 2016-06-29
[[source]]
id = "dw"
published = 2016-06-29
[[event]]
id = "e"
title = "The market"
[[report]]
id = "afp/1"
source = "afp"
event = "e"
what = "Eleven died."
figures = { killed = 11 }
as_of = 2016-06-29T09:00:00
[[report]]
id = "afp/2"
source = "afp"
event = "e"
what = "Now 17 died."
figures = { killed = 17 }
as_of = 2016-06-29T17:00:00
[[report]]
id = "rtr/1"
source = "rtr"
event = "e"
figures = { killed = 11 }
as_of = 2016-06-29T10:00:00
[[report]]
id = "dw/1"
source = "dw"
event = "e"
what = "Forty died in Homs."
where = "Homs"
figures = { killed = 40 }
[[report]]
id = "dw/2"
source = "dw"
event = "e"
corrects = ["dw/1"]
figures = { killed = 17 }
"""
STORE = store(good_dossier(TEXT))
(ROW,) = STORE.page(Filter(), 0, 9)
SHEET = Sheet.of(STORE.sources(), zone="UTC", columns=100)


def test_the_timeline_as_text_marks_a_figure_and_a_report_that_were_replaced() -> None:
    told = [line for line in stacked_lines(ROW, SHEET) if line.startswith("    ")]
    assert told[:5] == [
        "    AFP: Eleven died. · killed “11” (superseded)",
        "    AFP: Now 17 died. · killed “17”",
        "    DW: superseded: Forty died in Homs. · where “Homs”; killed “40”",
        "    DW: killed “17”",
        "    RTR: killed “11”",
    ]


def test_a_pane_marks_them_in_words_and_shows_no_value_of_a_replaced_report_as_one_that_differs() -> None:
    panes = {pane.key: pane for pane in separate(STORE.sources())}
    told = {name: "".join(span.text for span in cell(ROW, pane, UNICODE).whole) for name, pane in panes.items()}
    assert told == {
        "afp": "Eleven died. ▪ Now 17 died. ⟨11 killed, superseded⟩",
        "dw": "superseded: Forty died in Homs. ▪ 17 killed",
        "rtr": "11 killed",
    }


def test_a_reading_that_stands_says_which_of_its_witnesses_left_it() -> None:
    killed = next(field for field in ROW.verdict.fields if field.field == "figures.killed")
    lines = [
        line
        for reading in killed.readings
        for line in reading_lines("figures.killed", reading, {r.id: r for r in ROW.reports}, SHEET)
    ]
    assert lines == [
        "    11 — 2 reports / 1–2 origins / 2 unknown", "        AFP (superseded)", "        RTR",
        "    17 — 2 reports / 1–2 origins / 2 unknown", "        AFP", "        DW",
        "    40 [superseded] — DW",
    ]  # fmt: skip
    assert killed.reason == "dw's 17 lies above rtr's 11, which is exact; 6 apart."


def test_the_printed_apparatus_names_who_still_gives_a_reading_and_which_is_superseded() -> None:
    told = event_entry(1, ROW, SHEET)
    killed = next(field for field in told.fields if field.name == "figures.killed")
    assert entry_words(killed, SHEET) == "11 RTR ] 17 AFP DW · 40 DW (superseded)"
    sigla = Sigla(())
    assert "40</bdi> " in entry_html(killed, sigla)
    assert entry_html(killed, sigla).count("(superseded)") == 1
    assert [account.details[:1] for account in told.accounts if account.report == "dw/1"] == [("superseded",)]
    assert "   DW: superseded: Forty died in Homs." in event_apparatus(1, ROW, SHEET)


def test_foot_and_comparison_name_who_left_a_reading_that_others_still_give() -> None:
    killed = next(field for field in ROW.verdict.fields if field.field == "figures.killed")
    scene = Scene(summary=STORE.summary(), sources=STORE.sources())
    assert [text_of(line) for line in readings(killed, ROW, scene)] == [
        '"11" AFP (superseded) RTR 1–2 origins (2 unknown)',
        '"17" AFP DW 1–2 origins (2 unknown)',
        '"40" DW superseded',
    ]
    line = text_of(apparatus(killed.readings, killed, ROW, scene))
    assert ("AFP (superseded) RTR" in line, line.count("superseded")) == (True, 2)
