"""`rashomon [PATH…]`: the explorer. The only command that needs a terminal."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from tui.cli.dossiers import here_or_demo, last_second
from tui.cli.filters import add_filters, check_words, filter_of
from tui.cli.parsing import Parser
from tui.core.filters import Filter
from tui.errors import CannotOpen, UsageError
from tui.files.load import load
from tui.index.store import open_dossier

THEMES = ("dark", "light")


def parser() -> Parser:
    """Options and help."""
    built = Parser(
        "", operands="[PATH…]", summary="Open the explorer on a dossier.",
        examples=(
            "rashomon",
            "rashomon data/al-bukamal",
            "rashomon data/al-bukamal --actor 'Islamic State' --since 2016-06-28",
            "rashomon ./report",
        ),
    )  # fmt: skip
    built.options.add_argument("--version", action="store_true", help="the version of this program")
    built.options.add_argument("--as-of", metavar="TIME", help="what was known then: leave out what is later")
    add_looks(built)
    add_filters(built)
    return built


def add_looks(built: Parser) -> None:
    """How the explorer is drawn."""
    built.options.add_argument("--ascii", action="store_true", help="draw with ASCII signs only")
    built.options.add_argument("--theme", choices=THEMES, help="default dark; NO_COLOR is respected")


def run(options: Namespace) -> int:
    """Open the explorer and return the exit code it ends with."""
    check_words(options)
    if not (sys.stdout.isatty() and sys.stdin.isatty()):
        raise UsageError(
            "the explorer needs a terminal",
            hint="for text use `rashomon timeline`, `rashomon diff` or `rashomon report`; see `rashomon --help`",
        )
    paths = options.operands or [here_or_demo()]
    for path in paths:
        if not Path(path).exists():
            raise CannotOpen(f"{path} does not exist", hint="name a dossier: a folder of *.toml, or a file of one")
    keep = early_filter(options, paths)
    from tui.app import Explorer  # noqa: PLC0415  (`rashomon --help` reads this module and starts without Textual)

    moment = None if options.as_of is None else last_second(options.as_of, zone_of(paths))
    explorer = Explorer(lambda: open_dossier(paths, as_of=moment), ascii_only=options.ascii, theme=options.theme, keep=keep)
    code = explorer.run()
    return code if code is not None else explorer.return_code or 0


def early_filter(options: Namespace, paths: list[str]) -> Filter:
    """The filter before the dossier is open; its files are read for their zone only where a time may be typed."""
    timed = options.since or options.until or options.filter
    return filter_of(options, zone_of(paths) if timed else "UTC")


def zone_of(paths: list[str]) -> str:
    """The zone of a dossier that is not open yet."""
    return load(paths).dossier.settings.timezone
