"""Which key does what: the registry's keys, with those a person has chosen in their place. What a choice takes from others is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from tui.core.values import dataclass
from tui.view.actions import ACTIONS, EVERYWHERE, Action, by_id, key_name, stays

RESERVED = ("ctrl+c", "ctrl+q", "ctrl+z")
"""Keys that always leave or suspend."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A key that two actions of a view want."""

    action: str
    """The action it was chosen for."""
    key: str
    told: str
    """One sentence without a full stop."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of every view."""

    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(action, its keys), no two of one view with the same key."""

    def of_view(self, view: str) -> tuple[Action, ...]:
        """The actions of a view, each with the keys that do it there; a chosen key is taken from who had it."""
        return _of_view(self, view)

    def of(self, identity: str, view: str) -> Action:
        """One action with its keys in the view; where it is none of the view, as it is elsewhere."""
        found = (action for action in self.of_view(view) if action.id == identity)
        return next(found, None) or self._chosen(by_id(identity))

    def staying(self, view: str) -> frozenset[str]:
        """The keys of a view that lead to no other screen."""
        return _staying(self, view)

    def _chosen(self, action: Action) -> Action:
        keys = dict(self.chosen).get(action.id)
        return action if keys is None else replace(action, keys=keys)

    def with_keys(self) -> Iterator[Action]:
        """Every action with its chosen keys, whatever others take from it in one view."""
        return map(self._chosen, ACTIONS)


DEFAULT = Keymap()


@lru_cache(maxsize=64)
def _of_view(keymap: Keymap, view: str) -> tuple[Action, ...]:
    chosen = dict(keymap.chosen)
    mine = [action for action in keymap.with_keys() if view in action.views]
    taken = {key for action in mine if action.id in chosen for key in action.keys}
    return tuple(
        action if action.id in chosen else replace(action, keys=tuple(key for key in action.keys if key not in taken))
        for action in mine
    )


@lru_cache(maxsize=64)
def _staying(keymap: Keymap, view: str) -> frozenset[str]:
    return frozenset(key for action in _of_view(keymap, view) if stays(action) for key in action.keys)


def keymap_of(wanted: Mapping[str, tuple[str, ...]]) -> tuple[Keymap, tuple[Clash, ...]]:
    """The keymap with these keys for these actions, as far as they can be had, and every clash.

    Of two chosen for one key of a view the first has it. Raises KeyError for an action that there is not.
    """
    clashes: list[Clash] = []
    held: dict[tuple[str, str], str] = {}
    chosen: list[tuple[str, tuple[str, ...]]] = []
    for identity, keys in wanted.items():
        got = []
        for key in dict.fromkeys(keys):
            first = next((held[view, key] for view in by_id(identity).views if (view, key) in held), None)
            if key in RESERVED:
                clashes.append(Clash(identity, key, f"{key} always leaves or suspends"))
            elif first is not None:
                clashes.append(Clash(identity, key, f"{key_name(key)} was chosen for {first} already"))
            else:
                got.append(key)
                held.update({(view, key): identity for view in by_id(identity).views})
        if got:
            chosen.append((identity, tuple(got)))
    keymap = Keymap(tuple(chosen))
    return keymap, (*clashes, *_takings(keymap))


def _takings(keymap: Keymap) -> Iterator[Clash]:
    """What the chosen keys take from actions that were not given others."""
    chosen = dict(keymap.chosen)
    for identity, keys in chosen.items():
        for key in keys:
            robbed = next(
                (a for a in ACTIONS if key in a.keys and a.id not in chosen and _meet(a, by_id(identity))), None
            )
            if robbed is not None:
                told = f"{key_name(key)} is taken from {robbed.id}"
                left = all(keymap.of(robbed.id, view).keys for view in EVERYWHERE if view in robbed.views)
                yield Clash(identity, key, told if left else f"{told}, which has no other key")


def _meet(a: Action, b: Action) -> bool:
    return not set(a.views).isdisjoint(b.views)
