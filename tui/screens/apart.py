"""Long work in a process of its own: a thread would have half of the interpreter for as long as it takes, and leave the memory in
pieces. What is worked out, and of what, is the caller's.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from threading import Event, Thread
from typing import Any

from tui.core.progress import Listener, Step, Watch
from tui.files.crew import Errand, sent

_WORD = 0.05
"""Seconds between two words of how far it is. It is said again where it is no further: whoever hears it may end the work by that."""


def done_apart(errand: Errand, given: Iterable[bytes], watch: Watch) -> Iterator[Any]:
    """What the errand says, less how far it is, which the watch hears. Raises `LostError` where no process could be had to the end,
    `Cancelled` where the watch does.
    """
    with closing(sent(errand, given)) as answers:
        for heard in map(pickle.loads, answers):
            if isinstance(heard, Step):
                watch(heard)
            else:
                yield heard


@contextmanager
def saying(say: Callable[[bytes], None]) -> Iterator[Listener]:
    """In that process: a watch that says how far the work is for as long as it takes, and once more when it is left, but then no
    more: whoever would end it is asked at least once."""
    listener, done = Listener(), Event()

    def word() -> None:
        if listener.step is not None:
            say(pickle.dumps(listener.step))

    def tell() -> None:
        while not done.wait(_WORD):
            word()

    telling = Thread(target=tell, daemon=True)
    telling.start()
    try:
        yield listener
    finally:
        done.set()
        telling.join()
        word()
