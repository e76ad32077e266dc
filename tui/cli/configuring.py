"""What a person has set for the explorer, and in words what of it cannot be. Without a file it imports next to nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.core.values import dataclass
from tui.files.homes import config_file

if TYPE_CHECKING:
    from tui.core.problems import Problem
    from tui.view.keymap import Keymap


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """The settings, ready for the explorer."""

    theme: str | None = None
    ascii_only: bool = False
    keymap: Keymap | None = None
    faults: tuple[Problem, ...] = ()
    """In the order of their lines."""


def configuration(themes: Sequence[str]) -> Configuration:
    """What `config.toml` sets."""
    if not config_file().exists():
        return Configuration()
    from tui.cli.key_settings import checked_keymap  # noqa: PLC0415  (first paint comes before reading)
    from tui.files.settings import read_settings  # noqa: PLC0415  (first paint comes before reading)
    from tui.view.actions import ACTIONS  # noqa: PLC0415  (first paint comes before reading)

    settings = read_settings(config_file(), themes=themes, actions=tuple(action.id for action in ACTIONS))
    keymap, wrong = checked_keymap(settings)
    faults = tuple(sorted([*settings.problems, *wrong], key=lambda found: found.line or 0))
    return Configuration(theme=settings.theme, ascii_only=settings.ascii_only, keymap=keymap, faults=faults)
