"""`rashomon serve`: the explorer in a browser of this computer, read-only."""

from __future__ import annotations

import shlex
import sys
from argparse import Namespace

from tui.cli.exits import Exit
from tui.cli.explore import add_looks
from tui.cli.filter_options import add_filters
from tui.cli.parsing import Parser, add_paths_help, may_exist
from tui.errors import CannotOpen, RashomonError, UsageError

NEEDS = "a browser is served by textual-serve, which is not installed"
HINT = "pip install 'rashomon[serve]'"
FIRST, LAST = 1024, 65535
"""Ports that need no privilege."""


def parser() -> Parser:
    """Options and help."""
    built = Parser(
        "serve", operands="PATH…",
        summary="The explorer in a browser, on this computer alone (127.0.0.1). Read-only: no editor, no file, no address is opened.\n"
        "Pages of other origins and names of other hosts are refused. Needs the extra `serve`.",
        examples=("rashomon serve data/al-bukamal", "rashomon serve data/al-bukamal --port 8080 --actor 'Islamic State'"),
    )  # fmt: skip
    add_paths_help(built)
    built.options.add_argument("--port", metavar="N", default="8000", help="default 8000")
    built.options.add_argument("--as-of", metavar="TIME", help="what was known then: leave out what is later")
    add_looks(built)
    add_filters(built)
    return built


def run(options: Namespace) -> Exit:
    """Serve until Ctrl+C. Raises `UsageError`, `CannotOpen`."""
    if not options.port.isdecimal() or not FIRST <= int(options.port) <= LAST:
        raise UsageError(f"--port {options.port} is no port", hint=f"a number from {FIRST} to {LAST}")
    for path in options.operands:
        if not may_exist(path):
            raise CannotOpen(f"{path} does not exist", hint="name a dossier: a folder of *.toml, or a file of one")
    try:
        from tui.cli.serving import Loopback  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise CannotOpen(NEEDS, hint=HINT) from error
    try:
        Loopback(command(options), int(options.port)).serve()
    except OSError as error:
        raise RashomonError(
            f"cannot serve on port {options.port}: {error.strerror}", hint="--port takes another"
        ) from error
    return Exit.DONE


def command(options: Namespace) -> str:
    """The explorer as the shell is to start it for each page: the same PATHs and options, read-only."""
    words = [sys.executable, "-m", "tui", "--read-only"]
    words += ["--ascii"] if options.ascii else []
    for name in ("theme", "as_of"):
        value = getattr(options, name)
        words += [f"--{name.replace('_', '-')}={value}"] if value else []
    for name in ("actor", "source", "place", "field", "verdict", "since", "until", "text", "filter"):
        given = getattr(options, name) or []
        words += [f"--{name}={value}" for value in ([given] if isinstance(given, str) else given)]
    return shlex.join([*words, "--", *options.operands])
