"""All names of a dossier are compared once however often that is asked for, and not for a view that is gone."""

from __future__ import annotations

import asyncio
from pathlib import Path
from threading import Event

import pytest

from tests.walking import Walking
from tui.core.progress import Step
from tui.errors import Cancelled
from tui.index.opening import open_dossier

DOSSIER = """\
[[actor]]
id = "saloum"
name = "Mozahem al-Saloum"

[[source]]
id = "dw"

[[report]]
source = "dw"
event = "clash"
when = 2016-07-02
who = { attacker = "Muzahem Sallum Ali" }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "all.toml").write_text(DOSSIER, encoding="utf-8")
    return tmp_path


def walking(folder: Path) -> Walking:
    return Walking(lambda: open_dossier([str(folder)]))


async def until(event: Event) -> None:
    async with asyncio.timeout(10):
        while not event.is_set():
            await asyncio.sleep(0.01)


async def test_names_are_compared_once_however_often_they_are_asked_for(folder, monkeypatch) -> None:
    """Found by the soak over 100 000 reports: each K began another comparison, which ran on for five minutes after the end."""
    go_on, begun = Event(), []
    monkeypatch.setattr("tui.screens.naming.suggested_apart", lambda *_: begun.append(1) or (go_on.wait(10) and ()))
    async with walking(folder) as walk:
        await walk.hurry("K", "K", "K")
        await walk.shows("the names are still being compared")
        go_on.set()
        await walk.shows("no name is in doubt")
        assert begun == [1]
        await walk.press("K")
        assert begun == [1, 1]


@pytest.mark.parametrize("keys", [["6", "K", "q"], ["K", "q"]])
async def test_who_leaves_ends_the_comparing_of_names(folder, monkeypatch, keys) -> None:
    begun, ended = Event(), Event()

    def slow(_, watch) -> tuple[()]:
        begun.set()
        try:
            while True:
                watch(Step("comparing", 0, 1))
        except Cancelled:
            ended.set()
            raise

    monkeypatch.setattr("tui.screens.naming.suggested_apart", slow)
    async with walking(folder) as walk:
        await walk.hurry(*keys[:-1])
        await until(begun)
        await walk.hurry(*keys[-1:])
        await until(ended)
