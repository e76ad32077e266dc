"""Where the platform keeps what is set and what is remembered. Quick to import: asked before the first picture."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_config_path, user_state_path


def config_file() -> Path:
    """The settings, whether or not there are any."""
    return user_config_path("rashomon", appauthor=False) / "config.toml"


def state_folder() -> Path:
    """The folder of all memories, whether or not it is there."""
    return user_state_path("rashomon", appauthor=False)
