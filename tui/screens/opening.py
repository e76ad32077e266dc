"""What stands on the screen until the dossier is open, and what is said when it cannot be opened."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from tui.view.spans import safe


class OpeningScreen(Screen[None]):
    """One line; after a failure the error, its hint and how to leave."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,escape", "leave", "leave", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self.failed = False

    def compose(self) -> ComposeResult:
        """One line in the middle."""
        yield Static("opening …", id="opening", markup=False)

    def fail(self, message: str, hint: str) -> None:
        """Say why there is nothing to see."""
        self.failed = True
        lines = [message, hint, "q leaves"]
        self.query_one("#opening", Static).update("\n\n".join(safe(line) for line in lines if line))

    def action_leave(self) -> None:
        """Leave: 2 when the dossier could not be opened."""
        self.app.exit(2 if self.failed else 0)
