"""Compares the reports of a dossier in a process of its own."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from tui.core.linking.readings import Reader, review_of
from tui.core.linking.reviews import Review
from tui.core.model import Dossier
from tui.core.progress import Step, Watch
from tui.files.crew import LostError
from tui.screens.apart import done_apart, saying
from tui.view.proposals import LEAST

_AT_ONCE = 64
"""Reports or events pickled at once, which holds the interpreter for two or three thousandths of a second."""


def review_apart(dossier: Dossier, watch: Watch) -> Review:
    """What `review_of` gives; it is done here where no process can be had. Raises `Cancelled` where the watch does."""
    try:
        parts: list[tuple[str, object]] = [*done_apart(compare, _told(dossier, watch), watch)]
    except LostError:
        return review_of(dossier, LEAST, watch)
    return Review.of_parts(parts, Reader(dossier).account)


def _told(dossier: Dossier, watch: Watch) -> Iterator[bytes]:
    yield pickle.dumps(replace(dossier, events=(), reports=()))
    for name in ("events", "reports"):
        several: tuple[object, ...] = getattr(dossier, name)
        for start in range(0, len(several), _AT_ONCE):
            watch(Step("reading", 0, len(dossier.reports)))
            yield pickle.dumps((name, several[start : start + _AT_ONCE]))


def compare(told: Iterator[bytes], say: Callable[[bytes], None]) -> None:
    """In a process of its own: hear a dossier, say how far it is, and then what was found, in parts."""
    dossier: Dossier = pickle.loads(next(told))
    heard: dict[str, list[Any]] = {"events": [], "reports": []}
    for name, several in map(pickle.loads, told):
        heard[name] += several
    dossier = replace(dossier, events=tuple(heard["events"]), reports=tuple(heard["reports"]))
    with saying(say) as listener:
        review = review_of(dossier, LEAST, listener)
    for part in review.parts():
        say(pickle.dumps(part))
