"""Frozen values of core <-> JSON text, by their declared types: how judged events lie in the store.

A dataclass becomes the list of its fields in order, so that a million rows do not repeat names. Knows no meaning.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from tui.core.judgements import NumberBounds, TimeBounds

T = TypeVar("T")
TAGGED = (TimeBounds, NumberBounds)
"""Types that stand in one union with another dataclass: their lists begin with their name."""
Decoder = Callable[[Any], Any]


def encode(value: object) -> str:
    """The value as JSON text. Dataclasses, tuples, texts, numbers, truth values and None only."""
    return _ENCODER.encode(value)


def decode(kind: type[T], text: str) -> T:
    """The value of the type whose text this is. Raises ValueError for text that `encode` did not write."""
    decoder: Decoder = _decoder(kind)  # type: ignore[arg-type]
    value: T = decoder(json.loads(text))
    return value


def _opened(value: object) -> object:
    """A dataclass as the tuple of its fields. Raises TypeError for what is none."""
    made = _getter(type(value))(value)  # type: ignore[arg-type]
    return (type(value).__name__, *made) if isinstance(value, TAGGED) else made


@cache
def _getter(kind: Any) -> Callable[[object], tuple[object, ...]]:  # noqa: ANN401
    names = _names(kind)
    if len(names) == 1:
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names)


# The C encoder walks tuples and texts by itself and asks only for dataclasses: eight times as fast as walking in Python.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_opened)


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401
    return tuple(field.name for field in fields(kind))


@cache
def _decoder(kind: Hashable) -> Decoder:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _union(args)
    if origin is tuple:
        return _tuple(args)
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    return lambda value: value


def _tuple(args: tuple[Any, ...]) -> Decoder:
    """Tuples of plain values are made without a call for each value."""
    if all(_is_plain(arg) for arg in args if arg is not Ellipsis):
        return tuple
    if len(args) == 2 and args[1] is Ellipsis:
        item = _decoder(args[0])
        return lambda value: tuple(map(item, value))
    items = tuple(_decoder(arg) for arg in args)
    return lambda value: tuple([item(each) for item, each in zip(items, value, strict=True)])


def _dataclass(kind: type) -> Decoder:
    """Plain fields are passed on as they are: most of a report's are empty texts, and a call for each would cost most of all."""
    hints = get_type_hints(kind)
    names = _names(kind)
    begin = 1 if kind in TAGGED else 0
    made = tuple((n + begin, name, _decoder(hints[name])) for n, name in enumerate(names) if not _is_plain(hints[name]))

    def build(value: list[Any]) -> object:
        given = dict(zip(names, value[begin:], strict=True))
        for n, name, item in made:
            if value[n]:
                given[name] = item(value[n])
            elif value[n] == []:
                given[name] = ()
        return kind(**given)

    return build


def _is_plain(hint: Any) -> bool:  # noqa: ANN401
    """Whether a value of the type comes out of JSON as it went in."""
    plain = (str, int, float, bool, type(None))
    args = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    return all(arg in plain for arg in args)


def _union(args: tuple[Any, ...]) -> Decoder:
    """None, plain values and one kind of list are told apart by shape, several dataclasses by their tag."""
    tagged = {arg.__name__: _decoder(arg) for arg in args if arg in TAGGED}
    lists = [_decoder(arg) for arg in args if get_origin(arg) is tuple or (isinstance(arg, type) and is_dataclass(arg))]
    enums = [_decoder(arg) for arg in args if isinstance(arg, type) and issubclass(arg, StrEnum)]

    def build(value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, list) and lists:
            return (tagged[value[0]] if tagged else lists[0])(value)
        return enums[0](value) if isinstance(value, str) and enums else value

    return build
