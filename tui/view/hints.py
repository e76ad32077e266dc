"""What a first visit is told: three lines, once."""

from __future__ import annotations

from tui.view.actions import by_id, key_name
from tui.view.glyphs import ASCII, UNICODE, plain

_LINES = (
    (("next_flag", "next discrepancy"), ("open", "compare"), ("why", "why")),
    (("search", "search"), ("query", "filter"), ("mark", "mark")),
    (("help", "every key"), ("palette", "all by name"), ("back", "leave")),
)


def first_visit(*, ascii_only: bool) -> str:
    """The keys to begin with, from the registry of actions."""
    glyphs = ASCII if ascii_only else UNICODE
    lines = (glyphs.dot.join(f"{key_name(by_id(action).keys[0])} {word}" for action, word in line) for line in _LINES)
    return plain("\n".join(lines), glyphs)
