"""The formats of other tools: what each is, and the module that reads it, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from tui.core.values import dataclass
from tui.files.importers.feeds import Feed, Known


@dataclass(frozen=True, slots=True)
class Foreign:
    """One format."""

    name: str
    """What the user types."""
    help: str
    """Which file it reads, in a few words."""
    module: str
    reader: str
    """The class in that module."""

    def open(self, path: str, known: Known) -> Feed:
        """Open a file. Raises `CannotOpen` or `UsageError`."""
        return cast(Callable[[str, Known], Feed], getattr(import_module(self.module), self.reader))(path, known)


FOREIGN: tuple[Foreign, ...] = (
    Foreign("ucdp-ged", "UCDP GED 19.1 to 25.1 and candidate events, CSV or Excel", "tui.files.importers.ucdp", "Ged"),
    Foreign("acled", "ACLED events with old or new columns, CSV or Excel", "tui.files.importers.acled", "Acled"),
    Foreign("gtd", "Global Terrorism Database, Excel or CSV", "tui.files.importers.gtd", "Gtd"),
    Foreign("timesketch", "a Timesketch timeline, CSV or JSON Lines", "tui.files.importers.timesketch", "Timesketch"),
    Foreign(
        "timemap", "events of a timemap as Bellingcat publishes them, JSON", "tui.files.importers.timemap", "Timemap"
    ),
    Foreign("csl-json", "citations of Zotero and others, as sources", "tui.files.importers.csl", "Csl"),
)
"""Every format, in the order of help."""
