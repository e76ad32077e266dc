"""Text with roles, measured in terminal cells: made safe, clipped, padded, wrapped. Knows no colour and no widget."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from rich.cells import cell_len


class Span(NamedTuple):
    """A stretch of text that means one thing."""

    text: str
    role: str = ""
    """One or more words of `tui.view.roles.ROLES`, later ones on top; empty for plain text."""
    action: str = ""
    """Id of the action a click on it performs; empty for none."""


Line: TypeAlias = tuple[Span, ...]
"""One line of the screen, or one paragraph before it is wrapped."""

ELLIPSIS = "…"


@lru_cache(maxsize=8192)
def cells(text: str) -> int:
    """Width of the text in terminal cells."""
    return cell_len(text)


def width(line: Line) -> int:
    """Width of the line in terminal cells."""
    return sum([cells(span.text) for span in line])


def text_of(line: Line) -> str:
    """The line without its roles."""
    return "".join(span.text for span in line)


def clip_text(text: str, limit: int, *, ellipsis: str = ELLIPSIS) -> str:
    """The text in at most `limit` cells; what was cut is marked at its end."""
    if cells(text) <= limit:
        return text
    if limit <= 0:
        return ""
    mark = ellipsis if cells(ellipsis) <= limit else ""
    return _head(text, limit - cells(mark)).rstrip() + mark


def _head(text: str, limit: int) -> str:
    """The longest beginning of the text that takes at most `limit` cells."""
    if len(text) <= limit and text.isascii():
        return text
    used = 0
    for index, char in enumerate(text):
        used += cells(char)
        if used > limit:
            return text[:index]
    return text


def clip(line: Line, limit: int, *, ellipsis: str = ELLIPSIS) -> Line:
    """The line in at most `limit` cells; what was cut is marked at its end."""
    if width(line) <= limit:
        return line
    kept: list[Span] = []
    room = max(0, limit)
    for span in line:
        size = cells(span.text)
        if size >= room:
            kept.append(span._replace(text=clip_text(span.text + ELLIPSIS, room, ellipsis=ellipsis)))
            break
        kept.append(span)
        room -= size
    return tuple(kept)


def pad(line: Line, size: int, *, role: str = "", fill: str = " ") -> Line:
    """The line in exactly `size` cells: clipped or filled up on the right."""
    shown = clip(line, size)
    rest = size - width(shown)
    return (*shown, Span(fill * rest, role)) if rest > 0 else shown


def ends(left: Line, right: Line, size: int) -> Line:
    """Left and right at the two ends of a line of `size` cells, a gap between them; the left gives way."""
    right = clip(right, size)
    room = size - width(right)
    return (*pad(clip(left, room - 1) if right and room > 1 else left, room), *right)


def joined(lines: list[Line] | tuple[Line, ...], separator: Span) -> Line:
    """The lines after each other with the separator between them."""
    spans: list[Span] = []
    for index, line in enumerate(lines):
        if index:
            spans.append(separator)
        spans.extend(line)
    return tuple(spans)


def as_many_as_fit(groups: Sequence[Line], size: int) -> Line:
    """The groups after each other; where not all have room, as many as have, and how many there are besides: "+12"."""
    if not groups or sum(map(width, groups)) <= size:
        return tuple(span for group in groups for span in group)
    kept, used = 0, 0
    room = size - len(f"+{len(groups)}")
    while used + width(groups[kept]) <= room:
        used += width(groups[kept])
        kept += 1
    more = Span(f"+{len(groups) - kept}", "dim")
    return (*(span for group in groups[:kept] for span in group), more)


def with_role(line: Line, role: str) -> Line:
    """The line with a further role on every span."""
    return tuple(span._replace(role=f"{span.role} {role}".strip()) for span in line)


_NARROW = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u0391-\u0481\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u2010-\u2026\u2190-\u2199\u2500-\u25b6]*"
)
"""Signs of one cell each, whatever stands beside them: a line of nothing else is not measured sign by sign."""


@lru_cache(maxsize=1024)
def wrap(line: Line, size: int, limit: int = 0, indent: int = 0) -> tuple[Line, ...]:
    """The paragraph in lines of at most `size` cells, broken between words where it can be.

    At most `limit` lines where that is not 0, the last one ending in an ellipsis where text was left out; lines
    after the first are indented by `indent` cells.
    """
    size = max(1, size)
    indent = min(indent, size - 1)
    lines = list(_parts(line, _broken(text_of(line), size, size - indent, limit)))
    if indent:
        lines[1:] = [(Span(" " * indent), *rest) for rest in lines[1:]]
    if limit and len(lines) > limit:
        rest = (*lines[limit - 1], Span(" "), *lines[limit])
        lines = [*lines[: limit - 1], clip((*rest, Span(" " * size)), size)]
    return tuple(lines)


def _broken(text: str, first: int, others: int, limit: int) -> list[tuple[int, int]]:
    """Where each line begins and ends in the text: the first has `first` cells of room, the others have `others`.

    No more lines than one above `limit` where that is not 0: the last line that is kept takes from one more at most.
    """
    made: list[tuple[int, int]] = []
    start, room = 0, first
    while not made or (start < len(text) and not (limit and len(made) > limit)):
        cut = _reach(text, start, room)
        head = text[start:cut]
        if not (text[cut : cut + 1].isspace() or head[-1:].isspace() or cut == len(text)):
            before = head[: -len(head.rsplit(None, 1)[-1])]
            # A word that is too long for any line begins beside what takes no more room than the indent of the next.
            if before and room - cells(before) < others:
                cut = start + len(before)
        made.append((start, start + len(text[start:cut].rstrip()) or cut))
        start, room = cut, others
        while text[start : start + 1].isspace():
            start += 1
    return made


def _reach(text: str, start: int, room: int) -> int:
    """Where the longest part from `start` on ends that takes at most so many cells; it has at least one sign, if there is one."""
    end = min(start + room, len(text))
    if _NARROW.fullmatch(text, start, end + 1):
        return end
    end, used = start, 0
    while end < len(text) and (used := used + cells(text[end])) <= room:
        end += 1
    while end > start + 1 and cells(text[start:end]) > room:  # signs that are wider together than one by one
        end -= 1
    return max(end, min(start + 1, len(text)))


def _parts(line: Line, ranges: list[tuple[int, int]]) -> Iterator[Line]:
    """What of the line stands in each range of its text; these are in order and do not overlap."""
    index, at = 0, 0
    for begin, end in ranges:
        made: list[Span] = []
        while at < end:
            span = line[index]
            stop = at + len(span.text)
            if stop > begin:
                text, role, action = span
                whole = begin <= at and stop <= end
                made.append(span if whole else Span(text[max(0, begin - at) : end - at], role, action))
            if stop > end:
                break
            index, at = index + 1, stop
        yield tuple(made)
