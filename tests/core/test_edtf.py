from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.calendar import DAY, date_text, day_number
from tui.core.edtf import read_edtf
from tui.core.spans import Span

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "edtf.json"


def days(text: str) -> tuple[str, str]:
    """First and last day of an expression; `..` where it is open."""
    stated = read_edtf(text)
    assert stated is not None, text
    first, last = stated.span.start, stated.span.end
    return (
        ".." if first is None else date_text(first // DAY),
        ".." if last is None else date_text((last - 1) // DAY),
    )


@pytest.mark.parametrize(
    ("text", "level", "precision", "first", "last"),
    [
        ("1985", 0, "year", "1985-01-01", "1985-12-31"),
        ("1985-04", 0, "month", "1985-04-01", "1985-04-30"),
        ("2016-02", 0, "month", "2016-02-01", "2016-02-29"),
        ("1985-04-12", 0, "day", "1985-04-12", "1985-04-12"),
        ("20", 0, "century", "2000-01-01", "2099-12-31"),
        ("2004-02-01/2005", 0, "range", "2004-02-01", "2005-12-31"),
        ("-0044-03-15", 1, "day", "-0044-03-15", "-0044-03-15"),
        ("-9999", 1, "year", "-9999-01-01", "-9999-12-31"),
        ("1984?", 1, "year", "1984-01-01", "1984-12-31"),
        ("2004-06-11%", 1, "day", "2004-06-11", "2004-06-11"),
        ("198X", 1, "decade", "1980-01-01", "1989-12-31"),
        ("20XX", 1, "century", "2000-01-01", "2099-12-31"),
        ("1985-XX", 1, "year", "1985-01-01", "1985-12-31"),
        ("1985-04-XX", 1, "month", "1985-04-01", "1985-04-30"),
        ("1985-XX-XX", 1, "year", "1985-01-01", "1985-12-31"),
        ("2001-22", 1, "season", "2001-06-01", "2001-08-31"),
        ("2001-24", 1, "season", "2001-12-01", "2002-02-28"),
        ("../1985-04-12", 1, "range", "..", "1985-04-12"),
        ("1985-04/", 1, "range", "1985-04-01", ".."),
        ("../..", 1, "unbounded", "..", ".."),
        ("Y170000002", 1, "unbounded", "..", ".."),
        ("Y-17E7", 2, "unbounded", "..", ".."),
        ("Y3388E2S3", 2, "unbounded", "..", ".."),
        ("1950S2", 2, "century", "1900-01-01", "1999-12-31"),
        ("202", 2, "decade", "2020-01-01", "2029-12-31"),
        ("156X-12-25", 2, "range", "1560-12-25", "1569-12-25"),
        ("-156X-12-25", 2, "range", "-1569-12-25", "-1560-12-25"),
        ("196X-02-29", 2, "range", "1960-02-29", "1968-02-29"),
        ("2020-04-3X", 2, "day", "2020-04-30", "2020-04-30"),
        ("2020-0X", 2, "range", "2020-01-01", "2020-09-30"),
        ("XXXX-12-XX", 2, "range", "0000-12-01", "9999-12-31"),
        ("2004-06-~01/2004-06-~20", 2, "range", "2004-06-01", "2004-06-20"),
        ("?2004-06-~11", 2, "day", "2004-06-11", "2004-06-11"),
        ("2001-34", 2, "season", "2001-04-01", "2001-06-30"),
        ("2001-39", 2, "range", "2001-09-01", "2001-12-31"),
        ("2001-30", 2, "season", "2001-12-01", "2002-02-28"),
        ("[1667,1668,1670..1672]", 2, "range", "1667-01-01", "1672-12-31"),
        ("{..1984}", 2, "range", "..", "1984-12-31"),
        ("[1760-12..]", 2, "range", "1760-12-01", ".."),
        ("{2020}", 2, "year", "2020-01-01", "2020-12-31"),
        ("1984-11-12/1984-11-XX", 2, "range", "1984-11-12", "1984-11-30"),
    ],
)
def test_valid_expressions(text: str, level: int, precision: str, first: str, last: str) -> None:
    stated = read_edtf(text)
    assert stated is not None
    assert (stated.valid, stated.level, stated.span.precision.value, *days(text)) == (
        True,
        level,
        precision,
        first,
        last,
    )


@pytest.mark.parametrize(
    "text",
    [
        "1985-04-12T23:20:30",
        "1985-04-12T23:20:30Z",
        "1985-04-12T23:20:30-04",
        "1985-04-12T23:20:30+04:30",
        "2016-05-02T16:54:59-00:15",
        "2016-05-02T16:54:59+14:00",
        "2020-05-01T24:00:00Z",
        "2016-12-31T23:59:60Z",
    ],
)
def test_valid_clock_times(text: str) -> None:
    stated = read_edtf(text)
    assert stated is not None
    assert (stated.valid, stated.level, stated.span.precision.value) == (True, 0, "second")


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2016-06-28T10", "hour"),
        ("2016-06-28T10:30", "minute"),
        ("2016-06-28 10:30", "minute"),
        ("2016-06-28T10:30~", "minute"),
        ("2016-06-28T10:30+03:00", "minute"),
        ("2016-06-28T10:30[Asia/Damascus]", "minute"),
        ("2016-06-28T10:30 Asia/Damascus", "minute"),
        ("2016-06-28T10:30:15.25Z", "second"),
        ("2016-06-28T10:30:15+0300", "second"),
        ("2016-06-28T10/2016-06-28T12:30", "range"),
        ("2016-06-28/2016-06-29T06:00", "range"),
        ("[1667, 1760-12]", "range"),
    ],
)
def test_news_extensions_are_read_and_not_called_valid(text: str, precision: str) -> None:
    stated = read_edtf(text)
    assert stated is not None
    assert (stated.valid, stated.span.precision.value) == (False, precision)


@pytest.mark.parametrize(
    "text",
    [
        "1985-13",
        "1985-00",
        "1985-04-00",
        "1985-02-30",
        "1999-02-29",
        "2016-06-31",
        "156X-09-31",
        "15XX-02-3X",
        "15XX-2X-25",
        "X900-02-29",
        "1999-XX-32",
        "2001-20",
        "2001-42",
        "2001-21-05",
        "1985-1",
        "1985-4-12",
        "1985-102",
        "1985/04/12",
        "1985/2000/2010",
        "2002/2001",
        "2008/1964",
        "12/2016",
        "2000/12-12",
        "Y1985",
        "Y9999",
        "Y-9999",
        "Y018470",
        "Y012E3",
        "Y12E2",
        "Y17E7-12-26",
        "1950S0",
        "1950S5",
        "-0000",
        "-00",
        "+2006%",
        "2004-06-(11)~",
        "--05-03",
        "/",
        "//",
        "///",
        "2016-05-02T24:00:01",
        "2016-05-02T00:61:00",
        "2016-05-02T12:00:00+15",
        "2016-05-02T12:00:00-00",
        "2016-05-02T12:00:00-12:30",
        "1985-04-12T23:20:60Z",
        "1985-04-12T23:20:30z",
        "2016-06-28T10:30[Asia/Atlantis]",
        "2016-02-30T10:30",
        "{}",
        "[]",
        "[..]",
        "{1960,}",
        "{1999]",
        "{2002..2001}",
        "{1999-01-01,1999-02-30}",
        "NONE/",
        "?",
        "??",
        "X",
        "Y",
        "20xx",
    ],
)
def test_no_expression_at_all(text: str) -> None:
    assert read_edtf(text) is None


@pytest.mark.parametrize(
    "text", ["", " 1985", "1985 ", "18 63-03-29", "not a date", "１９８５", "1" * 500, "[" + "1985," * 90 + "1985]"]
)
def test_prose_and_padding_are_no_expression(text: str) -> None:
    assert read_edtf(text) is None


@pytest.mark.parametrize(
    ("text", "before", "after", "marks"),
    [
        ("2016-06-28~", 1, 1, (True, False)),
        ("2016-06-28?", 0, 0, (False, True)),
        ("2016-06-28%", 1, 1, (True, True)),
        ("2016-03~", 29, 30, (True, False)),
        ("2015~", 365, 366, (True, False)),
        ("2016-03~/2016-04-10", 29, 0, (True, False)),
    ],
)
def test_qualifiers_stretch_by_a_unit_of_the_calendar(
    text: str, before: int, after: int, marks: tuple[bool, bool]
) -> None:
    stated = read_edtf(text)
    assert stated is not None
    span = stated.span
    assert (span.before // DAY, span.after // DAY, (span.approximate, span.uncertain)) == (before, after, marks)


@pytest.mark.parametrize(
    ("text", "slack"),
    [("2016-06-28T10:30", 15), ("2016-06-28T10:00", 30), ("2016-06-28T10", 30), ("2016-06-28T10:00:00", 0)],
)
def test_clock_times_stretch_by_how_exactly_they_are_given(text: str, slack: int) -> None:
    stated = read_edtf(text)
    assert stated is not None
    assert (stated.span.before, stated.span.after) == (slack * 60, slack * 60)


def span_of(text: str) -> Span:
    stated = read_edtf(text)
    assert stated is not None
    return stated.span


YEARS = st.integers(0, 9999)


@given(YEARS, st.integers(1, 12), st.integers(1, 28), st.integers(0, 23), st.integers(0, 59))
def test_more_digits_never_widen(year: int, month: int, day: int, hour: int, minute: int) -> None:
    texts = [f"{year:04d}", f"{year:04d}-{month:02d}", f"{year:04d}-{month:02d}-{day:02d}"]
    texts += [f"{texts[2]}T{hour:02d}", f"{texts[2]}T{hour:02d}:{minute:02d}", f"{texts[2]}T{hour:02d}:{minute:02d}:30"]
    spans = [span_of(text) for text in texts]
    for wide, narrow in pairwise(spans):
        assert (wide.start or 0) <= (narrow.start or 0) < (narrow.end or 0) <= (wide.end or 0)


@given(
    st.text(alphabet="0123456789X", min_size=4, max_size=4),
    st.text("0123X", min_size=2, max_size=2),
    st.text("0123456789X", min_size=2, max_size=2),
)
def test_open_digits_are_the_hull_of_what_they_allow(year: str, month: str, day: str) -> None:
    stated = read_edtf(f"{year}-{month}-{day}")
    fits = [
        day_number(y, m, d)
        for y in ([int(year.replace("X", digit)) for digit in "0123456789"] if year.count("X") == 1 else [])
        for m in range(1, 13)
        for d in range(1, 32)
        if like(f"{m:02d}", month) and like(f"{d:02d}", day) and span_exists(y, m, d)
    ]
    if year.count("X") != 1:
        return
    assert (stated is None) == (not fits)
    if stated is not None:
        assert (stated.span.start, stated.span.end) == (min(fits) * DAY, (max(fits) + 1) * DAY)


def like(digits: str, pattern: str) -> bool:
    return all(sign in ("X", digit) for digit, sign in zip(digits, pattern, strict=True))


def span_exists(year: int, month: int, day: int) -> bool:
    return read_edtf(f"{year:04d}-{month:02d}-{day:02d}") is not None


@given(st.text(max_size=60) | st.text(alphabet="0123456789-/.~?%XTYES:+Z[]{}, ", max_size=60))
def test_any_text_is_answered(text: str) -> None:
    stated = read_edtf(text)
    if stated is not None and stated.span.start is not None and stated.span.end is not None:
        offset = (stated.span.start_offset or 0) - (stated.span.end_offset or 0)
        assert stated.span.start - offset < stated.span.end or stated.span.start_zone != stated.span.end_zone


def test_agrees_with_the_public_suites() -> None:
    if not CORPUS.exists():
        pytest.skip("the corpora are not here")
    cases = [case for case in json.loads(CORPUS.read_text(encoding="utf-8"))["cases"] if case["projects"] >= 2]
    judged = [case for case in cases if case["valid"] is not None]
    wrong = [
        case["edtf"] for case in judged if case["valid"] != ((s := read_edtf(case["edtf"])) is not None and s.valid)
    ]
    assert (len(judged) > 100, wrong) == (True, [])
