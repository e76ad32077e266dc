"""Suggested aliases as plain text: where to paste, what to paste, and why each name is asked about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.view.claims import counted
from tui.view.safety import safe

if TYPE_CHECKING:
    from tui.core.suggestions import Alias, Suggestion

_ADVICE = (
    "Names that may be one. Paste what is right and leave out the rest;",
    "two names stay apart for good once each has a table of its own.",
)


def suggest_lines(suggestions: Sequence[Suggestion]) -> Iterator[str]:
    """A paragraph for each table, then how many there are."""
    yield ""
    if suggestions:
        yield from _ADVICE
    for suggestion in suggestions:
        yield ""
        yield safe(_place(suggestion))
        yield from (f"    {safe(line)}" for line in suggestion.lines)
        yield from (safe(_reason(alias)) for alias in suggestion.aliases)
    if suggestions:
        yield ""
    yield count_line(suggestions)


def count_line(suggestions: Sequence[Suggestion]) -> str:
    """The last line: `3 names suggested for 2 tables, 1 of them new`."""
    names = sum(len(suggestion.aliases) for suggestion in suggestions)
    new = sum(suggestion.new for suggestion in suggestions)
    if not names:
        return "no names suggested"
    return f"{counted(names, 'name')} suggested for {counted(len(suggestions), 'table')}, {new} of them new"


def _place(suggestion: Suggestion) -> str:
    position = suggestion.position
    if suggestion.new:
        return f"{position.file}: a new [[{suggestion.table}]]"
    where = position.file if position.line is None else f"{position.file}:{position.line}"
    how = "in place of its aliases" if suggestion.replaces else "add the line"
    return f'{where}: [[{suggestion.table}]] {suggestion.id} "{suggestion.name}": {how}'


def _reason(alias: Alias) -> str:
    position = alias.position
    where = position.file if position.line is None else f"{position.file}:{position.line}"
    others = f" It may also belong to {', '.join(alias.others)}." if alias.others else ""
    times = "named once" if alias.count == 1 else f"named {alias.count:,} times, first"
    return f'  - "{alias.name}" ({times} at {where}), like "{alias.like}". {alias.rule}{others}'
