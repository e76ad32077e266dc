"""Parts of the day and clock times: which of the words say them, and how they narrow a day (rules.md §3)."""

from __future__ import annotations

from typing import NamedTuple

from tui.core.calendar import DAY, HOUR, MINUTE
from tui.core.edtf.clocks import span_of
from tui.core.phrases.lexicon import MONTHS
from tui.core.spans import Precision, Span, hedged

Words = tuple[str, ...]


class Part(NamedTuple):
    """Hours from the midnight that begins the day, and how far the words stretch."""

    first: int
    last: int
    rule: str
    before: int = 0
    after: int = 0
    firm: bool = False


class Clock(NamedTuple):
    """A time of day as written."""

    hour: int
    minute: int
    second: int | None
    stated_minutes: bool
    offset: int | None
    """Seconds east of UTC, where stated."""
    unsure: bool = False
    """Nothing says whether "2:30" is in the night or in the afternoon."""


PARTS = {
    "dawn": Part(4, 7, "Dawn is 04:00 to 07:00, local time."),
    "morning": Part(5, 12, "Morning is 05:00 to 12:00, local time."),
    "noon": Part(11, 14, "Noon is 11:00 to 14:00, local time."),
    "afternoon": Part(12, 18, "Afternoon is 12:00 to 18:00, local time."),
    "evening": Part(17, 22, "Evening is 17:00 to 22:00, local time."),
    "night": Part(18, 30, "Night is 18:00 to 06:00 of the next day, local time."),
    "earlyhours": Part(0, 6, "Early, the small hours are 00:00 to 06:00, local time."),
    "midnight": Part(
        -2,
        2,
        "Midnight on a day is 22:00 before it to 02:00 in it, with its other midnight as slack, local time.",
        after=24,
    ),
    "overnight": Part(-6, 6, "Overnight is the night before: 18:00 to 06:00 of the day named, local time."),
}
EARLY = Part(0, 6, "Early on a day is 00:00 to 06:00, local time; it stretches to noon.", after=6, firm=True)
LATE = Part(
    18,
    24,
    "Late on a day is 18:00 to 24:00, local time; it stretches from 15:00 into the small hours.",
    3,
    6,
    firm=True,
)
EARLY_MORNING = Part(0, 12, "Early morning may be the small hours or the morning: 00:00 to 12:00, local time.")

OFFSETS = {"gmt": 0, "utc": 0, "z": 0, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "edt": -4, "pdt": -7}
"""Zone abbreviations that mean one offset only, in hours."""

_EDGES = frozenset({"early", "mid", "late"})
_MORNING = frozenset({"morning", "dawn", "earlyhours"})
_LATER = frozenset({"afternoon", "evening"})


class Timed(NamedTuple):
    """Words split into those of the day and those of its time."""

    day: tuple[str, ...]
    part: Part | None = None
    clock: Clock | None = None


def split(words: tuple[str, ...]) -> Timed | None:
    """The words of the day, and the part of the day or clock time beside them; None where they contradict."""
    found = _clock_in(words)
    if found is None:
        return None
    clock, rest = found
    rest = tuple(word for word in rest if word != "local")
    if "earlyhours" in rest and "morning" in rest:
        rest = tuple(word for word in rest if word != "morning")
    places = [i for i, word in enumerate(rest) if word in PARTS]
    if len(places) > 1:
        return None
    if not places:
        return Timed(rest, None, clock)
    at = places[0]
    name, left, right = rest[at], rest[:at], rest[at + 1 :]
    part = PARTS[name]
    edges = [i for i, word in enumerate(left) if word in _EDGES and i in (0, len(left) - 1)]
    if len(edges) == 1:
        # "Late in the evening" is in the evening; "early in the morning" may be before it.
        part = EARLY_MORNING if (left[edges[0]], name) == ("early", "morning") else part
        left = left[: edges[0]] + left[edges[0] + 1 :]
    if clock is not None:
        clock = _fitting(clock, name)
        return None if clock is None else Timed(left + right, None, clock)
    return Timed(left + right, part)


def as_moment(words: Words, *, closing: bool) -> Words:
    """The words with noon and midnight as clock times; of the two midnights of a day the one that leaves more room.

    `closing`: they name where a stretch ends, so that midnight is the one that ends its day. Without a day none is meant.
    """
    for name, clock in (("noon", ("12", "pm")), ("midnight", ("24:00",) if closing else ("00:00",))):
        if words.count(name) == 1:
            at = words.index(name)
            timed = split((*words[:at], *words[at + 1 :]))
            if timed is None or not timed.day or timed.part is not None or timed.clock is not None:
                return words
            return (*words[:at], *clock, *words[at + 1 :])
    return words


def of_day(day: Span, part: Part) -> Span | None:
    """A part of a single day; None where the words name no single day."""
    if day.start is None or day.precision is not Precision.DAY:
        return None
    start, end = day.start + part.first * HOUR, day.start + part.last * HOUR
    return Span(
        start, end, Precision.PART_OF_DAY, part.rule, part.before * HOUR, part.after * HOUR,
        day.approximate, day.uncertain, firm=part.firm,
    )  # fmt: skip


def at_clock(day: Span, clock: Clock) -> Span | None:
    """A clock time on a single day; None where the words name no single day or no such time exists."""
    if day.start is None or day.precision is not Precision.DAY or clock.unsure:
        return None
    span = span_of(day.start // DAY, clock.hour, clock.minute, clock.second)
    if span is None or clock.offset is None:
        return span
    return span._replace(start_offset=clock.offset, end_offset=clock.offset)


def about_clock(span: Span, clock: Clock) -> Span:
    """ "Around 2 p.m.": an hour of slack where no minutes are stated, else what a clock time has anyway."""
    return hedged(span, *((0, 0) if clock.stated_minutes else (HOUR, HOUR)))


def _clock_in(words: tuple[str, ...]) -> tuple[Clock | None, tuple[str, ...]] | None:
    """The clock time among the words and the words without it; None where there are several, or it does not exist.

    Local time with the same in GMT beside it ("2 p.m. (1200 GMT)") is one time whose offset is thereby known.
    """
    clocks: list[Clock] = []
    rest: list[str] = []
    i = 0
    while i < len(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        if not _begins_clock(words[i], following) or _is_year(words, i):
            rest.append(words[i])
            i += 1
            continue
        half = following if following in _AFTER_CLOCK else ""
        i += 2 if half else 1
        offset = offset_of(words[i]) if i < len(words) else None
        i += offset is not None
        clock = _clock(words[i - 1 - bool(half) - (offset is not None)], half, offset)
        if clock is None:
            return None
        clocks.append(clock)
    if len(clocks) < 2:
        return (clocks[0] if clocks else None), tuple(rest)
    return _matched(clocks, tuple(rest))


_AFTER_CLOCK = frozenset({"am", "pm", "hour", "oclock", "local"})


def _is_year(words: tuple[str, ...], at: int) -> bool:
    """ "28 June 2016 (local time)" is no 20:16; "at 2016 hours" is."""
    of_date = at > 0 and (words[at - 1] in MONTHS or (at > 1 and words[at - 2] in MONTHS and words[at - 1].isdigit()))
    return of_date and words[at].isdigit() and 1900 <= int(words[at]) < 2100 and words[at + 1] != "hour"


def _begins_clock(word: str, following: str) -> bool:
    if word.isdigit():
        if len(word) == 4:
            return following in ("hour", "local") or offset_of(following) is not None
        return len(word) <= 2 and following in ("am", "pm", "oclock")
    return word[0].isdigit() and word[-1].isdigit() and len(word) <= 8 and not any(sign in word for sign in "-/")


def _matched(clocks: list[Clock], rest: tuple[str, ...]) -> tuple[Clock, tuple[str, ...]] | None:
    local, other = clocks[0], clocks[1]
    if len(clocks) > 2 or local.offset is not None or other.offset is None or local.unsure or other.unsure:
        return None
    apart = (local.hour * 60 + local.minute - other.hour * 60 - other.minute) * MINUTE + other.offset
    apart = (apart + 10 * HOUR) % DAY - 10 * HOUR
    return local._replace(offset=apart), rest


def offset_of(word: str) -> int | None:
    """Seconds east of UTC that "gmt", "cest" or "utc+3" stands for; None for any other word."""
    if word in OFFSETS:
        return OFFSETS[word] * HOUR
    if word[3:4] not in ("+", "-") or word[:3] not in ("gmt", "utc"):
        return None
    digits = word[4:].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    if hours > 14 or minutes > 59:
        return None
    return (hours * HOUR + minutes * MINUTE) * (1 if word[3] == "+" else -1)


def _clock(text: str, half: str, offset: int | None) -> Clock | None:
    military = len(text) == 4 and text.isdigit()
    numbers = [text[:2], text[2:]] if military else text.replace(".", ":").replace("h", ":").split(":")
    hour, minute = int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else 0
    second = int(numbers[2]) if len(numbers) > 2 else None
    if half in ("am", "pm"):
        # "14:30 p.m." says it twice; "13 p.m." is a slip.
        if hour > 12 and (half == "am" or len(numbers) < 2):
            return None
        hour = hour if hour > 12 else hour % 12 + (12 if half == "pm" else 0)
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return None
    unsure = half not in ("am", "pm") and len(numbers[0]) == 1
    return Clock(hour, minute, second, len(numbers) > 1, offset, unsure and hour > 0)


def _fitting(clock: Clock, name: str) -> Clock | None:
    """The clock time beside a part of the day ("2:30 in the afternoon"); None where they do not fit."""
    hour = clock.hour
    if clock.unsure:
        if name in _LATER:
            hour += 12
        elif name not in _MORNING:
            return None
    part = PARTS[name]
    inside = part.first <= hour <= part.last or part.first <= hour + 24 <= part.last
    if name in _MORNING and hour < 12:
        inside = True
    return clock._replace(hour=hour, unsure=False) if inside and name not in ("overnight", "midnight") else None
