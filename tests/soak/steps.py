"""How long the steps of an event loop hold it, and in what: the longest by name, and how many take longer than a frame.

A step is timed on three clocks. Its thread's: the work it does itself. The process's: its own and that of the other threads
that ran beside it, which it may have had to wait for. The wall's: all of it, and whatever else the machine did meanwhile.
What a long step was in is looked up while it lasts, on the signal of a timer: from another thread Python 3.11 now and then
gives what is no frame. Rounds of the garbage collector count by themselves, too.
"""

from __future__ import annotations

import asyncio
import gc
import signal
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import get_ident
from types import FrameType

FRAME = 0.016
"""Seconds."""
FRAME_HERE = 0.022
"""The same on a machine 1.4 times as slow as the one the goals were set for, where this was run."""
DOORS = ("app/early_keys", "app/tidying", "screens/base.ExplorerScreen.action_do")
"""Every key goes through them."""
LOOK = 0.008
"""Seconds between two looks at what a step is in."""


@dataclass(slots=True)
class Held:
    """Of all long steps of a name."""

    steps: int = 0
    """Longer than a frame on the clock of their thread."""
    all: float = 0.0
    """Seconds of the thread's clock that these took together."""
    waited: int = 0
    """Longer than a frame on the wall's clock only, while this process worked for longer than a frame."""
    longest: float = 0.0
    """Seconds of the thread's clock."""
    wall: float = 0.0
    """Seconds of the wall's clock of the one that took longest on it."""
    key: str = ""
    """What was pressed before the longest."""


class Steps:
    """The steps of a loop: those inside of `with steps.timed()`."""

    def __init__(self) -> None:
        self.key = ""
        """What was pressed last, where."""
        self.count = 0
        self.over = self.over_here = self.waited = self.late = 0
        """Longer than a frame: in themselves, likewise than `FRAME_HERE`; with other threads of the process; only because the
        machine was busy."""
        self.longest = 0.0
        self.names: defaultdict[str, Held] = defaultdict(Held)
        self.rounds = [0, 0, 0]
        """Of the collector in the thread of the loop, by generation."""
        self.longest_round = [0.0, 0.0, 0.0]
        self._began = self._round = self._looked = 0.0
        self._seen: dict[str, int] = {}
        self._thread = 0

    @contextmanager
    def timed(self) -> Iterator[None]:
        """Time every step of every loop of this thread, but those of the task that asks for it: it presses the keys."""
        run, driver, wall, own, of_us = (
            asyncio.Handle._run,
            asyncio.current_task(),
            time.perf_counter,
            time.thread_time,
            time.process_time,
        )
        self._thread = get_ident()

        def timed(handle: asyncio.Handle) -> None:
            if getattr(handle._callback, "__self__", None) is driver:  # type: ignore[attr-defined]
                run(handle)
                return
            self._began, mine, ours = wall(), own(), of_us()
            run(handle)
            began, self._began = self._began, 0.0
            took = wall() - began
            self.count += 1
            if took > FRAME:
                self._noted(handle, began, took, own() - mine, of_us() - ours)

        asyncio.Handle._run = timed  # type: ignore[method-assign]
        gc.callbacks.append(self._collecting)
        before = signal.signal(signal.SIGALRM, self._look)
        signal.setitimer(signal.ITIMER_REAL, LOOK, LOOK)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
            asyncio.Handle._run = run  # type: ignore[method-assign]
            gc.callbacks.remove(self._collecting)

    def _noted(self, handle: asyncio.Handle, began: float, took: float, mine: float, ours: float) -> None:
        seen = self._seen if self._looked == began else {}
        if ours <= FRAME:
            self.late += 1
            return
        held = self.names[max(seen, key=seen.__getitem__, default="") or _named(handle)]
        held.wall = max(held.wall, took)
        if mine <= FRAME:
            self.waited += 1
            held.waited += 1
            return
        self.over += 1
        self.over_here += mine > FRAME_HERE
        held.steps += 1
        held.all += mine
        self.longest = max(self.longest, mine)
        if mine > held.longest:
            held.longest, held.key = mine, self.key

    def _collecting(self, phase: str, about: dict[str, int]) -> None:
        if get_ident() != self._thread or not self._began:
            return
        if phase == "start":
            self._round = time.thread_time()
        else:
            generation, took = about["generation"], time.thread_time() - self._round
            self.rounds[generation] += 1
            self.longest_round[generation] = max(self.longest_round[generation], took)

    def _look(self, _: int, frame: FrameType | None) -> None:
        if not self._began:
            return
        if self._began != self._looked:
            self._looked, self._seen = self._began, {}
        where = _where(frame)
        self._seen[where] = self._seen.get(where, 0) + 1

    def slowest(self, most: int) -> list[str]:
        """The names whose steps held the loop longest, in words."""
        return self._told(sorted(self.names.items(), key=lambda item: -item[1].longest)[:most])

    def commonest(self, most: int) -> list[str]:
        """The names of which most steps were longer than a frame, in words."""
        return self._told(sorted(self.names.items(), key=lambda item: -item[1].steps)[:most])

    def _told(self, worst: list[tuple[str, Held]]) -> list[str]:
        return [
            f"{1000 * held.longest:.0f} ms ({1000 * held.wall:.0f} wall), {held.steps} over a frame ({1000 * held.all:.0f} ms) "
            f"and {held.waited} waiting: "
            f"{name} [{held.key}]" for name, held in worst
        ]  # fmt: skip


def _where(frame: FrameType | None) -> str:
    """What handles the key or message, and the last of our functions on the way to what runs; Textual's where none is ours."""
    ours, theirs = list[str](), list[str]()
    while frame is not None:
        file = frame.f_code.co_filename
        if "/tui/" in file:
            ours.append(_told(frame))
        elif "/textual/" in file and not file.endswith("message_pump.py"):
            theirs.append(_told(frame))
        frame = frame.f_back
    handlers = [name for name in reversed(ours) if not name.startswith(DOORS)]
    return " > ".join(dict.fromkeys([*handlers[:1], *ours[:1]] if ours else theirs[:-4:-1]))


def _told(frame: FrameType) -> str:
    file = "/".join(frame.f_code.co_filename.rsplit("/", 2)[-2:])
    return f"{file.removesuffix('.py')}.{frame.f_code.co_qualname}"


def _named(handle: asyncio.Handle) -> str:
    task = getattr(handle._callback, "__self__", None)  # type: ignore[attr-defined]
    return task.get_name() if isinstance(task, asyncio.Task) else repr(handle)[:120]
