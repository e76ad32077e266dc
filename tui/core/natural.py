"""The order a reader expects names in: numbers by what they count, "Paper 2" before "Paper 10"."""

from __future__ import annotations

import re
from typing import TypeAlias

Key: TypeAlias = tuple[tuple[str | tuple[int, str], ...], str]
_NUMBER = re.compile("([0-9]+)")


def natural(name: str) -> Key:
    """A key to sort by; no two names have the same."""
    parts = _NUMBER.split(name)
    # As they are written: numbers of thousands of digits would be refused as numbers.
    parts[1::2] = (number.lstrip("0") for number in parts[1::2])
    return tuple((len(part), part) if place % 2 else part for place, part in enumerate(parts)), name
