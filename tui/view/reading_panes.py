"""Panes by reading: who gives the same value for a field of the selected event stands in one pane, whatever they are called."""

from __future__ import annotations

from tui.core.answers import EventRow
from tui.core.judgements import FieldVerdict, Reading
from tui.view.claims import in_its_words, origins_words
from tui.view.collisions import collision_first
from tui.view.glyphs import plain
from tui.view.marks import short_name, spot_for, worst_first
from tui.view.panes import Pane
from tui.view.safety import safe
from tui.view.scene import Scene


def by_reading(row: EventRow, spot: str | None, scene: Scene) -> tuple[Pane, ...]:
    """A pane per reading of the selected field, what collides first, and one for every source that gives none.

    Empty where nothing is said of any field of the event. A source that gives two readings stands in two panes.
    """
    field = field_of(row, spot)
    if field is None:
        return ()
    made = [_pane(number, reading, field, row, scene) for number, reading in enumerate(collision_first(field))]
    given = {report for reading in field.readings for report in reading.reports}
    rest = tuple(
        source
        for source in scene.sources
        if any(report.source == source.id and report.id not in given for report in row.reports)
        or not any(report.source == source.id for report in row.reports)
    )
    if rest:
        silent = frozenset(report.id for report in row.reports if report.id not in given)
        made.append(
            Pane(
                key="reading:none", siglum=scene.glyphs.silent, name=f"no {short_name(field.field)}", sources=rest,
                told="every other source", event=row.verdict.id, only=silent,
            )
        )  # fmt: skip
    return tuple(pane for pane in made if pane.sources)


def field_of(row: EventRow, spot: str | None) -> FieldVerdict | None:
    """The field by whose readings panes are made: the selected one, else the worst, else the first that is given."""
    chosen = spot_for(row, spot)
    if chosen is not None and chosen.field is not None:
        return chosen.field
    worst = (each.field for each in worst_first(row) if each.field is not None)
    return next(worst, row.verdict.fields[0] if row.verdict.fields else None)


def _pane(number: int, reading: Reading, field: FieldVerdict, row: EventRow, scene: Scene) -> Pane:
    words = in_its_words(reading)
    sources = scene.among(reading.sources)
    count = f"{short_name(field.field)} · {origins_words(reading.origins)}"
    return Pane(
        key=f"reading:{number}", siglum=f'"{safe(words)}"', name=" ".join(source.siglum for source in sources),
        sources=sources, told=plain(count, scene.glyphs), event=row.verdict.id, only=frozenset(reading.reports),
    )  # fmt: skip
