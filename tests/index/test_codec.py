"""What goes into the store comes back as it was."""

from __future__ import annotations

import pytest

from tui.core.judgements import (
    EventVerdict,
    FieldVerdict,
    Finding,
    FindingKind,
    NumberBounds,
    OriginCount,
    Pair,
    Reading,
    TimeBounds,
    Verdict,
)
from tui.core.model import Position, Report
from tui.index.codec import decode, encode

REPORT = Report(
    id="dw/e",
    source="dw",
    when="Tuesday",
    who=(("attacker", ("NSA", "IS")), ("", ("x",))),
    figures=(("killed", "at least 40"),),
    claims=(("armed", True), ("means", ("a", "b")), ("target", "town")),
    denies=("claims.target",),
    credibility=2,
    position=Position("dw.toml", 3),
    lines=(("when", "where"), (1, 3)),
)


def reading(bounds):
    return Reading(
        value="v", as_written=("w",), reports=("r",), sources=("s",), origins=OriginCount(1, 2, 0), bounds=bounds
    )


TIME = TimeBounds(earliest="2016-06-28T00:00:00Z", latest=None, slack_earliest=None, slack_latest=None)
NUMBER = NumberBounds(low=12, high=None, core_low=24, core_high=99)
FIELD = FieldVerdict(
    field="when",
    verdict=Verdict.CONFLICT,
    kind="time-conflict",
    flagged=True,
    open=True,
    doubtful=False,
    gap="1 day",
    reason="…",
    camps=((0,), (1,)),
    readings=(
        reading(TIME),
        reading(NUMBER),
        reading(None),
        reading(NumberBounds(low=None, high=None, core_low=None, core_high=None)),
    ),
    pairs=(Pair(a=0, b=1, verdict=Verdict.SAME, kind=None, reason="…"),),
    silent=("x",),
)
EVENT = EventVerdict(
    id="e",
    title="T",
    earliest=None,
    latest=None,
    sources=("s",),
    absent=(),
    earlier=(),
    reports=("r",),
    origins=OriginCount(1, 1, 1, at_most=True),
    verdict=Verdict.CONFLICT,
    findings=(Finding(kind=FindingKind.INTERNAL, events=("e",), reports=("r",), field=None, reason="…", open=True),),
    fields=(FIELD,),
)


@pytest.mark.parametrize("value", [REPORT, EVENT, Report(id="a/b", source="a", denies=True), NUMBER])
def test_comes_back_as_it_was(value):
    assert decode(type(value), encode(value)) == value


def test_tuples_of_values_come_back():
    assert decode(tuple[Report, ...], encode((REPORT, REPORT))) == (REPORT, REPORT)
