"""Any table of somebody's, a row a report, by a mapping that says which column is what. CSV (packed or not) and workbooks.

Cells stay the source's own words: "28 June 2016", "at least 40" and "dozens" are read when the dossier is opened, by the
rules for such words. A row without an id of its own is known by what it says.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TypeAlias

from tui.core.slugs import slug
from tui.core.verdicts.voices import PARTS
from tui.errors import UsageError
from tui.files.importers.accounts import Account
from tui.files.importers.cells import count, day, listed, once
from tui.files.importers.feeds import Feed, Known
from tui.files.importers.mapping import Mapping
from tui.files.importers.sheets import Sheet
from tui.files.importers.tables import Record, Table, identity, nested, one_or_more, squeezed, table, text, texts
from tui.files.literals import literal

_FALSE = frozenset(("no", "false", "0", "n"))
_FEW: dict[str, Collection[str]] = {
    "hedged": frozenset(("yes", "true", "1", "x", "y")),
    "credibility": frozenset("123456"),
    "part": PARTS,
}
"""What a column can be -> the only words it can hold."""
_LISTS = ("where", "who", "said_by", "tags")
_OF_SOURCES = ("title", "published", "url", "language")
_FRAME = ("id", "event", "title", "source", *_OF_SOURCES)
"""What is no account yet: a row of nothing else says nothing."""
_TIMES = ("when", "until", "as_of")
_EARLY = ("when", "until", "where")
_LATE = ("said_by", "as_of", "part", "quote", "locator", "note", "text", "tags")
"""Keys that stand before and after roles, figures and claims, as a person would write them."""

_Source: TypeAlias = tuple[str, list[tuple[str, str]]]
"""Id and keys of a source."""
Opener = Callable[[str, Account], Sheet]


def mapped(mapping: Mapping, opened: Opener = Sheet) -> Callable[[str, Known], Feed]:
    """What opens a file by this mapping. `opened` makes the grid of its cells."""

    def open_(path: str, known: Known) -> Feed:
        return Mapped(path, mapping, opened)

    return open_


class Mapped:
    """One table."""

    main = "report"

    def __init__(self, path: str, mapping: Mapping, opened: Opener) -> None:
        self.account = Account()
        self._file = Path(path).name
        self.stem = slug(self._file.partition(".")[0] or "table", set())
        self.title = self._file.partition(".")[0]
        self._mapping = mapping
        self._grid = opened(path, self.account)
        self._places = {meant: self._found(meant, names) for meant, names in mapping.columns.items()}
        self._sources: dict[tuple[object, ...], _Source] = {}
        """What tells a publication from others."""
        self._titles: dict[str, str] = {}
        """What each event is called."""
        self._own = mapping.source.get("id") or self.stem

    @property
    def head(self) -> tuple[str, ...]:
        """Where the reports come from and how they were read."""
        return (
            f"Made from {self._file}, a row a report; the words of its cells are as they stand there.",
            "",
            *(f"{meant}: {', '.join(names)}" for meant, names in self._mapping.columns.items()),
        )

    def records(self) -> Iterator[Record]:
        """Every row that says something."""
        for line, cells in self._grid.rows():
            row = {meant: self._cell(cells, places) for meant, places in self._places.items()}
            self._read(row, line)
            if any(words for meant, words in row.items() if meant not in _FRAME):
                if any(words.startswith("=") for words in row.values()):
                    self.account.remark("with a formula in a cell, kept as the words it is", line)
                yield self._record(row, line)
            else:
                self.account.skip("saying nothing", line)

    def shared(self) -> tuple[Table, ...]:
        """The outlets, by id."""
        made = [table("source", made_id, entries) for made_id, entries in self._sources.values()]
        return tuple(sorted(made, key=lambda source: source.id))

    def _found(self, meant: str, names: tuple[str, ...]) -> tuple[int, ...]:
        places = tuple(self._grid.column(name) for name in names)
        missing = [name for name, place in zip(names, places, strict=True) if place < 0]
        if missing:
            shown = ", ".join(self._grid.columns[:8]) + (", …" if len(self._grid.columns) > 8 else "")
            raise UsageError(
                f"{self._grid.shown} has no column {', '.join(missing)}, which the mapping takes for {meant}",
                hint=f"its columns are {shown}",
            )
        return places

    def _cell(self, cells: list[str], places: tuple[int, ...]) -> str:
        return ", ".join(filter(None, (squeezed(cells[place]) for place in places)))

    def _record(self, row: dict[str, str], line: int) -> Record:
        source = self._source(row)
        key = identity(row.get("id", ""))
        if not key:
            said = "\n".join(f"{meant}={words}" for meant, words in sorted(row.items()))
            key = hashlib.sha256(said.encode()).hexdigest()[:12]
        entries = [("source", text(source))]
        event = identity(row.get("event", ""))
        entries += [("event", text(event))] if event else []
        entries += self._words(row, _EARLY)
        entries += self._who(row)
        entries += self._words(row, ("what",))
        entries += nested("figures", self._keyed(row, "figures"))
        entries += nested("claims", self._keyed(row, "claims"))
        entries += self._words(row, _LATE)
        entries += self._rest(row)
        title = row.get("title", "") if event and "source" not in row else ""
        if title and self._titles.setdefault(event, title) != title:
            self.account.remark("with another title for an event than a row before, which is kept", line)
        tables = (table("event", event, [("title", text(title))]),) if title else ()
        order = f"{day(row.get('when', '')) or ''} {key}"
        return Record((*tables, table("report", f"{source}/{key}", entries)), (), order)

    @staticmethod
    def _words(row: dict[str, str], names: tuple[str, ...]) -> list[tuple[str, str]]:
        made = []
        for name in names:
            words = row.get(name, "")
            if not words:
                continue
            if name in _LISTS:
                parts = listed(words)
                made += [(name, texts(parts) if name == "tags" else one_or_more(parts))] if parts else []
            elif name in _TIMES and (date := day(words)) is not None and len(words) == len("2016-06-29"):
                made.append((name, date.isoformat()))
            else:
                made.append((name, text(words)))
        return made

    def _who(self, row: dict[str, str]) -> list[tuple[str, str]]:
        """Names alone, or by role; those without one are `actors` beside them."""
        alone, roles = listed(row.get("who", "")), dict(self._keyed(row, "who"))
        if alone and not roles:
            return [("who", one_or_more(alone))]
        if alone:
            roles["actors"] = one_or_more(once((*alone, *listed(row.get("who.actors", "")))))
        return nested("who", list(roles.items()))

    @staticmethod
    def _keyed(row: dict[str, str], table_name: str) -> list[tuple[str, str]]:
        made = []
        for meant, words in row.items():
            name, _, key = meant.partition(".")
            if name != table_name or not key or not words:
                continue
            if name == "figures":
                number = count(words)
                made.append((key, literal(words) if number is None else str(number)))
            elif name == "who":
                made += [(key, one_or_more(listed(words)))] if listed(words) else []
            else:
                made.append((key, one_or_more(listed(words)) if listed(words) else text(words)))
        return made

    @staticmethod
    def _rest(row: dict[str, str]) -> list[tuple[str, str]]:
        hedged = [("hedged", "true")] if row.get("hedged") else []
        return [*hedged, *([("credibility", row["credibility"])] if row.get("credibility") else [])]

    def _read(self, row: dict[str, str], line: int) -> None:
        """Blank the cells of few words that say none of them, and those that say no."""
        for meant, words in _FEW.items():
            if meant not in row:
                continue
            cell = row[meant]
            row[meant] = said = cell.casefold() if cell.casefold() in words else ""
            if cell and not said and not (meant == "hedged" and cell.casefold() in _FALSE):
                self.account.unread(meant, cell, line)

    def _source(self, row: dict[str, str]) -> str:
        """Id of the publication of a row, declared when it is first met; of the table itself where the row names none.

        Two rows of one outlet with another date, address or headline are two publications of one family.
        """
        name = row.get("source", "")
        stated = {part: row[part] for part in _OF_SOURCES if row.get(part) and (part != "title" or "source" in row)}
        key = (name.casefold(), *stated.items())
        known = self._sources.get(key)
        if known is None:
            known = self._sources[key] = self._publication(name, stated, key) if name or stated else self._itself()
        return known[0]

    def _publication(self, name: str, stated: dict[str, str], key: tuple[object, ...]) -> _Source:
        family = slug(name, set()) if name else self._own
        taken = {made for made, _ in self._sources.values()} | {self._own}
        made = "-".join(filter(None, (family, identity(stated.get("published", "")))))
        if made in taken:
            made = f"{made}-{hashlib.sha256(repr(key).encode()).hexdigest()[:6]}"
        given = {} if name else {key: words for key, words in self._mapping.source.items() if key != "id"}
        keys = {"name": name or self.title, "family": family} | given | stated
        return made, [(key, _moment(words) if key == "published" else text(words)) for key, words in keys.items()]

    def _itself(self) -> _Source:
        given = {"name": self.title, "kind": "dataset"} | dict(self._mapping.source)
        return self._own, [
            (key, _moment(words) if key == "published" else text(words)) for key, words in given.items() if key != "id"
        ]


def _moment(words: str) -> str:
    """A plain day as a TOML date; any other words as they are."""
    date = day(words) if len(words) == len("2016-06-29") else None
    return text(words) if date is None else date.isoformat()
