"""`.pre-commit-hooks.yaml` runs commands that exist, and README shows hooks that it defines."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from tui.cli.commands import find

ROOT = Path(__file__).parents[1]
HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")


def test_every_hook_runs_a_command_with_options_it_has():
    entries = re.findall(r"^ {2}entry: (.+)$", HOOKS, re.MULTILINE)
    assert len(entries) == HOOKS.count("- id:") == 2
    for entry in entries:
        program, name, *options = shlex.split(entry)
        command = find(name)
        assert program == "rashomon"
        assert command is not None
        assert command.load().parser().read([*options, "."]).operands == ["."]


def test_readme_shows_every_hook():
    shown = re.findall(r"- id: (rashomon-\S+)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert shown == re.findall(r"- id: (\S+)", HOOKS)
