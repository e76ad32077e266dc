"""What stands until the dossier is open."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

from textual.widgets import Static

from tests.fake_store import FakeStore
from tests.walking import seen
from tui.app import Explorer
from tui.errors import CannotOpen
from tui.screens.timeline import TimelineScreen


async def test_the_picture_stands_when_the_dossier_is_opened_and_is_painted_again_only_where_it_says_something_else(
    monkeypatch,
):
    stood, painted, go = [], [], Event()
    monkeypatch.setattr(Static, "update", lambda _, words: painted.append(words))

    def opened():
        stood.append(seen(app).strip())
        go.wait(10)
        return FakeStore()

    app = Explorer(opened)
    async with app.run_test() as pilot:
        for _ in range(600):
            if stood:
                break
            await pilot.pause(1 / 60)
        assert stood == ["opening …"]
        await pilot.pause(0.35)  # it looks at the progress ten times a second
        assert painted == []
        go.set()
        for _ in range(600):
            if isinstance(app.screen, TimelineScreen):
                break
            await pilot.pause(1 / 60)
        assert isinstance(app.screen, TimelineScreen)


async def test_what_was_read_while_the_explorer_ended_is_shown_to_nobody():
    """Found as a worker that raised ScreenStackError after `q`."""
    told, app = [], Explorer(FakeStore)
    app.notify = lambda words, **_: told.append(words)
    app._failed(CannotOpen("gone"))
    assert told == []
    async with app.run_test() as pilot:
        for _ in range(600):
            if isinstance(app.screen, TimelineScreen):
                break
            await pilot.pause(1 / 60)
        again, keeper = replace(app._session, store=FakeStore()), app._keeper
        again.store.close = lambda: told.append("closed")
    app._opened(again, TimelineScreen, keeper, app._turn)
    app._unshown = again
    app._renew()
    assert told == ["closed"]
