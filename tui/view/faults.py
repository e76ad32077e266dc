"""The problems and notes of the files as a list, one item of fixed height each."""

from __future__ import annotations

from tui.core.problems import Problem, Severity
from tui.view.glyphs import plain
from tui.view.safety import safe
from tui.view.scene import Scene
from tui.view.spans import Line, Span, clip, ends, wrap

ITEM = 3
"""Lines of one item."""


def item(problem: Problem, scene: Scene, size: int) -> tuple[Line, ...]:
    """Where, what kind, and the message with the nearest right spelling."""
    grave = problem.severity is Severity.PROBLEM
    sign = ("!" if scene.glyphs.ascii else "▲") if grave else ("i" if scene.glyphs.ascii else "∙")
    place = safe(problem.file) + (f":{problem.line}" if problem.line is not None else "")
    left: Line = (
        Span(f" {sign} {problem.severity.value}", "problem" if grave else "dim"),
        Span(f"  {place}", "strong"),
        Span(f"  {safe(problem.key)}" if problem.key else "", "label"),
    )
    hint = (
        f"  Nearest: {problem.suggestion}" if problem.suggestion and problem.suggestion not in problem.message else ""
    )
    told = wrap((Span(plain(safe(problem.message), scene.glyphs)), Span(safe(hint), "good")), size - 5, ITEM - 1)
    lines = [ends(left, (Span(f"{problem.code} ", "faint"),), size), *((Span("   "), *line) for line in told)]
    return tuple(clip(line, size) for line in (*lines, *[()] * (ITEM - len(lines))))


def heading(problems: tuple[Problem, ...], size: int) -> Line:
    """How many of each."""
    grave = sum(problem.severity is Severity.PROBLEM for problem in problems)
    notes = len(problems) - grave
    words = f" {grave} problem{'s' * (grave != 1)}, {notes} note{'s' * (notes != 1)}; the rest of the dossier is open"
    return clip((Span(words, "dim"),), size)


def nothing() -> tuple[Line, ...]:
    """What to say where all files are in order."""
    return ((), (Span("   The files have no problem.", "good"),))
