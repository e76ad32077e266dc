"""What a report says of its own making, so that anyone can make it again: the command, what else it rests on, the files."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from tui.core.answers import InputFile, Summary
from tui.core.calendar import iso
from tui.core.filters import Filter
from tui.core.terms import written
from tui.core.values import dataclass
from tui.view.claims import counted

PROMISE = "The same files give the same report, byte for byte."


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """How a report was made. Nothing of it tells of the machine or the hour."""

    program: str
    """Name and version."""
    command: str
    """The command with its options, PATH… standing for the dossier."""
    notes: tuple[str, ...]
    """What else the report rests on, a sentence each."""
    inputs: tuple[InputFile, ...]
    """In reading order."""


UNTOLD = Making(program="", command="", notes=(), inputs=())


def making(
    program: str, words: tuple[str, ...], keep: Filter, summary: Summary, inputs: tuple[InputFile, ...]
) -> Making:
    """`words`: the command without its filters: ("rashomon", "report", "--format", "html")."""
    return Making(
        program=program,
        command=f"{shlex.join([*words, *options_of(keep)])} PATH…",
        notes=tuple(_notes(keep, summary)),
        inputs=inputs,
    )


def options_of(keep: Filter) -> list[str]:
    """The options of the command line that mean the filter, without the marks it may ask for."""
    repeated = (
        ("--actor", keep.actors),
        ("--source", keep.sources),
        ("--place", keep.places),
        ("--field", keep.fields),
        ("--verdict", keep.verdicts),
        ("--text", keep.texts),
    )
    words = [f"{option}={value}" for option, values in repeated for value in values]
    if keep.since is not None:
        words.append(f"--since={iso(keep.since)}")
    if keep.until is not None:
        words.append(f"--until={iso(keep.until - 1)}")
    return [*words, f"--filter={written(keep.terms)}"] if keep.terms else words


def _notes(keep: Filter, summary: Summary) -> Iterator[str]:
    if keep.asks_for_marks:
        yield f"is:marked stands for {', '.join(keep.marked) if keep.marked else 'no event'}."
    if summary.as_of is not None:
        yield f"Only what was known at {iso(summary.as_of)} was taken in."
    if summary.problems:
        yield (
            f"`rashomon check` finds {counted(summary.problems, 'problem')} in the files; "
            "what stands there may be missing here."
        )
