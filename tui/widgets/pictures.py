"""A picture of the screen, taken where keys are heard and drawn in any thread."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from rich.console import Console
from textual._compositor import InlineUpdate
from textual._context import visible_screen_stack
from textual.app import App


def taken(app: App[Any]) -> Callable[[], str]:
    """What stands on the screen now; asked for it draws it as SVG, which takes as long as several paints.

    `App.export_screenshot` of Textual 8.2 does both at once, and what was to be painted next is not painted any more.
    """
    visible_screen_stack.set(app._background_screens)
    size, lines = app.size, app.screen._compositor.render_strips()

    def drawn() -> str:
        console = Console(
            width=size.width, height=size.height, file=io.StringIO(), force_terminal=True, color_system="truecolor",
            record=True, legacy_windows=False, safe_box=False,
        )  # fmt: skip
        console.print(InlineUpdate(lines))
        return console.export_svg(title=app.title)

    return drawn
