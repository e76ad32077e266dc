"""Nothing that is gone is left to the collector, whose rounds are small."""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
import threading
from heapq import heapify
from itertools import pairwise
from pathlib import Path
from weakref import ref

import pytest
from rich.segment import Segment
from textual.cache import LRUCache
from textual.strip import Strip
from textual.widgets._toast import Toast
from textual.worker import Worker

from tests.screens.test_live import Live
from tests.walking import Walking
from tui.app import tidying
from tui.screens.asked import Reread
from tui.view.scene import Drawing
from tui.widgets.canvas import Canvas
from tui.widgets.remains import leave_no_rings

ROOT = Path(__file__).parents[2]


@pytest.fixture
def kept_out():
    """Keeps what is there out of the rounds: only what is in no ring is given back."""

    def keep() -> None:
        gc.collect()
        gc.freeze()

    yield keep
    gc.unfreeze()


async def test_it_is_looked_again_and_again_whether_enough_was_made_for_a_round(monkeypatch):
    looks: list[bool] = []
    monkeypatch.setattr(tidying, "EVERY", 0.01)
    monkeypatch.setattr(tidying, "collect", lambda: looks.append(True))
    async with Walking():
        async with asyncio.timeout(10):
            while len(looks) < 3:
                await asyncio.sleep(0.01)


async def test_what_was_kept_out_in_a_ring_is_given_back_once_nobody_presses_a_key(monkeypatch):
    class Ring:
        pass

    monkeypatch.setattr(tidying, "EVERY", 0.01)
    monkeypatch.setattr(tidying, "WORTH", 2)
    monkeypatch.setattr("tui.core.collector._TOO_MUCH", sys.maxsize)  # whatever tests before left
    monkeypatch.setattr(tidying, "collect", lambda: True)
    async with Walking() as walk:
        ring = Ring()
        ring.itself = ring
        gc.collect()
        gc.freeze()
        gone = ref(ring)
        del ring
        for _ in range(10):
            await walk.press("j")
            gc.collect()
        assert gone() is not None
        monkeypatch.setattr(tidying, "STILL", 0.0)
        async with asyncio.timeout(10):
            while gone() is not None:
                await asyncio.sleep(0.01)
        assert gc.get_freeze_count()


async def test_the_collector_is_as_before_when_the_explorer_has_ended():
    before = gc.get_threshold()
    async with Walking():
        assert gc.get_threshold() != before
        assert gc.get_freeze_count()
    assert gc.get_threshold() == before
    assert not gc.get_freeze_count()


async def until_gone(walk, gone):
    """For what is under way still, as a paint that was asked for, and layouts, which are rings that are young."""
    for _ in range(100):
        gc.collect()
        if all(each() is None for each in gone):
            return
        await walk.settle()
        await asyncio.sleep(1 / 60)
    raise AssertionError([each() for each in gone if each() is not None])


@pytest.mark.parametrize("key", ["2", "3", "4", "5", "6", "f", "P", "?", "/", "ctrl+p", "enter"])
async def test_a_view_that_is_gone_is_no_ring(key, kept_out):
    """Found by the soak: 500 widgets with all that they held waited for a full round after 400 keys."""
    async with Walking() as walk:
        await walk.press(key)
        opened = [ref(part) for part in walk.app.screen.walk_children(with_self=True)]
        bars = [ref(bar) for part in walk.app.screen.walk_children() for bar in part._get_virtual_dom()]
        roles = [
            ref(styles.base.node)
            for part in walk.app.screen.walk_children()
            for styles in part._component_styles.values()
        ]
        assert walk.screen is not walk.timeline
        kept_out()
        walk.app.pop_screen()
        await walk.drawn()
        # What followed a key is looked for when no key waits any more, and keeps the view it had left from.
        walk.app._follow()
        walk.app._hold([])
        walk.app._look()
        await until_gone(walk, [*opened, *bars, *roles])


async def test_a_message_that_is_gone_is_no_ring(kept_out):
    """What holds messages remembers for a while how the last few stood."""
    async with Walking() as walk:
        gone = []
        for number in range(6):
            walk.app.notify(f"{number} is gone soon")
            await walk.drawn()
            gone.append([ref(toast) for toast in walk.app.screen.query("Toast, ToastHolder")])
            assert len(gone[number]) == 2
            kept_out()
            for toast in walk.app.screen.query(Toast):
                toast._expire()
            del toast
            await walk.drawn()
        # A timer that was stopped keeps what set it until it would have rung: ten minutes, where tests are to see a message.
        timers = asyncio.get_running_loop()._scheduled
        timers[:] = [timer for timer in timers if not timer.cancelled()]
        heapify(timers)
        await until_gone(walk, gone[0])


async def test_a_dossier_that_was_read_again_is_no_ring(kept_out, tmp_path):
    """Found by the soak: half a megabyte of the demo waited for a full round after each writing."""
    async with Live(tmp_path) as walk:
        store = walk.timeline.session.store
        gone = [ref(store), ref(store._context), ref(store._context.provenance)]
        kept_out()
        before = walk.timeline.session
        walk.app.post_message(Reread())
        async with asyncio.timeout(20):
            while walk.timeline.session is before:
                await asyncio.sleep(0.01)
        del store, before
        await walk.drawn()
        await until_gone(walk, gone)


async def test_nodes_that_are_styled_again_leave_no_ring(kept_out):
    async with Walking() as walk:
        await walk.press("/")
        before = [
            ref(styles.base.node) for part in walk.screen.walk_children() for styles in part._component_styles.values()
        ]
        assert before
        kept_out()
        walk.app.refresh_css(animate=False)
        await walk.drawn()
        await until_gone(walk, before)


async def test_work_that_is_done_is_no_ring(kept_out):
    """Found by the soak: a hundred of them after 400 keys, each with the view that began it and what it had found."""
    async with Walking() as walk:
        worker: Worker[None] = walk.app.run_worker(asyncio.sleep(0))
        gone = ref(worker)
        await worker.wait()
        await walk.drawn()
        kept_out()
        del worker
        await until_gone(walk, [gone])


async def test_work_that_was_ended_holds_nothing(kept_out):
    """Found by the soak: each held the dossier it had asked, two of them after a thousand keys over files that were written."""

    class Asked:
        begun, go_on = threading.Event(), threading.Event()

        def work(self) -> None:
            self.begun.set()
            self.go_on.wait(10)

    async with Walking() as walk:
        asked = Asked()
        gone = ref(asked)
        worker = walk.app.run_worker(asked.work, thread=True)
        await asyncio.to_thread(asked.begun.wait, 10)
        worker.cancel()
        while not worker.is_finished:
            await asyncio.sleep(0.01)
        asked.go_on.set()
        await walk.drawn()
        kept_out()
        del worker, asked
        await until_gone(walk, [gone])


WORDS = [Segment("no "), Segment("line but this")]


@pytest.mark.parametrize("cuts", [[16], [2, 16], [16, 20], [2], []])
def test_a_line_is_cut_as_ever_and_is_gone_when_nobody_holds_it(cuts, kept_out):
    """Found by the soak: a dozen objects of every line that was ever drawn waited for the collector."""

    class Line(Strip):
        __slots__ = ("__weakref__",)

    leave_no_rings()
    line = Line(WORDS, 16)
    inside = [0, *(cut for cut in cuts if cut <= 16)]
    assert [part.text for part in line.divide(cuts)] == [line.text[a:b] for a, b in pairwise(inside)]
    kept_out()
    gone = ref(line)
    del line
    assert gone() is None


def test_what_a_cache_forgets_is_no_ring(kept_out):
    class Kept:
        pass

    leave_no_rings()
    cache: LRUCache[int, Kept] = LRUCache(8)
    for number in range(5):
        cache[number] = Kept()
    first = ref(cache[0])
    kept_out()
    cache.clear()
    assert first() is None
    cache[1] = kept = Kept()
    assert cache.get(1) is kept


UNCHANGED = """
from textual.cache import LRUCache
from textual.strip import Strip
before = Strip.divide, LRUCache.clear
import tui.app
print((Strip.divide, LRUCache.clear) == before)
tui.app.Explorer(None)
print((Strip.divide, LRUCache.clear) == before)
"""


def test_textual_is_as_it_was_until_there_is_an_explorer():
    done = subprocess.run([sys.executable, "-c", UNCHANGED], capture_output=True, check=True, text=True, cwd=ROOT)
    assert done.stdout.split() == ["True", "False"]


async def test_no_round_looks_through_a_dossier_while_all_names_are_compared(monkeypatch):
    """Found by the soak over 100 000 reports: rounds of up to 2.4 s while every report stood in memory."""
    collected: list[bool] = []
    monkeypatch.setattr("tui.screens.naming.suggest", lambda *_: collected.append(gc.isenabled()) or ())
    async with Walking() as walk:
        walk.screen.action_do("aliases")
        await walk.drawn()
        assert gc.isenabled()
    assert collected == [False]


async def test_a_view_that_is_gone_holds_nothing_of_what_it_showed():
    """Found by the soak over 100 000 reports: 29 000 discrepancies and all drawn lines of views that were gone waited for a round."""
    async with Walking() as walk:
        await walk.press("3", "j")
        gone = walk.screen
        canvases = [*gone.query(Canvas)]
        assert gone.flags()
        assert any(canvas._strips for canvas in canvases)
        await walk.press("q")
        assert gone.flags() == ()
        assert [(canvas._strips, canvas.drawing) for canvas in canvases] == [({}, Drawing())] * len(canvases)
