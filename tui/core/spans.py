"""A stretch of wall-clock time as some words state it, before a zone makes it instants. Values only, no reading here."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from tui.core.calendar import DAY, HOUR, MINUTE, date_of, day_number


class Precision(StrEnum):
    """How exactly a time is stated (contract.md, "explain when")."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part-of-day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    UNBOUNDED = "unbounded"


CLOCKED = frozenset({Precision.SECOND, Precision.MINUTE, Precision.HOUR})
"""Precisions "given to the hour or finer" (rules.md §3, the time-zone kind)."""


class Span(NamedTuple):
    """Wall seconds, half-open; None is open. Slack is added outside the core."""

    start: int | None
    end: int | None
    precision: Precision
    rule: str
    """One plain sentence: how the words were read, and by whose convention."""
    before: int = 0
    """Seconds of slack before `start`."""
    after: int = 0
    """Seconds of slack after `end`."""
    approximate: bool = False
    uncertain: bool = False
    firm: bool = False
    """Meeting only in the slack is compatible, not strained."""
    start_offset: int | None = None
    """Seconds east of UTC where the words state it for `start`."""
    end_offset: int | None = None
    start_zone: str | None = None
    """IANA zone where the words state it."""
    end_zone: str | None = None
    clocked: bool = False
    easy_before: int = 0
    """Seconds of `before` that are met without strain where the span is not firm: what the words of a hedged time have anyway."""
    easy_after: int = 0

    @property
    def easy(self) -> tuple[int, int]:
        """Seconds before and after the core in which meeting is compatible."""
        return (self.before, self.after) if self.firm else (self.easy_before, self.easy_after)


def hedged(span: Span, before: int, after: int) -> Span:
    """The span of words behind a hedge that stretches so far; never narrower than without it (rules.md §13).

    What the plain words reach without strain a hedge cannot take away; what it adds is strained.
    """
    if before <= span.before and after <= span.after:
        return span._replace(approximate=True)
    easy_before, easy_after = span.easy
    return span._replace(
        before=max(span.before, before),
        after=max(span.after, after),
        approximate=True,
        firm=False,
        easy_before=easy_before,
        easy_after=easy_after,
    )


def days(first: int, last: int, precision: Precision, rule: str) -> Span:
    """The days `first` to `last`, both included, as a span."""
    return Span(first * DAY, (last + 1) * DAY, precision, rule)


def units_around(span: Span, count: int = 1) -> tuple[int, int]:
    """Seconds of `count` units of the span's precision before its start and after its end (the slack of "about").

    Calendar units are counted in the calendar: a month before 1 March is February. A stretch that is no unit stretches
    by a day.
    """
    fixed = _FIXED.get(span.precision)
    if fixed is not None:
        return count * fixed, count * fixed
    if span.precision is Precision.PART_OF_DAY and span.start is not None and span.end is not None:
        return span.end - span.start, span.end - span.start
    months = count * _MONTHS.get(span.precision, 0)
    if not months:
        return count * DAY, count * DAY
    before = 0 if span.start is None else span.start - _shifted(span.start, -months)
    after = 0 if span.end is None else _shifted(span.end, months) - span.end
    return before, after


def _shifted(wall: int, months: int) -> int:
    """A wall second at a first of a month, moved by calendar months."""
    year, month, day = date_of(wall // DAY)
    return (day_number(year, month + months) + day - 1) * DAY + wall % DAY


_FIXED = {
    Precision.SECOND: 1,
    Precision.MINUTE: MINUTE,
    Precision.HOUR: HOUR,
    Precision.DAY: DAY,
    Precision.WEEK: 7 * DAY,
}
_MONTHS = {
    Precision.MONTH: 1,
    Precision.SEASON: 3,
    Precision.YEAR: 12,
    Precision.DECADE: 120,
    Precision.CENTURY: 1200,
}
