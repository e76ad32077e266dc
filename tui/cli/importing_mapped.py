"""`rashomon import csv|xlsx` of somebody's own table: by a mapping file, or by one that is asked for column by column."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tui.cli.exits import Exit
from tui.cli.importing_records import brought
from tui.cli.output import ask, say
from tui.errors import CannotOpen, UsageError
from tui.files.importers import Importer
from tui.files.importers.accounts import Account
from tui.files.importers.mapped import Opener, mapped
from tui.files.importers.mapping import PLAIN, can_be, guessed, nearest_meaning, read_mapping, written_mapping
from tui.files.importers.sheets import Sheet
from tui.files.walk import reason, shown_path

_EXAMPLES = 3
_LONGEST = 40
_LOOKED_AT = 50
"""Rows that are looked at for examples of a column."""


def import_own(importer: Importer, table: Callable[[str, Namespace], Exit]) -> Callable[[str, Namespace], Exit]:
    """What the command does with a file of this format. `table` reads what `rashomon export` wrote."""

    def run(path: str, options: Namespace) -> Exit:
        opener = _opener(importer.name, options)
        if options.mapping:
            return _by(Path(options.mapping), path, options, opener)
        try:
            return table(path, options)
        except CannotOpen as fault:
            if "--mapping" not in (fault.hint or "") or not options.output or not sys.stdin.isatty():
                raise
        written = Path(options.output).with_name(f"{Path(options.output).name}-mapping.toml")
        if written.exists():
            raise UsageError(
                f"{shown_path(written)} is there already", hint=f"use it with --mapping {shown_path(written)}"
            )
        return _by(_asked(path, written, opener), path, options, opener)

    return run


def _opener(kind: str, options: Namespace) -> Opener:
    if kind != "xlsx":
        if options.sheet:
            raise UsageError(
                "--sheet is for workbooks", hint="rashomon import xlsx FILE --sheet NAME --mapping FILE -o DIR"
            )
        return Sheet
    return lambda path, account: Sheet(path, account, options.sheet or "")


def _by(mapping: Path, path: str, options: Namespace, opener: Opener) -> Exit:
    if not options.output:
        raise UsageError("`rashomon import` needs a folder to write to", hint="name it with -o DIR")
    return brought(mapped(read_mapping(mapping), opener), path, options)


def _asked(path: str, written: Path, opener: Opener) -> Path:
    """Ask what each column is, and keep the answers in a file. Nothing is written where nobody answers."""
    grid = opener(path, Account())
    heads = grid.columns
    guesses = guessed(heads)
    examples = _examples(heads, grid.rows())
    say(
        f"{shown_path(Path(path))} has {len(heads)} columns. What is each? Enter takes what stands in brackets, - leaves it out."
    )
    say("when, where, who, what, event, source, said_by, figures.killed, who.attacker, claims.outcome, … (? for all)")
    chosen: dict[str, str] = {}
    for head in filter(None, heads):
        meant = _ask(head, examples[head], guesses.get(head, "-"))
        if meant != "-":
            chosen[head] = meant
    if not chosen:
        raise UsageError("no column was mapped; nothing was imported", hint="at least one column must be something")
    try:
        with written.open("x", encoding="utf-8") as file:
            file.write(written_mapping(chosen, Path(path).name))
    except OSError as error:
        raise UsageError(f"cannot write {shown_path(written)}: {reason(error)}") from error
    say(f"wrote {shown_path(written)}; next time: --mapping {shown_path(written)}")
    return written


def _examples(heads: Sequence[str], rows: Iterator[tuple[int, list[str]]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {head: [] for head in heads}
    for _, (_, cells) in zip(range(_LOOKED_AT), rows, strict=False):
        for head, cell in zip(heads, cells, strict=False):
            if cell and len(found[head]) < _EXAMPLES and cell not in found[head]:
                found[head].append(cell if len(cell) <= _LONGEST else f"{cell[:_LONGEST]}…")
    return found


def _ask(head: str, examples: Sequence[str], guess: str) -> str:
    shown = ", ".join(examples) or "empty"
    while True:
        line = ask(f"{head} ({shown}) [{guess}]: ")
        if line is None:
            raise UsageError("the questions were left unanswered; nothing was imported", hint="or write a mapping file")
        answer = line.strip() or guess
        if answer == "-" or can_be(answer):
            return answer
        if answer == "?":
            say(f"{', '.join(PLAIN)}, figures.KEY, claims.KEY, who.ROLE")
            continue
        near = nearest_meaning(answer)
        say(f"a column cannot be {answer}" + (f"; did you mean {near}?" if near else "; ? shows what it can be"))
