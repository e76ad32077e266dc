from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.calendar import (
    DAY,
    FIRST_YEAR,
    HOUR,
    LAST_YEAR,
    date_of,
    date_text,
    day_number,
    instant,
    is_leap,
    iso,
    month_length,
    wall_of,
    wall_text,
    weekday,
    zone,
)

EPOCH = date(1970, 1, 1).toordinal()
ZONES = ("UTC", "Asia/Damascus", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")


@given(st.dates())
def test_agrees_with_the_standard_library_where_that_reaches(day: date) -> None:
    number = day_number(day.year, day.month, day.day)
    assert (number, date_of(number), weekday(number), date_text(number)) == (
        day.toordinal() - EPOCH,
        (day.year, day.month, day.day),
        day.weekday(),
        day.isoformat(),
    )


@given(st.integers(FIRST_YEAR, LAST_YEAR), st.integers(1, 12), st.integers(1, 31))
def test_a_date_comes_back_from_its_day_number(year: int, month: int, day: int) -> None:
    kept = (year, month, min(day, month_length(year, month)))
    assert date_of(day_number(*kept)) == kept


@given(st.integers(FIRST_YEAR, LAST_YEAR), st.integers(-30, 30))
def test_months_carry_into_years(year: int, month: int) -> None:
    assert day_number(year, month) == day_number(year + (month - 1) // 12, (month - 1) % 12 + 1)


@pytest.mark.parametrize(
    ("year", "leap"), [(2016, True), (2015, False), (1900, False), (2000, True), (0, True), (-4, True), (-100, False)]
)
def test_leap_years(year: int, leap: bool) -> None:
    assert (is_leap(year), month_length(year, 2)) == (leap, 29 if leap else 28)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "1970-01-01T00:00:00Z"),
        (1467190800, "2016-06-29T09:00:00Z"),
        (day_number(-44, 3, 15) * DAY, "-0044-03-15T00:00:00Z"),
        (day_number(0) * DAY, "0000-01-01T00:00:00Z"),
        (None, None),
    ],
)
def test_instants_are_written_in_iso(seconds: int | None, text: str | None) -> None:
    assert iso(seconds) == text


def test_wall_text_drops_only_zero_seconds() -> None:
    assert [wall_text(0), wall_text(30), wall_text(0, seconds=True)] == [
        "1970-01-01T00:00",
        "1970-01-01T00:00:30",
        "1970-01-01T00:00:00",
    ]


@pytest.mark.parametrize("name", ["Asia/Atlantis", "../etc/passwd", "", "Asia", "a\0b", "é" * 9])
def test_there_is_no_zone_of_a_wrong_name(name: str) -> None:
    assert (zone(name), instant(5, name), wall_of(5, name)) == (None, 5, 5)


def wall(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> int:
    return day_number(year, month, day) * DAY + hour * HOUR + minute * 60


@given(
    st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2037, 12, 31)),
    st.sampled_from(ZONES),
)
def test_every_instant_is_found_again_from_its_clock(moment: datetime, name: str) -> None:
    seconds = int(moment.replace(tzinfo=UTC).timestamp())
    shown = wall_of(seconds, name)
    assert instant(shown, name) <= seconds <= instant(shown, name, end=True) or instant(shown, name) == seconds
    local = datetime.fromtimestamp(seconds, ZoneInfo(name))
    assert wall_text(shown, seconds=True) == local.replace(tzinfo=None).isoformat(timespec="seconds")


@pytest.mark.parametrize(
    ("clock", "name", "first", "last"),
    [
        # One hour skipped: a day whose midnight is skipped begins where the gap ends.
        (wall(2016, 3, 25), "Asia/Damascus", "2016-03-24T22:00:00Z", "2016-03-24T22:00:00Z"),
        # Inside a gap, every reading is kept.
        (wall(2016, 3, 27, 2, 30), "Europe/Berlin", "2016-03-27T00:30:00Z", "2016-03-27T01:30:00Z"),
        # One hour shown twice.
        (wall(2016, 10, 30, 2, 30), "Europe/Berlin", "2016-10-30T00:30:00Z", "2016-10-30T01:30:00Z"),
        # What ends where the doubled hour begins ends before both of them.
        (wall(2016, 10, 30, 2), "Europe/Berlin", "2016-10-30T00:00:00Z", "2016-10-30T00:00:00Z"),
        (wall(2016, 6, 28, 12), "Asia/Damascus", "2016-06-28T09:00:00Z", "2016-06-28T09:00:00Z"),
        (wall(-44, 3, 15), "UTC", "-0044-03-15T00:00:00Z", "-0044-03-15T00:00:00Z"),
    ],
)
def test_clocks_put_forward_and_back(clock: int, name: str, first: str, last: str) -> None:
    assert (iso(instant(clock, name)), iso(instant(clock, name, end=True))) == (first, last)


@pytest.mark.parametrize("name", ZONES)
@pytest.mark.parametrize("year", [FIRST_YEAR, 0, 1, LAST_YEAR, LAST_YEAR + 1])
def test_zones_reach_beyond_what_the_standard_library_holds(year: int, name: str) -> None:
    assert abs(instant(wall(year, 1, 1), name) - wall(year, 1, 1)) < DAY
