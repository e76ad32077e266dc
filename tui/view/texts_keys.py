"""The explorer's keys as a Markdown table, for the README: made from the one list of actions, so that it cannot be wrong."""

from __future__ import annotations

from tui.view.actions import ACTIONS, Action, keys_of


def key_table() -> list[str]:
    """Lines of a table: keys, what they do; a row per action, in the order of help."""
    return ["| keys | |", "|---|---|", *(f"| {_keys(action)} | {action.help} |" for action in ACTIONS)]


def _keys(action: Action) -> str:
    """Each key in code marks; a bar would end the cell."""
    return " ".join(f"`{key}`".replace("|", "\\|") for key in keys_of(action).split())
