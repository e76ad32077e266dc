"""The keys of a view and what the marks mean."""

from __future__ import annotations

from tui.screens.sheet import SheetScreen
from tui.view.actions import Situation
from tui.view.glyphs import Glyphs
from tui.view.keymap import Keymap
from tui.view.keys import keys
from tui.view.spans import Line


class KeysScreen(SheetScreen):
    """Every key of the view, grouped."""

    heading = "Keys"

    def __init__(self, now: Situation, glyphs: Glyphs, keymap: Keymap) -> None:
        super().__init__()
        self._now, self._glyphs, self._keymap = now, glyphs, keymap

    def lines(self, width: int) -> tuple[Line, ...]:
        """The keys."""
        return keys(self._now, width, self._glyphs, self._keymap)
