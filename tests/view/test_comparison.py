from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.fake_store import EVENTS, SOURCES, FakeStore, event, field, reading, report
from tui.core.judgements import Pair, TimeBounds, Verdict
from tui.core.model import Source
from tui.view.comparison import Comparison, apparatus, blocks, shown_spots
from tui.view.foot import foot
from tui.view.glyphs import ASCII, UNICODE
from tui.view.header import event_line, witness_line
from tui.view.panes import by_publisher, separate
from tui.view.passages import prose
from tui.view.prose import against
from tui.view.scene import Scene
from tui.view.spans import Span, text_of, width
from tui.view.state import TimelineState
from tui.view.why import read_words
from tui.view.witnesses import ordered, witnesses_of

SCENE = Scene(
    summary=FakeStore().summary(),
    sources=SOURCES,
    panes=separate(SOURCES),
    publishers=by_publisher(SOURCES),
    home_year=2016,
)
OFFENSIVE = next(row for row in EVENTS if row.verdict.id == "offensive")
STATE = TimelineState().stocked(panes=1, count=1)


def outlets(*names: str) -> tuple[Source, ...]:
    return tuple(Source(id=name.lower(), name=name, siglum=name, family=name.lower()) for name in names)


WORST = "43 and 126 cannot both be the number."


def crowded():
    """An event of six sources with four readings of one figure."""
    sources = outlets("RTR", "AFP", "SANA", "ALA", "ZAM", "TASS")
    reports = tuple(report(f"{s.id}/e", f"{s.siglum} tells it.") for s in sources)
    killed = replace(
        field(
            "figures.killed",
            Verdict.CONFLICT,
            reading("43", "rtr/e afp/e", low=1, high=2),
            reading("70", "sana/e"),
            reading("100", "ala/e"),
            reading("126", "zam/e"),
            kind="number-conflict",
            gap="83 deaths",
            reason=WORST,
        ),
        silent=("tass",),
        pairs=tuple(
            Pair(a=a, b=b, verdict=Verdict.CONFLICT, kind="number-conflict", reason=WORST if (a, b) == (0, 3) else "")
            for a, b in ((0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3))
        ),
    )
    return event("e", "Crowded", "2016-07-02", "2016-07-03", reports, (killed,)), replace(
        SCENE, sources=sources, panes=separate(sources)
    )


def lines(row, how=Comparison(), *, key=None, witnesses=(), scene=SCENE, size=110):  # noqa: B008
    made = blocks(row, how, key=key, witnesses=witnesses, scene=scene, size=size)
    return [text_of(line).rstrip() for block in made for line in block.lines]


def test_readings_stand_side_by_side_with_the_reason_of_the_selected_one():
    told = lines(OFFENSIVE, key="claims.target")
    start = next(index for index, line in enumerate(told) if "≠ target" in line)
    assert told[start : start + 3] == [
        '▌≠ target             ▸"al-Bukamal"                              │ "the route, then the town"',
        "   worded differently  DW (Mozahem al-Saloum) · 1 origin         │ AFP (Muzahem al-Sallum) · 1 origin",
        "                       Worded differently, and nothing says whether the two exclude each other.",
    ]


def test_whom_they_quote_is_told_where_it_takes_a_line_more_at_most():
    row, scene = crowded()
    silver = "the ministry of health of the Syrian Arab Republic"
    for identity, said, told in (
        ("ala/e", ("SOHR",), ['"100"   ALA (SOHR) · 1 origin']),
        ("zam/e", (silver,), ['"126"   ZAM (the ministry of health of the Syrian', "Arab Republic) · 1 origin"]),
        ("zam/e", (silver, silver.upper(), f"{silver} too"), ['"126"   ZAM · 1 origin']),
    ):
        reports = tuple(replace(each, said_by=said) if each.id == identity else each for each in row.reports)
        shown = [line[21:].lstrip("✗ ") for line in lines(replace(row, reports=reports), scene=scene, size=76)]
        start = next(index for index, line in enumerate(shown) if line.startswith(told[0][:5]))
        assert shown[start : start + len(told)] == told


def test_what_is_agreed_takes_one_line():
    assert ' = when                "Tuesday"  DW AFP · 1–2 origins · read as 2016-06-28 · same' in lines(OFFENSIVE)
    assert ' ~ attacker            "NSA / New Syrian Army"  DW AFP · 1–2 origins · named differently' in lines(
        OFFENSIVE
    )


def test_more_than_three_readings_are_stacked_and_on_a_narrow_screen_an_apparatus():
    row, scene = crowded()
    wide = lines(row, scene=scene)
    assert [line.strip() for line in wide[1:5]] == [
        '✗ killed             ✗ "43"   RTR AFP · 1–2 origins',
        'conflict           ✗ "126"   ZAM · 1 origin',
        '83 deaths apart      "70"   SANA · 1 origin',
        '"100"   ALA · 1 origin',
    ]
    killed = row.verdict.fields[0]
    reading_line = apparatus(ordered(killed, None), killed, row, scene)
    assert text_of(reading_line) == " ✗ 43 RTR AFP (1–2) ] ✗ 126 ZAM (1) · 70 SANA (1) · 100 ALA (1) · om. TASS"
    assert any("] ✗ 126 ZAM" in line for line in lines(row, scene=scene, size=56))


def test_the_foot_names_those_that_collide_before_all_others_and_counts_those_it_leaves_out():
    row, scene = crowded()
    told = [text_of(line).rstrip() for line in foot(row, TimelineState(), scene, size=99, lines=4)]
    assert told[2] == ' ✗ conflict  figures.killed  83 deaths apart  "43" RTR AFP 1–2 origins  │  "126" ZAM  and 2 more'


def test_the_base_comes_first_then_what_collides_then_most_origins():
    row, _ = crowded()
    killed = row.verdict.fields[0]
    assert [r.value for r in ordered(killed, None)] == ["43", "126", "70", "100"]
    assert [r.value for r in ordered(killed, "ala")] == ["100", "43", "126", "70"]


def test_superseded_readings_come_last():
    killed = field(
        "figures.killed", Verdict.SINGLE, reading("11", "dw/e", superseded=True), reading("14", "dw/f"), kind="update"
    )
    assert [r.value for r in ordered(killed, None)] == ["14", "11"]


def told_by(row, *sources):
    """The event with the reports of these sources, and nothing judged about them."""
    reports = tuple(report for report in row.reports if report.source in sources)
    return replace(row, reports=reports, verdict=replace(row.verdict, sources=sources, fields=()))


def test_a_picked_source_without_a_report_has_an_empty_column_that_says_so():
    row, scene = crowded()
    wider = replace(scene, sources=(*scene.sources, *outlets("IRNA")))
    pair = witnesses_of(row, ("afp", "irna"), wider, grouped=True)
    assert pair == ("afp", "irna")
    told = lines(told_by(row, "afp"), witnesses=pair, scene=wider)
    assert any("AFP" in line and "│ IRNA" in line for line in told)
    assert any("│ no report of this event" in line for line in told)
    none = witnesses_of(row, ("irna", "gone"), wider, grouped=True)
    assert lines(told_by(row), witnesses=none, scene=wider)[0].startswith(" None of the picked sources has a report")


def test_the_head_of_the_event_keeps_its_name_and_a_gap_on_a_narrow_screen():
    row, scene = crowded()
    titled = replace(row, verdict=replace(row.verdict, title="Coalition strikes at Tokhar, a village"))
    head = text_of(event_line(titled, TimelineState().stocked(panes=1, count=9), scene, 60))
    assert head.startswith(" rashomon  Coalition strikes at Tokhar, a village  ")


def test_differences_only():
    assert [spot.key for spot in shown_spots(OFFENSIVE, Comparison(differences=True))] == [
        "where",
        "who.attacker",
        "claims.target",
        "said_by",
    ]
    assert shown_spots(OFFENSIVE, Comparison())[0].key == "when"


@pytest.mark.parametrize("value", ["43", "70", "126"])
def test_the_reading_made_the_base_is_the_one_marked_also_where_its_source_gives_several(value):
    row, scene = crowded()
    (killed,) = row.verdict.fields
    three = tuple(
        replace(each, reports=("afp/e",), sources=("afp",)) for each in killed.readings if each.value != "100"
    )
    twice = replace(row, verdict=replace(row.verdict, fields=(replace(killed, readings=three, pairs=(), silent=()),)))
    how = Comparison().based(killed, next(each for each in three if each.value == value))
    assert how.ordered(twice.verdict.fields[0])[0].value == value
    for size in (60, 120):
        (made,) = (
            block
            for block in blocks(twice, how, key="figures.killed", witnesses=(), scene=scene, size=size)
            if block.key == "figures.killed"
        )
        shown = " ".join(text_of(line) for line in made.lines)
        assert (shown.count("base"), shown.index(f'"{value}"') < shown.index("base")) == (1, True)


@pytest.mark.parametrize("size", [30, 59, 60, 97, 98, 120, 200])
def test_no_line_is_wider_than_the_screen(size):
    row, scene = crowded()
    for shown, place in ((row, scene), *((other, SCENE) for other in EVENTS)):
        made = blocks(shown, Comparison(base="afp"), key="figures.killed", witnesses=(), scene=place, size=size)
        assert max(width(line) for block in made for line in block.lines) <= size


def test_echoes_are_counted():
    reports = tuple(report(f"rtr/e-{n}", "Told again.") for n in range(9))
    killed = field("figures.killed", Verdict.SAME, reading("7", " ".join(r.id for r in reports)))
    scene = replace(SCENE, sources=outlets("RTR"))
    row = event("e", "Echo", None, None, reports, (killed,))
    assert any("RTR×9 · 1 origin" in line for line in lines(row, scene=scene))


def test_prose_marks_the_words_the_base_does_not_use():
    assert against("The base was taken.", "The base was later lost.") == (
        Span("The"),
        Span(" "),
        Span("base"),
        Span(" "),
        Span("was"),
        Span(" "),
        Span("later", "added"),
        Span(" "),
        Span("lost.", "added"),
    )


def test_prose_stands_side_by_side_or_one_below_the_other():
    beside = [text_of(line) for line in prose(OFFENSIVE.reports, None, SCENE, 100)]
    assert "DW" in beside[1]
    assert "AFP" in beside[1]
    bare = replace(OFFENSIVE.reports[0], what="", quote="")
    assert [text_of(line) for line in prose((bare, *OFFENSIVE.reports), None, SCENE, 100)] == beside
    assert [text_of(line) for line in prose((bare,), None, SCENE, 100)] == [" No report has words of its own"]
    only = replace(bare, text="The base was taken.")
    assert [text_of(line).strip() for line in prose((only,), None, SCENE, 100)][2:] == ["The base was taken.", ""]
    below = [text_of(line) for line in prose(OFFENSIVE.reports, "afp", SCENE, 50)]
    assert "AFP" in below[1]
    assert "DW" not in below[1]


@pytest.mark.parametrize("search", ["", "dawn قصف"])
@pytest.mark.parametrize("size", [20, 50, 90])
def test_prose_has_the_lines_that_were_counted_for_it(size, search):
    spoken = "قصف sur la ville 空爆で負傷者が出た, she said: nothing like it since dawn"
    told = [replace(OFFENSIVE.reports[0], what=f"{spoken}, {word}.", quote=f"{spoken}, {word}?") for word in ("a", "b")]
    told.append(replace(OFFENSIVE.reports[0], what="", quote=spoken))
    lines = prose(tuple(told), None, SCENE, size, ("afp",), search)
    assert (len([*lines]), lines[-1]) == (len(lines), ())
    shown = "".join("".join(map(text_of, lines)).split())
    assert shown.count("".join(spoken.split())) == 5
    assert "AFPnoreport" in shown


@pytest.mark.parametrize(("glyphs", "pointer"), [(UNICODE, "▸"), (ASCII, ">")])
@pytest.mark.parametrize("size", [110, 80, 59])
def test_where_one_is_stands_in_the_text_and_not_only_in_a_colour(size, glyphs, pointer):
    """Columns, a stack and an apparatus: backgrounds look alike in 256 colours, in 16 and in none."""
    row, scene = crowded()
    scene = replace(scene, glyphs=glyphs)
    (killed,) = row.verdict.fields
    if size == 110:
        killed = replace(killed, readings=killed.readings[:3], pairs=())
        row = replace(row, verdict=replace(row.verdict, fields=(killed,)))
    values = [each.value for each in killed.readings]
    shown = [
        lines(row, Comparison(column=column), key="figures.killed", scene=scene, size=size)
        for column in range(len(values))
    ]
    found = [
        re.findall(re.escape(pointer) + r'(?:[✗X] )?"?(\w+)', "\n".join(line[1:] for line in told)) for told in shown
    ]
    assert sorted(one for (one,) in found) == sorted(values)
    away = lines(row, key=None, scene=scene, size=size)
    assert not any(pointer in line for line in away)
    assert [[line[0] for line in told if line[:1] == glyphs.here] for told in (*shown[:1], away)] == [[glyphs.here], []]


def test_witnesses_whose_names_have_no_room_stand_by_their_sigla():
    row, scene = crowded()
    wide, narrow = (text_of(witness_line(row, scene, (), "afp", size)).rstrip() for size in (88, 60))
    assert wide == " RTR RTR  AFP AFP (base)  SANA SANA  ALA ALA  ZAM ZAM  TASS TASS        absent: dw ucdp"
    assert narrow == " RTR  AFP (base)  SANA  ALA  ZAM  TASS      absent: dw ucdp"


@pytest.mark.parametrize(
    ("base", "size", "line"),
    [
        ("afp", 50, " AFP (base)  RTR  SANA  ALA  +2   absent: dw ucdp"),
        ("tass", 44, " TASS (base)  RTR  +4       absent: dw ucdp"),
        ("tass", 30, " TASS (base)  RTR  AFP  +3"),
        (None, 46, " RTR  AFP  SANA  ALA  +2      absent: dw ucdp"),
    ],
)
def test_where_not_all_witnesses_have_room_the_base_stands_first_and_the_others_are_counted(base, size, line):
    row, scene = crowded()
    assert text_of(witness_line(row, scene, (), base, size)).rstrip() == line


@pytest.mark.parametrize(
    ("size", "line"),
    [
        (80, " TASS (base)  ZAM  RTR  AFP  +2 picked sources only (C: all)    absent: dw ucdp"),
        (70, " TASS (base)  ZAM  +4 picked sources only (C: all)    absent: dw ucdp"),
        (60, " TASS (base)  ZAM  RTR  AFP  SANA  ALA"),
        (30, " TASS (base)  ZAM  RTR  +3"),
    ],
)
def test_those_picked_stand_before_the_others(size, line):
    row, scene = crowded()
    assert text_of(witness_line(row, scene, ("zam", "tass"), "tass", size)).rstrip() == line


def heard_by_many(count):
    """An event in which so many sources give one figure, and one gives another."""
    sources = outlets(*(f"S{n}" for n in range(count + 1)))
    reports = tuple(report(f"{s.id}/e", "Some died.") for s in sources)
    killed = field(
        "figures.killed", Verdict.CONFLICT,
        reading("30", " ".join(f"s{n}/e" for n in range(count))), reading("70", f"s{count}/e"),
        kind="number-conflict", reason="70 lies above 30.",
    )  # fmt: skip
    return event("e", "Many", "2016-07-02", "2016-07-03", reports, (killed,)), replace(
        SCENE, sources=sources, panes=separate(sources)
    )


@pytest.mark.parametrize(
    ("count", "told"), [(16, ["S15", "S16"]), (40, ["S15 +24", "S40"]), (200, ["S15 +184", "S200"])]
)
def test_the_foot_names_few_of_many_who_agree_so_that_the_other_reading_is_seen(count, told):
    row, scene = heard_by_many(count)
    shown = " ".join(text_of(line) for line in foot(row, STATE, scene, size=80, lines=7))
    assert re.findall(r"(S15(?: [+][0-9]+)?)(?= |$)", shown) + re.findall(r'"70" (S[0-9]+)', shown) == told


@pytest.mark.parametrize(("count", "told"), [(40, "S39 ·"), (200, "S39 +160 ·")])
def test_the_comparison_names_forty(count, told):
    row, scene = heard_by_many(count)
    assert told in " ".join(" ".join(lines(row, scene=scene)).split())


@pytest.mark.parametrize(
    ("bounds", "told"),
    [
        (
            TimeBounds(
                earliest="2016-07-09T15:00:00Z", latest="2016-07-10T03:00:00Z", slack_earliest=None, slack_latest=None
            ),
            "9 Jul 18:00 – 10 Jul 06:00",
        ),
        (
            TimeBounds(
                earliest="2016-06-27T21:00:00Z", latest="2016-06-28T21:00:00Z", slack_earliest=None, slack_latest=None
            ),
            "Tue 28 Jun",
        ),
        (None, "2016-07-09T18:00/2016-07-10T05:59"),
    ],
)
def test_a_time_that_was_read_stands_in_the_words_of_the_timeline(bounds, told):
    _, scene = crowded()
    at = reading("2016-07-09T18:00/2016-07-10T05:59", "dw/e", bounds=bounds)
    assert read_words(at, replace(scene, summary=replace(scene.summary, timezone="Asia/Damascus"))) == told
