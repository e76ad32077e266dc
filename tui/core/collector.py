"""The collector of cyclic garbage: held back while much is made that has no cycles, and else asked for small rounds only."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock

_FULL_ROUNDS = 50
"""How much rarer full rounds come by themselves where they are asked for: a bound on the garbage, should nobody ask."""
_WORTH = 1
"""Middle rounds since the last full one from which on another is worth it. Over a large dossier each may leave eight thousand objects,
and a full one over them takes up to half a frame."""
_BUILT = 3
"""Middle rounds since the last full one from which on it is not worth it any more: so much is made at a time by a thread that puts
something large together, and a full round over it takes longer than a frame."""
_LARGE = 10_000
"""Values that a round takes half a frame for."""
_TOO_MUCH = 500_000
"""Values that a round over everything takes half a second for: an hour over a dossier of hundreds of reports leaves half as many."""


class _Holders:
    """Who holds the collector back: the last to let go lets it go on, if it was on before the first."""

    def __init__(self) -> None:
        self._count, self._was_on, self._lock = 0, False, Lock()

    def one_more(self) -> None:
        with self._lock:
            if not self._count:
                self._was_on = gc.isenabled()
                gc.disable()
            self._count += 1

    def one_less(self) -> None:
        with self._lock:
            self._count -= 1
            if not self._count and self._was_on:
                if gc.get_count()[0] > _LARGE:
                    gc.freeze()
                gc.enable()


_HOLDERS = _Holders()


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold the collector back, and let it go on afterwards if it was on and no other thread holds it: values of a dossier, its
    verdicts and comparisons have no cycles, and looking for them takes up to a quarter of the time. Where much was made, all there
    is then is kept out: the next round, of whatever kind and in whatever thread, would look through it.
    """
    _HOLDERS.one_more()
    try:
        yield
    finally:
        _HOLDERS.one_less()


@contextmanager
def collected_when_asked() -> Iterator[None]:
    """Do full rounds only when `collect` is called, and each over no more than what was made since the last: one over everything
    stops everything for a tenth of a second, over a small dossier already.

    What is there now stays for good and is looked at no more. Afterwards all is as it was.
    """
    young, middle, old = gc.get_threshold()
    gc.set_threshold(young, middle, old * _FULL_ROUNDS)
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(young, middle, old)


def keep_out() -> None:
    """What is there now is looked at no more: after much was made that stays, a full round would take seconds. Whatever of it is in
    a ring when it is needed no more is never given back, unless somebody breaks the ring. What is needed no more now is given back
    before, unless the collector is held back. To be called where nothing is under way that makes rings for itself.
    """
    if gc.isenabled():
        gc.collect()
    gc.freeze()


def collect() -> bool:
    """A full round, where enough was made for it since the last one, which then is kept out, too much also without a round; whether
    it was kept out. None while the collector is held back, which would look through all that is being made. To be called where
    `keep_out` is.
    """
    made = gc.get_count()[2] if gc.isenabled() else 0
    if made >= _BUILT:
        gc.freeze()
    elif made >= _WORTH:
        keep_out()
    return made >= _WORTH


def collect_all() -> None:
    """A round over all there is, also over what was kept out: it takes a tenth of a second over a small dossier, so where nobody
    waits. None while the collector is held back, or where there is so much that somebody who comes back would notice.
    """
    if gc.isenabled() and gc.get_freeze_count() < _TOO_MUCH:
        gc.unfreeze()
        keep_out()


def give_back() -> None:
    """Have the allocator give back to the system what it holds for later, where it is asked to like this: after much was made and
    is gone. Not in the thread that hears keys: it may take as long as a picture.
    """
    from ctypes import CDLL  # noqa: PLC0415  (no command needs it, and the first paint comes before it)

    with suppress(OSError, AttributeError):
        CDLL(None).malloc_trim(0)
