"""Programs as processes of their own: how long they take, how much memory they and their children hold at most, when a
text stands on their terminal. Linux only (`/proc`).
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from bench_starts import COMPILED

EVERY = 0.1
"""Seconds between two looks at the memory of a program."""


class Ran(NamedTuple):
    """A program that came to its end."""

    seconds: float
    peak: float
    """Most megabytes held at once with all children, pages they share counted once."""
    said: str
    """Its standard output."""


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Ran:
    """Run a command to its end. Raises `subprocess.CalledProcessError`."""
    start = time.monotonic()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, env={**os.environ, **COMPILED, **(environment or {})}
    ) as process:
        held: list[float] = [0.0]
        over = threading.Event()
        watch = threading.Thread(target=_watch, args=(process.pid, held, over))
        watch.start()
        said, _ = process.communicate()
        seconds = time.monotonic() - start
        over.set()
        watch.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Ran(seconds, max(held), said.decode())


def spent(process: int) -> float:
    """Seconds of processor time of a process that runs, in all its threads."""
    threads = Path(f"/proc/{process}/task").iterdir()
    return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9


def seconds_to_text(
    command: Sequence[str], text: str, size: tuple[int, int] = (120, 36), patience: float = 60
) -> tuple[float, float]:
    """Seconds from before the process starts until the text was painted, and seconds of processor time until then.

    The process is ended then. Raises TimeoutError.
    """
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    start, seen = time.monotonic(), b""
    environment = {**os.environ, **COMPILED, "TERM": "xterm-256color"}
    with subprocess.Popen(command, stdin=follower, stdout=follower, stderr=follower, env=environment) as process:
        os.close(follower)
        try:
            while text.encode() not in seen:
                if not select.select([leader], [], [], patience - (time.monotonic() - start))[0]:
                    raise TimeoutError(text)
                seen += os.read(leader, 65536)
            return time.monotonic() - start, spent(process.pid)
        finally:
            process.terminate()
            with suppress(OSError):
                while os.read(leader, 65536):
                    pass
            os.close(leader)


def _watch(process: int, held: list[float], over: threading.Event) -> None:
    while not over.wait(EVERY):
        held.append(sum(map(_proportional, _family(process))))


def _family(process: int) -> Iterator[int]:
    yield process
    with suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _family(int(child))


def _proportional(process: int) -> float:
    """Megabytes of a process, what it shares with others in part; 0 when it is gone."""
    with suppress(OSError):
        found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text(), re.MULTILINE)
        return int(found[1]) / 1024 if found else 0.0
    return 0.0
