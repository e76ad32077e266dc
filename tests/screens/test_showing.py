"""A screen comes up in short steps: its parts are styled when they are mounted, and that is enough."""

from __future__ import annotations

import pytest
from textual.screen import Screen

from tests.walking import Walking


@pytest.mark.parametrize("keys", ["2", "3", "4", "5", "6", "7", "p", "?", "&", "f", "a", "/", "]A"])
async def test_what_was_just_mounted_is_not_styled_again(keys, monkeypatch):
    async with Walking() as walk:
        styled = []
        monkeypatch.setattr(
            walk.app.stylesheet,
            "update_nodes",
            lambda nodes, animate=False: styled.extend(type(n).__name__ for n in nodes),
        )
        await walk.press(*keys)
        assert walk.screen is not walk.timeline
        assert type(walk.screen).__name__ not in styled


@pytest.mark.parametrize("key", ["2", "3", "4", "5", "6", "P"])
async def test_a_view_is_laid_out_once_when_it_comes_up_and_once_when_the_window_is_another(key, monkeypatch):
    laid_out = []
    real = Screen._refresh_layout
    monkeypatch.setattr(
        Screen,
        "_refresh_layout",
        lambda self, size=None, scroll=False: laid_out.append((self, size)) or real(self, size, scroll),
    )
    async with Walking() as walk:
        await walk.press(key)
        view = walk.screen
        for size in ((80, 24), (120, 36)):
            await walk.pilot.resize_terminal(*size)
            await walk.drawn()
        sizes = [size for screen, size in laid_out if screen is view and size is not None]
        assert sizes == [(120, 36), (80, 24), (120, 36)]
