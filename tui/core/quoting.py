"""Text as a TOML string on one line. Escapes what a terminal would obey, so that what is shown can be pasted as it stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_JOINERS = "\u200c\u200d"
"""Persian and Indic spelling needs them, and they move nothing."""
_OBEYED = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Categories of control characters, invisible ones and line breaks."""


def quoted(text: str) -> str:
    """A basic string, quotation marks included."""
    return f'"{"".join(map(_escaped, text))}"'


def quoted_list(texts: Iterable[str]) -> str:
    """A list of basic strings."""
    return f"[{', '.join(map(quoted, texts))}]"


def _escaped(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    if sign not in _JOINERS and unicodedata.category(sign) in _OBEYED:
        return f"\\u{ord(sign):04X}" if ord(sign) <= 0xFFFF else f"\\U{ord(sign):08X}"
    return sign
