"""What the next key may show is asked for in a thread while the picture stands still."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from tests.fake_store import FakeStore, ManyEvents
from tests.steps import Steps
from tests.walking import Walking, seen
from tui.index.opening import open_dossier
from tui.index.store import Store
from tui.screens.timeline import TimelineScreen
from tui.view import timeline
from tui.view.units import Unit
from tui.widgets.canvas import Canvas

DATA = Path(__file__).parents[2] / "data"


class Noting(ManyEvents):
    """Notes what the loop itself has to ask for."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = threading.current_thread()
        self.asked: list[int] = []
        self.ahead: set[int] = set()
        self.at_once = 0

    def page(self, keep, start, count):
        if threading.current_thread() is self.loop:
            self.asked += range(start, start + count)
            self.at_once = max(self.at_once, count)
        else:
            self.ahead.add(start)
        return super().page(keep, start, count)


async def test_of_the_events_a_larger_terminal_shows_each_is_judged_in_a_step_of_its_own(monkeypatch):
    """Found by the soak over a summer of 2016: up to 200 ms for 60 events more."""
    monkeypatch.setattr("tui.screens.pages._STILL", 60)
    store = Noting()
    async with Walking(lambda: store, size=(150, 40)) as walk:
        before = len(walk.timeline.rows())
        store.at_once = 0
        await walk.pilot.resize_terminal(200, 90)
        await walk.drawn()
        assert len(walk.timeline.rows()) > before
        assert store.at_once == 1


async def test_for_the_selected_event_no_other_is_judged(monkeypatch):
    """Found by the soak over 100 000 reports: 71 ms for all in view, for a key that wanted one."""
    monkeypatch.setattr("tui.screens.pages._STILL", 60)
    store = Noting()
    async with Walking(lambda: store) as walk:
        store.asked.clear()
        walk.timeline.state = walk.timeline.state.last()
        assert (walk.timeline.row.position, store.asked) == (store.size - 1, [store.size - 1])


async def test_how_far_the_events_before_reach_is_asked_once_for_all_in_view(monkeypatch):
    """Found by the soak over 100 000 reports: under a filter that leaves pauses everywhere a page asked for 50 ms, an event at a
    time."""
    asked, reaches = list[tuple[int, int]](), FakeStore.reaches
    monkeypatch.setattr(
        FakeStore, "reaches", lambda store, keep, *rest: asked.append(rest) or reaches(store, keep, *rest)
    )
    monkeypatch.setattr("tui.view.pauses.PAUSE", dict.fromkeys(Unit, 0))
    async with Walking(FakeStore) as walk:
        asked.clear()
        walk.timeline.forget()
        count = sum(words is not None for words in walk.timeline.between(walk.timeline.state).words)
        assert (count > 3, len(asked)) == (True, 1)


@pytest.mark.parametrize("keys", ["w", "ww", "G", "g", ["pagedown"], ["pageup"], ["ctrl+d"], ["k"], "j"])
async def test_after_a_moment_of_rest_a_key_asks_for_nothing(keys):
    store = Noting()
    async with Walking(lambda: store) as walk:
        async with asyncio.timeout(20):
            while store.size - 1 not in store.ahead:
                await asyncio.sleep(0.05)
        await walk.drawn()
        store.asked.clear()
        await walk.press(*keys)
        assert store.asked == []


async def test_of_few_events_all_are_judged_after_a_moment_of_rest(monkeypatch):
    """Found by the soak over a summer of 2016: 18 ms for an event of two dozen reports that a key led to."""
    judged, row = list[int](), Store._row
    monkeypatch.setattr(Store, "_row", lambda *asked: judged.append(1) or row(*asked))
    async with Walking(lambda: open_dossier([str(DATA / "syria-summer-2016")])) as walk:
        async with asyncio.timeout(20):
            while len(judged) < walk.timeline.state.rows.count:
                await asyncio.sleep(0.05)
        await walk.drawn()
        judged.clear()
        await walk.press("t", *"qamishli-27-july", "enter", "]", "]", "G", "g")
        assert judged == []


async def test_nothing_is_asked_ahead_while_one_moves(monkeypatch):
    monkeypatch.setattr("tui.screens.pages._STILL", 60)
    store = Noting()
    async with Walking(lambda: store) as walk:
        await walk.press("j", "j", "pagedown")
        assert store.ahead == set()


async def test_nothing_is_asked_of_a_view_that_is_leaving():
    async with Walking() as walk:
        await walk.timeline.query("*").remove()
        walk.timeline._look_ahead()


@pytest.mark.parametrize("keys", ["j", ["2", *"}" * 12], ["4", *"}" * 12]])
async def test_what_is_in_view_is_judged_by_the_thread_that_reads_the_files_again(monkeypatch, keys):
    """Found by the soak over the demo: the picture after each writing held the loop for 30 to 70 ms."""
    loop, judged, row = threading.current_thread(), [], Store._row

    def noting(store, position, number):
        judged.append(threading.current_thread() is loop)
        return row(store, position, number)

    async with Walking(lambda: open_dossier([str(DATA / "syria-summer-2016")])) as walk:
        monkeypatch.setattr(Store, "_row", noting)
        monkeypatch.setattr("tui.screens.pages._STILL", 60)
        await walk.press(*keys)
        judged.clear()
        walk.app.read_files()
        await walk.drawn()
    assert set(judged) == {False}


@pytest.mark.parametrize("key", ["pagedown", "G", "ctrl+d"])
async def test_each_event_is_judged_in_a_step_of_its_own_and_all_are_drawn_in_another(key, monkeypatch):
    monkeypatch.setattr("tui.screens.pages._STILL", 60)
    store, asked, drawn = ManyEvents(), [], []
    async with Walking(lambda: store) as walk:
        with Steps() as steps:
            page, draw = store.page, TimelineScreen.draw
            monkeypatch.setattr(store, "page", lambda *args: asked.append(steps.now) or page(*args))
            monkeypatch.setattr(TimelineScreen, "draw", lambda self: drawn.append(steps.now) or draw(self))
            await walk.press(key)
        assert len(asked) > 1
        assert len(asked) == len(set(asked))
        assert drawn
        assert set(asked).isdisjoint(drawn)
        assert walk.timeline.row.verdict.title in seen(walk.app)


@pytest.mark.parametrize("key", ["pagedown", "w", "j"])
async def test_what_takes_long_is_drawn_band_by_band_and_put_on_the_screen_whole(key, monkeypatch):
    """Found by the watchdog at 200 × 50: a page never drawn before held the loop for 24 ms."""
    drawn, put = [], []
    async with Walking() as walk:
        monkeypatch.setattr("tui.screens.pages._MOMENT", -1)
        with Steps() as steps:
            band, show = timeline.band, Canvas.watch_drawing
            monkeypatch.setattr(
                timeline, "band", lambda *args, **named: drawn.append(steps.now) or band(*args, **named)
            )
            monkeypatch.setattr(
                Canvas, "watch_drawing", lambda canvas, old, new: put.append(steps.now) or show(canvas, old, new)
            )
            await walk.press(key)
        assert len(drawn) > 1
        assert len(drawn) == len(set(drawn))
        assert len(put) > 1
        assert len(set(put)) == 1


async def test_the_density_of_a_stretch_is_counted_a_piece_at_a_time(monkeypatch):
    """Found by the watchdog: of a decade of 100 000 reports it held the loop for 40 ms."""
    store, counted = ManyEvents(), []

    def noted(*args, **named):
        for bar in 5 * list(between(*args, **named)):
            counted.append(steps.now)
            yield bar

    between = store.density_between
    monkeypatch.setattr(store, "density_between", noted)
    async with Walking(lambda: store) as walk:
        monkeypatch.setattr("tui.screens.pages._MOMENT", -1)
        with Steps() as steps:
            await walk.press("z")
        assert len(counted) > 1
        assert len(counted) == len(set(counted))


async def test_an_event_that_is_no_more_there_is_not_waited_for(monkeypatch):
    monkeypatch.setattr("tui.screens.pages._STILL", 60)
    store = ManyEvents()
    async with Walking(lambda: store) as walk:
        drawn, draw = [], TimelineScreen.draw
        monkeypatch.setattr(TimelineScreen, "draw", lambda self: drawn.append(self.state.rows.cursor) or draw(self))
        monkeypatch.setattr(store, "page", lambda *args: ())
        await walk.press("G")
        assert drawn == [store.size - 1]


async def test_keys_faster_than_events_are_judged_lead_to_where_the_last_one_leads(monkeypatch):
    monkeypatch.setattr("tui.screens.pages._STILL", 60)
    store = ManyEvents()
    async with Walking(lambda: store) as walk:
        at = walk.timeline.state.rows.cursor
        page = walk.timeline.state.rows.page
        await walk.hurry("pagedown", "pagedown", "pagedown")
        await walk.drawn()
        assert walk.timeline.state.rows.cursor > at + page
        assert walk.timeline.row.verdict.title in seen(walk.app)
        assert not walk.timeline._to_draw
