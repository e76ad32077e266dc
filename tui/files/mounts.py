"""A data set that a dossier mounts: the rows of a table are reports, as an import would make them, and stay a table.

What the dossier's own files declare comes first: an actor, place, source or event of theirs is not declared again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import tomli

from tui.core.names import fold
from tui.core.problems import Severity
from tui.core.progress import Step, Watch
from tui.errors import CannotOpen, UsageError
from tui.files.complaints import cut
from tui.files.decode import Pieces, Row, decode_row
from tui.files.faults import Faults
from tui.files.format import DATASET, TABLE_OF
from tui.files.positions import Spot
from tui.files.walk import leads_out, shown_path

if TYPE_CHECKING:
    from tui.files.importers.feeds import Feed
    from tui.files.importers.tables import Table

TABLE = "csv"
"""The format of a table of one's own, and what is taken where none is named."""
TOLD_EVERY = 512


class Mount(NamedTuple):
    """One `[[dataset]]` and where it stands."""

    owner: str
    """The file that mounts it, as shown."""
    row: Row
    path: Path
    root: Path
    """The folder of the dossier, which the table must stand in."""

    @property
    def shown(self) -> str:
        """The table, as printed."""
        return shown_path(self.path)


def mounts_of(pieces: Pieces, path: Path, root: Path) -> list[Mount]:
    """The data sets that a file mounts; their names are seen from it."""
    return [
        Mount(pieces.file, row, path.parent / row.values["file"], root) for row in pieces.rows.get(DATASET.name, ())
    ]


def refusal(each: Mount) -> str | None:
    """Why a table is not looked into: a dossier from a stranger must not name a file elsewhere, or wait on a pipe."""
    try:
        if leads_out(each.path, each.root):
            return f"it leads out of the dossier's folder, {shown_path(each.root)}"
        if each.path.exists() and not each.path.is_file():
            return "it is no ordinary file"
    except (OSError, ValueError):
        return None
    return None


def mount(found: Sequence[Mount], stated: Sequence[Pieces], watch: Watch) -> list[Pieces]:
    """What the tables state, beside what the files of the dossier do. A table that cannot be read is a problem."""
    taken = _Taken(stated)
    made = []
    for each in found:
        faults = Faults(each.owner)
        faults.table, faults.number, faults.spot = DATASET, each.row.number, each.row.spot
        if (why := refusal(each)) is not None:
            faults.add(
                "dataset-refused",
                f"{faults.path('file')} is left out: {why}",
                line=each.row.spot.line_of("file"),
                key=faults.path("file"),
                found=each.row.values["file"],
                expected="a table in the folder of the dossier, or in a folder below it",
            )
            made.append(Pieces(file=each.owner, problems=tuple(faults.problems)))
            continue
        try:
            feed = _opened(each, taken, faults)
            pieces = None if feed is None else _Reading(each, feed, taken).pieces(watch)
        except (CannotOpen, UsageError) as error:
            told = str(error) + (f" ({error.hint})" if error.hint else "")
            faults.add(
                "dataset-unread", f"{faults.path('file')} is left out: {told}", line=each.row.spot.line_of("file")
            )
            pieces = None
        if pieces is not None:
            made.append(pieces)
            taken.add(pieces)
            _tell(feed, faults)
        if faults.problems:
            made.append(Pieces(file=each.owner, problems=tuple(faults.problems)))
    return made


class _Taken:
    """What is declared already."""

    def __init__(self, stated: Sequence[Pieces]) -> None:
        self.ids: dict[str, set[str]] = {name: set() for name in ("source", "actor", "place", "event", "report")}
        self.named: dict[str, dict[str, str]] = {"actor": {}, "place": {}}
        for pieces in stated:
            self.add(pieces)

    def add(self, pieces: Pieces) -> None:
        """Note what a file declares."""
        for name, ids in self.ids.items():
            ids.update(row.values["id"] for row in pieces.rows.get(name, ()) if "id" in row.values)
        for name, meant in self.named.items():
            for row in pieces.rows.get(name, ()):
                values = row.values
                for known in (values["id"], values.get("name", values["id"]), *values.get("aliases", ())):
                    meant.setdefault(fold(known), values["id"])


def _opened(each: Mount, taken: _Taken, faults: Faults) -> Feed | None:
    """The table, ready to be read; None after a problem of how it is mounted. Raises `CannotOpen`, `UsageError`."""
    from tui.files.importers.feeds import Known  # noqa: PLC0415  (few dossiers mount a table)
    from tui.files.importers.foreign import FOREIGN  # noqa: PLC0415  (few dossiers mount a table)
    from tui.files.importers.mapped import mapped  # noqa: PLC0415  (few dossiers mount a table)
    from tui.files.importers.mapping import Mapping  # noqa: PLC0415  (few dossiers mount a table)
    from tui.files.importers.sheets import column_name  # noqa: PLC0415  (few dossiers mount a table)

    values, known = each.row.values, Known(named=taken.named)
    format_ = values.get("format", TABLE)
    if format_ != TABLE:
        return next(one for one in FOREIGN if one.name == format_).open(str(each.path), known)
    columns = {meant: names for meant, names in values.get("columns", ()) if _can_be(meant, faults)}
    if not columns:
        faults.add(
            "missing-key",
            f"{faults.path()} is {TABLE} and maps no column",
            line=each.row.spot.line,
            key=faults.path("columns"),
            expected='[dataset.columns] with lines such as when = "Date"',
        )
        return None
    folded = {meant: tuple(map(column_name, names)) for meant, names in columns.items()}
    source = {"id": values["source"]} if "source" in values else {}
    return mapped(Mapping(folded, source))(str(each.path), known)


def _can_be(meant: str, faults: Faults) -> bool:
    from tui.files.importers.mapping import can_be, nearest_meaning  # noqa: PLC0415  (few dossiers mount a table)

    if can_be(meant):
        return True
    faults.add(
        "unknown-key",
        f"{faults.path('columns')}.{cut(meant)} is nothing that a column can be",
        line=faults.spot.line_of(f"columns.{meant}"),
        key=f"{faults.path('columns')}.{cut(meant)}",
        found=meant,
        suggestion=nearest_meaning(meant),
    )
    return False


def _tell(feed: Feed | None, faults: Faults) -> None:
    """A note for each thing that was not taken over."""
    for told in feed.account.told() if feed is not None else ():
        faults.add("dataset-left-out", told, line=faults.spot.line, key=faults.path(), severity=Severity.NOTE)


class _Reading:
    """One table being read."""

    def __init__(self, each: Mount, feed: Feed, taken: _Taken) -> None:
        self._feed = feed
        self._shown = each.shown
        self._own = feed.stem
        self._source = each.row.values.get("source", feed.stem)
        self._taken = taken
        self._faults = Faults(each.shown)
        self._rows: dict[str, list[Row]] = {name: [] for name in taken.ids}
        self._met: dict[str, int] = {}
        """Ids of reports -> hash of what they state."""

    def pieces(self, watch: Watch) -> Pieces:
        """Everything the table states. Raises `CannotOpen`, `UsageError`."""
        account = self._feed.account
        for number, record in enumerate(self._feed.records()):
            if number % TOLD_EVERY == 0:
                watch(Step("mounting", number, 0))
            spot = Spot(account.line or None)
            for table in record.tables[:-1]:
                self._declare(table, spot)
            self._report(record.tables[-1], spot)
        for table in self._feed.shared():
            self._declare(table, Spot(None))
        return Pieces(file=self._shown, rows=self._rows, problems=tuple(self._faults.problems), has_tables=True)

    def _report(self, report: Table, spot: Spot) -> None:
        account, said = self._feed.account, hash(report.body)
        name, before = report.id, self._met.get(report.id)
        if before == said:
            account.again += 1
            return
        if before is not None:
            number = 2
            while f"{name}-{number}" in self._met:
                number += 1
            name = f"{name}-{number}"
        self._met[name] = said
        account.reports += 1
        content = contents(report.body)
        if self._source != self._own:
            first, slash, rest = name.partition("/")
            name = f"{self._source}/{rest}" if slash and first == self._own else name
            content["source"] = self._source if content.get("source") == self._own else content.get("source")
        self._keep("report", {"id": name} | content, spot)

    def _declare(self, table: Table, spot: Spot) -> None:
        """A table that nobody has declared yet; the data set's own source under the id it is mounted by."""
        ids, name = self._taken.ids[table.name], table.id
        content = contents(table.body)
        if table.name == "source" and name == self._own and self._source != self._own:
            name = self._source
            content.pop("siglum", None)
        if name not in ids:
            ids.add(name)
            self._keep(table.name, {"id": name} | content, spot)

    def _keep(self, table: str, content: dict[str, Any], spot: Spot) -> None:
        self._faults.table = TABLE_OF[table]
        row = decode_row(TABLE_OF[table], content, None, spot, self._faults)
        if row is not None:
            self._rows[table].append(row)


def contents(body: str) -> dict[str, Any]:
    """The keys of an imported table. Most are one to a line and read by a glance, the others by the parser."""
    made: dict[str, Any] = {}
    for line in body.split("\n"):
        key, equals, written = line.partition(" = ")
        value = _glance(written) if equals else None
        if value is None or '"' in key:
            return tomli.loads(body)
        outer, dot, inner = key.partition(".")
        if dot:
            made.setdefault(outer, {})[inner] = value
        else:
            made[key] = value
    return made


@lru_cache(maxsize=1 << 16)
def _glance(written: str) -> Any:  # noqa: ANN401 - whatever TOML can hold
    """The value of one line; None where it goes on in the next."""
    if written[:1] == '"' and written[-1:] == '"' and '"' not in written[1:-1] and "\\" not in written:
        return written[1:-1]
    if written.startswith('"""') or written == "[":
        return None
    return tomli.loads(f"v = {written}")["v"]


def declared(text: str) -> Iterator[str]:
    """Names of the files that the text of a dossier's file mounts; nothing where it is no TOML."""
    try:
        found = tomli.loads(text).get(DATASET.name, [])
    except (tomli.TOMLDecodeError, RecursionError, ValueError):
        return
    for each in found if isinstance(found, list) else [found]:
        name = each.get("file") if isinstance(each, dict) else None
        if isinstance(name, str):
            yield name
