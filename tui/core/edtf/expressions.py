"""EDTF expressions: a date, a date with a clock, an interval or a set of them.

Reading accepts the news extensions and says that they are not valid; what is no expression is None, never a guess.
"""

from __future__ import annotations

from tui.core.edtf.clocks import clock
from tui.core.edtf.dates import Stated, date
from tui.core.spans import Precision, Span

LONGEST = 400
"""Characters of the longest expression looked at; beyond, it is prose."""

_STARTS = frozenset("0123456789-+YX[{.?~%/")

_INTERVAL = "An EDTF interval: some time within, both ends included; an open or unknown end is no constraint."
_SET = "An EDTF set, read by its hull: from the earliest member to the latest."


def read_edtf(text: str) -> Stated | None:
    """What an EDTF expression or a news extension of it states; None when the text is neither."""
    if not text or text[0] not in _STARTS or len(text) > LONGEST:
        return None
    if text[0] in "[{":
        return _set(text)
    # A zone such as Asia/Damascus has the sign of an interval in it.
    return (_interval(text) if "/" in text else None) or _single(text)


def _single(text: str) -> Stated | None:
    if len(text) > _LONGEST_DATE:
        return clock(text) or date(text)
    return date(text)


_LONGEST_DATE = 12
"""Characters above which a text is more likely a date with a clock; a shorter one never is."""


def _interval(text: str) -> Stated | None:
    for cut in (i for i, sign in enumerate(text) if sign == "/"):
        left, right = _end(text[:cut]), _end(text[cut + 1 :])
        if left is None or right is None:
            continue
        # "/" alone says nothing at all.
        joined = None if text == "/" else _joined(left, right)
        return joined._replace(level=2) if joined is not None and "X" in text else joined
    return None


def _end(text: str) -> Stated | None:
    if text in ("", ".."):
        return _NO_END
    # "12/2016" is a month to most hands, not the twelfth century and a year.
    return None if len(text) < _SHORTEST else _single(text)


_SHORTEST = 4
"""Characters of the shortest end of an interval: a year."""


_NO_END = Stated(Span(None, None, Precision.UNBOUNDED, _INTERVAL), True, 1)


def _joined(left: Stated, right: Stated) -> Stated | None:
    a, b = left.span, right.span
    if a.start is not None and b.end is not None and a.start - (a.start_offset or 0) >= b.end - (b.end_offset or 0):
        return None
    open_ends = a.start is None and b.end is None
    span = Span(
        a.start,
        b.end,
        Precision.UNBOUNDED if open_ends else Precision.RANGE,
        _INTERVAL,
        a.before,
        b.after,
        a.approximate or b.approximate,
        a.uncertain or b.uncertain,
        start_offset=a.start_offset,
        end_offset=b.end_offset,
        start_zone=a.start_zone,
        end_zone=b.end_zone,
        clocked=a.clocked or b.clocked,
        easy_before=a.easy[0],
        easy_after=b.easy[1],
    )
    return Stated(span, left.valid and right.valid and not span.clocked, max(left.level, right.level))


def _set(text: str) -> Stated | None:
    if text[-1] != ("]" if text[0] == "[" else "}"):
        return None
    written = text[1:-1].split(",")
    members = [_member(part.strip(" ")) for part in written]
    spans = [member.span for member in members if member is not None]
    if len(spans) < len(members):
        return None
    starts = [span.start for span in spans]
    ends = [span.end for span in spans]
    first = min(spans, key=lambda span: _low(span.start))
    last = max(spans, key=lambda span: _high(span.end))
    span = Span(
        None if None in starts else first.start,
        None if None in ends else last.end,
        first.precision if len(spans) == 1 else Precision.RANGE,
        _SET,
        first.before,
        last.after,
        any(span.approximate for span in spans),
        any(span.uncertain for span in spans),
    )
    return Stated(span, not any(" " in part for part in written), 2)


def _member(text: str) -> Stated | None:
    """One member of a set: a date, or dates from one to another with `..`."""
    if ".." not in text:
        return date(text)
    left, _, right = text.partition("..")
    if not left and not right:
        return None
    first = date(left) if left else _NO_END
    last = date(right) if right else _NO_END
    return None if first is None or last is None else _joined(first, last)


def _low(seconds: int | None) -> float:
    return float("-inf") if seconds is None else seconds


def _high(seconds: int | None) -> float:
    return float("inf") if seconds is None else seconds
