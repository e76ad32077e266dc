"""Records how long single steps hold the event loop: while one runs, no key is heard and nothing is painted.

Every walk of the tests records the worst step of each key in each view, in processor time of the loop's thread, and the end of the
run prints the worst of all. Nothing is asserted of them: how long a step takes is the machine's as much as ours. Every key there
is, in every view, is measured by `tests/benchmarks/bench_steps.py`.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

WORST: dict[str, tuple[float, str]] = {}
"""Of each view and key ("timeline j"): seconds and name of the longest step it led to in any walk."""


def recorded(key: str, seconds: float, what: str) -> None:
    """Remember the step where it is the longest of its key."""
    if seconds > WORST.get(key, (0.0, ""))[0]:
        WORST[key] = seconds, what


def told(most: int) -> list[str]:
    """The worst steps in words, longest first."""
    worst = sorted(WORST.items(), key=lambda item: -item[1][0])[:most]
    return [f"{seconds * 1000:6.0f} ms  {key:<24} {what[:86]}" for key, (seconds, what) in worst]


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
