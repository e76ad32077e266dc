"""How far the writing of a file is, at the foot of the screen. Esc ends it, Enter lets it go on unseen."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static
from textual.worker import Worker

from tui.core.progress import Listener
from tui.core.values import dataclass
from tui.screens.showing import Overlay
from tui.view.safety import safe
from tui.view.waiting import writing_left, writing_words


@dataclass(frozen=True, slots=True)
class FileWriting:
    """A file that is being written in a thread."""

    path: str
    listener: Listener
    worker: Worker[None]


class WritingScreen(Overlay[None]):
    """One line, until the file is written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "end", "end", show=False),
        Binding("enter", "unseen", "unseen", show=False),
    ]

    def __init__(self, writing: FileWriting) -> None:
        super().__init__()
        self._writing = writing
        self._phase, self._began = "", monotonic()
        self._left: float | None = None
        """Seconds it was last said to take yet."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static(self._words(), id="writing", markup=False)

    def on_mount(self) -> None:
        """Look ten times a second."""
        self.set_interval(0.1, self._look)

    def _look(self) -> None:
        if self._writing.worker.is_running:
            self.query_one("#writing", Static).update(self._words())
        else:
            self.dismiss(None)

    def _words(self) -> str:
        step = self._writing.listener.step
        if step is not None and step.phase != self._phase:
            self._phase, self._began, self._left = step.phase, monotonic(), None
        self._left = writing_left(step, monotonic() - self._began, self._left)
        return writing_words(safe(Path(self._writing.path).name), step, self._left)

    def action_end(self) -> None:
        """Have the work end at its next row."""
        self._writing.listener.stop()

    def action_unseen(self) -> None:
        """Let it go on."""
        self.dismiss(None)
