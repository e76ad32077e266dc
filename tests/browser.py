"""A real Chromium, driven over its debugging pipe: what a page logs, asks the network for, shows and focuses."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
SWITCHES = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--remote-debugging-pipe", "about:blank",
)  # fmt: skip

ON_PIPES = """
import fcntl, os, sys
reading, writing = (fcntl.fcntl(int(number), fcntl.F_DUPFD, 10) for number in sys.argv[1:3])
os.dup2(reading, 3)
os.dup2(writing, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Becomes the browser, which reads its orders from 3 and answers on 4."""


class Browser:
    """One tab. Messages are JSON objects, each ended by a zero byte."""

    def __init__(self, reading: int, writing: int) -> None:
        self._in, self._out = os.fdopen(reading, "rb", buffering=0), os.fdopen(writing, "wb", buffering=0)
        self._waiting, self._number, self._session = b"", 0, None
        self.events: list[dict[str, Any]] = []
        self.page: Path | None = None
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._out.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]
            self.events.append(answer)

    def open(self, page: Path) -> None:
        """Open a page afresh and wait until it is there."""
        self.page = page
        self.visit(page.as_uri())

    def visit(self, address: str) -> None:
        """Open an address afresh and wait until it is there."""
        self.events.clear()
        self.ask("Page.navigate", url=address)
        while not self.happened("Page.loadEventFired"):
            self.events.append(self._next())

    def show(self, page: Path) -> None:
        """Open a page unless it is open, for questions that change nothing."""
        if page != self.page:
            self.open(page)

    def happened(self, method: str) -> list[dict[str, Any]]:
        return [event["params"] for event in self.events if event.get("method") == method]

    def value(self, expression: str) -> Any:
        return self.ask("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def press_tab(self) -> None:
        for kind in ("keyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)

    def resize(self, width: int) -> None:
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._waiting:
            received = self._in.read(1 << 16)
            assert received, "the browser is gone"
            self._waiting += received
        message, _, self._waiting = self._waiting.partition(b"\0")
        return json.loads(message)


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser with a profile of its own, ended at the end."""
    to_read, to_write = os.pipe()
    from_read, from_write = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        words = [str(CHROMIUM), *SWITCHES, f"--user-data-dir={profile}"]
        started = [sys.executable, "-c", ON_PIPES, str(to_read), str(from_write), *words]
        with subprocess.Popen(started, pass_fds=(to_read, from_write), stderr=subprocess.DEVNULL) as process:
            os.close(to_read)
            os.close(from_write)
            tab = Browser(from_read, to_write)
            try:
                yield tab
                tab._session = None
                tab.ask("Browser.close")
            finally:
                process.terminate()
