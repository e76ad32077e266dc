# ruff: noqa: T201 - printing is what a benchmark does
"""How the explorer feels: from a key to the picture, beside the least Textual can do.

    python tests/benchmarks/bench_feel.py [DOSSIER] [--processor]

Explorer and floor are processes of their own on pseudo-terminals of the same size and take turns, key by key. The clock
runs from the key to the last byte of what is painted for it. The floor is a line API widget that scrolls lines of a
dozen colours and answers nothing else; the explorer answers on a dossier. Medians count: painting waits for the next
frame, so single keys differ by one. `--processor` counts processor time instead of time that passes, for a machine that others use
too. How long a step holds the loop is told by `bench_steps.py`.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent))

from bench_starts import COMPILED
from processes import spent

ROOT = Path(__file__).parents[2]
SIZES = ((80, 24), (120, 36), (200, 50))
KEYS = {"page down": b"\x1b[6~", "page up": b"\x1b[5~", "down": b"j", "up": b"k"}
FURTHER = {"next hit": b"n", "hit before": b"N", "next flag": b"]", "flag before": b"[", "last": b"G", "first": b"g"}
"""Each shows another page, mostly."""
SOUGHT = (b"/", b"said", b"\r")
"""Looked for first. Nothing of it means anything to the floor."""
TURNS = 30
QUIET = 0.06
"""Seconds without a byte after which a picture is whole."""

FLOOR = """
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

INKS = [Style(color=f"color({n})") for n in range(1, 13)]

class Lines(ScrollView, can_focus=True):
    BINDINGS = [
        ("pagedown,n,right_square_bracket,G", "go(1)", ""), ("pageup,N,left_square_bracket,g", "go(-1)", ""),
        ("j", "step(1)", ""), ("k", "step(-1)", ""),
    ]
    at = 0
    def on_mount(self):
        self.virtual_size = Size(self.size.width, 1_000_000)
        self.focus()
    def render_line(self, y):
        number = y + round(self.scroll_offset.y)
        each = self.size.width // 12 + 1
        ground = Style(bgcolor="color(24)") if number == self.at else Style()
        words = f"line {number:06d} of a text that is wide enough for it"
        segments = [Segment(words[n % 7:][:each].ljust(each), ink + ground) for n, ink in enumerate(INKS)]
        return Strip(segments).adjust_cell_length(self.size.width)
    def action_go(self, by):
        self.at = max(0, self.at + by * self.size.height)
        self.scroll_to(y=self.at, animate=False)
        self.refresh()
    def action_step(self, by):
        self.at = max(0, self.at + by)
        self.refresh()

class Floor(App):
    def compose(self):
        yield Lines()

Floor().run()
"""


class Program:
    """A program on a pseudo-terminal that keys are pressed in."""

    def __init__(self, command: Sequence[str], size: tuple[int, int], home: str) -> None:
        self._leader, follower = pty.openpty()
        width, height = size
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        places = {f"XDG_{name}_HOME": home for name in ("STATE", "CACHE", "CONFIG")}
        environment = {
            **os.environ,
            **COMPILED,
            **places,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "PYTHONPATH": str(ROOT),
        }
        self._process = subprocess.Popen(command, stdin=follower, stdout=follower, stderr=follower, env=environment)
        os.close(follower)
        self._painted(quiet=2.0, patience=30.0)

    def press(self, key: bytes) -> float:
        """Seconds from the key to the last byte painted for it."""
        start = time.perf_counter()
        os.write(self._leader, key)
        return self._painted() - start

    def spend(self, key: bytes) -> float:
        """Seconds of processor time that the program takes for the key."""
        start = spent(self._process.pid)
        self.press(key)
        return spent(self._process.pid) - start

    def _painted(self, quiet: float = QUIET, patience: float = 2.0) -> float:
        last, wait = time.perf_counter(), patience
        while select.select([self._leader], [], [], wait)[0]:
            os.read(self._leader, 1 << 20)
            last, wait = time.perf_counter(), quiet
        return last

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(10)
        os.close(self._leader)


def explorer(dossier: Path) -> list[str]:
    """The command that opens it: without a memory, and without the hint that a first visit has."""
    return [sys.executable, "-m", "tui", str(dossier), "--read-only"]


STUB = [sys.executable, "-c", FLOOR]


def key_to_paint(
    commands: Sequence[Sequence[str]],
    size: tuple[int, int],
    turns: int = TURNS,
    home: str | None = None,
    measure: Callable[[Program, bytes], float] = Program.press,
    keys: Mapping[str, bytes] = KEYS,
    before: Sequence[bytes] = (),
) -> dict[str, tuple[float, ...]]:
    """For each key the median seconds to its picture, of each program.

    `home`: where they keep their caches, if not apart. `before`: pressed first.
    """
    with tempfile.TemporaryDirectory() as apart:
        programs = [Program(command, size, home or apart) for command in commands]
        try:
            for program in programs:
                for key in (b"\x1b", *before):
                    program.press(key)
                for _ in range(3):
                    program.press(KEYS["page down"])
            taken: dict[str, list[list[float]]] = {name: [] for name in keys}
            for _ in range(turns):
                for name, key in keys.items():
                    taken[name].append([measure(program, key) for program in programs])
        finally:
            for program in programs:
                program.close()
    return {name: tuple(map(median, zip(*rounds, strict=True))) for name, rounds in taken.items()}


def main(words: Sequence[str]) -> None:
    """Print each key."""
    processor = "--processor" in words
    paths = [Path(word) for word in words if word != "--processor"]
    dossier = paths[0] if paths else ROOT / "data" / "syria-summer-2016"
    measure = Program.spend if processor else Program.press
    for size in SIZES:
        found = key_to_paint((explorer(dossier), STUB), size, measure=measure, keys={**KEYS, **FURTHER}, before=SOUGHT)
        for name, (mine, theirs) in found.items():
            print(
                f"{size[0]:>3}x{size[1]:<3} {name:<12} {mine * 1000:6.1f} ms  floor {theirs * 1000:6.1f} ms  {mine / theirs:4.2f}x"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
