"""Styles that are parsed once. Textual parses all of them again at its start, and again when the next view brings styles along."""

from __future__ import annotations

from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

from tui.widgets.remains import let_go


class ParsedOnce(Stylesheet):
    """A stylesheet that parses a text again only where its colours are others."""

    def __init__(self, *, variables: dict[str, str]) -> None:
        super().__init__(variables=variables)
        self._coloured = variables

    def set_variables(self, variables: dict[str, str]) -> None:
        """Forgets what was parsed with other colours."""
        if variables != self._coloured:
            self._coloured = variables
            super().set_variables(variables)

    def reparse(self) -> None:
        """As `parse`, which remembers every text, and leaves the rules as they were where one is wrong."""
        self.parse()

    def _process_component_classes(self, node: DOMNode) -> None:
        before = list(node._component_styles.values())
        super()._process_component_classes(node)
        for styles in before:
            let_go(styles)
