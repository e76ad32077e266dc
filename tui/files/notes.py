"""What is worth knowing about the words in reports without being wrong: times and numbers no rule reads.

They may be the source's own words, so they are notes, never problems. How they are read is decided in `core`.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.core.model import Dossier
from tui.core.problems import Problem


def notes(dossier: Dossier) -> Iterable[Problem]:
    """A note for every time and figure that is not understood, in file order by kind."""
    return ()
