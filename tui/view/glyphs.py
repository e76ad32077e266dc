"""The signs the explorer draws with: one set for terminals with Unicode, one in ASCII that means the same."""

from __future__ import annotations

from tui.core.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyphs:
    """Every sign that is not text."""

    wall: str = "│"
    floor: str = "─"
    cross: str = "┼"
    foot: str = "┴"
    here: str = "▌"
    pointer: str = "▸"
    moment: str = "●"
    start: str = "├"
    end: str = "┤"
    run: str = "─"
    open: str = "┄"
    about: str = "~"
    silent: str = "·"
    bars: str = "▁▂▃▄▅▆▇█"
    quiet: str = "·"
    opening: str = "⟨"
    closing: str = "⟩"
    left: str = "‹"
    right: str = "›"
    report: str = "●"
    absent: str = "·"
    dot: str = " · "
    bracket: str = "]"
    picked: str = "✓"
    marked: str = "★"
    ascii: bool = False


UNICODE = Glyphs()
ASCII = Glyphs(
    wall="|",
    floor="-",
    cross="+",
    foot="+",
    here=">",
    pointer=">",
    moment="o",
    start="[",
    end="]",
    run="-",
    open=".",
    about="~",
    silent=".",
    bars="_.:-=+*#",
    quiet=".",
    opening="<",
    closing=">",
    left="<",
    right=">",
    report="*",
    absent=".",
    dot=" - ",
    bracket="]",
    picked="x",
    marked="*",
    ascii=True,
)


_LETTERS = str.maketrans(
    {"…": "...", "–": "-", "—": "-", "−": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "→": "->", "←": "<-", "↑": "^", "↓": "v",
     "·": "-", "×": "x", "≤": "<=", "≥": ">=", "⟨": "<", "⟩": ">", "│": "|", "▪": "*"}
)  # fmt: skip


def plain(text: str, glyphs: Glyphs) -> str:
    """The program's own words in the glyphs' alphabet; never used on words of a source."""
    return text.translate(_LETTERS) if glyphs.ascii else text


_ARROWS = str.maketrans({"↓": "Down", "↑": "Up", "→": "Right", "←": "Left"})


def plain_keys(names: str, glyphs: Glyphs) -> str:
    """Names of keys in the glyphs' alphabet: any ASCII sign for an arrow would be the name of another key."""
    return names.translate(_ARROWS) if glyphs.ascii else names
