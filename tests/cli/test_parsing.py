from __future__ import annotations

import pytest

from tui.cli.parsing import Parser, add_format, split_at_dashes
from tui.errors import UsageError


def parser() -> Parser:
    built = Parser("diff", operands="PATH…", summary="s", examples=("rashomon diff x",))
    add_format(built, "text", "json")
    built.options.add_argument("--all", action="store_true")
    built.options.add_argument("--actor", action="append", default=[])
    return built


@pytest.mark.parametrize(
    ("line", "operands", "actors"),
    [
        ("a b", ["a", "b"], []),
        ("--actor x a --all b", ["a", "b"], ["x"]),
        ("a --actor=x b --actor y", ["a", "b"], ["x", "y"]),
        ("--all", [], []),
        ("--actor x", [], ["x"]),
        ("a -- --all -c", ["a", "--all", "-c"], []),
        ("-- -c", ["-c"], []),
        ("a --actor x -- b", ["a", "b"], ["x"]),
        ("-5 --actor -7", ["-5"], ["-7"]),
        ("--actor=-- a", ["a"], ["--"]),
    ],
)
def test_operands_stand_anywhere_among_options(line: str, operands: list[str], actors: list[str]) -> None:
    options = parser().read(line.split())
    assert (options.operands, options.actor) == (operands, actors)


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("--actr x", "rashomon diff has no option --actr", "did you mean --actor?"),
        ("--al", "rashomon diff has no option --al", "did you mean --all?"),
        ("--formt=json", "rashomon diff has no option --formt", "did you mean --format?"),
        ("--actor", "argument --actor: expected one argument", "see `rashomon diff --help`"),
        (
            "--frobnicate",
            "rashomon diff has no option --frobnicate",
            "see `rashomon diff --help`; a text that begins with a dash goes after --",
        ),
    ],
)
def test_faults_name_the_nearest_spelling(line: str, message: str, hint: str) -> None:
    with pytest.raises(UsageError) as fault:
        parser().read(line.split())
    assert (fault.value.message, fault.value.hint) == (message, hint)


def test_a_wrong_choice_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="--format"):
        parser().read(["--format", "xml"])


def test_split_at_dashes() -> None:
    assert split_at_dashes(["a", "--", "b", "--"]) == (["a"], ["b", "--"])
    assert split_at_dashes(["a"]) == (["a"], [])


def test_help_shows_usage_options_and_examples() -> None:
    shown = parser().format_help()
    assert shown.startswith("usage: rashomon diff PATH… [options]\n")
    assert "--format {text,json}" in shown
    assert shown.endswith("examples:\n  rashomon diff x\n")
