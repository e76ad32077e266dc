from __future__ import annotations

import asyncio
import time

from tests import watchdog
from tests.walking import Walking
from tests.watchdog import Watchdog, recorded, told


async def test_the_longest_step_is_named_and_not_what_waits():
    def holds():
        time.sleep(0.05)

    with Watchdog() as dog:
        asyncio.get_running_loop().call_soon(holds)
        await asyncio.sleep(0.2)
    assert "holds" in dog.what
    assert dog.longest < 0.2


async def test_walks_record_the_worst_step_of_each_key_in_each_view(monkeypatch):
    async with Walking() as walk:
        monkeypatch.setattr("tests.watchdog.WORST", {})
        await walk.press("j", "2", "j")
        assert list(watchdog.WORST) == ["timeline j", "timeline 2", "compare j"]
        assert min(seconds for seconds, _ in watchdog.WORST.values()) > 0


def test_only_the_longest_is_kept_and_the_worst_are_told_first(monkeypatch):
    monkeypatch.setattr("tests.watchdog.WORST", {})
    for key, seconds, what in (("j", 0.002, "a"), ("j", 0.005, "b"), ("j", 0.001, "c"), ("w", 0.1, "d")):
        recorded(key, seconds, what)
    assert told(1) == ["   100 ms  w                        d"]
    assert told(9)[1:] == ["     5 ms  j                        b"]
