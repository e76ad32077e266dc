"""Text with roles, measured in terminal cells: made safe, clipped, padded, wrapped. Knows no colour and no widget."""

from __future__ import annotations

import re
from collections.abc import Iterator
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


@lru_cache(maxsize=32768)
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


def with_role(line: Line, role: str) -> Line:
    """The line with a further role on every span."""
    return tuple(span._replace(role=f"{span.role} {role}".strip()) for span in line)


_WORDS = re.compile(r"\s+|\S+")


@lru_cache(maxsize=4096)
def wrap(line: Line, size: int, limit: int = 0, indent: int = 0) -> tuple[Line, ...]:
    """The paragraph in lines of at most `size` cells, broken between words where it can be.

    At most `limit` lines where that is not 0, the last one ending in an ellipsis where text was left out; lines
    after the first are indented by `indent` cells.
    """
    size = max(1, size)
    indent = min(indent, size - 1)
    lines: list[list[Span]] = [[]]
    room = size
    for word in _glued(line):
        length = cells(word[0].text) if len(word) == 1 else width(tuple(word))
        blank = word[0].text.isspace()
        if length <= room:
            if not (blank and not lines[-1] and len(lines) > 1):
                lines[-1].extend(word)
                room -= length
            continue
        if blank:
            continue
        if lines[-1] and room < size - indent:
            _trim(lines[-1])
            lines.append([Span(" " * indent)] if indent else [])
            room = size - indent
        for piece in [word] if length <= room else _broken(word, room, size - indent):
            length = width(tuple(piece))
            if length > room:
                lines.append([Span(" " * indent)] if indent else [])
                room = size - indent
            lines[-1].extend(piece)
            room -= length
        if limit and len(lines) > limit + 1:  # the last line that is kept takes from one more at most
            break
    _trim(lines[-1])
    if limit and len(lines) > limit:
        rest = (*lines[limit - 1], Span(" "), *lines[limit])
        lines = [*lines[: limit - 1], list(clip((*rest, Span(" " * size)), size))]
    return tuple(tuple(spans) for spans in lines)


def _trim(spans: list[Span]) -> None:
    while len(spans) > 1 and spans[-1].text.isspace():
        spans.pop()


def _glued(line: Line) -> Iterator[list[Span]]:
    """Words and the spaces between them, one after the other; a word may take its parts from several spans."""
    word: list[Span] = []
    for text, role, action in line:
        for piece in _WORDS.findall(text):
            if word and (piece.isspace() or word[-1].text.isspace()):
                yield word
                word = []
            word.append(Span(piece, role, action))
    if word:
        yield word


def _broken(word: list[Span], first: int, rest: int) -> list[list[Span]]:
    """A word cut where it must be: into pieces of at most `first`, then `rest` cells."""
    pieces: list[list[Span]] = [[]]
    room = first
    for span in word:
        text = span.text
        while text:
            part = _head(text, room) or (text[0] if room == rest and not pieces[-1] else "")
            if part:
                pieces[-1].append(span._replace(text=part))
                room -= cells(part)
                text = text[len(part) :]
            if text:
                pieces.append([])
                room = rest
    return [piece for piece in pieces if piece]
