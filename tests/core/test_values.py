"""Dataclasses that are compiled late are what those of the standard library are."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import field
from typing import Any

import pytest

from tui.core import values


def both(make: Callable[[Any], type]) -> tuple[type, type]:
    """The same class, made late and by the standard library."""
    return make(values.dataclass), make(dataclasses.dataclass)


def place(dataclass: Any) -> type:
    @dataclass(frozen=True, slots=True)
    class Place:
        name: str
        spots: tuple[int, ...] = ()
        seen: list[str] = field(default_factory=list, compare=False)

    return Place


def report(dataclass: Any) -> type:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Report:
        what: str = ""
        id: str
        index: dict[str, int] = field(init=False, repr=False, compare=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "index", {self.id: 1})

    return Report


def tally(dataclass: Any) -> type:
    @dataclass(slots=True)
    class Tally:
        count: int = 0
        told: list[str] = field(default_factory=list)

    return Tally


def named(dataclass: Any) -> type:
    @dataclass(frozen=True, slots=True)
    class Named:
        name: str
        seconds: float

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Named) and self.name == other.name

        def __hash__(self) -> int:
            return hash(self.name)

        def __repr__(self) -> str:
            return f"<{self.name}>"

    return Named


@dataclasses.dataclass(frozen=True, slots=True)
class Base:
    one: int


@values.dataclass(frozen=True, slots=True)
class Whole:
    one: int
    more: tuple[str, ...] = ("a",)


@values.dataclass(frozen=True, slots=True)
class Wider(Whole):
    two: int = 2


SAID: list[tuple[Callable[[Any], type], Callable[[type], object]]] = [
    (place, lambda kind: repr(kind("Homs"))),
    (place, lambda kind: repr(kind("Homs", (1,), ["x"]))),
    (place, lambda kind: kind("Homs") == kind("Homs", (), ["left out of comparisons"])),
    (place, lambda kind: kind("Homs") == kind("Hama")),
    (place, lambda kind: kind("Homs") == Base(1)),
    (place, lambda kind: kind("Homs").__eq__(("Homs", ()))),
    (place, lambda kind: hash(kind("Homs", (1, 2)))),
    (place, lambda kind: kind("Homs").seen is kind("Homs").seen),
    (place, lambda kind: {kind("Homs"): 1}[kind("Homs")]),
    (place, lambda kind: repr(dataclasses.replace(kind("Homs"), spots=(3,)))),
    (place, lambda kind: [(one.name, one.default) for one in dataclasses.fields(kind) if one.name != "seen"]),
    (place, lambda kind: kind.__match_args__),
    (place, lambda kind: (kind.__init__.__qualname__, kind.__init__.__module__, kind.__name__, kind.__slots__)),
    (report, lambda kind: repr(kind(id="a"))),
    (report, lambda kind: kind(id="a", what="b").index),
    (report, lambda kind: kind(id="a") == kind(id="a")),
    (tally, lambda kind: repr(kind(count=2))),
    (tally, lambda kind: kind() == kind(0, [])),
    (tally, lambda kind: kind.__hash__),
    (named, lambda kind: (kind("a", 1.0) == kind("a", 2.0), hash(kind("a", 1.0)) == hash("a"), repr(kind("a", 1.0)))),
]


@pytest.mark.parametrize(("make", "say"), SAID)
def test_a_class_made_late_says_what_one_of_the_standard_library_says(
    make: Callable[[Any], type], say: Callable[[type], object]
):
    ours, theirs = both(make)
    assert say(ours) == say(theirs)
    assert say(ours) == say(theirs), "once compiled"


@pytest.mark.parametrize(
    ("make", "wrong"),
    [
        (place, lambda kind: kind()),
        (place, lambda kind: kind("Homs", (), [], 4)),
        (place, lambda kind: kind("Homs", other=1)),
        (report, lambda kind: kind("a")),
        (report, lambda kind: kind(id="a", index={})),
        (tally, lambda kind: hash(kind())),
        (place, lambda kind: setattr(kind("Homs"), "name", "Hama")),
        (place, lambda kind: delattr(kind("Homs"), "name")),
    ],
)
def test_what_is_wrong_with_one_is_wrong_with_the_other(make: Callable[[Any], type], wrong: Callable[[type], object]):
    ours, theirs = both(make)
    with pytest.raises((TypeError, AttributeError)) as expected:
        wrong(theirs)
    with pytest.raises(expected.type):
        wrong(ours)


def test_a_tally_can_be_changed():
    made = tally(values.dataclass)()
    made.count += 1
    assert (made.count, made.told) == (1, [])


def test_it_is_compiled_at_the_first_call_and_once():
    kind = place(values.dataclass)
    late = kind.__init__
    kind("Homs")
    compiled = kind.__init__
    kind("Hama")
    assert late is not compiled
    assert kind.__init__ is compiled
    assert kind.__hash__.__code__.co_filename != compiled.__code__.co_filename, "not called, not compiled"


def test_a_wider_class_has_the_fields_of_the_one_it_is_made_of():
    assert repr(Wider(1)) == "Wider(one=1, more=('a',), two=2)"
    assert Wider(1) == Wider(1, ("a",), 2)
    assert Wider(1) != Whole(1)


@pytest.mark.parametrize("value", [Whole(1), Whole(2, ("b",)), Wider(1, (), 3)])
def test_it_survives_pickling(value: object):
    assert pickle.loads(pickle.dumps(value)) == value
