"""One time in words, no bound and no range: a table of day and calendar phrases, then a day with its time of day."""

from __future__ import annotations

from tui.core.calendar import DAY, HOUR, weekday
from tui.core.edtf import read_edtf
from tui.core.phrases import days
from tui.core.phrases.lexicon import NUMBERS
from tui.core.phrases.parts import EARLY, LATE, PARTS, Clock, about_clock, at_clock, of_day, split
from tui.core.phrases.report import Now
from tui.core.phrases.table import TABLE
from tui.core.phrases.words import KINDS, kind_of
from tui.core.spans import Precision, Span, hedged, units_around

_AROUND_DAY = 'UCDP: "around" a date is that day and the one on either side; it may stretch by one more.'
_DAYLESS = (
    "A clock time without a day is the most recent up to the report; it may stretch to the same time a day before."
)
_LAST_NIGHT = 'UCDP: "last night" is the day before the report; it may stretch to 06:00 of the report\'s day.'


def point(words: tuple[str, ...], now: Now) -> Span | None:
    """One time without a bound; None when no rule covers all of the words."""
    if "about" in words:
        return _about(tuple(word for word in words if word != "about"), now)
    return _whole(words, now) or _timed(words, now)


def _about(words: tuple[str, ...], now: Now) -> Span | None:
    """A hedged time: a date widens by a day (UCDP), anything else gets one unit of slack (rules.md §3)."""
    span = point(words, now) if words else None
    if span is None or span.start is None or span.end is None:
        return None
    timed = split(words)
    if timed is not None and timed.clock is not None:
        return about_clock(span, timed.clock)
    before, after = units_around(span)
    if span.precision is Precision.RANGE:
        before = after = span.end - span.start
    rule = span.rule
    if span.precision is Precision.DAY:
        span = span._replace(start=span.start - DAY, end=span.end + DAY, precision=Precision.RANGE)
        rule = _AROUND_DAY
    return hedged(span, before, after)._replace(rule=rule)


def _whole(words: tuple[str, ...], now: Now) -> Span | None:
    """A phrase of the table: day or calendar words without a time of day."""
    kinds = [kind_of(word) for word in words]
    key = " ".join(kind for kind, _ in kinds)
    values = tuple(value for kind, value in kinds if kind in KINDS)
    handler = TABLE.get(key)
    if handler is None and "O" in key:
        handler = TABLE.get(key.replace("O", "N"))
    if "M" in key and "day" not in key and any(word in NUMBERS for word in words):
        # "One June morning" is no date.
        return None
    if handler is not None:
        # "The 11th" is a day, "the second" is anything.
        return None if key == "O" and words[0].isalpha() else handler(values, now)
    return _beside_weekday(words, kinds, now) or _written(words)


def _beside_weekday(words: tuple[str, ...], kinds: list[tuple[str, int]], now: Now) -> Span | None:
    """A weekday beside a date, which must be one; two that contradict are not understood."""
    weekdays = [i for i, (kind, _) in enumerate(kinds) if kind == "W"]
    if len(weekdays) != 1 or len(words) < 2 or [kind for kind, _ in kinds] == ["O", "W"]:
        return None
    at = weekdays[0]
    # "Last Tuesday, 28 June": the date says which.
    before = (
        words[: at - 1] if at and len(words) > 2 and words[at - 1] in ("last", "this", "past", "next") else words[:at]
    )
    rest = before + words[at + 1 :]
    span = _whole(rest, now) if rest else None
    if span is None or span.start is None or span.precision is not Precision.DAY:
        return None
    return span if weekday(span.start // DAY) == kinds[at][1] else None


def _written(words: tuple[str, ...]) -> Span | None:
    """One date in digits, where only one order of day and month is possible."""
    if len(words) != 1 or len(words[0]) < 7:
        return None
    if "/" in words[0] or words[0].count(".") == 2:
        return _numeric(words[0])
    if "-" not in words[0]:
        return None
    stated = read_edtf(words[0].upper())
    return None if stated is None else stated.span


def _numeric(word: str) -> Span | None:
    parts = [int(part) for part in word.replace("/", ".").split(".")]
    year_first = parts[0] > 31
    year, month, day = parts if year_first else reversed(parts)
    if year < 1000 or (max(parts) != year):
        return None
    if "/" in word and not year_first and month != day:
        # Day first or month first: told apart only by a number that no month has.
        if month <= 12 and day <= 12:
            return None
        month, day = (day, month) if month > 12 else (month, day)
    return days.full_date(year, month, day) if 1 <= month <= 12 else None


def _timed(words: tuple[str, ...], now: Now) -> Span | None:
    """A day with a part of the day or a clock time."""
    if words == ("overnight",):
        today = days.beside(now, 0)
        return None if today is None else of_day(today, PARTS["overnight"])
    timed = split(words)
    if timed is None:
        return None
    rest = timed.day
    if timed.part is None and timed.clock is None:
        return _early_or_late(rest, now) or (_whole(rest, now) if rest and rest != words else None)
    if rest == ("this",):
        rest = ("today",)
    if rest == ("last",):
        return _last(words, timed.clock is None, now)
    if not rest:
        return None if timed.clock is None else _dayless(timed.clock, now)
    day = _whole(rest, now)
    if day is None:
        return None
    if timed.clock is not None:
        return at_clock(day, timed.clock)
    if timed.part is None:
        return None
    span = of_day(day, timed.part)
    if span is not None and timed.part is PARTS["overnight"]:
        # Some outlets name the night by the day it begins on.
        return span._replace(after=DAY, firm=True)
    return span


def _dayless(clock: Clock, now: Now) -> Span | None:
    """A clock time without a day: the most recent up to the report, the day before it as slack."""
    day = days.beside(now, 0)
    span = None if day is None else at_clock(day, clock)
    if span is None or span.start is None or now.planned:
        return None
    if now.clock is not None and clock.offset is None and span.start > now.clock:
        yesterday = days.beside(now, -1)
        span = None if yesterday is None else at_clock(yesterday, clock)
    return None if span is None else span._replace(before=span.before + DAY, firm=True, rule=_DAYLESS)


def _last(words: tuple[str, ...], plain: bool, now: Now) -> Span | None:
    """ "Last night" and "last evening"; with a clock time, the evening or small hours it falls in."""
    if now.today is None:
        return None
    before, today = days.beside(now, -1), days.beside(now, 0)
    if before is None or today is None:
        return None
    if "evening" in words:
        return of_day(before, PARTS["evening"]) if plain else None
    if "night" not in words:
        return None
    if plain:
        return before._replace(after=6 * HOUR, firm=True, rule=_LAST_NIGHT)
    timed = split(words)
    if timed is None or timed.clock is None:
        return None
    return at_clock(before if timed.clock.hour >= 12 else today, timed.clock)


def _early_or_late(words: tuple[str, ...], now: Now) -> Span | None:
    """ "Early on Wednesday", "late Tuesday", "earlier today"."""
    for at in (0, -1):
        word = words[at] if len(words) > 1 else ""
        if word not in ("early", "late", "earlier", "later"):
            continue
        rest = words[1:] if at == 0 else words[:-1]
        day = _whole(rest, now)
        if day is None or day.precision is not Precision.DAY:
            return None
        if word in ("earlier", "later"):
            return day
        return of_day(day, EARLY if word == "early" else LATE)
    return None
