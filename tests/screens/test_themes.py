"""A theme chosen in any view is that of every line at once."""

from __future__ import annotations

import asyncio

import pytest

from tests.walking import Walking
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
