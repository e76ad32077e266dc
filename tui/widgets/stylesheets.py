"""Styles that are parsed once. Textual parses all of them again at its start, and again when the next view brings styles along."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

from tui.widgets.remains import let_go

_TEXTS, _STYLES = 256, 4096
"""Remembered for a theme."""


class ParsedOnce(Stylesheet):
    """A stylesheet that parses a text once with the colours of each theme."""

    def __init__(self, *, variables: dict[str, str]) -> None:
        super().__init__(variables=variables)
        self._coloured = variables
        self._parsed: dict[frozenset[tuple[str, str]], tuple[LRUCache[Any, Any], LRUCache[Any, Any]]] = {}
        """What was parsed with the colours of other themes: of a few."""

    def is_coloured(self, variables: dict[str, str]) -> bool:
        """Whether these are its colours."""
        return variables == self._coloured

    def set_variables(self, variables: dict[str, str]) -> None:
        """Lays aside what was parsed with other colours."""
        if self.is_coloured(variables):
            return
        self._parsed[frozenset(self._coloured.items())] = self._parse_cache, self._style_parse_cache
        before = self._parsed.pop(frozenset(variables.items()), None)
        self._parse_cache, self._style_parse_cache = LRUCache(_TEXTS), LRUCache(_STYLES)
        super().set_variables(variables)  # which clears them
        if before is not None:
            self._parse_cache, self._style_parse_cache = before
        self._coloured = variables

    def parsing(self) -> Iterator[None]:
        """Parse one text after the other, for `reparse` to find all parsed. Raises what it raises."""
        for read_from, (text, is_default, tie_breaker, scope) in list(self.source.items()):
            self._parse_rules(text, read_from, is_default, tie_breaker, scope)
            yield

    def reparse(self) -> None:
        """As `parse`, which remembers every text, and leaves the rules as they were where one is wrong."""
        self.parse()

    def _process_component_classes(self, node: DOMNode) -> None:
        before = list(node._component_styles.values())
        super()._process_component_classes(node)
        for styles in before:
            let_go(styles)
