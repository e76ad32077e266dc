"""Which keys a file would state for a value of the model: the way back from `tui.files.decode`.

Values are plain as a TOML parser returns them (texts, numbers, truth values, lists, dictionaries); times stay texts.
What equals the default of the format is left out. Touches no file.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, TypeAlias

from tui.core.model import (
    Actor,
    Annotation,
    Dossier,
    Event,
    Field,
    Link,
    Place,
    Position,
    Report,
    Ruling,
    Settings,
    Source,
)
from tui.files.format import TABLE_OF, Key, Kind
from tui.files.sigla import siglum_of

Keys: TypeAlias = "dict[str, Any]"
"""Key -> plain value, in the order of the format."""

GIVEN = "given_id"
"""A further key of a report, false where its id is not stated but made from source and event."""

FILE = "file"
"""A further key of every table: the file in which it stands."""

Item: TypeAlias = Settings | Source | Actor | Place | Field | Event | Report | Link | Ruling | Annotation

_CLASSES: dict[str, Any] = {
    "dossier": Settings, "source": Source, "actor": Actor, "place": Place, "field": Field, "event": Event,
    "report": Report, "link": Link, "ruling": Ruling, "annotation": Annotation,
}  # fmt: skip
_REPEATS_ID = {("source", "name"), ("source", "family"), ("actor", "name"), ("place", "name")}
"""Keys that stand for the id where they are not stated."""


def tables(dossier: Dossier, names: Mapping[str, str] = MappingProxyType({})) -> Iterator[tuple[str, Keys]]:
    """Every table of a dossier in the order of the format: its name, and what it states.

    `names` are those of `file_hints`; a table of a file among them also gets the key `file`.
    """
    for name, items in parts(dossier):
        for item in items:
            keys = stated(name, item)
            hint = names.get(item.position.file)
            yield name, keys if hint is None else keys | {FILE: hint}


def file_hints(paths: Sequence[str]) -> dict[str, str]:
    """Path of a file -> a name without folders, such that the names sort as the paths were read."""
    split = [path.replace("\\", "/").split("/") for path in paths]
    shared = 0
    while split and all(len(parts) > shared + 1 and parts[shared] == split[0][shared] for parts in split):
        shared += 1
    names = [re.sub(r"[^\w .-]+", "-", "-".join(parts[shared:])).lstrip("-. ") for parts in split]
    if sorted(set(names)) != names:
        names = [f"{number:0{len(str(len(names)))}d}-{name}" for number, name in enumerate(names, start=1)]
    return dict(zip(paths, names, strict=True))


def parts(dossier: Dossier) -> Iterator[tuple[str, Sequence[Item]]]:
    """The name of every kind of table, and the values that stand for its tables."""
    yield (
        "dossier",
        () if dataclasses.replace(dossier.settings, position=Position()) == Settings() else (dossier.settings,),
    )
    yield "source", dossier.sources
    yield "actor", dossier.actors
    yield "place", dossier.places
    yield "field", dossier.fields
    yield "event", tuple(event for event in dossier.events if is_declared(event))
    yield "report", dossier.reports
    yield "link", dossier.links
    yield "ruling", dossier.rulings
    yield "annotation", dossier.annotations


def is_declared(event: Event) -> bool:
    """Whether the event has a table of its own; the others are only named by reports."""
    return bool(event.title or event.tags) or event.position != Position()


def stated(table: str, item: Item) -> Keys:
    """The keys that a table of that name would state. A report whose id is made also gets `given_id = false`."""
    keys: Keys = {}
    for key, default, has_default in _plan(table):
        value = getattr(item, key.name)
        if has_default and value == default and type(value) is type(default):
            continue
        if (table, key.name) in _REPEATS_ID and value == item.id:  # type: ignore[union-attr]
            continue
        keys[key.name] = _plain(key.kind, value)
    if isinstance(item, Source) and item.siglum == siglum_of(item.name):
        del keys["siglum"]
    if isinstance(item, Report) and not item.given_id:
        keys[GIVEN] = False
    return keys


@cache
def _plan(table: str) -> tuple[tuple[Key, object, bool], ...]:
    """Every key with its default in the model, and whether it has one."""
    defaults = {
        field.name: field.default
        for field in dataclasses.fields(_CLASSES[table])
        if field.default is not dataclasses.MISSING
    }
    return tuple((key, defaults.get(key.name), key.name in defaults) for key in TABLE_OF[table].keys)


def _plain(kind: Kind, value: Any) -> Any:  # noqa: ANN401 - the kind of the key says what it is
    match kind:
        case Kind.TEXTS | Kind.ONE_OR_MORE:
            return list(value)
        case Kind.GROUPS:
            return [list(group) for group in value]
        case Kind.ROLES if len(value) == 1 and value[0][0] == "":
            return list(value[0][1])
        case Kind.NARROWER | Kind.RANGES | Kind.ROLES:
            return {name: list(members) for name, members in value}
        case Kind.FIGURES | Kind.VALUES:
            return dict(value)
        case Kind.CLAIMS:
            return {name: list(claim) if isinstance(claim, tuple) else claim for name, claim in value}
        case Kind.DENIAL:
            return list(value) if isinstance(value, tuple) else value
        case Kind.IDENTITY:
            return "disputed" if value is None else value
        case _:
            return value


def known_keys(table: str, keys: Mapping[str, object]) -> tuple[Keys, list[str]]:
    """The keys that the format has, in its order and without those that are null, and the names of the others."""
    names = [key.name for key in TABLE_OF[table].keys]
    names += [GIVEN, FILE] if table == "report" else [FILE]
    kept = {name: keys[name] for name in names if keys.get(name) is not None}
    return kept, [name for name in keys if name not in names]
