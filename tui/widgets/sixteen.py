"""Sixteen colours: which of them each colour of a dark theme is. The nearest would paint orange as red, which is for conflict alone,
and set red on grey under the cursor.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_INKS = {
    "ink": 15, "dim": 7, "faint": 7, "wall": 8, "blue": 12, "sky": 14, "orange": 3, "amber": 11, "red": 9, "violet": 13,
    "green": 10, "brand-ink": 0,
}  # fmt: skip
_GROUNDS = {"brand": 3, "hit": 3, "focus": 4, "chosen": 4, "cursor": 0, "stripe": 0, "head": 0}
_ON_BLUE = {"ink": 15, "dim": 15, "faint": 15, "wall": 15, "blue": 15, "red": 15, "violet": 15, "orange": 11}
"""Inks that could not be read on blue."""
_BLUE = 4
_BLACK = RichColor.from_ansi(0)


class SixteenFilter(LineFilter):
    """Colours of the theme as those of the terminal; the line of the cursor, whose ground has none, in bold."""

    def __init__(self, colours: Mapping[str, str]) -> None:
        """`colours`: name -> "#rrggbb", as themes have them."""
        super().__init__()
        self._inks, self._on_blue, self._grounds = (
            {_triplet(colours[name]): RichColor.from_ansi(number) for name, number in numbers.items()}
            for numbers in (_INKS, _INKS | _ON_BLUE, _GROUNDS)
        )
        self._cursor, self._hit = (_triplet(colours[name]) for name in ("cursor", "hit"))
        self._painted = lru_cache(2048)(self._paint)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The line in the sixteen."""
        return [
            segment if segment.style is None else Segment(segment.text, self._painted(segment.style), segment.control)
            for segment in segments
        ]

    def _paint(self, style: Style) -> Style:
        ink = style.color and style.color.triplet
        ground = style.bgcolor and style.bgcolor.triplet
        behind = self._grounds.get(ground) if ground is not None else None
        inks = self._on_blue if behind is not None and behind.number == _BLUE else self._inks
        return style + Style(
            color=_BLACK if ground == self._hit else inks.get(ink) if ink is not None else None,
            bgcolor=behind,
            bold=True if ground == self._cursor else None,
        )


def _triplet(colour: str) -> tuple[int, int, int]:
    return Color.parse(colour).rgb
