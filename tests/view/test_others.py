"""An account told where its pane is out of sight says whose it is, once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fake_store import EVENTS, SOURCES, FakeStore, event, report
from tui.view.heads import heads
from tui.view.layouts import beyond, layout, offered
from tui.view.others import elsewhere, others_line
from tui.view.panes import by_publisher, separate
from tui.view.scene import Scene
from tui.view.spans import cells, text_of
from tui.view.state import TimelineState
from tui.view.timeline import bands, body

DW, AFP = (next(source for source in SOURCES if source.id == name) for name in ("dw", "afp"))
OFFENSIVE = next(row for row in EVENTS if row.verdict.id == "offensive")


def told(sources, panes):
    return text_of(elsewhere(OFFENSIVE, panes, Scene(summary=FakeStore().summary(), sources=sources), "").said)[:34]


def test_one_source_is_named_by_its_pane():
    assert told((AFP, DW), separate((DW,))) == "elsewhere DW: The NSA launched an "


def test_of_several_of_one_publisher_each_is_named_and_the_publisher_not_again():
    wire = tuple(replace(source, family="wire", siglum=f"W{n}") for n, source in enumerate((DW, AFP), start=1))
    assert told(wire, by_publisher(wire)) == "elsewhere W1: The NSA launched an "


def crowd(heights=3, width_=100, cursor=0, solo=False):
    """Two events of six and two sources, drawn on a screen with room for three panes."""
    sources = tuple(replace(DW, id=f"s{n}", siglum=f"S{n}", name=f"Source {n}") for n in range(6))
    rows = tuple(
        event(
            name, "Raid", "2016-07-02", "2016-07-03", tuple(report(f"s{n}/{name}", f"Told by {n}.") for n in told), ()
        )
        for name, told in (("all", range(6)), ("two", (4, 5)))
    )
    panes = separate(sources)
    scene = Scene(summary=FakeStore().summary(), sources=sources, panes=panes)
    state = TimelineState(panes=6, height=heights, solo=solo).stocked(panes=6, count=2).seeing(9).to(cursor)
    plan = layout(state, offered(state, rows, panes, width_), width_)
    drawn = [
        text_of(line)
        for line in (
            *heads(state, plan, scene, rows)[2:],
            *body(bands(state, rows, plan, scene, 2 * heights), state, plan, scene, 2 * heights).lines,
        )
    ]
    return plan, drawn


@pytest.mark.parametrize("height", [1, 3, 6])
def test_panes_that_report_an_event_and_have_no_column_are_counted_in_its_row_and_named_over_those_of_the_selected(
    height,
):
    plan, (under, *lines) = crowd(height)
    assert [len(plan.shown), len(plan.offered)] == [3, 6]
    assert under.rstrip("─").endswith(" +3 more: S3 S4 S5 ")
    assert [line.split("│")[-1].strip().partition("+")[2] for line in lines[height - 1 :: height]] == [
        "3 more",
        "1 more",
    ]
    assert {cells(line) for line in (under, *lines)} == {100}


def test_a_click_on_one_of_them_goes_there_and_where_none_is_left_out_nothing_is_said():
    sources = tuple(replace(DW, id=f"s{n}", siglum=f"S{n}") for n in range(4))
    rows = (event("e", "Raid", "2016-07-02", "2016-07-03", tuple(report(f"s{n}/e", "Told.") for n in range(4)), ()),)
    scene = Scene(summary=FakeStore().summary(), sources=sources, panes=separate(sources))
    state = TimelineState(panes=4).stocked(panes=4, count=1).seeing(9)
    plan = layout(state, (0, 1, 2, 3), 100)
    acts = [span.action for span in heads(state, plan, scene, rows)[2] if span.action]
    assert acts == ["pane:3"]
    assert beyond(rows[0], layout(state, (0, 1, 2, 3), 200), scene.panes) == ()
    assert "more" not in "".join(crowd(solo=True)[1])
    assert "more" not in "".join(crowd(width_=80)[1])


@pytest.mark.parametrize(
    ("pane", "size", "tabs"),
    [
        (0, 80, "  S0  S1  S2  S3  S4  S5  S6  S7"),
        (0, 30, "  S0  S1  S2  S3  S4  3›"),
        (4, 30, "  S0  S1  S2  S3  S4  3›"),
        (5, 30, " ‹5  S5  S6  S7"),
        (2, 20, "  S0  S1  S2  5›"),
        (3, 20, " ‹3  S3  S4  S5  2›"),
    ],
)
def test_the_selected_pane_stands_among_the_tabs_of_a_narrow_screen_and_those_beside_them_are_counted(pane, size, tabs):
    sources = tuple(replace(DW, id=f"s{n}", siglum=f"S{n}") for n in range(8))
    scene = Scene(summary=FakeStore().summary(), sources=sources, panes=separate(sources))
    state = TimelineState(panes=8, pane=pane)
    _, second, _ = heads(state, layout(state, tuple(range(8)), size), scene, ())
    assert text_of(second).rstrip() == tabs
    assert [span.text.strip() for span in second if span.role == "tab"] == [f"S{pane}"]


@pytest.mark.parametrize(
    ("size", "told"), [(40, "S1 ●  S2 ●  S3 ●  S4 ●  S5 ●  "), (20, "S1 ●  S2 ●  S3 ●  +2"), (3, "+5")]
)
def test_others_that_have_no_room_are_counted(size, told):
    sources = tuple(replace(DW, id=f"s{n}", siglum=f"S{n}") for n in range(6))
    panes = separate(sources)
    row = event("e", "Raid", "2016-07-02", "2016-07-03", tuple(report(f"s{n}/e", "Told.") for n in range(1, 6)), ())
    line = others_line(row, panes[0], panes, Scene(summary=FakeStore().summary(), sources=sources, panes=panes), size)
    assert text_of(line) == told


@pytest.mark.parametrize("size", [-3, 0, 1, 2])
def test_nobody_else_is_nothing_to_say_in_any_width(size):
    panes = separate((DW,))
    alone = replace(OFFENSIVE, reports=tuple(report for report in OFFENSIVE.reports if report.source == "dw"))
    line = others_line(alone, panes[0], panes, Scene(summary=FakeStore().summary(), sources=(DW,), panes=panes), size)
    assert text_of(line) == ""
