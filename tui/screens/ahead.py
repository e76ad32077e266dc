"""What keys open from the first screen, imported once that one stands: nobody waits for it then, and no key later."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module

OPENED_BY_KEYS = (
    "screens.compare", "screens.discrepancies", "screens.why", "screens.origins", "screens.sources", "screens.cast",
    "screens.links", "screens.compared", "screens.naming", "screens.facets", "screens.actors", "screens.query", "screens.problems",
    "screens.keys", "screens.palette", "view.quotations", "view.citations", "view.proposals", "core.suggestions",
)  # fmt: skip
"""Those pressed soonest first."""


def imported_ahead() -> Iterator[str]:
    """Imports one after the other what is not imported yet, and names each."""
    for name in map("tui.{}".format, OPENED_BY_KEYS):
        if name not in sys.modules:
            import_module(name)
            yield name
