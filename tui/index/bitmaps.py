"""Sets of event numbers, a bit each: which rows of the timeline a filter leaves, and the way between a place in them and an
event's number. Sets are joined as whole numbers, which takes microseconds for a million events; what is asked of one set lies
in `Selection`. Knows no tables.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

NUMBER = next(code for code in "IL" if array(code).itemsize >= 4)
"""Of the machine's unsigned integers the shortest that holds every event number: 4 bytes nearly everywhere."""
LISTED = 8 * array(NUMBER).itemsize
"""A set of one event in so many, or fewer, is shorter as a list of numbers."""
BLOCK = 64
"""Bytes of a set that are counted together."""
_MEMBERS = tuple(tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256))
_AS_FLAGS = bytes.maketrans(b"01", b"\0\1")


def of(numbers: Iterable[int], size: int) -> int:
    """The set of these numbers, each smaller than the size."""
    held = bytearray(size // 8 + 1)
    for n in numbers:
        held[n >> 3] |= 1 << (n & 7)
    return int.from_bytes(held, "little")


def span(first: int, stop: int) -> int:
    """The set of all numbers from `first` on, below `stop`."""
    return ((1 << max(0, stop - first)) - 1) << first


def packed(numbers: array[int], size: int) -> bytes:
    """A set of ascending numbers below the size in as few bytes as can be: a list or a bit for each (see `LISTED`)."""
    if len(numbers) * LISTED <= size:
        return numbers.tobytes()
    return of(numbers, size).to_bytes(size // 8 + 1, "little")


def listed(held: bytes, count: int, size: int) -> array[int] | None:
    """The numbers of a packed set of that many, below the size; None where it lies as bits."""
    if count * LISTED > size:
        return None
    return array(NUMBER, held)


def unpacked(held: bytes, count: int, size: int) -> int:
    """What was packed, as a set."""
    numbers = listed(held, count, size)
    return int.from_bytes(held, "little") if numbers is None else of(numbers, size)


class Selection:
    """Rows of the timeline, in its order. Takes a bit for every event, chosen or not."""

    def __init__(self, bits: int, size: int) -> None:
        """`bits`: the set of the numbers. `size`: how many events there are."""
        self.bits, self._size = bits, size
        self._held = bits.to_bytes(size // 8 + 1, "little")
        self._before = [0, *accumulate(int.from_bytes(self._held[at : at + BLOCK], sys.byteorder).bit_count()
                                       for at in range(0, len(self._held), BLOCK))]  # fmt: skip

    def __len__(self) -> int:
        return self._before[-1]

    def __contains__(self, number: int) -> bool:
        return bool(self._held[number >> 3] >> (number & 7) & 1)

    def __iter__(self) -> Iterator[int]:
        for at in range(0, len(self._held), BLOCK):
            yield from self._block(at)

    def numbers(self, start: int, count: int) -> Sequence[int]:
        """Event numbers of the rows from place `start` on, at most `count`."""
        start = max(0, start)
        stop = min(start + count, len(self))
        block = bisect_right(self._before, start) - 1
        first, found = self._before[min(block, len(self._before) - 1)], list[int]()
        while len(found) < stop - first and block * BLOCK < len(self._held):
            found += self._block(block * BLOCK)
            block += 1
        return found[start - first : stop - first]

    def place(self, number: int) -> int:
        """How many rows come before the event number: its place, if it is one of them."""
        number = min(number, self._size)
        block = number // 8 // BLOCK
        return self._before[block] + self.between(block * BLOCK * 8, number)

    def between(self, first: int, stop: int) -> int:
        """How many of the numbers from `first` on, below `stop`, are rows."""
        some = int.from_bytes(self._held[first >> 3 : (stop + 7) >> 3], "little") >> (first & 7)
        return (some & ((1 << (stop - first)) - 1)).bit_count()

    def flags(self) -> bytes:
        """For every event 1 where it is a row, else 0."""
        return f"{self.bits:0{self._size}b}"[::-1].encode("ascii").translate(_AS_FLAGS)

    def _block(self, at: int) -> list[int]:
        return [
            number * 8 + bit
            for number, byte in enumerate(self._held[at : at + BLOCK], start=at)
            if byte
            for bit in _MEMBERS[byte]
        ]


def following(bits: int, number: int) -> int | None:
    """The next number of a set after this one, else its first; None where there is none."""
    later = bits >> (number + 1)
    if later:
        return number + (later & -later).bit_length()
    return (bits & -bits).bit_length() - 1 if bits else None


def preceding(bits: int, number: int) -> int | None:
    """The last number of a set before this one, else its last; None where there is none."""
    earlier = bits & ((1 << number) - 1)
    return (earlier or bits).bit_length() - 1 if bits else None
