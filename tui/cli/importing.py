"""`rashomon import`: which formats there are, and the options of all of them. Each is read by a module of its own."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from tui.cli.exits import Exit
from tui.cli.importing_places import EXAMPLE, FILE, import_places
from tui.cli.parsing import Parser
from tui.errors import UsageError

FORMATS: dict[str, Callable[[str, Namespace], Exit]] = {"geonames": import_places}
"""What the first word after `import` may be, and what it does with a file and the options."""


def parser() -> Parser:
    """Options and help."""
    built = Parser(
        "import", operands="geonames FILE --only-used -o DIR",
        summary="Writes a [[place]] table for every place that the dossier in DIR mentions and does not declare, found in a\n"
        "GeoNames dump: FILE is SY.txt or SY.zip of https://download.geonames.org/export/dump/, or any of that\n"
        f"format, also packed with gzip. The tables go to DIR/{FILE}; no other file is touched.\n"
        "A name that may mean several places is not decided: they stand there as comments to choose from.\n"
        "GeoNames knows points, not extents; radius_km is assumed from the kind of place.",
        examples=(
            "rashomon import geonames SY.zip --only-used -o my-story --dry-run",
            "rashomon import geonames SY.txt --only-used -o my-story",
        ),
    )  # fmt: skip
    add = built.options.add_argument
    add("--only-used", action="store_true", help="only places that reports mention; nothing else can be imported")
    add("-o", "--output", metavar="DIR", help="the folder of the dossier")
    add("--dry-run", action="store_true", help="print what would be written, and write nothing")
    add("--force", action="store_true", help=f"make {FILE} anew; what was changed in it by hand is lost")
    return built


def run(options: Namespace) -> Exit:
    """Hand the file to its format. Raises `UsageError`."""
    if not options.operands:
        raise UsageError("`rashomon import` takes a format and a file", hint=EXAMPLE)
    kind, *files = options.operands
    if kind not in FORMATS:
        raise UsageError(f"this version does not import {kind}, only {', '.join(FORMATS)}", hint=EXAMPLE)
    if len(files) != 1:
        raise UsageError(f"`rashomon import {kind}` takes one file", hint=EXAMPLE)
    return FORMATS[kind](files[0], options)
