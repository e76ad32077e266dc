"""Who is compared, what a field is among them alone, and in which order its readings stand."""

from __future__ import annotations

from dataclasses import replace

from tui.core.answers import EventRow
from tui.core.judgements import FieldVerdict, Pair, Reading, Verdict, strongest
from tui.view.claims import part_of, words_for
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


def among(field: FieldVerdict, witnesses: tuple[str, ...], row: EventRow) -> FieldVerdict:
    """The field as those sources alone give it in the event. With fewer than two witnesses nothing is left out.

    The verdict is the strongest of the pairs that remain; nothing is judged anew, and origins are not counted anew.
    """
    if len(witnesses) < 2:
        return field
    kept = [index for index, reading in enumerate(field.readings) if set(reading.sources) & set(witnesses)]
    place = {old: new for new, old in enumerate(kept)}
    pairs = tuple(
        Pair(a=place[pair.a], b=place[pair.b], verdict=pair.verdict, kind=pair.kind, reason=pair.reason)
        for pair in field.pairs
        if pair.a in place and pair.b in place
    )
    readings = tuple(_said_by(field.readings[index], field.field, witnesses, row) for index in kept)
    agreed = len(kept) == 1 and _is_shared(readings[0], row)
    worst = max(pairs, key=lambda pair: pair.verdict.rank, default=None)
    return replace(
        field,
        readings=readings,
        pairs=pairs,
        verdict=Verdict.SAME if agreed else strongest([pair.verdict for pair in pairs]),
        kind=worst.kind if worst is not None else None,
        reason=worst.reason if worst is not None else "",
        gap=field.gap if worst is not None and worst.reason == field.reason else None,
        flagged=field.flagged and worst is not None and worst.verdict.flagged,
        camps=(),
        silent=tuple(source for source in field.silent if source in witnesses),
    )


def _is_shared(reading: Reading, row: EventRow) -> bool:
    """Whether two of its sources say so, each in a report that is no copy of the other's."""
    mine = [report for report in row.reports if report.id in reading.reports]
    names = {name for report in mine for name in (report.id, report.source)}
    return len({report.source for report in mine if names.isdisjoint(report.derived_from)}) > 1


def _said_by(reading: Reading, field: str, witnesses: tuple[str, ...], row: EventRow) -> Reading:
    """The reading without the reports of others; behind a part of its reports stand as many origins as there can be."""
    mine = [report for report in row.reports if report.id in reading.reports and report.source in witnesses]
    words = {word for report in mine for word in words_for(report, field)}
    return replace(
        reading,
        sources=tuple(source for source in reading.sources if source in witnesses),
        reports=tuple(report.id for report in mine),
        as_written=tuple(word for word in reading.as_written if word in words) or reading.as_written,
        origins=reading.origins if len(mine) == len(reading.reports) else part_of(reading.origins, len(mine)),
    )


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
