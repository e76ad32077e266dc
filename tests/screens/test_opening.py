"""What stands until the dossier is open."""

from __future__ import annotations

from threading import Event

from textual.widgets import Static

from tests.fake_store import FakeStore
from tests.walking import seen
from tui.app import Explorer
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
