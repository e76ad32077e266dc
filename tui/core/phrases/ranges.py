"""Two times joined in words: where to part them, what one lends the other, and the stretch from one to the other."""

from __future__ import annotations

from tui.core.calendar import DAY
from tui.core.phrases.parts import PARTS, Words, as_moment, split
from tui.core.phrases.points import point
from tui.core.phrases.report import Now
from tui.core.phrases.words import kind_of
from tui.core.spans import Precision, Span

_RANGE = "Some time within, read by the hull: from the beginning of the first time named to the end of the second."

_JOINTS = frozenset({"to", "-", "and", "or", "into"})


def parted(words: Words) -> tuple[Words, Words] | None:
    """The two sides of "between A and B", "from A to B", "A-B", "A or B", each complete; None when there are not two.

    Words before "between" or "from" belong to both sides ("Tuesday between 2 and 4 p.m.").
    """
    shared: Words = ()
    wanted = _JOINTS
    loose = True
    for head, joints in (("between", ("and", "-")), ("from", ("to", "-", "until", "into"))):
        if head in words:
            at = words.index(head)
            shared, words, wanted, loose = words[:at], words[at + 1 :], frozenset(joints), False
            break
    places = [i for i, word in enumerate(words) if word in wanted]
    if len(places) != 1:
        return None
    left, right = words[: places[0]], words[places[0] + 1 :]
    if not left or not right:
        return None
    if loose and left[0] in PARTS and words[places[0]] in ("and", "or") and not PARTS.keys() & set(right):
        # "The night of Tuesday or Wednesday" is a night either way.
        right = (left[0], *right)
    left, right = _lent(left, right)
    return as_moment(left + shared, closing=False), as_moment(right + shared, closing=True)


def across(left: Words, right: Words, now: Now) -> Span | None:
    """The stretch from one time to another; None when either is not understood or the second lies before the first."""
    if now.planned:
        first = point(left, now)
        if first is None or first.start is None:
            return None
        last = point(right, now._replace(onward=first.start // DAY))
        return None if last is None else _joined(first, last)
    last = point(right, now)
    if last is None or last.end is None:
        return None
    nearer = now._replace(upto=(last.end - 1) // DAY)
    first = point(left, nearer)
    span = None if first is None else _joined(first, last)
    if span is None and _year_lent(left, right):
        # "28 December to 3 January 2017": the year stands only where the second lies.
        first = point((*left[:-1], str(int(left[-1]) - 1).zfill(4)), nearer)
        span = None if first is None else _joined(first, last)
    if span is not None and _turned(first, last, span, _kinds(left) + _kinds(right)):
        return None
    return span


def _turned(first: Span | None, last: Span, span: Span, kinds: list[str]) -> bool:
    """Whether two days without a year span more than half of one: "between 28 and 26 June" is a slip, not a year."""
    if "Y" in kinds or first is None or span.start is None or span.end is None:
        return False
    days = first.precision is Precision.DAY and last.precision is Precision.DAY
    return days and span.end - span.start > 183 * DAY


def _joined(first: Span, last: Span) -> Span | None:
    if first.start is None or last.end is None or first.start >= last.end:
        return None
    offset = first.start_offset
    if offset is None and first.clocked:
        offset = last.end_offset
    return Span(
        first.start,
        last.end,
        Precision.RANGE,
        _RANGE,
        first.before,
        last.after,
        first.approximate or last.approximate,
        first.uncertain or last.uncertain,
        first.firm and last.firm,
        offset,
        last.end_offset,
        clocked=first.clocked or last.clocked,
        easy_before=first.easy[0],
        easy_after=last.easy[1],
    )


def _year_lent(left: Words, right: Words) -> bool:
    """Whether both end in one year and the first lies in a later month, so that it is meant of the year before."""
    a, b = _kinds(left), _kinds(right)
    if a[-1:] != ["Y"] or left[-1] != right[-1] or "M" not in a or "M" not in b:
        return False
    return kind_of(left[a.index("M")])[1] > kind_of(right[b.index("M")])[1]


def _lent(left: Words, right: Words) -> tuple[Words, Words]:
    """Both sides with what only the other says: month, year, half of the day, or the day itself."""
    a, b = _kinds(left), _kinds(right)
    if b[-1:] in (["am"], ["pm"]) or "pm" in b or "am" in b:
        half = "pm" if "pm" in b else "am"
        if "am" not in a and "pm" not in a and (a == ["N"] or (len(left) == 1 and ":" in left[0])):
            left = (*left, half)
    elif a in (["N"], ["O"]) and b[:1] in (["N"], ["O"]) and "M" in b:
        left = left + right[1:]
    elif b in (["N"], ["O"], ["N", "Y"], ["O", "Y"]) and a[-1:] in (["N"], ["O"]) and "M" in a:
        right = (left[a.index("M")], *right)
        if b[-1] == "Y":
            left = (*left, right[-1])
    elif a == ["S", "Y"] and b == ["Y"]:
        right = (left[0], *right)
    elif a == ["E"] and b[:1] == ["E"]:
        left = left + right[1:]
    elif a[-1:] == ["Y"] and b == ["N"] and a in (["Y"], ["E", "Y"]) and _soon_after(left[-1], right[0]):
        right = (left[-1][:2] + right[0],)
    elif "M" in a and "Y" not in a and "M" in b and b[-1:] == ["Y"]:
        left = (*left, right[-1])
    return _day_lent(left, right)


def _soon_after(year: str, two_digits: str) -> bool:
    """ "2014-15" are two years, "2001-42" is a slip."""
    return len(two_digits) == 2 and 0 < (int(two_digits) - int(year)) % 100 <= 10


def _day_lent(left: Words, right: Words) -> tuple[Words, Words]:
    first, last = split(left), split(right)
    if first is None or last is None:
        return left, right
    days = [tuple(word for word in timed.day if word != "about") for timed in (first, last)]
    if (first.part or first.clock) and not days[0] and days[1]:
        return left + days[1], right
    if (last.part or last.clock) and not days[1] and days[0]:
        return left, right + days[0]
    return left, right


def _kinds(words: Words) -> list[str]:
    return [kind_of(word)[0] for word in words]
