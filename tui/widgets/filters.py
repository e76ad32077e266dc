"""The last step to a terminal that shows less: signs in ASCII, text without colour. One cell stays one cell.

Letters of the sources' words stay as written: what they say is not ours to change.
"""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_FRAMES = dict.fromkeys("─━╌┄╴╶╸╺▔▁▂▃", "-") | dict.fromkeys("│┃▏▕▎▍▌▋▊", "|") | dict.fromkeys("╭╮╰╯┌┐└┘├┤┬┴┼╋┸", "+")
_SIGNS = {
    "…": "~",
    "–": "-",
    "—": "-",
    "−": "-",
    "·": ".",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "⟨": "<",
    "⟩": ">",
    "×": "x",
}
_TABLE = str.maketrans(_FRAMES | _SIGNS | dict.fromkeys("█▇▆▅▄", "#") | {"░": "."})


class AsciiFilter(LineFilter):
    """Replaces the signs in every line before it is sent."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The line in ASCII signs."""
        return [
            segment
            if segment.text.isascii()
            else Segment(segment.text.translate(_TABLE), segment.style, segment.control)
            for segment in segments
        ]


class UncolouredFilter(LineFilter):
    """Takes every colour away and leaves bold, underline and reverse (https://no-color.org)."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The line without colour."""
        return [
            segment if segment.style is None else Segment(segment.text, _uncoloured(segment.style), segment.control)
            for segment in segments
        ]


@lru_cache(2048)
def _uncoloured(style: Style) -> Style:
    return Style(
        bold=style.bold,
        italic=style.italic,
        underline=style.underline,
        reverse=style.reverse,
        strike=style.strike,
        dim=style.dim,
        meta=style.meta or None,
    )
