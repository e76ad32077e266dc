"""What is needed of a report to ask whether it tells of the same event as another (rules.md §12)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.core.line import Extent
from tui.core.model import Report
from tui.core.places import Spot
from tui.core.verdicts.actors import ActorsValue
from tui.core.verdicts.claims import figure, party, places_of, when_of, withheld
from tui.core.verdicts.context import Context
from tui.core.verdicts.places import PlacesValue

DAY = 86400


class Record(NamedTuple):
    """What is needed of a report to ask whether it tells of the same event as another."""

    report: Report
    event: str
    dataset: bool
    when: Extent
    spots: tuple[Spot, ...]
    actors: frozenset[str]
    figures: tuple[tuple[str, float], ...]
    """(field, value) of the exact figures above zero."""


def records(reports: Iterable[Report], event: str, context: Context) -> list[Record]:
    """The records of the reports of an event, of those that have one."""
    return [found for report in reports if (found := record(report, event, context)) is not None]


def record(report: Report, event: str, context: Context) -> Record | None:
    """The record of a report, or None where time, place, actor or figure is missing, or it tells of nothing that happened."""
    if not (report.when and report.where and report.who and report.figures):
        return None
    if report.denies is True or report.planned or withheld(report, context):
        return None
    when = _days(report, context)
    if when is None:
        return None
    figures = context.remembered(("exact", report.figures), lambda: _exact(report.figures, context))
    ((_, _, place, _),) = places_of(report.where, context)
    if not figures or not isinstance(place, PlacesValue) or not place.spots:
        return None
    actors = context.remembered(("within", report.who), lambda: _within(report.who, context))
    return (
        Record(report, event, context.source(report).is_dataset, when, place.spots, actors, figures) if actors else None
    )


def first_day(reports: Iterable[Report], context: Context) -> int | None:
    """No record of these reports begins before that day; None where none of them has one."""
    times = [when for report in reports if report.when and (when := _days(report, context)) is not None]
    return min([int(when.core_low // DAY) for when in times], default=None)


def _days(report: Report, context: Context) -> Extent | None:
    """When it was, where that is known to a few days."""
    when = when_of(report, context).extent
    return None if when is None or when.core_high - when.core_low > 7 * DAY else when


def _exact(figures: tuple[tuple[str, str], ...], context: Context) -> tuple[tuple[str, float], ...]:
    """Those that are one number above zero."""
    extents = [(f"figures.{key}", figure(f"figures.{key}", words, context).extent) for key, words in figures]
    return tuple([(field, e.core_low) for field, e in extents if e is not None and e.core_low == e.core_high > 0])


def _within(who: tuple[tuple[str, tuple[str, ...]], ...], context: Context) -> frozenset[str]:
    """Keys of all actors of all roles, and of what these are branches of."""
    values = [party(names, context) for _, names in who]
    return frozenset(key for value in values if isinstance(value, ActorsValue) for key in value.within)


def days_of(each: Record) -> tuple[int, int]:
    """The first and the last day it may have been."""
    return int(each.when.core_low // DAY), int(each.when.core_high // DAY)


def days_close(a: Record, b: Record) -> bool:
    """Whether they lie at most a day apart."""
    return a.when.core_low - b.when.core_high <= DAY and b.when.core_low - a.when.core_high <= DAY
