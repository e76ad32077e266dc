from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fake_store import FakeStore
from tui.core.answers import Facet
from tui.core.filters import EVERYTHING, Filter
from tui.core.terms import STATES, Term, parse
from tui.view.facets import GROUPS, MOST, Row, drawing, grouped, moved, rows, toggled
from tui.view.glyphs import ASCII
from tui.view.scene import Scene
from tui.view.spans import text_of, width
from tui.view.windows import Window

SCENE = Scene(summary=FakeStore().summary())


def facets(*pairs) -> tuple[Facet, ...]:
    return tuple(Facet(value=value, label=value, events=events) for value, events in pairs)


GIVEN = {
    "verdict": facets(("single", 9), ("conflict", 4)),
    "place": (Facet(value="town", label="al-Bukamal", events=3),),
}


def test_headings_values_and_what_is_taken_but_gone():
    keep = Filter(actors=("NSA",), terms=parse("place:al-Bukamal -verdict:same"))
    assert rows(GIVEN, keep) == (
        Row("verdict", label="Verdict of a field"),
        Row("verdict", "single", "single", 9),
        Row("verdict", "conflict", "conflict", 4),
        Row("actor", label="Actor"),
        Row("actor", "NSA", "NSA", 0),
        Row("place", label="Place"),
        Row("place", "al-Bukamal", "al-Bukamal", 3),
    )


def test_places_of_one_name_are_told_apart_by_id():
    twice = {"place": (Facet(value="a", label="Town", events=2), Facet(value="b", label="Town", events=1))}
    assert [row.value for row in rows(twice, EVERYTHING)] == ["", "a", "b"]


def test_a_long_group_says_how_many_are_left():
    made = rows({"tag": facets(*((f"t{n}", n) for n in range(40, 0, -1)))}, Filter(terms=parse("tag:t3")))
    assert made[0].label == f"Tag, {40 - MOST - 1} more with &"
    assert made[-1].value == "t3"


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (56, [
            "contested an open discrepancy", "single-origin all of one origin", "ruled decided by an analyst",
            "unplaced a report without event", "marked by you, with m",
        ]),
        (36, [*STATES]),
    ],
)  # fmt: skip
def test_every_state_is_explained_in_few_words_where_they_have_room(size, told):
    states = rows({"is": facets(*((state, 3) for state in STATES))}, EVERYTHING)
    made = drawing(states, EVERYTHING, Window(page=9, count=6), SCENE, size)
    assert [" ".join(text_of(line).split()[:-2]) for line in made.lines[1:]] == told


@pytest.mark.parametrize(
    ("keep", "name", "value", "after"),
    [
        (EVERYTHING, "verdict", "conflict", Filter(terms=(Term("verdict", ("conflict",)),))),
        (Filter(terms=parse("verdict:conflict")), "verdict", "same", Filter(terms=parse("verdict:conflict,same"))),
        (
            Filter(terms=parse("verdict:conflict,same dw")),
            "verdict",
            "conflict",
            Filter(terms=parse("verdict:same dw")),
        ),
        (Filter(actors=("IS",)), "actor", "NSA", Filter(actors=("IS", "NSA"))),
        (Filter(actors=("IS",)), "actor", "IS", EVERYTHING),
        (Filter(terms=parse("tag:x+y")), "tag", "z", Filter(terms=(*parse("tag:x+y"), Term("tag", ("z",))))),
        (Filter(terms=parse("tag:x+y")), "tag", "x", Filter(terms=parse("tag:y"))),
        (Filter(terms=parse("-tag:x")), "tag", "x", Filter(terms=(*parse("-tag:x"), Term("tag", ("x",))))),
    ],
)
def test_values_of_one_name_are_alternatives(keep, name, value, after):
    assert toggled(keep, name, value) == after


@given(
    st.lists(st.tuples(st.sampled_from(list(GROUPS)), st.sampled_from("abc")), max_size=6),
    st.tuples(st.sampled_from(list(GROUPS)), st.sampled_from("xyz")),
)
def test_taking_and_letting_go_is_nothing(before, pair):
    keep = EVERYTHING
    for name, value in before:
        keep = toggled(keep, name, value)
    assert toggled(toggled(keep, *pair), *pair) == keep


def test_the_cursor_passes_over_headings():
    made = rows({"verdict": facets(("a", 2), ("b", 1)), "tag": facets(("c", 1))}, EVERYTHING)
    window = Window(count=len(made), cursor=1, page=3)
    assert [moved(made, window, by).cursor for by in (1, 2, 9, -1)] == [2, 4, 4, 1]
    assert moved(made, Window(count=len(made), page=1), 1).cursor == 1
    assert moved(made, Window(count=len(made), page=2), 1).top == 0
    assert grouped(made, window, 1).cursor == 4
    assert grouped(made, grouped(made, window, 1), -1).cursor == 1
    assert grouped((), Window(), 1) == Window()


def test_a_value_with_its_mark_tick_and_count():
    made = rows(GIVEN, Filter(terms=parse("verdict:conflict")))
    lines = drawing(
        made, Filter(terms=parse("verdict:conflict")), Window(count=len(made), cursor=2, page=9), SCENE, 44
    ).lines
    assert [text_of(line).rstrip() for line in lines[:3]] == [
        "Verdict of a field",
        "   · one account            ████████      9",
        "▌✓ ✗ conflict               ████          4",
    ]


@pytest.mark.parametrize("size", [12, 30, 60])
@pytest.mark.parametrize("glyphs", [SCENE.glyphs, ASCII], ids=["unicode", "ascii"])
def test_every_line_fits_and_is_safe(size, glyphs):
    scene = Scene(summary=SCENE.summary, glyphs=glyphs)
    made = rows({"tag": facets(("\x1b[31m\u202e" * 9, 10**9), ("x" * 90, 0))}, EVERYTHING)
    lines = drawing(made, EVERYTHING, Window(count=len(made), page=9), scene, size).lines
    assert max(map(width, lines)) <= size
    assert not any(char in text_of(line) for line in lines for char in "\x1b\u202e")
    assert "Nothing to filter by." in text_of(drawing((), EVERYTHING, Window(), scene, 40).lines[1])
