from __future__ import annotations

import asyncio
import time

from tests.watchdog import Watchdog


async def test_the_longest_step_is_named_and_not_what_waits():
    def holds():
        time.sleep(0.05)

    with Watchdog() as dog:
        asyncio.get_running_loop().call_soon(holds)
        await asyncio.sleep(0.2)
    assert "holds" in dog.what
    assert dog.longest < 0.2
