"""Correcting one value of a report: what it states, which to correct, and what to do where the file has changed meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.core.answers import EventRow
from tui.core.model import Report
from tui.core.values import dataclass
from tui.view.claims import words_for
from tui.view.forms import Blank, Form
from tui.view.marks import short_name
from tui.view.picking import Entry
from tui.view.safety import safe
from tui.view.scene import Scene
from tui.view.spans import Line, Span, wrap

LIST = "; "
"""What stands between the members of a list when it is typed."""

_PROSE = ("what", "quote", "locator", "as_of", "part", "event")

MINE, THEIRS, BOTH = "mine", "theirs", "both"


def stated(report: Report) -> tuple[tuple[str, str], ...]:
    """(field, its words) of everything the report states that can be corrected, in the order of the format."""
    found = [(field, LIST.join(words_for(report, field))) for field in ("when", "until", "where")]
    found += [(f"who.{role}" if role else "who", LIST.join(names)) for role, names in report.who]
    fields = [f"figures.{key}" for key, _ in report.figures]
    fields += [f"claims.{key}" for key, _ in report.claims]
    found += [(field, LIST.join(words_for(report, field))) for field in (*fields, "said_by")]
    found += [(key, getattr(report, key) or "") for key in _PROSE]
    return tuple((field, words) for field, words in found if words)


def is_list(report: Report, field: str) -> bool:
    """Whether the report gives a list of several for the field."""
    return len(words_for(report, field)) > 1


def candidates(row: EventRow, field: str, report: Report) -> tuple[tuple[Report, str, str], ...]:
    """(report, field, its words) to choose from: the field of the report, of the others of the event, then the rest of the report."""
    others = [other for other in row.reports if other.id != report.id]
    first = [(one, name, words) for one in (report, *others) for name, words in stated(one) if name == field]
    return (*first, *((report, name, words) for name, words in stated(report) if name != field))


def entries(found: Sequence[tuple[Report, str, str]], scene: Scene) -> tuple[Entry, ...]:
    """A line for each; picking one gives its number."""
    return tuple(
        Entry(str(number), f"{scene.siglum(report.source)}  {field}  {words}", report.id)
        for number, (report, field, words) in enumerate(found)
    )


def correction_form(report: Report, field: str, words: str, scene: Scene) -> Form:
    """The value, to be typed over."""
    line = report.line_of(field)
    place = f"{report.position.file}:{line}" if line is not None else report.position.file

    def check(values: Mapping[str, str]) -> Mapping[str, str]:
        return {"value": "nothing has changed"} if values["value"] == words else {}

    several = " Several stand with a semicolon between them." if is_list(report, field) else ""
    return Form(
        title="Correct what this report states",
        about=(
            (Span(safe(scene.siglum(report.source)), "siglum"), Span(f"  {safe(field)}", "strong"), Span(f"  {safe(place)}", "faint")),
            (Span(safe(f'"{report.quote}"' if report.quote else report.what), "quote"),),
        ),
        blanks=(
            Blank(
                key="value", label=short_name(field), value=words,
                hint=f"As the source has it. Only this value of the file changes; empty takes it out.{several}",
            ),
        ),
        check=check,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clash:
    """What was read, what stands in the file now, and what was to be written; in words, "" for nothing."""

    base: str
    theirs: str
    mine: str
    beside: bool = False
    """Whether mine comes to stand beside theirs, and not in its place."""


def clash_entries(clash: Clash) -> tuple[Entry, ...]:
    """The three offers where the file has changed since it was read."""
    return (
        Entry(
            MINE, f"keep mine: {clash.mine or 'nothing'}", "beside theirs" if clash.beside else "written over theirs"
        ),
        Entry(THEIRS, f"take theirs: {clash.theirs or 'nothing'}", "mine is dropped"),
        Entry(BOTH, "show both", "and ask again"),
    )


def both_lines(clash: Clash, size: int) -> tuple[Line, ...]:
    """What stood in the file, what stands there now, and what was to be written, in lines of at most `size` cells."""
    told = (("as it was read", clash.base), ("in the file now", clash.theirs), ("yours", clash.mine))
    lines: list[Line] = []
    for name, words in told[clash.beside :]:
        lines += [(Span(name, "label"),), *wrap((Span(f"  {safe(words) or '(nothing)'}", "strong"),), size, 0, 2), ()]
    return tuple(lines)
