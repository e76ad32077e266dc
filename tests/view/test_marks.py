"""What is red: a verdict of conflict, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.view.hand_made import KILLED, SUMMARY
from tui.core.judgements import FindingKind, OriginCount, Pair, Reading, Verdict
from tui.view.header import title_line
from tui.view.marks import every_mark, mark_of_field, mark_of_flag, mark_of_value
from tui.view.scene import Scene


@pytest.mark.parametrize(
    ("kind", "verdict", "shown"),
    [
        ("denial", Verdict.CONFLICT, ("⊘", "denied", "conflict")),
        ("denial", Verdict.STRAINED, ("⊘", "denied", "strained")),
        ("time-zone", Verdict.CONFLICT, ("✗", "conflict (time zone)", "conflict")),
        ("number-conflict", Verdict.CONFLICT, ("✗", "conflict", "conflict")),
        (FindingKind.DENIAL, None, ("⊘", "denied", "finding")),
        (FindingKind.INTERNAL, None, ("⇅", "internal", "finding")),
    ],
)
def test_red_is_for_conflicts(kind, verdict, shown):
    mark = mark_of_flag(kind, verdict)
    assert (mark.glyph, mark.word, mark.role) == shown


def test_no_sign_of_the_legend_is_red_but_those_of_conflict():
    assert {mark.glyph for mark in every_mark() if mark.role == "conflict"} == {"✗"}


def test_no_sign_reads_as_a_count():
    """Found by a newcomer: "1 finding: single-origin"."""
    assert [mark.word for mark in every_mark() if mark.glyph.isdigit()] == []


def test_a_value_that_was_not_understood_is_marked_so_though_others_conflict():
    gaggle = Reading(
        value="", as_written=("a gaggle",), reports=("x/jayrud",), sources=("x",), origins=OriginCount(1, 1, 0)
    )
    unread = tuple(Pair(a=n, b=2, verdict=Verdict.UNREAD, kind="wording", reason="Not understood.") for n in (0, 1))
    field = replace(KILLED, readings=(*KILLED.readings, gaggle), pairs=(*KILLED.pairs, *unread))
    assert mark_of_field(field).role == "conflict"
    assert [mark_of_value(field, report).role for report in ("rtr/jayrud", "dw/jayrud", "x/jayrud")] == [
        "conflict", "conflict", "unread",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "verdict", "word"),
    [
        ("said_by", Verdict.SINGLE, "several speakers"),
        ("said_by", Verdict.SAME, "same"),
        ("figures.killed", Verdict.SINGLE, "one account"),
    ],
)
def test_two_speakers_are_neither_the_same_nor_one_account(name, verdict, word):
    field = replace(KILLED, field=name, verdict=verdict, kind=None, flagged=False, open=False)
    assert mark_of_field(field).word == word


@pytest.mark.parametrize(("conflicts", "role"), [(True, "conflict"), (False, "finding")])
def test_contested_is_red_where_a_conflict_is_open(conflicts, role):
    line = title_line(Scene(summary=SUMMARY, conflicts=conflicts), 120)
    assert [span.role for span in line if span.text == "1 contested"] == [role]
