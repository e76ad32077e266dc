"""One judged event by hand: a figure in conflict, a wording, an update, an agreement, a finding and silence."""

from __future__ import annotations

from tui.core.answers import EventRow, InputFile, Summary
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
from tui.core.model import Report, Ruling, Source
from tui.view.remaking import Making

ONE = OriginCount(1, 1, 0)
NOON = 1467367200  # 2016-07-01T10:00:00Z, 13:00 in Damascus
DAY = 86400
SATURDAY = 1467406800  # 2016-07-02T00:00 in Damascus

SOURCES = (
    Source(id="rtr", name="Reuters", siglum="RTR", family="rtr", published="2016-07-02", title="Strikes on Jayrud"),
    Source(id="dw", name="Deutsche Welle", siglum="DW", family="dw", published="2016-07-03", credits=("AP", "Reuters"),
           grade="B", url="https://example.org/dw", sha256="ab12"),
    Source(id="ucdp", name="UCDP GED", siglum="UCDP", family="ucdp", kind="dataset"),
)  # fmt: skip
REPORTS = (
    Report(id="rtr/jayrud", source="rtr", event="jayrud", when="Saturday", figures=(("killed", "at least 30"),),
           what="Air strikes hit the town.", said_by=("the Observatory",), locator="para 2",
           claims=(("target", "the market"),)),
    Report(id="dw/jayrud", source="dw", event="jayrud", when="2016-07-02", figures=(("killed", "43"),),
           what="Warplanes struck Jayrud.", quote="dozens of raids", locator="para 5", part="lead", hedged=True,
           claims=(("target", "the town"),)),
)  # fmt: skip
RULING = Ruling(
    event="jayrud", field="figures.killed", accepted="dw/jayrud", reason="later count", by="mk", at="2016-08-01"
)
RULINGS = (RULING,)

KILLED = FieldVerdict(
    field="figures.killed", verdict=Verdict.CONFLICT, kind="number-conflict", flagged=True, open=True, doubtful=False,
    gap="13 deaths", reason="43 lies above 30; 13 apart.", camps=((0,), (1,)),
    readings=(
        Reading(value="at least 30", as_written=("at least 30",), reports=("rtr/jayrud",), sources=("rtr",), origins=ONE,
                bounds=NumberBounds(low=30, high=None, core_low=30, core_high=60)),
        Reading(value="43", as_written=("43",), reports=("dw/jayrud",), sources=("dw",), origins=ONE, superseded=True,
                bounds=NumberBounds(low=43, high=43, core_low=43.5, core_high=43)),
    ),
    pairs=(Pair(a=0, b=1, verdict=Verdict.CONFLICT, kind="number-conflict", reason="13 apart."),),
    silent=("ucdp",), rulings=(0,),
)  # fmt: skip
TARGET = FieldVerdict(
    field="claims.target", verdict=Verdict.UNDETERMINED, kind="wording", flagged=False, open=False, doubtful=False,
    gap=None, reason="Worded differently; nothing says whether the words exclude each other.", camps=((0, 1),),
    readings=(
        Reading(value="the market", as_written=("the market",), reports=("rtr/jayrud",), sources=("rtr",), origins=ONE),
        Reading(value="the town", as_written=("the town",), reports=("dw/jayrud",), sources=("dw",), origins=ONE),
    ),
    pairs=(), silent=(),
)  # fmt: skip
WHEN = FieldVerdict(
    field="when", verdict=Verdict.SAME, kind=None, flagged=False, open=False, doubtful=False, gap=None,
    reason="The same day.", camps=((0,),),
    readings=(
        Reading(value="2016-07-02", as_written=("Saturday", "2016-07-02"), reports=("rtr/jayrud", "dw/jayrud"),
                sources=("rtr", "dw"), origins=OriginCount(1, 2, 1),
                bounds=TimeBounds(earliest="2016-07-01T21:00:00Z", latest="2016-07-02T21:00:00Z",
                                  slack_earliest="2016-07-01T21:00:00Z", slack_latest=None)),
    ),
    pairs=(), silent=(),
)  # fmt: skip
INTERNAL = Finding(
    kind=FindingKind.INTERNAL, events=("jayrud",), reports=("dw/jayrud",), field="figures.killed",
    reason="The lead and the body differ.", open=True,
)  # fmt: skip
IDENTITY = Finding(
    kind=FindingKind.IDENTITY, events=("jayrud", "jayrud-2"), reports=("rtr/jayrud",), field=None,
    reason="A day apart, in one place.", open=True,
)  # fmt: skip
EVENT = EventVerdict(
    id="jayrud", title="Air strikes on Jayrud", earliest="2016-07-01T21:00:00Z", latest="2016-07-02T21:00:00Z",
    sources=("rtr", "dw"), absent=("ucdp",), earlier=(), reports=("rtr/jayrud", "dw/jayrud"),
    origins=OriginCount(1, 2, 1), verdict=Verdict.CONFLICT, findings=(INTERNAL,), fields=(WHEN, KILLED, TARGET),
)  # fmt: skip
ROW = EventRow(position=0, earliest=SATURDAY, latest=SATURDAY + DAY, verdict=EVENT, reports=REPORTS)
SUMMARY = Summary(
    title="Summer 2016", timezone="Asia/Damascus", events=1, reports=2, sources=3, contested=1,
    origins=OriginCount(1, 2, 1), unplaced=1, problems=0, notes=0, files=3,
)  # fmt: skip
MAKING = Making(
    program="rashomon 9", command="rashomon report PATH…", notes=("is:marked stands for a.",),
    inputs=(InputFile(path="a.toml", sha256="ab12"),),
)  # fmt: skip
