"""The explorer without a terminal: what it looks like after some keys."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.worker import WorkerCancelled

from tui.app.explorer import Explorer
from tui.screens.opening import OpeningScreen

if TYPE_CHECKING:
    from tui.core.filters import Filter
    from tui.index.store import Store

_LINKS = 3
"""Pauses after which nothing is read: what a view has read leads it to read on, the agreement of all, then where two clash."""


def picture(
    open_store: Callable[[], Store],
    *,
    size: tuple[int, int] = (120, 36),
    press: Iterable[str] = (),
    theme: str | None = None,
    ascii_only: bool = False,
    keep: Filter | None = None,
) -> str:
    """The explorer as SVG after the keys were pressed, without a terminal. `size` is columns and rows.

    Raises RashomonError when the dossier cannot be opened.
    """
    return asyncio.run(
        _picture(Explorer(open_store, ascii_only=ascii_only, theme=theme, keep=keep), size, tuple(press))
    )


async def _picture(app: Explorer, size: tuple[int, int], press: tuple[str, ...]) -> str:
    async with app.run_test(size=size, notifications=True) as pilot:
        await opened(app)
        await pilot.pause()
        while _waits(app):
            # The view is pushed by a message of its own, which on a busy machine comes later than a pause lasts.
            await pilot.pause()
        for key in press:
            await pilot.press(key)
            await pilot.pause()
        quiet = 0
        while quiet < _LINKS:  # on a busy machine a view comes later than a pause lasts, and begins to read then
            quiet = 0 if app.workers else quiet + 1
            await opened(app)
            await pilot.pause()
        return app.export_screenshot(title="rashomon")


def _waits(app: Explorer) -> bool:
    """Whether the first view is still to come, or still to be drawn."""
    if isinstance(app.screen, OpeningScreen):
        return not app.screen.failed
    return not any(strip.text.strip() for strip in app.screen._compositor.render_strips())


async def opened(app: Explorer) -> None:
    """Wait until the dossier is open, or could not be."""
    while app.workers:
        # A worker that a newer one replaced has ended too; the newer one is waited for in the next round.
        with suppress(WorkerCancelled):
            await app.workers.wait_for_complete()
        await asyncio.sleep(0)
    await asyncio.sleep(0)
