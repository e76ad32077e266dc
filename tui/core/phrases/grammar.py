"""Phrases of time: bounds ("by", "since"), ranges ("between", "from ... to", "26-28 June") and single times.

What no rule covers is None. Where a report may have appeared on several days, the result is the hull over them.
"""

from __future__ import annotations

from functools import lru_cache

from tui.core.calendar import DAY
from tui.core.phrases.bounds import BOUNDS, bounded
from tui.core.phrases.parts import split
from tui.core.phrases.points import point
from tui.core.phrases.ranges import across, parted
from tui.core.phrases.report import Now, Report
from tui.core.phrases.words import words_of
from tui.core.spans import Precision, Span

MOST_DAYS = 31
"""Days of publication looked at one by one; of a longer interval the first and the last, since readings move with it."""

_NIGHT = "The night between two days: 18:00 of the first to 06:00 of the second, local time."
_HULL = "; the source may have appeared on several days, so this is the hull over them."


def read_phrase(text: str, report: Report) -> Span | None:
    """The stretch that English words of time state for a report; None when not understood. Never raises."""
    words = words_of(text)
    return None if words is None else _read(words, report)


@lru_cache(maxsize=1 << 13)
def _read(words: tuple[str, ...], report: Report) -> Span | None:
    uncertain = "?" in words
    if uncertain:
        words = tuple(word for word in words if word != "?")
    if not words:
        return None
    days = _days(report)
    spans = [phrase(words, Now(day, report.planned, report.clock)) for day in days]
    read = [span for span in spans if span is not None]
    if len(read) < len(spans):
        return None
    span = read[0] if len(read) == 1 else _hull(read)
    return span._replace(uncertain=True) if uncertain else span


def _days(report: Report) -> list[int | None]:
    if report.first is None or report.last is None:
        return [None]
    if report.last - report.first < MOST_DAYS:
        return list(range(report.first, report.last + 1))
    return [report.first, report.last]


def _hull(spans: list[Span]) -> Span:
    first = spans[0]
    if all(span == first for span in spans):
        return first
    starts = [span.start for span in spans if span.start is not None]
    ends = [span.end for span in spans if span.end is not None]
    start = min(starts) if len(starts) == len(spans) else None
    end = max(ends) if len(ends) == len(spans) else None
    before, easy_before, after, easy_after = 0, 0, 0, 0
    if start is not None:
        before = start - min(span.start - span.before for span in spans if span.start is not None)
        easy_before = max(0, start - min(span.start - span.easy[0] for span in spans if span.start is not None))
    if end is not None:
        after = max(span.end + span.after for span in spans if span.end is not None) - end
        easy_after = max(0, max(span.end + span.easy[1] for span in spans if span.end is not None) - end)
    return first._replace(
        start=start,
        end=end,
        before=before,
        after=after,
        easy_before=easy_before,
        easy_after=easy_after,
        precision=Precision.RANGE,
        rule=first.rule.removesuffix(".") + _HULL,
    )


def phrase(words: tuple[str, ...], now: Now) -> Span | None:
    """The stretch some words state for a report of one day."""
    words = _bound_first(words)
    head, rest = words[0], words[1:]
    if head in BOUNDS:
        return bounded(head, rest, now)
    night = _night_between(words, now)
    if night is not None:
        return night
    if words[:2] == ("night", "between"):
        # Two days that do not follow each other have no night between them.
        return None
    # "Winter 2014-15" has a joint and is one time.
    single = point(words, now) if "-" in words else None
    if single is not None:
        return single
    pair = parted(words)
    if pair is not None and head != "about":
        span = across(*pair, now)
        if span is not None:
            return span
    if head == "from" and rest and pair is None:
        return bounded("since", rest, now)
    return point(words, now)


def _bound_first(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "[Tuesday] by noon" in the order of "by noon [Tuesday]"; "the day before Tuesday" as it stands."""
    at = [i for i, word in enumerate(words) if word in BOUNDS]
    if len(at) != 1 or not 0 < at[0] < len(words) - 1 or "from" in words:
        return words
    timed = split(words[at[0] + 1 :])
    if timed is None or timed.day or (timed.part is None and timed.clock is None):
        return words
    return (*words[at[0] :], *words[: at[0]])


def _night_between(words: tuple[str, ...], now: Now) -> Span | None:
    """ "The night between Sunday and Monday", "overnight into Wednesday", "Tuesday night into Wednesday"."""
    if "night" not in words and "overnight" not in words:
        return None
    if words[:2] in (("overnight", "into"), ("overnight", "to"), ("night", "into"), ("night", "to")):
        second = point(words[2:], now) if len(words) > 2 else None
        return None if second is None or second.start is None else _night_before(second, second.start - DAY)
    rest = tuple(word for word in words if word not in ("night", "overnight"))
    pair = parted(rest)
    if len(rest) < len(words) - 1 or pair is None or "or" in words or words[-1] in ("night", "overnight"):
        return None
    both = across(*pair, now)
    if both is None or both.start is None or both.end is None or both.end - both.start != 2 * DAY or both.before:
        return None
    return both._replace(
        start=both.start + DAY * 3 // 4, end=both.end - DAY * 3 // 4, precision=Precision.PART_OF_DAY, rule=_NIGHT
    )


def _night_before(second: Span, first_day: int) -> Span | None:
    if second.start is None or second.precision is not Precision.DAY:
        return None
    return second._replace(
        start=first_day + DAY * 3 // 4, end=second.start + DAY // 4, precision=Precision.PART_OF_DAY, rule=_NIGHT
    )
