"""Three-way merge of one imported table into the text of a file: the last import, this one, and what stands there.

Key by key: what nobody touched takes the new value; what was changed by hand stays, and is told. Text in, text out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from itertools import pairwise
from typing import Any, TypeAlias, cast

import tomli

from tui.core.values import dataclass
from tui.files.anatomy import Anatomy, Block, Path, ScanError
from tui.files.format import TABLE_OF
from tui.files.importers.snapshots import name_of, parsed
from tui.files.importers.tables import Table
from tui.files.literals import Parsed, UnwritableError, canonical, literal, value_of
from tui.files.members import Cut
from tui.files.splices import cut_through, plain_text
from tui.files.surgery import Drop, LayoutError, Put, operate

_Step: TypeAlias = "Put | Drop"
_LONGEST_SHOWN = 40


@dataclass(slots=True)
class Merged:
    """What came of the tables of one file or more."""

    updated: int = 0
    """Tables in which something was changed."""
    kept: list[str] = field(default_factory=list)
    """Keys changed by hand that this import does not touch."""
    conflicts: list[str] = field(default_factory=list)
    """Keys changed by hand that this import would change as well; the hand's value stays."""
    refused: list[str] = field(default_factory=list)
    """Tables laid out so that they cannot be changed safely, and what would have changed."""


@dataclass(frozen=True, slots=True)
class Change:
    """A table of the last import, and of this one."""

    old: Table
    new: Table


def merge(text: str, changes: Mapping[str, Change], merged: Merged) -> str:
    """The text with every change made that no hand stands against. `changes` by the name of the table."""
    plain = plain_text(text)
    cuts = []
    for start, end in segments(plain):
        segment = plain[start:end]
        made = _merge_segment(segment, changes, merged)
        if made != segment:
            merged.updated += 1
            cuts.append(Cut(start, end, made))
    return cut_through(text, cuts) if cuts else text


def segments(text: str) -> Iterator[tuple[int, int]]:
    """Where each `[[report]]`, `[source]` … begins and ends, with what belongs to it and the comments before the next."""
    opening: list[Block] = []
    for block in Anatomy(text).blocks:
        if block.path and block.path[0] in TABLE_OF and len(block.path) == (2 if _is_many(block) else 1):
            opening.append(block)
    starts = [block.start for block in opening] + [len(text)]
    yield from pairwise(starts)


def _is_many(block: Block) -> bool:
    return len(block.path) > 1 and isinstance(block.path[1], int)


def _merge_segment(segment: str, changes: Mapping[str, Change], merged: Merged) -> str:
    stated = tomli.loads(segment)
    table, content = next(iter(stated.items()))
    here: Path = (table, 0) if isinstance(content, list) else (table,)
    values = content[0] if isinstance(content, list) else content
    change = changes.get(f"{table} {values.get('id')}")
    if change is None:
        return segment
    old, new = parsed(change.old), parsed(change.new)
    anatomy = Anatomy(segment)
    written = {
        key: value
        for key, value in _written(change.new).items()
        if key not in values or anatomy.find((*here, key)) is not None
    }
    steps = list(_steps(here, old, new, values, _Teller(name_of(change.new), merged), written))
    made = segment
    try:
        for step in steps:
            made = _made(made, step, here, written)
        _hold(made, steps)
    except (LayoutError, ScanError, UnwritableError, tomli.TOMLDecodeError) as error:
        keys = ", ".join(_shown_path(step.path) for step in steps)
        merged.refused.append(f"{name_of(change.new)}: {keys} ({error})")
        return segment
    return made


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells what stays as it was changed by hand."""

    name: str
    merged: Merged

    def kept(self, path: Path, old: object, mine: object) -> None:
        self.merged.kept.append(f"{self.name} {_shown_path(path)}: yours {_shown(mine)}, imported {_shown(old)}")

    def conflict(self, path: Path, old: object, new: object, mine: object) -> None:
        told = f"yours {_shown(mine)} stays, imported {_shown(old)}, now {_shown(new)}"
        self.merged.conflicts.append(f"{self.name} {_shown_path(path)}: {told}")


def _steps(
    path: Path,
    old: dict[str, Any],
    new: dict[str, Any],
    mine: dict[str, Any],
    teller: _Teller,
    written: Mapping[str, str],
) -> Iterator[_Step]:
    """What to do, key by key. A table that is all as it was imported is set as a whole where it stands on one line."""
    for key in dict.fromkeys((*old, *new)):
        was, now, here, at = old.get(key), new.get(key), mine.get(key), (*path, key)
        if _same(was, now):
            if not _same(here, was):
                teller.kept(at, was, here)
        elif _same(here, was) and not (isinstance(here, dict) and isinstance(now, dict) and key not in written):
            yield Drop(at) if now is None else Put(at, value_of(now))
        elif _same(here, now):
            continue
        elif isinstance(here, dict) and isinstance(now, dict) and isinstance(was, dict | None):
            yield from _steps(at, was or {}, now, here, teller, written)
        else:
            teller.conflict(at, was, now, here)


def _made(segment: str, step: _Step, here: Path, written: Mapping[str, str]) -> str:
    """The segment after one step; a whole value is set as the importer writes it, in its lines."""
    key = str(step.path[-1])
    if isinstance(step, Put) and key in written and step.path[:-1] == here:
        found = Anatomy(segment).find(step.path)
        if found is not None and found.statement is not None:
            return segment[: found.start] + written[key] + segment[found.end :]
    return cut_through(segment, operate(segment, tomli.loads(segment), step))


def _written(table: Table) -> dict[str, str]:
    """Each value of a key of its own as the importer writes it."""
    return {
        str(statement.path[0]): table.body[statement.value : statement.end]
        for block in Anatomy(table.body).blocks
        for statement in block.statements
        if len(statement.path) == 1
    }


def _hold(segment: str, steps: list[_Step]) -> None:
    """Hold the result against the parser: every step done. Raises `LayoutError`."""
    stated: Any = tomli.loads(segment)
    for step in steps:
        here = stated
        for part in step.path:
            here = here[part] if isinstance(part, int) else here.get(part) if isinstance(here, dict) else None
        wanted = tomli.loads(f"v = {literal(step.value)}")["v"] if isinstance(step, Put) else None
        if not _same(here, wanted):
            raise LayoutError("it is laid out so that this cannot be changed safely")


def _same(a: object, b: object) -> bool:
    return (a is None) == (b is None) and (a is None or canonical(cast(Parsed, a)) == canonical(cast(Parsed, b)))


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    text = literal(value_of(cast(Parsed, value)))
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _shown_path(path: Path) -> str:
    """The path inside its table."""
    return ".".join(str(part) for part in path[1:] if isinstance(part, str))
