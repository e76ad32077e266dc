"""Times that bound: "by", "until", "before", "after", "since" and a time, and what lies shortly before or after one.

Noon and midnight are moments here, 12:00 and 00:00; standing alone they are as wide as `parts` has them.
"""

from __future__ import annotations

from tui.core.calendar import DAY, HOUR
from tui.core.phrases.parts import Words, as_moment
from tui.core.phrases.points import point
from tui.core.phrases.report import Now
from tui.core.spans import Precision, Span, hedged

BOUNDS = frozenset({"by", "until", "before", "after", "since", "justbefore", "justafter"})

_BY = '"By" and "until" bound only above, at the end of what is named'
_BEFORE = '"Before" bounds only above, at the beginning of what is named'
_AFTER = '"After" bounds only below, at the end of what is named; a clock time is passed when it strikes'
_AFTER_BEGINNING = '"After the beginning" bounds only below, at the beginning of what is named'
_SINCE = '"Since" runs from the beginning of what is named to the report'
_CLOSE = '"Shortly" before or after a clock time is within the hour beside it, and may stretch to two more'


def bounded(head: str, rest: Words, now: Now) -> Span | None:
    """The stretch that a word of `BOUNDS` makes of the time behind it; None when that is not understood."""
    words, rest = rest, as_moment(rest, closing=head not in ("after", "since", "justafter"))
    if rest != words:
        return _parting(_bounded(head, rest, now))
    return _bounded(head, rest, now)


def _parting(span: Span | None) -> Span | None:
    """ "Before noon" stretches past noon only with strain: noon and midnight part what lies on their two sides."""
    if span is None:
        return None
    return span._replace(firm=False, easy_before=0, easy_after=0)


def _bounded(head: str, rest: Words, now: Now) -> Span | None:
    named = point(rest, now) if rest else None
    plain = tuple(word for word in rest if word != "about")
    if plain and plain[0] in _EDGES.get(head, ()):
        return _edge(head, plain, named, now)
    if named is None:
        return None
    match head:
        case "by" | "until":
            return _upto(named)
        case "since":
            return _since(named, now)
    if "about" in rest:
        return _hedged_bound(head, plain, named, now)
    return _beside(head, named, now)


_CLOSING, _OPENING = ("end",), ("beginning", "start")
_EDGES = {
    **dict.fromkeys(("by", "until", "before", "justbefore"), _CLOSING),
    **dict.fromkeys(("after", "justafter"), _OPENING),
}
"""An end and a beginning are moments too: all of June lies "before the end of June"."""


def _edge(head: str, words: Words, named: Span | None, now: Now) -> Span | None:
    """ "Before the end of June"; `named` is the end alone, hedged where it is, and may be later than the report."""
    whole = point(words[1:], now) if len(words) > 1 else None
    if whole is None or whole.end is None:
        return None
    later = named is not None and named.end is not None and named.end > whole.end
    if _EDGES[head] is _OPENING:
        rule = _with(_AFTER_BEGINNING, whole.rule)
        span: Span | None = whole._replace(end=None, after=0, easy_after=0, precision=Precision.RANGE, rule=rule)
    else:
        span = _upto(named if later and named is not None else whole)
    if span is None or named is None or not named.approximate:
        return span
    return hedged(span, 0 if span.start is None else named.before, named.after if span.start is None else 0)


def _beside(head: str, span: Span, now: Now) -> Span | None:
    bound = _before(span) if head in ("before", "justbefore") else _after(span, now)
    if bound is None or head in ("before", "after") or span.precision not in _STRIKES:
        return bound
    # A day has two midnights; the other one is slack here as it is in "midnight on Thursday".
    stretch = DAY if span.start is not None and span.start % DAY == 0 else 2 * HOUR
    close = bound._replace(
        firm=False, easy_before=span.easy[0], easy_after=span.easy[1], precision=Precision.RANGE,
        rule=_with(_CLOSE, span.rule),
    )  # fmt: skip
    if close.end is not None and head == "justbefore":
        return close._replace(start=close.end - HOUR, before=max(stretch, span.before), start_offset=span.start_offset)
    if close.start is not None and head == "justafter":
        return close._replace(end=close.start + HOUR, after=max(stretch, span.after), end_offset=span.end_offset)
    return None


_STRIKES = frozenset({Precision.SECOND, Precision.MINUTE})


def _hedged_bound(head: str, plain: Words, named: Span, now: Now) -> Span | None:
    """ "Before about 28 June": no narrower than "before 28 June", and wider by what the hedge is worth."""
    span = point(plain, now)
    bound = None if span is None else _beside(head, span, now)
    if bound is None or span is None or named.end is None or span.end is None:
        return None
    wider, slack = named.end - span.end, max(named.before, named.after)
    start = None if bound.start is None else bound.start - wider
    end = None if bound.end is None else bound.end + wider
    return hedged(
        bound._replace(start=start, end=end),
        0 if start is None else slack,
        0 if end is None else slack,
    )


def _upto(span: Span) -> Span | None:
    if span.end is None:
        return None
    return span._replace(start=None, before=0, easy_before=0, rule=_with(_BY, span.rule))


def _before(span: Span) -> Span | None:
    if span.start is None or span.end is None:
        return None
    slack = span.end - span.start if span.precision is Precision.PART_OF_DAY else span.after
    return span._replace(
        start=None, end=span.start, before=0, after=slack, easy_before=0,
        end_offset=span.start_offset, rule=_with(_BEFORE, span.rule),
    )  # fmt: skip


def _after(span: Span, now: Now) -> Span | None:
    if span.start is None or span.end is None:
        return None
    if span.precision in _CUT_SHORT and now.today is not None and span.start < (now.today + 1) * DAY <= span.end:
        # "This month" is read up to the report, which is not where it ends.
        return None
    slack = span.end - span.start if span.precision is Precision.PART_OF_DAY else span.before
    return span._replace(
        start=span.start if span.precision in _STRIKES else span.end, end=None, before=slack, after=0, easy_after=0,
        start_offset=span.end_offset, rule=_with(_AFTER, span.rule),
    )  # fmt: skip


_CUT_SHORT = frozenset({Precision.WEEK, Precision.MONTH, Precision.YEAR, Precision.RANGE})


def _since(span: Span, now: Now) -> Span | None:
    if span.start is None:
        return None
    end = None if now.today is None else (now.today + 1) * DAY
    if end is not None and span.start >= end:
        return None
    return span._replace(
        end=end, after=0, easy_after=0, end_offset=None, end_zone=None, precision=Precision.RANGE,
        rule=_with(_SINCE, span.rule),
    )  # fmt: skip


def _with(bound: str, rule: str) -> str:
    """One sentence of a bound and of how what it bounds was read."""
    kept = rule.startswith(("UCDP", "EDTF"))
    return f"{bound}; {rule if kept else rule[:1].lower() + rule[1:]}"
