from __future__ import annotations

import pytest

from tests.fake_store import SOURCES, FakeStore
from tui.core.terms import NAMES, STATES, Fault, Term
from tui.view.glyphs import ASCII
from tui.view.query import Query, as_text, offered, verdict
from tui.view.scene import Scene
from tui.view.spans import text_of, width

SCENE = Scene(summary=FakeStore().summary(), sources=SOURCES)
KNOWN = {"actor": ("Islamist militants", "Islamic State", "IS", "US-led coalition"), "source": ("dw", "DW")}


def typed(text: str) -> Query:
    return Query().typed(text, KNOWN)


@pytest.mark.parametrize(
    ("text", "offers"),
    [
        ("", ()),
        ("ver", ("verdict:",)),
        ("actor:is", ("actor:IS", 'actor:"Islamist militants"', 'actor:"Islamic State"')),
        ("verdict:conflict -so", ("verdict:conflict -source:",)),
        ("is:r", ("is:ruled", "is:contested", "is:single-origin")[:1]),
        ("zzz:", ()),
    ],
)
def test_what_it_could_go_on_as_best_first(text, offers):
    assert typed(text).offers == offers


def test_the_completion_chosen_is_taken():
    query = typed("actor:is")
    assert query.taken() == "actor:IS "
    assert query.moved(1).taken() == 'actor:"Islamist militants" '
    assert query.moved(-1).moved(99).taken() == 'actor:"Islamic State" '
    assert typed("ver").taken() == "verdict:"
    assert typed("air base").taken() == "air base"


def test_the_fault_stands_under_its_place():
    query = typed("acter:is dw")
    assert isinstance(query.read("UTC"), Fault)
    assert text_of(*verdict(query, None, SCENE, 80, left=3)) == "   ^^^^^ there is no filter 'acter'; nearest: actor"
    late = typed("dw verdict:wrong")
    assert text_of(*verdict(late, None, SCENE, 80, left=3)).startswith("              ^^^^^ verdict: has no 'wrong'")


WANTS = "is: has no 'whatever'; it has contested, single-origin, ruled, unplaced, marked"


@pytest.mark.parametrize(
    ("text", "left", "size", "lines"),
    [
        ("is:whatever", 3, 100, [f"      ^^^^^^^^ {WANTS}"]),
        ("is:whatever", 3, 80, ["      ^^^^^^^^", f" {WANTS}"]),
        ("is:whatever", 3, 79, ["      ^^^^^^^^", f" {WANTS[:-8]},", " marked"]),
        ("dw is:whatever", -8, 84, ["^^^^^^", f" {WANTS}"]),
        ("is:whatever dw", -20, 92, [f" {WANTS}, at sign 4"]),
        ("b" * 40 + " is:x", 3, 40, [" is: has no 'x'; it has contested,", " single-origin, ruled, unplaced, marked,", " at sign 45"]),
        ("source:dv", 3, 40, ["   10 of 10 events · source:dv matches", "   nothing; did you mean DW?"]),
    ],
)  # fmt: skip
def test_what_is_too_long_for_a_line_is_broken_with_the_caret_in_sight(text, left, size, lines):
    strange = "source:dv matches nothing; did you mean DW?"
    made = verdict(typed(text), 10, SCENE, size, left=left, strange=strange)
    assert [text_of(line).rstrip() for line in made] == lines


def test_an_unfinished_word_is_no_fault_yet():
    query = typed("dw actor:")
    assert query.waiting(query.read("UTC"))
    assert verdict(query, None, SCENE, 80, left=3)[0][1].role == "faint"
    assert verdict(typed("acter:is dw"), None, SCENE, 80, left=3)[0][1].role == "note"


def test_what_it_keeps_is_counted():
    assert text_of(*verdict(typed("source:dw"), 6, SCENE, 80, left=3)).startswith("   6 of 10 events ")
    assert "no condition" in text_of(*verdict(typed(""), None, SCENE, 80, left=3))


def test_what_the_dossier_does_not_have_is_told_beside_the_count():
    (line,) = verdict(typed("source:dv"), 0, SCENE, 80, left=3, strange="source:dv matches nothing; did you mean DW?")
    assert text_of(line).rstrip() == "   0 of 10 events · source:dv matches nothing; did you mean DW?"
    assert line[1].role == "note"


def test_names_are_explained_and_an_empty_line_shows_how():
    shown = [text_of(line).rstrip() for line in offered(typed("-v"), SCENE, 100).lines]
    assert shown == [" ▌ -verdict:  events with a field of this verdict: conflict, strained"]
    shown = "\n".join(text_of(line) for line in offered(typed(""), SCENE, 100).lines)
    assert "values of one name with OR" in shown
    assert "since until" in shown
    narrow = " ".join(text_of(line) for line in offered(typed(""), SCENE, 60).lines)
    assert " ".join(narrow.split()).endswith(" ".join(NAMES))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("is:s", "is:single-origin several reports of one origin; origins:<2 has single ones"),
        ("orig", "origins: origins, of single reports too: <2 (at most), >3 (at least), =1"),
        ("verdict:prec", "verdict:precision more exact"),
        ("publ", "publisher: events any source of the publisher reports: its name, or a source"),
    ],
)
def test_what_stands_in_a_list_says_what_it_keeps(text, told):
    (line,) = offered(typed(text), SCENE, 140).lines
    assert " ".join(text_of(line).removeprefix(" ▌ ").split()) == told


def test_terms_are_given_back_as_they_are_typed():
    assert as_text(()) == ""
    assert as_text((Term("actor", ("Islamic State",)),)) == 'actor:"Islamic State" '


@pytest.mark.parametrize("size", [10, 30, 80, 200])
@pytest.mark.parametrize(
    "text", ["", "a", "actor:is", "x" * 90 + ":", 'no "end', "\x1b[31m:\u202e", "acter:is and more words after it"]
)
def test_every_line_fits_and_is_safe(size, text):
    scene = Scene(summary=SCENE.summary, sources=SOURCES, glyphs=ASCII)
    query = Query().typed(text, {"actor": ("is\x1b[0m\u202e",)})
    lines = [*offered(query, scene, size).lines, *verdict(query, 3, scene, size, left=3)]
    assert max(map(width, lines)) <= size
    assert not any(char in text_of(line) for line in lines for char in "\x1b\u202e")


def test_what_stands_in_a_list_is_told_whole_in_eighty_columns():
    begun = [*(name[: max(1, len(name) - 1)] for name in NAMES), *(f"is:{value[:-1]}" for value in STATES)]
    lines = [line for text in begun for line in offered(typed(text), SCENE, 80).lines]
    assert [text_of(line) for line in lines if "…" in text_of(line)] == []


def test_completions_that_have_no_room_are_counted():
    query = Query().typed("place:a", {"place": [f"Azaz {number}" for number in range(11)]})
    lines = [text_of(line).strip() for line in offered(query, SCENE, 80).lines]
    assert (len(lines), lines[-1]) == (9, "+3 more; they narrow as you type")
