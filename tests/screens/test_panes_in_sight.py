"""What is done to a pane is done to one that is drawn, and looks selected."""

from __future__ import annotations

import pytest

from tests.scenarios import SUMMER
from tests.walking import Walking, dossier, seen


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_only_this_source_is_one_in_sight(size):
    async with Walking(lambda: dossier(SUMMER), size=size) as walk:
        first = walk.timeline.panes[walk.timeline.plan().shown[0]].siglum
        assert first != walk.timeline.panes[walk.timeline.state.pane].siglum
        await walk.press("s")
        assert f"only {first}" in seen(walk.app)


async def test_to_the_right_is_the_pane_beside_it():
    async with Walking(lambda: dossier(SUMMER), size=(200, 50)) as walk:
        second = walk.timeline.plan().shown[1]
        await walk.press("l")
        assert walk.timeline.state.pane == second
