"""When a report appeared: what its relative words hang on. Never today's clock."""

from __future__ import annotations

from typing import NamedTuple

from tui.core.calendar import date_of, weekday


class Report(NamedTuple):
    """The local days a report may have appeared on; None where it does not say."""

    first: int | None = None
    """Day number."""
    last: int | None = None
    clock: int | None = None
    """Wall second, where the source states the hour."""
    planned: bool = False
    """The report looks ahead."""


class Now(NamedTuple):
    """One day a report may have appeared on, with what narrows the days around it."""

    today: int | None
    """Day number; None: relative words are not understood."""
    planned: bool = False
    clock: int | None = None
    upto: int | None = None
    """In a range, the day the other end lies on: a weekday or a date without a year is the nearest up to it."""
    onward: int | None = None
    """In a range that looks ahead, the day the first end lies on."""

    @property
    def reference(self) -> int | None:
        """The day that weekdays and dates without a year are counted from."""
        if self.planned:
            return self.today if self.onward is None else self.onward
        return self.today if self.upto is None else self.upto

    @property
    def monday(self) -> int:
        """The Monday of the report's week; only where `today` is known."""
        today = self.today or 0
        return today - weekday(today)

    @property
    def date(self) -> tuple[int, int, int]:
        """Year, month, day of the report; only where `today` is known."""
        return date_of(self.today or 0)
