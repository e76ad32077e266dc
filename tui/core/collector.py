"""The collector of cyclic garbage, held back while much is made that has no cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold the collector back, and let it go on afterwards if it was on: values of a dossier, its verdicts and comparisons
    have no cycles, and looking for them takes up to a quarter of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
