"""Lines that are made when they are looked at."""

from __future__ import annotations

import pytest

from tests.scenarios import SUMMER
from tui.core.filters import EVERYTHING
from tui.index.opening import open_dossier
from tui.view.blocks import Block, Scroll, drawing_of
from tui.view.later import Later
from tui.view.passages import prose
from tui.view.scene import Scene
from tui.view.spans import Line, Span, text_of

WORDS = ("ab", "c", "def")


def spelled(made: list[str]) -> Later:
    """A part for each word, with a line for each letter; `made` hears which were made."""

    def part(word: str) -> list[Line]:
        made.append(word)
        return [(Span(letter),) for letter in word]

    return Later([(len(word), lambda word=word: part(word)) for word in WORDS])


def test_the_lines_stand_after_each_other_and_each_part_is_made_once():
    made: list[str] = []
    lines = spelled(made)
    assert (len(lines), made) == (6, [])
    assert (text_of(lines[2]), text_of(lines[-1]), made) == ("c", "f", ["c", "def"])
    assert "".join(map(text_of, lines)) == "abcdef"
    assert "".join(map(text_of, lines[1:4])) == "bcd"
    assert made == ["c", "def", "ab"]


def test_a_window_makes_what_stands_in_it():
    made: list[str] = []
    blocks = (Block(key="first", lines=((Span("1"),), (Span("2"),))), Block(key="second", lines=spelled(made)))
    scroll = Scroll(heights=(2, 6), cursor=1, top=1, page=3)
    drawing = drawing_of(blocks, scroll)
    assert "".join(map(text_of, drawing.lines)) == "2ab"
    assert (drawing.tones, drawing.total, drawing.top, made) == (("", "cursor", "cursor"), 8, 1, ["ab"])


@pytest.mark.parametrize("size", [30, 60, 118])
def test_passages_have_as_many_lines_as_were_counted_before_they_were_made(size):
    store = open_dossier([str(SUMMER)])
    scene = Scene(summary=store.summary(), sources=tuple(store.sources()))
    told = [prose(row.reports, None, scene, size, search="al") for row in store.page(EVERYTHING, 0, 200)]
    counted = [[count for count, _ in lines._parts] for lines in told if isinstance(lines, Later)]
    assert len(counted) > 100
    assert counted == [[len(made()) for _, made in lines._parts] for lines in told if isinstance(lines, Later)]
