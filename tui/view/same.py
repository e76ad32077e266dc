"""A value that equals only itself, as a key of what was made of it; and what was made, for as long as the values are looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
_FORGET: list[Callable[[], None]] = []


class Same(Generic[T]):
    """Rows and panes are large, and hashing them takes longer than drawing them."""

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.value is other.value


def remembered(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """A function of such values that remembers so many answers, until `forget`."""

    def remembering(made: Callable[P, T]) -> Callable[P, T]:
        known = lru_cache(most)(made)
        _FORGET.append(known.cache_clear)
        return known  # type: ignore[return-value]  # called with what it is called with

    return remembering


def forget() -> None:
    """The rows and panes in hand are others now: let go of those of before, which nobody will ask about again."""
    for each in _FORGET:
        each()
