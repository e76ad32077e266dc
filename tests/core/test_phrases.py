from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.calendar import DAY, date_text, day_number, wall_text
from tui.core.moments import Anchor, read_moment
from tui.core.phrases import Report, read_phrase
from tui.core.phrases.lexicon import KNOWN
from tui.core.spans import Span

WEDNESDAY = day_number(2016, 6, 29)
REPORT = Report(first=WEDNESDAY, last=WEDNESDAY)
UNDATED = Report()
AHEAD = Report(first=WEDNESDAY, last=WEDNESDAY, planned=True)


def days(text: str, report: Report = REPORT) -> str | None:
    """First and last day, "a..b", or one day; None when not understood."""
    span = read_phrase(text, report)
    if span is None:
        return None
    first = "" if span.start is None else date_text(span.start // DAY)
    last = "" if span.end is None else date_text((span.end - 1) // DAY)
    return first if first == last else f"{first}..{last}"


def clocks(text: str, report: Report = REPORT) -> str | None:
    """Beginning and end by the clock, the end exclusive."""
    span = read_phrase(text, report)
    if span is None:
        return None
    return f"{'' if span.start is None else wall_text(span.start)}..{'' if span.end is None else wall_text(span.end)}"


def read(text: str, report: Report = REPORT) -> Span:
    span = read_phrase(text, report)
    assert span is not None, text
    return span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("28 June 2016", "2016-06-28"),
        ("June 28, 2016", "2016-06-28"),
        ("28th of June, 2016", "2016-06-28"),
        ("Tuesday, 28 Jun. 2016", "2016-06-28"),
        ("Sept. 3, 2015", "2015-09-03"),
        ("on 2016-06-28", "2016-06-28"),
        ("28/06/2016", "2016-06-28"),
        ("06/28/2016", "2016-06-28"),
        ("28.06.2016", "2016-06-28"),
        ("28-Jun-2016", "2016-06-28"),
        ("May/June 2015", "2015-05-01..2015-06-30"),
        ("June 2016", "2016-06-01..2016-06-30"),
        ("in 2014", "2014-01-01..2014-12-31"),
        ("the 1990s", "1990-01-01..1999-12-31"),
        ("early July 2015", "2015-07-01..2015-07-10"),
        ("mid-July 2015", "2015-07-10..2015-07-20"),
        ("late July 2015", "2015-07-15..2015-07-31"),
        ("the beginning of 2014", "2014-01-01..2014-04-30"),
        ("mid-2014", "2014-05-01..2014-08-31"),
        ("by the end of 2014", "..2014-12-31"),
        ("before the end of June 2015", "..2015-06-30"),
        ("by the end of 28 June 2016", "..2016-06-28"),
        ("on or before 28 June 2016", "..2016-06-28"),
        ("summer 2016", "2016-06-01..2016-08-31"),
        ("in the spring of 2014", "2014-03-01..2014-05-31"),
        ("the winter of 2011/12", "2011-12-01..2012-02-29"),
        ("winter 2011-12", "2011-12-01..2012-02-29"),
        ("the summer of 2014 and 2015", "2014-06-01..2015-08-31"),
        ("27/28 June 2016", "2016-06-27..2016-06-28"),
        ("June 27/28 2016", "2016-06-27..2016-06-28"),
        ("at some point on 28 June 2016", "2016-06-28"),
        ("28 June 2016 (local time)", "2016-06-28"),
        ("first Tuesday of June 2015", "2015-06-02"),
        ("last day of February 2016", "2016-02-29"),
        ("towards the end of June 2015", "2015-06-15..2015-06-30"),
        ("winter 2014-15", "2014-12-01..2015-02-28"),
        ("first half of 2015", "2015-01-01..2015-06-30"),
        ("second half of June 2015", "2015-06-16..2015-06-30"),
        ("third quarter of 2015", "2015-07-01..2015-09-30"),
        ("first three days of June 2015", "2015-06-01..2015-06-03"),
        ("26-28 June 2016", "2016-06-26..2016-06-28"),
        ("June 26–28, 2016", "2016-06-26..2016-06-28"),
        ("between 26 and 28 June 2016", "2016-06-26..2016-06-28"),
        ("26 June to 3 July 2016", "2016-06-26..2016-07-03"),
        ("28 December to 3 January 2016", "2015-12-28..2016-01-03"),
        ("28 or 29 June 2016", "2016-06-28..2016-06-29"),
        ("March-May 2015", "2015-03-01..2015-05-31"),
        ("2014-15", "2014-01-01..2015-12-31"),
        ("early to mid-2014", "2014-01-01..2014-08-31"),
        ("since June 2014", "2014-06-01.."),
        ("until 28 June 2016", "..2016-06-28"),
        ("before 28 June 2016", "..2016-06-27"),
        ("after 28 June 2016", "2016-06-29.."),
        ("no later than 28 June 2016", "..2016-06-28"),
    ],
)
def test_absolute_words_need_no_report(text: str, expected: str) -> None:
    assert (days(text, UNDATED), days(text)) == (
        expected,
        expected if "since" not in text else "2014-06-01..2016-06-29",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuesday", "2016-06-28"),
        ("on Wednesday", "2016-06-29"),
        ("Thursday", "2016-06-23"),
        ("this Friday", "2016-07-01"),
        ("last Friday", "2016-06-24"),
        ("last Wednesday", "2016-06-22"),
        ("this past Tuesday", "2016-06-28"),
        ("next Monday", "2016-07-04"),
        ("Friday last week", "2016-06-24"),
        ("today", "2016-06-29"),
        ("earlier today", "2016-06-29"),
        ("yesterday", "2016-06-28"),
        ("the day before yesterday", "2016-06-27"),
        ("tomorrow", "2016-06-30"),
        ("three days ago", "2016-06-26"),
        ("28 June", "2016-06-28"),
        ("June 28", "2016-06-28"),
        ("on Tuesday (June 28)", "2016-06-28"),
        ("1 December", "2015-12-01"),
        ("29 February", "2016-02-29"),
        ("2 July", "2016-07-02"),
        ("the 11th", "2016-06-11"),
        ("on the 30th", "2016-05-30"),
        ("in March", "2016-03-01..2016-03-31"),
        ("in August", "2015-08-01..2015-08-31"),
        ("1 August", "2015-08-01"),
        ("last Tuesday, June 28", "2016-06-28"),
        ("mid-June", "2016-06-10..2016-06-20"),
        ("late March", "2016-03-15..2016-03-31"),
        ("March this year", "2016-03-01..2016-03-31"),
        ("last December", "2015-12-01..2015-12-31"),
        ("between Monday and Wednesday", "2016-06-27..2016-06-29"),
        ("Sunday to Tuesday", "2016-06-26..2016-06-28"),
        ("Friday or Saturday", "2016-06-24..2016-06-25"),
        ("since Friday", "2016-06-24..2016-06-29"),
        ("28 December to 3 January", "2015-12-28..2016-01-03"),
    ],
)
def test_what_is_left_out_is_the_nearest_before_the_report(text: str, expected: str) -> None:
    assert (days(text), days(text, UNDATED)) == (expected, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("recently", "2016-06-26..2016-06-28"),
        ("past few days", "2016-06-26..2016-06-28"),
        ("a few days ago", "2016-06-26..2016-06-28"),
        ("the other day", "2016-06-28"),
        ("last night", "2016-06-28"),
        ("around 26 June", "2016-06-25..2016-06-27"),
        ("over the weekend", "2016-06-25..2016-06-26"),
        ("at the weekend", "2016-06-25..2016-06-26"),
        ("last weekend", "2016-06-25..2016-06-26"),
        ("this week", "2016-06-27..2016-06-29"),
        ("earlier this week", "2016-06-27..2016-06-28"),
        ("earlier in the week", "2016-06-27..2016-06-28"),
        ("the weekend of 18 June", "2016-06-18..2016-06-19"),
        ("the week of June 20", "2016-06-20..2016-06-26"),
        ("last week", "2016-06-20..2016-06-26"),
        ("late last week", "2016-06-24..2016-06-26"),
        ("the past week", "2016-06-23..2016-06-29"),
        ("in the last week", "2016-06-23..2016-06-29"),
        ("during the last year", "2016-01-01..2016-06-29"),
        ("past 24 hours", "2016-06-28..2016-06-29"),
        ("in the last 48 hours", "2016-06-27..2016-06-29"),
        ("past two days", "2016-06-27..2016-06-28"),
        ("a fortnight ago", "2016-06-16..2016-06-29"),
        ("two weeks ago", "2016-06-12..2016-06-18"),
        ("a week ago", "2016-06-19..2016-06-25"),
        ("the week before last", "2016-06-13..2016-06-19"),
        ("a month ago", "2016-05-14..2016-06-13"),
        ("four months ago", "2016-02-14..2016-03-15"),
        ("after the beginning of June", "2016-06-01.."),
        ("on or after Monday", "2016-06-27..2016-06-29"),
        ("from Monday onwards", "2016-06-27..2016-06-29"),
        ("several weeks ago", "2016-06-09..2016-06-29"),
        ("five-day offensive", "2016-06-25..2016-06-29"),
        ("two-week-old siege", "2016-06-16..2016-06-29"),
        ("a week-long battle", "2016-06-23..2016-06-29"),
        ("week-old offensive", "2016-06-23..2016-06-29"),
        ("this month", "2016-06-01..2016-06-29"),
        ("earlier this month", "2016-06-01..2016-06-28"),
        ("last month", "2016-05-01..2016-05-31"),
        ("late last month", "2016-05-15..2016-05-31"),
        ("early this month", "2016-06-01..2016-06-10"),
        ("past 3 months", "2016-03-30..2016-06-29"),
        ("this year", "2016-01-01..2016-06-29"),
        ("past year", "2016-01-01..2016-06-29"),
        ("last year", "2015-01-01..2015-12-31"),
        ("late last year", "2015-09-01..2015-12-31"),
        ("next week", "2016-07-04..2016-07-10"),
    ],
)
def test_relative_words_follow_the_convention(text: str, expected: str) -> None:
    assert (days(text), days(text, UNDATED)) == (expected, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dawn on Tuesday", "2016-06-28T04:00..2016-06-28T07:00"),
        ("Tuesday morning", "2016-06-28T05:00..2016-06-28T12:00"),
        ("Tuesday at noon", "2016-06-28T11:00..2016-06-28T14:00"),
        ("[Tuesday] at noon", "2016-06-28T11:00..2016-06-28T14:00"),
        ("yesterday afternoon", "2016-06-28T12:00..2016-06-28T18:00"),
        ("late Tuesday evening", "2016-06-28T17:00..2016-06-28T22:00"),
        ("the night of 10 June", "2016-06-10T18:00..2016-06-11T06:00"),
        ("dawn on the 11th", "2016-06-11T04:00..2016-06-11T07:00"),
        ("tonight", "2016-06-29T18:00..2016-06-30T06:00"),
        ("this morning", "2016-06-29T05:00..2016-06-29T12:00"),
        ("earlier this morning", "2016-06-29T05:00..2016-06-29T12:00"),
        ("overnight", "2016-06-28T18:00..2016-06-29T06:00"),
        ("overnight into Tuesday", "2016-06-27T18:00..2016-06-28T06:00"),
        ("night between Sunday and Monday", "2016-06-26T18:00..2016-06-27T06:00"),
        ("the night of 27 to 28 June", "2016-06-27T18:00..2016-06-28T06:00"),
        ("two nights ago", "2016-06-27T18:00..2016-06-28T06:00"),
        ("the night of Monday or Tuesday", "2016-06-27T18:00..2016-06-29T06:00"),
        ("Monday night or Tuesday", "2016-06-27T18:00..2016-06-29T00:00"),
        ("midnight on Tuesday", "2016-06-27T22:00..2016-06-28T02:00"),
        ("in the small hours of Sunday", "2016-06-26T00:00..2016-06-26T06:00"),
        ("in the early hours of Sunday morning", "2016-06-26T00:00..2016-06-26T06:00"),
        ("in the evening hours of Tuesday", "2016-06-28T17:00..2016-06-28T22:00"),
        ("in the pre-dawn hours of Sunday", "2016-06-26T00:00..2016-06-26T06:00"),
        ("early Wednesday", "2016-06-29T00:00..2016-06-29T06:00"),
        ("early Sunday morning", "2016-06-26T00:00..2016-06-26T12:00"),
        ("late on Tuesday", "2016-06-28T18:00..2016-06-29T00:00"),
        ("by Wednesday morning", "..2016-06-29T12:00"),
        ("[on Tuesday] by noon", "..2016-06-28T12:01"),
        ("before dawn on Tuesday", "..2016-06-28T04:00"),
        ("since Tuesday evening", "2016-06-28T17:00..2016-06-30T00:00"),
        ("between Monday evening and Tuesday morning", "2016-06-27T17:00..2016-06-28T12:00"),
        ("July 2, 2015 at 3pm", "2015-07-02T15:00..2015-07-02T15:01"),
        ("at 3:15 p.m. yesterday", "2016-06-28T15:15..2016-06-28T15:16"),
        ("14:30 p.m. on Tuesday", "2016-06-28T14:30..2016-06-28T14:31"),
        ("0:30 a.m. on Tuesday", "2016-06-28T00:30..2016-06-28T00:31"),
        ("02:30 on Tuesday", "2016-06-28T02:30..2016-06-28T02:31"),
        ("Tuesday at 2:30 in the afternoon", "2016-06-28T14:30..2016-06-28T14:31"),
        ("Tuesday at 14:30 local time", "2016-06-28T14:30..2016-06-28T14:31"),
        ("at 14:30 local time", "2016-06-29T14:30..2016-06-29T14:31"),
        ("at 1430 on Tuesday", "2016-06-28T14:30..2016-06-28T14:31"),
        ("early Thursday morning, June 23", "2016-06-23T00:00..2016-06-23T12:00"),
        ("between 3 a.m. and dawn on Tuesday", "2016-06-28T03:00..2016-06-28T07:00"),
        ("Tuesday at 1430 hours", "2016-06-28T14:30..2016-06-28T14:31"),
        ("at 14:30 hrs Tuesday", "2016-06-28T14:30..2016-06-28T14:31"),
        ("between about 2pm and 4pm on Tuesday", "2016-06-28T14:00..2016-06-28T16:01"),
        ("the night of June 27/28", "2016-06-27T18:00..2016-06-28T06:00"),
        ("last night at 11 pm", "2016-06-28T23:00..2016-06-28T23:01"),
        ("at 2 a.m. last night", "2016-06-29T02:00..2016-06-29T02:01"),
        ("between 2 and 4 p.m. on Tuesday", "2016-06-28T14:00..2016-06-28T16:01"),
        ("Tuesday, 14:00–16:30", "2016-06-28T14:00..2016-06-28T16:31"),
        ("from 10 p.m. Monday to 4 a.m. Tuesday", "2016-06-27T22:00..2016-06-28T04:01"),
    ],
)
def test_parts_of_the_day_and_clock_times(text: str, expected: str) -> None:
    assert clocks(text) == expected


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("14:30 GMT on Tuesday", 0),
        ("1430 UTC on Tuesday", 0),
        ("14:30 CEST on Tuesday", 2),
        ("14:30 UTC+3 on Tuesday", 3),
        ("14:30 (GMT+5:30) on Tuesday", 5.5),
        ("Tuesday, 2 p.m. (1100 GMT)", 3),
        ("1 a.m. Tuesday (2200 GMT)", 3),
    ],
)
def test_a_stated_zone_is_an_offset(text: str, hours: float) -> None:
    span = read(text)
    assert (span.start_offset, span.end_offset) == (hours * 3600, hours * 3600)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("14:30 on Tuesday", "2016-06-28T14:15", "2016-06-28T14:46"),
        ("2 p.m. on Tuesday", "2016-06-28T13:30", "2016-06-28T14:31"),
        ("around 2 p.m. on Tuesday", "2016-06-28T13:00", "2016-06-28T15:01"),
        ("around 26 June", "2016-06-24T00:00", "2016-06-29T00:00"),
        ("about March 2016", "2016-02-01T00:00", "2016-05-01T00:00"),
        ("about 2014", "2013-01-01T00:00", "2016-01-01T00:00"),
        ("last night", "2016-06-28T00:00", "2016-06-29T06:00"),
        ("midnight on Tuesday", "2016-06-27T22:00", "2016-06-29T02:00"),
        ("by Wednesday morning", None, "2016-06-29T12:00"),
        ("Tuesday", "2016-06-28T00:00", "2016-06-29T00:00"),
    ],
)
def test_how_far_the_words_stretch(text: str, first: str | None, last: str) -> None:
    span = read(text)
    low = None if span.start is None else wall_text(span.start - span.before)
    assert (low, wall_text((span.end or 0) + span.after)) == (first, last)


def test_hedges_are_kept() -> None:
    marks = {
        text: (read(text).approximate, read(text).uncertain)
        for text in ("about 26 June", "possibly Tuesday", "Tuesday")
    }
    assert marks == {"about 26 June": (True, False), "possibly Tuesday": (False, True), "Tuesday": (False, False)}


def test_only_last_night_and_vague_words_are_firm() -> None:
    texts = ("last night", "late on Tuesday", "a fortnight ago", "overnight", "Tuesday", "around 26 June")
    assert [text for text in texts if read(text).firm] == ["last night", "late on Tuesday", "a fortnight ago"]


NOT_UNDERSTOOD = """
    one June morning|two June|June two
    four days of fighting|after four days of clashes|after this week|after a fortnight ago|up to three days ago|the 2nd Tuesday
    an hour before dawn|two hours after dawn on Tuesday|after midnight|June 2016 offensive|and/or Tuesday|9/11|24/7|mid-90s
    in the last month|over the next week|within the next month|the last week of June
    first days of June|last days of June|in the last weeks|past weeks|the last months|past years|last days|next weeks|weeks ago
    at weekends|on Tuesday nights|nights ago|the last years|the next days|these days|this weeks|days ago|hours ago
    in July|10 July|late June or early July|the day before Tuesday|Tuesday before 28 June|two days before Tuesday|13 a.m. on Tuesday
    within hours|Ramadan|on Christmas|noon|at dawn|in the morning|the same day|the next day|two days later|a day earlier
    the day before|months ago|a year ago|soon|now|every Tuesday|Tuesdays|a Tuesday in June|a June|second|first|the 19th century
    Monday, 28 June 2016|31 June|29 February 2015|06/07/2016|28/06|Tuesday Wednesday|last Tuesday|last March|this summer|2:30 on Tuesday
    25:00 on Tuesday|14:60 on Tuesday|13 p.m. on Tuesday|first week of June|night-long battle|no time given at all
    last 6 days of January|past month|the 1900s|2011/12|fifth Tuesday of June
    between Tuesday|from|since|by|by by Tuesday|around|on|-|?|[]|()|a|the
    2001-42|the week of June 21|the weekend of 28 June
    around 13-16 February|shortly after midnight|two hours ago|1/2/3|4pm 5pm Tuesday|2 p.m. (1200 GMT) (1300 UTC)|Tuesday and
    not on Tuesday|except Tuesday|since tomorrow|between 28 and 26 June 2016|Dienstag|mardi|вторник|الثلاثاء|24 or 25 or 26 June
    """


@pytest.mark.parametrize("text", NOT_UNDERSTOOD.replace("\n", "|").split("|"))
def test_what_no_rule_covers_is_not_understood(text: str) -> None:
    assert read_phrase(text.strip(), REPORT) is None


def test_a_report_that_looks_ahead() -> None:
    texts = (
        "Friday",
        "Tuesday",
        "at the weekend",
        "2 July",
        "28 June",
        "in July",
        "between Friday and Sunday",
        "this week",
    )
    assert [days(text, AHEAD) for text in texts] == [
        "2016-07-01",
        "2016-07-05",
        "2016-07-02..2016-07-03",
        "2016-07-02",
        "2017-06-28",
        "2016-07-01..2016-07-31",
        "2016-07-01..2016-07-03",
        "2016-06-29..2016-07-03",
    ]


def test_published_on_one_of_several_days_is_the_hull() -> None:
    two = Report(first=WEDNESDAY - 1, last=WEDNESDAY)
    assert [days(text, two) for text in ("yesterday", "Tuesday", "Wednesday", "28 June 2016", "this month")] == [
        "2016-06-27..2016-06-28",
        "2016-06-28",
        "2016-06-22..2016-06-29",
        "2016-06-28",
        "2016-06-01..2016-06-29",
    ]


def test_a_long_interval_of_publication_is_read_by_its_ends() -> None:
    year = Report(first=day_number(2016), last=day_number(2016, 12, 31))
    assert (days("yesterday", year), read("yesterday", year).rule[-25:]) == (
        "2015-12-31..2016-12-30",
        "so this is the hull over them."[-25:],
    )


def test_hours_hang_on_the_hour_of_the_report() -> None:
    clocked = REPORT._replace(clock=WEDNESDAY * DAY + 10 * 3600)
    assert [clocks(text, clocked) for text in ("two hours ago", "past 6 hours", "at 14:30")] == [
        "2016-06-29T08:00..2016-06-29T09:00",
        "2016-06-29T04:00..2016-06-29T10:00",
        "2016-06-28T14:30..2016-06-28T14:31",
    ]


@given(
    st.lists(st.sampled_from([*sorted(KNOWN), "28", "2016", "14:30", "11th", "2016-06-28"]), max_size=7), st.booleans()
)
def test_any_words_are_answered_in_order(words: list[str], planned: bool) -> None:
    span = read_phrase(" ".join(words), REPORT._replace(planned=planned))
    if span is not None and span.start is not None and span.end is not None:
        assert span.start - (span.start_offset or 0) < span.end - (span.end_offset or 0)
        assert (span.before >= 0, span.after >= 0, span.rule != "") == (True, True, True)


@given(st.text(max_size=200))
def test_any_text_is_answered(text: str) -> None:
    span = read_phrase(text, REPORT)
    assert span is None or span.start is None or span.end is None or span.start < span.end


@pytest.mark.parametrize(
    "unit", ["1", "-", "tuesday ", "[", "(", "0:0", "between 1 and ", "a a ", "?", "ß", "1/", "-1111-11-11"]
)
def test_long_nonsense_is_not_understood(unit: str) -> None:
    """What backtracks would not come back from these."""
    assert read_phrase(unit * (20_000 // len(unit)), REPORT) is None


@given(st.integers(0, 6), st.integers(-400, 400))
def test_a_weekday_is_that_day_within_the_week_before(weekday: int, shift: int) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday]
    today = WEDNESDAY + shift
    span = read(name, Report(first=today, last=today))
    day = (span.start or 0) // DAY
    assert (0 <= today - day <= 6, (day + 3) % 7) == (True, weekday)


@pytest.mark.parametrize("text", ["between 28 and 26 June", "night between Friday and Sunday"])
def test_a_slip_is_not_read_as_something_else(text: str) -> None:
    assert not read_moment(text, Anchor(published="2016-06-29")).understood
