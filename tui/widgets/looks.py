"""What each role looks like in the theme at hand: the styles of `roles.tcss`, asked of the style sheet once for all screens."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from rich.style import Style
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.message import Message
from textual.widget import Widget

from tui.view.roles import ROLES

_ASKED: WeakKeyDictionary[Stylesheet, tuple[list[RuleSet], dict[str, Style]]] = WeakKeyDictionary()
"""Of each style sheet its rules, and what they were found to say of roles; another theme makes other rules."""


class Recoloured(Message):
    """Every part has the colours of the theme."""


class Looks(Widget):
    """Never shown. Each screen with canvases has one: where the rules of `roles.tcss` look for roles."""

    def style(self, roles: str) -> Style:
        """The style of one or more roles, later ones on top; what they do not say stays as it was."""
        sheet = self.app.stylesheet
        rules, known = _ASKED.get(sheet, ((), {}))
        if rules is not sheet.rules:
            _ASKED[sheet] = sheet.rules, (known := {"": Style.null()})
        style = known.get(roles)
        if style is None:
            style = known[roles] = Style.combine([self._asked(role) for role in roles.split()])
        return style

    def asking_again(self) -> Iterator[None]:
        """Ask a new style sheet for every role the one before was asked for, one a step: a paint would ask for all at once."""
        _, before = _ASKED.get(self.app.stylesheet, ((), {}))
        for roles in before:
            self.style(roles)
            yield

    def _asked(self, role: str) -> Style:
        """Textual would ask for all sixty when the widget is mounted."""
        if role not in ROLES:
            raise KeyError(role)
        part = DOMNode(classes=f"role--{role}")
        part._attach(self)
        self.app.stylesheet.apply(part, animate=False)
        return part.styles.partial_rich_style
