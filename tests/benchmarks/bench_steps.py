# ruff: noqa: T201 - printing is what a benchmark does
"""How long each key of each view holds the event loop: while a step of it runs, no key is heard and nothing is painted.

    python tests/benchmarks/bench_steps.py [DOSSIER] [--sizes 80x24,200x50] [--processes 3] [--presses 5] [--least 8]

The keys are those of the registry, so that a new one is measured as well; where one opens a window over the view, some keys are
pressed in that, too. Each process starts the explorer, on a copy of the dossier that keys write to, and goes through all views:
forwards, or backwards, so that it is not always the same key that comes first. Of each press counts the longest step, in
processor time of the loop's thread, and beside a loop of numbers run before and after it, since programs beside it slow that as
well: milliseconds are those of a moment when nothing did. A first press is one in a process in which that key was never pressed.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from shutil import copytree
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.walking import Walk, Walking
from tests.watchdog import Watchdog
from tui.cli.explorer_exports import exports_of
from tui.index.opening import open_dossier
from tui.screens.base import ExplorerScreen
from tui.screens.desk import Desk
from tui.view.actions import EVERYWHERE, TIMELINE, by_id, key_name, of_view

ROOT = Path(__file__).parents[2]
LIMIT = 16.0
"""Milliseconds that no step may last."""
ALONE = frozenset({"edit", "address", "archive", "picture"})
"""They give the terminal away, or leave something on this computer."""
OF_FILES = frozenset({"same", "different", "disputed", "undo", "redo"})
"""They write, and the dossier is read again: in a thread, for minutes where it is large."""
LARGE = 10_000
"""Reports of a dossier that is not read again."""
WITHIN = ("down", "pagedown", "end", "tab", "x", "e", "backspace")
"""Pressed in a window over a view."""
IDLE = 3.0
"""Seconds after the start in which everything is imported that keys need."""


def yardstick() -> float:
    """Milliseconds of processor time that a loop takes now."""
    start, total = time.thread_time(), 0
    for number in range(100_000):
        total += number
    return (time.thread_time() - start) * 1000


class Round:
    """Once through all views. `taken`: of each key, as "view key" or "view key, within", the longest step of each press, in loops."""

    def __init__(self, walk: Walk, presses: int) -> None:
        self._walk, self._presses = walk, presses
        self._left_out = ALONE if walk.timeline.store.summary().reports < LARGE else ALONE | OF_FILES
        self.taken: dict[str, list[float]] = {}
        self.quickest = float("inf")
        """Milliseconds of a loop, when nothing else slowed it."""

    async def through(self, *, backwards: bool) -> None:
        """Every key of every view."""
        order = -1 if backwards else 1
        for view in EVERYWHERE[::order]:
            for action in of_view(view)[::order]:
                if action.id not in self._left_out and (action.id, view) != ("back", TIMELINE):
                    for _ in range(self._presses):
                        await self._in_view(view, action.keys[0])

    async def _in_view(self, view: str, key: str) -> None:
        await self._to(view)
        if self._view() != view:
            return
        depth, name = self._depth(), f"{view} {key_name(key)}"
        await self._press(key, name)
        for within in WITHIN:
            if self._depth() > depth and self._view() not in EVERYWHERE:
                await self._press(within, f"{name}, {key_name(within)}")
        for _ in range(4):
            if self._depth() > depth and self._view() not in EVERYWHERE:
                await self._walk.press("escape")

    async def _to(self, view: str) -> None:
        if self._view() == view:
            return
        for _ in range(6):
            if self._view() != TIMELINE:
                await self._walk.press("escape")
        if view != TIMELINE:
            await self._press(by_id(view).keys[0], f"{TIMELINE} {by_id(view).keys[0]}")

    async def _press(self, key: str, name: str) -> None:
        before = yardstick()
        with Watchdog(time.thread_time) as dog:
            await self._walk.press(key)
        around = min(before, yardstick())
        self.quickest = min(self.quickest, around)
        self.taken.setdefault(name, []).append(dog.longest * 1000 / around)

    def _view(self) -> str:
        screen = self._walk.app.screen
        return screen.situation().view if isinstance(screen, ExplorerScreen) else ""

    def _depth(self) -> int:
        return len(self._walk.app.screen_stack)


async def walked(dossier: Path, size: tuple[int, int], presses: int, *, backwards: bool) -> dict[str, list[float]]:
    """For each key the longest step of each press, in milliseconds."""
    paths = [str(dossier)]
    async with Walking(
        partial(open_dossier, paths),
        size=size,
        desk=lambda: Desk(files=lambda: [str(path) for path in sorted(dossier.rglob("*.toml"))]),
        exports=lambda: exports_of(paths),
    ) as walk:
        await asyncio.sleep(IDLE)
        made = Round(walk, presses)
        await made.through(backwards=backwards)
    return {key: [loops * made.quickest for loops in taken] for key, taken in made.taken.items()}


def told(taken: dict[str, list[list[float]]], least: float) -> Iterator[str]:
    """How many keys are above the limit, and those above `least`, the longest first. `taken`: of each key the presses by process."""
    figures = []
    for key, processes in taken.items():
        first = median(presses[0] for presses in processes)
        usual = median([one for presses in processes for one in presses[1:]] or [first])
        figures.append((max(usual, first), usual, first, median(map(max, processes)), key))
    over = sum(figure[0] > LIMIT for figure in figures)
    yield f"{len(figures)} keys, {over} above {LIMIT:.0f} ms in the median or pressed first"
    for longest, usual, first, worst, key in sorted(figures, reverse=True):
        if longest >= least:
            yield f"  {key:<34} median {usual:5.1f}  first {first:5.1f}  worst {worst:5.1f}"


def main(words: Sequence[str]) -> None:
    """Print the keys that hold the loop longest."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("dossier", nargs="?", type=Path, default=ROOT / "data" / "syria-summer-2016")
    options.add_argument("--sizes", default="80x24,200x50")
    options.add_argument("--processes", type=int, default=3)
    options.add_argument("--presses", type=int, default=5)
    options.add_argument("--least", type=float, default=8.0)
    options.add_argument("--one", nargs=3, metavar=("SIZE", "FOLDER", "TURN"), help=argparse.SUPPRESS)
    asked = options.parse_args(words)
    if asked.one:
        size, folder, turn = asked.one
        width, height = map(int, size.split("x"))
        print(
            json.dumps(asyncio.run(walked(Path(folder), (width, height), asked.presses, backwards=int(turn) % 2 > 0)))
        )
        return
    with tempfile.TemporaryDirectory() as home:
        copy = copytree(asked.dossier, Path(home) / "dossier")
        places = {f"XDG_{name}_HOME": home for name in ("STATE", "CACHE", "CONFIG")}
        for size in asked.sizes.split(","):
            taken: dict[str, list[list[float]]] = {}
            for turn in range(asked.processes):
                one = ["--presses", str(asked.presses), "--one", size, str(copy), str(turn)]
                ran = subprocess.run(
                    [sys.executable, __file__, *one],
                    env={**os.environ, **places, "PYTHONPATH": str(ROOT)},
                    cwd=home,
                    stdout=subprocess.PIPE,
                    check=True,
                )
                for key, presses in json.loads(ran.stdout.decode().splitlines()[-1]).items():
                    taken.setdefault(key, []).append(presses)
            print(f"{size} {asked.dossier.name}: ", end="")
            print(*told(taken, asked.least), sep="\n", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
