"""The summary page of the apparatus as plain text: what stands before the events of `rashomon report`."""

from __future__ import annotations

from collections.abc import Iterator

from tui.view.agreement import Matrix
from tui.view.claims import counted
from tui.view.columns import width
from tui.view.remaking import PROMISE, Making
from tui.view.report_front import MEANING, Contested, Front, contested_note, matrix_note
from tui.view.report_model import FieldEntry, FindingEntry
from tui.view.safety import safe
from tui.view.texts import Sheet, rule_off


def front_lines(front: Front, sheet: Sheet) -> Iterator[str]:
    """Title and numbers, what a flag means, the contested events, agreement and origins."""
    yield from sheet.wrapped(safe(front.title), hang=0)
    yield from sheet.wrapped(front.totals, hang=0)
    yield from sheet.wrapped(front.scope, hang=0)
    yield ""
    for heading, sentences in MEANING:
        yield from sheet.wrapped(f"{heading}: {sentences}")
    yield ""
    yield from _contested(front, sheet)
    yield from _agreement(front.matrix, sheet)
    yield from _origins(front, sheet)


def making_lines(making: Making, sheet: Sheet) -> Iterator[str]:
    """What stands after the sources: how to make the report again. The list of files is one that `sha256sum -c` takes."""
    yield from rule_off("How it was made")
    yield from sheet.wrapped(safe(f"{making.program}: {making.command}"))
    for sentence in (*making.notes, PROMISE):
        yield from sheet.wrapped(safe(sentence), hang=0)
    if making.inputs:
        yield ""
    for each in making.inputs:
        yield f"{each.sha256}  {safe(each.path)}"


def _contested(front: Front, sheet: Sheet) -> Iterator[str]:
    yield from rule_off("Contested events")
    yield from sheet.wrapped(contested_note(front), hang=0)
    yield ""
    for event in front.contested:
        yield from _contested_event(event, sheet)
    if front.across:
        yield from rule_off("Across events")
    for across in front.across:
        yield from sheet.wrapped(_finding(across.finding))
        if across.places:
            told = ", ".join(f"{place.number}. {safe(place.title)}" for place in across.places)
            yield from sheet.wrapped(f"events: {told}", indent=2)
        yield from sheet.wrapped(f"why: {safe(across.finding.reason)}", indent=2)
        yield ""


def _contested_event(event: Contested, sheet: Sheet) -> Iterator[str]:
    yield from sheet.wrapped(f"{event.number}. {safe(event.title)}", hang=3)
    yield from sheet.wrapped(f"{event.when} · {event.counts}", indent=3)
    for field in event.fields:
        yield from sheet.wrapped(f"{field.mark.glyph} {safe(f'{field.label}: {field.verdict}')}", indent=3)
        yield from sheet.wrapped(entry_words(field, sheet), indent=5)
    for finding in event.findings:
        yield from sheet.wrapped(_finding(finding), indent=3)
    yield ""


def entry_words(field: FieldEntry, sheet: Sheet) -> str:
    """The readings of a field as a printed apparatus has them: `43 RTR AFP ] 70 SANA · om. TASS`."""
    told = [
        " ".join([safe(lection.value), *(sheet.siglum(source) for source in lection.sources)])
        + (f" (+{lection.echoes})" if lection.echoes else "")
        + (" (superseded)" if lection.superseded else "")
        for lection in field.lections
    ]
    words = " ] ".join(part for part in (told[0] if told else "", " · ".join(told[1:])) if part)
    omitted = f"om. {' '.join(sheet.siglum(source) for source in field.silent)}" if field.silent else ""
    return " · ".join(part for part in (words, omitted) if part)


def _finding(finding: FindingEntry) -> str:
    return f"{finding.mark.glyph} finding: {safe(finding.label)}"


def _agreement(matrix: Matrix, sheet: Sheet) -> Iterator[str]:
    yield from rule_off("Who agrees with whom")
    if len(matrix.parties) < 2:
        yield from [*sheet.wrapped("There are no two sources to compare."), ""]
        return
    yield from [*sheet.wrapped(matrix_note(matrix, shares=False), hang=0), ""]
    names = [safe(party.siglum) for party in matrix.parties]
    cells = [[f"{cell.agree}/{cell.compared}" if cell.compared else "·" for cell in row] for row in matrix.cells]
    room = max(width(word) for word in (*names, *(word for row in cells for word in row))) + 2
    if room * (len(names) + 1) <= sheet.columns:
        for name, row in zip(["", *names], [names, *cells], strict=True):
            yield (_left(name, room) + "".join(_right(word, room) for word in row)).rstrip()
    else:
        for name, row in zip(names, cells, strict=True):
            told = ", ".join(f"{other} {word}" for other, word in zip(names, row, strict=True) if word != "·")
            yield from sheet.wrapped(f"{name}: {told or 'nothing shared'}")
    yield ""


def _left(word: str, room: int) -> str:
    return word + " " * (room - width(word))


def _right(word: str, room: int) -> str:
    return " " * (room - width(word)) + word


def _origins(front: Front, sheet: Sheet) -> Iterator[str]:
    yield from rule_off("Origins")
    yield from [*sheet.wrapped(f"{front.origins}."), ""]
    for voice in front.speakers:
        numbers = (counted(voice.reports, "report"), counted(voice.sources, "source"), counted(voice.events, "event"))
        yield from sheet.wrapped(f"{safe(voice.name)}: {', '.join(numbers)}")
    if front.more_speakers:
        yield from sheet.wrapped(f"and {front.more_speakers:,} more, named less often")
    if front.speakers:
        yield ""
    if front.credits:
        told = ", ".join(f"{safe(name)} ({counted(number, 'source')})" for name, number in front.credits)
        yield from [*sheet.wrapped(f"Agencies that sources credit: {told}."), ""]
    if front.sole_origins:
        told = "; ".join(
            f"{place.number}. {safe(place.title)} ({counted(place.reports, 'report')})" for place in front.sole_origins
        )
        yield from [*sheet.wrapped(f"Several reports, one origin: {told}."), ""]
