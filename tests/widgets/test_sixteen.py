"""In sixteen colours red stays the colour of conflict alone, and every word can be read on its ground."""

from __future__ import annotations

import pytest
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tui.widgets.sixteen import SixteenFilter
from tui.widgets.themes import THEMES

DARK = THEMES["dark"]
FILTER = SixteenFilter(DARK.variables)
INKS = ("ink", "dim", "faint", "blue", "sky", "orange", "amber", "red", "violet", "green")
PAIRS = [(ink, ground) for ink in INKS for ground in ("head", "stripe", "cursor")]


def painted(theme, ink, ground):
    colours = {**theme.variables, "background": theme.background}
    style = Style.parse(f"{colours[ink]} on {colours[ground]}")
    (made,) = SixteenFilter(theme.variables).apply([Segment("x", style)], Color(0, 0, 0))
    return [
        color.downgrade(ColorSystem.STANDARD).number if color is not None else None
        for color in (made.style.color, made.style.bgcolor)
    ] + [bool(made.style.bold)]


@pytest.mark.parametrize(
    ("ink", "ground", "told"),
    [
        ("red", "background", [9, 0, False]),
        ("orange", "background", [3, 0, False]),
        ("amber", "stripe", [11, 0, False]),
        ("dim", "head", [7, 0, False]),
        ("red", "cursor", [9, 0, True]),
        ("ink", "focus", [15, 4, False]),
        ("blue", "chosen", [15, 4, False]),
        ("ink", "hit", [0, 3, False]),
        ("brand-ink", "brand", [0, 3, False]),
    ],
)
def test_each_colour_has_its_own(ink, ground, told):
    assert painted(DARK, ink, ground) == told


@pytest.mark.parametrize("name", [name for name, theme in THEMES.items() if theme.dark])
def test_only_conflict_is_red_and_nothing_is_written_in_the_colour_of_its_ground(name):
    for ink, ground in PAIRS:
        color, ground_color, _ = painted(THEMES[name], ink, ground)
        assert color != ground_color
        assert (color in (1, 9)) == (ink == "red")


def test_what_is_no_colour_of_the_theme_is_left_to_the_terminal():
    style = Style.parse("underline #123456")
    assert FILTER.apply([Segment("x", style), Segment("y")], Color(0, 0, 0)) == [Segment("x", style), Segment("y")]
