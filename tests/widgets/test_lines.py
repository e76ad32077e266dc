"""Lines that hold little are cut, cropped and styled as those of Textual."""

from __future__ import annotations

import gc

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.cache import FIFOCache
from textual.strip import Strip

from tests.widgets.test_bare import cells
from tui.widgets.lines import Light

WORDS = [Segment("no "), Segment("line but this")]


@pytest.mark.parametrize("cuts", [[16], [2, 16], [16, 20], [2], []])
def test_a_line_is_cut_as_any_other_and_is_gone_when_nobody_holds_it(cuts):
    """Found by the soak: a dozen objects of every line that was ever drawn waited for the collector."""
    line = Light(WORDS, 16)
    parts = [part.text for part in line.divide(cuts)]
    assert parts == [part.text for part in Strip(WORDS, 16).divide(cuts)]
    gc.collect()
    gc.disable()
    try:
        del line
        assert not [each for each in gc.get_objects() if isinstance(each, Light) and each.text == "no line but this"]
    finally:
        gc.enable()


def test_a_line_makes_its_caches_and_its_parts_when_they_are_asked_for():
    """Most parts of lines under a window are never seen, and nearly no line is cropped, filtered or styled."""
    line = Light(WORDS, 16)
    hidden, seen = line.divide([5, 16])
    assert (seen.text, line.divide([5, 16])[1] is seen) == ("ne but this", True)

    def holds(strip):
        return [type(each) for each in gc.get_referents(strip) if isinstance(each, (list, FIFOCache))]

    assert (holds(Light(WORDS, 16)), sorted(map(str, holds(line)))) == ([list], sorted(map(str, [list, FIFOCache])))
    assert (holds(hidden), holds(seen)) == ([], [list])


BOLD = Style(bold=True)


@pytest.mark.parametrize(
    "made",
    [
        lambda strip: strip.crop(2, 9),
        lambda strip: strip.apply_style(BOLD),
        lambda strip: strip.adjust_cell_length(20),
        lambda strip: strip.crop_extend(3, 20, BOLD),
        lambda strip: strip.divide([5, 9, 16])[1].crop(1, 3),
        lambda strip: Strip.join(strip.divide([5, 9, 16])),
    ],
)
def test_what_is_made_of_a_line_is_what_is_made_of_any_other(made):
    line, like = Light(WORDS, 16), Strip(WORDS, 16)
    for _ in range(2):
        assert cells([made(line)]) == cells([made(like)])
        assert made(line).cell_length == made(like).cell_length
