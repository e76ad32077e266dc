"""Who has no report of an event: absent, or published before it began. Source: rules.md §10. (Silent on a field is in its verdict.)"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain
from math import inf

REMEMBERED = 32
"""Lists of all sources kept: events that stand together began with as many of them out."""


class Silence:
    """The sources of a dossier, asked who of them has no report. With ten thousand of them each answer is as long."""

    def __init__(self, published_by: Iterable[tuple[str, int | None]]) -> None:
        """`published_by`: for every source its id and the latest time it can have come out, seconds UTC."""
        self._latest = tuple(published_by)
        self.sources = tuple(source for source, _ in self._latest)
        """Ids, as given."""
        self._ends = sorted(latest for _, latest in self._latest if latest is not None)
        self._split: dict[int, tuple[_Ordered, _Ordered]] = {}

    def of(self, reporting: Iterable[str], earliest: int | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """(absent, earlier): ids of the sources without a report, as given.

        `earliest`: when the event began at the earliest, seconds UTC. A source is earlier when it certainly came out before.
        """
        present = frozenset(reporting)
        out = 0 if earliest is None else bisect_right(self._ends, earliest)
        if out not in self._split:
            if len(self._split) >= REMEMBERED:
                del self._split[next(iter(self._split))]
            last = self._ends[out - 1] if out else -inf
            before = [source for source, latest in self._latest if latest is not None and latest <= last]
            known = frozenset(before)
            self._split[out] = _Ordered([each for each in self.sources if each not in known]), _Ordered(before)
        absent, earlier = self._split[out]
        return absent.without(present), earlier.without(present)


class _Ordered:
    """Ids in order, from which a few are left out at the price of a copy."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._ids = tuple(ids)
        self._places = {each: place for place, each in enumerate(ids)}

    def without(self, some: Iterable[str]) -> tuple[str, ...]:
        places = sorted(self._places[each] for each in some if each in self._places)
        if not places:
            return self._ids
        starts = [0, *(place + 1 for place in places)]
        return tuple(chain.from_iterable(self._ids[a:b] for a, b in zip(starts, [*places, None], strict=True)))
