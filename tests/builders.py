"""One-line fixtures: a dossier from TOML text, with nothing on disk."""

from __future__ import annotations

from textwrap import dedent

from tui.core.model import Dossier
from tui.core.problems import Problem
from tui.files.decode import decode
from tui.files.load import load_pieces


def dossier(toml_text: str = "", **files: str) -> tuple[Dossier, tuple[Problem, ...]]:
    """The dossier of a text (as `main.toml`) and of further ones, `dw="…"` being `dw.toml`, and its problems."""
    texts = ({"main": toml_text} if toml_text else {}) | files
    return load_pieces([decode(dedent(text), f"{name}.toml") for name, text in texts.items()])


def good_dossier(toml_text: str = "", **files: str) -> Dossier:
    """The same, for text that must hold no problem; notes are fine."""
    built, problems = dossier(toml_text, **files)
    faults = [problem.message for problem in problems if problem.severity == "problem"]
    if faults:
        raise ValueError("\n".join(faults))
    return built
