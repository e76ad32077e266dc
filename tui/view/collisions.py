"""Which two readings of a field collide: the pair that gave the field its verdict, to be named before all others."""

from __future__ import annotations

from tui.core.judgements import FieldVerdict, Reading
from tui.view.marks import Mark, mark_of_field


def colliding(field: FieldVerdict) -> tuple[Reading, ...]:
    """The two readings of the pair whose reason the field's begins with; none where no pair gave the field its verdict."""
    for pair in field.pairs:
        if pair.verdict is field.verdict and pair.reason and field.reason.startswith(pair.reason):
            return (field.readings[pair.a], field.readings[pair.b])
    return ()


def collision_first(field: FieldVerdict) -> tuple[Reading, ...]:
    """Every reading, those that collide before the others."""
    first = colliding(field)
    return (*first, *(reading for reading in field.readings if not is_among(reading, first)))


def is_among(reading: Reading, readings: tuple[Reading, ...]) -> bool:
    """Whether it is one of them, itself and not its like."""
    return any(reading is other for other in readings)


def mark_of_collision(field: FieldVerdict, reading: Reading) -> Mark | None:
    """The mark a reading bears where it is one of the two that cannot both be true, or hardly, among more than two."""
    if not field.verdict.flagged or len(field.readings) < 3 or not is_among(reading, colliding(field)):
        return None
    return mark_of_field(field)
