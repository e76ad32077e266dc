"""One line to type into, at the foot of the screen."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from tui.screens.showing import Overlay


class PromptScreen(Overlay[str | None]):
    """Enter gives the text, Esc gives None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "cancel", show=False)]

    def __init__(self, label: str, value: str, hint: str) -> None:
        super().__init__()
        self._label, self._value, self._hint = label, value, hint

    def compose(self) -> ComposeResult:
        """Label and field."""
        with Horizontal(id="prompt"):
            yield Static(f" {self._label} ", id="prompt-label", markup=False)
            yield Input(self._value, placeholder=self._hint, id="prompt-text")

    @on(Input.Submitted)
    def submitted(self, message: Input.Submitted) -> None:
        """Give the text."""
        self.dismiss(message.value)

    def action_cancel(self) -> None:
        """Give nothing."""
        self.dismiss(None)
