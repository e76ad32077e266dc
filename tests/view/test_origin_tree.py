from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fake_store import EVENTS, FakeStore, event, field, reading, report
from tui.core.judgements import Finding, FindingKind, OriginCount, Pair, Verdict
from tui.core.lineages import Lineage, Origin, Tie
from tui.core.model import Source
from tui.view.glyphs import ASCII
from tui.view.origin_counts import foot, heading
from tui.view.origin_tree import Branch, Grove, blocks, branches, field_at
from tui.view.scene import Scene
from tui.view.spans import text_of, width

SOURCES = tuple(
    Source(id=name.lower(), name=name, siglum=name, family=name.lower(), published=f"2016-07-0{day}")
    for day, name in enumerate(("RTR", "AFP", "SANA", "ALA"), 1)
)
SCENE = Scene(summary=FakeStore().summary(), sources=SOURCES, home_year=2016)
REPORTS = (
    report("rtr/e", "Thirty died.", said_by=("SOHR",)),
    report("afp/e", "Thirty died, says the copy.", said_by=("SOHR",)),
    report("sana/e", "Nobody died.", quote="calm"),
    report("ala/e", "Thirty or so."),
)
ROW = event(
    "e", "A market is hit", "2016-07-01", "2016-07-02", REPORTS,
    (
        field("figures.killed", Verdict.CONFLICT, reading("30", "rtr/e afp/e"), reading("0", "sana/e", written="nobody")),
        field("where", Verdict.SAME, reading("Town", "rtr/e ala/e", low=1, high=2)),
    ),
)  # fmt: skip


def origin(root, reports, *ties, speaker="", firsthand=False, unknown=False):
    return Origin(
        root=root, reports=tuple(reports.split()), appeared=None, speaker=speaker, firsthand=firsthand, unknown=unknown, ties=ties
    )  # fmt: skip


def tie(name, to, kind, note=""):
    return Tie(
        report=name, to=to, kind=kind, certain=kind in ("copies", "same voice", "same text", "from several"), note=note
    )


LINEAGE = Lineage(
    count=OriginCount(2, 3, 1),
    origins=(
        origin(
            "rtr/e", "rtr/e afp/e", tie("afp/e", "rtr", "copies"), tie("rtr/e", "SOHR", "same speaker"), speaker="SOHR"
        ),
        origin("sana/e", "sana/e", firsthand=True),
        origin("ala/e", "ala/e", tie("ala/e", "the Observatory", "credits")),
    ),
)
GROVE = Grove(row=ROW, lineage=LINEAGE, spellings={"sohr": "SOHR", "the observatory": "SOHR"})


def told(grove=GROVE, spot="figures.killed", size=100, scene=SCENE):
    return [
        text_of(line).rstrip()
        for block in blocks(grove, field_at(grove.row, spot), scene, size)
        for line in block.lines
    ]


def test_a_tree_per_origin_with_possible_ties_in_words():
    assert told() == [
        '  1  ● RTR       1 Jul      quotes SOHR   Thirty died.                                     A 30',
        '     └─ ● AFP    2 Jul      copies RTR   Thirty died, says the copy.                       A 30',
        "     ┄┄┄ possibly from SOHR (same speaker)   as 3 may",
        "",
        '  2  ● SANA      3 Jul      saw it itself   "calm"                                         B nobody',
        "",
        "  3  ● ALA       4 Jul      speaks for itself   Thirty or so.                              · silent",
        "     ┄┄┄ possibly from the Observatory (credits)   as 1 may",
    ]  # fmt: skip


def test_without_unicode_dotted_and_drawn_through_stay_apart():
    shown = told(scene=replace(SCENE, glyphs=ASCII))
    assert shown[2] == "     ... possibly from SOHR (same speaker)   as 3 may"
    assert shown[4].startswith("  2  * SANA")


def test_reports_hang_under_what_they_go_back_to():
    reports = {name: report(name, "x") for name in ("a/e", "b/e", "c/e", "d/e")}
    made = origin(
        "a/e",
        "b/e a/e c/e d/e",
        tie("b/e", "a/e", "copies"),
        tie("c/e", "b", "copies"),
        tie("d/e", "a/e", "same text", "92 % of the text"),
    )
    assert branches(made, reports) == (
        Branch("a/e", ""),
        Branch("b/e", "├─ ", made.ties[0]),
        Branch("c/e", "│  └─ ", made.ties[1]),
        Branch("d/e", "└─ ", made.ties[2]),
    )  # fmt: skip


def test_a_root_that_reports_nothing_stands_over_its_copies():
    made = origin("AP", "rtr/e afp/e", tie("rtr/e", "AP", "copies"), tie("afp/e", "AP", "copies"))
    grove = replace(GROVE, lineage=Lineage(count=OriginCount(1, 1, 0), origins=(made,)))
    assert [line[:40].rstrip() for line in told(grove)] == [
        "  1  ○ AP  not among the reports",
        "     ├─ ● RTR    1 Jul      copies AP",
        "     └─ ● AFP    2 Jul      copies AP",
    ]


def test_what_is_made_from_several_is_no_origin_of_its_own():
    made = origin("ala/e", "ala/e", tie("ala/e", "rtr/e", "from several"), tie("ala/e", "sana", "from several"))
    grove = replace(GROVE, lineage=Lineage(count=OriginCount(2, 2, 0), origins=(made,)))
    assert "made from RTR and SANA, not counted itself" in told(grove, size=120)[0]


def test_a_credited_agency_that_reports_itself_is_named_by_its_origin():
    made = (origin("afp/e", "afp/e"), origin("ala/e", "ala/e", tie("ala/e", "AFP", "credits")))
    grove = replace(GROVE, lineage=Lineage(count=OriginCount(1, 2, 0), origins=made))
    assert told(grove)[-1] == "     ┄┄┄ possibly from AFP, which is 1 here (credits)"


@pytest.mark.parametrize("ring", [("rtr/e", "afp/e"), ("afp/e", "rtr/e")])
def test_a_circle_is_told_and_every_report_stands_once(ring):
    made = origin(ring[0], "rtr/e afp/e", tie(ring[0], ring[1], "copies"), tie(ring[1], ring[0], "copies"))
    finding = Finding(
        kind=FindingKind.CIRCULAR, events=("e",), reports=ring, field=None, reason="Each repeats the other.", open=True
    )
    row = replace(ROW, verdict=replace(ROW.verdict, findings=(finding,)))
    shown = told(Grove(row=row, lineage=Lineage(count=OriginCount(1, 1, 0), origins=(made,))))
    assert shown[0] == " ↻ circular  Each repeats the other."
    assert sum("↻ circular" in line for line in shown[1:]) == 2
    assert sorted(branch.report for branch in branches(made, {r.id: r for r in REPORTS})) == ["afp/e", "rtr/e"]


def test_every_reading_says_how_many_stand_behind_it():
    lines = foot(GROVE, field_at(ROW, "figures.killed"), SCENE, size=90, lines=5)
    assert [text_of(line).rstrip() for line in lines[1:]] == [
        ' A "30"  from 1                                          2 reports / 1 origin / 0 unknown',
        ' B "nobody"  from 2                                       1 report / 1 origin / 0 unknown',
        " · 1 report silent: that is no disagreement",
        "",
    ]


def test_more_readings_than_lines_are_counted():
    lines = foot(GROVE, field_at(ROW, "figures.killed"), SCENE, size=90, lines=2)
    assert text_of(lines[1]) == " and 2 more; 2 compares them all"


def test_those_that_collide_stand_before_all_others_and_bear_the_mark():
    three = (reading("dozens", "rtr/e"), reading("30", "afp/e"), reading("70", "sana/e"))
    killed = replace(
        field("figures.killed", Verdict.CONFLICT, *three, reason="70 lies above 30."),
        pairs=(
            Pair(a=0, b=2, verdict=Verdict.COMPATIBLE, kind="", reason="Both can be."),
            Pair(a=1, b=2, verdict=Verdict.CONFLICT, kind="number-conflict", reason="70 lies above 30."),
        ),
    )
    row = replace(ROW, verdict=replace(ROW.verdict, fields=(killed,)))
    lines = foot(Grove(row=row, lineage=LINEAGE, spellings={}), field_at(row, "figures.killed"), SCENE, size=60, lines=4)
    assert [text_of(line)[:14].rstrip() for line in lines[1:]] == [' B ✗ "30"  fro', ' C ✗ "70"  fro', ' A "dozens"  f']


def test_the_heading_says_what_counts_do_not_mean():
    assert text_of(heading(GROVE, SCENE, 120)).split("  ")[0] == (
        " 4 reports / 2–3 origins: 2 if all that may be shared is, 3 if nothing is / 1 unknown"
    )
    assert text_of(heading(GROVE, SCENE, 80)).endswith("Corroboration is not truth. ")


def test_hostile_names_are_made_safe():
    made = origin("rtr/e", "rtr/e", tie("rtr/e", "\x1b[31mSOHR\u202e", "credits"), speaker="\x1b]0;x\x07")
    shown = "\n".join(told(Grove(row=ROW, lineage=Lineage(count=OriginCount(1, 1, 0), origins=(made,)))))
    assert not any(char in shown for char in "\x1b\x07\u202e")


@pytest.mark.parametrize("size", [10, 30, 60, 80, 200])
@pytest.mark.parametrize("row", EVENTS, ids=lambda row: row.verdict.id)
def test_every_line_fits(row, size):
    grove = Grove(row=row, lineage=FakeStore().lineage(row.verdict.id))
    lines = [line for block in blocks(grove, field_at(row, None), SCENE, size) for line in block.lines]
    lines += [heading(grove, SCENE, size), *foot(grove, field_at(row, None), SCENE, size=size, lines=6)]
    assert max(map(width, lines)) <= size


def test_in_a_circle_the_root_copies_something_too():
    ring = Finding(
        kind=FindingKind.CIRCULAR, events=("e",), reports=("afp/e", "rtr/e"), field=None, reason="R", open=True
    )
    row = replace(ROW, verdict=replace(ROW.verdict, findings=(ring,)))
    made = origin("rtr/e", "rtr/e afp/e", tie("rtr/e", "afp", "copies"), tie("afp/e", "rtr", "copies"))
    lines = told(Grove(row=row, lineage=Lineage(count=OriginCount(1, 1, 0), origins=(made,))))
    shown = [line.partition("Jul")[2].split("   ") for line in lines if "Jul" in line]
    assert [next(word.strip() for word in words if word) for words in shown] == ["copies AFP  ↻ circular", "copies RTR  ↻ circular"]
