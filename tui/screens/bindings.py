"""Keys as Textual binds them, from the registry of actions."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.view.actions import of_view
from tui.view.keymap import Keymap

_KEY_NAMES = {
    ",": "comma",
    "|": "vertical_line",
    "&": "ampersand",
    "'": "apostrophe",
    "=": "equals_sign",
    "<": "less_than_sign",
    ">": "greater_than_sign",
    "(": "left_parenthesis",
    ")": "right_parenthesis",
    "+": "plus",
    "-": "minus",
    "!": "exclamation_mark",
}


def binding_key(key: str) -> str:
    """A key as bindings name it: a comma would end it."""
    return _KEY_NAMES.get(key, key)


def keymap_for_bindings(keymap: Keymap) -> dict[str, str]:
    """The chosen keys as Textual takes them; what they take from others it takes away itself, view by view."""
    return {action: ",".join(map(binding_key, keys)) for action, keys in keymap.chosen}


def bindings_of(view: str) -> list[BindingType]:
    """The keys of a view, one binding each, from the registry of actions."""
    return [
        Binding(binding_key(key), f"do('{action.id}')", action.help, show=False, id=action.id)
        for action in of_view(view)
        for key in action.keys
    ]
