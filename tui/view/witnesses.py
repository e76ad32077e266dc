"""Who is compared, and in which order the readings of a field stand."""

from __future__ import annotations

from tui.core.answers import EventRow
from tui.core.judgements import FieldVerdict, Reading
from tui.view.collisions import colliding, is_among
from tui.view.scene import Scene


def witnesses_of(row: EventRow, picks: tuple[str, ...], scene: Scene, *, grouped: bool) -> tuple[str, ...]:
    """Ids of the sources compared: those picked, also one without a report of the event; none, meaning all, for fewer than two.

    Where panes are publishers, a publisher that reports the event in another source than the one picked is heard in that.
    """
    if len(picks) < 2:
        return ()
    heard: dict[str, None] = {}
    for pick in picks:
        source = scene.source(pick)
        kin = [other.id for other in scene.sources if source is not None and other.family == source.family]
        instead = [identity for identity in kin if identity in row.verdict.sources] if grouped else []
        heard.update(dict.fromkeys([pick] if pick in row.verdict.sources or not instead else instead))
    return tuple(heard)


def ordered(field: FieldVerdict, base: str | None, value: str | None = None) -> tuple[Reading, ...]:
    """The base's reading first, then the two that collide, most origins, most reports; superseded ones last.

    `value`: which of several readings that the base gives is the one compared with.
    """
    collide = colliding(field) if field.verdict.flagged else ()

    def place(item: tuple[int, Reading]) -> tuple[bool, bool, bool, bool, int, int, int, int]:
        index, reading = item
        return (
            base not in reading.sources,
            value != reading.value,
            not is_among(reading, collide),
            reading.superseded,
            -reading.origins.high,
            -reading.origins.low,
            -len(reading.reports),
            index,
        )

    return tuple(reading for _, reading in sorted(enumerate(field.readings), key=place))
