"""Articles written as one with their word: "Albukamal" beside "al-Bukamal", "Assuwayda" beside "as-Suwayda".

No name loses the letters by itself, for "Aleppo" and "Ellis" have no article: only beside a name that has one before a like
word. Source: rules.md §5 (drop the Arabic article).
"""

from __future__ import annotations

import re

from tui.core.name_parts import Name, parse
from tui.core.spellings import likeness

_GLUED = re.compile(r"[aeu](?:l(?=...)|([^aeiou])(?=\1..))")
"""What may be an article at the start of a word: with its l, or with the sun letter that it takes the sound of."""
_SAME_WORD = 0.9


def levelled(a: Name, b: Name, kind: str) -> tuple[Name, Name]:
    """Both names, where one has an article and the other may have it within a like word without that article there too."""
    if a.articled and not b.articled:
        return a, _parted(b, a.articled, kind)
    if b.articled and not a.articled:
        return _parted(a, b.articled, kind), b
    return a, b


def loosened(name: Name, kind: str) -> Name | None:
    """The name without any letters that may be an article: what to look it up by, not to judge it by. None: it has none."""
    tokens = name.folded.split()
    loose = [f"al {token[2:]}" if _GLUED.match(token) else token for token in tokens]
    return None if loose == tokens else parse(" ".join(loose), kind)


def _parted(name: Name, articled: frozenset[str], kind: str) -> Name:
    tokens = name.folded.split()
    parted = [f"al {token[2:]}" if _holds_article(token, articled) else token for token in tokens]
    return name if parted == tokens else parse(" ".join(parted), kind)


def _holds_article(token: str, articled: frozenset[str]) -> bool:
    return _GLUED.match(token) is not None and any(likeness(token[2:], word) >= _SAME_WORD for word in articled)
