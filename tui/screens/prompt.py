"""One line to type into, at the foot of the screen."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from tui.screens.showing import Overlay, Result
from tui.view.typed import Typed


class Prompt(Overlay[Result | None]):
    """A line to type into that knows what was typed into it before."""

    typed: Typed


class PromptScreen(Prompt[str]):
    """Enter gives the text, Esc gives None; the arrows go to what was entered before."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "cancel", show=False),
        Binding("up,ctrl+p", "recall(-1)", "earlier", show=False, priority=True),
        Binding("down,ctrl+n", "recall(1)", "later", show=False, priority=True),
    ]

    def __init__(self, label: str, value: str, hint: str, before: Typed | None = None) -> None:
        """`before`: what was typed into it before."""
        super().__init__()
        self._label, self._hint = label, hint
        self.typed = (before or Typed()).begun(value)

    def compose(self) -> ComposeResult:
        """Label and field."""
        with Horizontal(id="prompt"):
            yield Static(f" {self._label} ", id="prompt-label", markup=False)
            yield Input(self.typed.line, placeholder=self._hint, id="prompt-text")

    @on(Input.Changed)
    def typing(self, message: Input.Changed) -> None:
        """Another text."""
        self.typed = self.typed.changed(message.value)

    def action_recall(self, by: int) -> None:
        """To what was entered before, or after that."""
        self.typed = self.typed.moved(by)
        field = self.query_one("#prompt-text", Input)
        field.value = self.typed.line
        field.cursor_position = len(field.value)

    @on(Input.Submitted)
    def submitted(self, message: Input.Submitted) -> None:
        """Give the text."""
        self.typed = self.typed.changed(message.value)
        self.dismiss(message.value)

    def action_cancel(self) -> None:
        """Give nothing."""
        self.dismiss(None)
