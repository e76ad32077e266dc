"""Who has no report of an event: absent, or published before it began. Source: rules.md §10. (Silent on a field is in its verdict.)"""

from __future__ import annotations

from collections.abc import Iterable


def absence(
    reporting: Iterable[str], earliest: int | None, published_by: Iterable[tuple[str, int | None]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(absent, earlier): ids of the sources without a report.

    `earliest`: when the event began at the earliest, seconds UTC. `published_by`: for every source its id and the
    latest time it can have come out. A source is earlier when it certainly came out before the event began.
    """
    present = frozenset(reporting)
    absent: list[str] = []
    earlier: list[str] = []
    for source, latest in published_by:
        if source in present:
            continue
        before = earliest is not None and latest is not None and latest <= earliest
        (earlier if before else absent).append(source)
    return tuple(absent), tuple(earlier)
