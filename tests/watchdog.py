"""Records how long single steps hold the event loop: while one runs, no key is heard and nothing is painted."""

from __future__ import annotations

import asyncio
import time


class Watchdog:
    """`with Watchdog() as dog`: every step of every loop of this thread is timed until the end of the block."""

    def __init__(self) -> None:
        self.longest = 0.0
        """Seconds."""
        self.what = ""
        """The callback or task of the longest step."""

    def __enter__(self) -> Watchdog:
        self._run = run = asyncio.Handle._run

        def timed(handle: asyncio.Handle) -> None:
            start = time.perf_counter()
            run(handle)
            taken = time.perf_counter() - start
            if taken > self.longest:
                self.longest, self.what = taken, repr(handle)

        asyncio.Handle._run = timed  # type: ignore[method-assign]
        return self

    def __exit__(self, *error: object) -> None:
        asyncio.Handle._run = self._run  # type: ignore[method-assign]
