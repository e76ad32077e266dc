"""What stands on the screen until the dossier is open, and what is said when it cannot be opened."""

from __future__ import annotations

from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from tui.core.progress import Listener
from tui.view.waiting import FIRST_WORDS, NOT_HERE, failed_words, opening_left, waiting_words

_HELP = ("question_mark", "f1")


class OpeningScreen(Screen[None]):
    """One word, after half a second how far it is; after a failure the error, its hint and the keys there are."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "leave", "leave", show=False)]

    def __init__(self, listener: Listener | None = None) -> None:
        super().__init__()
        self.failed = False
        self._failure = ("", "")
        """What could not be done, and what can be."""
        self._keys_shown = False
        self.typed: list[Key] = []
        """Keys pressed so far."""
        self._listener = listener or Listener()
        self._began, self._words = monotonic(), FIRST_WORDS
        self._left: float | None = None
        """Seconds it was last said to take yet."""
        self._beat = Timer(self, 0.1, pause=True)

    def compose(self) -> ComposeResult:
        """A few lines in the middle."""
        yield Static(self._words, id="opening", markup=False)

    def on_mount(self) -> None:
        """Look at the progress ten times a second."""
        self._beat = self.set_interval(0.1, self._look)

    def on_screen_suspend(self) -> None:
        """Rest: whatever changes under another view has Textual paint that one anew, whole."""
        self._beat.pause()

    def on_screen_resume(self) -> None:
        """Go on where one comes back."""
        self._beat.resume()

    def on_key(self, event: Key) -> None:
        """What is typed before there is anything to see is kept for the first view; where there will be none, it is answered."""
        if event.key == "q":
            return
        if not self.failed:
            self.typed.append(event)
        elif event.key in _HELP or (event.key == "escape" and self._keys_shown):
            self._keys_shown = not self._keys_shown
            self._tell()
        else:
            self.notify("q leaves" if event.key == "escape" else NOT_HERE, markup=False)

    def _look(self) -> None:
        step, elapsed = self._listener.step, monotonic() - self._began
        self._left = opening_left(step, elapsed, self._left)
        words = waiting_words(step, elapsed, self._left)
        if not self.failed and words != self._words:
            self._words = words
            self.query_one("#opening", Static).update(words)

    def begin(self) -> None:
        """The dossier is being opened, perhaps anew: what could not be done a moment ago is no longer said."""
        if self.failed:
            self.failed, self._began, self._words = False, monotonic(), ""
            self._left = None

    def fail(self, message: str, hint: str) -> None:
        """Say why there is nothing to see. What was typed for a view is let go of: one that comes later opens as it is."""
        self.failed, self._failure = True, (message, hint)
        self.typed.clear()
        self._tell()

    def _tell(self) -> None:
        self.query_one("#opening", Static).update(failed_words(*self._failure, keys=self._keys_shown))

    def action_leave(self) -> None:
        """Leave, and have the opening end: 2 when the dossier could not be opened."""
        self._listener.stop()
        self.app.exit(2 if self.failed else 0)
