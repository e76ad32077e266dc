"""The explorer in a browser: it is shown, it is deaf to others, it touches nothing."""

from __future__ import annotations

import base64
import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

import pytest

from tests.browser import CHROMIUM, browser
from tests.cli.conftest import Run
from tests.screens.test_answers_to_keys import said
from tests.walking import Walking
from tui.cli.serve import command, parser

ROOT = Path(__file__).parents[2]


@contextmanager
def served(*words: str) -> Iterator[int]:
    pytest.importorskip("textual_serve")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    started = [sys.executable, "-m", "tui", "serve", *words, "--port", str(port)]
    with subprocess.Popen(started, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr.readline() == f"rashomon: serving on http://127.0.0.1:{port}/ until Ctrl+C\n"
            for _ in range(200):
                with socket.socket() as knock:
                    if knock.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.05)
            yield port
        finally:
            process.terminate()


def answer(port: int, path: str = "/", **headers: str) -> http.client.HTTPResponse:
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    asked.putrequest("GET", path, skip_host="Host" in headers)
    for name, value in headers.items():
        asked.putheader(name, value)
    asked.endheaders()
    return asked.getresponse()


def test_other_hosts_and_origins_are_refused() -> None:
    with served("data/al-bukamal") as port:
        own = answer(port)
        page = own.read().decode()
        assert (own.status, page.count("<link"), "googleapis" in page) == (200, 1, False)
        assert "frame-ancestors 'none'" in own.headers["Content-Security-Policy"]
        assert answer(port, Host=f"localhost:{port}").status == 200
        assert answer(port, Host=f"evil.example:{port}").status == 403
        assert answer(port, Origin="http://evil.example").status == 403
        assert answer(port, "/ws").status == 403
        assert answer(port, "/ws", Origin="http://evil.example").status == 403
        with pytest.raises(OSError, match=r"."), socket.create_connection((_other_address(), port), timeout=5):
            pass


def _other_address() -> str:
    """An address of this computer that is not loopback; one that nobody has where there is none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(("192.0.2.1", 9))
            address = asked.getsockname()[0]
        except OSError:
            address = ""
    return address if address and not address.startswith("127.") else "127.0.0.2"


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
def test_a_browser_shows_the_dossier_and_asks_nobody_else() -> None:
    with served("data/al-bukamal") as port, browser() as tab:
        tab.visit(f"http://127.0.0.1:{port}/")
        seen = ""
        for _ in range(600):
            tab.value("1")
            frames = tab.happened("Network.webSocketFrameReceived")
            seen = "".join(_text(frame["response"]) for frame in frames)
            if "Al-Bukamal offensive" in seen:
                break
            time.sleep(0.05)
        assert "Al-Bukamal offensive" in seen
        # There is no terminal here to look for: after some seconds it is still there.
        time.sleep(2.5)
        tab.value("1")
        assert tab.happened("Network.webSocketClosed") == []
        urls = [event["request"]["url"] for event in tab.happened("Network.requestWillBeSent")]
        asked = {url.split("/")[2] for url in urls if not url.startswith(("data:", "blob:"))}
        assert asked == {f"127.0.0.1:{port}"}


def _text(frame: dict) -> str:
    data = frame["payloadData"]
    return base64.b64decode(data).decode("utf-8", "replace") if frame["opcode"] == 2 else data


async def test_a_read_only_explorer_touches_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    async with Walking(read_only=True) as walk:
        for key in ("e", "f8", "o", "O"):
            await walk.press(key)
        assert said(walk) == ["this explorer is read-only"]
        assert list(tmp_path.iterdir()) == []


def test_the_command_of_a_page_is_quoted_for_the_shell() -> None:
    options = parser().read(["a b'; touch x", "--actor", "$(id)", "--as-of", "2016", "--ascii"])
    assert command(options).endswith(
        """-m tui --read-only --ascii --as-of=2016 '--actor=$(id)' -- 'a b'"'"'; touch x'"""
    )


@pytest.mark.parametrize("port", ["80", "x", "99999", "-1"])
def test_a_port_is_a_number_without_privilege(run: Run, port: str) -> None:
    ran = run("serve", "data/al-bukamal", f"--port={port}")
    assert (ran.code, ran.out) == (2, "")
    assert "is no port" in ran.err


def test_a_path_that_is_not_there_is_refused(run: Run) -> None:
    assert run("serve", "nowhere").code == 2


SAID = [
    ('["stdin", "j"]', True),
    ('["resize", {"width": 80, "height": 24}]', True),
    ('["ping", "1480000000000"]', True),
    ('["blur"]', True),
    ('["focus"]', True),
    ("", False),
    ("j", False),
    ("{}", False),
    ("[]", False),
    ("[" * 100_000, False),
    ('["stdin"]', False),
    ('["stdin", 1]', False),
    ('["stdin", "\\ud800"]', False),
    ('["resize", 80]', False),
    ('["resize", {"width": "80", "height": 24}]', False),
    ('["resize", {"width": 80, "height": 1000000000}]', False),
    ('["resize", {"width": -1, "height": 24}]', False),
    ('["ping"]', False),
    ('["open", "a"]', False),
]


async def test_what_no_page_says_is_not_heard() -> None:
    """Found by hand: a message that was no JSON ended the page, and left a traceback."""
    pytest.importorskip("textual_serve")
    from aiohttp import WSMessage, WSMsgType  # noqa: PLC0415 - an extra

    from tui.cli.serving import Loopback  # noqa: PLC0415 - an extra

    class Page:
        """Says all of it, and hears answers."""

        heard: ClassVar[list[object]] = []

        async def send_json(self, data: object) -> None:
            self.heard.append(data)

        async def __aiter__(self):
            yield WSMessage(WSMsgType.BINARY, b"\x00", None)
            for words, _ in SAID:
                yield WSMessage(WSMsgType.TEXT, words, None)

    class Explorer:
        """Is told of it."""

        told: ClassVar[list[object]] = []

        async def send_bytes(self, data: bytes) -> None:
            self.told.append(data)

        async def set_terminal_size(self, width: int, height: int) -> None:
            self.told.append((width, height))

        async def blur(self) -> None:
            self.told.append("blur")

        async def focus(self) -> None:
            self.told.append("focus")

    await Loopback("true", 8000)._process_messages(Page(), Explorer())
    assert Explorer.told == [b"j", (80, 24), "blur", "focus"]
    assert Page.heard == [["pong", "1480000000000"]]


@pytest.mark.parametrize(("words", "heard"), SAID)
def test_what_pages_say_is_understood_and_nothing_else(words: str, heard: bool) -> None:
    pytest.importorskip("textual_serve")
    from tui.cli.serving import understood  # noqa: PLC0415 - an extra

    assert understood(words) == heard
