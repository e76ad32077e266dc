"""Times: how a `when` was read, and how two lie to each other. Source: rules.md §3."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from math import inf

from tui.core.calendar import HOUR, MINUTE, wall_of
from tui.core.judgements import TimeBounds, Verdict
from tui.core.line import EVERYTHING, Extent, relate
from tui.core.moments import Anchor, Moment, canonical, extent, iso, read_moment
from tui.core.values import dataclass
from tui.core.verdicts.comparisons import TIMES_APART, Comparison, Said, Value, not_read, sized, with_hulls
from tui.core.verdicts.gaps import apart, begins_on_day, ends_on_day, how_long, stretch_after, stretch_before


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeValue(Value):
    """A time on the line, perhaps with an end of its own."""

    end: Extent | None = None
    """When what lasted was over; None where the report gives one time."""
    clocked: bool = False
    """Given to the hour or finer."""
    zone: str = "UTC"
    """Zone in which days are shown."""

    def bounds(self) -> TimeBounds:
        """Core and slack, half-open in UTC; all None where the words were not understood."""
        e = self.extent
        if e is None:
            return TimeBounds(earliest=None, latest=None, slack_earliest=None, slack_latest=None)
        return TimeBounds(
            earliest=_iso(e.core_low),
            latest=_iso(e.core_high + 1),
            slack_earliest=_iso(e.low),
            slack_latest=_iso(e.high + 1),
        )


_GAPS = re.compile(r"^edtf\n(?:[^,/\n]*,|[^/\n]*X[^/\n]*-[0-9])[^\n]*\n.* its hull|hull over them")
"""Kind, text and rule of a time that leaves gaps: members of a set, an open digit before a stated one, days of publication."""


def read_time(words: str, anchor: Anchor, *, until: str | None = None) -> TimeValue:
    """A `when` as written; `until` makes it the start of something that lasted."""
    start = read_moment(words, anchor)
    end = read_moment(until, anchor) if until is not None else None
    return time_value(start, anchor.timezone, end=end if end is not None and end.understood else None)


def time_value(moment: Moment, zone: str, *, end: Moment | None = None) -> TimeValue:
    """The value of a time that was read; `zone` is the one its days are shown in."""
    if not moment.understood:
        return TimeValue(key=("?", moment.text), text=moment.text, understood=False, rule=moment.rule, zone=zone)
    stretch = extent(moment)
    over = extent(end) if end is not None else None
    return TimeValue(
        key=(stretch.core_low, stretch.core_high, over and (over.core_low, over.core_high), moment.uncertain),
        text=canonical(moment, zone) + (f" … {canonical(end, zone)}" if end is not None else ""),
        doubtful=moment.uncertain,
        rule=moment.rule,
        extent=stretch,
        hull=_GAPS.search(f"{moment.kind}\n{moment.text}\n{moment.rule}") is not None,
        end=over,
        clocked=moment.clocked,
        zone=zone,
    )


def narrowest(values: Sequence[Value]) -> Value:
    """One value for several whose cores are equal: with the least slack of them all, as all of them are to be true. One that is
    worded more loosely takes no conflict of another away."""
    first = values[0]
    extents = [value.extent for value in values if value.extent is not None]
    if len(values) == 1 or first.extent is None or not isinstance(first, TimeValue):
        return first
    shared = first.extent._replace(
        low=max(e.low for e in extents),
        high=min(e.high for e in extents),
        firm=all(e.firm for e in extents),
        easy_low=max(e.easy[0] for e in extents),
        easy_high=min(e.easy[1] for e in extents),
    )
    return first if all(e == first.extent for e in extents) else replace(first, extent=shared)


def compare_times(a: Value, b: Value, said_a: Said, said_b: Said, *, zones: tuple[str, ...] = ()) -> Comparison:
    """The relation of two times. `zones` are those that could explain a difference of whole hours."""
    return with_hulls(_compare(a, b, said_a, said_b, zones), a, b, said_a, said_b)


def _compare(a: Value, b: Value, said_a: Said, said_b: Said, zones: tuple[str, ...]) -> Comparison:
    unread = not_read(a, b, said_a, said_b)
    if (
        unread is not None
        or not isinstance(a, TimeValue)
        or not isinstance(b, TimeValue)
        or a.extent is None
        or b.extent is None
    ):
        return unread or Comparison(Verdict.UNREAD, "Not compared.")
    relation = relate(a.extent, b.extent)
    if relation.verdict.flagged and (a.end is None) != (b.end is None):
        inside = _inside_span(a, b, said_a, said_b)
        if inside is not None:
            return inside
    shown_a, shown_b = _shown(a, said_a), _shown(b, said_b)
    if relation.verdict.flagged and (a.end is None) != (b.end is None):
        whole_a, whole_b = _over_all(a), _over_all(b)
        whole = relate(whole_a.extent or EVERYTHING, whole_b.extent or EVERYTHING)
        if whole.verdict is Verdict.CONFLICT:
            return _conflict(whole_a, whole_b, shown_a, shown_b, whole.gap, zones)
    match relation.verdict:
        case Verdict.SAME:
            same = "are the same time" if a.end is None and b.end is None else "begin at the same time"
            return Comparison(Verdict.SAME, f"{shown_a} and {shown_b} {same}.", inner="ab")
        case Verdict.PRECISION:
            inner = "a" if b.extent.core_low <= a.extent.core_low and a.extent.core_high <= b.extent.core_high else "b"
            first, second = (shown_a, shown_b) if inner == "a" else (shown_b, shown_a)
            return Comparison(Verdict.PRECISION, f"{first} lies within {second}: one is more exact.", inner=inner)
        case Verdict.COMPATIBLE:
            disjoint = _is_first(a, b) or _is_first(b, a)
            slack = _CLOCK_SLACK if a.clocked and b.clocked else "what such words are read to cover"
            how = f"meet within {slack}" if disjoint else "overlap"
            return Comparison(Verdict.COMPATIBLE, f"{shown_a} and {shown_b} {how}: both can be true.")
        case Verdict.STRAINED:
            return _strained(a, b, said_a, said_b)
        case _:
            return _conflict(a, b, shown_a, shown_b, relation.gap, zones)


def compare_moments(a: Moment, b: Moment, *, zones: tuple[str, ...] = (), zone: str = "UTC") -> Comparison:
    """The verdict of `rashomon explain when A B`."""
    return compare_times(time_value(a, zone), time_value(b, zone), Said("", a.text), Said("", b.text), zones=zones)


def _conflict(a: TimeValue, b: TimeValue, shown_a: str, shown_b: str, gap: float, zones: tuple[str, ...]) -> Comparison:
    if not _is_first(a, b):
        a, b, shown_a, shown_b = b, a, shown_b, shown_a
    early, late = a.extent or EVERYTHING, b.extent or EVERYTHING
    distance, told = apart(early, late, a.zone, early_clocked=a.clocked)
    compared = Comparison(
        Verdict.CONFLICT,
        f"{shown_a} ends before {shown_b} begins; {told}.",
        gap=distance,
        distance=gap - 1,
        size=sized(TIMES_APART, (gap - 1) / HOUR),
    )
    # A clock time and a part of the day are told by one hand in one zone; only a date may be that of another.
    zoned = (a.clocked or ends_on_day(early, a.zone)) and (b.clocked or begins_on_day(late, b.zone))
    shift = _resolving_shift(early, late, zones) if zoned and (a.clocked or b.clocked) else None
    if shift is None:
        return compared
    seconds, of = shift
    told = f"{compared.reason} A shift of {how_long(abs(seconds))} ({of}) would make them agree."
    return compared._replace(reason=told, kind="time-zone")


def _strained(a: TimeValue, b: TimeValue, said_a: Said, said_b: Said) -> Comparison:
    """Which words were stretched, how far they may be, and by which rule."""
    if not _is_first(a, b):
        a, b, said_a, said_b = b, a, said_b, said_a
    early, late = a.extent or EVERYTHING, b.extent or EVERYTHING
    _, told = apart(early, late, a.zone, early_clocked=a.clocked)
    stretches = [
        (Said("", said.words), seconds, value.rule)
        for value, said, seconds in ((a, said_a, stretch_after(early)), (b, said_b, stretch_before(late)))
        if seconds
    ]
    how = " or ".join(f"{words} is stretched by up to {how_long(seconds)}" for words, seconds, _ in stretches)
    rules = " ".join(dict.fromkeys(rule for _, _, rule in stretches))
    return Comparison(
        Verdict.STRAINED,
        f"{_shown(a, said_a)} ends before {_shown(b, said_b)} begins; {told}. Both can be true only if {how}. {rules}",
    )


def _is_first(a: TimeValue, b: TimeValue) -> bool:
    """Whether a lies before b, of two whose cores do not meet."""
    return (a.extent or EVERYTHING).core_high < (b.extent or EVERYTHING).core_low


_CLOCK_SLACK = "the slack of clock times (15 minutes either way, 30 on the full hour)"
_QUARTER = 15 * MINUTE
"""Seconds: clocks that differ by more once they are shifted show another time, and no other zone."""


def _resolving_shift(a: Extent, b: Extent, zones: tuple[str, ...]) -> tuple[int, str] | None:
    """The offset of a known zone that brings a and b together best (of equally good ones the smallest), and between which
    zones it lies."""
    anchor = next((end for end in (a.low, b.low, a.high, b.high) if end not in (-inf, inf)), 0)
    offsets = {zone: wall_of(int(anchor), zone) - int(anchor) for zone in dict.fromkeys((*zones, "UTC"))}
    candidates = sorted(
        {(abs(offsets[x] - offsets[y]), offsets[x] - offsets[y], x, y) for x, y in combinations(offsets, 2)}
    )
    found: list[tuple[bool, int, int, str]] = []
    for size, difference, x, y in candidates:
        for shift in (difference, -difference):
            moved = b.moved(shift)
            if size and not relate(a, moved).verdict.flagged:
                off = max(moved.core_low - a.core_high, a.core_low - moved.core_high, 0)
                if off <= _QUARTER:
                    found.append((off > 0, size, shift, f"{x} against {y}"))
    if not found:
        return None
    _, _, shift, between = min(found, key=lambda each: each[:2])
    return shift, between


def _inside_span(a: TimeValue, b: TimeValue, said_a: Said, said_b: Said) -> Comparison | None:
    """One side lasted, the other gives one moment inside the span: compatible (rules.md §3)."""
    lasted, moment = (a, b) if a.end is not None else (b, a)
    if lasted.end is None or lasted.extent is None or moment.extent is None:
        return None
    if moment.extent.low > lasted.end.high or moment.extent.high < lasted.extent.low:
        return None
    said_lasted, said_moment = (said_a, said_b) if a.end is not None else (said_b, said_a)
    return Comparison(
        Verdict.COMPATIBLE,
        f"{_shown(moment, said_moment)} falls inside the time that {_shown(lasted, said_lasted)} lasted.",
    )


def _over_all(value: TimeValue) -> TimeValue:
    """The whole time that something lasted, in place of its start alone."""
    start, end = value.extent, value.end
    if start is None or end is None:
        return value
    high, core_high = max(start.high, end.high), max(start.core_high, end.core_high)
    return replace(value, extent=start._replace(core_high=core_high, high=high, easy_high=None))


def _shown(value: TimeValue, said: Said) -> str:
    """The words, and what they were read as where that is not the same."""
    if value.text == said.words:
        return str(said)
    return str(said._replace(via="; ".join(part for part in (value.text, said.via) if part)))


def zone_names(zones: Iterable[str | None]) -> tuple[str, ...]:
    """The zones that are known, each once, in order."""
    return tuple(dict.fromkeys(zone for zone in zones if zone))


def _iso(seconds: float) -> str | None:
    return None if seconds in (inf, -inf) else iso(int(seconds))
