"""What a first visit is told, once: where one came in, and the keys to begin with."""

from __future__ import annotations

from tui.view.actions import TIMELINE, key_name
from tui.view.glyphs import Glyphs, plain
from tui.view.keymap import Keymap

_LINES = (
    (
        ("", "at the most reported day"),
        ("first", "first event"),
        ("discrepancies", "discrepancies, biggest first"),
    ),
    (("open", "compare"), ("why", "why"), ("search", "search")),
    (("help", "every key"), ("back", "leave")),
)
"""No wider than a message is on a terminal of 80 columns."""


def first_visit(glyphs: Glyphs, keymap: Keymap) -> str:
    """The keys to begin with, from the registry of actions."""
    lines = (glyphs.dot.join(_told(action, word, keymap) for action, word in line) for line in _LINES)
    return plain("\n".join(lines), glyphs)


def _told(action: str, word: str, keymap: Keymap) -> str:
    keys = keymap.of(action, TIMELINE).keys if action else ()
    return f"{key_name(keys[0])} {word}" if keys else word
