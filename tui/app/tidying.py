"""Has garbage collected in rounds so small that no key waits for one, and leaves little to collect: what Textual leaves of views that
are gone is taken apart.
"""

from __future__ import annotations

from contextlib import ExitStack, suppress
from time import monotonic

from textual._styles_cache import StylesCache
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.await_remove import AwaitRemove
from textual.dom import DOMNode
from textual.events import Event, InputEvent
from textual.widget import Widget

from tui.core.collector import collect, collect_all, collected_when_asked
from tui.widgets.remains import Remains, Workers, leave_no_rings

EVERY = 0.25
"""Seconds between two looks at how much was made since the last round."""
STILL = 10.0
"""Seconds without a key, after which a tenth of one is missed by nobody."""
WORTH = 50
"""Small rounds after which one over everything is worth it: what was in a ring when it was kept out is given back by no other."""


class Tidying(App[int]):
    """An app that collects garbage a little at a time, from `tidy` on until it ends."""

    def __init__(self) -> None:
        super().__init__()
        leave_no_rings()
        self._workers = Workers(self)
        self._tidying = ExitStack()
        self._rounds, self._heard = 0, monotonic()

    async def on_event(self, event: Event) -> None:
        """Somebody is there."""
        if isinstance(event, InputEvent):
            self._heard = monotonic()
        await super().on_event(event)

    def tidy(self) -> None:
        """From now on collect; what is there stays."""
        self._tidying.enter_context(collected_when_asked())
        self.set_interval(EVERY, self._tidied)

    def _tidied(self) -> None:
        self._rounds += bool(collect())
        if self._rounds >= WORTH and monotonic() > self._heard + STILL:
            self._rounds = 0
            collect_all()

    def on_unmount(self) -> None:
        """Collect as ever."""
        self._tidying.close()

    def pop_screen(self) -> AwaitComplete:
        """Textual 8.2 remembers the colours of 1024 widgets, gone ones too, and with each whatever was drawn in it."""
        with suppress(AttributeError):
            StylesCache.get_inner_outer.cache_clear()
        return super().pop_screen()

    # Textual's own, which everything goes through that is taken away: here it learns what there is to take apart.

    def _prune(self, *nodes: Widget, parent: DOMNode | None = None) -> AwaitRemove:
        remains = Remains(nodes)
        removed = super()._prune(*nodes, parent=parent)
        self.call_next(remains.taken_apart)
        return removed
