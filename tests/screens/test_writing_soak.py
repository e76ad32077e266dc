"""Random keys that write, undo and redo: nothing raises, the files stay whole, and undoing all of it gives the first bytes back."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from tests.scenarios import DEMO
from tests.walking import Walking
from tui.files.load import load
from tui.index.opening import open_dossier
from tui.screens.desk import Desk

KEYS = (
    *"AWEIJXKURURpjkhl[]}{12367=!",
    "down", "down", "up", "enter", "enter", "enter", "end", "home", "tab", "escape", "escape", "ctrl+s", "ctrl+s", "a", "x", "5", ";",
    "space", "ctrl+u", "backspace",
)  # fmt: skip
"""Keys of views and of forms; what leaves the explorer is not among them."""


WRITES = (
    ("A", "down", "tab", "x", "ctrl+s"), ("W", "enter", "x", "ctrl+s"), ("J", "ctrl+s"), ("X", "ctrl+s"),
    ("E", "enter", "5", "ctrl+s"), ("I", "down", "down", "5", "ctrl+s"), ("7", "="), ("K", "enter"), ("U",), ("R",),
)  # fmt: skip


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.toml"))}


async def soak(folder: Path, seed: int, presses: int) -> int:
    """Press keys at random, then undo everything; how much was undone."""
    rng = random.Random(seed)
    before = texts(folder)
    desk = Desk(kept=folder / ".kept")
    async with Walking(lambda: open_dossier([str(folder)]), desk=lambda: desk) as walk:
        for _ in range(presses):
            await walk.press(*(rng.choice(WRITES) if rng.random() < 0.2 else (rng.choice(KEYS),)))
            assert walk.app.is_running
        assert not load([str(folder)]).faults
    undone = 0
    while desk.undo() is not None:
        undone += 1
    assert texts(folder) == before
    return undone


@pytest.mark.parametrize("seed", [10, 87])
async def test_a_random_walk_of_writes_is_taken_back_to_the_byte(tmp_path, seed):
    folder = tmp_path / "demo"
    shutil.copytree(DEMO, folder)
    assert await soak(folder, seed, 40) > 2
