"""`rashomon`: reads the first word, runs that command and turns every way of ending into an exit code."""

from __future__ import annotations

import sys

from tui import __version__
from tui.cli.commands import COMMANDS, EXPLORE, Command, find
from tui.cli.exits import Exit
from tui.cli.output import OutputError, complain, discard, finish, make_encodable, put_lines, say, stand_in
from tui.cli.parsing import may_exist, split_at_dashes
from tui.core.collector import uncollected
from tui.errors import RashomonError, UsageError


def main(argv: list[str]) -> int:
    """Run `rashomon` with these arguments (without the program's name) and return the exit code."""
    stand_in()
    make_encodable(sys.stdout)
    make_encodable(sys.stderr)
    try:
        code = _run(argv)
        finish()
    except OutputError as fault:
        complain(fault)
        discard()
        return Exit.USAGE
    except RashomonError as fault:
        complain(fault)
        return Exit.USAGE
    except KeyboardInterrupt:
        say("interrupted")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        discard()
        return Exit.DONE
    except Exception as mistake:  # noqa: BLE001 - the one boundary: a mistake of ours must not look like findings
        return _crashed(mistake, argv)
    return code


def _crashed(mistake: Exception, argv: list[str]) -> Exit:
    from tui.files.crashes import kept  # noqa: PLC0415  (asked for only in a crash)

    crash = kept(mistake, {"command": " ".join(argv)})
    say(crash.words[0])
    say(crash.words[1])
    return Exit.CRASHED


def _run(argv: list[str]) -> int:
    before, _ = split_at_dashes(argv)
    command, arguments = _dispatch(argv)
    if command is EXPLORE and ("--help" in before or "-h" in before):
        put_lines(general_help())
        return Exit.DONE
    if command is EXPLORE and "--version" in before:
        put_lines([f"rashomon {__version__}"])
        return Exit.DONE
    with uncollected():
        module = command.load()
    parser = module.parser()
    if "--help" in before or "-h" in before:
        put_lines(parser.format_help().splitlines())
        return Exit.DONE
    return module.run(parser.read(arguments))


def _dispatch(argv: list[str]) -> tuple[Command, list[str]]:
    """The command of the first word and what is left; any other first word is a PATH or an option of the explorer."""
    first = argv[0] if argv else ""
    command = find(first)
    if command is not None:
        return command, argv[1:]
    if first and not first.startswith("-") and not may_exist(first):
        from tui.files.spelling import nearest  # noqa: PLC0415  (asked for only where something is misspelt)

        near = nearest(first, [command.name for command in COMMANDS])
        hint = f"did you mean `rashomon {near}`?" if near else "see `rashomon --help`"
        raise UsageError(f"{first} is neither a command nor a file", hint=hint)
    return EXPLORE, argv


def general_help() -> list[str]:
    """The lines of `rashomon --help`."""
    options = EXPLORE.load().parser().format_help().split("options:\n")[1].split("\nexamples:")[0]
    return [
        "usage: rashomon [PATH…] [options]      open the explorer on a dossier",
        "       rashomon COMMAND …              one of the commands below",
        "",
        "Who says what about which event, where the accounts cannot all be true, and how many independent",
        "origins stand behind each. PATH is a dossier (a folder of *.toml) or a file of one. With none, the",
        "folder you stand in, if it is a dossier, else the demo inside the program. A folder called like a",
        "command is opened with a path: rashomon ./report",
        "",
        "commands:",
        *(f"  {f'{command.name} {command.operands}'.strip():<40}  {command.summary}" for command in COMMANDS),
        "",
        "options of the explorer:",
        *options.splitlines(),
        "",
        "examples:",
        *(f"  {example}" for example in EXPLORE.load().parser().examples),
        "",
        "exit codes: 0 done, 1 findings, 2 wrong usage or a PATH that cannot be opened, 70 a mistake in rashomon, 130 interrupted.",
        "`rashomon COMMAND --help` shows a command's options and examples.",
    ]
