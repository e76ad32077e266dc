"""`rashomon report`: the critical apparatus, to keep or to print."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from tui.cli.diff import put_diff_json, say_if_empty, sheet_of
from tui.cli.dossiers import opened
from tui.cli.exits import Exit
from tui.cli.filters import add_filters, check_words, filter_of
from tui.cli.output import put_lines, redirected
from tui.cli.parsing import Parser, add_format, add_paths_help
from tui.core.filters import Filter
from tui.index.store import Store
from tui.view.contract import citation_object
from tui.view.texts_diff import summary_lines, unplaced_lines
from tui.view.texts_html import html_lines
from tui.view.texts_markdown import markdown_lines
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
    add_format(built, *_PUT)
    built.options.add_argument("-o", "--output", metavar="FILE", help="write there instead of to standard output")
    add_filters(built)
    return built


def run(options: Namespace) -> Exit:
    """Print the report, or write it to the file of `-o`."""
    check_words(options)
    with opened(options.operands) as store:
        keep = filter_of(options, store.summary().timezone)
        say_if_empty(store, keep)
        with redirected(options.output):
            _PUT[options.format](store, keep)
    return Exit.DONE


def _put_json(store: Store, keep: Filter) -> None:
    put_diff_json(store, keep, everything=True, citations=[citation_object(source) for source in store.sources()])


def _put_markdown(store: Store, keep: Filter) -> None:
    put_lines(markdown_lines(store.summary(), store.all_events(keep), sheet_of(store)))


def _put_html(store: Store, keep: Filter) -> None:
    put_lines(html_lines(store.summary(), store.all_events(keep), sheet_of(store)))


def _put_text(store: Store, keep: Filter) -> None:
    sheet = sheet_of(store)
    put_lines(summary_lines(store.summary(), sheet))
    put_lines(report_lines(store.all_events(keep), sheet))
    put_lines(unplaced_lines(store.unplaced(), sheet))


_PUT: dict[str, Callable[[Store, Filter], None]] = {
    "text": _put_text,
    "markdown": _put_markdown,
    "html": _put_html,
    "json": _put_json,
}
