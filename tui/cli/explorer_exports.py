"""What the explorer writes to files: every format of `rashomon export`, and the texts of `timeline`, `diff` and `report`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

from tui.cli import diff, report, timeline
from tui.cli.export import extract_of, written
from tui.cli.export_formats import FORMATS
from tui.cli.replacing import redirected
from tui.core.filters import Filter
from tui.core.progress import Step, Watch
from tui.files.load import load
from tui.files.tables.stated import parts
from tui.index.store import Store
from tui.screens.exporting import Exports, Offer

_ENDINGS = {"timesketch": "csv", "timelinejs": "json", "csl-json": "json", "bibtex": "bib"}
_HELP = {
    "csv": "a table: a claim a row",
    "xlsx": "the same as a workbook",
    "parquet": "the same for data science",
    "timesketch": "CSV: a row for every clock",
    "timelinejs": "a slide for every event, with its readings",
    "csl-json": "the sources, for Zotero and pandoc",
}
"""Where the command line tells more than fits, or of its own options."""
_TEXTS: tuple[tuple[Offer, Callable[[Store, Filter], None]], ...] = (
    (Offer(name="timeline", help="the timeline as text", ending="txt"), timeline.put_text),
    (Offer(name="diff", help="the discrepancies as text", ending="txt"), diff.put_text),
    (Offer(name="report", help="every event with its readings, as text", ending="txt"), report.PUT["text"]),
    (Offer(name="markdown", help="the same as Markdown", ending="md"), report.PUT["markdown"]),
    (Offer(name="html", help="the same as one page to print or publish", ending="html"), report.PUT["html"]),
)


_PASSES = {"report": 2, "markdown": 2, "html": 2}
"""How often a format goes over the rows, where more than once: for its summary first."""
_EVERY = 8
"""Rows between two words of how far it is."""


def _counter(watch: Watch, total: int) -> Callable[[], None]:
    """Counts its calls and tells every few of them."""
    done = count()

    def each() -> None:
        number = next(done)
        if number % _EVERY == 0:
            watch(Step("writing", min(number, total), total))

    return each


def exports_of(paths: Sequence[str]) -> Exports:
    """The exports of the dossier of these PATHs."""
    formats = tuple(
        Offer(name=each.name, help=_HELP.get(each.name, each.help), ending=_ENDINGS.get(each.name, each.name))
        for each in FORMATS
    )

    def write(name: str, path: str, store: Store, keep: Filter, watch: Watch) -> tuple[str, ...]:
        rows = store.telling(_counter(watch, _PASSES.get(name, 1) * store.count(keep)))
        for offer, put in _TEXTS:
            if offer.name == name:
                with redirected(path):
                    put(rows, keep)
                return ()
        chosen = next(each for each in FORMATS if each.name == name)
        extract = extract_of(load(paths, watch=watch), rows, keep)
        # What is not judged goes over no rows that tell how far it is: its lines do, one or more for each table.
        tables = sum(len(items) for _, items in parts(extract.dossier))
        written(chosen, extract, path, None if chosen.judged else _counter(watch, tables))
        return tuple(extract.messages)

    stem = Path(paths[0]).resolve().stem if paths else "dossier"
    return Exports(offers=(*(offer for offer, _ in _TEXTS), *formats), stem=stem or "dossier", write=write)
