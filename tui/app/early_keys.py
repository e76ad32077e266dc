"""Keys in the order they were pressed: each is held until what the one before it opened can hear it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from itertools import dropwhile
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.events import Event, Key, Paste
from textual.message import Message

from tui.screens.asked import CaughtUp

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.timer import Timer

_PATIENCE = 0.2
"""Seconds: a follower that is not back after one to two of them went down with a screen that closed; another is sent."""
_LONG = 2
"""Beats of that length that who leaves a view waits for what it keeps."""


class Followed(Message):
    """Goes the way of a key, from what has the focus up to the app, behind everything the key has caused so far."""

    def __init__(self, screen: Screen[object], *, first: bool) -> None:
        super().__init__()
        self.screen = screen
        """On top when it left."""
        self.first = first
        """Whether it left with the key: what the key does may not have come of it yet."""


class KeysInOrder(App[int]):
    """An app whose keys never overtake each other.

    Textual hands a key to the screen that is on top when it comes, and what a key opens comes on top later: of two
    keys typed fast the second would go to the screen that the first has left. Here the second waits until a follower sent
    behind the first has come back twice, the last time to the screen it left from; and, where a view keeps what the first
    asks for until its list is there, for that.
    """

    AT_ONCE: ClassVar[frozenset[str]] = frozenset({"ctrl+c", "ctrl+q", "ctrl+z"})
    """Keys that wait for nothing."""
    _beats_kept = 0

    def __init__(self) -> None:
        super().__init__()
        self._held: deque[Key | Paste] = deque()
        self._follower: Followed | None = None
        self._missed: Followed | None = None
        self._beat: Timer | None = None

    def stays(self, key: Key) -> bool:
        """Whether the key, pressed now, leads to no other screen: those after it need not wait."""
        return False

    def keeps(self) -> bool:
        """Whether the view on top keeps something that leads on from it until it can do it."""
        return False

    def lets_be(self, key: Key) -> bool:
        """Whether who presses the key would rather leave than wait for what is kept."""
        return False

    def let_be(self) -> None:
        """What is kept is not to be done any more."""

    async def on_event(self, event: Event) -> None:
        """Hold a key, or a paste, while the one before is still at work."""
        at_once = isinstance(event, Key) and event.key in self.AT_ONCE
        if not isinstance(event, Key | Paste) or event.is_forwarded or at_once:
            await super().on_event(event)
        elif self._follower is None and not self._held and not self.keeps():
            await self._hear(event)
        else:
            self._hold([*self._held, event])

    def hear_first(self, keys: Iterable[Key]) -> None:
        """Keys that were pressed before all that are held."""
        self._hold([*keys, *self._held])
        if self._follower is None:
            self._follow()

    def _hold(self, events: Iterable[Key | Paste]) -> None:
        self._held = deque(events)
        if self._beat is None:
            self._beat = self.set_interval(_PATIENCE, self._look)
        self._beat.resume()

    async def _hear(self, event: Key | Paste) -> None:
        try:
            await super().on_event(event)
        finally:
            if isinstance(event, Paste) or not self.stays(event):
                self._follow(first=True)

    def _follow(self, *, first: bool = False) -> None:
        """Send a follower. One that cannot be sent, or never comes back, is missed by `_look`."""
        if self.screen_stack:
            self._follower = Followed(self.screen, first=first)
            (self.focused or self.screen).post_message(self._follower)

    def _look(self) -> None:
        """Keys are held: send another follower where the last was here one beat ago already, and wait no longer for a view than
        somebody who leaves it."""
        if not self._held and self._beat is not None:
            self._beat.pause()
            self._missed = None
            return
        if self._follower is None and self.keeps():
            self._beats_kept += 1
            leaving = next((each for each in self._held if isinstance(each, Key) and self.lets_be(each)), None)
            if self._beats_kept > _LONG and leaving is not None:
                self.let_be()
                self._hold(dropwhile(lambda each: each is not leaving, self._held))
                self._follow()
            return
        self._beats_kept = 0
        if self._missed is self._follower:
            self._follow()
        self._missed = self._follower

    async def on_followed(self, message: Followed) -> None:
        """The key has done what it does, or has led to another screen, which then must be ready."""
        message.stop()
        if message is not self._follower or not self.screen_stack:
            return
        if message.first or message.screen is not self.screen:
            self._follow()
            return
        self._follower = None
        while self._held and self._follower is None and not self.keeps():
            await self._hear(self._held.popleft())

    def on_caught_up(self, message: CaughtUp) -> None:
        """What a view kept is done: keys follow what has come of it."""
        message.stop()
        message.then()
        self._follow(first=True)
