from __future__ import annotations

from tests.view.hand_made import SOURCES
from tui.core.agreement import MOST, SourcePair, SourceRecord
from tui.core.answers import Billing, Spelling
from tui.core.model import Source
from tui.view.columns import width
from tui.view.texts import Sheet
from tui.view.texts_overviews import actor_lines, source_lines

SHEET = Sheet.of(SOURCES, zone="Asia/Damascus", columns=80)
RECORDS = (
    SourceRecord(source="dw", reports=3, events=2, first=0, corrections=1),
    SourceRecord(source="rtr", reports=1204, events=1, first=0, corrections=0),
    SourceRecord(source="ucdp", reports=3, events=3, first=2, corrections=0),
)
PAIRS = (
    SourcePair(a="dw", b="rtr", shared=9, agreed=9, clashed=0),
    SourcePair(a="dw", b="ucdp", shared=4, agreed=1, clashed=2),
    SourcePair(a="rtr", b="ucdp", shared=2, agreed=0, clashed=0),
)


def test_sources_with_most_reports_come_first_and_of_each_those_it_clashes_with():
    lines = list(source_lines(RECORDS, PAIRS, SHEET))
    assert lines[:2] == ["Sources", "───────"]
    assert lines[lines.index("RTR Reuters: 1,204 reports of 1 event") :] == [
        "RTR Reuters: 1,204 reports of 1 event",
        "  agrees with: DW 9/9, UCDP (nothing comparable)",
        "",
        "DW Deutsche Welle, grade B: 3 reports of 2 events, 1 correction of its own",
        "  agrees with: UCDP 1/3, RTR 9/9",
        "",
        "UCDP UCDP GED: 3 reports of 3 events, first to report 2",
        "  agrees with: DW 1/3, RTR (nothing comparable)",
        "",
    ]


def test_a_source_that_shares_nothing_and_no_source():
    assert list(source_lines(RECORDS[:1], (), SHEET))[-2] == "  agrees with: nobody reports what it reports"
    assert list(source_lines((), (), SHEET)) == ["Sources", "───────", "", "No source reports an event."]


IS = Billing(
    id="is", name="Islamic State", events=1041, declared=True, roles=(("attacker", 17), ("named", 2), ("said_by", 1)),
    spellings=(Spelling(words="IS", reports=21, sources=1), Spelling(words="Daesh", reports=3, sources=2)),
)  # fmt: skip
MEN = Billing(id="men", name="armed\x1b men", events=1, declared=False, roles=(("named", 1),), spellings=())
SPELLED = (("IS", "ucdp", 21), ("Daesh", "dw", 1), ("Daesh", "rtr", 2))


def test_actors_with_roles_and_who_writes_them_how():
    assert list(actor_lines(((IS, SPELLED), (MEN, ())), SHEET, filtered=False)) == [
        "Actors",
        "──────",
        "",
        "Islamic State: 1,041 events",
        "  as: attacker 17, no role 2, quoted 1",
        "  “IS” in 21 reports: UCDP 21",
        "  “Daesh” in 3 reports: RTR 2, DW 1",
        "",
        "armed␛ men: 1 event (no [[actor]] declares this name)",
        "  as: no role 1",
        "",
    ]


def test_a_filter_is_told_and_nothing_is_told():
    assert "Events under the filter; spellings over the whole dossier." in actor_lines(
        ((MEN, ()),), SHEET, filtered=True
    )
    assert list(actor_lines((), SHEET, filtered=True))[-1] == "No actor is named in what passes the filter."
    assert list(actor_lines((), SHEET, filtered=False))[-1] == "No report of this dossier names an actor."


def test_no_line_is_wider_than_asked():
    narrow = Sheet.of(SOURCES, zone="UTC", columns=40)
    lines = [*source_lines(RECORDS, PAIRS, narrow), *actor_lines(((IS, SPELLED),), narrow, filtered=True)]
    assert max(map(width, lines)) <= 40


def test_of_very_many_sources_publishers_are_compared_and_every_source_says_whose_it_is():
    """Found by a newcomer: "nobody reports what it reports", of articles whose publisher agreed in 47 fields of 49."""
    pages = tuple(Source(id=f"jt{n}", name="Times", siglum=f"JT{n}", family="jt") for n in range(MOST + 1))
    sheet = Sheet.of((*pages, Source(id="u", name="UCDP", siglum="U", family="u")), zone="UTC", columns=80)
    records = [SourceRecord(source=s, reports=1, events=1, first=0, corrections=0) for s in ("jt0", "jt1", "u")]
    pairs = (
        SourcePair(a="jt0", b="jt0", shared=3, agreed=3, clashed=0),
        SourcePair(a="jt0", b="u", shared=4, agreed=1, clashed=2),
    )
    lines = [line for line in source_lines(records, pairs, sheet) if line.startswith("  ")]
    assert lines == [
        f"  its publisher, {MOST + 1} sources, agrees with: U 1/3, its own articles 3/3",
        "  agrees as its publisher does, see JT0",
        "  agrees with: JT0 1/3",
    ]
