"""Takes apart what Textual 8.2 leaves in rings: views, windows and workers that are gone, lines, caches. Every ring with all that it
holds waits for a full round of the collector, and a full round stops everything. To import it changes nothing of Textual.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import Any

from textual.cache import LRUCache
from textual.css.styles import RenderStyles
from textual.screen import Screen
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import Worker
from textual.worker_manager import WorkerManager


class Workers(WorkerManager):
    """Workers that let go of all they worked with when they are done: their task and what ended them know of them, and the thread
    they ran in until it does other work.
    """

    def _remove_worker(self, worker: Worker[object]) -> None:
        super()._remove_worker(worker)
        worker._task, worker._work, worker._node = None, _done, self._app


async def _done() -> None:
    """What a worker has left to do that is done."""


class Remains:
    """Parts that are about to go."""

    def __init__(self, nodes: Iterable[Widget]) -> None:
        self._tasks = [node._task for node in nodes if node._task is not None]
        self._parts = [part for node in nodes for part in _with_bars(node)]
        self._roles = [styles for part in self._parts for styles in part._component_styles.values()]

    async def taken_apart(self) -> None:
        """Once they are gone."""
        here = asyncio.current_task()
        await asyncio.gather(*(task for task in self._tasks if task is not here), return_exceptions=True)
        for styles in self._roles:
            let_go(styles)
        for part in self._parts:
            _take_apart(part)


def _with_bars(node: Widget) -> list[Widget]:
    """It and all below, also the scroll bars, which are among nobody's children."""
    parts = [part for part in node.walk_children(with_self=True) if isinstance(part, Widget)]
    return [*parts, *(bar for part in parts for bar in part._get_virtual_dom())]


def _take_apart(part: Widget) -> None:
    let_go(part.styles)
    part._layout_cache.clear()
    part._styles_cache.clear()
    for kept in vars(part).values():
        if isinstance(kept, Timer):
            kept._callback = None
        elif isinstance(kept, LRUCache):
            kept.clear()
    if isinstance(part, Screen):
        part._compositor.clear()
        part._compositor.root = None
        part._layout_widgets.clear()


def let_go(styles: RenderStyles) -> None:
    """Styles know whose they are, and are known by it."""
    styles.base.node = styles.inline.node = None


_divide, _clear = Strip.divide, LRUCache.clear


def _divided(line: Strip, cuts: Iterable[int]) -> Sequence[Strip]:
    """The parts between the cuts. Textual keeps with a line what it was cut into, and where it was not cut that is the line itself:
    more than a dozen objects for every line that was ever drawn.
    """
    inside = [cut for cut in cuts if cut <= line.cell_length]
    return [line] if inside == [line.cell_length] else _divide(line, inside)


def _cleared(cache: LRUCache[Any, Any]) -> None:
    """Forget all of it. What is in it is chained, each to the one before and the one behind."""
    chained = tuple(cache._cache.values())
    _clear(cache)
    for link in chained:
        link.clear()


def leave_no_rings() -> None:
    """From now on lines and caches that Textual makes for itself, of which none of ours can be a class of its own, leave no rings."""
    Strip.divide = _divided  # type: ignore[assignment, method-assign]
    LRUCache.clear = _cleared  # type: ignore[assignment, method-assign]
