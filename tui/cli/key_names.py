"""Keys as people write them, on the command line and in `config.toml`: `PgDn`, `Ctrl+D`, `]`."""

from __future__ import annotations

import re

from tui.files.spelling import nearest
from tui.view.actions import key_of

_MODIFIERS = re.compile(r"^(?:(?:ctrl|shift|alt|meta|super|hyper)\+)+", re.IGNORECASE)


def as_key(word: str) -> str:
    """The key as the explorer calls it: `PgDn` is `pagedown`, `Enter` is `enter`; one letter stays as it is."""
    name = _MODIFIERS.sub("", word, count=1)
    modifiers = word[: len(word) - len(name)].lower()
    if len(name) == 1 and not "←" <= name <= "↓":
        return modifiers + (name.lower() if modifiers else name)
    return modifiers + key_of(name)


def is_key(word: str) -> bool:
    """Whether the explorer could be sent this key: one character, or a name with modifiers before it."""
    from textual.keys import Keys  # noqa: PLC0415  (its help starts without Textual)

    name = _MODIFIERS.sub("", as_key(word), count=1)
    return len(name) == 1 or name in {key.value for key in Keys} or bool(re.fullmatch(r"[a-z]+(?:_[a-z]+)+", name))


def nearest_key(word: str) -> str | None:
    """The key that a slip of the hand explains, with the modifiers as typed."""
    from textual.keys import Keys  # noqa: PLC0415  (its help starts without Textual)

    start = len(word) - len(_MODIFIERS.sub("", word, count=1))
    near = nearest(word[start:], sorted(key.value for key in Keys if "+" not in key.value and "<" not in key.value))
    return near and word[:start] + near
