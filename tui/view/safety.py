"""Text of other people, made harmless to show: control, escape and bidirectional characters become visible.

Every line of text that comes from a file, an argument or the network passes here before it reaches a terminal.
"""

from __future__ import annotations

import re
import unicodedata

_JOINERS = "\u200c\u200d"
_NUMBER_SIGNS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"
_HARMLESS_FORMATS = frozenset(_JOINERS + _NUMBER_SIGNS)
"""Format characters that Persian, Indic and Arabic spelling needs and that move nothing else on the line."""

_UNSEEN = frozenset({"\u2065", *map(chr, range(0xE0000, 0xE0080))})
"""Not assigned, and drawn as nothing: they could carry hidden text."""

_SUSPECT = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u06dd\u070f\u0600-\u0605\u0890\u0891\u08e2\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
"""Everything whose category could be Cc, Cf, Cs, Zl or Zp: one fast search clears nearly all text."""


_NAMES = {
    0x061C: "ALM", 0x200E: "LRM", 0x200F: "RLM", 0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO",
    0x202E: "RLO", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI", 0x200B: "ZWSP", 0xFEFF: "BOM",
    0x2060: "WJ", 0x00AD: "SHY", 0x180E: "MVS",
}  # fmt: skip


def safe(text: str, *, keep_newlines: bool = False) -> str:
    """The text with nothing in it that a terminal would obey.

    Tabs and line breaks become spaces (with `keep_newlines`, line feeds stay). Other control characters become
    their picture (`␛`), invisible and direction-changing ones their name (`‹RLO›`) or number, half a character
    (a lone surrogate) the replacement sign. Safe text is unchanged.
    """
    if not _SUSPECT.search(text):
        return text
    if keep_newlines:
        return "\n".join(safe(line) for line in text.replace("\r\n", "\n").split("\n"))
    return _SUSPECT.sub(_visible, text)


def is_harmful(character: str) -> bool:
    """Whether a terminal would obey the character, or reorder or hide its neighbours, instead of drawing it."""
    if character in _HARMLESS_FORMATS:
        return False
    return character in _UNSEEN or unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")


def escape_json(document: str) -> str:
    """A JSON document in which harmful characters inside strings are `\\u` escapes; it means the same."""
    return _SUSPECT.sub(_json_escape, document)


def _visible(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    if not is_harmful(character):
        return character
    if character in "\t\n\v\f\r\x85\u2028\u2029":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return f"‹{_NAMES.get(code) or format(code, 'X')}›"


def _json_escape(match: re.Match[str]) -> str:
    character = match.group()
    if character == "\n" or not is_harmful(character):
        return character
    code = ord(character)
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
