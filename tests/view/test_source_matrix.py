from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fake_store import EVENTS, SOURCES, FakeStore
from tests.scenarios import SUMMER
from tui.core.agreement import SourcePair, SourceRecord
from tui.core.filters import Filter
from tui.core.model import Source
from tui.index.opening import open_dossier
from tui.view.glyphs import ASCII
from tui.view.matrix_drawing import body, foot, heading, heads, plan
from tui.view.panes import by_publisher, separate
from tui.view.scene import Scene
from tui.view.source_matrix import Clash, MatrixState, Share, _counting, clashes, matrix
from tui.view.spans import text_of, width

STORE = FakeStore()


def scene_of(sources, **more) -> Scene:
    return Scene(
        summary=STORE.summary(), sources=sources, panes=separate(sources), publishers=by_publisher(sources), **more
    )


SCENE = scene_of(SOURCES)
SMALL = matrix(SCENE, STORE.source_pairs(), STORE.source_records(), {"dw": 6, "afp": 7, "ucdp": 3})


def archive(count: int, families: int) -> tuple[Source, ...]:
    return tuple(
        Source(id=f"s{n}", name=f"Paper {n % families}", siglum=f"P{n % families}X{n}", family=f"f{n % families}")
        for n in range(count)
    )


def test_most_reports_first_and_shares_both_ways():
    assert [(p.pane.siglum, p.reports, p.events, p.first, p.corrections) for p in SMALL.parties] == [
        ("DW", 9, 6, 0, 1),
        ("AFP", 7, 7, 3, 0),
        ("UCDP", 3, 3, 0, 0),
    ]
    assert SMALL.share(0, 1) == SMALL.share(1, 0) == Share(9, 7, 0)
    assert SMALL.share(1, 2) == SMALL.share(0, 0) == Share()
    assert (Share(9, 7, 0).percent, Share(200, 199, 1).percent, Share(9).percent) == (100, 99, 0)


def test_many_sources_are_put_together_by_publisher():
    sources = archive(30, 3)
    records = [SourceRecord(source=s.id, reports=2, events=2, first=1, corrections=0) for s in sources]
    pairs = [
        SourcePair(a="s0", b="s1", shared=3, agreed=2, clashed=1),
        SourcePair(a="s3", b="s4", shared=2, agreed=2, clashed=0),
        SourcePair(a="s0", b="s3", shared=1, agreed=1, clashed=0),
    ]
    made = matrix(scene_of(sources), pairs, records, {"f0": 12})
    assert made.grouped
    assert [(p.pane.key, p.reports, p.first, p.events) for p in made.parties] == [
        ("f0", 20, 10, 12),
        ("f1", 20, 10, 0),
        ("f2", 20, 10, 0),
    ]
    assert made.shares == {(0, 1): Share(5, 4, 1), (0, 0): Share(1, 1, 0)}


def test_as_many_publishers_as_sources_stay_sources():
    assert not matrix(scene_of(archive(30, 30)), (), (), {}).grouped


def test_where_two_clash_is_told_in_their_words_and_order():
    dw, ucdp = SMALL.parties[0], SMALL.parties[2]
    found = tuple(clashes(EVENTS, ucdp, dw))
    assert [(c.event, c.field.field, c.mine, c.theirs) for c in found] == [
        ("Fighters beheaded in al-Bukamal", "figures.killed", "12", "at least 40"),
        ("Toll of the retreat", "figures.killed", "43", "around 30"),
    ]
    assert [*clashes(EVENTS, dw, SMALL.parties[1])] == []


def state_of(made, size=120, rows=10) -> MatrixState:
    return MatrixState().counted(len(made.parties)).fitted(rows, plan(size).columns)


def test_the_first_column_comes_back_where_there_is_room():
    narrow = state_of(SMALL, size=20)
    assert narrow.columns.top == 1
    assert narrow.fitted(10, 5).columns.top == 0


def test_rows_cells_and_heads():
    at, state = plan(120), state_of(SMALL)
    assert text_of(heads(SMALL, state, at)).rstrip() == (
        "  source                reports events first fixes grade  DW        AFP       UCDP"
    )
    assert [text_of(line).rstrip() for line in body(SMALL, state, at, SCENE).lines] == [
        "▌ DW      Deutsche Wel…       9      6     ·     1    B     ─      █100% 7   ▅ 50% 4",
        "  AFP     agencies            7      7     3     ·    A  █100% 7      ─         ·",
        "  UCDP    GED 19.1            3      3     ·     ·    B  ▅ 50% 4      ·         ─",
    ]


def test_the_cell_in_words():
    state = state_of(SMALL)
    state = state.on_columns(state.columns.to(2))
    found = tuple(clashes(EVENTS, SMALL.parties[0], SMALL.parties[2]))
    assert [text_of(line).rstrip() for line in foot(SMALL, state, found, SCENE, size=110, lines=7)] == [
        "── DW Deutsche Welle and UCDP GED 19.1 ───────────────────────────────────── Enter keeps the events of both ──",
        " 4 shared fields; too few to say much: 2 in which both can be right (50 % of 4), 2 in which they cannot, or",
        " only at a stretch. Agreement is counted, not weighed: two that repeat one origin agree for no reason.",
        " clash in  killed×2",
        ' ✗ killed  "at least 40" │ "12"  Fighters beheaded in al-Bukamal',
        ' ≈ killed  "around 30" │ "43"  Toll of the retreat',
        "",
    ]


def test_where_two_clash_is_listed_as_often_as_it_is_counted():
    """Of every two publishers of a dossier, those whose articles quote both sides of a toll among them."""
    store = open_dossier([str(SUMMER)])
    scene = scene_of(store.sources())
    made = matrix(scene, store.source_pairs(), store.source_records(), {})
    rows = list(store.all_events(Filter()))
    listed = {
        (a, b): sum(clash.times for clash in clashes(rows, made.parties[a], made.parties[b])) for a, b in made.shares
    }
    assert made.grouped
    assert listed == {pair: share.clashed for pair, share in made.shares.items()}
    assert max(listed.values()) == 7


def test_what_is_not_listed_is_told():
    state = state_of(SMALL)
    state = state.on_columns(state.columns.to(2))
    fields = [f"figures.{name}" for name in "abcdefghij"]
    found = [replace(EVENTS[0].verdict.fields[0], field=name) for name in fields]
    listed = tuple(Clash("Raid", field, "1", "2", times=2) for field in found)
    share = replace(SMALL, shares={(0, 2): Share(30, 0, 25)})
    assert [text_of(line).rstrip() for line in foot(share, state, listed, SCENE, size=110, lines=6)[4:]] == [
        " clash in  a×2  b×2  c×2  d×2  e×2  f×2  g×2  h×2  other fields×4  and 5 times not looked for",
        ' ⊂ a  "1" │ "2"  Raid  ×2',
    ]


def test_a_source_and_itself_is_its_record():
    state = state_of(SMALL)
    shown = [
        text_of(line) for line in foot(SMALL, state.on_columns(state.columns.to(0)), None, SCENE, size=80, lines=5)
    ]
    assert shown[1] == " A source is not compared with itself."
    assert shown[2].startswith(" DW: 9 reports, 6 events, first to report 0 times, corrected itself 1 time,")


def test_no_two_sources():
    empty = matrix(scene_of(()), (), (), {})
    assert body(empty, state_of(empty), plan(80), SCENE).lines == ()
    assert len(foot(empty, state_of(empty), None, SCENE, size=80, lines=5)) == 5


@pytest.mark.parametrize("size", [20, 60, 80, 120, 150, 300])
@pytest.mark.parametrize("glyphs", [SCENE.glyphs, ASCII], ids=["unicode", "ascii"])
def test_two_hundred_sources_fit_any_line(size, glyphs):
    sources = archive(200, 200)
    scene = scene_of(sources, glyphs=glyphs)
    records = [SourceRecord(source=s.id, reports=99_999, events=99_999, first=9, corrections=9) for s in sources]
    made = matrix(scene, [SourcePair(a="s0", b="s1", shared=54_321, agreed=54_321, clashed=0)], records, {})
    at, state = plan(size), state_of(made, size, 20)
    state = state.on_columns(state.columns.to(199)).on_rows(state.rows.to(199))
    drawing = body(made, state, at, scene)
    assert (len(drawing.lines), drawing.top) == (20, 180)
    lines = [
        heading(made, scene, size),
        heads(made, state, at),
        *drawing.lines,
        *foot(made, state, None, scene, size=size, lines=8),
    ]
    assert max(map(width, lines)) <= size
    assert state.columns.cursor == 199
    assert at.column_at(at.left + 10) == 1
    assert at.column_at(0) is None


def test_sources_alike_stand_in_the_order_of_their_numbers():
    assert sorted(["s10", "s2", "s1", "s100", "dw"], key=_counting) == ["dw", "s1", "s2", "s10", "s100"]
