"""A report tells the command that makes it again: read as a command line, it means the same filter."""

from __future__ import annotations

import shlex
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.view.hand_made import SUMMARY
from tui.cli.filters import filter_of
from tui.cli.report import parser
from tui.core.filters import EVERYTHING, Filter
from tui.core.terms import Term
from tui.view.remaking import Making, making

WORDS = ("rashomon", "report", "--format=html")
NAMES = st.lists(st.text(min_size=1, max_size=12), max_size=2).map(tuple)
TIMES = st.none() | st.integers(-62_135_596_800, 253_402_300_799)  # the years 1 to 9999


def command(keep: Filter) -> str:
    return making("rashomon 9", WORDS, keep, SUMMARY, ()).command


def test_what_it_tells() -> None:
    keep = Filter(actors=("Islamic State", "-x"), until=1467158400, terms=(Term("is", ("marked",)),), marked=("b", "a"))
    assert making("rashomon 9", WORDS, keep, replace(SUMMARY, as_of=0, problems=2), ()) == Making(
        program="rashomon 9",
        command="rashomon report --format=html '--actor=Islamic State' --actor=-x --until=2016-06-28T23:59:59Z "
        "--filter=is:marked PATH…",
        notes=(
            "is:marked stands for b, a.",
            "Only what was known at 1970-01-01T00:00:00Z was taken in.",
            "`rashomon check` finds 2 problems in the files; what stands there may be missing here.",
        ),
        inputs=(),
    )
    assert making("rashomon 9", WORDS, EVERYTHING, SUMMARY, ()).notes == ()
    assert making("r", WORDS, replace(keep, marked=()), SUMMARY, ()).notes == ("is:marked stands for no event.",)


@given(NAMES, NAMES, NAMES, NAMES, TIMES, TIMES)
@example(("--",), (), (), ("--", "-a"), None, None)
def test_the_command_means_the_filter(actors, sources, places, texts, since, until) -> None:
    keep = Filter(
        actors=actors, sources=sources, places=places, texts=texts, fields=("figures.killed",), verdicts=("conflict",),
        since=since, until=until, terms=(Term("origins", ("2",), sign="<", bound=2), Term("tag", ("a b",), negated=True)),
    )  # fmt: skip
    assert filter_of(parser().read(shlex.split(command(keep))[2:]), "Asia/Damascus") == keep


@pytest.mark.parametrize("zone", ["UTC", "Asia/Damascus"])
def test_its_times_are_of_no_zone(zone: str) -> None:
    keep = Filter(since=1467158400, until=1467158401)
    assert filter_of(parser().read(shlex.split(command(keep))[2:]), zone) == keep
