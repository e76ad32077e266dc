"""What a person has set for all dossiers: `config.toml` in the config folder of the platform, checked like every file.

What its keymap means is not known here, but for the names of actions, which are handed in.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from tui.core.problems import Problem
from tui.core.values import dataclass
from tui.files.complaints import problem, shown
from tui.files.parse import parse
from tui.files.positions import Spots
from tui.files.spelling import nearest
from tui.files.walk import reason, shown_path, unreadable

KEYS = ("theme", "ascii", "keymap")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is set, and what is wrong with it."""

    file: str = ""
    theme: str | None = None
    ascii_only: bool = False
    keymap: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Action to keys, as written."""
    lines: Mapping[str, int | None] = field(default_factory=dict)
    """Line of each action of the keymap."""
    problems: tuple[Problem, ...] = ()


def read_settings(path: Path, *, themes: Collection[str], actions: Collection[str]) -> Settings:
    """The settings of a file; those of none where there is none. What cannot be used is left out and told."""
    file = shown_path(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Settings(file=file)
    except OSError as error:
        return Settings(file=file, problems=(unreadable(path, f"the file cannot be read: {reason(error)}"),))
    text, content, fault = parse(data, file)
    if fault is not None:
        return Settings(file=file, problems=(fault,))
    reader = _Reader(file, content, Spots(text))
    return reader.settings(themes, actions)


class _Reader:
    """Takes out of the parsed file what can be used, and complains of the rest."""

    def __init__(self, file: str, content: dict[str, Any], spots: Spots) -> None:
        self._file, self._content, self._spots = file, content, spots
        self._problems: list[Problem] = []
        table = content.get("keymap")
        self._spot = spots.of("keymap", [table])[0] if isinstance(table, dict) else None

    def settings(self, themes: Collection[str], actions: Collection[str]) -> Settings:
        for key, value in self._content.items():
            if key not in KEYS:
                self._complain("unknown-key", f"there is no setting {key}", key, value, suggestion=nearest(key, KEYS))
        theme, ascii_only = self._content.get("theme"), self._content.get("ascii", False)
        if theme is not None and theme not in themes:
            near = nearest(theme, themes) if isinstance(theme, str) else None
            expected = " or ".join(f'"{name}"' for name in themes)
            self._complain("bad-value", "theme is none there is", "theme", theme, expected=expected, suggestion=near)
            theme = None
        if not isinstance(ascii_only, bool):
            self._complain(
                "wrong-type", "ascii is neither true nor false", "ascii", ascii_only, expected="true or false"
            )
            ascii_only = False
        keymap = self._keymap(actions)
        return Settings(
            file=self._file, theme=theme, ascii_only=ascii_only, keymap=keymap,
            lines={action: self._keymap_line(action) for action in keymap}, problems=tuple(self._problems),
        )  # fmt: skip

    def _keymap(self, actions: Collection[str]) -> dict[str, tuple[str, ...]]:
        table = self._content.get("keymap", {})
        if not isinstance(table, dict):
            self._complain("wrong-type", "keymap is no table", "keymap", table, expected="a [keymap] table")
            return {}
        made: dict[str, tuple[str, ...]] = {}
        for written, value in table.items():
            action = written.replace(" ", "_").replace("-", "_")
            keys = (value,) if isinstance(value, str) else value
            path = f"keymap.{written}"
            if action not in actions:
                self._complain(
                    "unknown-key", f"there is no action {written}", path, value, suggestion=_meant(action, actions)
                )
            elif (
                not keys or not isinstance(keys, list | tuple) or not all(isinstance(key, str) and key for key in keys)
            ):
                expected = 'a key, such as "x", or a list of keys'
                self._complain("wrong-type", f"{path} is {shown(value)}", path, value, expected=expected)
            else:
                made[action] = tuple(keys)
        return made

    def _keymap_line(self, action: str) -> int | None:
        written = next(name for name in self._content["keymap"] if name.replace(" ", "_").replace("-", "_") == action)
        return self._line(f"keymap.{written}")

    def _line(self, path: str) -> int | None:
        table, _, key = path.partition(".")
        if key and self._spot is not None:
            return self._spot.line_of(key)
        return self._spots.root_line(table)

    def _complain(
        self,
        code: str,
        text: str,
        path: str,
        value: object,
        *,
        expected: str | None = None,
        suggestion: str | None = None,
    ) -> None:
        self._problems.append(
            problem(
                self._file,
                code,
                text,
                line=self._line(path),
                key=path,
                found=shown(value),
                expected=expected,
                suggestion=suggestion,
            )
        )


def _meant(action: str, actions: Collection[str]) -> str | None:
    """The action spelt nearest, else one that has the most of its words."""
    words = set(action.split("_"))
    shared = sorted((-len(words & set(known.split("_"))), len(known), known) for known in actions)
    return nearest(action, actions) or next((known for count, _, known in shared if count), None)
