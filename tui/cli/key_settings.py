"""The keymap that settings mean, and what of it cannot be: keys that no keyboard has, keys that two actions want."""

from __future__ import annotations

from tui.cli.key_names import as_key, is_key, nearest_key
from tui.core.problems import Problem
from tui.files.complaints import problem
from tui.files.settings import Settings
from tui.view.keymap import Keymap, keymap_of


def checked_keymap(settings: Settings) -> tuple[Keymap, list[Problem]]:
    """The keymap as far as it can be had, and every fault and clash."""
    wanted, wrong = _keys(settings)
    keymap, clashes = keymap_of(wanted)
    wrong += [_fault(settings, clash.action, "key-clash", f"keymap.{clash.action}: {clash.told}") for clash in clashes]
    return keymap, wrong


def _keys(settings: Settings) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
    """The keys of each action as the explorer calls them, and those that no keyboard has."""
    wanted: dict[str, tuple[str, ...]] = {}
    wrong: list[Problem] = []
    for action, keys in settings.keymap.items():
        wanted[action] = tuple(as_key(key) for key in keys if is_key(key))
        for key in keys:
            if not is_key(key):
                text = f"keymap.{action}: there is no key {key}"
                wrong.append(_fault(settings, action, "unknown-key", text, suggestion=nearest_key(key)))
    return {action: keys for action, keys in wanted.items() if keys}, wrong


def _fault(settings: Settings, action: str, code: str, text: str, *, suggestion: str | None = None) -> Problem:
    line = settings.lines.get(action)
    return problem(settings.file, code, text, line=line, key=f"keymap.{action}", suggestion=suggestion)
