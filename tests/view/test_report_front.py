from __future__ import annotations

from dataclasses import replace

from tests.view.hand_made import EVENT, IDENTITY, KILLED, MAKING, ONE, REPORTS, ROW, SOURCES, SUMMARY, TARGET
from tui.core.answers import EventRow
from tui.core.judgements import EventVerdict, Finding, FindingKind, OriginCount, Pair, Reading, Verdict
from tui.core.model import Source
from tui.view.citations import citations
from tui.view.report_front import MOST_SPEAKERS, Across, Contested, Front, Place, Speaker, front
from tui.view.report_model import event_entry, finding_entry
from tui.view.texts import Sheet

SHEET = Sheet.of(SOURCES, zone="Asia/Damascus", columns=100)
SOLE = Finding(kind=FindingKind.SINGLE_ORIGIN, events=("b",), reports=("x", "y"), field=None, reason="", open=False)
STRAINED = replace(KILLED, verdict=Verdict.STRAINED, kind="number-strained", gap=None)
SPOKE = replace(
    TARGET, field="said_by", verdict=Verdict.SINGLE, kind=None,
    readings=(
        Reading(value="The Observatory", as_written=(), reports=("r1", "r2"), sources=("rtr", "dw"), origins=ONE),
        Reading(value="SANA", as_written=(), reports=("r3",), sources=("dw",), origins=ONE),
    ),
)  # fmt: skip


def row(event_id: str, **changes: object) -> EventRow:
    verdict: EventVerdict = replace(
        EVENT, id=event_id, title=event_id.upper(), **{"fields": (), "findings": (), **changes}
    )  # type: ignore[arg-type]
    return replace(ROW, verdict=verdict)


def made(*rows: EventRow, events: int | None = None, findings: tuple[Finding, ...] = ()) -> Front:
    return front(replace(SUMMARY, events=len(rows) if events is None else events), rows, SHEET, findings=findings)


def test_the_whole_of_one_event() -> None:
    shown = front(SUMMARY, [ROW], SHEET, findings=[IDENTITY], unplaced=["x/report-1"], made=MAKING)
    entry = event_entry(1, ROW, SHEET)
    assert shown == Front(
        title="Summer 2016", totals="1 event · 2 reports / 1–2 origins / 1 unknown · 3 sources · 1 contested", scope="",
        origins="2 reports / 1–2 origins / 1 unknown",
        contested=(
            Contested(number=1, anchor="event-jayrud", title="Air strikes on Jayrud", when="Sat 2 Jul 2016",
                      counts=entry.counts, fields=entry.flags, findings=entry.findings),
        ),
        ruled=0,
        across=(
            Across(
                finding=finding_entry(IDENTITY, {report.id: report for report in REPORTS}, SHEET),
                places=(Place(number=1, anchor="event-jayrud", title="Air strikes on Jayrud", when="Sat 2 Jul 2016", reports=2),),
            ),
        ),
        matrix=shown.matrix, speakers=(), more_speakers=0, credits=(("AP", 1), ("Reuters", 1)), sole_origins=(),
        places=shown.across[0].places, unplaced=("x/report-1",), citations=citations(SOURCES), making=MAKING,
    )  # fmt: skip
    assert [party.siglum for party in shown.matrix.parties] == ["RTR", "DW"]


def test_the_strongest_stand_first_then_those_with_more_flags_then_the_order_in_time() -> None:
    target = replace(KILLED, field="claims.target")
    doubtful = replace(KILLED, doubtful=True)
    shown = made(
        row("strained", fields=(STRAINED,)),
        row("quiet", fields=(TARGET,)),
        row("conflict", fields=(KILLED,)),
        row("doubtful", fields=(doubtful,)),
        row("two", fields=(STRAINED, KILLED)),
        row("both", fields=(KILLED, target)),
        row("ruled", fields=(replace(KILLED, open=False),)),
    )
    assert [(event.number, event.title) for event in shown.contested] == [
        (5, "TWO"), (6, "BOTH"), (3, "CONFLICT"), (4, "DOUBTFUL"), (1, "STRAINED")
    ]  # fmt: skip
    assert [field.verdict for field in shown.contested[0].fields] == ["conflict, 13 deaths apart", "strained"]
    assert shown.ruled == 1


def test_only_what_is_open_is_at_issue() -> None:
    ruled = replace(KILLED, field="figures.wounded", open=False)
    (event,) = made(row("a", fields=(ruled, KILLED))).contested
    assert [field.label for field in event.fields] == ["killed"]


def test_what_a_filter_left_is_said() -> None:
    assert made(row("a"), events=3).scope == "1 of 3 events pass the filters."
    assert made(row("a")).scope == ""


def test_who_speaks_most() -> None:
    shown = made(row("a", fields=(SPOKE,)), row("b", fields=(SPOKE,)))
    assert shown.speakers == (
        Speaker(name="The Observatory", reports=2, sources=2, events=2),
        Speaker(name="SANA", reports=1, sources=1, events=2),
    )
    many = tuple(replace(SPOKE.readings[1], value=f"N{n:02}", reports=(f"{n}",)) for n in range(MOST_SPEAKERS + 3))
    shown = made(row("a", fields=(replace(SPOKE, readings=many),)))
    assert ([speaker.name for speaker in shown.speakers], shown.more_speakers) == (
        [f"N{n:02}" for n in range(MOST_SPEAKERS)], 3,
    )  # fmt: skip


def test_a_speaker_spelled_two_ways_speaks_once() -> None:
    said = (
        replace(SPOKE.readings[0], value="Talal Silo", reports=("1", "2"), sources=("ap",)),
        replace(SPOKE.readings[0], value="Talal Sello", reports=("3",), sources=("dw",)),
        replace(SPOKE.readings[0], value="SANA", reports=("4",), sources=("sana",)),
    )
    pairs = (Pair(a=0, b=1, verdict=Verdict.SAME, kind=None, reason="They are one speaker."),)
    shown = made(row("a", fields=(replace(SPOKE, readings=said, pairs=pairs),)))
    assert shown.speakers == (
        Speaker(name="Talal Silo (also: Talal Sello)", reports=3, sources=2, events=1),
        Speaker(name="SANA", reports=1, sources=1, events=1),
    )


def test_many_reports_of_one_origin() -> None:
    shown = made(row("a"), row("b", findings=(SOLE,), reports=("x", "y", "z"), origins=OriginCount(1, 1, 0)))
    assert shown.sole_origins == (Place(number=2, anchor="event-b", title="B", when="Sat 2 Jul 2016", reports=3),)
    assert shown.contested == ()


def test_a_finding_across_events_leads_only_to_those_that_are_shown() -> None:
    (across,) = made(row("jayrud-2"), findings=(IDENTITY,)).across
    assert [place.anchor for place in across.places] == ["event-jayrud-2"]


def test_agencies_are_counted_by_source() -> None:
    sources = tuple(
        Source(id=name, name=name, siglum=name, family=name, credits=credits)
        for name, credits in (("a", ("AFP", "AFP")), ("b", ("AP", "AFP")), ("c", ()))
    )
    shown = front(SUMMARY, [], Sheet.of(sources, zone="UTC", columns=100))
    assert shown.credits == (("AFP", 2), ("AP", 1))
