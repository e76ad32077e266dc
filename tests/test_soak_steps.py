from __future__ import annotations

import asyncio
import time

from tests.soak.steps import FRAME, Steps


async def test_a_step_that_works_for_longer_than_a_frame_is_counted_with_what_was_pressed():
    def works():
        end = time.thread_time() + 2 * FRAME
        while time.thread_time() < end:
            pass

    steps = Steps()
    steps.key = "j on TimelineScreen"
    with steps.timed():
        asyncio.get_running_loop().call_soon(works)
        await asyncio.sleep(0.2)
    (held,) = steps.names.values()
    assert (steps.over, steps.over_here, steps.waited, held.steps, held.key) == (1, 1, 0, 1, "j on TimelineScreen")
    assert "works" in steps.slowest(1)[0]


async def test_a_step_that_only_waits_is_none_of_ours_nor_is_what_drives():
    steps = Steps()
    with steps.timed():
        asyncio.get_running_loop().call_soon(time.sleep, 2 * FRAME)
        await asyncio.sleep(0.2)
        end = time.thread_time() + 2 * FRAME
        while time.thread_time() < end:
            pass
        await asyncio.sleep(0)
    assert (steps.over, steps.waited, dict(steps.names)) == (0, 0, {})
    assert steps.late >= 1


async def test_all_is_as_before_when_it_ends():
    before = asyncio.Handle._run
    with Steps().timed():
        assert asyncio.Handle._run is not before
    assert asyncio.Handle._run is before
