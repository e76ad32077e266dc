"""Every role has a look, both themes name the same colours, and what is to be read can be read."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from textual.color import Color

import tui.app
from tui.cli.explore import THEMES as OFFERED
from tui.view.roles import ROLES
from tui.widgets.themes import THEMES, after, variables

TCSS = "".join(path.read_text(encoding="utf-8") for path in Path(tui.app.__file__).parent.glob("*.tcss"))


def test_every_role_has_a_look_and_every_look_a_role():
    assert set(re.findall(r"\nLooks > \.role--([\w-]+)", TCSS)) == ROLES


def test_all_themes_name_the_same_colours():
    assert {frozenset(theme.variables) for theme in THEMES.values()} == {frozenset(variables(dark=True))}
    assert tuple(THEMES) == OFFERED
    named = {"background", "foreground", "surface", "panel", "primary"}
    assert set(re.findall(r"\$([\w-]+)", TCSS)) <= set(variables(dark=True)) | named


def contrast(one: str, other: str) -> float:
    """WCAG 2: from 1 to 21."""
    lights = sorted((_light(Color.parse(one)), _light(Color.parse(other))), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def _light(color: Color) -> float:
    parts = [c / 255 for c in color.rgb]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


WORDS = ("ink", "dim", "blue", "sky", "orange", "amber", "red", "violet", "green")
GROUNDS = ("stripe", "cursor", "head")


def test_each_theme_leads_to_the_next():
    names = [theme.name for theme in THEMES.values()]
    assert [after(name) for name in names] == [*names[1:], names[0]]
    assert after("nord") == names[0]


@pytest.mark.parametrize("name", [*THEMES])
def test_words_can_be_read_on_every_ground(name):
    theme = THEMES[name]
    colours, least = theme.variables, 7 if name == "contrast" else 4.5
    poor = {
        (word, ground): round(contrast(colours[word], colours[ground]), 2)
        for word, ground in product(WORDS, GROUNDS)
        if contrast(colours[word], colours[ground]) < least
    }
    assert poor == {}
    assert contrast(colours["faint"], theme.background or "") >= 4
    assert contrast(colours["ink"], colours["hit"]) >= 4.5
    assert contrast(colours["brand-ink"], colours["brand"]) >= 4.5
