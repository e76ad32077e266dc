"""A theme chosen in any view is that of every line at once."""

from __future__ import annotations

import asyncio
from collections import Counter

import pytest
from rich.color import ColorSystem
from textual._compositor import Compositor
from textual.css import stylesheet
from textual.css.stylesheet import Stylesheet
from textual.widget import Widget

from tests.steps import Steps
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


@pytest.mark.parametrize("keys", ["", "2", "3"])
async def test_another_theme_is_taken_up_in_short_steps_and_painted_whole(keys, monkeypatch):
    """Found by the watchdog: F2 held the loop for 30 ms, under a view for 28 ms each time."""
    parsed, styled, asked, painted, told = [], [], [], [], []
    async with Walking() as walk:
        await walk.press(*keys)
        await walk.pilot.pause(0.2)  # what they led to is painted
        monkeypatch.setattr(walk.screen, "say", lambda _: told.append(len(styled)))
        with Steps() as steps:
            parse, style, paint = stylesheet.parse, Stylesheet.apply, Compositor.render_update
            monkeypatch.setattr(
                stylesheet, "parse", lambda *args, **named: parsed.append(steps.now) or parse(*args, **named)
            )

            def apply(sheet, node, **named):
                (styled if isinstance(node, Widget) else asked).append(steps.now)  # what is no widget is a role
                style(sheet, node, **named)

            monkeypatch.setattr(Stylesheet, "apply", apply)
            monkeypatch.setattr(
                Compositor, "render_update", lambda *args, **named: painted.append(steps.now) or paint(*args, **named)
            )
            await walk.press("f2")
            await walk.pilot.pause(0.2)
        assert len(parsed) == len(set(parsed)) > 1
        assert set(parsed).isdisjoint(styled)
        assert max(Counter(styled).values()) <= 6  # three parts, and a scroll bar of each
        assert not [step for step in painted if step < max(styled)]
        assert len(asked) > 9
        assert max(Counter(asked).values()) <= 3  # roles that stand together
        assert painted
        assert told == [len(styled)]  # its name is said once all have its colours


async def test_a_terminal_of_sixteen_colours_gets_those_of_a_dark_theme(monkeypatch):
    async with Walking() as walk:
        monkeypatch.setattr(walk.app.console, "_color_system", ColorSystem.STANDARD)
        assert walk.app.get_line_filters() == []  # without a terminal all colours can be shown
        monkeypatch.setattr(Explorer, "is_headless", False)
        assert [type(each) for each in walk.app.get_line_filters()] == [SixteenFilter]
        assert walk.app.get_line_filters() == walk.app.get_line_filters()  # the same, or no line were remembered
        walk.app.theme = THEMES["light"].name
        assert walk.app.get_line_filters() == []
