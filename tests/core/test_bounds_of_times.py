"""Times that bound: noon and midnight are moments before, after and by which something is; "shortly" stays close."""

from __future__ import annotations

import pytest

from tui.core.calendar import date_text, wall_text
from tui.core.moments import Anchor, extent, read_moment
from tui.core.verdicts.times import compare_moments

FRIDAY = Anchor(published="2022-07-15", timezone="UTC")


def read(words: str) -> str | None:
    """Core, then what is met without strain, then the hard bounds; closed ends, days of July 2022."""
    moment = read_moment(words, FRIDAY)
    if not moment.understood:
        return None
    e = extent(moment)
    return " | ".join(f"{_told(low)} {_told(high)}" for low, high in ((e.core_low, e.core_high), e.easy, (e.low, e.high)))


def _told(seconds: float) -> str:
    if abs(seconds) == float("inf"):
        return ".."
    text = wall_text(int(seconds) // 60 * 60)
    assert text[:8] == "2022-07-", date_text(int(seconds) // 86400)
    return text[8:]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("at noon on Thursday", "14T11:00 14T13:59 | 14T11:00 14T13:59 | 14T11:00 14T13:59"),
        ("before noon on Thursday", ".. 14T11:59 | .. 14T11:59 | .. 14T12:29"),
        ("by noon on Thursday", ".. 14T12:00 | .. 14T12:00 | .. 14T12:30"),
        ("until midday Thursday", ".. 14T12:00 | .. 14T12:00 | .. 14T12:30"),
        ("after noon on Thursday", "14T12:00 .. | 14T12:00 .. | 14T11:30 .."),
        ("since noon on Thursday", "14T12:00 15T23:59 | 14T12:00 15T23:59 | 14T11:30 15T23:59"),
        ("just after noon on Thursday", "14T12:00 14T12:59 | 14T12:00 14T12:59 | 14T11:30 14T14:59"),
        ("Thursday shortly after noon", "14T12:00 14T12:59 | 14T12:00 14T12:59 | 14T11:30 14T14:59"),
        ("shortly before noon on Thursday", "14T11:00 14T11:59 | 14T11:00 14T11:59 | 14T09:00 14T12:29"),
        ("shortly before 9.10am on Thursday", "14T08:10 14T09:09 | 14T07:55 14T09:24 | 14T06:10 14T09:24"),
        ("between noon and 3pm on Thursday", "14T12:00 14T15:00 | 14T11:30 14T15:30 | 14T11:30 14T15:30"),
        ("before about noon on Thursday", ".. 14T11:59 | .. 14T11:59 | .. 14T12:59"),
        ("before about 14 July", ".. 14T23:59 | .. 14T23:59 | .. 15T23:59"),
        ("shortly before dawn on Thursday", ".. 14T03:59 | .. 14T03:59 | .. 14T06:59"),
        ("before noon", None),
        ("by midnight", None),
    ],
)
def test_noon_is_a_moment_where_something_is_before_or_after_it(words, expected):
    assert read(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("midnight on Thursday", "13T22:00 14T01:59 | 13T22:00 14T01:59 | 13T22:00 15T01:59"),
        ("before midnight on Thursday", ".. 14T23:59 | .. 14T23:59 | .. 15T00:29"),
        ("by midnight Thursday", ".. 15T00:00 | .. 15T00:00 | .. 15T00:30"),
        ("after midnight on Thursday", "14T00:00 .. | 14T00:00 .. | 13T23:30 .."),
        ("shortly before midnight on Thursday", "14T23:00 14T23:59 | 14T23:00 14T23:59 | 13T23:00 15T00:29"),
        ("minutes after midnight Thursday", "14T00:00 14T00:59 | 14T00:00 14T00:59 | 13T23:30 15T00:59"),
        ("10pm to midnight on Thursday", "14T22:00 15T00:00 | 14T21:30 15T00:30 | 14T21:30 15T00:30"),
    ],
)
def test_of_the_two_midnights_of_a_day_a_bound_means_the_one_that_leaves_more_room(words, expected):
    assert read(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a week ago", "05T00:00 11T23:59 | 05T00:00 11T23:59 | 02T00:00 14T23:59"),
        ("before a week ago", ".. 04T23:59 | .. 04T23:59 | .. 07T23:59"),
    ],
)
def test_weeks_ago_lie_around_the_day_so_many_weeks_before_and_never_reach_the_report(words, expected):
    assert read(words) == expected


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("just after noon on Thursday", "Thursday at 12.20pm", "precision"),
        ("shortly before noon on Thursday", "Thursday at 11.50am", "precision"),
        ("shortly before noon on Thursday", "Thursday at 12.10pm", "compatible"),
        ("before noon on Thursday", "Thursday at 11.30am", "precision"),
        ("before noon on Thursday", "Thursday at 12.05pm", "compatible"),
        ("before noon on Thursday", "Thursday afternoon", "strained"),
        ("after noon on Thursday", "Thursday morning", "strained"),
        ("before noon on Thursday", "Thursday at 1pm", "conflict"),
        ("before midnight on Wednesday", "Wednesday at 11.30pm", "precision"),
        ("before midnight on Wednesday", "00:10 on Thursday", "compatible"),
        ("after midnight on Thursday", "Wednesday", "strained"),
        ("by 6pm Thursday", "6.20pm Thursday", "compatible"),
        ("shortly after 9am Thursday", "3pm Thursday", "conflict"),
        ("about 2pm Thursday", "2.40pm Thursday", "compatible"),
        ("about 11am Thursday", "10:42 on Thursday", "compatible"),
        ("two weeks ago", "yesterday", "conflict"),
        ("a week ago", "today", "conflict"),
        ("a week ago", "last week", "compatible"),
        ("before the end of June", "20 June", "precision"),
    ],
)
def test_what_a_fact_checker_makes_of_them(a, b, verdict):
    both = [read_moment(words, FRIDAY) for words in (a, b)]
    assert (compare_moments(*both).verdict, compare_moments(*reversed(both)).verdict) == (verdict, verdict)
