"""The commands of this version, in the order of `rashomon --help`; the module of each is imported when it is called."""

from __future__ import annotations

from argparse import Namespace
from importlib import import_module
from typing import Protocol, cast

from tui.cli.parsing import Parser
from tui.core.values import dataclass


class CommandModule(Protocol):
    """What the module of a command offers."""

    def parser(self) -> Parser:
        """Its options, help and examples."""

    def run(self, options: Namespace) -> int:
        """Do it and return the exit code."""


@dataclass(frozen=True, slots=True)
class Command:
    """A first word of the command line."""

    name: str
    operands: str
    """What may follow it, as help shows it."""
    summary: str
    module: str = ""
    """Its module in `tui.cli`, where Python keeps the command's name for itself; the name otherwise."""

    def load(self) -> CommandModule:
        """Import its module."""
        return cast(CommandModule, import_module(f"tui.cli.{self.module or self.name}"))


COMMANDS: tuple[Command, ...] = (
    Command("check", "PATH…", "every fault in the files: file, line, nearest spelling"),
    Command("diff", "PATH…", "where accounts cannot all be true, then updates and wording"),
    Command("timeline", "PATH…", "the timeline as text, a column per source"),
    Command("report", "PATH…", "every event with its readings, origins, reasons and sources to cite"),
    Command("explain", "when|number|name TEXT [TEXT]", "how a time, a number or two names are read, and by which rule"),
    Command("link", "PATH…", "reports that may tell of the same event, how likely, and by which weights"),
    Command("import", "FORMAT FILE -o DIR", "a dossier of another tool's file; the places of a dossier", "importing"),
    Command("export", "FORMAT PATH… -o FILE", "a table, a map, a timeline or a bibliography for other tools"),
    Command("new", "DIR", "a commented dossier to start from"),
    Command("schema", "", "JSON Schema of the dossier format, for editors"),
    Command("completion", "bash|zsh|fish", "what a shell needs to complete command lines"),
    Command("serve", "PATH…", "the explorer in a browser of this computer, read-only"),
    Command("screenshot", "PATH… -o FILE.svg", "a picture of the explorer"),
)

EXPLORE = Command("explore", "[PATH…]", "open the explorer")
"""What `rashomon` does when its first word is no command. Not a word of the command line."""


def find(name: str) -> Command | None:
    """The command of that name."""
    return next((command for command in COMMANDS if command.name == name), None)


def command_table() -> list[str]:
    """Lines of a Markdown table of the commands, for the README."""
    rows = ((f"rashomon {command.name} {command.operands}".strip(), command.summary) for command in COMMANDS)
    cells = ((line.replace("|", "\\|"), summary) for line, summary in rows)
    return ["| command | prints |", "|---|---|", *(f"| `{line}` | {summary} |" for line, summary in cells)]
