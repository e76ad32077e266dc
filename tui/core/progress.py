"""How far long work has come, told to whoever waits. The work calls; what is shown, and whether it goes on, is the listener's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

from tui.core.values import dataclass
from tui.errors import Cancelled

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step:
    """One moment of long work."""

    phase: str
    """What is being done: reading, judging, indexing."""
    done: int
    total: int
    """In one unit, that of the phase: bytes read, events judged and written, steps of what is done once for all of them."""


Watch: TypeAlias = Callable[[Step], None]
"""Told now and then. Raises `tui.errors.Cancelled` to end the work where it stands."""


def unwatched(step: Step) -> None:
    """Nobody waits."""


class Listener:
    """A watch between two threads: one works and tells, the other looks now and then, and may ask for the end."""

    def __init__(self) -> None:
        self.step: Step | None = None
        """The last word; None before the first."""
        self._stopped = False

    def stop(self) -> None:
        """Have the work end at its next word."""
        self._stopped = True

    def __call__(self, step: Step) -> None:
        """Take a word. Raises `Cancelled` once the end was asked for."""
        if self._stopped:
            raise Cancelled("opening was ended")
        self.step = step


def watched(items: Iterable[T], phase: str, total: int, watch: Watch, every: int = 64) -> Iterator[T]:
    """The items, with a word to the listener before every so many of them, and one at the end."""
    for done, item in enumerate(items):
        if done % every == 0:
            watch(Step(phase, done, total))
        yield item
    watch(Step(phase, total, total))
