"""How the explorer ends when the system ends it: the exit code, and a terminal that is left as it was."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PATIENCE = 30.0
ALTERNATE_OFF = b"\x1b[?1049l"


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 143)])
def test_a_signal_ends_the_explorer(number: signal.Signals, code: int) -> None:
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    before = termios.tcgetattr(slave)
    environment = {**os.environ, "TERM": "xterm-256color"}
    explorer = subprocess.Popen(
        [sys.executable, "-m", "tui", "data/al-bukamal"], stdin=slave, stdout=slave, stderr=slave, cwd=ROOT,
        env=environment, start_new_session=True,
    )  # fmt: skip
    try:
        read_until(master, b"al-Bukamal")
        explorer.send_signal(number)
        shown = read_until(master, ALTERNATE_OFF)
        assert explorer.wait(PATIENCE) == code
        assert b"Traceback" not in shown
        assert termios.tcgetattr(slave) == before
    finally:
        explorer.kill()
        explorer.wait()
        os.close(master)
        os.close(slave)


def read_until(master: int, words: bytes) -> bytes:
    """What the program draws, up to the words."""
    shown, end = b"", time.monotonic() + PATIENCE
    while words not in shown and time.monotonic() < end:
        if select.select([master], [], [], 0.1)[0]:
            shown += os.read(master, 65536)
    assert words in shown
    return shown
