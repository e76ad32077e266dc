"""Where two passages use other words. Shown, never judged."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from tui.view.safety import safe
from tui.view.spans import Line, Span

_WORDS = re.compile(r"\s+|[^\s]+")
_LONGEST = 800


@lru_cache(maxsize=512)
def against(base: str, other: str) -> Line:
    """The other passage with the words marked that the base does not have in that place; long ones stay plain."""
    theirs = _WORDS.findall(safe(other))
    mine = [_plain(word) for word in _WORDS.findall(safe(base)) if not word.isspace()]
    spoken = [index for index, word in enumerate(theirs) if not word.isspace()]
    if not mine or len(mine) > _LONGEST or len(spoken) > _LONGEST:
        return (Span(safe(other)),)
    matcher = SequenceMatcher(None, mine, [_plain(theirs[index]) for index in spoken], autojunk=False)
    same = {spoken[block.b + offset] for block in matcher.get_matching_blocks() for offset in range(block.size)}
    return tuple(Span(word, "" if word.isspace() or index in same else "added") for index, word in enumerate(theirs))


def _plain(word: str) -> str:
    return word.strip(".,;:!?\"'()[]“”‘’").casefold()
