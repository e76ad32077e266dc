# ruff: noqa: T201 - printing is what a benchmark does
"""How long it takes until there is something to see: the explorer beside an empty Textual app, `check` beside bare Python.

    python tests/benchmarks/bench_starts.py [DOSSIER]

Every program is a process of its own on a pseudo-terminal of 120x36. The clock runs from before the process starts to
Textual's own `on_ready` (the first picture stands), for the explorer also to the picture with the dossier in it. Runs
of what is compared take turns, and the smallest of each counts: what else the machine does only ever adds. How much
memory is resident at that moment is told too (Linux).
"""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
RUNS = 5
COMPILED = {
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "rashomon-bytecode"),
}
"""Environment in which modules are compiled once, as where a program is installed, even in a shell that forbids it."""

_STAMP = """
import os, re, sys, time
def stamp():
    now, spent = time.monotonic(), time.process_time()
    with open("/proc/self/status") as about, open(sys.argv[1], "w") as file:
        file.write(f"{now} {spent} {re.search('VmRSS:[^0-9]*([0-9]+)', about.read())[1]}")
"""
EMPTY = f"""{_STAMP}
from textual.app import App
class Empty(App):
    def on_ready(self):
        stamp()
        self.exit()
Empty().run()
"""
FIRST = f"""{_STAMP}
import textual.app
def on_ready(self):
    stamp()
    self.exit(0)
textual.app.App.on_ready = on_ready
from tui.cli.main import main
main([sys.argv[2]])
"""
FILLED = f"""{_STAMP}
import tui.app
opened = tui.app.Explorer._opened
def drawn(self):
    stamp()
    self.exit(0)
def _opened(self, *answers):
    opened(self, *answers)
    self.screen.call_after_refresh(drawn, self)
tui.app.Explorer._opened = _opened
from tui.cli.main import main
main([sys.argv[2]])
"""


class Picture(NamedTuple):
    """What it took until something stood on the screen."""

    seconds: float
    spent: float
    """Seconds of processor time."""
    resident: float
    """Megabytes."""


def seconds_to_picture(program: str, dossier: Path) -> float:
    """Seconds from before the process of this program starts to the moment it stamps."""
    return picture(program, dossier).seconds


def picture(program: str, dossier: Path, home: str | None = None) -> Picture:
    """Run the program to the moment it stamps. `home`: the folder in which it keeps state and cache, if not its own."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
    reader = threading.Thread(target=_drain, args=(leader,), daemon=True)
    reader.start()
    with tempfile.NamedTemporaryFile() as file:
        start = time.monotonic()
        command = [sys.executable, "-c", program, file.name, str(dossier)]
        places = {f"XDG_{name}_HOME": home for name in ("STATE", "CACHE", "CONFIG")} if home else {}
        environment = {**os.environ, **COMPILED, **places, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            command, stdin=follower, stdout=follower, stderr=subprocess.PIPE, env=environment, check=False, timeout=60
        )
        stamped = Path(file.name).read_text(encoding="utf-8")
    os.close(follower)
    reader.join(timeout=1)
    if not stamped:
        raise RuntimeError(done.stderr.decode(errors="replace") or "nothing was drawn")
    stood, spent, kilobytes = stamped.split()
    return Picture(float(stood) - start, float(spent), int(kilobytes) / 1024)


def seconds_to_end(command: Sequence[str]) -> float:
    """Seconds a command takes, from before its process starts to its end."""
    start = time.monotonic()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(command, cwd=ROOT, env={**os.environ, **COMPILED}, **quiet, check=False, timeout=60)
    return time.monotonic() - start


def smallest(*measures: Callable[[], float], runs: int = RUNS) -> list[float]:
    """The smallest of each measure, taken in turns."""
    rounds = [[measure() for measure in measures] for _ in range(runs)]
    return [min(column) for column in zip(*rounds, strict=True)]


def pictures(dossier: Path, runs: int = RUNS) -> tuple[float, float, float]:
    """Seconds to the first picture of an empty app, to that of the explorer, and to the explorer with the dossier."""
    empty, first, filled = smallest(
        lambda: seconds_to_picture(EMPTY, dossier),
        lambda: seconds_to_picture(FIRST, dossier),
        lambda: seconds_to_picture(FILLED, dossier),
        runs=runs,
    )
    return empty, first, filled


def checks(dossier: Path, runs: int = RUNS) -> tuple[float, float]:
    """Seconds of `python -c pass` and of `rashomon check`."""
    bare, check = smallest(
        lambda: seconds_to_end([sys.executable, "-c", "pass"]),
        lambda: seconds_to_end([sys.executable, "-m", "tui", "check", str(dossier)]),
        runs=runs,
    )
    return bare, check


def _drain(leader: int) -> None:
    """Read what the terminal is sent, as a terminal would."""
    while True:
        try:
            if not os.read(leader, 65536):
                return
        except OSError:
            return


def main(arguments: Sequence[str]) -> int:
    """Print the seconds and the ratios."""
    dossier = Path(arguments[0]) if arguments else ROOT / "data" / "al-bukamal"
    empty, first, filled = pictures(dossier)
    print(f"first picture: empty app {empty:.3f} s, explorer {first:.3f} s, {first / empty:.2f} times (goal 1.30)")
    print(f"explorer with the dossier {filled:.3f} s, {filled / empty:.2f} times")
    bare, check = checks(dossier)
    print(f"check {check:.3f} s, python -c pass {bare:.3f} s, {check / bare:.1f} times")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
