"""`rashomon diff`: where the accounts cannot all be true, then updates and wording."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping

from tui.cli.dossiers import opened
from tui.cli.exits import Exit
from tui.cli.filters import add_filters, check_words, filter_in
from tui.cli.output import PROSE_WIDTH, put_json_stream, put_lines, say, text_width
from tui.cli.parsing import Parser, add_format, add_paths_help
from tui.core.answers import EventRow
from tui.core.filters import Filter
from tui.core.judgements import EventVerdict, Finding, Verdict
from tui.index.store import Store
from tui.index.unmatched import unmatched
from tui.view.contract import diff_head, event_object
from tui.view.excerpts import excerpt, finding_passes, reaches
from tui.view.texts import Sheet
from tui.view.texts_diff import diff_lines, summary_lines, undated_lines, unplaced_lines

THRESHOLDS = (Verdict.STRAINED, Verdict.CONFLICT)


def parser() -> Parser:
    """Options and help."""
    built = Parser(
        "diff", operands="PATH…",
        summary="Every place where the accounts cannot all be true, or only at a stretch, with who says what, why,\n"
        "and from how many independent origins; then figures that were updated and things worded differently.",
        examples=(
            "rashomon diff data/al-bukamal",
            "rashomon diff data/al-bukamal --all --format json",
            "rashomon diff data/al-bukamal --actor 'Islamic State' --since 2016-06-28",
            "rashomon diff data/al-bukamal --fail-on conflict",
        ),
    )  # fmt: skip
    add_paths_help(built)
    add_format(built, "text", "json")
    built.options.add_argument("--all", action="store_true", help="every field, also those that agree")
    built.options.add_argument("--as-of", metavar="TIME", help="what was known then: leave out what is later")
    built.options.add_argument(
        "--fail-on", choices=[str(verdict) for verdict in THRESHOLDS],
        help="exit 1 when a field is open and at least so strong (doubtful and ruled ones do not count)",
    )  # fmt: skip
    add_filters(built)
    return built


def run(options: Namespace) -> Exit:
    """Print the diff, and with `--fail-on` exit 1 when something reaches it."""
    check_words(options)
    with opened(options.operands, as_of=options.as_of) as store:
        keep = filter_in(options, store)
        say_if_empty(store, keep)
        if options.format == "json":
            put_diff_json(store, keep, everything=options.all)
        else:
            put_text(store, keep, everything=options.all)
        return _exit_code(store, keep, options.fail_on)


def excerpts(store: Store, keep: Filter, *, everything: bool) -> Iterator[tuple[EventRow, EventVerdict]]:
    """Each event that has something to print, with only that."""
    for row in store.all_events(keep):
        part = excerpt(row.verdict, keep, everything=everything)
        if part is not None:
            yield row, part


def findings_within(store: Store, keep: Filter) -> list[Finding]:
    """Findings across events of which at least one passes the filter."""
    return [
        finding for finding in store.findings()
        if finding_passes(finding, keep)
        and (keep.is_empty or any(store.event(event_id, keep) is not None for event_id in finding.events))
    ]  # fmt: skip


def put_diff_json(store: Store, keep: Filter, *, everything: bool, more: Mapping[str, object] | None = None) -> None:
    """Write the object of `diff`; `report` puts `more` before the events."""
    head = diff_head(store.summary(), store.unplaced(), findings_within(store, keep))
    head |= more or {}
    rulings = store.rulings()
    events = (
        event_object(event, rulings, pairs=everything, disputed=[report.id for report in row.disputed])
        for row, event in excerpts(store, keep, everything=everything)
    )
    put_json_stream(head, "events", events)


def say_if_empty(store: Store, keep: Filter) -> None:
    """Tell an empty answer from a wrong filter, on stderr."""
    for message in unmatched(store, keep):
        say(message)
    if hides_all(store, keep):
        say("nothing passes the filters")


def hides_all(store: Store, keep: Filter) -> bool:
    """Whether the filter leaves nothing of the dossier."""
    return not keep.is_empty and store.count(keep) == 0


def put_hidden() -> None:
    """Say in a text on stdout what it would otherwise leave to guess: that it is empty for its filters."""
    put_lines(["Nothing passes the filters.", ""])


def sheet_of(store: Store, *, widest: int = PROSE_WIDTH) -> Sheet:
    """What the texts of this dossier are written on: as wide as stdout, prose never wider than an e-mail."""
    columns = min(text_width(), widest)
    return Sheet.of(store.sources(), store.rulings(), store.links(), zone=store.summary().timezone, columns=columns)


def head_lines(store: Store, keep: Filter, sheet: Sheet) -> list[str]:
    """What dossier this is, and how much of it passes the filters."""
    return summary_lines(store.summary(), sheet, None if keep.is_empty else store.passing(keep))


def put_text(store: Store, keep: Filter, *, everything: bool = False) -> None:
    """The diff as text."""
    sheet = sheet_of(store)
    rows = list(excerpts(store, keep, everything=everything))
    put_lines(head_lines(store, keep, sheet))
    put_lines(undated_lines(store.summary(), store.sources(), store.source_records(), sheet))
    if hides_all(store, keep):
        put_hidden()
        return
    found = findings_within(store, keep)
    put_lines(diff_lines(rows, found, sheet, everything=everything, filtered=not keep.is_empty))
    put_lines(unplaced_lines(store.unplaced(), sheet))


def _exit_code(store: Store, keep: Filter, fail_on: str | None) -> Exit:
    if fail_on is None:
        return Exit.DONE
    threshold = Verdict(fail_on)
    failing = sum(
        reaches(field, threshold) for _, event in excerpts(store, keep, everything=False) for field in event.fields
    )
    if failing:
        say(f"{failing} open at {fail_on}" + ("" if threshold is THRESHOLDS[-1] else " or stronger"))
    return Exit.FINDINGS if failing else Exit.DONE
