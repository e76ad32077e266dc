"""From a file of a foreign format to the files of a dossier: what is new, what changed, what is gone, and what stays as yours.

Everything is made in a folder beside the dossier and put in place file by file when all of it is there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path
from typing import BinaryIO, TextIO

from tui.core.values import dataclass
from tui.errors import UsageError
from tui.files.importers.accounts import Account
from tui.files.importers.feeds import Feed, Known
from tui.files.importers.merges import Change, Merged, merge
from tui.files.importers.placing import beside, put_in_place
from tui.files.importers.present import Present, text_of
from tui.files.importers.shelves import Shelf
from tui.files.importers.snapshots import Snapshot, line_of, name_of, place_of
from tui.files.importers.tables import Record, Table, rendered, text
from tui.files.walk import shown_path

Opener = Callable[[str, Known], Feed]
"""Opens a file of one format."""

ACTORS, PLACES = "actors", "places"


@dataclass(slots=True)
class Arrival:
    """What an import came to, to be told."""

    account: Account
    stem: str = ""
    main: str = "report"
    files: dict[str, int] = field(default_factory=dict)
    """File as written or to be written -> new reports in it."""
    changed: list[str] = field(default_factory=list)
    """Files that were there and were changed."""
    added: int = 0
    unchanged: int = 0
    """Reports as the last import brought them."""
    merged: Merged = field(default_factory=Merged)
    removed: list[str] = field(default_factory=list)
    """Reports of the last import that the file no longer has; they stay."""
    deleted: list[str] = field(default_factory=list)
    """Reports taken out by hand; they stay out."""
    yours: list[str] = field(default_factory=list)
    """Tables of the same id that another hand wrote; they stay."""


def bring(opener: Opener, path: str, folder: Path, *, update: bool = False, dry_run: bool = False) -> Arrival:
    """Import a file into a folder, which may be new, or hold other things.

    Raises `UsageError` and `CannotOpen`; then nothing in the folder has changed.
    """
    probe = opener(path, Known())
    last = Snapshot(place_of(folder, probe.stem))
    try:
        if last.exists and not (update or dry_run):
            raise UsageError(
                f"{shown_path(folder)} has an import of {probe.stem} already",
                hint="--update brings it up to date and keeps what you changed",
            )
        present = Present(folder, last)
        with beside(folder) as fresh:
            feed = opener(path, Known(last.places, present.named))
            arrival = _Work(feed, folder, fresh, last, present).done()
            if not dry_run:
                last.close()
                put_in_place(fresh, folder)
    finally:
        last.close()
    return arrival


class _Work:
    """One import in progress."""

    def __init__(self, feed: Feed, folder: Path, fresh: Path, last: Snapshot, present: Present) -> None:
        self.feed = feed
        self.folder = folder
        self.fresh = fresh
        self.last = last
        self.present = present
        self.arrival = Arrival(feed.account, feed.stem, feed.main)
        self._all = f"{feed.main}s"
        """How the name of a file that takes every record ends."""
        self._lines: dict[str, int] = {}
        """Name of every table met -> hash of its line."""
        self._copies: dict[str, int] = {}
        """Id -> how many different rows have it."""
        self._changes: dict[Path, dict[str, Change]] = defaultdict(dict)
        self._more: dict[Path, list[str]] = defaultdict(list)

    def done(self) -> Arrival:
        """Read everything and write what comes of it to the fresh folder."""
        snapshot = place_of(self.fresh, self.feed.stem)
        snapshot.parent.mkdir(parents=True)
        with Shelf() as shelf, snapshot.open("wb") as lines:
            for record in self.feed.records():
                self._take(record, shelf, lines)
            account = self.feed.account
            if not account.reports:
                why = next(account.told(), "")
                raise UsageError(f"no row of {account.rows:,} could be read; nothing was imported", hint=why)
            self._share(lines)
            self._write(shelf)
        self._leave()
        self._merge()
        return self.arrival

    def _take(self, record: Record, shelf: Shelf, lines: BinaryIO) -> None:
        account = self.feed.account
        report = record.tables[-1]
        line = line_of(report)
        name = name_of(report)
        if name in self._lines:
            if self._lines[name] == hash(line):
                account.again += 1
                return
            report = self._renamed(report)
            record, line, name = record._replace(tables=(report,)), line_of(report), name_of(report)
        self._lines[name] = hash(line)
        account.reports += 1
        fresh = self._state(report, name, line)
        kept = name in self.last and name in self.present
        written: list[Table] = []
        for table in record.tables[:-1]:
            other = name_of(table)
            if other not in self._lines:
                brought = line_of(table)
                self._lines[other] = hash(brought)
                self._keep(other, brought, lines)
                if other in self.present:
                    self._state(table, other, brought)
                elif fresh or (kept and other not in self.last):
                    written.append(table)
        self._keep(name, line, lines)
        if fresh:
            self.arrival.added += 1
            written.append(report)
        if written:
            self._shelve(record, "\n".join(map(rendered, written)), shelf)

    def _renamed(self, report: Table) -> Table:
        number = self._copies.get(report.id, 1) + 1
        while f"{report.name} {report.id}-{number}" in self._lines:
            number += 1
        self._copies[report.id] = number
        return report._replace(id=f"{report.id}-{number}")

    def _keep(self, name: str, line: bytes, lines: BinaryIO) -> None:
        """Note in the new snapshot what this import brings; a table that another hand wrote is none of its own."""
        if name in self.last or name not in self.present:
            lines.write(line)

    def _state(self, table: Table, name: str, line: bytes) -> bool:
        """Whether the table is to be written anew. Notes what becomes of it otherwise."""
        file = self.present.file(name)
        was_there = name in self.last
        is_report = table.name == self.feed.main
        if file is None:
            if was_there and is_report:
                self.arrival.deleted.append(table.id)
            return not was_there
        if not was_there:
            if is_report:
                self.arrival.yours.append(table.id)
        elif self.last.same(name, line):
            self.arrival.unchanged += is_report
        else:
            self._changes[file][name] = Change(self.last.table(name), table)
        return False

    def _shelve(self, record: Record, written: str, shelf: Shelf) -> None:
        """Where the last import has a file for it the record goes there, behind what stands in it."""
        if self.last.exists:
            for level in (*reversed(record.levels), self._all):
                target = self.folder / f"{self.feed.stem}-{level}.toml"
                if target.is_file():
                    self._more[target].append(written)
                    return
        shelf.add(record.levels, record.order, written)

    def _share(self, lines: BinaryIO) -> None:
        """Sources, actors and places: each kind in a file of its own."""
        files = {"source": self.feed.stem, "actor": f"{self.feed.stem}-{ACTORS}", "place": f"{self.feed.stem}-{PLACES}"}
        written: dict[str, list[str]] = defaultdict(list)
        for table in self.feed.shared():
            line, name = line_of(table), name_of(table)
            self._keep(name, line, lines)
            self._lines[name] = hash(line)
            if self._state(table, name, line):
                written[files.get(table.name, self.feed.stem)].append(rendered(table))
        for stem, blocks in written.items():
            target = self.folder / f"{stem}.toml"
            if target.is_file():
                self._more[target] += blocks
            else:
                with self._file(target.name) as stream:
                    stream.write(self._head(full=stem == self.feed.stem) + "\n".join(blocks))
        if not self.folder.exists():
            with self._file("dossier.toml") as stream:
                stream.write(f"[dossier]\ntitle = {text(self.feed.title)}\n")

    def _write(self, shelf: Shelf) -> None:
        for level, records in shelf.files():
            name = f"{self.feed.stem}-{level or self._all}.toml"
            count = 0
            with self._file(name) as stream:
                stream.write(self._head(full=False))
                for number, record in enumerate(records):
                    stream.write(("\n" if number else "") + record)
                    count = number + 1
            if count:
                self.arrival.files[name] = count
            else:
                (self.fresh / name).unlink()

    def _head(self, *, full: bool) -> str:
        lines = self.feed.head if full else self.feed.head[:1]
        return "".join(f"# {line}".rstrip() + "\n" for line in lines) + "\n"

    @contextmanager
    def _file(self, name: str) -> Iterator[TextIO]:
        with (self.fresh / name).open("w", encoding="utf-8", errors="replace", newline="\n") as stream:
            yield stream

    def _leave(self) -> None:
        """What the last import brought and this one does not."""
        main = f"{self.feed.main} "
        self.arrival.removed = [
            name.partition(" ")[2] for name in self.last if name.startswith(main) and name not in self._lines
        ]

    def _merge(self) -> None:
        """Change the files that are there, in the fresh folder."""
        for name in self.present.edited:
            file = self.present.file(name)
            if file is not None and name not in self._changes[file] and name in self._lines:
                old = self.last.table(name)
                self._changes[file][name] = Change(old, old)
        for file in sorted({*self._changes, *self._more}):
            before = text_of(file)
            after = merge(before, self._changes.get(file, {}), self.arrival.merged)
            blocks = self._more.get(file, [])
            if blocks:
                after = after.rstrip("\n") + "\n\n" + "\n".join(blocks)
            if after != before:
                target = self.fresh / file.relative_to(self.folder)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(after.encode())
                self.arrival.changed.append(str(file.relative_to(self.folder)))
