from __future__ import annotations

import pytest

from tests.fake_store import SOURCES, FakeStore
from tui.core.answers import Billing, Spelling
from tui.view.billing import columns, foot, heads, item, nothing
from tui.view.glyphs import ASCII
from tui.view.panes import by_publisher, separate
from tui.view.scene import Scene
from tui.view.spans import text_of, width

SCENE = Scene(summary=FakeStore().summary(), sources=SOURCES, panes=separate(SOURCES), publishers=by_publisher(SOURCES))
IS = Billing(
    id="is", name="Islamic State", events=41, declared=True,
    roles=(("named", 21), ("attacker", 17), ("target", 9), ("controller", 6), ("said_by", 6)),
    spellings=(Spelling(words="IS", reports=21, sources=1), Spelling(words="Islamic State", reports=13, sources=11),
               Spelling(words="Daesh", reports=9, sources=3)),
)  # fmt: skip
TERRORISTS = Billing(
    id="terrorists", name="terrorists", events=15, declared=False, roles=(("attacker", 14), ("target", 1)),
    spellings=(Spelling(words="terrorists", reports=18, sources=9),),
)  # fmt: skip
SPELLED = (("IS", "ucdp", 21), ("Daesh", "afp", 2), ("Daesh", "dw", 1))


def test_roles_with_most_events_have_columns_and_the_rest_is_added_up():
    at = columns((IS, TERRORISTS), 80)
    assert (at.roles, at.rest, at.spellings) == (("attacker", "named", "target"), True, 0)
    assert text_of(heads(at, 80)).rstrip() == (
        "   actor                events    attacker    no role     target      other"
    )
    assert [text_of(item(one, at, one is IS, SCENE, 79)).rstrip() for one in (IS, TERRORISTS)] == [
        "✓ Islamic State            41          17         21          9         12",
        "  terrorists               15          14          ·          1          ·",
    ]


def test_spellings_stand_beside_where_there_is_room():
    at = columns((IS,), 120)
    assert text_of(item(IS, at, False, SCENE, 119)).endswith("  IS 21  Islamic State 13  Daesh 9  ")
    narrow = columns((IS,), 110)
    assert text_of(item(IS, narrow, False, SCENE, 92)).rstrip().endswith("IS 21  +2")


def test_the_foot_says_who_writes_which():
    assert [text_of(line).rstrip() for line in foot(IS, SPELLED, SCENE, size=70, lines=4)] == [
        "── Islamic State ─────────────────────────── Enter keeps its events ──",
        "  IS        21 reports  UCDP×21",
        "  Daesh      3 reports  AFP×2  DW",
        "",
    ]


def test_more_spellings_than_lines_are_counted():
    lines = foot(IS, SPELLED, SCENE, size=70, lines=2)
    assert text_of(lines[1]).rstrip() == "  and 2 more spellings"


def test_an_undeclared_name_and_a_parent_named_only_by_its_branches_say_so():
    assert "no [[actor]] declares this name" in text_of(foot(TERRORISTS, (), SCENE, size=90, lines=3)[0])
    assert text_of(foot(IS, (), SCENE, size=90, lines=3)[1]).rstrip() == "  Only its branches are named, never it."


def test_nothing_says_why():
    assert "dossier names an actor" in text_of(nothing(filtered=False)[1])
    assert "Backspace" in text_of(nothing(filtered=True)[3])


@pytest.mark.parametrize("size", [12, 40, 80, 120, 200])
@pytest.mark.parametrize("glyphs", [SCENE.glyphs, ASCII], ids=["unicode", "ascii"])
def test_every_line_fits_and_is_safe(size, glyphs):
    scene = Scene(summary=SCENE.summary, sources=SOURCES, publishers=SCENE.publishers, glyphs=glyphs)
    evil = Billing(
        id="x", name="\x1b[31mred\u202e" * 9, events=10**9, declared=False, roles=(("a\x07b" * 9, 10**9),),
        spellings=(Spelling(words="\x1b]0;x" * 20, reports=10**9, sources=1),) * 5,
    )  # fmt: skip
    at = columns((IS, evil), size)
    lines = [heads(at, size), item(evil, at, True, scene, size), item(IS, at, False, scene, size)]
    lines += foot(evil, (("\x1b" * 90, "dw", 10**9),), scene, size=size, lines=5)
    assert max(map(width, lines)) <= size
    assert not any(char in text_of(line) for line in lines for char in "\x1b\x07\u202e")
