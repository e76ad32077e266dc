"""A theme chosen in any view is that of every line at once."""

from __future__ import annotations

import asyncio

import pytest
from rich.color import ColorSystem

from tests.walking import Walking
from tui.app import Explorer
from tui.widgets.sixteen import SixteenFilter
from tui.widgets.themes import THEMES


def painted(app):
    return [
        [(segment.text, str(segment.style)) for segment in strip] for strip in app.screen._compositor.render_strips()
    ]


@pytest.mark.parametrize("keys", ["", "2", "3", "4", "5", "6"])
async def test_another_theme_looks_as_if_one_had_begun_with_it(keys):
    async with Walking() as walk, Walking(theme="light") as other:
        await walk.press(*keys)
        await other.press(*keys)
        walk.app.theme = THEMES["light"].name
        async with asyncio.timeout(20):
            while [line for line in painted(walk.app) if line] != [line for line in painted(other.app) if line]:
                await walk.pilot.pause(0.05)
                await other.pilot.pause(0.05)


async def test_a_terminal_of_sixteen_colours_gets_those_of_a_dark_theme(monkeypatch):
    async with Walking() as walk:
        monkeypatch.setattr(walk.app.console, "_color_system", ColorSystem.STANDARD)
        assert walk.app.get_line_filters() == []  # without a terminal all colours can be shown
        monkeypatch.setattr(Explorer, "is_headless", False)
        assert [type(each) for each in walk.app.get_line_filters()] == [SixteenFilter]
        assert walk.app.get_line_filters() == walk.app.get_line_filters()  # the same, or no line were remembered
        walk.app.theme = THEMES["light"].name
        assert walk.app.get_line_filters() == []
