"""View 7 writes and looks ahead in a thread: keys go on meanwhile, and what they asked for is done in their order."""

from __future__ import annotations

import asyncio
import threading
import time
from concurrent.futures import Future
from pathlib import Path

import pytest

from tests.screens.test_links import BAKERY, DOSSIER, walking, written
from tests.walking import seen
from tui.core.linking.previews import preview
from tui.files.accepting import Written, write_link
from tui.files.outcomes import SaveFailed
from tui.screens.desk import Desk
from tui.screens.links import LinksScreen
from tui.screens.timeline import TimelineScreen

MORE = (
    f'[[source]]\nid = "sana"\n[[report]]\nid = "sana/loose"\nsource = "sana"\nwhen = 2016-07-02\nwhat = "{BAKERY}"\n'
)
"""A third report of the bakery: three pairs."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "all.toml").write_text(DOSSIER + MORE, encoding="utf-8")
    return tmp_path


FULL = SaveFailed(path="a", code="disk-full", message="the disk is full", hint="make room", yours="same = false\n")


class Disk:
    """Writes once it is let, and remembers in which order and in which thread it was asked."""

    def __init__(self, monkeypatch) -> None:
        self.go_on, self.asked, self.threads = threading.Event(), [], set()
        monkeypatch.setattr("tui.screens.links.write_link", self.write)

    def write(self, path, dossier, edit, history, **options):
        self.threads.add(threading.get_ident())
        self.asked.append(dict(edit.values.entries)["same"])
        self.go_on.wait(10)
        return write_link(path, dossier, edit, history, **options)


async def test_while_the_disk_is_slow_keys_go_on_and_nothing_is_called_decided(folder, monkeypatch) -> None:
    disk = Disk(monkeypatch)
    async with walking(folder) as walk:
        await walk.press("7")
        await walk.shows("3 pairs")
        await walk.hurry("!")
        assert walk.screen.rows.cursor == 1
        assert (written(folder), "decided," in seen(walk.app)) == ("", False)
        disk.go_on.set()
        await walk.shows("1 decided")
        assert "same = false" in written(folder)
    assert threading.get_ident() not in disk.threads


async def test_decisions_are_written_in_the_order_of_their_keys_and_the_last_is_taken_back(folder, monkeypatch) -> None:
    disk = Disk(monkeypatch)
    async with walking(folder) as walk:
        await walk.press("7")
        await walk.shows("3 pairs")
        for key in ("!", " ", "U"):
            await walk.hurry(key)
        assert written(folder) == ""
        disk.go_on.set()
        await walk.drawn()
        assert disk.asked == [False, "disputed"]
        assert [line for line in written(folder).splitlines() if line.startswith("same")] == ["same = false"]
        assert "1 decided" in await walk.shows("1 decided")
        assert walk.screen.rows.cursor == 1


async def test_a_form_that_is_being_written_stays_until_it_is(folder, monkeypatch) -> None:
    """It was left, and once the disk had answered took the view below it away."""
    disk = Disk(monkeypatch)
    async with walking(folder) as walk:
        await walk.press("7")
        await walk.shows("3 pairs")
        await walk.press("A")
        await walk.shows("One event or two?")
        await walk.press("enter", *"why", "enter", *"Ana")
        for key in ("enter", "escape", "escape"):
            await walk.hurry(key)
        await walk.shows("it is being written")
        disk.go_on.set()
        await walk.shows("1 decided")
        assert isinstance(walk.screen, LinksScreen)


class Late:
    """What a thread waits for that wakes late."""

    def __init__(self, asked: Future[int]) -> None:
        self.asked = asked

    def result(self) -> int:
        came = self.asked.result()
        time.sleep(0.3 if came == 1 else 0)
        return came


async def test_what_came_of_writes_is_heard_in_their_order_whichever_thread_wakes_first(folder, monkeypatch) -> None:
    """Found on a busy machine: a decision was heard of after its being taken back, and stood as decided ever after."""
    async with walking(folder) as walk:
        desk, heard = walk.screen.session.desk, []
        monkeypatch.setattr(desk, "soon", lambda write: Late(Desk.soon(desk, write)))
        for number in (1, 2, 3):
            walk.screen.in_turn(lambda number=number: number, heard.append)
        for _ in range(600):
            if len(heard) == 3:
                break
            await asyncio.sleep(1 / 60)
    assert heard == [1, 2, 3]


async def test_a_pair_is_decided_once_however_often_it_is_asked(folder, monkeypatch) -> None:
    disk = Disk(monkeypatch)
    async with walking(folder) as walk:
        await walk.press("7")
        await walk.shows("3 pairs")
        for key in ("!", "k", "="):
            await walk.hurry(key)
        assert "decided already" in walk.told()
        disk.go_on.set()
        await walk.shows("1 decided")
    assert disk.asked == [False]


async def test_what_cannot_be_written_is_told_at_its_pair(folder, monkeypatch) -> None:
    monkeypatch.setattr(
        "tui.screens.links.write_link", lambda path, dossier, edit, history, **_: Written(FULL, history)
    )
    async with walking(folder) as walk:
        await walk.press("7")
        await walk.shows("3 pairs")
        await walk.press("!")
        await walk.drawn()
        assert "not written" in walk.told()
        assert "the disk is full" in walk.told()
        assert (walk.screen.rows.cursor, "decided," in seen(walk.app)) == (0, False)


async def test_who_leaves_at_once_has_it_written_and_read_all_the_same(folder, monkeypatch) -> None:
    disk = Disk(monkeypatch)
    async with walking(folder) as walk:
        await walk.press("7")
        await walk.shows("3 pairs")
        for key in (" ", "q"):
            await walk.hurry(key)
        assert isinstance(walk.screen, TimelineScreen)
        disk.go_on.set()
        await walk.shows("disputed: Shells hit")
        assert 'same = "disputed"' in written(folder)


async def test_what_would_follow_is_found_out_beside_the_keys(folder, monkeypatch) -> None:
    threads = set()

    def looked(dossier, named):
        threads.add(threading.get_ident())
        return preview(dossier, named)

    monkeypatch.setattr("tui.screens.compared.preview", looked)
    async with walking(folder) as walk:
        await walk.press("7")
        await walk.shows("3 pairs", "brings 1 report")
    assert threads
    assert threading.get_ident() not in threads


async def test_of_pairs_looked_at_the_last_few_stay_judged(folder, monkeypatch) -> None:
    monkeypatch.setattr("tui.screens.links.JUDGED", 2)
    async with walking(folder) as walk:
        await walk.press("7")
        for key in ("", "j", "j"):
            await walk.press(*key)
            await walk.shows("3 pairs", "brings ")
        assert len(walk.screen._judged_pairs) == 2
        assert (walk.screen.chosen().a, walk.screen.chosen().b) in walk.screen._judged_pairs
