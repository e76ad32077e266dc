"""Laws of reading times: a hedge never makes a time narrower than the plain words (rules.md §13, "hedged and plain")."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.line import Extent, relate
from tui.core.moments import Anchor, extent, read_moment

DAYS = "Thursday|12 July|14 July 2022|yesterday|today|the 11th|last night|last week Tuesday|three days ago"
TIMES = "2pm|2.40pm|14:30|0:30 a.m.|1430 GMT|dawn|morning|noon|evening|night|midnight|small hours"
STRETCHES = """
    July 2022|June|early June|mid-2022|2022|the 1990s|summer 2021|winter 2021|the weekend|last week|this week|this month
    two weeks ago|a week ago|a fortnight ago|two months ago
    a few weeks ago|recently|the past week|the past 24 hours|last month|late last year
    early Thursday|late Thursday|early Thursday morning|overnight|overnight Thursday|tonight|the night before last|at 14:30|2pm
    end of June|the beginning of June|the end of this month
    past two days|the first half of June|five-day offensive|winter of 2021/22|12-14 July|10pm Monday to 4am Tuesday
"""
PLAIN = (
    *(f"{time} {day}" for time in TIMES.split("|") for day in DAYS.split("|")),
    *DAYS.split("|"),
    *(words.strip() for words in STRETCHES.replace("\n", "|").split("|") if words.strip()),
)
BOUNDS = ("", "by ", "until ", "before ", "after ", "since ", "shortly before ", "just after ")
DATES = """
    2022|2022-07|2022-07-14|2022-21|2022-35|202|20|202X|2022-XX|2022-07-XX|2022-XX-14|2022S2|Y17E7|-0044-03-15
    2022-07-14T14|2022-07-14T14:00|2022-07-14T14:40|2022-07-14T14:40:10|2022-07-14T14:00Z|2022-07-14T14:40[Asia/Damascus]
"""
EDTF = tuple(word.strip() for word in DATES.replace("\n", "|").split("|") if word.strip())
PUBLISHED = (None, "2022-07-15", "2022-07-15T10:00", "2022-07-13/2022-07-16")


def reach(words: str, published: str | None) -> Extent | None:
    anchor = Anchor(published=published, timezone="Europe/Kyiv", source_timezone="America/New_York")
    moment = read_moment(words, anchor)
    return extent(moment) if moment.understood else None


def sets_of(e: Extent) -> tuple[tuple[float, float], ...]:
    """Core, what is met without strain, and hard bounds."""
    return (e.core_low, e.core_high), e.easy, (e.low, e.high)


def narrower(hedged: Extent | None, plain: Extent | None) -> bool:
    if hedged is None or plain is None:
        return False
    return any(h[0] > p[0] or h[1] < p[1] for h, p in zip(sets_of(hedged), sets_of(plain), strict=True))


@pytest.mark.parametrize("published", PUBLISHED)
def test_hedged_words_are_nowhere_narrower_than_plain_ones(published):
    cases = [
        (f"{bound}{hedged}", f"{bound}{plain}")
        for plain in PLAIN
        for bound in BOUNDS
        for hedged in (f"about {plain}", f"{plain} or so", f"possibly {plain}")
    ]
    read = [(hedged, plain) for hedged, plain in cases if reach(hedged, published) and reach(plain, published)]
    assert len(read) > (400 if published is None else 1000)
    assert [words for words, plain in read if narrower(reach(words, published), reach(plain, published))] == []


def test_qualified_dates_are_nowhere_narrower_than_plain_ones():
    cases = [
        (shape.format(f"{date}{mark}"), shape.format(date))
        for date in EDTF
        for mark in "?~%"
        for shape in ("{}", "{}/..", "../{}", "{}/2023", "2000/{}", "[{}]", "[1999, {}]", "{{{}, 2023-01-05}}")
    ]
    read = [(hedged, plain) for hedged, plain in cases if reach(hedged, None) and reach(plain, None)]
    assert len(read) > 250
    assert [words for words, plain in read if narrower(reach(words, None), reach(plain, None))] == []


@given(
    st.sampled_from(PLAIN), st.sampled_from(BOUNDS), st.sampled_from(("about {}", "{} or so")), st.sampled_from(PLAIN)
)
def test_a_hedge_raises_no_flag_that_the_plain_words_do_not(plain, bound, hedge, other):
    a, b = (reach(bound + words, "2022-07-15") for words in (plain, hedge.format(plain)))
    c = reach(other, "2022-07-15")
    if a and b and c and not relate(a, c).verdict.flagged:
        assert not relate(b, c).verdict.flagged
