"""`rashomon report`: the critical apparatus, to keep or to print."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import replace

from tui import __version__
from tui.cli.diff import findings_within, hides_all, put_diff_json, put_hidden, say_if_empty, sheet_of
from tui.cli.dossiers import opened
from tui.cli.exits import Exit
from tui.cli.filters import add_filters, check_words, filter_in
from tui.cli.output import put_lines
from tui.cli.parsing import Parser, add_format, add_paths_help
from tui.cli.replacing import redirected
from tui.core.answers import EventRow
from tui.core.filters import Filter
from tui.index.store import Store
from tui.view.contract import citation_object, making_object
from tui.view.excerpts import excerpt
from tui.view.remaking import Making, making
from tui.view.report_front import Front, front
from tui.view.report_html import html_lines
from tui.view.report_markdown import markdown_lines
from tui.view.report_model import EventEntry, event_entry
from tui.view.report_text import front_lines, making_lines
from tui.view.texts import Sheet
from tui.view.texts_diff import unplaced_lines
from tui.view.texts_report import report_lines


def parser() -> Parser:
    """Options and help."""
    built = Parser(
        "report", operands="PATH…",
        summary="Every event with its readings, who gives them, from how many origins, why they do or do not agree,\n"
        "and the sources to cite.",
        examples=(
            "rashomon report data/al-bukamal",
            "rashomon report data/al-bukamal --format markdown",
            "rashomon report data/al-bukamal --format html -o report.html",
        ),
    )  # fmt: skip
    add_paths_help(built)
    add_format(built, *PUT)
    built.options.add_argument("-o", "--output", metavar="FILE", help="write there instead of to standard output")
    add_filters(built)
    return built


def run(options: Namespace) -> Exit:
    """Print the report, or write it to the file of `-o`."""
    check_words(options)
    with opened(options.operands) as store:
        keep = filter_in(options, store)
        say_if_empty(store, keep)
        with redirected(options.output):
            PUT[options.format](store, keep)
    return Exit.DONE


def _sheet(store: Store) -> Sheet:
    """That of every text, which here tells too who repeats whom."""
    return replace(sheet_of(store), behind=store.behind)


def _put_json(store: Store, keep: Filter) -> None:
    more = {
        "made": making_object(_making(store, keep, "json")),
        "citations": [citation_object(source) for source in store.sources()],
    }
    put_diff_json(store, keep, everything=True, more=more)


def _put_markdown(store: Store, keep: Filter) -> None:
    sheet = _sheet(store)
    put_lines(markdown_lines(_front(store, keep, sheet, "markdown"), _entries(store, keep, sheet)))


def _put_html(store: Store, keep: Filter) -> None:
    sheet = _sheet(store)
    lines = html_lines(_front(store, keep, sheet, "html"), _entries(store, keep, sheet))
    utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    put_lines(lines if utf8 else (line.encode("ascii", "xmlcharrefreplace").decode("ascii") for line in lines))


def _making(store: Store, keep: Filter, style: str) -> Making:
    words = ("rashomon", "report", f"--format={style}")
    return making(f"rashomon {__version__}", words, keep, store.summary(), store.inputs())


def _front(store: Store, keep: Filter, sheet: Sheet, style: str) -> Front:
    return front(
        store.summary(), _rows(store, keep), sheet,
        findings=findings_within(store, keep), unplaced=store.unplaced(),
        made=_making(store, keep, style),
    )  # fmt: skip


def _entries(store: Store, keep: Filter, sheet: Sheet) -> Iterator[EventEntry]:
    return (event_entry(number, row, sheet) for number, row in enumerate(_rows(store, keep), start=1))


def _rows(store: Store, keep: Filter) -> Iterator[EventRow]:
    """The events of the filter, with the fields and findings of it."""
    for row in store.all_events(keep):
        part = excerpt(row.verdict, keep, everything=True)
        if part is not None:
            yield replace(row, verdict=part)


def _put_text(store: Store, keep: Filter) -> None:
    sheet = _sheet(store)
    made = _front(store, keep, sheet, "text")
    put_lines(front_lines(made, sheet))
    if hides_all(store, keep):
        put_hidden()
    else:
        put_lines(report_lines(_rows(store, keep), sheet))
        put_lines(unplaced_lines(store.unplaced(), sheet))
    put_lines(making_lines(made.making, sheet))


PUT: dict[str, Callable[[Store, Filter], None]] = {
    "text": _put_text,
    "markdown": _put_markdown,
    "html": _put_html,
    "json": _put_json,
}
