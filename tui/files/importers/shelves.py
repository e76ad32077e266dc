"""Where each record goes: files of some thousand reports, by the names that the records bring, wide ones first.

Keeps the text of records on disk and only their order in memory.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import NamedTuple, Self

MOST_REPORTS = 5000
"""Reports of a file; more are split by the next narrower name, as long as there is one."""


class _Place(NamedTuple):
    order: str
    offset: int
    length: int


class Shelf:
    """Takes the text of records, and gives them back by file."""

    def __init__(self) -> None:
        self._spill = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `__exit__`
        self._size = 0
        self._held: dict[tuple[str, ...], list[_Place]] = defaultdict(list)

    def __enter__(self) -> Self:
        """Ready to take records."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._spill.close()

    def add(self, levels: tuple[str, ...], order: str, text: str) -> None:
        """Take a record."""
        written = text.encode()
        self._spill.write(written)
        self._held[levels].append(_Place(order, self._size, len(written)))
        self._size += len(written)

    def files(self) -> Iterator[tuple[str, Iterator[str]]]:
        """(name, records in order) of each file; the name is "" where all fit in one. Take each before the next."""
        for name, members in split(self._held):
            places = sorted(place for levels in members for place in self._held[levels])
            yield name, self._read(places)

    def _read(self, places: Iterable[_Place]) -> Iterator[str]:
        for place in places:
            self._spill.seek(place.offset)
            yield self._spill.read(place.length).decode()


def split(held: dict[tuple[str, ...], list[_Place]]) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """(name of a file, which records are in it): as few files as hold no more than `MOST_REPORTS`."""
    deepest = max(map(len, held), default=0)
    waiting = [("", 0, sorted(held))]
    while waiting:
        name, depth, members = waiting.pop()
        many = sum(len(held[levels]) for levels in members)
        if many <= MOST_REPORTS or depth >= deepest:
            yield name, members
            continue
        below: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for levels in members:
            below[levels[depth] if depth < len(levels) else name].append(levels)
        waiting += [(part, depth + 1, below[part]) for part in sorted(below, reverse=True)]
