"""The last step to a terminal without Unicode: frames and typographic signs become ASCII, one cell for one cell.

Letters of the sources' words stay as written: what they say is not ours to change.
"""

from __future__ import annotations

from rich.segment import Segment
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
_TABLE = str.maketrans(_FRAMES | _SIGNS | dict.fromkeys("█▇▆▅▄", "#"))


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
