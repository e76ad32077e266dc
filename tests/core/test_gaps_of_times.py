"""What is told of two times that do not meet: how far apart, what would have to stretch, and whether a zone explains it."""

from __future__ import annotations

import pytest

from tui.core.moments import Anchor, read_moment
from tui.core.verdicts.times import compare_moments

KYIV = Anchor(published="2022-07-15", timezone="Europe/Kyiv")


def compared(a: str, b: str, anchor: Anchor = KYIV):
    both = (read_moment(a, anchor), read_moment(b, KYIV))
    return compare_moments(*both, zones=("Europe/Kyiv", "UTC"), zone="Europe/Kyiv")


@pytest.mark.parametrize(
    ("a", "b", "gap", "told"),
    [
        ("2022-07-12", "2022-07-14", "2 days", "2 days apart."),
        ("2022-07-12", "2022-07-14T10:00", "2 days", "2 days apart."),
        ("2022-07-12T10:00", "2022-07-14", "2 days", "2 days apart."),
        ("2022-07-12T23:00", "2022-07-14", "2 days", "2 days apart."),
        ("2022-07-12", "2022-07-13T10:00", "adjacent days", "adjacent days."),
        ("2022-06", "2022-07-14T10:00", "14 days", "14 days apart."),
        ("until Tuesday", "Thursday at 10am", "2 days", "2 days apart."),
        ("around 5 July", "14 July", "8 days", "8 days apart, 7 days more than the words stretch."),
        ("2022-07-12T21:14Z", "2022-07-14", "adjacent days", "adjacent days."),
        ("06:14 on Thursday", "07:44 on Thursday", "1.5 hours", "1.5 hours apart, 1 hour more than the words stretch."),
        ("9am Thursday", "11am Thursday", "2 hours", "2 hours apart, 1 hour more than the words stretch."),
        ("between 2 and 4pm Thursday", "6pm Thursday", "2 hours", "2 hours apart, 1 hour more than the words stretch."),
        ("Thursday evening", "10.30pm Thursday", "30 minutes", "30 minutes apart, 15 minutes more than the words stretch."),
        ("4.15am Thursday", "Thursday morning", "45 minutes", "45 minutes apart, 30 minutes more than the words stretch."),
        ("Thursday morning", "Thursday afternoon", "adjacent times", "adjacent times."),
    ],
)
def test_days_are_counted_by_the_calendar_and_clock_times_from_beginning_to_beginning(a, b, gap, told):
    there, back = compared(a, b), compared(b, a)
    reason, _, rest = there.reason.partition(" begins; ")
    assert (there.verdict, there.gap, rest.partition(" A shift")[0], back) == ("conflict", gap, told, there)
    assert reason


@pytest.mark.parametrize(
    ("a", "b", "shift"),
    [
        ("06:14 on Thursday", "09:14 on Thursday", "A shift of 3 hours (Europe/Kyiv against UTC) would make them agree."),
        ("13 July", "14 July at 1am", "A shift of 3 hours (Europe/Kyiv against UTC) would make them agree."),
        ("Thursday evening", "Thursday at 10.30pm", None),
        ("Friday morning", "Friday at 4.30am", None),
        ("before dawn on Thursday", "Thursday at 8am", None),
        ("Thursday morning", "Thursday afternoon", None),
    ],
)
def test_no_zone_explains_a_part_of_the_day(a, b, shift):
    found = compared(a, b)
    told = found.reason.partition(" A shift")
    assert (found.verdict, found.kind) == ("conflict", "time-zone" if shift else None)
    assert (told[1] + told[2]).strip() == (shift or "")


@pytest.mark.parametrize(
    ("a", "b", "anchor", "reason"),
    [
        ("around July 10", "2022-07-12", KYIV,
         '"around July 10" (2022-07-09~/2022-07-11~) ends before 2022-07-12 begins; adjacent days. Both can be true only if '
         '"around July 10" is stretched by up to 1 day. UCDP: "around" a date is that day and the one on either side; it may '
         "stretch by one more."),
        ("Thursday at 4.30am", "before dawn on Thursday", KYIV,
         '"before dawn on Thursday" (before 2022-07-14T04:00) ends before "Thursday at 4.30am" (2022-07-14T04:30) begins; 30 '
         'minutes apart. Both can be true only if "before dawn on Thursday" is stretched by up to 3 hours or "Thursday at '
         '4.30am" is stretched by up to 15 minutes. "Before" bounds only above, at the beginning of what is named; dawn is '
         "04:00 to 07:00, local time. A clock time is read to the minute, with 15 minutes' slack on both sides, 30 on the full "
         "hour."),
        ("about 2pm Thursday", "3.10pm Thursday", KYIV,
         '"about 2pm Thursday" (2022-07-14T14:00~) ends before "3.10pm Thursday" (2022-07-14T15:10) begins; 1.2 hours apart. '
         'Both can be true only if "about 2pm Thursday" is stretched by up to 1 hour or "3.10pm Thursday" is stretched by up to '
         "15 minutes. A clock time is read to the minute, with 15 minutes' slack on both sides, 30 on the full hour."),
        ("2022-07-13", "14 July at 1am", Anchor(published="2022-07-15", timezone="Europe/Kyiv", source_timezone="America/Lima"),
         '2022-07-13 ends before "14 July at 1am" (2022-07-14T01:00) begins; adjacent days. Both can be true only if 2022-07-13 is '
         'stretched by up to 8 hours or "14 July at 1am" is stretched by up to 30 minutes. EDTF: every day the date allows, in '
         "local time; as slack, the same days in America/Lima, the zone of its source. A clock time is read to the minute, with "
         "15 minutes' slack on both sides, 30 on the full hour."),
    ],
)  # fmt: skip
def test_what_is_strained_says_which_words_stretch_how_far_and_by_which_rule(a, b, anchor, reason):
    found = compared(a, b, anchor)
    assert (found.verdict, found.reason) == ("strained", reason)
