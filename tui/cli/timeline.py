"""`rashomon timeline`: the timeline as text, a column per source."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.diff import head_lines, hides_all, put_diff_json, put_hidden, say_if_empty, sheet_of
from tui.cli.dossiers import opened
from tui.cli.exits import Exit
from tui.cli.filters import add_filters, check_words, filter_in
from tui.cli.output import put_lines
from tui.cli.parsing import Parser, add_format, add_paths_help
from tui.core.filters import EVERYTHING, Filter
from tui.core.linking.readings import review_of
from tui.errors import UsageError
from tui.index.store import Store
from tui.view.proposals import LEAST, proposals_of
from tui.view.texts import Sheet
from tui.view.texts_overviews import actor_lines, source_lines
from tui.view.texts_timeline import timeline_lines, unplaced_rows

BY = ("source", "actor")

WIDEST = 1000
"""Columns up to which a timeline is drawn: it may use the whole of a wide terminal."""


def parser() -> Parser:
    """Options and help."""
    built = Parser(
        "timeline", operands="PATH…",
        summary="The events in order of time, each as its sources tell it: a column per source where the width\n"
        "allows, else source under source, which also reads well aloud. In a column, — means no report of the\n"
        "event, and earlier that the source was published before it. Reports without an\n"
        "event stand last, with the reports they may belong with. --by source: what each source did and how\n"
        "often every two agree; --by actor: each actor's events by role and spellings by source.",
        examples=(
            "rashomon timeline data/al-bukamal",
            "rashomon timeline data/al-bukamal --source dw --since 2016-06-28 --until 2016-06-29",
            "rashomon timeline data/al-bukamal --by actor --since 2016-06-28",
            "rashomon timeline data/al-bukamal --format json",
        ),
    )  # fmt: skip
    add_paths_help(built)
    add_format(built, "text", "json")
    built.options.add_argument("--by", choices=BY, help="a paragraph per source or actor instead of events (text only)")
    add_filters(built)
    return built


def run(options: Namespace) -> Exit:
    """Print the timeline, or an overview of its sources or actors."""
    check_words(options)
    if options.by and options.format == "json":
        raise UsageError("--by prints text only", hint="`--format json` alone holds every event with its readings")
    with opened(options.operands) as store:
        keep = filter_in(options, store)
        say_if_empty(store, keep)
        if options.format == "json":
            put_diff_json(store, keep, everything=True)
            return Exit.DONE
        if options.by is None:
            put_text(store, keep)
        else:
            put_overview(store, keep, options.by)
    return Exit.DONE


def put_text(store: Store, keep: Filter) -> None:
    """The timeline as text."""
    sheet = sheet_of(store, widest=WIDEST)
    put_lines(head_lines(store, keep, sheet))
    if hides_all(store, keep):
        put_hidden()
        return
    put_lines(timeline_lines(store.all_events(keep), sheet))
    _put_unplaced(store, keep, sheet)


def put_overview(store: Store, keep: Filter, by: str) -> None:
    """Sources (of the whole dossier) or the actors of the filter, as text."""
    sheet = sheet_of(store)
    put_lines(head_lines(store, keep if by == "actor" else EVERYTHING, sheet))
    if by == "source":
        put_lines(source_lines(store.source_records(), store.source_pairs(), sheet))
    else:
        actors = ((one, store.spellings(one.id)) for one in store.billings(keep))
        put_lines(actor_lines(actors, sheet, filtered=not keep.is_empty))


def _put_unplaced(store: Store, keep: Filter, sheet: Sheet) -> None:
    """Reports without an event with their best proposals; reports are compared only where there is one."""
    rows = list(store.all_unplaced(keep))
    if rows:
        review = review_of(store.dossier(), LEAST)
        put_lines(unplaced_rows(rows, {row.verdict.id: proposals_of(row.verdict.id, review) for row in rows}, sheet))
