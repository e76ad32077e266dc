"""`rashomon import`: which formats there are, and the options of all of them. Each is read by a module of its own."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from tui.cli.exits import Exit
from tui.cli.importing_mapped import import_own
from tui.cli.importing_places import EXAMPLE, FILE, import_places
from tui.cli.importing_records import import_records
from tui.cli.importing_tables import import_tables
from tui.cli.parsing import Parser
from tui.errors import UsageError
from tui.files.importers import IMPORTERS
from tui.files.importers.foreign import FOREIGN
from tui.files.spelling import nearest

OWN = ("csv", "xlsx")
"""Formats in which people keep tables of their own."""
FORMATS: dict[str, Callable[[str, Namespace], Exit]] = {
    **{known.name: import_records(known) for known in FOREIGN},
    **{known.name: import_tables(known) for known in IMPORTERS},
    **{known.name: import_own(known, import_tables(known)) for known in IMPORTERS if known.name in OWN},
    "geonames": import_places,
}
"""What the first word after `import` may be, and what it does with a file and the options."""


def parser() -> Parser:
    """Options and help."""
    about = {known.name: known.help for known in FOREIGN} | {known.name: known.help for known in IMPORTERS}
    formats = "\n".join(f"  {name:<11} {words}" for name, words in about.items())
    built = Parser(
        "import", operands="FORMAT FILE -o DIR",
        summary="Makes a dossier of a file of another tool, or brings one up to date; FILE may be packed with gzip or zip.\n"
        f"{formats}\n"
        "Each report keeps the id of its row. --update changes what has changed and keeps what you changed by hand.\n"
        "What has no place in a dossier is listed with counts.\n\n"
        "csv and xlsx of your own: --mapping names a file that says which column is what, such as\n"
        "  [columns]\n  when = \"Date\"\n  where = \"Town\"\n  \"figures.killed\" = \"Dead\"\n"
        "Without one you are asked, column by column, and the answers are kept in DIR-mapping.toml.\n\n"
        "  geonames    a [[place]] table for every place that the dossier in DIR mentions and does not declare\n"
        "FILE is then SY.txt or SY.zip of https://download.geonames.org/export/dump/, or any of that format.\n"
        f"The tables go to DIR/{FILE}; no other file is touched.\n"
        "A name that may mean several places is not decided: they stand there as comments to choose from.\n"
        "GeoNames knows points, not extents; radius_km is assumed from the kind of place.",
        examples=(
            "rashomon import ucdp-ged GEDEvent_v25_1.csv.gz -o my-story",
            "rashomon import ucdp-ged GEDEvent_v26_1.csv -o my-story --update --dry-run",
            "rashomon import csv notes.csv --mapping notes-mapping.toml -o my-story",
            "rashomon import geonames SY.zip --only-used -o my-story --dry-run",
        ),
        words=tuple(FORMATS),
    )  # fmt: skip
    add = built.options.add_argument
    add(
        "--only-used",
        action="store_true",
        help="geonames: only places that reports mention; nothing else can be imported",
    )
    add("-o", "--output", metavar="DIR", help="the folder of the dossier; need not exist yet, but for geonames")
    add("--mapping", metavar="FILE", help="csv, xlsx: which column of your own table is what")
    add("--sheet", metavar="NAME", help="xlsx with --mapping: the sheet to read; default the first")
    add("--update", action="store_true", help="bring an earlier import up to date")
    add("--dry-run", action="store_true", help="print what would be written, and write nothing")
    add("--force", action="store_true", help=f"geonames: make {FILE} anew; what was changed in it by hand is lost")
    return built


def run(options: Namespace) -> Exit:
    """Hand the file to its format. Raises `UsageError`."""
    if not options.operands:
        raise UsageError("`rashomon import` takes a format and a file", hint=EXAMPLE)
    kind, *files = options.operands
    if kind not in FORMATS:
        near = nearest(kind, FORMATS)
        hint = f"did you mean {near}?" if near else EXAMPLE
        raise UsageError(f"this version does not import {kind}, only {', '.join(FORMATS)}", hint=hint)
    if len(files) != 1:
        raise UsageError(f"`rashomon import {kind}` takes one file", hint=EXAMPLE)
    return FORMATS[kind](files[0], options)
