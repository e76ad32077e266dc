"""`rashomon check` as plain text: one fault a paragraph, its place first so that editors can jump to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.core.problems import Problem, Severity
from tui.view.claims import counted
from tui.view.safety import safe


def check_lines(files: int, problems: Sequence[Problem]) -> Iterator[str]:
    """Problems and notes in the order given, then how many of each in how many files."""
    for problem in problems:
        yield from problem_lines(problem)
    yield verdict_line(files, problems)


def problem_lines(problem: Problem) -> Iterator[str]:
    """`file:line: code: message`, then key, found, expected and suggestion, as far as they are known."""
    place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part not in (None, ""))
    note = " (note)" if problem.severity is Severity.NOTE else ""
    yield safe(": ".join(part for part in (place, f"{problem.code}{note}", problem.message) if part))
    details = (
        ("at", problem.key), ("found", problem.found), ("expected", problem.expected),
        ("did you mean", problem.suggestion),
    )  # fmt: skip
    known = [f"{label}: {safe(value)}" for label, value in details if value is not None]
    if known:
        yield "    " + " · ".join(known)


def verdict_line(files: int, problems: Iterable[Problem]) -> str:
    """The last line: `2 problems, 1 note in 12 files`."""
    severities = [problem.severity for problem in problems]
    faults, notes = severities.count(Severity.PROBLEM), severities.count(Severity.NOTE)
    return f"{counted(faults, 'problem')}, {counted(notes, 'note')} in {counted(files, 'file')}"
