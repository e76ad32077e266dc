"""Stretches of the calendar in words: months and their parts, halves, quarters, seasons, years, decades, weekends."""

from __future__ import annotations

from tui.core.calendar import DAY, date_of, day_number, month_length, weekday
from tui.core.edtf.dates import season as edtf_season
from tui.core.phrases.report import Now
from tui.core.spans import Precision, Span, days

_MONTH = "A calendar month."
_MONTH_YEARLESS = "A month without a year is the nearest that began before the report."
_EDGE_MONTH = "UCDP: early, mid and late of a month are the 1st-10th, the 10th-20th and the 15th to its end."
_EDGE_YEAR = "UCDP: early, mid and late of a year are January-April, May-August and September-December."
_YEAR = "A calendar year."
_HALF = "Half of a calendar month (the 15th ends the first half) or year."
_QUARTER = "A quarter of a calendar year."
_DECADE = "A decade: the ten years that share its digits."
_COUNTED = "The first days of a month, counted."
_LAST_DAY = "The last day of a month."
_WINTER = (
    "A northern winter, December to February, named by the year it begins in (EDTF); the one that ends then is slack."
)
_WEEKEND = "UCDP: the weekend is Saturday and Sunday, the most recent up to the report."
_WEEKEND_NAMED = "The Saturday and Sunday that a date names."
_WEEK_NAMED = "The Monday to Sunday that begin with a date."
_WEEKEND_PLANNED = "The weekend is Saturday and Sunday, in a report that looks ahead the next one."


def month(year: int, number: int, rule: str = _MONTH) -> Span:
    """A calendar month."""
    first = day_number(year, number)
    return days(first, first + month_length(year, number) - 1, Precision.MONTH, rule)


def year_of_month(number: int, now: Now) -> int | None:
    """The year meant by a month without one; None for the month after the report's, which may be announced or last year's."""
    reference = now.reference
    if reference is None:
        return None
    year, current, _ = date_of(reference)
    if now.planned:
        return year if number >= current else year + 1
    if now.upto is None and number == current % 12 + 1:
        return None
    return year if number <= current else year - 1


def month_yearless(number: int, now: Now) -> Span | None:
    """A month without a year: the nearest that began before the report."""
    year = year_of_month(number, now)
    return None if year is None else month(year, number, _MONTH_YEARLESS)


def edge_of_month(edge: int, year: int, number: int) -> Span:
    """Early (0), mid (1) or late (2) of a month."""
    first, last = ((1, 10), (10, 20), (15, month_length(year, number)))[edge]
    start = day_number(year, number)
    return days(start + first - 1, start + last - 1, Precision.RANGE, _EDGE_MONTH)


def edge_of_year(edge: int, year: int) -> Span:
    """Early (0), mid (1) or late (2) of a year."""
    first = 1 + 4 * edge
    return days(day_number(year, first), day_number(year, first + 4) - 1, Precision.RANGE, _EDGE_YEAR)


def half_of_month(half: int, year: int, number: int) -> Span | None:
    """The first (1) or second (2) half of a month."""
    if half not in (1, 2):
        return None
    start = day_number(year, number)
    first, last = (1, 15) if half == 1 else (16, month_length(year, number))
    return days(start + first - 1, start + last - 1, Precision.RANGE, _HALF)


def part_of_year(number: int, parts: int, year: int) -> Span | None:
    """The `number`th of two halves or four quarters of a year."""
    if not 1 <= number <= parts:
        return None
    width = 12 // parts
    first = 1 + (number - 1) * width
    rule = _HALF if parts == 2 else _QUARTER
    return days(day_number(year, first), day_number(year, first + width) - 1, Precision.RANGE, rule)


def whole_year(number: int) -> Span:
    """A calendar year."""
    return days(day_number(number), day_number(number + 1) - 1, Precision.YEAR, _YEAR)


def decade(number: int) -> Span | None:
    """ "The 1990s"; the first of a century may mean all hundred years, so it is not understood."""
    if number % 10 or not number % 100:
        return None
    return days(day_number(number), day_number(number + 10) - 1, Precision.DECADE, _DECADE)


def first_days(count: int, year: int, number: int) -> Span | None:
    """ "The first three days of June"."""
    if not 1 <= count <= month_length(year, number):
        return None
    start = day_number(year, number)
    return days(start, start + count - 1, Precision.RANGE, _COUNTED)


def last_day(year: int, number: int) -> Span:
    """ "The last day of June"."""
    last = day_number(year, number) + month_length(year, number) - 1
    return days(last, last, Precision.DAY, _LAST_DAY)


def season(code: int, year: int) -> Span | None:
    """A northern season of a year, 21 spring to 24 winter, as EDTF has it."""
    span = edtf_season(year, code)
    if span is None or code != 24:
        return span
    earlier = edtf_season(year - 1, code)
    if earlier is None or span.start is None or earlier.start is None:
        return None
    return span._replace(before=span.start - earlier.start, firm=True, rule=_WINTER)


def winter_across(first: int, second: int) -> Span | None:
    """ "Winter 2015-16"; the second year may be written with two digits."""
    if second in (first + 1, (first + 1) % 100):
        return edtf_season(first, 24)
    return None


def weekend(now: Now) -> Span | None:
    """The most recent weekend that has begun, or the next one where the report looks ahead."""
    if now.today is None:
        return None
    if now.planned:
        saturday = now.today + (5 - weekday(now.today)) % 7
        if weekday(now.today) == 6:
            saturday = now.today - 1
        return days(saturday, saturday + 1, Precision.RANGE, _WEEKEND_PLANNED)
    saturday = now.today - (weekday(now.today) - 5) % 7
    return days(saturday, saturday + 1, Precision.RANGE, _WEEKEND)


def this_weekend(now: Now) -> Span | None:
    """ "This weekend": on working days from Tuesday on it may be the last or the next, so it is not understood."""
    if now.today is None or (not now.planned and weekday(now.today) in (1, 2, 3, 4)):
        return None
    return weekend(now)


def last_weekend(now: Now) -> Span | None:
    """The weekend of the week before the report's."""
    if now.today is None:
        return None
    return days(now.monday - 2, now.monday - 1, Precision.RANGE, _WEEKEND)


def weekend_of(day: Span | None) -> Span | None:
    """ "The weekend of 25 June": understood where that is a Saturday or Sunday."""
    if day is None or day.start is None or weekday(day.start // DAY) < 5:
        return None
    saturday = day.start // DAY - weekday(day.start // DAY) + 5
    return days(saturday, saturday + 1, Precision.RANGE, _WEEKEND_NAMED)


def week_of(day: Span | None) -> Span | None:
    """ "The week of 27 June": understood where that is a Monday, whatever day a week begins with elsewhere."""
    if day is None or day.start is None or weekday(day.start // DAY):
        return None
    return days(day.start // DAY, day.start // DAY + 6, Precision.WEEK, _WEEK_NAMED)
