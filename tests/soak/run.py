"""Random keys for as long as one likes: the explorer must neither raise, nor grow, nor hold its loop for long.

`python tests/soak/run.py --minutes 60 --seed 1` walks through a copy of the demo (of another folder of `data` with `--data`)
and writes into it, too; `--reports 100000` walks through a generated dossier instead, and writes nothing; with `--kept FOLDER`
it and its index are there the next time. A line of JSON a minute, and one at the end with the slowest steps of the event loop
(see `steps`); exits with 1 where something was raised. Every key follows from the seed and the screens it met, so `--presses N`
with the seed of a failure does it again, as far as threads do.

Every view is opened once before it begins. Memory is told as the system sees it, and what of it is left once garbage is
collected and the allocator has given back what it holds for later; besides, what Python's own values take of it, for the rest is
room between them. It is the memory of this process: comparisons have one of their own. Now and then nothing is pressed for two
seconds, or twelve, as people do.
"""

# ruff: noqa: T201 - a driver that prints its record

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext, suppress
from ctypes import CDLL
from functools import partial
from pathlib import Path
from random import Random
from typing import ClassVar

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.generated import write
from tests.soak.steps import Steps
from tests.walking import Walk, Walking
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
SLOWEST = 25
VIEWS = ("2", "3", "4", "5", "6", "7", "P", "p", "f", "a", "&", "ctrl+p", "?")
PATIENCE = 2.0
"""Seconds after which another key is pressed though what the last began still runs."""
REST, LONG_REST = 2.1, 12.0
"""Seconds in which nothing is pressed, now and then; one rest of five is long."""
RESTS, RESIZES = 0.003, 0.01
"""Of the keys, before how many nothing is pressed for a while, and the terminal is given another size."""
INDEX = "import sys; from tui.index.opening import open_dossier; open_dossier(sys.argv[1:])"
KEYS = (*(key for action in ACTIONS for key in action.keys), *TYPED)


class Tame(Explorer):
    """An explorer that starts no editor and no browser."""

    CSS_PATH: ClassVar = [ROOT / "tui" / "app" / name for name in Explorer.CSS_PATH]

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
        self.steps = Steps()
        self.base = self.most = self.least = self.values = 0.0
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

    def line(self, **more: object) -> None:
        """A line of the record."""
        now, least, values = resident(), self.collected(), of_values()
        if self.minutes >= SETTLED:
            self.base, self.least, self.values = self.base or now, self.least or least, self.values or values
            self.most = max(self.most, now)
        steps = self.steps
        told = {
            "minute": round(self.minutes, 1), "presses": self.presses, "resized": self.resized, "starts": self.starts,
            "load": round(os.getloadavg()[0], 1), "MB": round(now, 1), "collected MB": round(least, 1),
            "values MB": round(values, 1),
            "growth %": _percent(self.most, self.base), "collected growth %": _percent(least, self.least),
            "values growth %": _percent(values, self.values),
            "steps": steps.count, "over a frame": steps.over, "over 22 ms": steps.over_here,
            "waiting": steps.waited, "late": steps.late,
            "longest ms": round(1000 * steps.longest),
            "rounds": steps.rounds, "longest rounds ms": [round(1000 * each) for each in steps.longest_round],
        }  # fmt: skip
        print(json.dumps(told | more), flush=True)

    def collected(self) -> float:
        """Megabytes that are left when all is given back that can be."""
        gc.collect()
        given_back()
        return resident()


def _percent(now: float, base: float) -> float | None:
    return round(100 * (now / base - 1), 1) if base else None


def given_back() -> None:
    """Have the allocator give back to the system what it holds for later, where it is asked to like this."""
    with suppress(OSError, AttributeError):
        CDLL(None).malloc_trim(0)


def of_values() -> float:
    """Megabytes that values of up to 512 bytes take, which are nearly all: the interpreter tells it on stderr alone."""
    with tempfile.TemporaryFile() as told:
        stderr = os.dup(2)
        os.dup2(told.fileno(), 2)
        try:
            sys._debugmallocstats()
        finally:
            os.dup2(stderr, 2)
            os.close(stderr)
        told.seek(0)
        line = next(line for line in told if line.startswith(b"# bytes in allocated blocks"))
    return int(line.rpartition(b"=")[2].replace(b",", b"")) / 1e6


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
        threads = ThreadPoolExecutor()
        asyncio.get_running_loop().set_default_executor(threads)
        async with Walking(partial(open_dossier, [str(folder)]), made=Tame, **options) as walk:
            del walk.app.notify  # words at the edge go again after a while, as they do for everybody
            if not record.began:
                await every_view(walk)
            record.began = record.began or time.monotonic()
            with record.steps.timed():
                while record.goes_on(minutes, presses) and walk.app.is_running:
                    await one_key(walk, random, record)
        threads.shutdown()  # what still runs ends before the next begins, as it does where each is a program of its own


async def every_view(walk: Walk) -> None:
    """Open each once in every size: what is loaded and remembered for good then is no growth."""
    for size in SIZES:
        await walk.pilot.resize_terminal(*size)
        for key in VIEWS:
            await walk.press(key, "escape")


async def one_key(walk: Walk, random: Random, record: Record) -> None:
    """Press a key, or do nothing for a while."""
    key, screen = random.choice(KEYS), type(walk.app.screen).__name__
    if isinstance(walk.app.screen, TimelineScreen) and key == "q":
        return
    record.steps.key = f"{key} on {screen}"
    if random.random() < RESTS:
        await asyncio.sleep(random.choice((REST, REST, REST, REST, LONG_REST)))
    if random.random() < RESIZES:
        await walk.pilot.resize_terminal(*random.choice(SIZES))
        record.resized += 1
    record.last.append(key)
    record.presses += 1
    await walk.hurry(key)
    began = time.monotonic()
    while walk.app.workers and time.monotonic() < began + PATIENCE:
        await asyncio.sleep(1 / 60)
    await walk.settle()


def main() -> int:
    """Walk, tell, and end with 1 where something was raised."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--presses", type=int, default=sys.maxsize)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", default="al-bukamal", help="walk through a copy of this folder of `data`")
    parser.add_argument("--reports", type=int, default=0, help="walk through a generated dossier of so many")
    parser.add_argument(
        "--kept", type=lambda text: Path(text).absolute(), help="folder where it is kept with its index"
    )
    options = parser.parse_args()
    record = Record(options.seed)
    with tempfile.TemporaryDirectory() as home:
        cache = options.kept or Path(home)
        os.environ.update(
            {"EDITOR": "true"} | {f"XDG_{name}_HOME": f"{home}/{name}" for name in ("STATE", "CONFIG")}
            | {"XDG_CACHE_HOME": str(cache / "CACHE")}
        )  # fmt: skip
        folder = Path(home) / "dossier"
        if options.reports:
            folder = cache / f"{options.reports}"
            if not folder.exists():
                write(folder, options.reports)
            # The index is made elsewhere: what that takes is no growth of the explorer.
            subprocess.run([sys.executable, "-c", INDEX, str(folder)], check=True, cwd=ROOT)
        else:
            shutil.copytree(ROOT / "data" / options.data, folder)
        os.chdir(home)
        wrong = ""
        try:
            asyncio.run(soak(folder, record, options.minutes, options.presses, writes=not options.reports))
        except BaseException:  # noqa: BLE001 - whatever it is, it is what is looked for
            wrong = traceback.format_exc(limit=-12)
        record.line(
            seed=options.seed, slowest=record.steps.slowest(SLOWEST), commonest=record.steps.commonest(SLOWEST),
            **({"wrong": wrong, "last": list(record.last)} if wrong else {}),
        )  # fmt: skip
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
