"""What each role looks like in the theme at hand: the styles of `app.tcss`, asked once per screen and not once per widget."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual.widget import Widget

from tui.view.roles import ROLES


class Looks(Widget):
    """Never shown. Each screen with canvases has one."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"role--{role}" for role in ROLES}

    def __init__(self) -> None:
        super().__init__()
        self._styles: dict[str, Style] = {"": Style.null()}

    def notify_style_update(self) -> None:
        """Forget the old theme."""
        super().notify_style_update()
        self._styles = {"": Style.null()}

    def style(self, roles: str) -> Style:
        """The style of one or more roles, later ones on top; what they do not say stays as it was."""
        style = self._styles.get(roles)
        if style is None:
            style = Style.null()
            for role in roles.split():
                style += self.get_component_rich_style(f"role--{role}", partial=True)
            self._styles[roles] = style
        return style
