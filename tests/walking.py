"""An explorer without a terminal, walked through key by key: `async with Walking(store) as walk`."""

from __future__ import annotations

import asyncio
import time
from functools import cache
from pathlib import Path

from textual import events
from textual.keys import _character_to_key

from tests.fake_store import FakeStore
from tests.watchdog import Watchdog, recorded
from tui.app import Explorer
from tui.app.picture import opened
from tui.index.opening import open_dossier
from tui.screens.timeline import TimelineScreen


@cache
def dossier(path: Path):
    """A dossier of the repository, read once."""
    return open_dossier([str(path)])


def seen(app: Explorer) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


class Walk:
    """An explorer being walked through."""

    def __init__(self, app: Explorer, pilot) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> Walk:
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else {"space": "space"}.get(key, key)
            character = key if len(key) == 1 else {"space": " "}.get(key)
            view = type(self.app.screen).__name__.removesuffix("Screen").lower()
            with Watchdog(time.thread_time) as dog:
                self.app.post_message(events.Key(name, character))
                await self.settle()
                # A list that is still being counted has no rows to walk yet.
                await self.drawn()
            recorded(f"{view} {key}", dog.longest, dog.what)
        return self

    async def hurry(self, *keys: str) -> None:
        """Press keys without waiting for what is still being counted."""
        for key in keys:
            self.app.post_message(
                events.Key(_character_to_key(key) if len(key) == 1 else key, key if len(key) == 1 else None)
            )
        await self.settle()

    async def begun(self) -> None:
        """Until the first view stands, or says why there is none; on a busy machine that may come after the workers are done."""
        for _ in range(600):
            views = [screen for screen in self.app.screen_stack if isinstance(screen, TimelineScreen)]
            if getattr(self.app.screen, "failed", False) or (views and views[0].is_mounted):
                break
            await asyncio.sleep(1 / 60)
        await self.pilot.pause()

    async def drawn(self) -> None:
        """Until workers are done and what they changed stands on the screen."""
        await opened(self.app)
        await self.pilot.pause()

    async def shows(self, *words: str) -> str:
        """The screen once all these words stand on it; a busy machine may take several beats to paint a new view."""
        for _ in range(600):
            shown = seen(self.app)
            if all(word in shown for word in words):
                return shown
            await self.drawn()
            await asyncio.sleep(1 / 60)
        raise AssertionError(f"{[word for word in words if word not in shown]} not in\n{shown}")

    def told(self) -> str:
        """What stands in the messages at the edge of the screen, unbroken."""
        return "\n".join(notification.message for notification in self.app._notifications)

    async def settle(self) -> None:
        """Until every queue is empty; `Pilot.press` waits for an idle processor instead, which takes long on a busy machine."""
        quiet = 0
        while quiet < 3 and self.app._exception is None:
            await asyncio.sleep(0)
            pumps = [self.app, *self.app.screen_stack, *self.app.screen.walk_children()]
            quiet = 0 if any(pump.message_queue_size for pump in pumps) else quiet + 1

    @property
    def screen(self):
        return self.app.screen

    @property
    def timeline(self) -> TimelineScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, TimelineScreen))

    @property
    def at(self) -> str:
        return self.timeline.row.verdict.id


class Walking:
    """`async with Walking(store) as walk`."""

    def __init__(self, store=FakeStore, size=(120, 36), made=Explorer, **options) -> None:
        self.app = made(store, **options)
        # A word at the edge of the screen stays until the test has looked: a busy machine takes longer than it would stand.
        notify = self.app.notify
        self.app.notify = lambda *words, **how: notify(*words, **how | {"timeout": 600})
        self._context = self.app.run_test(size=size, notifications=True)

    async def __aenter__(self) -> Walk:
        pilot = await self._context.__aenter__()
        walk = Walk(self.app, pilot)
        await walk.drawn()
        await walk.begun()
        return walk

    async def __aexit__(self, *error) -> None:
        await self._context.__aexit__(*error)
