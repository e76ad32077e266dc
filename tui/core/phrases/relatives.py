"""Time counted from the report: so long ago, the past so long, this, last and next week, month and year.

The conventions are those of the UCDP GED codebook 19.1 on temporal precision, as rules.md §3 fixes them.
"""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta

from tui.core.calendar import DAY, HOUR, day_number, month_length
from tui.core.phrases.report import Now
from tui.core.phrases.stretches import edge_of_month, edge_of_year, month, whole_year
from tui.core.spans import Precision, Span, days

MOST_DAYS = 400
"""Longest stretch counted in days; beyond, counting in days is a slip of the pen."""

_AGO = "So many days before the report's day."
_FORTNIGHT_AGO = 'UCDP: "a fortnight ago" is within the two weeks that end with the report\'s day.'
_AROUND_WEEKS_AGO = (
    "So many weeks before the report's day, to the nearest: three days either way, and some more as slack."
)
_AROUND_MONTHS_AGO = "So many months before the report's day, to the nearest: 15 days either way, and 15 more as slack."
_SEVERAL_WEEKS = 'UCDP: "several weeks ago" is within the three weeks that end with the report\'s day.'
_FEW_DAYS = 'UCDP: "the past few days", "recently" are the three days before the report.'
_PAST_DAYS = 'UCDP: "the past n days" are the n days before the report, its own day left out.'
_PAST_HOURS = 'UCDP: "the past 24 hours" are the report\'s day and the one before; 48 hours the two before.'
_PAST_WEEK = 'UCDP: "the past week" is the seven days that end with the report\'s day.'
_PAST_MONTHS = 'UCDP: "the past n months" run back from the report\'s day, but not across the new year.'
_PAST_YEAR = 'UCDP: "the past year" runs from 1 January to the report\'s day.'
_LASTED = "UCDP: an n-day offensive is the n days that end with the report's day."
_THIS_WEEK = 'UCDP: "this week" runs from Monday to the report\'s day.'
_EARLIER = 'UCDP: "earlier this week, month, year" ends on the day before the report.'
_THIS = '"This month" and "this year" run from their start to the report\'s day.'
_LAST_WEEK = 'UCDP: "last week" is the Monday to Sunday before the report\'s week.'
_LATE_LAST_WEEK = 'UCDP: "late last week" is its Friday to Sunday.'
_NEXT_WEEK = "The Monday to Sunday after the report's week."
_LAST = "The calendar month or year before the report's."
_NEXT = "The calendar month or year after the report's."
_HOURS_AGO = "So many hours before the hour the source gives for the report, an hour's slack on both sides."


def days_ago(count: int, now: Now) -> Span | None:
    """ "Three days ago": that day."""
    if now.today is None or count > MOST_DAYS:
        return None
    return days(now.today - count, now.today - count, Precision.DAY, _AGO)


def hours_ago(count: int, now: Now) -> Span | None:
    """ "Two hours ago", where the source says at what hour it was published."""
    if now.clock is None or count > 48:
        return None
    start = now.clock - count * HOUR
    return Span(start, start + HOUR, Precision.HOUR, _HOURS_AGO, HOUR, HOUR, clocked=True)


def weeks_ago(count: int, now: Now) -> Span | None:
    """ "Two weeks ago": around the day two weeks before the report's."""
    if now.today is None or not 0 < 7 * count <= MOST_DAYS:
        return None
    return _near(now.today - 7 * count, _NEAREST_WEEK, max(_NEAREST_WEEK, count), now.today, _AROUND_WEEKS_AGO)


def months_ago(count: int, now: Now) -> Span | None:
    """ "Two months ago": around the day two months before the report's."""
    if now.today is None or not 0 < count <= _MOST_MONTHS:
        return None
    year, number = _month_beside(-count, now) or (0, 0)
    day = day_number(year, number, min(now.date[2], month_length(year, number)))
    return _near(day, _NEAREST_MONTH, _NEAREST_MONTH, now.today, _AROUND_MONTHS_AGO)


_NEAREST_WEEK, _NEAREST_MONTH = 3, 15
"""Days on both sides within which a time told in weeks or months is told to the nearest."""
_MOST_MONTHS = 24


def _near(day: int, core: int, slack: int, today: int, rule: str) -> Span:
    """The days around one, their slack ending before the report's own."""
    after = min(slack, today - 1 - day - core)
    return days(day - core, day + core, Precision.RANGE, rule)._replace(before=slack * DAY, after=max(after, 0) * DAY)


def a_fortnight_ago(now: Now) -> Span | None:
    """ "A fortnight ago": the two weeks that end with the report's day; loosely, a week more."""
    return _within_weeks(2, now, _FORTNIGHT_AGO)


def several_weeks_ago(now: Now) -> Span | None:
    """Within three weeks."""
    return _within_weeks(3, now, _SEVERAL_WEEKS)


def _within_weeks(count: int, now: Now, rule: str) -> Span | None:
    span = _back(7 * count, now, rule)
    return None if span is None else span._replace(before=7 * DAY, firm=True)


def lasted(count: int, now: Now) -> Span | None:
    """ "Five-day offensive", "week-old offensive": the days that end with the report's."""
    return _back(count, now, _LASTED)


def few_days(now: Now) -> Span | None:
    """ "Recently", "the past few days": the three days before the report; loosely, the week up to it."""
    span = _before(3, now, _FEW_DAYS)
    return None if span is None else span._replace(before=4 * DAY, after=DAY)


def past_days(count: int, now: Now) -> Span | None:
    """ "The past two days": the two days before the report; loosely, its own day too."""
    span = _before(count, now, _PAST_DAYS)
    return None if span is None else span._replace(after=DAY)


def past_hours(count: int, now: Now) -> Span | None:
    """ "The past 24 hours", by whole days; other counts only from the hour of the report."""
    if now.today is not None and count and count % 24 == 0 and count <= 24 * 7:
        return days(now.today - count // 24, now.today, Precision.RANGE, _PAST_HOURS)
    if now.clock is None or not 0 < count < 24:
        return None
    return Span(now.clock - count * HOUR, now.clock, Precision.RANGE, _HOURS_AGO, HOUR, HOUR, clocked=True)


def past_weeks(count: int, now: Now) -> Span | None:
    """ "The past week": seven days with the report's own."""
    return _back(7 * count, now, _PAST_WEEK)


def past_months(count: int, now: Now) -> Span | None:
    """ "The past three months", not across the new year."""
    if now.today is None or not 2 <= count <= 12:
        return None
    year, number, day = now.date
    if not 2 <= year <= 9998:
        return None
    back = date(year, number, day) - relativedelta(months=count)
    first = max(day_number(back.year, back.month, back.day) + 1, day_number(year))
    return days(first, now.today, Precision.RANGE, _PAST_MONTHS)


def past_year(now: Now) -> Span | None:
    """From 1 January to the report's day."""
    return None if now.today is None else days(day_number(now.date[0]), now.today, Precision.RANGE, _PAST_YEAR)


def this_week(now: Now) -> Span | None:
    """Monday to the report's day; to Sunday where the report looks ahead."""
    if now.today is None:
        return None
    if now.planned:
        return days(now.today, now.monday + 6, Precision.WEEK, _THIS_WEEK)
    return days(now.monday, now.today, Precision.WEEK, _THIS_WEEK)


def this_month(now: Now) -> Span | None:
    """The report's month, up to the report's day."""
    if now.today is None:
        return None
    year, number, _ = now.date
    return _up_to_report(month(year, number), now, Precision.MONTH)


def this_year(now: Now) -> Span | None:
    """The report's year, up to the report's day."""
    return None if now.today is None else _up_to_report(whole_year(now.date[0]), now, Precision.YEAR)


def _up_to_report(span: Span, now: Now, precision: Precision) -> Span:
    today = (now.today or 0) * DAY
    if now.planned:
        return span._replace(start=today, precision=precision, rule=_THIS)
    return span._replace(end=today + DAY, precision=precision, rule=_THIS)


def earlier(span: Span | None, now: Now) -> Span | None:
    """ "Earlier this week" and the like: the stretch without the report's own day; nothing on its first day."""
    if span is None or span.start is None or now.today is None or now.planned:
        return None
    end = now.today * DAY
    return span._replace(end=end, precision=Precision.RANGE, rule=_EARLIER) if span.start < end else None


def week(weeks: int, now: Now) -> Span | None:
    """Last (-1) or next (1) week, Monday to Sunday."""
    if now.today is None:
        return None
    first = now.monday + 7 * weeks
    return days(first, first + 6, Precision.WEEK, _LAST_WEEK if weeks < 0 else _NEXT_WEEK)


def late_last_week(now: Now) -> Span | None:
    """Friday to Sunday of last week."""
    return None if now.today is None else days(now.monday - 3, now.monday - 1, Precision.RANGE, _LATE_LAST_WEEK)


def other_month(months: int, now: Now) -> Span | None:
    """Last (-1) or next (1) month."""
    at = _month_beside(months, now)
    return None if at is None else month(*at, _LAST if months < 0 else _NEXT)


def other_year(years: int, now: Now) -> Span | None:
    """Last (-1) or next (1) year."""
    if now.today is None:
        return None
    return whole_year(now.date[0] + years)._replace(rule=_LAST if years < 0 else _NEXT)


def edge_of_other_month(edge: int, months: int, now: Now) -> Span | None:
    """Early, mid or late of this (0), last or next month."""
    at = _month_beside(months, now)
    return None if at is None else edge_of_month(edge, *at)


def edge_of_other_year(edge: int, years: int, now: Now) -> Span | None:
    """Early, mid or late of this (0), last or next year."""
    return None if now.today is None else edge_of_year(edge, now.date[0] + years)


def _month_beside(months: int, now: Now) -> tuple[int, int] | None:
    if now.today is None:
        return None
    year, number, _ = now.date
    return year + (number - 1 + months) // 12, (number - 1 + months) % 12 + 1


def _back(count: int, now: Now, rule: str) -> Span | None:
    """The `count` days that end with the report's."""
    if now.today is None or not 0 < count <= MOST_DAYS:
        return None
    return days(now.today - count + 1, now.today, Precision.RANGE, rule)


def _before(count: int, now: Now, rule: str) -> Span | None:
    """The `count` days before the report's."""
    if now.today is None or not 0 < count <= MOST_DAYS:
        return None
    return days(now.today - count, now.today - 1, Precision.RANGE if count > 1 else Precision.DAY, rule)
