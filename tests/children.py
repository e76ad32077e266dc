"""Work in a process of its own, which may be killed."""

from __future__ import annotations

import os
from collections.abc import Callable


def forked(work: Callable[[], object]) -> int:
    """Start it; the process id. It ends with status 1 where the work raises."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    return child


def in_a_child(work: Callable[[], object]) -> int:
    """Run it to its end; the wait status."""
    return os.waitpid(forked(work), 0)[1]
