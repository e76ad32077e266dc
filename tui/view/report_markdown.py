"""The critical apparatus as Markdown, for a document. Text of other people never becomes markup in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui.view.agreement import Cell, Matrix
from tui.view.citations import Citation
from tui.view.claims import counted
from tui.view.remaking import PROMISE, Making
from tui.view.report_front import FEW_FIELDS, MEANING, Contested, Front, contested_note, matrix_note
from tui.view.report_model import (
    DISPUTED,
    Account,
    EventEntry,
    FieldEntry,
    FindingEntry,
    ReadingEntry,
    RulingEntry,
    Witness,
)
from tui.view.safety import safe

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&$!])")
_STARTS_A_BLOCK = re.compile(r"^(\d+(?=[.)])|(?=[-+=]))")
FEW = 12
"""Sources without a report of an event that are named one by one."""

Sigla = Mapping[str, str]
"""Escaped siglum by source id."""


def markdown_lines(front: Front, events: Iterable[EventEntry]) -> Iterator[str]:
    """Title, summary page, every event, then the sources, to which the accounts are linked."""
    sigla = {citation.source: escaped(citation.siglum) for citation in front.citations}
    anchors = {citation.source: citation.anchor for citation in front.citations}
    yield from [f"# {escaped(front.title)}", "", front.totals, ""]
    if front.scope:
        yield from [front.scope, ""]
    for heading, sentences in MEANING:
        yield from [f"**{heading}.** {sentences}", ""]
    yield from _contested(front, sigla)
    yield from _agreement(front.matrix)
    yield from _origins(front)
    yield from ["## Events", ""]
    for event in events:
        yield from event_markdown(event, sigla, anchors)
    if front.unplaced:
        yield from [f"## {counted(len(front.unplaced), 'report')} without an event", ""]
        yield from [", ".join(f"`{_code(report)}`" for report in front.unplaced), ""]
    yield from ["## Sources", ""]
    for citation in front.citations:
        yield f'- <a id="{citation.anchor}"></a>{citation_markdown(citation)}'
    yield from _colophon(front.making)


def escaped(text: str) -> str:
    """The text as Markdown that shows exactly it: on one line, no markup, no HTML, no new table cell, no new block."""
    return _STARTS_A_BLOCK.sub(_unblocked, _SPECIAL.sub(r"\\\1", " ".join(safe(text).split())))


def event_markdown(event: EventEntry, sigla: Sigla, anchors: Mapping[str, str]) -> Iterator[str]:
    """One event: heading, findings, a table for each flagged field, accounts, the other fields, the apparatus."""
    yield from [f'<a id="{event.anchor}"></a>', "", f"### {event.number}. {escaped(event.title)}", ""]
    flag = f"**{event.mark.glyph} contested: {event.mark.word}** · " if event.contested and event.mark else ""
    yield from [f"{flag}{event.when} · {event.counts} · `{_code(event.id)}`", ""]
    for finding in event.findings:
        yield from [f"- {_finding(finding, sigla)}", ""]
    for field in event.flags:
        yield from _flag(field, sigla)
    yield from ["| source | says | where and who |", "|---|---|---|"]
    for account in event.accounts:
        yield _account(account, sigla, anchors)
    yield ""
    if event.origins:
        yield from ["Who repeats whom:", "", *(f"- {escaped(line)}" for line in event.origins), ""]
    if event.disputed:
        yield from [f"{DISPUTED}:", "", "| source | says | where and who |", "|---|---|---|"]
        yield from (_account(account, sigla, anchors) for account in event.disputed)
        yield ""
    for label, sources in (("No report of it", event.absent), ("Published before it", event.earlier)):
        if sources:
            told = f"{len(sources):,} sources" if len(sources) > FEW else _several(sources, sigla)
            yield from [f"{label}: {told}", ""]
    if event.others:
        yield from ["| field | readings | standing |", "|---|---|---|"]
        yield from (_other(field, sigla) for field in event.others)
        yield ""
    if event.fields:
        yield from [" ‖ ".join(f"*{escaped(field.label)}* {_entry(field, sigla)}" for field in event.fields), ""]


def _contested(front: Front, sigla: Sigla) -> Iterator[str]:
    yield from ["## Contested events", "", contested_note(front), ""]
    if front.contested:
        yield from ["| no. | event | at issue |", "|---|---|---|"]
        yield from (_contested_row(event, sigla) for event in front.contested)
        yield ""
    if front.across:
        yield from ["### Across events", ""]
    for across in front.across:
        places = ", ".join(f"[{place.number}. {escaped(place.title)}](#{place.anchor})" for place in across.places)
        reports = ", ".join(f"`{_code(report)}`" for report in across.finding.reports)
        told = [_finding(across.finding, sigla), places and f"Events: {places}.", reports]
        yield from [f"- {' '.join(part for part in told if part)}", ""]


def _contested_row(event: Contested, sigla: Sigla) -> str:
    issues = [f"{_verdict(field)}: {_entry(field, sigla)}" for field in event.fields]
    issues += [f"**{finding.mark.glyph} finding: {escaped(finding.label)}**" for finding in event.findings]
    title = f"[{escaped(event.title)}](#{event.anchor})<br>{event.when} · {event.counts}"
    return _row(str(event.number), title, "<br>".join(issues))


def _agreement(matrix: Matrix) -> Iterator[str]:
    yield from ["## Who agrees with whom", ""]
    if len(matrix.parties) < 2:
        yield from ["There are no two sources to compare.", ""]
        return
    yield from [matrix_note(matrix), ""]
    yield _row("", *(escaped(party.siglum) for party in matrix.parties))
    yield "|---|" + ":-:|" * len(matrix.parties)
    for row, (party, cells) in enumerate(zip(matrix.parties, matrix.cells, strict=True)):
        told = ("—" if row == column else _cell(cell) for column, cell in enumerate(cells))
        name = "" if party.name == party.siglum else f" {escaped(party.name)}"
        yield _row(f"**{escaped(party.siglum)}**{name}", *told)
    yield ""


def _cell(cell: Cell) -> str:
    if cell.compared < FEW_FIELDS:
        return f"{cell.agree}/{cell.compared}" if cell.compared else "·"
    return f"{cell.percent}%<br>of {cell.compared:,}"


def _origins(front: Front) -> Iterator[str]:
    yield from ["## Origins", "", f"{front.origins}.", ""]
    if front.speakers:
        more = f"; {front.more_speakers:,} more are named less often" if front.more_speakers else ""
        yield from [f"Who the accounts are attributed to{more}:", ""]
        yield from ["| speaker | reports | sources | events |", "|---|--:|--:|--:|"]
        for voice in front.speakers:
            yield _row(escaped(voice.name), *(f"{n:,}" for n in (voice.reports, voice.sources, voice.events)))
        yield ""
    if front.credits:
        told = ", ".join(f"{escaped(name)} ({counted(number, 'source')})" for name, number in front.credits)
        yield from [f"Agencies that sources credit: {told}.", ""]
    if front.sole_origins:
        yield from ["Several reports, one origin:", ""]
        for sole in front.sole_origins:
            yield f"- [{escaped(sole.title)}](#{sole.anchor}): {counted(sole.reports, 'report')}, 1 origin"
        yield ""


def _flag(field: FieldEntry, sigla: Sigla) -> Iterator[str]:
    yield from [f"#### {escaped(field.label)}: {field.mark.glyph} {escaped(field.verdict)}", ""]
    yield from ["| reading | given by | reports / origins / unknown |", "|---|---|---|"]
    for reading in field.readings:
        witnesses = "<br>".join(_witness(one, sigla) for one in reading.witnesses)
        yield _row(_value(reading), witnesses, reading.counts)
    yield ""
    if field.reason:
        yield from [f"**Why.** {escaped(field.reason)}", ""]
    if any(reading.camps for reading in field.readings):
        yield from ["Readings of one camp can be true together.", ""]
    if field.silent:
        yield from [f"Silent: {_several(field.silent, sigla)}", ""]
    for ruling in field.rulings:
        yield from [_ruling(ruling), ""]


def _value(reading: ReadingEntry) -> str:
    value = f"**{escaped(reading.value) or '·'}**"
    notes = [reading.status, f"camp {reading.camps}" if reading.camps else ""]
    return "<br>".join([value, *(note for note in notes if note)])


def _witness(witness: Witness, sigla: Sigla) -> str:
    words = f" “{escaped(witness.words)}”" if witness.words else ""
    details = f" {escaped(', '.join(witness.details))}" if witness.details else ""
    return f"{_siglum(witness.source, sigla)}{words}{details}{_quote(witness.quote)}"


def _quote(words: str) -> str:
    return f" “{escaped(words)}”" if words else ""


def _account(account: Account, sigla: Sigla, anchors: Mapping[str, str]) -> str:
    siglum = _siglum(account.source, sigla)
    linked = f"[{siglum}](#{anchors[account.source]})" if account.source in anchors else siglum
    note = f" Note: {escaped(account.note)}" if account.note else ""
    return _row(
        linked, f"{escaped(account.what)}{_quote(account.quote)}{note}".strip(), escaped(", ".join(account.details))
    )


def _other(field: FieldEntry, sigla: Sigla) -> str:
    readings = [_brief(reading, sigla) for reading in field.readings]
    if field.silent:
        readings.append(f"silent: {_several(field.silent, sigla)}")
    standing = [f"{field.mark.glyph} {escaped(field.verdict if field.compared else field.mark.word)}"]
    standing += [escaped(field.reason)] if field.reason and field.compared else []
    standing += [_ruling(ruling) for ruling in field.rulings]
    return _row(escaped(field.label), "<br>".join(readings), "<br>".join(standing))


def _brief(reading: ReadingEntry, sigla: Sigla) -> str:
    told = dict.fromkeys(
        _siglum(one.source, sigla) + (f" “{escaped(one.words)}”" if one.words else "") for one in reading.witnesses
    )
    counts = f" · {reading.counts}" if len(reading.witnesses) > 1 else ""
    status = f" ({reading.status})" if reading.status else ""
    return f"**{escaped(reading.value) or '·'}**{status} {' '.join(told)}{counts}"


def _entry(field: FieldEntry, sigla: Sigla) -> str:
    told = []
    for lection in field.lections:
        echoes = f" (+{lection.echoes})" if lection.echoes else ""
        gone = " (superseded)" if lection.superseded else ""
        told.append(f"{escaped(lection.value) or '·'} {_several(lection.sources, sigla)}{echoes}{gone}")
    words = (told[0] if told else "") + (f" \\] {' · '.join(told[1:])}" if told[1:] else "")
    return words + (f" · *om.* {_several(field.silent, sigla)}" if field.silent else "")


def _verdict(field: FieldEntry) -> str:
    return f"**{field.mark.glyph} {escaped(field.label)}: {escaped(field.verdict)}**"


def _finding(finding: FindingEntry, sigla: Sigla) -> str:
    kind = "finding: " if finding.flagged else ""
    reports = f" Reports of: {_several(finding.sources, sigla)}." if finding.sources else ""
    told = "".join(f" Decided: {escaped(words)}." for words in finding.decided)
    return f"**{finding.mark.glyph} {kind}{escaped(finding.label)}** {escaped(finding.reason)}{told}{reports}"


def _ruling(ruling: RulingEntry) -> str:
    state = "Ruling" if ruling.stands else "Ruling, reopened"
    because = f", because {escaped(ruling.reason)}" if ruling.reason else ""
    signed = escaped(", ".join(part for part in (ruling.by, ruling.at) if part))
    return f"**{state}:** {escaped(ruling.decision)}{because}{f' ({signed})' if signed else ''}."


def citation_markdown(citation: Citation) -> str:
    """A source to cite: siglum, outlet, headline, date, addresses."""
    words = f"**{escaped(citation.siglum)}** {escaped(citation.line)}"
    for address in citation.addresses:
        shown = f"<{address.target}>" if address.target else escaped(address.text)
        words += f" {address.label} {shown}" if address.label else f" {shown}"
    return words + (f" sha256 `{_code(citation.sha256)}`" if citation.sha256 else "")


def _colophon(making: Making) -> Iterator[str]:
    if not making.program:
        return
    yield from ["", "---", "", f"Made by {escaped(making.program)} with", ""]
    yield from [f"    {safe(making.command)}", ""]
    for sentence in (*making.notes, PROMISE):
        yield escaped(sentence)
    if making.inputs:
        yield from ["", "| file | SHA-256 |", "|---|---|"]
        yield from (_row(escaped(each.path), f"`{_code(each.sha256)}`") for each in making.inputs)


def _several(sources: Sequence[str], sigla: Sigla) -> str:
    return " ".join(_siglum(source, sigla) for source in sources)


def _siglum(source: str, sigla: Sigla) -> str:
    return sigla.get(source) or escaped(source)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell or '·' for cell in cells)} |"


def _unblocked(match: re.Match[str]) -> str:
    """A number before a full stop, or a dash, that would begin a list at the beginning of a line."""
    return f"{match[1]}\\" if match[1] else "\\"


def _code(text: str) -> str:
    """Text between code marks, where only they and a bar would break out."""
    return safe(text).replace("`", "'").replace("|", "\\|")
