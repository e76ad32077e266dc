"""What somebody needs who looks at the proposals of a dossier one after the other: all pairs as numbers, and what lies between
two reports in words once they are looked at. What they were found by, gigabytes for 100 000 reports, is not kept.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from math import isnan, nan
from typing import NamedTuple, overload

from tui.core.linking.accounts import Account
from tui.core.linking.comparisons import OF_TWO
from tui.core.linking.evidence import measured
from tui.core.linking.links import PROPOSALS, Link, Linking, weights_of
from tui.core.linking.weights import chance

_SHIFT = 32
"""Bits of a place among the pairs, below the number of a report."""


class Pair(NamedTuple):
    """Two reports that may tell of one event: a `Link` without its weights."""

    a: str
    b: str
    score: float
    """Bits."""
    probability: float


class Review(Sequence[Pair]):
    """The proposals of all reports, likeliest first."""

    def __init__(self, linking: Linking, account: Callable[[int], Account], least: float) -> None:
        """`account` makes the account of a report again, by its number; less likely pairs than `least` are left out."""
        self._corpus, self._table, self._line = linking.corpus.alone(), linking.table, linking.line
        self.crowded = linking.crowded
        """Reports like so many others that these were not all held against each other."""
        self._account = account
        self._names = linking.names()
        self._number = {name: number for number, name in enumerate(self._names)}
        self._event_of = dict(linking.events())
        kept = [pair for pair in linking.likeliest() if chance(pair.score - linking.line) >= least]
        self._a, self._b = array("q", [pair.a for pair in kept]), array("q", [pair.b for pair in kept])
        self._scores = array("d", [pair.score for pair in kept])
        others = [[nan if each is None else each for each in pair.measures[OF_TWO:]] for pair in kept]
        self._others = [array("d", each) for each in zip(*others, strict=True)]
        """What the pair has from the others, see `against_others`; the rest is measured again."""
        of_report = [*enumerate(self._a), *enumerate(self._b)]
        self._of_report = array("q", sorted((number << _SHIFT) | place for place, number in of_report))

    @classmethod
    def of_parts(cls, parts: Iterable[tuple[str, object]], account: Callable[[int], Account]) -> Review:
        """What `parts` gave, put together again; `account` as ever."""
        review = cls.__new__(cls)
        vars(review).update(parts, _account=account)
        return review

    def parts(self) -> Iterator[tuple[str, object]]:
        """All of it, to be given to another process one after the other, but what makes accounts: that holds all reports."""
        return (part for part in vars(self).items() if part[0] != "_account")

    def __len__(self) -> int:
        """How many pairs there are."""
        return len(self._a)

    @overload
    def __getitem__(self, place: int) -> Pair: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Pair]: ...

    def __getitem__(self, place: int | slice) -> Pair | Sequence[Pair]:
        """A pair by its place, or several."""
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        score = self._scores[place]
        return Pair(self._names[self._a[place]], self._names[self._b[place]], score, chance(score - self._line))

    def explained(self, place: int) -> Link:
        """A pair with what speaks for it and against it."""
        a, b, score, probability = self[place]
        one, other = (self._corpus.profile(self._account(several[place])) for several in (self._a, self._b))
        from_others = (None if isnan(each[place]) else each[place] for each in self._others)
        measures = (*measured(self._corpus, one, other), *from_others)
        return Link(a, b, score, probability, weights_of(self._corpus, one, other, measures, self._table))

    def places(self, report_id: str) -> Iterator[int]:
        """Where the pairs of a report stand, likeliest first."""
        number = self._number.get(report_id)
        if number is not None:
            start = bisect_left(self._of_report, number << _SHIFT)
            for each in islice(self._of_report, start, None):
                if each >> _SHIFT != number:
                    return
                yield each & ((1 << _SHIFT) - 1)

    def place(self, a: str, b: str) -> int | None:
        """Where a pair stands; None where it is none of them."""
        return next((place for place in self.places(a) if {a, b} == {*self[place][:2]}), None)

    def proposals(self, report_id: str) -> tuple[Pair, ...]:
        """The likeliest partners of a report, best first."""
        return tuple(map(self.__getitem__, islice(self.places(report_id), PROPOSALS)))

    def event_of(self, report_id: str) -> str | None:
        """The event its file names."""
        return self._event_of.get(report_id)

    def reports_of(self, event: str) -> tuple[str, ...]:
        """The reports whose files name an event, in file order."""
        return tuple(report_id for report_id, named in self._event_of.items() if named == event)
