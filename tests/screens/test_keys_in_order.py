"""No key overtakes the one before it, whatever that one opens or closes; some wait for nothing."""

from __future__ import annotations

import asyncio
from typing import ClassVar

import pytest
from textual.binding import Binding
from textual.events import Key, Paste
from textual.screen import Screen
from textual.widgets import Input

from tests.walking import Walking
from tui.app.early_keys import Followed, KeysInOrder
from tui.app.views import Views
from tui.screens.asked import CaughtUp
from tui.screens.origins import OriginsScreen
from tui.screens.timeline import TimelineScreen


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("&abc", "abc"),
        ("/kil", "kil"),
        ("3:ab", "ab"),
        ("afa", "fa"),
        ("3j1&ab", "ab"),
        ("/x\n&ab", "ab"),
        ("Sab", "ab"),
    ],
)
async def test_what_is_typed_at_once_stands_in_the_line_that_the_key_opens(keys, text):
    async with Walking() as walk:
        await walk.hurry(*("enter" if key == "\n" else key for key in keys))
        await walk.drawn()
        async with asyncio.timeout(10):
            while not any(field.value == text for field in walk.screen.query(Input)):
                await walk.settle()


async def test_a_paste_waits_for_its_line_too():
    async with Walking() as walk:
        walk.app.post_message(Key("slash", "/"))
        walk.app.post_message(Paste("killed"))
        async with asyncio.timeout(10):
            while not any(field.value == "killed" for field in walk.screen.query(Input)):
                await walk.settle()


@pytest.mark.parametrize(
    "keys", ["3j4l5j6j2j1j", "p1j", "2}b3j4", "?jq3", "jcllc2lb1", "3P4q5", "345", "3m4q", "3jq1j", "6j2l"]
)
async def test_views_opened_in_a_hurry_are_those_opened_slowly(keys):
    async def end(press):
        async with Walking() as walk:
            told, notify = [], walk.app.notify
            walk.app.notify = lambda words, **named: told.append(words) or notify(words, **named)
            await press(walk)(*keys)
            await walk.drawn()
            await walk.settle()
            return type(walk.screen).__name__, walk.timeline.state, any("works in" in words for words in told)

    assert await end(lambda walk: walk.hurry) == await end(lambda walk: walk.press)


class Noting(Screen[None]):
    """Writes down its keys; ready when it is let go."""

    def __init__(self, name: str, noted: list[str], *, ready: bool = True) -> None:
        super().__init__()
        self.called, self.noted, self.go = name, noted, asyncio.Event()
        if ready:
            self.go.set()

    async def on_mount(self) -> None:
        await self.go.wait()

    def on_key(self, event: Key) -> None:
        self.noted.append(f"{self.called} {event.key}")
        if event.key == "o":
            self.app.push_screen(self.app.next)


class Noter(KeysInOrder):
    BINDINGS: ClassVar = [Binding(key, "note", priority=True) for key in ("ctrl+c", "ctrl+q", "ctrl+z")]

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[str] = []
        self.next = Noting("second", self.noted, ready=False)
        self.kept = False

    def get_default_screen(self) -> Screen[None]:
        return Noting("first", self.noted)

    def stays(self, key: Key) -> bool:
        return key.key == "j"

    def keeps(self) -> bool:
        return self.kept

    def lets_be(self, key: Key) -> bool:
        return key.key == "q"

    def let_be(self) -> None:
        self.noted.append("let be")
        self.kept = False

    def action_note(self) -> None:
        self.noted.append("at once")

    async def until(self, noted: list[str]) -> None:
        try:
            async with asyncio.timeout(10):
                while self.noted != noted:
                    await asyncio.sleep(0.01)
        except TimeoutError:
            self.next.go.set()  # a screen that is never ready is never closed
            raise AssertionError(self.noted) from None


def typed(app: Noter, keys: str) -> None:
    for key in keys:
        app.post_message(Key(key, key))


async def test_keys_are_held_until_the_screen_is_ready_and_come_in_order():
    app = Noter()
    async with app.run_test():
        typed(app, "ajjojbc")
        await app.until(["first a", "first j", "first j", "first o"])
        typed(app, "d")
        app.next.go.set()
        await app.until(["first a", "first j", "first j", "first o", "second j", "second b", "second c", "second d"])


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q", "ctrl+z"])
async def test_leaving_and_suspending_wait_for_nothing(key):
    app = Noter()
    async with app.run_test():
        app.screen.disable_messages(Followed)
        typed(app, "ab")
        app.post_message(Key(key, None))
        await app.until(["at once", "first a"])
        app.screen.enable_messages(Followed)
        await app.until(["at once", "first a", "first b"])


async def test_a_follower_that_is_lost_does_not_leave_the_keyboard_dead():
    app = Noter()
    async with app.run_test():
        app.screen.disable_messages(Followed)
        typed(app, "ab")
        await app.until(["first a"])
        app.screen.enable_messages(Followed)
        await app.until(["first a", "first b"])


async def test_keys_from_before_the_dossier_come_before_those_held():
    app = Noter()
    async with app.run_test():
        typed(app, "oc")
        await app.until(["first o"])
        app.hear_first([Key("a", "a"), Key("b", "b")])
        app.next.go.set()
        await app.until(["first o", "second a", "second b", "second c"])


async def test_moves_are_held_by_nothing():
    async with Walking() as walk:
        assert walk.app.stays(Key("j", "j"))
        assert walk.app.stays(Key("pagedown", None))
        assert not walk.app.stays(Key("t", "t"))
        assert not walk.app.stays(Key("enter", None))
        await walk.press("&")
        assert not walk.app.stays(Key("j", "j"))
        await walk.press("escape", "3")
        assert walk.app.stays(Key("j", "j"))
        assert not walk.app.stays(Key("l", "l"))
        await walk.press("q")
        assert isinstance(walk.screen, TimelineScreen)


async def test_what_is_pressed_after_something_kept_waits_until_it_is_done():
    app = Noter()
    async with app.run_test():
        app.kept = True
        typed(app, "ab")
        await asyncio.sleep(0.5)  # beats look after lost followers meanwhile
        assert app.noted == []
        app.screen.post_message(CaughtUp(lambda: setattr(app, "kept", False)))
        await app.until(["first a", "first b"])


async def test_a_view_that_leads_on_late_is_waited_for_until_the_app_knows_where_to(monkeypatch):
    asked, shown = [], Views.on_view_asked
    monkeypatch.setattr(
        Views, "on_view_asked", lambda app, message: asked.append((message.view, app.keeps())) or shown(app, message)
    )
    async with Walking() as walk:
        await walk.press("3")
        left = walk.screen
        asked.clear()
        left._early, left.led_on = ["origins"], True
        left.counted()
        await walk.drawn()
        assert (asked, left.led_on, type(walk.screen)) == ([("origins", True)], False, OriginsScreen)


async def test_who_would_leave_does_not_wait_for_long():
    app = Noter()
    async with app.run_test():
        app.kept = True
        typed(app, "abqc")
        await app.until(["let be", "first q", "first c"])
