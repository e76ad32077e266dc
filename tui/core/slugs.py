"""Ids made from names, for tables the program writes: `Wādī al-Ghuṣayn` becomes `wadi-al-ghusayn`."""

from __future__ import annotations

import re
from collections.abc import Collection

from tui.core.scripts import fold, latin

_BREAK = re.compile(r"[^a-z0-9]+")


def slug(name: str, taken: Collection[str] = ()) -> str:
    """An id no other table has: the name in Latin letters, with a number behind it where it is taken."""
    words = (_BREAK.sub("", latin(word)) for word in fold(name).split())
    made = "-".join(word for word in words if word) or "unnamed"
    number, tried = 1, made
    while tried in taken:
        number += 1
        tried = f"{made}-{number}"
    return tried
