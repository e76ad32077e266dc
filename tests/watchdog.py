"""Records how long single steps hold the event loop: while one runs, no key is heard and nothing is painted."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable


class Watchdog:
    """`with Watchdog() as dog`: every step of every loop of this thread is timed until the end of the block."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self.longest = 0.0
        """Seconds."""
        self.what = ""
        """The callback or task of the longest step."""

    def __enter__(self) -> Watchdog:
        self._run, clock = asyncio.Handle._run, self._clock
        run = self._run

        def timed(handle: asyncio.Handle) -> None:
            start = clock()
            run(handle)
            taken = clock() - start
            if taken > self.longest:
                self.longest, self.what = taken, _named(handle)

        asyncio.Handle._run = timed  # type: ignore[method-assign]
        return self

    def __exit__(self, *error: object) -> None:
        asyncio.Handle._run = self._run  # type: ignore[method-assign]


def _named(handle: asyncio.Handle) -> str:
    task = getattr(handle._callback, "__self__", None)  # type: ignore[attr-defined]
    return f"{task.get_name()}, {handle!r}" if isinstance(task, asyncio.Task) else repr(handle)
