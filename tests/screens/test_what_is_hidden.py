"""In the comparison `v` hides what agrees; the cursor is never on what is hidden."""

from __future__ import annotations

from tests.scenarios import SUMMER
from tests.walking import Walking, dossier, seen
from tui.core.filters import Filter


async def test_a_field_that_is_hidden_hands_the_cursor_to_the_next_that_is_not():
    async with Walking(lambda: dossier(SUMMER), keep=Filter(places=("Qamishli",), verdicts=("conflict",))) as walk:
        await walk.press("2", "g")
        first = walk.screen.state.spot
        await walk.press("v")
        shown = [block.key for block in walk.screen.blocks() if not block.quiet]
        assert first not in shown
        assert walk.screen.state.spot == shown[0]
        assert "▌" in seen(walk.app)
        await walk.press("v")
        assert walk.screen.state.spot == shown[0]
