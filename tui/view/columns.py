"""Plain text measured in terminal cells: width, cropping, padding, wrapping. Without rich: commands start fast."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache


@lru_cache(maxsize=4096)
def character_width(character: str) -> int:
    """Cells one character takes: 0 for combining marks and joiners, 2 for wide ones, else 1."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width(text: str) -> int:
    """Cells the text takes on one line."""
    return len(text) if text.isascii() else sum(map(character_width, text))


def crop(text: str, cells: int) -> str:
    """The text in at most so many cells, ending in `…` where something is left out."""
    if width(text) <= cells:
        return text
    return _head(text, cells - 1) + "…" if cells > 0 else ""


def pad(text: str, cells: int) -> str:
    """The text, cropped or filled with spaces to exactly so many cells."""
    cropped = crop(text, cells)
    return cropped + " " * (cells - width(cropped))


def wrap(text: str, cells: int, *, indent: str = "", hang: str = "") -> list[str]:
    """Lines of at most so many cells, broken at spaces; the first begins with `indent`, the others with `hang`.

    A word longer than a line is broken inside, so that no line is ever wider. Empty text gives no line.
    """
    lines: list[str] = []
    current, used, fresh = indent, width(indent), True
    for word in text.split():
        for index, piece in enumerate(_pieces(word, max(2, cells - max(width(indent), width(hang))))):
            glue = "" if fresh or index else " "
            if not fresh and used + len(glue) + width(piece) > cells:
                lines.append(current)
                current, used, glue = hang, width(hang), ""
            current += glue + piece
            used += len(glue) + width(piece)
            fresh = False
    return lines if fresh else [*lines, current]


def _pieces(word: str, cells: int) -> Iterator[str]:
    while width(word) > cells:
        head = _head(word, cells) or word[0]
        yield head
        word = word[len(head) :]
    yield word


def _head(text: str, cells: int) -> str:
    used = 0
    for index, character in enumerate(text):
        used += character_width(character)
        if used > cells:
            return text[:index]
    return text
