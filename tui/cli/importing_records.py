"""`rashomon import` of data sets and files of other tools: records become reports, and a later import updates them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from tui.cli.exits import Exit
from tui.cli.output import say
from tui.errors import UsageError
from tui.files.importers.arrival import Arrival, Opener, bring
from tui.files.importers.foreign import Foreign
from tui.files.walk import shown_path
from tui.view.claims import counted

MOST_TOLD = 20
"""Tables or keys of one kind that are named; more are counted."""


def import_records(format_: Foreign) -> Callable[[str, Namespace], Exit]:
    """What the command does with a file of this format."""

    def run(path: str, options: Namespace) -> Exit:
        if not options.output:
            raise UsageError(f"`rashomon import {format_.name}` needs a folder to write to", hint="name it with -o DIR")
        return brought(format_.open, path, options)

    return run


def brought(opener: Opener, path: str, options: Namespace) -> Exit:
    """Bring the records of a file into the folder of `-o`, and tell what came of it."""
    folder = Path(options.output)
    arrival = bring(opener, path, folder, update=options.update, dry_run=options.dry_run)
    _tell(arrival, folder, dry=options.dry_run)
    return Exit.DONE


def _tell(arrival: Arrival, folder: Path, *, dry: bool) -> None:
    account, merged = arrival.account, arrival.merged
    done = "would write" if dry else "wrote"
    say(
        f"{done} {shown_path(folder)}: {counted(account.rows, 'row')} read, {counted(arrival.added, f'new {arrival.main}')}"
        + (f" in {counted(len(arrival.files), 'new file')}" if arrival.files else "")
        + (f", {arrival.unchanged:,} as before" if arrival.unchanged else "")
        + (f", {counted(merged.updated, 'table')} changed" if merged.updated else "")
    )
    if dry:
        for name, count in arrival.files.items():
            say(f"  {name}: {counted(count, arrival.main)}")
        for name in arrival.changed:
            say(f"  {name}: changed")
    for line in account.told():
        say(line)
    _list("changed by hand and changed by this import; yours stays", merged.conflicts)
    _list("changed by hand, kept", merged.kept)
    _list("laid out so that it cannot be changed safely; do it by hand", merged.refused)
    _list("no longer in the imported file; kept here, remove them if they are wrong", arrival.removed)
    _list("removed by hand, not brought back", arrival.deleted)
    _list("here already, not from this import; left as they are", arrival.yours)


def _list(what: str, items: Sequence[str]) -> None:
    if not items:
        return
    say(f"{what} ({len(items):,}):")
    for item in items[:MOST_TOLD]:
        say(f"  {item}")
    if len(items) > MOST_TOLD:
        say(f"  … and {len(items) - MOST_TOLD:,} more")
