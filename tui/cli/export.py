"""`rashomon export`: a dossier, or the part a filter leaves, in the formats of other tools."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from tui.cli.diff import say_if_empty
from tui.cli.dossiers import here, open_watched
from tui.cli.exits import Exit
from tui.cli.export_formats import FORMATS, Extract, Format
from tui.cli.filters import OPTIONS, add_filters, check_words, filter_in
from tui.cli.output import put_data, say
from tui.cli.parsing import Parser, add_paths_help
from tui.cli.replacing import redirected, replaced
from tui.core.answers import EventRow
from tui.core.filters import EVERYTHING, Filter
from tui.errors import UsageError
from tui.files.load import Loaded, load
from tui.files.spelling import nearest
from tui.files.tables.parts import part_of
from tui.files.tables.shapes import Shape
from tui.files.tables.stated import file_hints
from tui.index.store import Store
from tui.view.claims import counted
from tui.view.excerpts import excerpt, narrows

_PAGE = 100
_HINT = "rashomon export csv my-story -o claims.csv"


def parser() -> Parser:
    """Options and help."""
    built = Parser(
        "export", operands="FORMAT PATH… -o FILE",
        summary="A dossier, or the part a filter leaves, for other tools. FORMAT is one of\n\n"
        + "\n".join(f"  {known.name:<11} {known.help}" for known in FORMATS)
        + "\n\ncsv, xlsx, jsonl and parquet come back by `rashomon import` as the same dossier.",
        examples=(
            "rashomon export csv data/al-bukamal -o claims.csv",
            "rashomon export csv data/al-bukamal --rows reports --source dw",
            "rashomon export geojson data/al-bukamal --since 2016-06-28 -o events.geojson",
            "rashomon export timesketch data/al-bukamal -o timeline.jsonl",
            "rashomon export bibtex data/al-bukamal",
        ),
        words=[known.name for known in FORMATS],
    )  # fmt: skip
    add_paths_help(built)
    add = built.options.add_argument
    add("-o", "--output", metavar="FILE", help="write there, whole or not at all; - or nothing: to standard output")
    add(
        "--rows", choices=[str(shape) for shape in Shape], default=str(Shape.CLAIMS),
        help="csv, xlsx, parquet: what a row is; default claims",
    )  # fmt: skip
    add(
        "--bare",
        action="store_true",
        help="csv, xlsx, parquet: only these rows, without the tables that bring all back",
    )
    add_filters(built)
    return built


def run(options: Namespace) -> Exit:
    """Write the export. Raises `UsageError`, `CannotOpen`."""
    chosen, paths = _format_of(options)
    target = None if options.output in (None, "-") else str(options.output)
    if chosen.write is not None and target is None:
        raise UsageError(f"{chosen.name} is no text and goes to a file", hint=f"name it with -o FILE.{chosen.name}")
    check_words(options)
    with _extracted(paths or [here()], options, judged=chosen.judged) as extract:
        written(chosen, extract, target)
        for message in extract.messages:
            say(message)
    return Exit.DONE


def written(chosen: Format, extract: Extract, target: str | None, each: Callable[[], None] | None = None) -> None:
    """Write the extract to the file, whole or not at all; None is standard output, for formats that are text.

    `each` is called before every line of text, and ends the work where it raises.
    """
    if chosen.write is not None and target is not None:
        with replaced(target) as path:
            chosen.write(extract, path)
    elif chosen.lines is not None:
        with redirected(target):
            lines = chosen.lines(extract, target or "")
            put_data(lines if each is None else _telling(lines, each), chosen.script)


def _telling(lines: Iterable[str], each: Callable[[], None]) -> Iterator[str]:
    for line in lines:
        each()
        yield line


def _format_of(options: Namespace) -> tuple[Format, list[str]]:
    """The format of the first operand, and the PATHs behind it."""
    names = [known.name for known in FORMATS]
    if not options.operands:
        raise UsageError(f"`rashomon export` takes a format: {', '.join(names)}", hint=_HINT)
    name, *paths = options.operands
    chosen = next((known for known in FORMATS if known.name == name), None)
    if chosen is None:
        near = nearest(name, names)
        raise UsageError(
            f"there is no format {name}", hint=f"did you mean {near}?" if near else f"one of: {', '.join(names)}"
        )
    if not chosen.has_rows and (options.bare or options.rows != Shape.CLAIMS):
        raise UsageError(f"--rows and --bare belong to csv, xlsx and parquet, not to {name}", hint=_HINT)
    return chosen, paths


@contextmanager
def _extracted(paths: list[str], options: Namespace, *, judged: bool) -> Iterator[Extract]:
    """What is exported. The dossier is judged only where the format shows verdicts, or a filter asks for them.

    It is judged first and then loaded, so that never both take memory for what they need on the way.
    """
    filtered = any(getattr(options, name.removeprefix("--")) for name, _, _ in OPTIONS)
    store = open_watched(paths) if judged or filtered else None
    try:
        loaded = load(paths)
        if loaded.faults:
            say(f"{counted(loaded.faults, 'problem')}, see `rashomon check`")
        yield _extract(loaded, store, options)
    finally:
        if store is not None:
            store.close()


def _extract(loaded: Loaded, store: Store | None, options: Namespace) -> Extract:
    keep = filter_in(options, store) if store is not None else EVERYTHING
    made = extract_of(loaded, store, keep, shape=Shape(options.rows), bare=options.bare)
    if store is not None and not keep.is_empty:
        say_if_empty(store, keep)
        kept, every = len(made.dossier.reports), len(loaded.dossier.reports)
        if kept < every:
            say(f"{counted(kept, 'report')} of {every:,}, as the filter has it")
    return made


def extract_of(
    loaded: Loaded, store: Store | None, keep: Filter, *, shape: Shape = Shape.CLAIMS, bare: bool = False
) -> Extract:
    """What the filter leaves, as its files state it and, where a store is given, as it was judged."""
    dossier = loaded.dossier
    if store is not None and (not keep.is_empty or store.summary().as_of is not None):
        dossier = part_of(dossier, {report.id for row in _rows(store, keep) for report in row.reports})
    return Extract(
        dossier=dossier,
        rows=lambda: _rows(store, keep) if store is not None else iter(()),
        shape=shape,
        bare=bare,
        names=file_hints(loaded.paths),
        narrowed=narrows(keep),
    )


def _rows(store: Store, keep: Filter) -> Iterator[EventRow]:
    """Events and reports without one, in the order of the timeline, with the fields and findings of the filter."""
    for start in range(0, store.count(keep), _PAGE):
        for row in store.page(keep, start, _PAGE):
            part = excerpt(row.verdict, keep, everything=True)
            if part is not None:
                yield replace(row, verdict=part)
