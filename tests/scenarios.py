"""Named walks through the explorer: what is pressed, on how large a screen. Used by the UI tests and by the pictures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Scenario:
    """One walk."""

    name: str
    press: tuple[str, ...] = ()
    size: tuple[int, int] = (120, 36)
    theme: str = "dark"
    ascii_only: bool = False


SCENARIOS = (Scenario("timeline"),)
