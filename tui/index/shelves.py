"""The events of a large dossier held tightly while it is judged: made again, with their reports, whenever one is asked for.

An object for every report, and for each of its words, would be most of what indexing takes in memory.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, overload

from tui.core.making import maker
from tui.core.model import Event, Position, Report
from tui.index.judging import Held

_OWN = ("id", "event", "text", "what", "quote", "note", "planned", "denies", "hedged", "credibility", "given_id")
"""What is another with most reports, or shorter than a number would be."""
_SHARED = tuple(each.name for each in fields(Report) if each.name not in (*_OWN, "position"))
"""What many reports say alike, mostly as one object. None of it is a number."""
_own = attrgetter(*_OWN, "position.line")
_shared = attrgetter(*_SHARED, "position.file")
_make = maker(Report, (*_OWN, *_SHARED, "position"))


class Shelf(Sequence[Held]):
    """Some events in their order. What stands on it is equal to what was put there, but no more the same object."""

    def __init__(self, held: Iterable[Held]) -> None:
        self._values: list[Any] = []
        """What many reports say alike, by number."""
        numbers: dict[int, int] = {}
        """`id()` of a value -> its number."""

        def number(value: object) -> object:
            if not value:
                return value
            known = numbers.get(id(value))
            if known is None:
                known = numbers[id(value)] = len(self._values)
                self._values.append(value)
            return known

        def flat(report: Report) -> tuple[Any, ...]:
            return _own(report), tuple(map(number, _shared(report)))

        self._packed = [
            marshal.dumps(
                (
                    (event.id, event.title, event.tags),
                    list(map(flat, reports)),
                    list(map(flat, disputed)),
                    *rest,
                )
            )
            for event, reports, disputed, *rest in held
        ]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._packed)

    def __iter__(self) -> Iterator[Held]:
        """Each, made when it is its turn."""
        return map(self._held, self._packed)

    @overload
    def __getitem__(self, number: int) -> Held: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[Held]: ...

    def __getitem__(self, number: int | slice) -> Held | Sequence[Held]:
        """One, or several at once."""
        if isinstance(number, slice):
            return list(map(self._held, self._packed[number]))
        return self._held(self._packed[number])

    def _held(self, packed: bytes) -> Held:
        (name, title, tags), reports, disputed, placed, earliest, latest = marshal.loads(packed)
        event = Event(id=name, title=title, tags=tags)
        return Held(
            event, list(map(self._report, reports)), tuple(map(self._report, disputed)), placed, earliest, latest
        )

    def _report(self, flat: tuple[tuple[Any, ...], tuple[Any, ...]]) -> Report:
        (*own, line), shared = flat
        values = self._values
        *said, file = [values[each] if each.__class__ is int else each for each in shared]
        return _make((*own, *said, Position(file, line)))
