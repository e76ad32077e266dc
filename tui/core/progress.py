"""How far long work has come, told to whoever waits. The work calls; what is shown, and whether it goes on, is the listener's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step:
    """One moment of long work."""

    phase: str
    """What is being done: reading, judging, indexing."""
    done: int
    total: int
    """In one unit, that of the phase: bytes read, reports judged, events written."""


Watch: TypeAlias = Callable[[Step], None]
"""Told now and then. Raises `tui.errors.Cancelled` to end the work where it stands."""


def unwatched(step: Step) -> None:
    """Nobody waits."""


def watched(items: Iterable[T], phase: str, total: int, watch: Watch, every: int = 64) -> Iterator[T]:
    """The items, with a word to the listener before every so many of them, and one at the end."""
    for done, item in enumerate(items):
        if done % every == 0:
            watch(Step(phase, done, total))
        yield item
    watch(Step(phase, total, total))
