"""Keys in a window that has no room for what they move in: nothing raises. What the soak (tests/soak/run.py) found."""

from __future__ import annotations

import pytest

from tests.walking import Walking


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        ((20, 5), ("W", "pagedown")),
        ((20, 5), ("W", "pageup")),
        ((10, 3), ("ctrl+p", "pagedown")),
        ((1, 1), ("ctrl+p", "j", "pageup")),
    ],
)
async def test_no_page_is_turned_where_there_is_none(size, keys) -> None:
    async with Walking() as walk:
        await walk.pilot.resize_terminal(*size)
        await walk.press(*keys)
        assert walk.app.is_running
        await walk.press("escape")
        await walk.pilot.resize_terminal(120, 36)
        await walk.press("ctrl+p", "pagedown", "enter")
        assert walk.app.is_running
