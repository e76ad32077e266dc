"""One date with a time of day: EDTF's own form, and the news extensions (to the minute or hour, qualified, IANA zones).

Which zone a time without one hangs on is not decided here.
"""

from __future__ import annotations

import re

from tui.core.calendar import DAY, HOUR, MINUTE, day_number, month_length, zone
from tui.core.edtf.dates import Stated, qualified
from tui.core.spans import Precision, Span

_CLOCK = re.compile(
    r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})([T ])([0-9]{2})(?::([0-9]{2})(?::([0-9]{2})(\.[0-9]{1,9})?)?)?"
    r"(?:(Z)|([+-])([0-9]{2})(?:(:?)([0-9]{2}))?)?(?: ?\[([A-Za-z0-9_+/-]{1,40})\]|(?<=[0-9]) ([A-Z][A-Za-z0-9_+/-]{1,40}))?"
    r"([?~%])?",
    re.ASCII,
)

SLACK, SLACK_ON_THE_HOUR = 15 * MINUTE, 30 * MINUTE
"""How far a clock time stretches on both sides (rules.md §3).

Two that meet only there are compatible and raise no flag: nobody who writes 12:00 and nobody who writes 12:05 denies the other,
and rules.md §13 lists the pair among what is no contradiction. (By the letter of §3 and §12 it would be flagged as strained.)"""

_TO_THE_SECOND = "A clock time to the second, taken as it stands."
_TO_THE_MINUTE = "A clock time is read to the minute, with 15 minutes' slack on both sides, 30 on the full hour."
_TO_THE_HOUR = "The whole clock hour, with 30 minutes' slack on both sides."


def clock(text: str) -> Stated | None:
    """The second, minute or hour a date with a clock time states; None when it is none or no such time exists."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    day = _day(match[1], match[2], match[3])
    shift = _offset(match)
    zone_name = match[14] or match[15]
    if day is None or shift is None or (zone_name and zone(zone_name) is None):
        return None
    minute = None if match[6] is None else int(match[6])
    second = None if match[7] is None else int(match[7])
    span = span_of(day, int(match[5]), minute, second, zulu=match[9] is not None)
    if span is None:
        return None
    if match[9] or match[10]:
        span = span._replace(start_offset=shift, end_offset=shift)
    elif zone_name:
        span = span._replace(start_zone=zone_name, end_zone=zone_name)
    extended = match[8] or zone_name or match[16] or match[4] == " " or (match[13] and not match[12])
    valid = match[7] is not None and not extended
    return Stated(qualified(span, match[16] or ""), valid, 1 if match[1].startswith("-") else 0)


def span_of(day: int, hour: int, minute: int | None, second: int | None, *, zulu: bool = False) -> Span | None:
    """The span of a clock time on a day number; 24:00 is the next day's 00:00, 23:59:60 UTC a leap second."""
    if second == 60 and zulu and (hour, minute) == (23, 59):
        second = 59
    if hour > 24 or (minute or 0) > 59 or (second or 0) > 59 or (hour == 24 and (minute or second)):
        return None
    start = day * DAY + hour * HOUR + (minute or 0) * MINUTE + (second or 0)
    if second is not None:
        return Span(start, start + 1, Precision.SECOND, _TO_THE_SECOND, clocked=True)
    if minute is None:
        slack = SLACK_ON_THE_HOUR
        return Span(start, start + HOUR, Precision.HOUR, _TO_THE_HOUR, slack, slack, firm=True, clocked=True)
    slack = SLACK if minute else SLACK_ON_THE_HOUR
    return Span(start, start + MINUTE, Precision.MINUTE, _TO_THE_MINUTE, slack, slack, firm=True, clocked=True)


def _day(year: str, month: str, day: str) -> int | None:
    if year == "-0000" or not 1 <= int(month) <= 12 or not 1 <= int(day) <= month_length(int(year), int(month)):
        return None
    return day_number(int(year), int(month), int(day))


def _offset(match: re.Match[str]) -> int | None:
    """Seconds east of UTC, 0 when none is stated; None for an offset no place has."""
    if match[10] is None:
        return 0
    hours, minutes = int(match[11]), int(match[13] or 0)
    seconds = hours * HOUR + minutes * MINUTE
    if minutes > 59 or (match[10] == "-" and not seconds):
        return None
    if match[10] == "-":
        return -seconds if seconds <= 12 * HOUR else None
    return seconds if seconds <= 14 * HOUR else None
