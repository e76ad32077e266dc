"""Random keys for as long as one likes: the explorer must neither raise, nor grow, nor hold its loop for long.

`python tests/soak/run.py --minutes 60 --seed 1` walks through a copy of the demo and writes into it, too;
`--reports 100000` walks through a generated dossier instead, and writes nothing. A line of JSON a minute, and one at the end
with the slowest steps of the event loop; exits with 1 where something was raised. Every key follows from the seed and the
screens it met, so `--presses N` with the seed of a failure does it again.

Steps are timed on the processor's clock of their thread: a busy machine makes them no longer.
"""

# ruff: noqa: T201 - a driver that prints its record

from __future__ import annotations

import argparse
import asyncio
import heapq
import json
import os
import shutil
import sys
import tempfile
import time
import traceback
from collections import deque
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.generated import write
from tests.walking import Walk, Walking
from tests.watchdog import Watchdog
from tui.app import Explorer
from tui.index import kept
from tui.index.opening import open_dossier
from tui.screens.desk import Desk
from tui.screens.timeline import TimelineScreen
from tui.view.actions import ACTIONS

ROOT = Path(__file__).parents[2]
TYPED = ("a", "e", "2", "0", " ", "enter", "enter", "enter", "escape", "escape", "escape", "tab", "shift+tab", "ctrl+s", "backspace",
         "up", "down", "down",
         "left", "right", "pagedown", "home", "end", "ü", "本", ":", ",", "delete", "ctrl+a", "ctrl+k")  # fmt: skip
SIZES = ((80, 24), (120, 36), (200, 50), (40, 12), (20, 5), (300, 90))
SETTLED = 3.0
"""Minutes after which memory counts."""
SLOWEST = 12
KEYS = (*(key for action in ACTIONS for key in action.keys), *TYPED)


class Tame(Explorer):
    """An explorer that starts no editor and no browser."""

    CSS_PATH = ROOT / "tui" / "app.tcss"

    def suspend(self):
        return nullcontext()

    def open_url(self, *_: object, **__: object) -> None:
        pass


class Record:
    """What is told."""

    def __init__(self, seed: int) -> None:
        self.seed, self.presses, self.resized, self.starts = seed, 0, 0, 0
        self.began = 0.0
        """When the dossier was open."""
        self.told = 0
        self.slow: list[tuple[float, str]] = []
        self.over_frame = 0
        self.base = self.most = 0.0
        self.last: deque[str] = deque(maxlen=80)

    @property
    def minutes(self) -> float:
        """Since the dossier was open."""
        return (time.monotonic() - self.began) / 60 if self.began else 0.0

    def goes_on(self, minutes: float, presses: int) -> bool:
        """Whether there is time left; tells a line a minute."""
        if self.minutes >= self.told + 1:
            self.told = int(self.minutes)
            self.line()
        return self.presses < presses and self.minutes < minutes

    def step(self, dog: Watchdog, key: str, screen: str) -> None:
        """Note the longest step of a key."""
        self.over_frame += dog.longest > 1 / 60
        told = f"{key} on {screen}: {dog.what[:160]}"
        (heapq.heappush if len(self.slow) < SLOWEST else heapq.heappushpop)(self.slow, (dog.longest, told))

    def line(self, **more: object) -> None:
        """A line of the record."""
        now = resident()
        if self.minutes >= SETTLED:
            self.base = self.base or now
            self.most = max(self.most, now)
        growth = round(100 * (self.most / self.base - 1), 1) if self.base else None
        told = {
            "minute": round(self.minutes, 1), "presses": self.presses, "resized": self.resized, "starts": self.starts, "MB": round(now),
            "growth %": growth, "over a frame": self.over_frame, "longest ms": round(1000 * max(self.slow, default=(0.0,))[0]),
        }  # fmt: skip
        print(json.dumps(told | more), flush=True)


def resident() -> float:
    """Megabytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 1e6


async def soak(folder: Path, record: Record, minutes: float, presses: int, *, writes: bool) -> None:
    """Press keys until the time is over or so many were pressed. Raises whatever the explorer does."""
    random = Random(record.seed)
    desk = Desk(kept=folder.parent / "kept")
    options = {"desk": lambda: desk, "files": partial(kept.state, [str(folder)])} if writes else {"read_only": True}
    while record.goes_on(minutes, presses):
        record.starts += 1
        async with Walking(partial(open_dossier, [str(folder)]), made=Tame, **options) as walk:
            record.began = record.began or time.monotonic()
            while record.goes_on(minutes, presses) and walk.app.is_running:
                await one_key(walk, random, record)


async def one_key(walk: Walk, random: Random, record: Record) -> None:
    """Press a key, and note the longest step it took."""
    key, screen = random.choice(KEYS), type(walk.app.screen).__name__
    if isinstance(walk.app.screen, TimelineScreen) and key == "q":
        return
    with Watchdog(clock=time.thread_time) as dog:
        if random.random() < 0.01:
            await walk.pilot.resize_terminal(*random.choice(SIZES))
            record.resized += 1
        record.last.append(key)
        record.presses += 1
        await walk.press(key)
    record.step(dog, key, screen)


def main() -> int:
    """Walk, tell, and end with 1 where something was raised."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--presses", type=int, default=sys.maxsize)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reports", type=int, default=0, help="walk through a generated dossier of so many")
    options = parser.parse_args()
    record = Record(options.seed)
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(
            {"EDITOR": "true"} | {f"XDG_{name}_HOME": f"{home}/{name}" for name in ("STATE", "CACHE", "CONFIG")}
        )
        folder = Path(home) / "dossier"
        if options.reports:
            write(folder, options.reports)
        else:
            shutil.copytree(ROOT / "data" / "al-bukamal", folder)
        os.chdir(home)
        wrong = ""
        try:
            asyncio.run(soak(folder, record, options.minutes, options.presses, writes=not options.reports))
        except BaseException:  # noqa: BLE001 - whatever it is, it is what is looked for
            wrong = traceback.format_exc(limit=-12)
        slowest = [f"{1000 * seconds:.0f} ms {what}" for seconds, what in sorted(record.slow, reverse=True)]
        record.line(
            seed=options.seed, slowest=slowest, **({"wrong": wrong, "last": list(record.last)} if wrong else {})
        )
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
