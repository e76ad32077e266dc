"""With a clock set, a source whose figure stood so only later is not called silent, and its figure is not shown."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import good_dossier
from tui.core.filters import Filter
from tui.core.model import Report
from tui.index.opening import store
from tui.view.cells import cell
from tui.view.claims import silence_words, words_for
from tui.view.glyphs import UNICODE
from tui.view.panes import separate
from tui.view.texts import Sheet
from tui.view.texts_diff import field_lines


def test_who_saw_it_themselves_names_no_speaker():
    own = Report(id="a/1", source="a", said_by=("a",))
    assert words_for(own, "said_by") == ()
    assert words_for(replace(own, said_by=("a", "SOHR")), "said_by") == ("SOHR",)


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
[[report]]
source = "afp"
event = "e"
figures = { killed = 11 }
as_of = 2016-06-29T09:00:00Z
[[report]]
source = "rtr"
event = "e"
where = "Jayrud"
figures = { killed = 17, wounded = 3 }
as_of = 2016-06-29T17:00:00Z
[[report]]
source = "dw"
event = "e"
what = "It burned."
"""
FOURTEEN = 1467208800
STORE = store(good_dossier(TEXT), as_of=FOURTEEN)
(ROW,) = STORE.page(Filter(), 0, 9)
REPORTS = {report.id: report for report in ROW.reports}


def test_three_ways_to_give_no_figure_are_told_apart() -> None:
    killed = next(field for field in ROW.verdict.fields if field.field == "figures.killed")
    assert silence_words(killed, ROW.reports, str.upper) == ("silent: DW", "not said yet: RTR")
    sheet = Sheet.of(STORE.sources(), zone="UTC", columns=80)
    assert field_lines(killed, REPORTS, sheet)[-2:] == ["    silent: DW", "    not said yet: RTR"]


def test_a_pane_does_not_show_the_figure_of_later() -> None:
    panes = {pane.key: pane for pane in separate(STORE.sources())}
    told = {name: "".join(span.text for span in cell(ROW, pane, UNICODE).whole) for name, pane in panes.items()}
    assert told == {
        "afp": "11 killed", "dw": "It burned.", "rtr": "Jayrud ⟨killed: not said yet⟩ ⟨wounded: not said yet⟩"
    }  # fmt: skip
