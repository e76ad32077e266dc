"""The explorer's keys as a Markdown table, for the README: made from the one list of actions, so that it cannot be wrong."""

from __future__ import annotations

from tui.view.actions import ACTIONS, Action, keys_of


def key_table() -> list[str]:
    """Lines of a table with a row per group, each naming its actions in the order of help."""
    groups = dict.fromkeys(action.group for action in ACTIONS)
    rows = (" · ".join(_entry(action) for action in ACTIONS if action.group == group) for group in groups)
    return ["| | keys |", "|---|---|", *(f"| {group} | {row} |" for group, row in zip(groups, rows, strict=True))]


def _entry(action: Action) -> str:
    """Each key in code marks, then what it does; a bar would end the cell."""
    keys = " ".join(f"`{key}`".replace("|", "\\|") for key in keys_of(action).split())
    return f"{keys} {action.help[:1].lower()}{action.help[1:]}"
