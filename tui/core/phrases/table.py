"""Day and calendar phrases as a table: the kinds of the words in order, and the function that reads their values.

A new phrase is one line here and one case in the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui.core.phrases import days, relatives, stretches
from tui.core.phrases.parts import PARTS, of_day
from tui.core.phrases.report import Now
from tui.core.spans import Span

_TONIGHT = "Tonight is 18:00 of the report's day to 06:00 of the next, local time."

Handler = Callable[[tuple[int, ...], Now], Span | None]
"""Takes the values of the words that have one (see `words.kind_of`), in order."""


def _tonight(now: Now) -> Span | None:
    day = days.beside(now, 0)
    span = None if day is None else of_day(day, PARTS["night"])
    return None if span is None else span._replace(rule=_TONIGHT)


def _night_before_last(now: Now) -> Span | None:
    day = days.beside(now, -2)
    return None if day is None else of_day(day, PARTS["night"])


def _in_month(v: tuple[int, ...], now: Now, read: Callable[[tuple[int, ...], int], Span | None]) -> Span | None:
    """Part of a month without a year; the month is the last of the values."""
    year = stretches.year_of_month(v[-1], now)
    return None if year is None else read(v, year)


def _first_day(v: tuple[int, ...], year: int) -> Span | None:
    return days.full_date(year, v[1], 1) if v[0] == 1 else None


def _first_days(v: tuple[int, ...], year: int) -> Span | None:
    return stretches.first_days(v[1], year, v[2]) if v[0] == 1 else None


def _nights_ago(v: tuple[int, ...], now: Now) -> Span | None:
    day = days.beside(now, -v[0])
    return None if day is None or v[0] < 2 else of_day(day, PARTS["night"])


def _same_month(month: int, now: Now, years: int) -> Span | None:
    return None if now.today is None else stretches.month(now.date[0] + years, month)


def _same_date(day: int, month: int, now: Now, years: int) -> Span | None:
    return None if now.today is None else days.full_date(now.date[0] + years, month, day)


def _last_month_named(v: tuple[int, ...], now: Now) -> Span | None:
    """ "Last December": understood only where the most recent one was also last year's."""
    if now.today is None or v[0] < now.date[1]:
        return None
    return stretches.month(now.date[0] - 1, v[0])


def _edge_last_week(v: tuple[int, ...], now: Now) -> Span | None:
    return relatives.late_last_week(now) if v[0] == 2 else None


_DATES: Mapping[str, Handler] = {
    "N M Y": lambda v, _: days.full_date(v[2], v[1], v[0]),
    "M N Y": lambda v, _: days.full_date(v[2], v[0], v[1]),
    "Y M N": lambda v, _: days.full_date(v[0], v[1], v[2]),
    "N M": lambda v, now: days.yearless(v[1], v[0], now),
    "M N": lambda v, now: days.yearless(v[0], v[1], now),
    "O": lambda v, now: days.of_month(v[0], now),
    "W": lambda v, now: days.week_day(v[0], now),
    "this W": lambda v, now: days.day_of_week(v[0], now, 0),
    "last W": lambda v, now: days.last_week_day(v[0], now),
    "past W": lambda v, now: days.past_week_day(v[0], now),
    "next W": lambda v, now: days.next_week_day(v[0], now),
    "coming W": lambda v, now: days.coming_week_day(v[0], now),
    "W this week": lambda v, now: days.day_of_week(v[0], now, 0),
    "W last week": lambda v, now: days.day_of_week(v[0], now, -1),
    "last week W": lambda v, now: days.day_of_week(v[0], now, -1),
    "W next week": lambda v, now: days.day_of_week(v[0], now, 1),
    "today": lambda _, now: days.beside(now, 0),
    "yesterday": lambda _, now: days.beside(now, -1),
    "ereyesterday": lambda _, now: days.beside(now, -2),
    "tomorrow": lambda _, now: days.beside(now, 1),
    "overmorrow": lambda _, now: days.beside(now, 2),
    "other day": lambda _, now: days.other_day(now),
    "tonight": lambda _, now: _tonight(now),
    "nightbeforelast": lambda _, now: _night_before_last(now),
    "N M last year": lambda v, now: _same_date(v[0], v[1], now, -1),
    "M N last year": lambda v, now: _same_date(v[1], v[0], now, -1),
    "N M this year": lambda v, now: _same_date(v[0], v[1], now, 0),
    "M N this year": lambda v, now: _same_date(v[1], v[0], now, 0),
}

_STRETCHES: Mapping[str, Handler] = {
    "M Y": lambda v, _: stretches.month(v[1], v[0]),
    "M": lambda v, now: stretches.month_yearless(v[0], now),
    "month M Y": lambda v, _: stretches.month(v[1], v[0]),
    "month M": lambda v, now: stretches.month_yearless(v[0], now),
    "year Y": lambda v, _: stretches.whole_year(v[0]),
    "Y": lambda v, _: stretches.whole_year(v[0]),
    "Y s": lambda v, _: stretches.decade(v[0]),
    "S Y": lambda v, _: stretches.season(v[0], v[1]),
    "S Y - N": lambda v, _: stretches.winter_across(v[1], v[2]) if v[0] == 24 else None,
    "S Y - Y": lambda v, _: stretches.winter_across(v[1], v[2]) if v[0] == 24 else None,
    "E M Y": lambda v, _: stretches.edge_of_month(v[0], v[2], v[1]),
    "E M": lambda v, now: _in_month(v, now, lambda w, year: stretches.edge_of_month(w[0], year, w[1])),
    "E Y": lambda v, _: stretches.edge_of_year(v[0], v[1]),
    "O half Y": lambda v, _: stretches.part_of_year(v[0], 2, v[1]),
    "O half M Y": lambda v, _: stretches.half_of_month(v[0], v[2], v[1]),
    "O half M": lambda v, now: _in_month(v, now, lambda w, year: stretches.half_of_month(w[0], year, w[1])),
    "O quarter Y": lambda v, _: stretches.part_of_year(v[0], 4, v[1]),
    "O N day M Y": lambda v, _: _first_days(v, v[3]),
    "O N day M": lambda v, now: _in_month(v, now, _first_days),
    "O day M": lambda v, now: _in_month(v, now, _first_day),
    "O day M Y": lambda v, _: _first_day(v, v[2]),
    "last day M": lambda v, now: _in_month(v, now, lambda w, year: stretches.last_day(year, w[0])),
    "last day M Y": lambda v, _: stretches.last_day(v[1], v[0]),
    "O W M": lambda v, now: _in_month(v, now, lambda w, year: days.counted_week_day(w[0], w[1], year, w[2])),
    "O W M Y": lambda v, _: days.counted_week_day(v[0], v[1], v[3], v[2]),
    "last W M": lambda v, now: _in_month(v, now, lambda w, year: days.counted_week_day(0, w[0], year, w[1])),
    "last W M Y": lambda v, _: days.counted_week_day(0, v[0], v[2], v[1]),
    "M last year": lambda v, now: _same_month(v[0], now, -1),
    "M this year": lambda v, now: _same_month(v[0], now, 0),
    "this M": lambda v, now: _same_month(v[0], now, 0),
    "last M": _last_month_named,
    "weekend": lambda _, now: stretches.weekend(now),
    "this weekend": lambda _, now: stretches.this_weekend(now),
    "weekend N M": lambda v, now: stretches.weekend_of(days.yearless(v[1], v[0], now)),
    "weekend M N": lambda v, now: stretches.weekend_of(days.yearless(v[0], v[1], now)),
    "weekend N M Y": lambda v, _: stretches.weekend_of(days.full_date(v[2], v[1], v[0])),
    "weekend M N Y": lambda v, _: stretches.weekend_of(days.full_date(v[2], v[0], v[1])),
    "week N M": lambda v, now: stretches.week_of(days.yearless(v[1], v[0], now)),
    "week M N": lambda v, now: stretches.week_of(days.yearless(v[0], v[1], now)),
    "week N M Y": lambda v, _: stretches.week_of(days.full_date(v[2], v[1], v[0])),
    "week M N Y": lambda v, _: stretches.week_of(days.full_date(v[2], v[0], v[1])),
    "last weekend": lambda _, now: stretches.last_weekend(now),
    "past weekend": lambda _, now: stretches.last_weekend(now),
}

_RELATIVES: Mapping[str, Handler] = {
    "N day ago": lambda v, now: relatives.days_ago(v[0], now),
    "N week ago": lambda v, now: relatives.weeks_ago(v[0], now),
    "N month ago": lambda v, now: relatives.months_ago(v[0], now),
    "N hour ago": lambda v, now: relatives.hours_ago(v[0], now),
    "fortnightago": lambda _, now: relatives.a_fortnight_ago(now),
    "N night ago": _nights_ago,
    "few day ago": lambda _, now: relatives.few_days(now),
    "few week ago": lambda _, now: relatives.several_weeks_ago(now),
    "several week ago": lambda _, now: relatives.several_weeks_ago(now),
    "recently": lambda _, now: relatives.few_days(now),
    "recent day": lambda _, now: relatives.few_days(now),
    "past few day": lambda _, now: relatives.few_days(now),
    "last few day": lambda _, now: relatives.few_days(now),
    "past N day": lambda v, now: relatives.past_days(v[0], now),
    "last N day": lambda v, now: relatives.past_days(v[0], now),
    "past N hour": lambda v, now: relatives.past_hours(v[0], now),
    "last N hour": lambda v, now: relatives.past_hours(v[0], now),
    "past week": lambda _, now: relatives.past_weeks(1, now),
    "past N week": lambda v, now: relatives.past_weeks(v[0], now),
    "last N week": lambda v, now: relatives.past_weeks(v[0], now),
    "past few week": lambda _, now: relatives.several_weeks_ago(now),
    "last few week": lambda _, now: relatives.several_weeks_ago(now),
    "past N month": lambda v, now: relatives.past_months(v[0], now),
    "last N month": lambda v, now: relatives.past_months(v[0], now),
    "past few month": lambda _, now: relatives.past_months(3, now),
    "last few month": lambda _, now: relatives.past_months(3, now),
    "past year": lambda _, now: relatives.past_year(now),
    "this week": lambda _, now: relatives.this_week(now),
    "this month": lambda _, now: relatives.this_month(now),
    "this year": lambda _, now: relatives.this_year(now),
    "earlier this week": lambda _, now: relatives.earlier(relatives.this_week(now), now),
    "earlier this month": lambda _, now: relatives.earlier(relatives.this_month(now), now),
    "earlier this year": lambda _, now: relatives.earlier(relatives.this_year(now), now),
    "earlier week": lambda _, now: relatives.earlier(relatives.this_week(now), now),
    "earlier month": lambda _, now: relatives.earlier(relatives.this_month(now), now),
    "earlier year": lambda _, now: relatives.earlier(relatives.this_year(now), now),
    "weekbeforelast": lambda _, now: relatives.week(-2, now),
    "last week": lambda _, now: relatives.week(-1, now),
    "next week": lambda _, now: relatives.week(1, now),
    "E last week": _edge_last_week,
    "last month": lambda _, now: relatives.other_month(-1, now),
    "next month": lambda _, now: relatives.other_month(1, now),
    "last year": lambda _, now: relatives.other_year(-1, now),
    "next year": lambda _, now: relatives.other_year(1, now),
    "E last month": lambda v, now: relatives.edge_of_other_month(v[0], -1, now),
    "E this month": lambda v, now: relatives.edge_of_other_month(v[0], 0, now),
    "E month": lambda v, now: relatives.edge_of_other_month(v[0], 0, now),
    "E year": lambda v, now: relatives.edge_of_other_year(v[0], 0, now),
    "E last year": lambda v, now: relatives.edge_of_other_year(v[0], -1, now),
    "E this year": lambda v, now: relatives.edge_of_other_year(v[0], 0, now),
}

_NOUNS = (
    "offensive", "battle", "siege", "operation", "assault", "campaign", "fighting", "bombardment", "clashes",
    "standoff", "truce", "ceasefire",
)  # fmt: skip
# "A five-day offensive" goes on; "four days of fighting" may lie anywhere, and has no hyphen.
_LASTING: Mapping[str, Handler] = {
    f"{stated}{long}{noun}": handler
    for noun in _NOUNS
    for stated, longs, handler in (
        ("N longday ", ("", "old ", "long "), lambda v, now: relatives.lasted(v[0], now)),
        ("N longweek ", ("", "old ", "long "), lambda v, now: relatives.lasted(7 * v[0], now)),
        ("longweek ", ("old ", "long "), lambda _, now: relatives.lasted(7, now)),
    )
    for long in longs
}

TABLE: Mapping[str, Handler] = {**_DATES, **_STRETCHES, **_RELATIVES, **_LASTING}
