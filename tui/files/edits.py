"""The changes a session makes to a file, as values, and what a text becomes by them. Text in, text out: no disk, no clock.

Every result is held against the parser: it states what the old text stated, but for what was asked, or it is refused.
Texts are cut, not rendered (why: `surgery`), so comments, order, blank lines, line endings and byte order mark stay.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TypeAlias

import tomli

from tui.core.problems import Severity
from tui.core.values import dataclass
from tui.files.anatomy import Path, ScanError
from tui.files.format import TABLE_OF, Shape
from tui.files.literals import Pairs, Parsed, UnwritableError, Value, alike, plain, value_of
from tui.files.splices import Splice, cut_through, difference, plain_text
from tui.files.surgery import Append, Drop, LayoutError, Put, Step, operate, outcomes, value_at
from tui.files.targets import Refused, Target, content_of, fingerprint, fingerprint_at, key_of, path_to, tables_of

HEAD = """\
# Decisions and remarks on the dossier beside this file, apart from the evidence: rulings, links, annotations.
# Written by rashomon, one table each; may be edited by hand.

"""
"""How a new file of decisions begins."""

DECISIONS = ("link", "ruling", "annotation")
"""Tables that stand in `analysis.toml`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTable:
    """A new table at the end of the file, its keys in the order of the format."""

    table: str
    values: Pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveTable:
    """A table goes, with its keys and the comments between them; comments above it stay."""

    target: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceTable:
    """A table gets other values; keys that keep theirs are not touched."""

    target: Target
    values: Pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class SetValue:
    """A key of a table gets a value, or goes. Made by `set_value` and `give_id`."""

    target: Target
    key: tuple[str, ...]
    """("when",), ("figures", "killed")."""
    value: Value | None
    """None takes the key out."""
    was: str = ""
    """Fingerprint of the value it replaces; empty where there was none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAlias:
    """One more name of an actor or a place, found by its id."""

    table: str
    id: str
    alias: str


Edit: TypeAlias = AddTable | RemoveTable | ReplaceTable | SetValue | AddAlias
"""What can be asked for. A value: it can be kept, and made again on a text that has changed."""


@dataclass(frozen=True, slots=True)
class Edited:
    """What a text became."""

    text: str
    splice: Splice
    """The change as one stretch; reversed, it is the undo."""


def apply(edit: Edit, text: str | None) -> Edited | Refused:
    """What a file's text becomes; `text` is None where there is no file yet. Never raises for what a file holds."""
    start = text if text is not None else HEAD if isinstance(edit, AddTable) and edit.table in DECISIONS else ""
    try:
        parsed = content_of(start)
        steps = parsed if isinstance(parsed, Refused) else _steps(edit, parsed)
        if isinstance(steps, Refused) or isinstance(parsed, Refused):
            return steps if isinstance(steps, Refused) else Refused("not-toml", "the file is no TOML")
        result, content = _operated(start, parsed, steps)
        return _judged(start, parsed, result, content) or Edited(result, difference(text, result))
    except (LayoutError, ScanError) as error:
        return Refused("layout", f"the file is written in a way that this change cannot be made in: {error}")
    except UnwritableError as error:
        return Refused("value", f"this cannot be written to a file: {error}")
    except RecursionError:
        return Refused("layout", "the file is nested too deeply to be changed")


def set_value(text: str, where: Target, field: str, value: Value | None) -> SetValue | Refused:
    """The edit that corrects one claim: field by its full name (`when`, `figures.killed`, `who.role`); None removes it."""
    parsed = content_of(text)
    path = parsed if isinstance(parsed, Refused) else path_to(where, parsed)
    if isinstance(path, Refused) or isinstance(parsed, Refused):
        return path if isinstance(path, Refused) else Refused("not-toml", "the file is no TOML")
    key = key_of(field)
    return SetValue(target=where, key=key, value=value, was=fingerprint_at(parsed, (*path, *key)))


def give_id(where: Target, identity: str) -> SetValue:
    """The edit that writes the `id` line of a table that has none."""
    return SetValue(target=where, key=("id",), value=identity)


def _steps(edit: Edit, parsed: dict[str, Parsed]) -> list[Step] | Refused:
    match edit:
        case AddTable():
            if edit.table not in TABLE_OF or TABLE_OF[edit.table].shape is Shape.ONE:
                return Refused("value", f"{edit.table} is no table that can be added")
            return [Append(edit.table, edit.values)]
        case AddAlias():
            return _alias(edit, parsed)
        case SetValue():
            path = path_to(edit.target, parsed)
            return path if isinstance(path, Refused) else _valued(edit, path, parsed)
        case RemoveTable() | ReplaceTable():
            path = path_to(edit.target, parsed)
            if isinstance(path, Refused):
                return path
            old = value_at(parsed, path)
            if not isinstance(old, dict) or fingerprint(old) != edit.target.content:
                return _changed(f"the {edit.target.table}")
            return [Drop(path)] if isinstance(edit, RemoveTable) else _replaced(path, old, edit)


def _changed(what: str) -> Refused:
    return Refused("changed", f"{what} is no longer what it was when this was asked for")


def _already(what: str) -> Refused:
    return Refused("already", f"the file says so already: {what}")


def _valued(edit: SetValue, path: Path, parsed: dict[str, Parsed]) -> list[Step] | Refused:
    whole, name = (*path, *edit.key), ".".join(edit.key)
    now = fingerprint_at(parsed, whole)
    if now == ("" if edit.value is None else fingerprint(plain(edit.value))):
        return _already(f"nothing under {name}" if edit.value is None else name)
    if now != edit.was:
        return _changed(name)
    return [Drop(whole)] if edit.value is None else [Put(whole, edit.value)]


def _replaced(path: Path, old: dict[str, Parsed], edit: ReplaceTable) -> list[Step] | Refused:
    new = dict(edit.values.entries)
    put: list[Step] = [
        Put((*path, key), value) for key, value in new.items() if key not in old or not alike(old[key], plain(value))
    ]
    gone: list[Step] = [Drop((*path, key)) for key in old if key not in new]
    return put + gone or _already(f"the {edit.target.table}")


def _alias(edit: AddAlias, parsed: dict[str, Parsed]) -> list[Step] | Refused:
    path = path_to(Target(table=edit.table, id=edit.id), parsed)
    if isinstance(path, Refused):
        return path
    table = value_at(parsed, path)
    aliases = table.get("aliases", []) if isinstance(table, dict) else None
    if not isinstance(aliases, list):
        return Refused("layout", f"the aliases of {edit.id} are no list")
    if edit.alias in aliases:
        return _already(f"{edit.alias} is an alias of {edit.id}")
    return [Put((*path, "aliases"), (*map(value_of, aliases), edit.alias))]


def _operated(text: str, parsed: dict[str, Parsed], steps: list[Step]) -> tuple[str, dict[str, Parsed]]:
    """The text after all steps and what it states, each step held against the parser.

    Raises `LayoutError` where a step comes to something else.
    """
    for step in steps:
        wanted = outcomes(parsed, step)
        text = cut_through(text, operate(plain_text(text), parsed, step))
        try:
            parsed = tomli.loads(plain_text(text))
        except (tomli.TOMLDecodeError, ValueError) as error:
            raise LayoutError("what came of it would be no TOML") from error
        if not any(alike(parsed, outcome) for outcome in wanted):
            raise LayoutError("something else would change with it")
    return text, parsed


_NUMBER = re.compile(r"\[\d+\]")


def _judged(old: str, before: dict[str, Parsed], new: str, after: dict[str, Parsed]) -> Refused | None:
    """A refusal where the file had a fault more than before, or a report would change hands."""
    faults = _faults(new)
    known = _faults(old) if faults else faults
    for fault, count in faults.items():
        if count > known[fault]:
            return Refused("problem", f"the file would have a new problem: {fault}")
    owner, now = _owner(before), _owner(after)
    if now is not None and now != owner and (owner or not now):
        return Refused("problem", "a report that names no source would no longer belong to the source it belongs to")
    return None


def _faults(text: str) -> Counter[str]:
    from tui.files.decode import decode  # noqa: PLC0415  (asked for only where something is written)

    found = decode(plain_text(text), "").problems
    return Counter(_NUMBER.sub("", fault.message) for fault in found if fault.severity is Severity.PROBLEM)


def _owner(parsed: dict[str, Parsed]) -> str | None:
    """Whom the reports that name no source belong to, "" for nobody; None where every report names one."""
    if all("source" in report for report in tables_of(parsed, "report")):
        return None
    sources = tables_of(parsed, "source")
    return str(sources[0].get("id", "")) if len(sources) == 1 else ""
