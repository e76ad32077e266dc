"""`rashomon check` as plain text: one fault a line, its place first so that editors can jump to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tui.core.copies import Copy, Standing
from tui.core.problems import Problem, Severity
from tui.view.claims import counted
from tui.view.safety import safe


def check_lines(files: int, problems: Sequence[Problem]) -> Iterator[str]:
    """Problems and notes in the order given, then how many of each in how many files."""
    for problem in problems:
        yield problem_line(problem)
    yield verdict_line(files, problems)


def copy_lines(copies: Sequence[Copy]) -> Iterator[str]:
    """What `--verify` found: a line for each source that states a checksum or a time of capture, then how many of each."""
    for copy in copies:
        told = [
            f"{name} {_COMPARED[each.standing]}"
            for name, each in (("sha256", copy.sha256), ("captured", copy.captured))
            if each is not None and each.standing is not Standing.NOT_FOUND
        ]
        where = f"{copy.file}: {', '.join(told)}" if copy.file else "no archived copy found"
        yield safe(f"{copy.source.id}: {where}")
    counts = Counter(copy.standing for copy in copies)
    words = ", ".join(f"{counts[standing]} {_VERIFIED[standing]}" for standing in _VERIFIED if counts[standing])
    yield f"archived copies: {words}" if copies else "no source states the sha256 or captured of an archived copy"


_COMPARED = {Standing.MATCHES: "matches", Standing.DIFFERS: "differs", Standing.NOT_TOLD: "is not told by the file"}
_VERIFIED = {
    Standing.MATCHES: "match",
    Standing.DIFFERS: "differ",
    Standing.NOT_FOUND: "not found",
    Standing.NOT_TOLD: "found and not to be compared",
}


def problem_line(problem: Problem) -> str:
    """`file:line:column: code: message`, as far as they are known; the message says found, expected and spelling."""
    place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part not in (None, ""))
    note = " (note)" if problem.severity is Severity.NOTE else ""
    return safe(": ".join(part for part in (place, f"{problem.code}{note}", problem.message) if part))


def verdict_line(files: int, problems: Iterable[Problem]) -> str:
    """The last line: `2 problems, 1 note in 12 files`."""
    severities = [problem.severity for problem in problems]
    faults, notes = severities.count(Severity.PROBLEM), severities.count(Severity.NOTE)
    return f"{counted(faults, 'problem')}, {counted(notes, 'note')} in {counted(files, 'file')}"
