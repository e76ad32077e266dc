"""How a report's words of time are read: two boundaries, a precision, and the rule that led there.

`read_moment` is the way in: EDTF first, then the words of news. What no rule covers is `understood = False`; nothing is
guessed and no clock is read. Which moments exclude each other is decided elsewhere, on `extent`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from math import inf

from tui.core.calendar import DAY, HOUR, MINUTE, date_of, date_text, instant, iso, wall_of, wall_text, year_text
from tui.core.edtf import Stated, read_edtf
from tui.core.line import Extent
from tui.core.phrases import Report, read_phrase
from tui.core.spans import CLOCKED, Precision, Span
from tui.core.values import dataclass

__all__ = ["Anchor", "Moment", "canonical", "extent", "hull", "iso", "read_moment"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What a source's words of time hang on."""

    published: str | None = None
    """EDTF-like text, possibly an interval; None: relative words are not understood."""
    timezone: str = "UTC"
    """The dossier's IANA zone, that of the events."""
    source_timezone: str | None = None
    """The outlet's; a date then also covers, as slack, that date there."""
    planned: bool = False
    """The report looks ahead: a weekday is the next such day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One reading of one text. Instants are seconds since 1970-01-01T00:00Z, half-open, None is unbounded."""

    text: str
    understood: bool
    earliest: int | None
    """Core, as written."""
    latest: int | None
    slack_earliest: int | None
    """As far as the wording stretches."""
    slack_latest: int | None
    precision: str | None
    """second minute hour part-of-day day week month season year decade century range unbounded; None if not understood."""
    approximate: bool
    uncertain: bool
    kind: str | None
    """By shape: date, datetime, edtf or phrase."""
    edtf_valid: bool
    """Whether the standard allows the text, strictly; reading accepts more."""
    level: int | None
    """EDTF level 0, 1 or 2; None where not valid."""
    firm: bool
    """Meeting only in the slack is compatible, not strained ("last night")."""
    clocked: bool
    """Given to the hour or finer."""
    rule: str
    """One plain sentence: how the text was read."""
    easy_earliest: int | None = None
    """As far as the words reach without strain, where that is between core and slack ("about 2 p.m.": as "2 p.m." does)."""
    easy_latest: int | None = None

    @property
    def constrains(self) -> bool:
        """Whether the reading excludes anything at all."""
        return self.slack_earliest is not None or self.slack_latest is not None


NOT_UNDERSTOOD = "Not understood: no rule covers these words, and nothing is guessed."
_UNDATED = "Not understood: these words hang on the day of publication, which the source does not give."
_DAYLESS = "Not understood: a time of day needs its day, and the words do not give one."

SOME_YEAR = 2000
"""One that has a 29 February."""
_NOWHERE = Anchor()
_DATE = re.compile(r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_DATETIME = re.compile(r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?[^/]*", re.ASCII)
_DATED = frozenset(Precision) - CLOCKED - {Precision.PART_OF_DAY, Precision.UNBOUNDED}


@lru_cache(maxsize=1 << 15)
def read_moment(text: str, anchor: Anchor = _NOWHERE) -> Moment:
    """How a text of time is read by rules.md §3; never raises."""
    trimmed = text.strip()
    stated = read_edtf(trimmed)
    if stated is not None:
        return _moment(text, stated.span, anchor, _shape(trimmed), stated if trimmed == text else None)
    span = read_phrase(trimmed, report_of(anchor))
    if span is None:
        return _not_understood(text, _why_not(trimmed, anchor))
    return _moment(text, span, anchor, "phrase", None)


def read_typed(text: str, zone: str, year: int | None = None) -> Moment:
    """A time that a person asks for: one that lacks only its year is of `year`, and `Moment.text` then names it.

    No report came out on the day it is asked, so words that hang on such a day ("yesterday") stay not understood.
    """
    moment = read_moment(text, Anchor(timezone=zone))
    if moment.understood or year is None:
        return moment
    dated = read_moment(f"{text} {year:04}", Anchor(timezone=zone))
    return dated if dated.understood else moment


def lacks_year(text: str) -> bool:
    """Whether the text is a time but for its year."""
    return not read_moment(text).understood and read_typed(text, "UTC", SOME_YEAR).understood


def extent(moment: Moment) -> Extent:
    """The moment on the line of `tui.core.line`: closed ends in whole seconds, no constraint where unbounded."""
    return Extent(
        -inf if moment.slack_earliest is None else moment.slack_earliest,
        -inf if moment.earliest is None else moment.earliest,
        inf if moment.latest is None else moment.latest - 1,
        inf if moment.slack_latest is None else moment.slack_latest - 1,
        moment.firm,
        moment.easy_earliest,
        None if moment.easy_latest is None else moment.easy_latest - 1,
    )


def hull(extents: Iterable[Extent]) -> Extent | None:
    """The smallest extent that holds all of them; None of none."""
    every = list(extents)
    if not every:
        return None
    return Extent(
        min(e.low for e in every),
        min(e.core_low for e in every),
        max(e.core_high for e in every),
        max(e.high for e in every),
        all(e.firm for e in every),
    )


def canonical(moment: Moment, timezone: str = "UTC") -> str:
    """The core as shown, by clocks of `timezone`: text that reads back to the same bounds; the words if not understood.

    "2016-06-26", "2016-06", "2016-06-28T12:00", "2016-06-25/2016-06-26", "by 2016-06-28", "before 2016-06-29T12:00".
    Ends are inclusive, as EDTF has them; "before" alone is not.
    """
    if not moment.understood:
        return moment.text
    mark = "%" if moment.approximate and moment.uncertain else "~" if moment.approximate else ""
    mark = "?" if moment.uncertain and not mark else mark
    start = None if moment.earliest is None else wall_of(moment.earliest, timezone)
    end = None if moment.latest is None else wall_of(moment.latest, timezone)
    if start is None or end is None:
        return _half_open(start, end, mark)
    single = _single(start, end, whole_hour=moment.precision == Precision.HOUR)
    if single:
        return single + mark
    if start % DAY == 0 and end % DAY == 0:
        return f"{date_text(start // DAY)}{mark}/{date_text(end // DAY - 1)}{mark}"
    unit = MINUTE if start % MINUTE == 0 and end % MINUTE == 0 else 1
    return f"{wall_text(start, seconds=unit == 1)}{mark}/{wall_text(end - unit, seconds=unit == 1)}{mark}"


def _half_open(start: int | None, end: int | None, mark: str) -> str:
    if end is not None:
        if end % DAY == 0:
            return f"../{date_text(end // DAY - 1)}{mark}" if mark else f"by {date_text(end // DAY - 1)}"
        if end % _ROUND == MINUTE:
            # "By noon" takes noon in, and nobody said 12:01.
            return f"by {wall_text(end - MINUTE)}"
        return f"before {wall_text(end)}"
    if start is None:
        return "../.."
    if start % DAY == 0:
        return f"{date_text(start // DAY)}{mark}/.."
    return f"{wall_text(start, seconds=start % MINUTE != 0)}/.."


_ROUND = 5 * MINUTE
"""Clock times are told in fives: a bound one minute after such a time is that time, taken in."""


def _single(start: int, end: int, *, whole_hour: bool) -> str:
    """The one date or clock time that covers exactly this stretch, empty when there is none."""
    if start % DAY or end % DAY:
        if start % MINUTE == 0 and end - start == MINUTE:
            return wall_text(start)
        if whole_hour and start % HOUR == 0 and end - start == HOUR:
            return wall_text(start)[:-3]
        return wall_text(start, seconds=True) if end - start == 1 else ""
    first, last = date_of(start // DAY), date_of(end // DAY)
    if end - start == DAY:
        return date_text(start // DAY)
    if first[2] != 1 or last[2] != 1:
        return ""
    months = (last[0] - first[0]) * 12 + last[1] - first[1]
    if months == 1:
        return f"{year_text(first[0])}-{first[1]:02d}"
    return year_text(first[0]) if months == 12 and first[1] == 1 else ""


@lru_cache(maxsize=4096)
def report_of(anchor: Anchor) -> Report:
    """The local days on which the report may have appeared, in the outlet's zone where known, else the dossier's."""
    if anchor.published is None:
        return Report(planned=anchor.planned)
    published = anchor.published.strip()
    stated = read_edtf(published)
    span = read_phrase(published, Report()) if stated is None else stated.span
    if span is None or span.start is None or span.end is None:
        return Report(planned=anchor.planned)
    place = anchor.source_timezone or anchor.timezone
    start = _wall(span.start, span.start_offset, span.start_zone, place)
    end = _wall(span.end, span.end_offset, span.end_zone, place)
    exact = start if span.precision in CLOCKED else None
    return Report(first=start // DAY, last=(end - 1) // DAY, clock=exact, planned=anchor.planned)


def _wall(wall: int | None, offset: int | None, zone_name: str | None, place: str) -> int:
    seconds = wall or 0
    if offset is not None:
        return wall_of(seconds - offset, place)
    if zone_name is not None:
        return wall_of(instant(seconds, zone_name), place)
    return seconds


def _shape(text: str) -> str:
    if _DATE.fullmatch(text):
        return "date"
    return "datetime" if _DATETIME.fullmatch(text) else "edtf"


def _moment(text: str, span: Span, anchor: Anchor, kind: str, stated: Stated | None) -> Moment:
    place = anchor.timezone
    earliest = _start(span, span.start, place)
    latest = _end(span, span.end, place)
    if earliest is not None and latest is not None and earliest >= latest:
        # Ends stated by different offsets may turn out to be the wrong way round.
        return _not_understood(text)
    low = earliest if not span.before else _start(span, _moved(span.start, -span.before), place)
    high = latest if not span.after else _end(span, _moved(span.end, span.after), place)
    easy_low = _start(span, _moved(span.start, -span.easy_before), place)
    easy_high = _end(span, _moved(span.end, span.easy_after), place)
    other, rule = anchor.source_timezone, span.rule
    if other is not None and other != place and span.precision in _DATED and not span.clocked:
        own = low, high
        low = _least(low, _start(span, _moved(span.start, -span.before), other))
        high = _most(high, _end(span, _moved(span.end, span.after), other))
        if (low, high) != own:
            rule = f"{rule.removesuffix('.')}; as slack, the same days in {other}, the zone of its source."
        if span.approximate:
            # Hours of a zone are no strain on what was hedged.
            easy_low = _least(easy_low, _start(span, _moved(span.start, -span.easy_before), other))
            easy_high = _most(easy_high, _end(span, _moved(span.end, span.easy_after), other))
    valid = stated is not None and stated.valid
    return Moment(
        text=text,
        understood=True,
        earliest=earliest,
        latest=latest,
        slack_earliest=low,
        slack_latest=high,
        precision=span.precision.value,
        approximate=span.approximate,
        uncertain=span.uncertain,
        kind=kind,
        edtf_valid=valid,
        level=stated.level if stated is not None and valid else None,
        firm=span.firm,
        clocked=span.clocked,
        rule=rule,
        easy_earliest=None if span.firm or easy_low == earliest else easy_low,
        easy_latest=None if span.firm or easy_high == latest else easy_high,
    )


def _start(span: Span, wall: int | None, place: str) -> int | None:
    if wall is None:
        return None
    if span.start_offset is not None:
        return wall - span.start_offset
    return instant(wall, span.start_zone or place)


def _end(span: Span, wall: int | None, place: str) -> int | None:
    if wall is None:
        return None
    if span.end_offset is not None:
        return wall - span.end_offset
    return instant(wall, span.end_zone or place, end=True)


def _moved(wall: int | None, seconds: int) -> int | None:
    return None if wall is None else wall + seconds


def _least(a: int | None, b: int | None) -> int | None:
    return None if a is None or b is None else min(a, b)


def _most(a: int | None, b: int | None) -> int | None:
    return None if a is None or b is None else max(a, b)


def _why_not(words: str, anchor: Anchor) -> str:
    """What is missing, found by supplying it: the day of publication, or the day of a part of the day."""
    some_day = Report(first=0, last=0)
    if report_of(anchor).first is None and read_phrase(words, some_day) is not None:
        return _UNDATED
    if read_phrase(f"{words} on 1 January 2000", some_day) is not None:
        return _DAYLESS
    return NOT_UNDERSTOOD


def _not_understood(text: str, rule: str = NOT_UNDERSTOOD) -> Moment:
    return Moment(
        text=text,
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
        rule=rule,
    )
