"""The explorer in a terminal that people use: start, resizing, suspending, the editor, the mouse. Left out where there is no tmux."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

ROOT = Path(__file__).parents[1]
DOSSIER = ROOT / "data" / "al-bukamal"
PATIENCE = 30.0
pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux")


class Terminal:
    """A shell in a tmux of its own, 120x36, with state, cache and config of its own, where the hint of a first visit was read."""

    def __init__(self, home: Path, **environment: str) -> None:
        self._tmux = ["tmux", "-S", str(home / "socket"), "-f", "/dev/null"]
        folders = {f"XDG_{name}_HOME": str(home / name) for name in ("STATE", "CACHE", "CONFIG")}
        self._environment = {**os.environ, **folders, "PYTHONPATH": str(ROOT), **environment}
        (home / "STATE" / "rashomon").mkdir(parents=True)
        (home / "STATE" / "rashomon" / "hint-shown").touch()
        # A size that is exported holds for ever: pytest-xdist and some shells leave one.
        for name in ("TMUX", "COLUMNS", "LINES"):
            self._environment.pop(name, None)
        self._call("new-session", "-d", "-x", "120", "-y", "36", "bash --norc --noprofile -i")

    def _call(self, *words: str) -> str:
        done = subprocess.run(
            [*self._tmux, *words], env=self._environment, cwd=ROOT, capture_output=True, text=True, check=True
        )
        return done.stdout

    def keys(self, *names: str) -> None:
        """Press keys, by the names tmux has for them."""
        self._call("send-keys", *names)

    def line(self, text: str) -> None:
        """Type a line."""
        self._call("send-keys", "-l", text)
        self._call("send-keys", "Enter")

    def click(self, x: int, y: int) -> None:
        """Press and release the left button over a cell, 0-based."""
        for end in "Mm":
            self._call("send-keys", "-H", *(f"{byte:02x}" for byte in f"\x1b[<0;{x + 1};{y + 1}{end}".encode()))

    def resize(self, width: int, height: int) -> None:
        """Another size."""
        self._call("resize-window", "-x", str(width), "-y", str(height))

    def shown(self) -> str:
        """The screen."""
        return self._call("capture-pane", "-p")

    def shows(self, *words: str, rows: int = 0) -> str:
        """The screen once all these words stand on it, and so many rows are drawn."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            shown = self.shown()
            drawn = len(shown.rstrip("\n").split("\n"))
            if all(word in shown for word in words) and rows in (0, drawn):
                return shown
            time.sleep(0.05)
        raise AssertionError(f"{words} not in\n{shown}")

    def explore(self, *options: str) -> None:
        """Start the explorer on the dossier and wait for its first view; the shell tells its exit code at the end."""
        words = [sys.executable, "-m", "tui", str(DOSSIER), *options]
        self.line(f"clear; {shlex.join(words)}; echo ended with $?")
        self.shows("q leave")

    def close(self) -> None:
        """End everything in it."""
        subprocess.run([*self._tmux, "kill-server"], env=self._environment, capture_output=True, check=False)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    opened = Terminal(tmp_path)
    yield opened
    opened.close()


def test_it_starts_and_leaves_the_terminal_as_it_was(terminal: Terminal) -> None:
    terminal.explore()
    terminal.keys("q")
    shown = terminal.shows("ended with 0")
    assert "rashomon  Al-Bukamal" not in shown
    terminal.line("echo still $((40 + 2))")
    terminal.shows("still 42")


def test_two_hundred_sizes_while_paging(terminal: Terminal) -> None:
    terminal.explore()
    random = Random(5)
    for turn in range(200):
        terminal.resize(random.randint(1, 220), random.randint(1, 60))
        terminal.keys(("PageDown", "PageUp", "j", "w")[turn % 4])
    terminal.resize(100, 30)
    terminal.keys("1", "g")
    assert "Traceback" not in terminal.shows("rashomon  Al-Bukamal", "q leave", rows=30)
    terminal.keys("q")
    terminal.shows("ended with 0")


def test_suspended_and_brought_back(terminal: Terminal) -> None:
    terminal.explore()
    terminal.keys("C-z")
    terminal.shows("Stopped")
    terminal.line("echo between $((40 + 2))")
    terminal.shows("between 42")
    terminal.line("fg")
    terminal.shows("q leave")
    terminal.keys("3")
    terminal.shows("Checked, no discrepancy")
    terminal.keys("q")
    terminal.shows("q leave")
    terminal.keys("q")
    assert "rashomon  Al-Bukamal" not in terminal.shows("bash-")


def test_the_editor_is_opened_at_the_line_and_what_it_wrote_is_shown(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(DOSSIER, copy)
    editor = tmp_path / "editor"
    editor.write_text(
        f'#!/bin/sh\necho "$@" > {tmp_path}/asked\n'
        f'sed -i "s/^title *=.*/title = \\"Another name\\"/" {copy}/dossier.toml\n',
        encoding="utf-8",
    )
    editor.chmod(0o755)
    (settings,) = [file for file in copy.glob("*.toml") if "[dossier]" in file.read_text(encoding="utf-8")][:1]
    editor.write_text(editor.read_text(encoding="utf-8").replace("dossier.toml", settings.name), encoding="utf-8")
    terminal = Terminal(tmp_path, EDITOR=str(editor), VISUAL="")
    try:
        terminal.line(f"clear; {shlex.join([sys.executable, '-m', 'tui', str(copy)])}; echo ended with $?")
        terminal.shows("q leave")
        terminal.keys("e")
        terminal.shows("rashomon  Another name")
        line, file = (tmp_path / "asked").read_text(encoding="utf-8").split()
        assert line.startswith("+")
        assert (
            "[[report]]" in Path(file).read_text(encoding="utf-8").split("\n")[int(line[1:]) - 1 :][0]
            or int(line[1:]) > 1
        )
        terminal.keys("q")
        terminal.shows("ended with 0")
    finally:
        terminal.close()


def test_a_click_on_a_link_and_on_a_row(terminal: Terminal) -> None:
    terminal.explore()
    lines = terminal.shows("contested").split("\n")
    terminal.click(lines[0].index("contested"), 0)
    terminal.shows("Checked, no discrepancy")
    terminal.keys("q")
    lines = terminal.shows("WHEN").split("\n")
    marked = [number for number, line in enumerate(lines) if line.startswith("▌")]
    terminal.click(30, marked[-1] + 2)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and terminal.shown().split("\n")[marked[0]].startswith("▌"):
        time.sleep(0.05)
    assert not terminal.shown().split("\n")[marked[0]].startswith("▌")


def test_what_is_typed_in_one_go_comes_in_order(terminal: Terminal) -> None:
    terminal.explore()
    terminal.keys(*"/toll", "Enter", "3", "j", "1", *"&killed")
    terminal.shows("& killed")
    terminal.keys("Escape")
    terminal.shows("/toll", "q back to 3")
    terminal.keys("q")
    terminal.shows("every kind")
    terminal.keys("q")
    terminal.shows("/toll", "q leave")
    terminal.keys("q")
    terminal.shows("ended with 0")
