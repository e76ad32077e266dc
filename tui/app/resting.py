"""Has garbage collected while nobody presses or moves anything: a full round would stop a key for longer than any picture takes.
And sees to it that views that are gone are garbage.
"""

from __future__ import annotations

from contextlib import ExitStack, suppress

from textual._styles_cache import StylesCache
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.events import Event, InputEvent

from tui.core.collector import collect, collected_at_rest

REST = 1.0
"""Seconds without a key or the mouse after which a full round is done, once."""


class Resting(App[int]):
    """An app that collects garbage when it rests, from `rest` on until it ends."""

    def __init__(self) -> None:
        super().__init__()
        self._resting = ExitStack()
        self._inputs = self._inputs_before = self._inputs_collected = 0

    async def on_event(self, event: Event) -> None:
        """Count what is done to it."""
        if isinstance(event, InputEvent):
            self._inputs += 1
        await super().on_event(event)

    def rest(self) -> None:
        """From now on collect at rest; what is there stays."""
        self._resting.enter_context(collected_at_rest())
        self.set_interval(REST, self._look_for_rest)

    def on_unmount(self) -> None:
        """Collect as ever."""
        self._resting.close()

    def pop_screen(self) -> AwaitComplete:
        """Textual 8.2 remembers the colours of 1024 widgets, gone ones too, and with each whatever was drawn in it."""
        with suppress(AttributeError):
            StylesCache.get_inner_outer.cache_clear()
        return super().pop_screen()

    def _look_for_rest(self) -> None:
        if self._inputs == self._inputs_before != self._inputs_collected and collect():
            self._inputs_collected = self._inputs
        self._inputs_before = self._inputs
