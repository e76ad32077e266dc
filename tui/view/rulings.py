"""The form in which an analyst rules on a discrepancy, and how rulings are told."""

from __future__ import annotations

from collections.abc import Mapping

from tui.core.answers import EventRow
from tui.core.judgements import FieldVerdict, Reading
from tui.core.model import Ruling
from tui.core.verdicts.rulings import since
from tui.view.claims import counted, in_its_words, known_origins
from tui.view.forms import SIGN, Blank, Choice, Form
from tui.view.marks import Spot
from tui.view.safety import safe
from tui.view.scene import Scene
from tui.view.spans import Line, Span

NONE, BOTH = "none", "both"
WITHDRAW = "withdraw:"
"""Before the number of a ruling that is to go."""
_ACCEPTED, _REASON, _BY = "accepted", "reason", "by"


def disputed(row: EventRow, spot: Spot | None) -> FieldVerdict | str:
    """The field that a ruling on the spot is about; why there is none, in a sentence without a full stop."""
    if spot is None:
        return "select a discrepancy to rule on"
    if spot.field is not None:
        # A ruling sees every reading, also where only some sources are compared.
        whole = next((field for field in row.verdict.fields if field.field == spot.field.field), spot.field)
        return whole if whole.flagged else f"nothing is disputed about {spot.name}"
    finding = spot.finding
    if finding is None or not finding.flagged:
        return "nothing is disputed here"
    field = next((field for field in row.verdict.fields if field.field == finding.field), None)
    if field is not None:
        return field
    if finding.kind == "identity":
        return "whether these are one event is decided by a link: 7 lists them, = and ! decide"
    return "this is about no single field; correct the files (e), or write a note"


def ruling_form(row: EventRow, field: FieldVerdict, scene: Scene, *, by: str, reading: int | None = None) -> Form:
    """Which reading is accepted, why, and who says so. `reading` is offered, else one of those that lie worst."""
    readings = [Choice(held.reports[0], _reading(held, scene)) for held in field.readings if held.reports]
    withdrawn = [
        Choice(f"{WITHDRAW}{number}", _withdrawn(scene.rulings[number]))
        for number in field.rulings
        if number < len(scene.rulings)
    ]
    neither = "neither of them" if len(readings) == 2 else "none of them"
    both = (
        "both stand: they do not exclude each other"
        if len(readings) == 2
        else "all stand: they do not exclude each other"
    )
    offered = max(0, min(_at_issue(field) if reading is None else reading, len(readings) - 1))
    about: list[Line] = [
        (Span(safe(row.verdict.title or row.verdict.id), "title"), Span(f"  {safe(field.field)}", "strong")),
        (Span(safe(_contradiction(row, field)), "dim"),),
    ]
    return Form(
        title="Rule on this discrepancy",
        about=tuple(about),
        blanks=(
            Blank(
                key=_ACCEPTED, label="accepted", choices=(*readings, Choice(NONE, neither), Choice(BOTH, both), *withdrawn),
                value=readings[offered].value if readings else NONE,
                hint="The reading you hold to be right. The others stay in the files, and are shown with it.",
            ),
            Blank(key=_REASON, label="because", hint="Why. Whoever reads it later has only this."),
            Blank(key=_BY, label="who", value=by, hint=SIGN),
        ),
        check=_check,
    )  # fmt: skip


def _at_issue(field: FieldVerdict) -> int:
    """A reading of the two that lie worst: one that contradicts nobody is not what a ruling is asked for."""
    worst = max(field.pairs, key=lambda pair: pair.verdict.rank, default=None)
    return 0 if worst is None else worst.a


def _contradiction(row: EventRow, field: FieldVerdict) -> str:
    """What is wrong: of a source that contradicts itself the field says only that nobody else speaks of it."""
    found = (finding.reason for finding in row.verdict.findings if finding.flagged and finding.field == field.field)
    return next(found, field.reason)


def _check(values: Mapping[str, str]) -> Mapping[str, str]:
    if values[_REASON] or values[_ACCEPTED].startswith(WITHDRAW):
        return {}
    return {_REASON: "say why: a ruling without a reason convinces nobody"}


def _withdrawn(ruling: Ruling) -> str:
    signed = ", ".join(part for part in (ruling.by, ruling.at[:10]) if part)
    return safe(f"withdraw the ruling: {ruling.accepted} ({signed})")


def _reading(reading: Reading, scene: Scene) -> str:
    words = in_its_words(reading)
    sigla = ", ".join(safe(scene.siglum(source)) for source in reading.sources)
    over = ", superseded" if reading.superseded else ""
    return (
        f'"{safe(words)}"  {sigla}  {counted(len(reading.reports), "report")}, {known_origins(reading.origins)}{over}'
    )


def ruling_lines(ruling: Ruling, field: FieldVerdict, *, again: bool) -> tuple[Line, ...]:
    """What was ruled, why, by whom and when; a paragraph each. `again`: a flag is open on the field in spite of it."""
    decision = {NONE: "no reading is accepted", BOTH: "all readings stand"}.get(ruling.accepted, "")
    accepted = next((held for held in field.readings if ruling.accepted in held.reports), None)
    if not decision and accepted is not None:
        decision = f'accepted: "{in_its_words(accepted)}" ({ruling.accepted})'
    signed = ", ".join(part for part in (ruling.by, ruling.at) if part)
    state = "ruled, and open again" if again else "ruled"
    line = f":{ruling.position.line}" if ruling.position.line is not None else ""
    lines: list[Line] = [
        (Span(f"  {state}: ", "settled"), Span(safe(decision or f"accepted: {ruling.accepted}"), "strong")),
    ]
    if ruling.reason:
        lines.append((Span(f"    because {safe(ruling.reason)}"),))
    if again and (changed := since(ruling, field.readings)):
        lines.append((Span(f"    since then: {safe('; '.join(changed))}", "note"),))
    lines.append((Span(f"    {safe(signed)}  ", "dim"), Span(safe(f"{ruling.position.file}{line}"), "faint")))
    return tuple(lines)
