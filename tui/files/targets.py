"""Which table of a file an edit is about, said so that it is found again after the file has changed. No disk.

A table is known by the id its file gives it, otherwise by all it states: a fingerprint, and its place among its like.
"""

from __future__ import annotations

from dataclasses import field
from hashlib import sha256
from typing import TypeAlias

from tui.core.model import Actor, Annotation, Event, Field, Link, Place, Report, Ruling, Source
from tui.core.values import dataclass
from tui.files.anatomy import Anatomy, Path, ScanError
from tui.files.format import FIELD_FAMILIES
from tui.files.literals import Parsed, canonical
from tui.files.parse import parse
from tui.files.splices import plain_text
from tui.files.surgery import value_at

Positioned: TypeAlias = Source | Actor | Place | Field | Event | Report | Link | Ruling | Annotation
"""A loaded value that knows where it stands."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An edit that is not made, and why."""

    code: str
    """`not-toml`, `not-there`, `changed`, `already`, `layout`, `value` or `problem`."""
    reason: str
    """One sentence without a full stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One table of a file, as it was when the edit was made. Made by `target`."""

    table: str
    id: str = ""
    """The id the file gives it; empty where it gives none."""
    number: int = 1
    """Which of the tables of that name it was, counted from 1; used where there is no id."""
    content: str = ""
    """Fingerprint of all it stated; looked for when it no longer stands where it stood."""
    alike: int = 1
    """How many tables of the file stated the same; twins are only told apart while all of them are there."""
    about: str = field(default="", compare=False)
    """What it is called in a sentence: "report dw/offensive", "ruling on killed of jayrud-2-july"."""


def target(
    text: str, table: str, *, identity: str = "", line: int | None = None, number: int | None = None
) -> Target | Refused:
    """The table with an id, else the one whose header stands on a 1-based line, else the number-th of its name.

    For a report of a default id, pass the line of its `position`; its id is not in the file.
    """
    parsed = content_of(text)
    if isinstance(parsed, Refused):
        return parsed
    tables = tables_of(parsed, table)
    if identity:
        numbers = [count for count, one in enumerate(tables, start=1) if one.get("id") == identity]
    elif line is not None:
        numbers = _on_line(text, table, line)
    else:
        numbers = [number or 1]
    if len(numbers) != 1 or not 0 < numbers[0] <= len(tables):
        where = f"with the id {identity}" if identity else f"number {number}" if line is None else f"on line {line}"
        return Refused("not-there", f"there is no one {table} {where} in the file")
    found = tables[numbers[0] - 1]
    given = found.get("id")
    return Target(
        table=table,
        id=given if isinstance(given, str) else "",
        number=numbers[0],
        content=fingerprint(found),
        alike=len(_alike(tables, fingerprint(found))),
        about=described(table, found),
    )


def target_of(text: str, value: Positioned) -> Target | Refused:
    """The table that a loaded value came from, in the text of its file: by the id the file gives, else by its line.

    Refused when another table stands on that line by now; a decision is looked for elsewhere, by what it states.
    """
    found = _on_its_line(text, value)
    if not isinstance(found, Refused) or not isinstance(value, Link | Ruling | Annotation):
        return found
    table, parsed = type(value).__name__.casefold(), content_of(text)
    keys = ("reason", "by", *_TOLD_BY[table])
    numbers = [
        number
        for number, stated in enumerate(tables_of(parsed, table) if isinstance(parsed, dict) else (), start=1)
        if all(_states(stated, value, key) for key in keys if hasattr(value, key))
    ]
    return target(text, table, number=numbers[0]) if len(numbers) == 1 else found


def _on_its_line(text: str, value: Positioned) -> Target | Refused:
    table = type(value).__name__.casefold()
    named = not isinstance(value, Link | Ruling | Annotation) and (not isinstance(value, Report) or value.given_id)
    found = target(text, table, identity=getattr(value, "id", "") if named else "", line=value.position.line)
    parsed = content_of(text)
    if isinstance(found, Refused) or isinstance(parsed, Refused):
        return found
    values = tables_of(parsed, table)[found.number - 1]
    if not all(_states(values, value, key) for key in _TOLD_BY.get(table, ())):
        return Refused("changed", f"another {table} stands there now")
    return found


def _states(values: dict[str, Parsed], value: Positioned, key: str) -> bool:
    stated = values.get(key)
    return (tuple(stated) if isinstance(stated, list) else stated or "") == (getattr(value, key) or "")


_TOLD_BY = {
    "report": ("event",),
    "ruling": ("event", "field", "accepted"),
    "link": ("reports",),
    "annotation": ("target", "note"),
}
"""Keys that must still be what was loaded, where a table may have no id."""


def described(table: str, values: dict[str, Parsed]) -> str:
    """A table in a few words, for a list of what was done."""
    match table:
        case "ruling":
            name = ".".join(key_of(str(values.get("field", "")))[-1:])
            return f"ruling on {name} of {values.get('event', '')}"
        case "link":
            reports = values.get("reports")
            return "link of " + " and ".join(map(str, reports if isinstance(reports, list) else ()))
        case "annotation":
            return f"note on {values.get('target', '')}"
        case _:
            return " ".join(filter(None, (table, str(values.get("id") or values.get("event") or ""))))


def path_to(where: Target, parsed: dict[str, Parsed]) -> Path | Refused:
    """Where the table stands now: by its id, else as the one that states what it stated, twins by their place."""
    tables = tables_of(parsed, where.table)
    if where.id:
        numbers = [count for count, one in enumerate(tables) if one.get("id") == where.id]
    else:
        numbers = _alike(tables, where.content)
        if len(numbers) != where.alike:
            numbers = []
        elif where.number - 1 in numbers:
            numbers = [where.number - 1]
    if len(numbers) == 1:
        return (where.table,) if isinstance(parsed[where.table], dict) else (where.table, numbers[0])
    name = f"the {where.table} {where.id}" if where.id else f"{where.table} {where.number}"
    return Refused(
        "not-there", f"{name} stands in the file twice" if numbers else f"{name} is not in the file as it was"
    )


def value_in(text: str, where: Target, field: str) -> str:
    """What a text states for a field of a table, in words; empty where it states nothing, or the table is gone."""
    parsed = content_of(text)
    path = parsed if isinstance(parsed, Refused) else path_to(where, parsed)
    if isinstance(path, Refused) or isinstance(parsed, Refused):
        return ""
    try:
        value = value_at(parsed, (*path, *key_of(field)))
    except KeyError:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "; ".join(map(str, value)) if isinstance(value, list) and not field.startswith("figures.") else str(value)


def key_of(field: str) -> tuple[str, ...]:
    """The keys behind a field's name: figures.killed stands in `figures`, whatever dots the rest has."""
    family = next((family for family in FIELD_FAMILIES if field.startswith(family)), None)
    return (field,) if family is None else (family[:-1], field[len(family) :])


def content_of(text: str) -> dict[str, Parsed] | Refused:
    """What a file states, or why it cannot be told."""
    _, content, fault = parse(text, "")
    return content if fault is None else Refused("not-toml", fault.message)


def tables_of(parsed: dict[str, Parsed], table: str) -> list[dict[str, Parsed]]:
    """The tables of a name, also where the file has only one."""
    there = parsed.get(table)
    if isinstance(there, dict):
        return [there]
    return [one for one in there if isinstance(one, dict)] if isinstance(there, list) else []


def ids_in(text: str, table: str) -> frozenset[str]:
    """The ids that tables of a name are given in a text; none where it is no TOML."""
    parsed = content_of(text)
    if isinstance(parsed, Refused):
        return frozenset()
    return frozenset(given for one in tables_of(parsed, table) if isinstance(given := one.get("id"), str))


def fingerprint(parsed: Parsed) -> str:
    """What tells a parsed value from every other."""
    return sha256(canonical(parsed).encode()).hexdigest()


def fingerprint_at(parsed: dict[str, Parsed], path: Path) -> str:
    """The fingerprint of what a path leads to; empty where it leads nowhere."""
    try:
        return fingerprint(value_at(parsed, path))
    except KeyError:
        return ""


def _alike(tables: list[dict[str, Parsed]], content: str) -> list[int]:
    return [count for count, one in enumerate(tables) if fingerprint(one) == content]


def _on_line(text: str, table: str, line: int) -> list[int]:
    try:
        anatomy = Anatomy(plain_text(text))
    except ScanError:
        return []
    headers = [block for block in anatomy.blocks if block.path[:1] == (table,) and block.end > block.start]
    paths = [block.path for block in headers if anatomy.line(block.start) == line]
    return [path[1] + 1 if len(path) > 1 and isinstance(path[1], int) else 1 for path in paths]
