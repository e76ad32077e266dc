"""A screen comes up in short steps: its parts are styled when they are mounted, and that is enough."""

from __future__ import annotations

import pytest

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
