"""Compares the names of a dossier in a process of its own, which reads all its reports for it."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator

from tui.core.collector import uncollected
from tui.core.progress import Watch
from tui.core.suggestions import Suggestion, suggest
from tui.files.crew import LostError
from tui.index.store import Store
from tui.index.whole import whole
from tui.screens.apart import done_apart, saying


def suggested_apart(store: Store, watch: Watch) -> tuple[Suggestion, ...]:
    """What `suggest` gives; it is done here where no process can be had. Raises `Cancelled` where the watch does."""
    try:
        return tuple(done_apart(name, store.parts(), watch))
    except LostError:
        with uncollected():  # a round would look through all that is being made
            return suggest(store.dossier(), watch)


def name(told: Iterator[bytes], say: Callable[[bytes], None]) -> None:
    """In a process of its own: hear a dossier, say how far it is, and then each suggestion."""
    with saying(say) as listener:
        found = suggest(whole(told), listener)
    for each in found:
        say(pickle.dumps(each))
