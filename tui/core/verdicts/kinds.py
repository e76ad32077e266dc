"""Which rules judge a field, by its name. A new kind of field is one entry here."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from tui.core.values import dataclass
from tui.core.verdicts.actors import compare_actors, compare_speakers
from tui.core.verdicts.categories import compare_categories
from tui.core.verdicts.comparisons import Comparison, Said, Value
from tui.core.verdicts.context import Context
from tui.core.verdicts.numbers import compare_numbers
from tui.core.verdicts.places import compare_places
from tui.core.verdicts.times import compare_times, zone_names


class Asked(NamedTuple):
    """What is asked of two values of one field."""

    field: str
    said_a: Said
    said_b: Said
    context: Context
    zones: tuple[str | None, ...] = ()
    """Zones of the sources that speak."""


Compare = Callable[[Value, Value, Asked], Comparison]


@dataclass(frozen=True, slots=True)
class FieldKind:
    """One kind of field."""

    name: str
    """First half of a verdict's kind: `time-precision`."""
    covers: Callable[[str], bool]
    compare: Compare
    named: bool = False
    """Its values are names, so that two spellings of one value are worth showing."""


def _times(a: Value, b: Value, asked: Asked) -> Comparison:
    return compare_times(a, b, asked.said_a, asked.said_b, zones=zone_names((asked.context.zone, *asked.zones)))


def _numbers(a: Value, b: Value, asked: Asked) -> Comparison:
    compared = compare_numbers(
        a, b, asked.said_a, asked.said_b, unit=asked.context.unit(asked.field), field=asked.field
    )
    slack = asked.context.slack(asked.field)
    if not slack or not a.understood or not b.understood:
        return compared
    return compared._replace(reason=f"{compared.reason} The field allows {slack:g} either way.")


def _places(a: Value, b: Value, asked: Asked) -> Comparison:
    return compare_places(a, b, asked.said_a, asked.said_b)


def _actors(a: Value, b: Value, asked: Asked) -> Comparison:
    return compare_actors(
        a, b, asked.said_a, asked.said_b, single=asked.context.single(asked.field), roleless=asked.field == "who"
    )


def _speakers(a: Value, b: Value, asked: Asked) -> Comparison:
    return compare_speakers(a, b, asked.said_a, asked.said_b)


def _categories(a: Value, b: Value, asked: Asked) -> Comparison:
    return compare_categories(a, b, asked.said_a, asked.said_b, words=asked.context.words(asked.field))


KINDS: tuple[FieldKind, ...] = (
    FieldKind("time", lambda field: field in ("when", "until"), _times),
    FieldKind("number", lambda field: field.startswith("figures."), _numbers),
    FieldKind("place", lambda field: field == "where", _places, named=True),
    FieldKind("actor", lambda field: field == "who" or field.startswith("who."), _actors, named=True),
    FieldKind("actor", lambda field: field == "said_by", _speakers, named=True),
    FieldKind("category", lambda field: field == "happened" or field.startswith("claims."), _categories),
)


@lru_cache(maxsize=1024)
def kind_of(field: str) -> FieldKind:
    """The kind that judges a field. Raises LookupError for a name that is no field."""
    for kind in KINDS:
        if kind.covers(field):
            return kind
    raise LookupError(field)


ORDER = ("happened", "when", "until", "where", "who")
"""Fields that stand first, in this order; then roles, figures and claims by name, then who speaks."""


@lru_cache(maxsize=1024)
def field_order(field: str) -> tuple[int, str]:
    """Sort key of the fields of an event."""
    if field in ORDER:
        return (ORDER.index(field), "")
    for place, prefix in enumerate(("who.", "figures.", "claims."), start=len(ORDER)):
        if field.startswith(prefix):
            return (place, field)
    return (len(ORDER) + 3, field)
