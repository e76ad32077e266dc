"""One event of the HTML report: findings, flagged fields, accounts, the other fields, the apparatus at its foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.view.markup import Sigla, foreign, link, mark, text
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


def event_html(event: EventEntry, sigla: Sigla) -> Iterator[str]:
    """The event as an article, headed at level 3."""
    yield f'<article class="event" id="{event.anchor}" aria-labelledby="{event.anchor}-title">'
    yield from _head(event)
    for finding in event.findings:
        yield from finding_html(finding, sigla)
    for field in event.flags:
        yield from _flag(field, sigla)
    yield from _accounts(event, sigla)
    if event.origins:
        told = "".join(f"<li>{text(line)}</li>" for line in event.origins)
        yield f'<h4>Who repeats whom</h4><ul class="origins">{told}</ul>'
    if event.others:
        yield from _others(event.others, sigla)
    if event.fields:
        entries = ' <span aria-hidden="true">‖</span> '.join(
            f'<span class="lemma">{text(field.label)}</span> {entry_html(field, sigla)}' for field in event.fields
        )
        yield f'<h4 class="visually-hidden">Apparatus</h4><p class="apparatus">{entries}</p>'
    yield "</article>"


def finding_html(finding: FindingEntry, sigla: Sigla, *, places: str = "", ids: bool = False) -> Iterator[str]:
    """One finding: of an event, or across events with links to them and the ids of its reports."""
    kind = finding.mark.role if finding.flagged else "note"
    words = f"finding: {finding.label}" if finding.flagged else finding.label
    yield f'<section class="flag {kind}"><h4>{mark(finding.mark, words)}</h4>'
    if finding.reason:
        yield f"<p>{text(finding.reason)}</p>"
    if places:
        yield f'<p class="note"><b>Events:</b> {places}</p>'
    for words in finding.decided:
        yield f"<p><b>Decided:</b> {foreign(words)}.</p>"
    if finding.sources or ids:
        told = " " + ", ".join(f"<code>{foreign(report)}</code>" for report in finding.reports) if ids else ""
        yield f'<p class="note"><b>Reports of:</b> {sigla.several(finding.sources)}{told}</p>'
    yield "</section>"


def entry_html(field: FieldEntry, sigla: Sigla) -> str:
    """The readings of a field as a printed apparatus has them: `43 RTR AFP ] 70 SANA · om. TASS`."""
    told = []
    for lection in field.lections:
        echoes = f" (+{lection.echoes})" if lection.echoes else ""
        gone = " (superseded)" if lection.superseded else ""
        told.append(f"{foreign(lection.value)} {sigla.several(lection.sources)}{echoes}{gone}")
    words = told[0] if told else ""
    if told[1:]:
        words += f' <span class="bracket">]</span> {" · ".join(told[1:])}'
    if field.silent:
        words += f" · <i>om.</i> {sigla.several(field.silent)}"
    return f'<span class="entry">{words}</span>'


def issue_html(field: FieldEntry, sigla: Sigla) -> str:
    """A flagged field in a line of the summary: the mark, then the entry."""
    flag = mark(field.mark, f"{field.label}: {field.verdict}")
    return f'<span class="issue">{flag}</span> {entry_html(field, sigla)}'


def _head(event: EventEntry) -> Iterator[str]:
    ordinal = f'<span class="ordinal">{event.number}.</span>'
    yield f'<header><h3 id="{event.anchor}-title" dir="auto">{ordinal} {link(event.anchor, text(event.title))}</h3>'
    parts = [text(event.when), text(event.counts), f"<code>{foreign(event.id)}</code>"]
    if event.contested and event.mark is not None:
        parts.insert(0, mark(event.mark, f"contested: {event.mark.word}"))
    yield f'<p class="dateline">{" · ".join(parts)}</p></header>'


def _flag(field: FieldEntry, sigla: Sigla) -> Iterator[str]:
    yield f'<section class="flag {field.mark.role}">'
    yield f'<h4><span class="label">{text(field.label)}</span> {mark(field.mark, field.verdict)}</h4>'
    yield f'<table class="readings stack" role="table"><caption class="visually-hidden">Readings of {text(field.label)}</caption>'
    yield _header("Reading", "Given by", "Reports / origins / unknown")
    yield '<tbody role="rowgroup">'
    for reading in field.readings:
        yield _reading_row(reading, sigla)
    yield "</tbody></table>"
    if field.reason:
        yield f"<p><b>Why.</b> {text(field.reason)}</p>"
    if any(reading.camps for reading in field.readings):
        yield '<p class="note">Readings of one camp can be true together.</p>'
    if field.silent:
        yield f'<p class="note"><b>Silent:</b> {sigla.several(field.silent)}</p>'
    for ruling in field.rulings:
        yield _ruling(ruling)
    yield "</section>"


def _header(*names: str) -> str:
    cells = "".join(f'<th scope="col" role="columnheader">{name}</th>' for name in names)
    return f'<thead role="rowgroup"><tr role="row">{cells}</tr></thead>'


def _reading_row(reading: ReadingEntry, sigla: Sigla) -> str:
    lost = ' class="lost"' if reading.status in ("superseded", "not accepted") else ""
    notes = f' <span class="status">{reading.status}</span>' if reading.status else ""
    if reading.camps:
        notes += f' <span class="camp">camp {reading.camps}</span>'
    witnesses = " ".join(f'<span class="witness">{_witness(one, sigla)}</span>' for one in reading.witnesses)
    return (
        f'<tr role="row"{lost}><th scope="row" role="rowheader">{foreign(reading.value, kind="value")}{notes}</th>'
        f'<td role="cell">{witnesses}</td><td role="cell" class="origins">{text(reading.counts)}</td></tr>'
    )


def _witness(witness: Witness, sigla: Sigla) -> str:
    words = f" “{foreign(witness.words)}”" if witness.words else ""
    details = f' <span class="soft">{foreign(", ".join(witness.details))}</span>' if witness.details else ""
    return f"{sigla.linked(witness.source)}{words}{details}{_quote(witness.quote)}"


def _quote(words: str) -> str:
    return f' <q dir="auto">{text(words)}</q>' if words else ""


def _ruling(ruling: RulingEntry) -> str:
    state = "Ruling" if ruling.stands else "Ruling, reopened"
    because = f", because {foreign(ruling.reason)}" if ruling.reason else ""
    signed = ", ".join(foreign(part) for part in (ruling.by, ruling.at) if part)
    return f"<p><b>{state}:</b> {foreign(ruling.decision)}{because}{f' ({signed})' if signed else ''}.</p>"


def _accounts(event: EventEntry, sigla: Sigla) -> Iterator[str]:
    for heading, accounts in (("Accounts", event.accounts), (DISPUTED, event.disputed)):
        if accounts or heading != DISPUTED:
            yield f'<h4>{heading}</h4><ul class="accounts" role="list">'
            yield from (f"<li>{_account(account, sigla)}</li>" for account in accounts)
            yield "</ul>"
    for label, sources in (("No report of it", event.absent), ("Published before it", event.earlier)):
        if sources:
            yield f'<p class="note"><b>{label}:</b> {_those(sources, sigla)}</p>'


def _those(sources: Sequence[str], sigla: Sigla) -> str:
    """Sources that say nothing; many are counted, for their names would drown those that speak."""
    if len(sources) > FEW:
        return f"{len(sources):,} sources"
    return sigla.several(sources)


FEW = 12
"""Sources without a report of an event that are named one by one."""


def _account(account: Account, sigla: Sigla) -> str:
    says = f' <span class="says" dir="auto">{text(account.what)}</span>' if account.what else ""
    where = f' <span class="where">{foreign(", ".join(account.details))}</span>' if account.details else ""
    note = f' <span class="remark">Note: {foreign(account.note)}</span>' if account.note else ""
    return f"{sigla.linked(account.source)} <div>{says}{_quote(account.quote)}{where}{note}</div>"


def _others(fields: Sequence[FieldEntry], sigla: Sigla) -> Iterator[str]:
    yield '<h4>Fields without a flag</h4><dl class="fields">'
    for field in fields:
        readings = " ".join(_brief(reading, sigla) for reading in field.readings)
        reason = f' <span class="soft">{text(field.reason)}</span>' if field.reason and field.compared else ""
        silent = f' <span class="soft">Silent: {sigla.several(field.silent)}.</span>' if field.silent else ""
        rulings = "".join(_ruling(ruling) for ruling in field.rulings)
        told = " told" if field.compared else ""
        standing = f'<span class="standing{told}">{mark(field.mark, _standing(field))}{reason}{silent}</span>'
        yield f"<div><dt>{text(field.label)}</dt><dd>{readings} {standing}{rulings}</dd></div>"
    yield "</dl>"


def _standing(field: FieldEntry) -> str:
    return field.verdict if field.compared else field.mark.word


def _brief(reading: ReadingEntry, sigla: Sigla) -> str:
    """A reading in one line: value, the sources' own words where they differ, sigla, and counts where there are several."""
    told: dict[str, None] = {}
    for one in reading.witnesses:
        told[f"{sigla.plain(one.source)}{f' “{foreign(one.words)}”' if one.words else ''}"] = None
    counts = f' <span class="soft">{text(reading.counts)}</span>' if len(reading.witnesses) > 1 else ""
    status = f' <span class="soft">({reading.status})</span>' if reading.status else ""
    return f'<span class="reading">{foreign(reading.value, kind="value")}{status} {" ".join(told)}{counts}</span>'
