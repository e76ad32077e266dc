"""A picture shows the dossier, and never what stands there until it is open."""

from __future__ import annotations

import threading
import time
from functools import partial
from pathlib import Path

import pytest
from rich.console import Console

from tests.builders import good_dossier
from tests.scenarios import SUMMER
from tests.walking import Walking
from tui.app import Explorer
from tui.app.picture import picture
from tui.index.opening import open_dossier, store
from tui.screens.desk import Desk
from tui.screens.sources import clashes

TEXT = '[[source]]\nid = "a"\n[[report]]\nsource = "a"\nevent = "e"\nwhat = "Burned."\n'


def test_a_picture_waits_for_a_first_view_that_comes_late(monkeypatch: pytest.MonkeyPatch) -> None:
    push = Explorer.push_screen
    late = lambda app, screen: app.set_timer(0.3, lambda: push(app, screen))  # noqa: E731
    monkeypatch.setattr(Explorer, "push_screen", late)
    drawn = picture(lambda: store(good_dossier(TEXT)))
    assert ("opening" in drawn, "Burned." in drawn) == (False, True)


def test_a_picture_waits_for_what_a_view_reads_after_the_last_key(monkeypatch: pytest.MonkeyPatch) -> None:
    def slowly(*asked):
        time.sleep(0.5)
        return clashes(*asked)

    monkeypatch.setattr("tui.screens.sources.clashes", slowly)
    drawn = picture(partial(open_dossier, [str(SUMMER)]), press=("5", "j", "l"))
    assert ("reading&#160;where" in drawn, "clash&#160;in" in drawn) == (False, True)


async def test_f8_saves_a_picture_in_the_folder_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with Walking() as walk:
        await walk.press("f8")
        (file,) = tmp_path.iterdir()
        await walk.shows(f"saved {file.name}")
        assert file.read_text(encoding="utf-8").startswith("<svg")


async def test_f8_draws_where_no_key_waits_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Found by the soak: it held the loop for 150 ms."""
    monkeypatch.chdir(tmp_path)
    drawing, threads = Console.export_svg, list[bool]()

    def noted(console: Console, **options: str) -> str:
        threads.append(threading.current_thread() is threading.main_thread())
        return drawing(console, **options)

    monkeypatch.setattr(Console, "export_svg", noted)
    async with Walking() as walk:
        await walk.press("f8")
        await walk.shows("saved ")
    assert threads == [False]


async def test_where_no_picture_can_be_saved_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Found by hand in a folder that was gone: the explorer stopped because of a mistake in itself."""
    gone, kept = tmp_path / "gone", tmp_path / "kept"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    async with Walking(size=(200, 50), desk=lambda: Desk(kept=kept)) as walk:
        await walk.press("f8")
        await walk.shows("not saved: ", "the folder is no longer there")
        assert len([*kept.iterdir()]) == 1
