"""`rashomon [PATH…]`: the explorer. The only command that needs a terminal."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Hashable
from typing import TYPE_CHECKING

from tui.cli.configuring import configuration
from tui.cli.exits import Exit
from tui.cli.filter_options import add_filters, is_filtered
from tui.cli.output import say
from tui.cli.parsing import Parser, may_exist
from tui.core.collector import keep_out, uncollected
from tui.core.progress import Listener
from tui.errors import CannotOpen, UsageError

if TYPE_CHECKING:
    from tui.core.filters import Filter
    from tui.files.last_good import LastGood
    from tui.files.remembering import Shelf
    from tui.index.store import Store
    from tui.screens.desk import Desk
    from tui.screens.exporting import Exports


IN_BROWSER = "TEXTUAL_DRIVER"
"""Set where `rashomon serve` is the terminal."""
ESCAPE = "ESCDELAY", "40"
"""Milliseconds after Esc in which a key is taken for the rest of a sequence. Terminals send those in one piece, and people type the
next key within the hundred that Textual waits."""
THEMES = ("dark", "dusk", "light", "contrast")


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
    built.options.add_argument(
        "--fresh",
        action="store_true",
        help="as on a first visit: the memory of the dossier is neither read nor written",
    )
    built.options.add_argument(
        "--read-only", action="store_true", help="refuse what touches this computer: editor, browser, pictures, memory"
    )
    built.options.add_argument(
        "--analyst",
        metavar="NAME",
        help="sign decisions so, and keep them in analysis-NAME.toml instead of analysis.toml",
    )
    add_looks(built)
    add_filters(built)
    return built


def add_looks(built: Parser) -> None:
    """How the explorer is drawn."""
    built.options.add_argument("--ascii", action="store_true", help="draw with ASCII signs only")
    built.options.add_argument("--theme", choices=THEMES, help="default dark; NO_COLOR is respected")


def run(options: Namespace) -> int:
    """Open the explorer and return the exit code it ends with."""
    if not (IN_BROWSER in os.environ or (sys.stdout.isatty() and sys.stdin.isatty())):
        raise UsageError(
            "the explorer needs a terminal",
            hint="for text use `rashomon timeline`, `rashomon diff` or `rashomon report`; see `rashomon --help`",
        )
    for path in options.operands:
        if not may_exist(path):
            raise CannotOpen(f"{path} does not exist", hint="name a dossier: a folder of *.toml, or a file of one")
    keep = early_filter(options) if is_filtered(options) else None
    os.environ.setdefault(*ESCAPE)
    with uncollected():
        from tui.app import Explorer  # noqa: PLC0415  (`rashomon --help` reads this module and starts without Textual)
    keep_out()

    listener, config = Listener(), configuration(THEMES)
    explorer = Explorer(
        _Opening(options, listener),
        ascii_only=options.ascii or config.ascii_only,
        theme=options.theme or config.theme,
        keep=keep,
        listener=listener,
        keymap=config.keymap,
        faults=config.faults,
        shelf=None if options.fresh or options.read_only else lambda: _shelf(options),
        first_visit=options.fresh,
        files=_States(options),
        read_only=options.read_only,
        desk=lambda: _desk(options),
        exports=lambda: _exports(options),
    )
    code = explorer.run()
    for words in filter(None, explorer.last_words):
        say(words)
    if code is not None:
        return code
    return Exit.CRASHED if explorer.return_code else Exit.DONE


def _desk(options: Namespace) -> Desk:
    from tui.screens.desk import Desk  # noqa: PLC0415  (first paint comes before writing)

    return Desk(analyst=options.analyst or "", files=lambda: _files(options))


def _exports(options: Namespace) -> Exports:
    from tui.cli.dossiers import here_or_demo  # noqa: PLC0415  (first paint comes before reading)
    from tui.cli.explorer_exports import exports_of  # noqa: PLC0415  (first paint comes before reading)

    return exports_of(options.operands or [here_or_demo()])


def _files(options: Namespace) -> list[str]:
    """The TOML files of the dossier as they are now."""
    from tui.cli.dossiers import here_or_demo  # noqa: PLC0415  (first paint comes before reading)
    from tui.files.beside import found_behind  # noqa: PLC0415  (first paint comes before reading)

    return [str(path) for path, _ in found_behind(options.operands or [here_or_demo()]).files]


def _shelf(options: Namespace) -> Shelf:
    from tui.cli.dossiers import here_or_demo  # noqa: PLC0415  (`rashomon --help` needs no files)
    from tui.files.remembering import Shelf, place  # noqa: PLC0415  (`rashomon --help` needs no files)

    return Shelf(place(options.operands or [here_or_demo()]))


def early_filter(options: Namespace) -> Filter:
    """The filter before the dossier is open; its files are read for their zone only where a time may be typed, it is
    opened beforehand only where one lacks its year."""
    from tui.cli.dossiers import here_or_demo, opened, zone_of  # noqa: PLC0415  (first paint comes before reading)
    from tui.cli.filters import asks_for_year, check_words, filter_in, filter_of  # noqa: PLC0415  (the same)

    check_words(options)
    if asks_for_year(options):
        with opened(options.operands or [here_or_demo()]) as store:
            return filter_in(options, store)
    timed = options.since or options.until or options.filter
    return filter_of(options, zone_of(options.operands or [here_or_demo()]) if timed else "UTC")


def _state(options: Namespace) -> Hashable:
    """What the files are now, by their names, sizes and times; None where they cannot be looked at."""
    from tui.cli.dossiers import here_or_demo  # noqa: PLC0415  (first paint comes before reading)
    from tui.index.kept import state  # noqa: PLC0415  (first paint comes before reading)

    return state(options.operands or [here_or_demo()])


class _States:
    """States of the files. The first is the one that the index was made of, if there is one: that is what is opened first."""

    def __init__(self, options: Namespace) -> None:
        self._options = options
        self._told = False

    def __call__(self) -> Hashable:
        from tui.cli.dossiers import here_or_demo  # noqa: PLC0415  (first paint comes before reading)
        from tui.index.kept import remembered  # noqa: PLC0415  (first paint comes before reading)

        first, self._told = not self._told and self._options.as_of is None, True
        known = remembered(self._options.operands or [here_or_demo()]) if first else None
        return known or _state(self._options)


class _Opening:
    """Opens the dossier, each time anew, in a thread once the first picture stands; what reads files is imported here."""

    def __init__(self, options: Namespace, listener: Listener) -> None:
        self._options, self._listener = options, listener
        self._good: LastGood | None = None
        """None until the dossier is opened: an index is then taken as it stands, and the files are looked at afterwards."""

    def __call__(self) -> Store:
        from tui.cli.dossiers import here_or_demo, open_watched  # noqa: PLC0415  (first paint comes before reading)
        from tui.files.last_good import LastGood  # noqa: PLC0415  (first paint comes before reading)

        first, self._good = self._good is None, self._good or LastGood()
        paths = self._options.operands or [here_or_demo()]
        return open_watched(paths, as_of=self._options.as_of, watch=self._listener, good=self._good, unchecked=first)
