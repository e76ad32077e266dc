"""What something is part of, step by step upwards. Dossiers from strangers hold circles and chains without end in sight."""

from __future__ import annotations

from collections.abc import Callable

HIGHEST = 1000
"""Steps that are gone. Nothing real stands so deep; without an end a file of one megabyte would take hours and all memory."""


def chain_above(name: str, parent_of: Callable[[str], str | None]) -> tuple[str, ...]:
    """The names above a name, nearest first. A circle is cut where it closes."""
    found: dict[str, None] = {}
    parent = parent_of(name)
    while parent is not None and parent != name and parent not in found and len(found) < HIGHEST:
        found[parent] = None
        parent = parent_of(parent)
    return tuple(found)
