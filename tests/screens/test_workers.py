"""Workers are named by hand where their arguments hold a dossier: Textual would write it out for every key."""

from __future__ import annotations

import asyncio
from threading import Event

import pytest

from tests.scenarios import SUMMER
from tests.walking import Walking, dossier
from tui.index.store import Store
from tui.widgets.canvas import Canvas


@pytest.mark.parametrize(
    "keys", [("G", "g", "pagedown"), ("7", "j", "j"), ("4", "}"), ("5", "j", "l"), ("x", "escape"), ("f",)]
)
async def test_no_worker_is_described_at_length(keys, monkeypatch):
    told = []
    async with Walking(lambda: dossier(SUMMER)) as walk:
        began = walk.app.workers._new_worker
        monkeypatch.setattr(
            walk.app.workers,
            "_new_worker",
            lambda work, node, **how: told.append(len(how["description"])) or began(work, node, **how),
        )
        await walk.press(*keys)
    assert max(told, default=0) < 20_000


@pytest.mark.parametrize("key", ["3", "4", "5", "6", "7", "a", "f", "&"])
async def test_a_worker_may_come_back_while_its_view_loses_one_part_after_the_other(key, monkeypatch):
    """Found by a benchmark on a busy machine: view 5 was left while its matrix was counted again, and the explorer ended."""
    back = []
    async with Walking(lambda: dossier(SUMMER)) as walk:
        comes, detach = walk.app.call_from_thread, Canvas._detach
        monkeypatch.setattr(
            walk.app, "call_from_thread", lambda told, *args: back.append((told, args)) or comes(told, *args)
        )
        await walk.press(key)
        assert back or key == "4"  # where few texts are compared no thread does it

        def detached(canvas):
            detach(canvas)
            for told, args in back:
                told(*args)

        monkeypatch.setattr(Canvas, "_detach", detached)
        view = walk.screen
        await walk.press("escape")
        assert view is not walk.screen


async def test_what_is_agreed_is_judged_no_further_once_the_view_was_left(monkeypatch):
    """Found by the soak over 100 000 reports: it was judged for minutes after the explorer had been left, which waited for it."""
    event, judged, begun, left = Store.event, list[str](), Event(), Event()

    def slowly(store, event_id, keep):
        judged.append(event_id)
        begun.set()
        left.wait(10)
        return event(store, event_id, keep)

    async with Walking(lambda: dossier(SUMMER)) as walk:
        await walk.press("3")
        monkeypatch.setattr(Store, "event", slowly)
        walk.screen._read_list(True, ())
        await asyncio.to_thread(begun.wait, 10)
        await walk.hurry("q")
        assert walk.screen is walk.timeline
        left.set()
        await walk.drawn()
    assert len(judged) == 1
