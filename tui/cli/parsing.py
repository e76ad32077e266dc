"""How command lines are read: one parser per command, whose faults are usage errors that name the nearest spelling."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import Any, NoReturn

from tui.errors import UsageError


class Parser(argparse.ArgumentParser):
    """One command's options; everything else on its line is an operand, before, between or after the options."""

    def __init__(
        self, command: str, *, operands: str, summary: str, examples: Sequence[str], words: Sequence[str] = ()
    ) -> None:
        """`words`: what the first operand may be, where it is one of a few words."""
        program = f"rashomon {command}".strip()
        super().__init__(
            prog=program,
            usage=f"{program} {operands} [options]".replace("  ", " "),
            description=summary,
            epilog="examples:\n" + "\n".join(f"  {example}" for example in examples),
            add_help=False,
            allow_abbrev=False,
            formatter_class=_formatter,
        )
        self.color = False
        self.examples = tuple(examples)
        self.words = tuple(words)
        self.options = self.add_argument_group("options")
        self.options.add_argument("-h", "--help", action="store_true", help="this text")
        self.add_argument("operands", nargs="*", help=argparse.SUPPRESS)

    def error(self, message: str) -> NoReturn:
        """Raise instead of leaving: `tui.cli.main` decides the exit code."""
        raise UsageError(message, hint=f"see `{self.prog} --help`")

    def read(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The options and the list `operands`; what follows `--` is all operands. Raises `UsageError`."""
        before, after = split_at_dashes(arguments)
        before = _with_its_query(before)
        options, unknown = self.parse_known_intermixed_args(before)
        for word in unknown:
            self._refuse(word)
        options.operands = [*(options.operands or []), *after]
        return options

    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:  # noqa: ANN401  (argparse's own)
        """argparse takes two dashes for the end of options also where they are an option's value, `--text=--`."""
        if arg_strings == ["--"] and action.option_strings and action.nargs is None:
            return self._get_value(action, "--")
        return super()._get_values(action, arg_strings)

    def option_names(self) -> list[str]:
        """Every long option, for help, spelling and tests."""
        return [name for name in self._option_string_actions if name.startswith("--")]

    def _refuse(self, word: str) -> NoReturn:
        name = word.partition("=")[0]
        from tui.files.spelling import nearest  # noqa: PLC0415  (asked for only where something is misspelt)

        near = nearest(name, self.option_names())
        help_hint = f"see `{self.prog} --help`; a text that begins with a dash goes after --"
        hint = f"did you mean {near}?" if near else help_hint
        raise UsageError(f"{self.prog} has no option {name}", hint=hint)


def may_exist(path: str) -> bool:
    """Whether there is a file or folder of that name, as far as one may look: what is behind a closed door may be there."""
    try:
        os.stat(path)  # noqa: PTH116 - unlike a `Path`, an empty text is not the folder one stands in
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return True


def _with_its_query(arguments: Sequence[str]) -> list[str]:
    """The words, `--filter` and what follows it as one: a query may begin with a dash, which means not."""
    words = list(arguments)
    for place in range(len(words) - 2, -1, -1):
        if words[place] == "--filter" and words[place + 1].startswith("-"):
            words[place : place + 2] = [f"--filter={words[place + 1]}"]
    return words


def split_at_dashes(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words before the first `--` and those after it."""
    words = list(arguments)
    at = words.index("--") if "--" in words else len(words)
    return words[:at], words[at + 1 :]


def add_format(parser: Parser, *formats: str) -> None:
    """`--format`, the first being the default."""
    parser.options.add_argument("--format", choices=formats, default=formats[0], help=f"default {formats[0]}")


def add_paths_help(parser: Parser, *, several: str = "several are one dossier") -> None:
    """Say what a PATH is, once, in every help that takes one."""
    parser.description = (
        f"{parser.description}\n\nPATH is a dossier (a folder of *.toml) or a file of one; {several}.\n"
        "With none, the folder you stand in, if it is a dossier."
    )


def _formatter(prog: str) -> argparse.HelpFormatter:
    return argparse.RawDescriptionHelpFormatter(prog, width=100, max_help_position=28)
