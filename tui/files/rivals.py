"""What somebody else has written about the same, into the same file, since the dossier was read. Text in, values out: no disk.

A new table is put at the end of what the file holds now, so nothing is written over; but of two who decide one thing
unknown to each other, the second is asked first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeAlias

from tui.core.model import Actor, Annotation, Dossier, Link, Place, Report, Ruling
from tui.core.names import fold
from tui.core.values import dataclass
from tui.files.edits import AddAlias, AddTable, Edit
from tui.files.literals import Parsed, plain
from tui.files.targets import Refused, content_of, fingerprint, tables_of

Stated: TypeAlias = dict[str, Parsed]
"""A table as a file states it."""


class Known(Protocol):
    """The dossier as it was read; `tui.index.store.Store` is one."""

    def rulings(self) -> tuple[Ruling, ...]:
        """All of them."""

    def links(self) -> tuple[Link, ...]:
        """All of them."""

    def annotations(self) -> tuple[Annotation, ...]:
        """All of them."""

    def actors(self) -> tuple[Actor, ...]:
        """All of them."""

    def places(self) -> tuple[Place, ...]:
        """All of them."""

    def report(self, report_id: str, /) -> Report | None:
        """The report of that id."""


@dataclass(frozen=True, slots=True)
class AsRead:
    """A dossier at hand as what is known, whatever has been read since."""

    dossier: Dossier

    def rulings(self) -> tuple[Ruling, ...]:
        """All of them."""
        return self.dossier.rulings

    def links(self) -> tuple[Link, ...]:
        """All of them."""
        return self.dossier.links

    def annotations(self) -> tuple[Annotation, ...]:
        """All of them."""
        return self.dossier.annotations

    def actors(self) -> tuple[Actor, ...]:
        """All of them."""
        return self.dossier.actors

    def places(self) -> tuple[Place, ...]:
        """All of them."""
        return self.dossier.places

    def report(self, report_id: str, /) -> Report | None:
        """The report of that id."""
        return next((report for report in self.dossier.reports if report.id == report_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Nothing was written: somebody else has written about the same since it was read."""

    path: str
    theirs: str
    """What they wrote, in words."""
    mine: str
    """What was to be written."""
    marks: frozenset[str]
    """Fingerprints of their tables: once these were seen, they are in nobody's way."""


def met(path: str, text: str | None, edit: Edit, known: Known, own: Iterable[Edit], seen: frozenset[str]) -> Met | None:
    """Their tables that the edit meets in the text of its file; None where there are none.

    `own`: what this session wrote itself, perhaps not read again yet. `seen`: fingerprints of what was seen before.
    """
    parsed = content_of(text) if text is not None else {}
    if isinstance(parsed, Refused):
        return None
    written = {fingerprint(plain(one.values)) for one in own if isinstance(one, AddTable)} | seen
    found = [table for table in _about_the_same(parsed, edit, known) if fingerprint(table) not in written]
    if not found:
        return None
    table = edit.table if isinstance(edit, AddTable | AddAlias) else ""
    mine = plain(edit.values) if isinstance(edit, AddTable) else {}
    return Met(
        path=path,
        theirs=" / ".join(_words(table, each) for each in found),
        mine=edit.alias if isinstance(edit, AddAlias) else _words(table, mine if isinstance(mine, dict) else {}),
        marks=frozenset(map(fingerprint, found)),
    )


def _about_the_same(parsed: dict[str, Parsed], edit: Edit, known: Known) -> list[Stated]:
    match edit:
        case AddTable():
            mine = plain(edit.values)
            meets = _MEETS.get(edit.table)
            if meets is None or not isinstance(mine, dict):
                return []
            return [one for one in tables_of(parsed, edit.table) if meets(mine, one, known)]
        case AddAlias():
            mine = {"id": "", "name": edit.alias}
            others = [one for one in tables_of(parsed, edit.table) if one.get("id") != edit.id]
            return [one for one in others if _same_names(mine, one, known)]
        case _:
            return []


def _same_ruling(mine: Stated, one: Stated, known: Known) -> bool:
    return _agree(mine, one, ("event", "field")) and not any(
        _states(one, ruling, ("event", "field", "accepted", "reason", "by")) for ruling in known.rulings()
    )


def _same_link(mine: Stated, one: Stated, known: Known) -> bool:
    """Of two reports that both name, or of one that the other answer is given for.

    A loaded link may name fewer than the file: those that are there.
    """
    names = _listed(one.get("reports"))
    if len(names & _listed(mine.get("reports"))) < (2 if mine.get("same") == one.get("same") else 1):
        return False
    same = None if one.get("same") == "disputed" else one.get("same")
    return not any(
        names >= set(link.reports) and link.same is same and _states(one, link, ("reason", "by"))
        for link in known.links()
    )


def _same_remark(mine: Stated, one: Stated, known: Known) -> bool:
    return _agree(mine, one, ("target",)) and not any(
        _states(one, remark, ("target", "note", "by")) for remark in known.annotations()
    )


def _same_report(mine: Stated, one: Stated, known: Known) -> bool:
    """Of the same event, which was not among those read: told by its id, else by the words of those with the default one."""
    if not mine.get("event") or not _agree(mine, one, ("event",)):
        return False
    if one.get("source", mine.get("source")) != mine.get("source"):
        return False
    if isinstance(given := one.get("id"), str):
        return known.report(given) is None
    name, number = f"{mine.get('source')}/{mine.get('event')}", 1
    while (report := known.report(name if number == 1 else f"{name}-{number}")) is not None:
        if _states(one, report, ("what", "quote", "locator")):
            return False
        number += 1
    return True


def _same_names(mine: Stated, one: Stated, known: Known) -> bool:
    """Goes by one of the names, as nobody did who was read."""
    wanted = {fold(name) for name in (mine.get("id"), *_names(mine)) if isinstance(name, str) and name}
    if not wanted & {fold(name) for name in (str(one.get("id", "")), *_names(one))}:
        return False
    read: list[Actor | Place] = [*known.actors(), *known.places()]
    for each in read:
        if each.id == one.get("id"):
            return not wanted & {fold(name) for name in (each.id, each.name, *each.aliases)}
    return True


_MEETS: dict[str, Callable[[Stated, Stated, Known], bool]] = {
    "ruling": _same_ruling,
    "link": _same_link,
    "annotation": _same_remark,
    "report": _same_report,
    "actor": _same_names,
    "place": _same_names,
}
"""Whether a table of the file is about the same as mine, and was not read."""


def _agree(mine: Stated, one: Stated, keys: Sequence[str]) -> bool:
    return all(mine.get(key) == one.get(key) for key in keys)


def _states(one: Stated, value: Ruling | Link | Annotation | Report, keys: Sequence[str]) -> bool:
    """Whether a table states what was read."""
    return all((one.get(key) or "") == (getattr(value, key) or "") for key in keys)


def _listed(value: Parsed | None) -> set[str]:
    return {str(member) for member in value} if isinstance(value, list) else set()


def _names(table: Stated) -> list[str]:
    aliases = table.get("aliases")
    return [str(table.get("name", "")), *(map(str, aliases) if isinstance(aliases, list) else ())]


_TOLD = {
    "ruling": ("accepted", "reason", "by"),
    "link": ("same", "reason", "by"),
    "annotation": ("note", "tags", "by"),
    "report": ("id", "when", "what", "figures", "claims"),
    "actor": ("id", "name", "aliases"),
    "place": ("id", "name", "aliases"),
}
"""What tells two of a kind apart, for one line."""


def _words(table: str, stated: Stated) -> str:
    return ", ".join(f"{key} {_word(stated[key])}" for key in _TOLD.get(table, ()) if stated.get(key) not in (None, ""))


def _word(value: Parsed) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case list():
            return " and ".join(map(_word, value))
        case dict():
            return " and ".join(f"{key} {_word(inner)}" for key, inner in value.items())
    return str(value)
