"""`rashomon completion`: what a shell asks to complete a command line, made from the parsers of the commands."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator

from tui.cli.commands import COMMANDS, EXPLORE, Command
from tui.cli.exits import Exit
from tui.cli.output import put_lines
from tui.cli.parsing import Parser
from tui.core.values import dataclass
from tui.errors import UsageError


@dataclass(frozen=True, slots=True)
class Offer:
    """An option of a command."""

    names: tuple[str, ...]
    help: str
    choices: tuple[str, ...]
    takes: bool
    """Whether a value follows."""


@dataclass(frozen=True, slots=True)
class Offers:
    """What may follow a command: the words of its first operand, its options, files."""

    command: str
    summary: str
    words: tuple[str, ...]
    options: tuple[Offer, ...]


def parser() -> Parser:
    """Options and help."""
    return Parser(
        "completion", operands="bash|zsh|fish",
        summary="A script by which a shell completes commands, options and their values.\n"
        "bash: in ~/.bashrc   source <(rashomon completion bash)\n"
        "zsh:  in a folder of $fpath, as _rashomon\n"
        "fish: in ~/.config/fish/completions/rashomon.fish",
        examples=("rashomon completion bash > ~/.local/share/bash-completion/completions/rashomon",),
        words=tuple(SCRIPTS),
    )  # fmt: skip


def run(options: Namespace) -> Exit:
    """Print the script. Raises `UsageError`."""
    if len(options.operands) != 1 or options.operands[0] not in SCRIPTS:
        raise UsageError("`rashomon completion` takes the name of a shell", hint=f"one of {', '.join(SCRIPTS)}")
    put_lines([*SCRIPTS[options.operands[0]](every_offer())])
    return Exit.DONE


def every_offer() -> tuple[Offers, ...]:
    """Of every command; the explorer, which takes no word, goes by an empty one."""
    return (*(_offers(command, command.name) for command in COMMANDS), _offers(EXPLORE, ""))


def _offers(command: Command, name: str) -> Offers:
    read = command.load().parser()
    options = tuple(
        Offer(tuple(option.option_strings), option.help or "", tuple(option.choices or ()), option.nargs != 0)
        for option in read._actions
        if option.option_strings
    )
    return Offers(name, command.summary, read.words, options)


def _bash(every: tuple[Offers, ...]) -> Iterator[str]:
    yield "# bash completion of rashomon, made by `rashomon completion bash`"
    yield from ["_rashomon() {", "    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}"]
    yield from ['    local command=${COMP_WORDS[1]} words=""', "    COMPREPLY=()"]
    names = " ".join(offers.command for offers in every if offers.command)
    yield f'    case " {names} " in *" $command "*) ;; *) command="" ;; esac'
    yield '    case "$command:$before" in'
    for offers in every:
        for option in offers.options:
            pattern = "|".join(f"{offers.command}:{name}" for name in option.names)
            if option.choices:
                yield f"        {pattern}) words={_quoted(' '.join(option.choices))} ;;"
            elif option.takes:
                yield f"        {pattern}) compopt -o default; return ;;"
    yield from ["    esac", "    if [[ -z $words && $current == -* ]]; then", '        case "$command" in']
    for offers in every:
        flags = " ".join(name for option in offers.options for name in option.names)
        yield f"            {_quoted(offers.command)}) words={_quoted(flags)} ;;"
    yield from ["        esac", "    elif [[ -z $words ]]; then", '        case "$command:$COMP_CWORD" in']
    for offers in every:
        if offers.words:
            yield f"            {offers.command}:2) words={_quoted(' '.join(offers.words))} ;;"
    yield f"            *:1) words={_quoted(names)}; compopt -o default ;;"
    yield from ["            *) compopt -o default; return ;;", "        esac", "    fi"]
    yield from ['    COMPREPLY=($(compgen -W "$words" -- "$current"))', "}", "complete -F _rashomon rashomon"]


def _zsh(every: tuple[Offers, ...]) -> Iterator[str]:
    yield from ["#compdef rashomon", "# zsh completion of rashomon, made by `rashomon completion zsh`", "_rashomon() {"]
    yield from ["    local -a commands", "    commands=("]
    yield from (f"        {_quoted(f'{o.command}:{o.summary}')}" for o in every if o.command)
    yield from ["    )", "    if (( CURRENT == 2 )) && [[ $PREFIX != -* ]]; then"]
    yield from [
        "        _describe command commands",
        "        _files",
        "        return",
        "    fi",
        '    case "$words[2]" in',
    ]
    for offers in every:
        yield f"        {_quoted(offers.command) if offers.command else '*'})"
        specs = [_zsh_option(option) for option in offers.options]
        first = f"'2:word:({' '.join(offers.words)})'" if offers.words else "'2:file:_files'"
        yield f"            _arguments -S '1:command:' {first} '*:file:_files' {' '.join(specs)} ;;"
    yield from ["    esac", "}", '_rashomon "$@"']


def _zsh_option(option: Offer) -> str:
    told = option.help.replace("[", "(").replace("]", ")").replace(":", " -")
    value = f":value:({' '.join(option.choices)})" if option.choices else ":value:_files" if option.takes else ""
    return " ".join(_quoted(f"*{name}[{told}]{value}") for name in option.names)


def _fish(every: tuple[Offers, ...]) -> Iterator[str]:
    yield "# fish completion of rashomon, made by `rashomon completion fish`"
    for offers in every:
        if not offers.command:
            where = "__fish_use_subcommand"
        else:
            where = f"__fish_seen_subcommand_from {offers.command}"
            yield f"complete -c rashomon -n __fish_use_subcommand -a {offers.command} -d {_quoted(offers.summary)}"
            if offers.words:
                yield f"complete -c rashomon -n {_quoted(where)} -a {_quoted(' '.join(offers.words))}"
        for option in offers.options:
            names = " ".join(f"-l {n[2:]}" if n.startswith("--") else f"-s {n[1:]}" for n in option.names)
            value = f" -x -a {_quoted(' '.join(option.choices))}" if option.choices else " -r" if option.takes else ""
            yield f"complete -c rashomon -n {_quoted(where)} {names}{value} -d {_quoted(option.help)}"


def _quoted(text: str) -> str:
    """One word of a shell script, whatever it holds."""
    return "'" + text.replace("'", "'\\''") + "'"


SCRIPTS: dict[str, Callable[[tuple[Offers, ...]], Iterator[str]]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
"""Name of a shell -> the lines of its script."""
