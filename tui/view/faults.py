"""The problems and notes of the files as a list, one item of fixed height each."""

from __future__ import annotations

from tui.core.problems import Problem, Severity
from tui.view.glyphs import plain
from tui.view.safety import safe
from tui.view.scene import Scene
from tui.view.spans import Line, Span, clip, ends, wrap

ITEM = 3
"""Lines of one item."""


_CAUSES = ("bad-toml", "not-toml", "not-text", "not-there", "not-a-file")
"""Codes of files that could not be read: what others say of their reports is complained of elsewhere."""


def causes_first(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """In the order given, but files that could not be read before what is missing because of them."""
    return tuple(sorted(problems, key=lambda problem: problem.code not in _CAUSES))


def fault_words(problem: Problem) -> str:
    """File, line and fault in one line: "afp.toml:12: ..."."""
    place = problem.file + (f":{problem.line}" if problem.line is not None else "")
    return f"{place}: {problem.message}"


def settings_words(faults: tuple[Problem, ...]) -> str:
    """What is wrong in a person's settings, in a line: the one fault, or how many there are. Empty without any."""
    match faults:
        case ():
            return ""
        case (one,):
            return f"{fault_words(one)} · P lists it"
    name = faults[0].file.replace("\\", "/").rpartition("/")[2]
    return f"{name}: {len(faults)} mistakes · P lists them"


def news(before: tuple[Problem, ...], now: tuple[Problem, ...]) -> str:
    """What is wrong in the files that was not, in a line: the first fault and how many more; empty where nothing is."""
    known = {(problem.file, problem.code, problem.message) for problem in before}
    fresh = [
        problem
        for problem in causes_first(now)
        if problem.severity is Severity.PROBLEM and (problem.file, problem.code, problem.message) not in known
    ]
    more = f" (and {len(fresh) - 1} more: P)" if len(fresh) > 1 else ""
    return safe(fault_words(fresh[0])) + more if fresh else ""


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
    if not problems:
        return ()
    words = f" {grave} problem{'s' * (grave != 1)}, {notes} note{'s' * (notes != 1)}"
    words += "; the rest of the dossier is open" if grave else ""
    return clip((Span(words, "dim"),), size)


def nothing() -> tuple[Line, ...]:
    """What to say where all files are in order."""
    return ((), (Span("   The files have no problem.", "good"),))
