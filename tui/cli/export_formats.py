"""The formats of `rashomon export`: for each its name, its help, and which exporter makes its lines or its file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path

from tui.cli.output import Script
from tui.core.answers import EventRow
from tui.core.model import Dossier
from tui.core.values import dataclass
from tui.files.exporters.bibtex import bibtex_lines
from tui.files.exporters.csl_json import csl_lines
from tui.files.exporters.csv_text import csv_lines
from tui.files.exporters.geojson import geojson_lines
from tui.files.exporters.jsonl import jsonl_lines
from tui.files.exporters.parquet import write_parquet
from tui.files.exporters.timelinejs import TimelineJs
from tui.files.exporters.timesketch import Timesketch
from tui.files.exporters.workbook import write_workbook
from tui.files.tables.rows import Sheet
from tui.files.tables.shapes import Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """What is exported: a dossier or a part of it."""

    dossier: Dossier
    """As its files state it, with the reports of the filter only."""
    rows: Callable[[], Iterator[EventRow]]
    """The events of the filter, judged, in the order of the timeline; reports without an event last."""
    shape: Shape
    bare: bool
    names: Mapping[str, str]
    """Path of each file -> the name that reading back gives it."""
    narrowed: bool
    """The filter speaks of fields, so that other fields are left out."""
    messages: list[str] = field(default_factory=list)
    """What is to be said on stderr when all is written."""

    def sheet(self) -> Sheet:
        """Rows and columns."""
        return Sheet(self.dossier, self.rows(), shape=self.shape, names=self.names, narrowed=self.narrowed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format: either lines of text or a file that is written as a whole."""

    name: str
    help: str
    lines: Callable[[Extract, str], Iterable[str]] | None = None
    """Lines of an extract; the second argument is the name of the file, empty for standard output."""
    write: Callable[[Extract, Path], None] | None = None
    """Writes an extract to a new file."""
    judged: bool = True
    """Whether it shows what was judged."""
    has_rows: bool = False
    """Whether `--rows` and `--bare` apply."""
    script: Script = Script.JSON
    """What its lines are."""


def _csv(extract: Extract, _name: str) -> Iterable[str]:
    return csv_lines(extract.sheet(), bare=extract.bare)


def _jsonl(extract: Extract, _name: str) -> Iterable[str]:
    return jsonl_lines(extract.dossier, extract.names)


def _xlsx(extract: Extract, path: Path) -> None:
    write_workbook(extract.sheet(), path, bare=extract.bare)


def _parquet(extract: Extract, path: Path) -> None:
    write_parquet(extract.sheet(), path, bare=extract.bare)


def _timesketch(extract: Extract, name: str) -> Iterator[str]:
    timeline = Timesketch(extract.dossier, extract.rows())
    yield from timeline.jsonl_lines() if name.endswith((".jsonl", ".json")) else timeline.csv_lines()
    if timeline.left_out:
        extract.messages.append(
            f"{timeline.left_out:,} clocks show no time that is given, understood and bounded, and are left out"
        )


def _timelinejs(extract: Extract, _name: str) -> Iterator[str]:
    timeline = TimelineJs(extract.dossier, extract.rows())
    yield from timeline.lines()
    if timeline.left_out:
        extract.messages.append(
            f"{timeline.left_out:,} events without a time and reports without an event are left out"
        )


def _geojson(extract: Extract, _name: str) -> Iterator[str]:
    return geojson_lines(extract.dossier, extract.rows())


def _csl(extract: Extract, _name: str) -> Iterator[str]:
    return csl_lines(extract.dossier)


def _bibtex(extract: Extract, _name: str) -> Iterator[str]:
    return bibtex_lines(extract.dossier)


FORMATS: tuple[Format, ...] = (
    Format(
        name="csv",
        help="a table: a claim, a report or a verdict a row (--rows)",
        lines=_csv,
        has_rows=True,
        script=Script.EXACT,
    ),
    Format(
        name="xlsx", help="the same as a workbook, a sheet for each table (extra: xlsx)", write=_xlsx, has_rows=True
    ),
    Format(name="parquet", help="the same for data science (extra: parquet)", write=_parquet, has_rows=True),
    Format(name="jsonl", help="JSON Lines: an object for every table of the dossier", lines=_jsonl, judged=False),
    Format(
        name="timesketch",
        help="CSV, or JSON Lines where FILE ends in .jsonl: a row for every clock",
        lines=_timesketch,
        script=Script.EXACT,
    ),
    Format(
        name="timelinejs", help="JSON for TimelineJS: a slide for every event, with its readings", lines=_timelinejs
    ),
    Format(name="geojson", help="a map: every place of every event, with how exact it is", lines=_geojson),
    Format(
        name="csl-json", help="the sources, for Zotero, pandoc and other citation software", lines=_csl, judged=False
    ),
    Format(name="bibtex", help="the sources, for LaTeX", lines=_bibtex, judged=False, script=Script.TEXT),
)
"""Every format, in the order of help."""
