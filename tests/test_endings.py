"""How the explorer ends when the system ends it: the exit code, and a terminal that is left as it was."""

from __future__ import annotations

import fcntl
import os
import pty
import re
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


@pytest.mark.parametrize("told", [True, False], ids=["with SIGHUP", "silently"])
@pytest.mark.parametrize("keys", [b"5", b"3\r4jjl", b"jjjjjjjj"])
def test_closing_the_terminal_ends_the_explorer(keys: bytes, told: bool) -> None:
    """The terminal goes while views are being drawn; the kernel sends SIGHUP only where it was the controlling one."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
    begin = "import fcntl, os, sys, termios; " + ("fcntl.ioctl(0, termios.TIOCSCTTY, 0); " if told else "")
    explorer = subprocess.Popen(
        [sys.executable, "-c", begin + "os.execv(sys.executable, [sys.executable, '-m', 'tui', 'data/al-bukamal'])"],
        stdin=slave, stdout=slave, stderr=slave, cwd=ROOT, env={**os.environ, "TERM": "xterm-256color"},
        start_new_session=True,
    )  # fmt: skip
    os.close(slave)
    try:
        read_until(master, b"al-Bukamal")
        os.write(master, keys)
        os.close(master)
        assert explorer.wait(5.0) != 0
    finally:
        explorer.kill()
        explorer.wait()


def test_a_second_signal_does_not_wait_for_a_terminal_that_takes_nothing() -> None:
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
    explorer = subprocess.Popen(
        [sys.executable, "-m", "tui", "data/al-bukamal"], stdin=slave, stdout=slave, stderr=slave, cwd=ROOT,
        env={**os.environ, "TERM": "xterm-256color"}, start_new_session=True,
    )  # fmt: skip
    try:
        read_until(master, b"al-Bukamal")
        termios.tcflow(slave, termios.TCOOFF)
        for _ in range(40):
            os.write(master, b"Gg1235")
        time.sleep(1)
        explorer.send_signal(signal.SIGTERM)
        explorer.send_signal(signal.SIGTERM)
        assert explorer.wait(5.0) == 143
    finally:
        explorer.kill()
        explorer.wait()
        os.close(master)
        os.close(slave)


BREAKS = """
import sys
from tui.app import Explorer
from tui.__main__ import run
def broken(explorer):
    raise KeyError("\x1b]0;owned\x07")
Explorer.action_interrupt = broken
sys.argv = ["rashomon", "data/al-bukamal"]
run()
"""


def test_a_crash_leaves_a_clean_terminal_few_words_and_all_that_was_typed(home: Path) -> None:
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    before = termios.tcgetattr(slave)
    explorer = subprocess.Popen(
        [sys.executable, "-c", BREAKS], stdin=slave, stdout=slave, stderr=slave, cwd=ROOT,
        env={**os.environ, "TERM": "xterm-256color"}, start_new_session=True,
    )  # fmt: skip
    try:
        read_until(master, b"al-Bukamal")
        os.write(master, b"m")
        os.write(master, b"W")
        read_until(master, b"ctrl+s")
        os.write(master, b"\r")
        os.write(master, b"Ask the editor again")
        read_until(master, b"again")
        os.write(master, b"\x03")
        shown = read_until(master, b"what you had typed is kept in ")
        assert explorer.wait(PATIENCE) == 70
        while select.select([master], [], [], 0.1)[0]:
            shown += os.read(master, 65536)
        assert termios.tcgetattr(slave) == before
    finally:
        explorer.kill()
        explorer.wait()
        os.close(master)
        os.close(slave)
    (crash,), (typed,) = (list((home / "state" / "rashomon" / name).iterdir()) for name in ("crashes", "rescued"))
    told = re.sub(r"\x1b\[\?[0-9]+[hl]", "", shown.rpartition(ALTERNATE_OFF)[2].decode()).split("\r\n")
    assert re.fullmatch(
        r"rashomon: stopped because of a mistake in itself: KeyError( in [a-z_/]+\.py, line \d+)?", told[0]
    )
    assert told[1:] == [
        f"rashomon: details are kept in {crash}; your files are whole",
        f"rashomon: what you had typed is kept in {typed}",
        "",
    ]
    assert "KeyError" in crash.read_text(encoding="utf-8")
    assert "FormScreen" in crash.read_text(encoding="utf-8")
    assert "Ask the editor again" in typed.read_text(encoding="utf-8")
    assert "\\x1b]0;owned" in crash.read_text(encoding="utf-8")


def read_until(master: int, words: bytes) -> bytes:
    """What the program draws, up to the words."""
    shown, end = b"", time.monotonic() + PATIENCE
    while words not in shown and time.monotonic() < end:
        if select.select([master], [], [], 0.1)[0]:
            shown += os.read(master, 65536)
    assert words in shown
    return shown
