"""A Timesketch timeline, CSV or JSON Lines: message, datetime and timestamp_desc, and any further columns.

Format: https://timesketch.org/guides/user/import-from-json-csv/. A row is one event and one report of the timeline.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tui.files.importers.accounts import Account
from tui.files.importers.cells import count, once
from tui.files.importers.feeds import Known
from tui.files.importers.objects import each_line, refuse, words
from tui.files.importers.sheets import Sheet
from tui.files.importers.streams import lines
from tui.files.importers.tables import Record, Table, identity, one_or_more, table, text, texts

_LONGEST_TITLE = 100
_IDS = ("_id", "uuid", "id", "event_id")
_TAGS = ("tag", "tags", "label", "labels")
_NOTES = ("comment", "comments", "notes")
_OURS = ("earliest", "latest", "said_by", "url")
"""Columns of `rashomon export timesketch`, which say more than an instant does."""
_TAKEN = ("message", "datetime", "timestamp", "timestamp_desc", *_OURS, *_IDS, *_TAGS, *_NOTES)


class Timesketch:
    """One timeline."""

    stem = "timesketch"
    main = "report"
    title = "Timesketch timeline"
    head = (
        "A Timesketch timeline.",
        "",
        "A row is one event and one report. A row without an id of its own is known by its time, its kind and its message.",
    )

    def __init__(self, path: str, known: Known) -> None:
        self.account = Account()
        self._path = path

    def records(self) -> Iterator[Record]:
        """Every row with a message and a time."""
        for line, row in self._rows():
            record = self._record(row, line)
            if record is not None:
                yield record

    def shared(self) -> tuple[Table, ...]:
        """The timeline as a source."""
        name = Path(self._path).name.partition(".")[0] or "timeline"
        entries = (("name", text(name)), ("kind", '"dataset"'), ("title", text(f"Timesketch timeline {name}")))
        return (table("source", "timesketch", entries),)

    def _rows(self) -> Iterator[tuple[int, Mapping[str, Any]]]:
        first = next((line for line in lines(self._path) if line.strip()), "")
        if first.lstrip().startswith(("{", "[")):
            yield from self._objects()
            return
        sheet = Sheet(self._path, self.account)
        sheet.demand("timesketch", (["message"], ["datetime", "timestamp"]))
        places = {name: sheet.column(name) for name in _TAKEN if name in sheet.columns}
        for line, cells in sheet.rows():
            yield line, {name: cells[place] for name, place in places.items()}

    def _objects(self) -> Iterator[tuple[int, Mapping[str, Any]]]:
        is_first = True
        for line, row in each_line(self._path, self.account):
            if is_first and ("message" not in row or not ("datetime" in row or "timestamp" in row)):
                raise refuse(self._path, "timesketch", "it has no message and datetime", list(row))
            is_first = False
            for name, value in row.items():
                if name not in _TAKEN and value not in (None, "", [], {}):
                    self.account.unmapped[name] = self.account.unmapped.get(name, 0) + 1
            yield line, row

    def _record(self, row: Mapping[str, Any], line: int) -> Record | None:
        message, kind = words(row.get("message")), words(row.get("timestamp_desc"))
        instant = _moment(words(row.get("datetime"))) or _epoch(words(row.get("timestamp")))
        if instant is None:
            self.account.skip("without a time that can be read", line)
            return None
        bounds = [_moment(words(row.get(name))) for name in ("earliest", "latest")]
        when = f'"{bounds[0]}/{bounds[1]}"' if all(bounds) and bounds[0] != bounds[1] else instant
        given = next((made for name in _IDS if (made := identity(words(row.get(name))))), "")
        order = instant
        number = given or hashlib.sha256(f"{order}\n{kind}\n{message}".encode()).hexdigest()[:12]
        event = f"timesketch-{number}"
        entries = [("source", '"timesketch"'), ("event", f'"{event}"'), ("when", when)]
        said_by = once(words(row.get("said_by")).split(";"))
        entries += [("said_by", one_or_more(said_by))] if said_by else []
        entries += [("quote", text(message))] if message else []
        link = words(row.get("url"))
        entries += [("locator", text(link))] if link else []
        note = " ".join(filter(None, (_joined(row.get(name)) for name in _NOTES)))
        entries += [("note", text(note))] if note else []
        tags = once([part for name in _TAGS for part in _list(row.get(name))])
        entries += [("tags", texts(tags))] if tags else []
        title = message if len(message) <= _LONGEST_TITLE else f"{message[: _LONGEST_TITLE - 1]}…"
        opening = [("title", text(title or kind or "Event"))] + ([("tags", texts((kind,)))] if kind else [])
        year = order[:4]
        return Record(
            (table("event", event, opening), table("report", f"timesketch/{number}", entries)),
            (year, order[:7], order[:10]), f"{order} {number}",
        )  # fmt: skip


def _moment(cell: str) -> str | None:
    """A time as TOML writes it; without an offset it is UTC, as Timesketch reads it."""
    try:
        made = datetime.datetime.fromisoformat(cell)
    except ValueError:
        return None
    return _written(made)


def _epoch(cell: str) -> str | None:
    """Microseconds since 1970, as `timestamp` counts them."""
    number = count(cell)
    if number is None and cell.isdecimal() and len(cell) <= 17:
        number = int(cell)
    if number is None:
        return None
    try:
        return _written(datetime.datetime(1970, 1, 1) + datetime.timedelta(microseconds=number))
    except OverflowError:
        return None


def _written(made: datetime.datetime) -> str:
    if made.tzinfo is not None:
        made = made.astimezone(datetime.UTC).replace(tzinfo=None)
    return made.isoformat() + "Z"


def _list(value: object) -> list[str]:
    """The tags of a cell: a list, or its text with brackets, quotes and commas."""
    if isinstance(value, list):
        return [words(member) for member in value]
    return [part.strip(" '\"") for part in words(value).strip("[]").split(",")]


def _joined(value: object) -> str:
    return " ".join(words(member) for member in value) if isinstance(value, list) else words(value)
