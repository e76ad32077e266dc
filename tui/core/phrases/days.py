"""One day in words: dates with and without a year, weekdays, today and its neighbours."""

from __future__ import annotations

from tui.core.calendar import date_of, day_number, month_length, weekday
from tui.core.phrases.report import Now
from tui.core.spans import Precision, Span, days

AHEAD = 7
"""Days past the report within which a date without a year is that year's, not last year's: outlets announce, and write
across time zones, without adding a year."""
DOUBTFUL = 31
"""Days past the report within which nothing tells an announcement from last year's date: not understood."""

_DATE = "A calendar date: the whole local day."
_YEARLESS = "A date without a year is the nearest before the report (or within the week after it)."
_YEARLESS_PLANNED = "A date without a year in a report that looks ahead is the next one from the report on."
_OF_MONTH = "A day without a month is the nearest before the report."
_WEEKDAY = "A weekday is the most recent such day up to the report's day."
_WEEKDAY_PLANNED = "A weekday in a report that looks ahead is the next such day from the report on."
_NAMED_WEEK = "A weekday of a named week, Monday to Sunday."
_COUNTED = "A weekday counted within its month."
_BESIDE = "Counted from the report's day."
_OTHER = 'UCDP: "the other day" is the day before the report.'
_TWICE = "A weekday that every usual reading places on the same day."


def one(day: int, rule: str) -> Span:
    """A single day."""
    return days(day, day, Precision.DAY, rule)


def full_date(year: int, month: int, day: int) -> Span | None:
    """A date with its year; None when the calendar has no such day."""
    if not 1 <= day <= month_length(year, month):
        return None
    return one(day_number(year, month, day), _DATE)


def yearless(month: int, day: int, now: Now) -> Span | None:
    """A date without its year: the nearest before the report, forward where the report looks ahead."""
    reference = now.reference
    if reference is None or day < 1:
        return None
    year = date_of(reference)[0]
    if now.planned:
        candidates = [(y, month, day) for y in range(year, year + 9)]
        fitting = [n for n in _numbers(candidates) if n >= reference]
        return one(fitting[0], _YEARLESS_PLANNED) if fitting else None
    ahead, doubtful = (AHEAD, DOUBTFUL) if now.upto is None else (0, 0)
    candidates = [(y, month, day) for y in range(year + 1, year - 9, -1)]
    fitting = [n for n in _numbers(candidates) if n <= reference + doubtful]
    return one(fitting[0], _YEARLESS) if fitting and fitting[0] <= reference + ahead else None


def _numbers(candidates: list[tuple[int, int, int]]) -> list[int]:
    return [day_number(y, m, d) for y, m, d in candidates if d <= month_length(y, m)]


def of_month(day: int, now: Now) -> Span | None:
    """A day of the month alone ("the 11th"): the nearest up to the report's day."""
    reference = now.reference
    if reference is None or not 1 <= day <= 31:
        return None
    year, month, _ = date_of(reference)
    step = 1 if now.planned else -1
    for back in range(0, 12 * step, step):
        y, m = year + (month - 1 + back) // 12, (month - 1 + back) % 12 + 1
        if day > month_length(y, m):
            continue
        number = day_number(y, m, day)
        if (number >= reference) if now.planned else (number <= reference):
            return one(number, _OF_MONTH)
    return None


def week_day(wanted: int, now: Now) -> Span | None:
    """A weekday, Monday is 0: the most recent up to the report's day, forward where the report looks ahead."""
    reference = now.reference
    if reference is None:
        return None
    if now.planned:
        return one(reference + (wanted - weekday(reference)) % 7, _WEEKDAY_PLANNED)
    return one(reference - (weekday(reference) - wanted) % 7, _WEEKDAY)


def last_week_day(wanted: int, now: Now) -> Span | None:
    """ "Last Tuesday", understood only where the most recent one is also the one of last week."""
    if now.today is None:
        return None
    recent = now.today - 1 - (weekday(now.today) - 1 - wanted) % 7
    return one(recent, _TWICE) if recent == now.monday - 7 + wanted else None


def past_week_day(wanted: int, now: Now) -> Span | None:
    """ "This past Tuesday": the most recent one before the report's day."""
    if now.today is None:
        return None
    return one(now.today - 1 - (weekday(now.today) - 1 - wanted) % 7, _WEEKDAY)


def next_week_day(wanted: int, now: Now) -> Span | None:
    """ "Next Tuesday", understood only where the coming one is also the one of next week."""
    if now.today is None:
        return None
    coming = now.today + 1 + (wanted - weekday(now.today) - 1) % 7
    return one(coming, _TWICE) if coming == now.monday + 7 + wanted else None


def coming_week_day(wanted: int, now: Now) -> Span | None:
    """ "This coming Friday": the next one after the report's day."""
    if now.today is None:
        return None
    return one(now.today + 1 + (wanted - weekday(now.today) - 1) % 7, _WEEKDAY_PLANNED)


def day_of_week(wanted: int, now: Now, weeks: int) -> Span | None:
    """A weekday of the report's week, or of the one `weeks` later."""
    return None if now.today is None else one(now.monday + 7 * weeks + wanted, _NAMED_WEEK)


def beside(now: Now, shift: int) -> Span | None:
    """The report's day, or the one `shift` days later."""
    return None if now.today is None else one(now.today + shift, _BESIDE)


def other_day(now: Now) -> Span | None:
    """ "The other day" by UCDP's convention."""
    return None if now.today is None else one(now.today - 1, _OTHER)


def counted_week_day(count: int, wanted: int, year: int, month: int) -> Span | None:
    """ "The first Tuesday of June"; `count` 0 is the last one."""
    length = month_length(year, month)
    first = day_number(year, month)
    if not count:
        last = first + length - 1
        return one(last - (weekday(last) - wanted) % 7, _COUNTED)
    day = first + (wanted - weekday(first)) % 7 + 7 * (count - 1)
    return one(day, _COUNTED) if day < first + length else None
