"""Full rounds of the collector wait until nobody presses anything."""

from __future__ import annotations

import asyncio
import gc

import pytest

from tests.walking import Walking
from tui.screens import resting


@pytest.fixture
def rounds(monkeypatch):
    monkeypatch.setattr(resting, "REST", 0.05)
    done: list[str] = []
    monkeypatch.setattr(resting, "collect", lambda: done.append("round"))
    return done


async def test_a_round_is_done_once_after_each_time_something_was_pressed(rounds):
    async with Walking() as walk:
        await asyncio.sleep(0.3)
        assert rounds == []
        for number in (1, 2):
            await walk.press("j")
            async with asyncio.timeout(10):
                while len(rounds) < number:
                    await asyncio.sleep(0.01)
            await asyncio.sleep(0.3)
            assert len(rounds) == number


async def test_the_collector_is_as_before_when_the_explorer_has_ended(rounds):
    before = gc.get_threshold()
    async with Walking():
        assert gc.get_threshold() != before
        assert gc.get_freeze_count()
    assert gc.get_threshold() == before
    assert not gc.get_freeze_count()
