from __future__ import annotations

import re

import pytest
from textual.geometry import Region

from tests.walking import Walking
from tui.widgets.pictures import taken


def _unnamed(svg: str) -> str:
    """Without the number that rich takes from the memory it stands in."""
    return re.sub(r"terminal-\d+", "terminal", svg)


@pytest.mark.parametrize("keys", [(), ("2",), ("?",), ("/",)])
async def test_a_picture_is_the_one_of_textual(keys):
    async with Walking() as walk:
        await walk.press(*keys)
        assert _unnamed(taken(walk.app)()) == _unnamed(walk.app.export_screenshot())


async def test_a_picture_shows_what_stood_there_and_leaves_to_be_painted_what_was():
    async with Walking() as walk:
        before = _unnamed(taken(walk.app)())
        walk.screen._compositor._dirty_regions.add(Region(0, 0, 9, 1))
        dirty = set(walk.screen._compositor._dirty_regions)
        picture = taken(walk.app)
        assert walk.screen._compositor._dirty_regions == dirty
        await walk.press("?")
        assert _unnamed(picture()) == before
