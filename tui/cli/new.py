"""`rashomon new`: a commented dossier to start from."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.exits import Exit
from tui.cli.output import say
from tui.cli.parsing import Parser
from tui.errors import UsageError
from tui.files.starter import write_starter


def parser() -> Parser:
    """Options and help."""
    return Parser(
        "new", operands="DIR", summary="Write a small commented dossier into a new folder. Nothing is overwritten.",
        examples=("rashomon new my-story", "rashomon check my-story"),
    )  # fmt: skip


def run(options: Namespace) -> Exit:
    """Write the starter and say what to do with it."""
    if len(options.operands) != 1:
        raise UsageError("`rashomon new` takes one folder", hint="rashomon new my-story")
    folder = options.operands[0]
    write_starter(folder)
    say(f"wrote a dossier to {folder}; open it with `rashomon {folder}`")
    return Exit.DONE
