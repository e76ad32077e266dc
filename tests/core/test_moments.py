from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.calendar import day_number
from tui.core.judgements import Verdict
from tui.core.line import EVERYTHING, Extent, relate
from tui.core.moments import Anchor, Moment, canonical, extent, hull, iso, read_moment

DAMASCUS = Anchor(published="2016-06-29", timezone="Asia/Damascus")
UTC = Anchor(published="2016-06-29")


def bounds(moment: Moment) -> tuple[str | None, str | None]:
    return iso(moment.earliest), iso(moment.latest)


def slack(moment: Moment) -> tuple[str | None, str | None]:
    return iso(moment.slack_earliest), iso(moment.slack_latest)


def verdict(a: str, b: str, anchor: Anchor = DAMASCUS) -> Verdict:
    return relate(extent(read_moment(a, anchor)), extent(read_moment(b, anchor))).verdict


def test_the_example_of_the_contract() -> None:
    moment = read_moment("by Wednesday morning", DAMASCUS)
    assert moment == Moment(
        text="by Wednesday morning",
        understood=True,
        earliest=None,
        latest=1467190800,
        slack_earliest=None,
        slack_latest=1467190800,
        precision="part-of-day",
        approximate=False,
        uncertain=False,
        kind="phrase",
        edtf_valid=False,
        level=None,
        firm=False,
        clocked=False,
        rule='"By" and "until" bound only above, at the end of what is named; morning is 05:00 to 12:00, local time.',
    )
    assert iso(moment.latest) == "2016-06-29T09:00:00Z"


def test_what_is_not_understood_has_nothing() -> None:
    moment = read_moment("within hours", DAMASCUS)
    assert moment == Moment(
        text="within hours",
        understood=False,
        earliest=None,
        latest=None,
        slack_earliest=None,
        slack_latest=None,
        precision=None,
        approximate=False,
        uncertain=False,
        kind=None,
        edtf_valid=False,
        level=None,
        firm=False,
        clocked=False,
        rule="Not understood: no rule covers these words, and nothing is guessed.",
    )
    assert (extent(moment), moment.constrains) == (EVERYTHING, False)


@pytest.mark.parametrize(
    ("text", "anchor", "why"),
    [
        ("Tuesday", Anchor(), "these words hang on the day of publication, which the source does not give."),
        ("yesterday at noon", Anchor(), "these words hang on the day of publication, which the source does not give."),
        ("at noon", UTC, "a time of day needs its day, and the words do not give one."),
        ("at noon", Anchor(), "a time of day needs its day, and the words do not give one."),
        ("Ramadan", Anchor(), "no rule covers these words, and nothing is guessed."),
        ("2016-13", UTC, "no rule covers these words, and nothing is guessed."),
    ],
)
def test_what_is_missing_is_said(text: str, anchor: Anchor, why: str) -> None:
    moment = read_moment(text, anchor)
    assert (moment.understood, moment.rule) == (False, f"Not understood: {why}")


@pytest.mark.parametrize(
    ("text", "kind", "valid", "level"),
    [
        ("2016-06-28", "date", True, 0),
        ("-0044-03-15", "date", True, 1),
        ("2016-06-28T10:30:15", "datetime", True, 0),
        ("2016-06-28T10:30:15+03:00", "datetime", True, 0),
        ("2016-06-28T10:30", "datetime", False, None),
        ("2016-06-28T10:30+03:00", "datetime", False, None),
        ("2016-06-28T10", "edtf", False, None),
        ("2016-06", "edtf", True, 0),
        ("2016-06~", "edtf", True, 1),
        ("2016-06-28T10/2016-06-28T12", "edtf", False, None),
        ("156X-12-25", "edtf", True, 2),
        (" 2016-06-28 ", "date", False, None),
        ("Tuesday", "phrase", False, None),
        ("2016-13", None, False, None),
    ],
)
def test_kinds_by_shape(text: str, kind: str | None, valid: bool, level: int | None) -> None:
    moment = read_moment(text, UTC)
    assert (moment.kind, moment.edtf_valid, moment.level) == (kind, valid, level)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2016-06-28", ("2016-06-27T21:00:00Z", "2016-06-28T21:00:00Z")),
        ("2016-01-28", ("2016-01-27T22:00:00Z", "2016-01-28T22:00:00Z")),
        ("2016-06-28T12:00", ("2016-06-28T09:00:00Z", "2016-06-28T09:01:00Z")),
        ("2016-06-28T12:00:30", ("2016-06-28T09:00:30Z", "2016-06-28T09:00:31Z")),
        ("2016-06-28T12:00+02:00", ("2016-06-28T10:00:00Z", "2016-06-28T10:01:00Z")),
        ("2016-06-28T12:00[Europe/Berlin]", ("2016-06-28T10:00:00Z", "2016-06-28T10:01:00Z")),
        ("2016-06-28T12:00Z/2016-06-28T16:00", ("2016-06-28T12:00:00Z", "2016-06-28T13:01:00Z")),
        # The clocks went forward at midnight: a day of 23 hours.
        ("2016-03-25", ("2016-03-24T22:00:00Z", "2016-03-25T21:00:00Z")),
        # And back at midnight: a day of 25.
        ("2016-10-27", ("2016-10-26T21:00:00Z", "2016-10-27T22:00:00Z")),
        ("2 p.m. GMT on Tuesday", ("2016-06-28T14:00:00Z", "2016-06-28T14:01:00Z")),
        ("../2016-06-28", (None, "2016-06-28T21:00:00Z")),
        ("2016-06-28/", ("2016-06-27T21:00:00Z", None)),
        ("Y17E7", (None, None)),
    ],
)
def test_times_are_those_of_the_place(text: str, expected: tuple[str | None, str | None]) -> None:
    assert bounds(read_moment(text, DAMASCUS)) == expected


def test_ends_the_wrong_way_round_are_not_understood() -> None:
    assert not read_moment("2016-06-28T12:00:30Z/2016-06-28T13:00", DAMASCUS).understood


def test_a_date_also_covers_that_date_at_the_outlet() -> None:
    anchor = Anchor(published="2016-06-29", timezone="Asia/Damascus", source_timezone="America/New_York")
    texts = ("2016-06-28", "Tuesday", "2016-06-28T12:00", "2016-06-28T12:00+03:00", "Tuesday morning")
    assert [slack(read_moment(text, anchor)) for text in texts] == [
        ("2016-06-27T21:00:00Z", "2016-06-29T04:00:00Z"),
        ("2016-06-27T21:00:00Z", "2016-06-29T04:00:00Z"),
        ("2016-06-28T08:30:00Z", "2016-06-28T09:31:00Z"),
        ("2016-06-28T08:30:00Z", "2016-06-28T09:31:00Z"),
        ("2016-06-28T02:00:00Z", "2016-06-28T09:00:00Z"),
    ]


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2016-06-29", "2016-06-28"),
        ("2016-06-29T06:00+03:00", "2016-06-28"),
        ("2016-06-28T22:30:00Z", "2016-06-28"),
        ("2016-06-28T22:30:00-04:00", "2016-06-28"),
        ("2016-06-28/2016-06-29", "2016-06-27/2016-06-28"),
        (" 2016-06-29 ", "2016-06-28"),
        ("29 June 2016", "2016-06-28"),
        ("2016-06-29T23:30", "2016-06-28"),
        ("../2016-06-29", None),
        ("the other day", None),
        (None, None),
    ],
)
def test_relative_words_hang_on_the_publication(published: str | None, day: str | None) -> None:
    moment = read_moment("yesterday", Anchor(published=published, timezone="Asia/Damascus"))
    assert (canonical(moment, "Asia/Damascus") if moment.understood else None) == day


def test_the_day_of_publication_is_that_of_the_outlet_where_known() -> None:
    anchor = Anchor(published="2016-06-28T22:30:00Z", timezone="Asia/Damascus", source_timezone="Europe/London")
    assert canonical(read_moment("yesterday", anchor), "Asia/Damascus") == "2016-06-27"


def test_an_unknown_zone_counts_as_utc() -> None:
    assert bounds(read_moment("2016-06-28", Anchor(timezone="Asia/Atlantis"))) == (
        "2016-06-28T00:00:00Z",
        "2016-06-29T00:00:00Z",
    )


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("12 March", "2016-03-12", "same"),
        ("2016-06-28", "Tuesday", "same"),
        ("overnight", "2016-06-28", "compatible"),
        ("overnight", "2016-06-29", "compatible"),
        ("last night", "2016-06-29T01:30", "compatible"),
        ("last night", "2016-06-29T07:30", "conflict"),
        ("dawn on the 11th", "the night of the 10th", "compatible"),
        ("2016-06-28T12:00", "2016-06-28T12:05", "compatible"),
        ("2016-06-28T12:00", "2016-06-28T09:00Z", "same"),
        ("2016-06-28", "2016-06-29", "conflict"),
        ("Sunday", "at the weekend", "precision"),
        ("by Wednesday morning", "Monday", "precision"),
        ("by Wednesday morning", "2016-06-30", "conflict"),
        ("26 June", "around 27 June", "precision"),
        ("24 June", "around 26 June", "strained"),
        ("23 June", "around 26 June", "conflict"),
        ("2013", "about 2014", "strained"),
    ],
)
def test_readings_stand_to_each_other(a: str, b: str, expected: str) -> None:
    assert (verdict(a, b).value, verdict(b, a).value) == (expected, expected)


def test_extents_are_closed() -> None:
    assert extent(read_moment("by Wednesday morning", DAMASCUS)) == Extent(-inf, -inf, 1467190799, 1467190799)
    assert extent(read_moment("last night", UTC)).firm


def test_hull() -> None:
    monday, tuesday = (extent(read_moment(text, UTC)) for text in ("2016-06-27", "2016-06-28"))
    assert (hull([]), hull([monday]), hull([tuesday, monday])) == (
        None,
        monday,
        Extent(monday.low, monday.low, tuesday.high, tuesday.high),
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tuesday", "2016-06-28"),
        ("June 2016", "2016-06"),
        ("in 2014", "2014"),
        ("at the weekend", "2016-06-25/2016-06-26"),
        ("Tuesday at 14:30", "2016-06-28T14:30"),
        ("2016-06-28T14", "2016-06-28T14"),
        ("2016-06-28T14:30:15", "2016-06-28T14:30:15"),
        ("Tuesday at noon", "2016-06-28T11:00/2016-06-28T13:59"),
        ("by Tuesday", "by 2016-06-28"),
        ("by Wednesday morning", "before 2016-06-29T12:00"),
        ("after Tuesday", "2016-06-29/.."),
        ("after 14:30 on Tuesday", "2016-06-28T14:30/.."),
        ("by noon on Tuesday", "by 2016-06-28T12:00"),
        ("shortly before noon on Tuesday", "2016-06-28T11:00/2016-06-28T11:59"),
        ("about 2014", "2014~"),
        ("around 26 June", "2016-06-25~/2016-06-27~"),
        ("possibly Tuesday", "2016-06-28?"),
        ("-0044-03-15", "-0044-03-15"),
        ("Y17E7", "../.."),
        ("within hours", "within hours"),
        ("2016-06-28T12:00:30Z/2016-06-28T16:00", "2016-06-28T15:00:30/2016-06-28T16:00:59"),
    ],
)
def test_shown(text: str, shown: str) -> None:
    assert canonical(read_moment(text, DAMASCUS), "Asia/Damascus") == shown


SHOWN_OFTEN = (
    "Tuesday", "last night", "at the weekend", "by Wednesday morning", "overnight", "since Friday", "mid-2014", "the 1990s",
    "about 2014", "Tuesday at noon", "around 26 June", "2016-06-28T10", "2016-06-28T10:30", "2016-06-28T10:30:15",
    "before 2016-06-28T10:30", "after Tuesday", "-0044-03-15", "156X-12-25", "../1985", "1985/..", "2016-06-28T10:30Z",
    "2 p.m. GMT on Tuesday", "summer 2016", "Y17E7", "XXXX-12-XX", "possibly 2015", "by about 2014", "last week",
    "around 2 p.m. on Tuesday", "2016-06-28T10:30~/..", "past 24 hours", "until 14:30 on Tuesday", "about noon on Tuesday",
)  # fmt: skip
SHOWABLE = st.sampled_from(SHOWN_OFTEN)
ZONES = st.sampled_from(["UTC", "Asia/Damascus", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"])


@given(SHOWABLE, ZONES)
def test_what_is_shown_reads_back_to_the_same_bounds(text: str, zone: str) -> None:
    moment = read_moment(text, Anchor(published="2016-06-29", timezone=zone))
    shown = canonical(moment, zone)
    again = read_moment(shown, Anchor(timezone=zone))
    assert (bounds(again), canonical(again, zone)) == (bounds(moment), shown)


@given(st.dates(), ZONES)
def test_a_date_reads_back_from_what_is_shown(day: object, zone: str) -> None:
    assert canonical(read_moment(str(day), Anchor(timezone=zone)), zone) == str(day)


ANCHORS = st.builds(
    Anchor,
    published=st.none() | st.dates().map(str) | st.just("2016-06-28/2016-06-29") | st.text(max_size=8),
    timezone=ZONES | st.text(max_size=5),
    source_timezone=st.none() | ZONES,
    planned=st.booleans(),
)


@given(SHOWABLE | st.text(max_size=40), ANCHORS)
def test_core_lies_in_slack_and_begins_before_it_ends(text: str, anchor: Anchor) -> None:
    moment = read_moment(text, anchor)
    reach = extent(moment)
    assert reach.low <= reach.core_low <= reach.core_high <= reach.high
    assert (moment.precision is None, moment.kind is None) == (not moment.understood, not moment.understood)


def test_far_dates_do_not_overflow() -> None:
    assert [bounds(read_moment(text)) for text in ("9999", "-9999~", "0000")] == [
        ("9999-01-01T00:00:00Z", "10000-01-01T00:00:00Z"),
        ("-9999-01-01T00:00:00Z", "-9998-01-01T00:00:00Z"),
        ("0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
    ]
    assert read_moment("-9999~").slack_earliest == day_number(-10000) * 86_400
