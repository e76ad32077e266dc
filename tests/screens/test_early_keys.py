"""Keys pressed before a list is counted, or before anything is open, are done when it is."""

from __future__ import annotations

import asyncio
import threading

import pytest

from tests.fake_store import FakeStore
from tests.walking import Walking
from tui.core.filters import EVERYTHING
from tui.screens.compare import CompareScreen
from tui.screens.discrepancies import DiscrepanciesScreen
from tui.screens.opening import OpeningScreen
from tui.screens.timeline import TimelineScreen


class Slow(FakeStore):
    """Answers about the whole dossier wait until they are let go; those that opening asks do not."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()

    def flags(self, keep, start=0, count=None):
        assert count is not None or self.go.wait(20)
        return super().flags(keep, start, count)

    def billings(self, keep):
        assert self.go.wait(20)
        return super().billings(keep)

    def source_pairs(self):
        assert self.go.wait(20)
        return super().source_pairs()


@pytest.fixture
def slow():
    store = Slow()
    yield store
    store.go.set()


async def test_moves_wait_for_the_list_and_then_lead_on(slow):
    flags = FakeStore().flags(EVERYTHING)
    async with Walking(lambda: slow) as walk:
        await walk.hurry("3", "j", "j", "2")
        assert isinstance(walk.screen, DiscrepanciesScreen)
        slow.go.set()
        await walk.drawn()
        assert isinstance(walk.screen, CompareScreen)
        assert walk.screen.row.verdict.id == flags[2].event


@pytest.mark.parametrize("view", ["5", "6"])
async def test_overviews_wait_too(slow, view):
    async with Walking(lambda: slow) as walk:
        await walk.hurry(view, "j")
        slow.go.set()
        await walk.drawn()
        window = walk.screen.rows if view == "6" else walk.screen.state.rows
        assert window.cursor == 1


@pytest.mark.parametrize("keys", ["jq", "j\nq", "j2q"])
async def test_leaving_does_not_wait_for_the_list_and_forgets_the_rest(slow, keys):
    async with Walking(lambda: slow) as walk:
        await walk.hurry("3", *("enter" if key == "\n" else key for key in keys))
        async with asyncio.timeout(10):  # the list does not come
            while not isinstance(walk.screen, TimelineScreen):
                await asyncio.sleep(0.01)
        slow.go.set()
        await walk.drawn()
        assert isinstance(walk.screen, TimelineScreen)


async def test_what_is_typed_while_the_dossier_is_opened_is_done_in_its_first_view():
    go = threading.Event()

    def store():
        assert go.wait(20)
        return FakeStore()

    app = Walking(store)
    context = app.app.run_test(size=(120, 36))
    async with context as pilot:
        for _ in range(200):
            if isinstance(app.app.screen, OpeningScreen) and app.app.screen.is_mounted:
                break
            await asyncio.sleep(0.01)
        await pilot.press("escape", "g", "j", "m")
        go.set()
        for _ in range(600):
            if isinstance(app.app.screen, TimelineScreen) and app.app.screen.state.marked:
                break
            await asyncio.sleep(1 / 60)
        assert app.app.screen.state.rows.cursor == 1
        assert len(app.app.screen.state.marked) == 1
