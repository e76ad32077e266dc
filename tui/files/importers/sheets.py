"""Tables with a header line: their columns by name, their rows one at a time. Knows which formats there are only by
their columns, to tell somebody who named the wrong one.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import Protocol

from tui.errors import CannotOpen, UsageError
from tui.files.importers.accounts import Account
from tui.files.importers.streams import is_workbook, lines
from tui.files.walk import shown_path

SIGNATURES: Mapping[str, frozenset[str]] = {
    "ucdp-ged": frozenset(
        [
            "id",
            "type_of_violence",
            "conflict_name",
            "dyad_name",
            "side_a",
            "side_b",
            "where_prec",
            "date_prec",
            "event_clarity",
            "source_original",
            "deaths_civilians",
            "best",
            "high",
            "low",
            "priogrid_gid",
            "low_death",
            "best_death",
            "high_death",
        ]
    ),
    "acled": frozenset(
        [
            "event_id_cnty",
            "event_date",
            "time_precision",
            "event_type",
            "sub_event_type",
            "actor1",
            "assoc_actor_1",
            "inter1",
            "actor2",
            "geo_precision",
            "source",
            "source_scale",
            "notes",
            "fatalities",
        ]
    ),
    "gtd": frozenset(
        [
            "eventid",
            "iyear",
            "imonth",
            "iday",
            "attacktype1_txt",
            "targtype1_txt",
            "gname",
            "nkill",
            "nwound",
            "country_txt",
            "provstate",
            "specificity",
            "doubtterr",
            "dbsource",
        ]
    ),
    "timesketch": frozenset(
        ["datetime", "timestamp", "timestamp_desc", "message", "data_type", "source_short", "parser"]
    ),
    "geonames": frozenset(["geonameid", "asciiname", "alternatenames"]),
}
"""Columns that tell a format from the others."""

_NAMED = 2
"""Columns a file shares with a format before the format is named as likely."""
_SHOWN_COLUMNS = 6


def column_name(head: str) -> str:
    """The head of a column as it is compared: "Date of event" is `date_of_event`."""
    return "_".join(head.strip().casefold().replace("-", " ").split())


class Rows(Protocol):
    """Cells of every row, the header first; an empty row has none."""

    @property
    def line_num(self) -> int:
        """Line of the row that was given last."""

    def __iter__(self) -> Iterator[list[str]]: ...

    def __next__(self) -> list[str]: ...


class Sheet:
    """A table that is read once, from its beginning to its end: CSV, or a workbook's first sheet."""

    def __init__(self, path: str, account: Account, sheet: str = "") -> None:
        """Read the header. Raises `CannotOpen` where there is none. `sheet`: the one to read of a workbook."""
        self.shown = shown_path(Path(path))
        self.account = account
        self._rows = _rows_of_workbook(path, account, sheet) if sheet or is_workbook(path) else _rows_of_csv(path)
        self.columns = tuple(column_name(name) for name in self._header())
        self._places: dict[str, int] = {}
        for number, name in enumerate(self.columns):
            self._places.setdefault(name, number)
        self._used: set[int] = set()

    def demand(self, kind: str, required: Sequence[Collection[str]]) -> None:
        """Raise `UsageError` unless each group of columns has one that the table has."""
        missing = [next(iter(names)) for names in required if not any(name in self._places for name in names)]
        if not missing:
            return
        text = f"{self.shown} is not {kind}: it has no column {', '.join(missing[:_SHOWN_COLUMNS])}"
        raise UsageError(text, hint=_hint(self.columns, kind))

    def column(self, *names: str) -> int:
        """The place of the first of these columns that the table has, as taken over; -1, an empty cell, without one."""
        for name in names:
            if name in self._places:
                self._used.add(self._places[name])
                return self._places[name]
        return -1

    def names(self) -> tuple[str, ...]:
        """Columns that nobody has asked for."""
        return tuple(name for number, name in enumerate(self.columns) if number not in self._used)

    def rows(self, *, empty: Collection[str] = ("",)) -> Iterator[tuple[int, list[str]]]:
        """(line, cells and one empty cell more) of every whole row; counts the rest. Ask for the columns before.

        `empty`: what a cell says that says nothing.
        """
        left = [number for number in range(len(self.columns)) if number not in self._used]
        counts: Counter[tuple[bool, ...]] = Counter()
        says_nothing = frozenset(empty).__contains__
        pick = itemgetter(*left) if len(left) > 1 else lambda cells: [cells[number] for number in left]
        width = len(self.columns)
        account, reader = self.account, self._rows
        try:
            for cells in reader:
                if len(cells) != width:
                    if cells:
                        account.rows += 1
                        account.skip(f"with another number of columns than the {width} of the header", reader.line_num)
                    continue
                account.rows += 1
                counts[tuple(map(says_nothing, pick(cells)))] += 1
                cells.append("")
                account.line = reader.line_num
                yield account.line, cells
        except csv.Error as error:
            raise self._broken(error) from error
        for at, number in enumerate(left):
            name = self.columns[number] or f"column {number + 1}"
            filled = sum(many for pattern, many in counts.items() if not pattern[at])
            account.unmapped[name] = account.unmapped.get(name, 0) + filled

    def _header(self) -> list[str]:
        try:
            for cells in self._rows:
                if any(cell.strip() for cell in cells):
                    return cells
        except csv.Error as error:
            raise self._broken(error) from error
        raise CannotOpen(f"{self.shown} is empty")

    def _broken(self, error: csv.Error) -> CannotOpen:
        return CannotOpen(
            f"{self.shown} is no table from line {self._rows.line_num} on: {error}",
            hint="is a quote left open before it?",
        )


def _rows_of_csv(path: str) -> Rows:
    source = lines(path)
    first = next((line for line in source if line.strip()), "")
    return csv.reader(chain([first], source), delimiter=max(",;\t|", key=first.count))


def _rows_of_workbook(path: str, account: Account, sheet: str) -> Rows:
    from tui.files.importers.workbooks import WorkbookRows  # noqa: PLC0415 - openpyxl is an extra, and half a second

    return WorkbookRows(path, account, sheet)


def likely(columns: Collection[str]) -> str:
    """The format that shares most columns; empty when none shares some."""
    shared = {kind: len(names.intersection(columns)) for kind, names in SIGNATURES.items()}
    best = max(shared, key=shared.__getitem__)
    return best if shared[best] >= _NAMED else ""


def _hint(columns: Sequence[str], kind: str) -> str:
    if columns[0].startswith(("{", "[")):
        return "it is JSON: rashomon imports timesketch, timemap, csl-json and its own jsonl"
    near = likely(columns)
    if near and near != kind:
        return f"it looks like {near}: rashomon import {near} …"
    more = ", …" if len(columns) > _SHOWN_COLUMNS else ""
    return f"its columns are {', '.join(columns[:_SHOWN_COLUMNS])}{more}"
