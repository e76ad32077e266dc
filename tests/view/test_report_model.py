from __future__ import annotations

from dataclasses import replace

import pytest

from tests.view.hand_made import EVENT, INTERNAL, KILLED, REPORTS, ROW, RULING, SOURCES, TARGET, WHEN
from tui.core.judgements import FieldVerdict, Finding, FindingKind, OriginCount
from tui.core.model import Report, Ruling
from tui.view.report_model import (
    Account,
    EventEntry,
    FieldEntry,
    FindingEntry,
    Lection,
    ReadingEntry,
    RulingEntry,
    Witness,
    counts,
    event_entry,
    field_entry,
    finding_entry,
)
from tui.view.texts import Sheet

REPORTED = {report.id: report for report in REPORTS}
LIVE = replace(KILLED, readings=tuple(replace(reading, superseded=False) for reading in KILLED.readings))
RULED = replace(LIVE, open=False)


def sheet(*rulings: Ruling) -> Sheet:
    return Sheet.of(SOURCES, rulings, zone="Asia/Damascus", columns=100)


def told(field: FieldVerdict, *rulings: Ruling) -> FieldEntry:
    return field_entry(field, REPORTED, sheet(*rulings))


RTR = Witness(source="rtr", words="", details=("para 2", "said by the Observatory"), quote="")
DW = Witness(source="dw", words="", details=("lead", "para 5", "hedged"), quote="dozens of raids")
ONCE = "1 report / 1 origin / 0 unknown"


def test_a_field_with_everything_said_of_it() -> None:
    entry = told(KILLED, RULING)
    assert entry == FieldEntry(
        name="figures.killed", label="killed", mark=entry.mark, verdict="conflict, 13 deaths apart",
        flagged=True, open=True, doubtful=False,
        reason="43 lies above 30; 13 apart.",
        readings=(
            ReadingEntry(value="at least 30", counts=ONCE, witnesses=(RTR,), camps="A", status=""),
            ReadingEntry(value="43", counts=ONCE, witnesses=(DW,), camps="B", status="superseded"),
        ),
        lections=(
            Lection(value="at least 30", sources=("rtr",), echoes=0),
            Lection(value="43", sources=("dw",), echoes=0, superseded=True),
        ),
        silent=("ucdp",),
        rulings=(
            RulingEntry(decision="accepts 43 (dw/jayrud)", stands=False, reason="later count", by="mk", at="2016-08-01"),
        ),
    )  # fmt: skip
    assert (entry.mark.glyph, entry.compared) == ("✗", True)


def test_own_words_stand_beside_a_value_they_are_not() -> None:
    assert [witness.words for witness in told(WHEN).readings[0].witnesses] == ["Saturday", ""]


def test_readings_of_one_camp_need_no_letters() -> None:
    assert [reading.camps for reading in told(TARGET).readings] == ["", ""]
    many = replace(LIVE, camps=tuple((0,) for _ in range(30)))
    assert told(many).readings[0].camps.split() == [str(number) for number in range(1, 31)]


@pytest.mark.parametrize(
    ("accepted", "decision", "statuses"),
    [
        ("dw/jayrud", "accepts 43 (dw/jayrud)", ["not accepted", "accepted"]),
        ("none", "accepts none of the readings", ["not accepted", "not accepted"]),
        ("both", "lets the readings stand side by side", ["", ""]),
        ("gone/jayrud", "accepts gone/jayrud", ["not accepted", "not accepted"]),
    ],
)
def test_a_standing_ruling_keeps_the_losing_readings(accepted: str, decision: str, statuses: list[str]) -> None:
    entry = told(RULED, replace(RULING, accepted=accepted))
    assert [reading.status for reading in entry.readings] == statuses
    assert [(ruling.decision, ruling.stands) for ruling in entry.rulings] == [(decision, True)]
    assert entry.verdict == "conflict, 13 deaths apart, ruled"


def test_a_reopened_ruling_accepts_nothing() -> None:
    assert [reading.status for reading in told(LIVE, RULING).readings] == ["", ""]


def test_reports_beyond_one_of_a_source_are_counted() -> None:
    reading = replace(WHEN.readings[0], reports=("rtr/jayrud", "dw/jayrud", "dw/jayrud-2"))
    assert told(replace(WHEN, readings=(reading,))).lections == (
        Lection(value="2016-07-02", sources=("rtr", "dw"), echoes=1),
    )


def test_what_a_report_states_about_itself() -> None:
    report = Report(
        id="dw/jayrud", source="dw", said_by=("dw",), as_of="2016-07-03", planned=True, denies=("claims.target", "who.attacker"),
        credibility=2, derived_from=("rtr",), corrects=("dw/first",), what="W", note="N", locator="lead, para 1", part="lead",
    )  # fmt: skip
    (account,) = event_entry(1, replace(ROW, reports=(report,)), sheet()).accounts
    assert account == Account(
        source="dw", report="dw/jayrud", what="W", quote="", note="N",
        details=("lead, para 1", "saw it themselves", "as of 2016-07-03", "announced", "denies target, attacker",
                 "credibility 2", "from rtr", "corrects dw/first"),
    )  # fmt: skip


def test_an_event_with_everything_said_of_it() -> None:
    entry = event_entry(3, ROW, sheet(RULING))
    killed, when, target = told(KILLED, RULING), told(WHEN), told(TARGET)
    assert entry == EventEntry(
        number=3, anchor="event-jayrud", id="jayrud", title="Air strikes on Jayrud", when="Sat 2 Jul 2016",
        counts="2 reports / 1–2 origins / 1 unknown", mark=killed.mark, contested=True,
        flags=(killed,), others=(when, target), fields=(when, killed, target),
        findings=(finding_entry(INTERNAL, REPORTED, sheet()),),
        accounts=(
            Account(source="rtr", report="rtr/jayrud", what="Air strikes hit the town.", quote="",
                    details=("para 2", "said by the Observatory"), note=""),
            Account(source="dw", report="dw/jayrud", what="Warplanes struck Jayrud.", quote="dozens of raids",
                    details=("lead", "para 5", "hedged"), note=""),
        ),
        disputed=(), absent=("ucdp",), earlier=(),
    )  # fmt: skip


def test_an_event_without_title_goes_by_its_id() -> None:
    quiet = replace(ROW, earliest=None, latest=None, verdict=replace(EVENT, title="", fields=(), findings=()))
    entry = event_entry(1, quiet, sheet())
    assert (entry.title, entry.when, entry.mark, entry.contested) == ("jayrud", "time not stated", None, False)


def test_a_finding_names_the_sources_it_is_about() -> None:
    entry = finding_entry(INTERNAL, REPORTED, sheet())
    assert entry == FindingEntry(
        mark=entry.mark, label="internal, killed", sources=("dw",), reports=("dw/jayrud",),
        reason="The lead and the body differ.", open=True, flagged=True,
    )  # fmt: skip
    ruled = finding_entry(replace(INTERNAL, open=False), {}, sheet())
    assert (ruled.label, ruled.sources, ruled.mark.glyph) == ("internal, killed, ruled", (), "✓")
    sole = Finding(kind=FindingKind.SINGLE_ORIGIN, events=(), reports=(), field=None, reason="", open=False)
    assert (finding_entry(sole, {}, sheet()).label, finding_entry(sole, {}, sheet()).flagged) == ("single-origin", False)


def test_a_report_nobody_has_is_named_by_its_id() -> None:
    assert field_entry(LIVE, {}, sheet()).readings[0].witnesses == (
        Witness(source="rtr/jayrud", words="", details=(), quote=""),
    )


def test_counts_never_stand_without_origins() -> None:
    assert counts(1, OriginCount(1, 1, 0)) == "1 report / 1 origin / 0 unknown"
    assert counts(1204, OriginCount(3, 9, 2, at_most=True)) == "1,204 reports / ≤3–9 origins / 2 unknown"


def test_what_a_report_denies_stands_in_its_account() -> None:
    """It is compared with nothing (rules.md §8), and would be lost where only readings are shown."""
    denial = Report(
        id="rtr/no", source="rtr", event="jayrud", denies=True, when="Tuesday", figures=(("killed", "7"),), said_by=("SANA",)
    )  # fmt: skip
    (account,) = event_entry(1, replace(ROW, reports=(denial,)), sheet()).accounts
    assert account.details == ("said by SANA", "denies it", "denied: when Tuesday", "denied: killed 7")
