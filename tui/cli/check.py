"""`rashomon check`: every fault in the files of each PATH."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from tui.cli.dossiers import here
from tui.cli.exits import Exit
from tui.cli.output import complain, put_json, put_lines
from tui.cli.parsing import Parser, add_format, add_paths_help
from tui.core.copies import Copy
from tui.core.problems import Problem, Severity
from tui.errors import CannotOpen
from tui.files.load import look
from tui.view.contract import check_object, copy_object
from tui.view.contract_suggest import suggestion_object
from tui.view.texts_check import check_lines, copy_lines
from tui.view.texts_suggest import suggest_lines

if TYPE_CHECKING:
    from tui.core.suggestions import Suggestion


def parser() -> Parser:
    """Options and help."""
    built = Parser(
        "check", operands="PATH…",
        summary="Every fault in the files: where it is, what was found, what was expected, the nearest spelling.\n"
        "Exit code 1 when there is a problem. Notes (a time, number or place not understood) change nothing.",
        examples=(
            "rashomon check data/al-bukamal",
            "rashomon check data/al-bukamal --format json",
            "rashomon check data/al-bukamal --suggest",
            "rashomon check data/al-bukamal --verify",
        ),
    )  # fmt: skip
    add_paths_help(built, several="each is checked by itself")
    add_format(built, "text", "json")
    built.options.add_argument(
        "--suggest",
        action="store_true",
        help="also names of actors and places that may be one, as aliases lines to paste; changes no exit code",
    )
    built.options.add_argument(
        "--verify",
        action="store_true",
        help="also whether archived copies beside the dossier are those that sha256 and captured tell of",
    )
    return built


def run(options: Namespace) -> Exit:
    """Check, print, and exit 1 when there is a problem."""
    files, problems, closed = 0, list[Problem](), 0
    suggestions: list[Suggestion] = []
    copies: list[Copy] = []
    paths = options.operands or [here()]
    for path in paths:
        try:
            loaded = look(path)
        except CannotOpen as fault:
            complain(fault)
            closed += 1
            continue
        files += loaded.files
        problems += loaded.problems
        if options.verify:
            from tui.files.copies import problems_of, verify  # noqa: PLC0415  (asked for by an option)

            found = verify(loaded.dossier, path)
            copies += found
            problems += (fault for copy in found for fault in problems_of(copy))
        if options.suggest:
            from tui.core.suggestions import suggest  # noqa: PLC0415  (asked for by an option)

            suggestions += suggest(loaded.dossier)
    if closed == len(paths):
        return Exit.USAGE
    if options.format == "json":
        further = {"suggestions": [suggestion_object(found) for found in suggestions]} if options.suggest else {}
        verified = {"copies": [copy_object(copy) for copy in copies]} if options.verify else {}
        put_json(check_object(files, problems) | verified | further)
    else:
        put_lines(copy_lines(copies) if options.verify else ())
        put_lines(check_lines(files, problems))
        put_lines(suggest_lines(suggestions) if options.suggest else ())
    if closed:
        return Exit.USAGE
    return Exit.FINDINGS if any(p.severity is Severity.PROBLEM for p in problems) else Exit.DONE
