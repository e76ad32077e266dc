"""Shells complete what the parsers know. Each shell that is installed runs its script."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tui.cli.commands import COMMANDS
from tui.cli.completion import SCRIPTS, every_offer


def asked(shell: str, script: str) -> str:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    ran = subprocess.run([shell, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert ran.stderr == ""
    return ran.stdout


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("rashomon di", ["diff"]),
        ("rashomon diff --fo", ["--format"]),
        ("rashomon diff --format ", ["text", "json"]),
        ("rashomon diff --fail-on c", ["conflict"]),
        ("rashomon explain n", ["number", "name"]),
        ("rashomon import ucdp", ["ucdp-ged"]),
        ("rashomon completion z", ["zsh"]),
        ("rashomon --asc", ["--ascii"]),
    ],
)
def test_bash_offers(run: Run, line: str, offered: list[str]) -> None:
    words = line.split(" ")
    script = run("completion", "bash").out.replace("compopt -o default", ":")
    array = " ".join(f"'{word}'" for word in words)
    end = f"COMP_WORDS=({array}); COMP_CWORD={len(words) - 1}; _rashomon; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    assert asked("bash", f"{script}\n{end}").split() == offered


def test_fish_offers(run: Run, tmp_path: Path) -> None:
    script = run("completion", "fish").out
    told = asked("fish", f"{script}\ncomplete -C 'rashomon diff --format '; complete -C 'rashomon di'")
    assert [line.split("\t")[0] for line in told.splitlines()] == ["json", "text", "diff"]


def test_zsh_takes_the_script(run: Run, tmp_path: Path) -> None:
    (tmp_path / "_rashomon").write_text(run("completion", "zsh").out, encoding="utf-8")
    script = f"fpath=({tmp_path} $fpath); autoload -Uz compinit; compinit -D; print -r -- $_comps[rashomon]"
    assert asked("zsh", script).strip() == "_rashomon"
    assert asked("zsh", f"emulate zsh; zsh -n {tmp_path}/_rashomon && print fine").strip() == "fine"


@pytest.mark.parametrize("shell", [*SCRIPTS])
def test_every_command_and_option_is_offered(run: Run, shell: str) -> None:
    script = run("completion", shell).out
    for offers in every_offer():
        assert offers.command in script
        for option in offers.options:
            assert all((name.lstrip("-") if shell == "fish" else name) in script for name in option.names)
    assert {offers.command for offers in every_offer()} == {command.name for command in COMMANDS} | {""}


@pytest.mark.parametrize("words", [[], ["tcsh"], ["bash", "zsh"]])
def test_other_shells_are_refused(run: Run, words: list[str]) -> None:
    ran = run("completion", *words)
    assert (ran.code, ran.out) == (2, "")
    assert "one of bash, zsh, fish" in ran.err
