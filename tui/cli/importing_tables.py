"""`rashomon import` of what `rashomon export` wrote: the same dossier, in a new folder."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from tui.cli.exits import Exit
from tui.cli.output import say
from tui.errors import UsageError
from tui.files.importers import Importer, Options
from tui.files.importers.placing import place
from tui.files.walk import shown_path
from tui.view.claims import counted


def import_tables(importer: Importer) -> Callable[[str, Namespace], Exit]:
    """What the command does with a file of this format."""

    def run(path: str, options: Namespace) -> Exit:
        if not options.output:
            raise UsageError(
                f"`rashomon import {importer.name}` needs a folder to write to", hint="name it with -o DIR"
            )
        if options.update:
            hint = "import it into a new folder and compare the two"
            raise UsageError(
                f"{importer.name} holds a whole dossier; --update is for formats of other tools", hint=hint
            )
        folder = Path(options.output)
        imported = importer.read(Path(path), Options())
        if not options.dry_run:
            place(imported.files, folder)
        done = "would write" if options.dry_run else "wrote"
        say(
            f"{done} {shown_path(folder)}: {counted(imported.rows, 'row')} read, {counted(len(imported.files), 'file')}"
        )
        for dropped in imported.dropped:
            say(f"{dropped.column}: {counted(dropped.cells, 'cell')} left out, {dropped.why}")
        return Exit.DONE

    return run
