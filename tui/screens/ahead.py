"""The screens that keys open from the first one, imported once that one stands: nobody waits for them then, and no key later."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module

OPENED_BY_KEYS = (
    "compare", "discrepancies", "why", "origins", "sources", "cast", "links", "compared", "facets", "actors", "query",
    "problems", "keys", "palette",
)  # fmt: skip
"""Those pressed soonest first."""


def imported_ahead() -> Iterator[str]:
    """Imports one after the other what is not imported yet, and names each."""
    for name in map("tui.screens.{}".format, OPENED_BY_KEYS):
        if name not in sys.modules:
            import_module(name)
            yield name
