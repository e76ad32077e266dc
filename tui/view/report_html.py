"""The critical apparatus as one HTML page: no script, nothing fetched, the same bytes for the same input."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from tui.view.agreement import Cell, Matrix
from tui.view.citations import Citation
from tui.view.claims import counted
from tui.view.markup import Sigla, foreign, link, mark, text
from tui.view.remaking import PROMISE, Making
from tui.view.report_front import FEW_FIELDS, MEANING, Contested, Front, Place, contested_note, matrix_note
from tui.view.report_html_events import event_html, finding_html, issue_html
from tui.view.report_model import EventEntry
from tui.view.report_style import STYLE

SHADES = ((0.7, "a0"), (0.8, "a1"), (0.9, "a2"), (1.0, "a3"))
"""Shares of agreement below which a cell has the tint; the number in it says the same."""


def html_lines(front: Front, events: Iterable[EventEntry]) -> Iterator[str]:
    """The page, line by line, in UTF-8; the events are told as they come."""
    sigla = Sigla(front.citations)
    yield from _opening(front)
    yield '<main id="contents">'
    yield from _contested(front, sigla)
    yield from _agreement(front.matrix)
    yield from _origins(front)
    yield '<section aria-labelledby="events"><h2 id="events" class="new-page">Events</h2>'
    yield from _index(front.places)
    cited: dict[str, dict[str, int]] = {}
    for event in events:
        for account in event.accounts:
            cited.setdefault(account.source, {})[event.anchor] = event.number
        yield from event_html(event, sigla)
    yield "</section>"
    yield from _unplaced(front)
    yield from _sources(front.citations, cited)
    yield "</main>"
    yield from _colophon(front.making)


def _opening(front: Front) -> Iterator[str]:
    digest = b64encode(sha256(_style().encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield from ["<!DOCTYPE html>", '<html lang="en">', "<head>", '<meta charset="utf-8">']
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{text(front.title)} · critical apparatus</title>"
    yield from f"<style>{_style()}</style>".split("\n")
    yield from ["</head>", "<body>", '<a class="skip" href="#contents">Skip to the contested events</a>']
    yield '<header class="masthead"><p class="kicker">Critical apparatus</p>'
    yield f'<h1 dir="auto">{text(front.title)}</h1><p class="totals">{text(front.totals)}</p>'
    if front.scope:
        yield f'<p class="note">{text(front.scope)}</p>'
    yield '<nav class="contents" aria-label="Sections"><ul>'
    for anchor, words in _SECTIONS:
        yield f"<li>{link(anchor, words)}</li>"
    yield '</ul></nav><dl class="meaning">'
    for heading, sentences in MEANING:
        yield f"<div><dt>{heading}</dt><dd>{sentences}</dd></div>"
    yield "</dl></header>"


_SECTIONS = (
    ("contested", "Contested events"),
    ("agreement", "Who agrees with whom"),
    ("origins", "Origins"),
    ("events", "Events"),
    ("sources", "Sources"),
)


def _style() -> str:
    return "\n".join(line for line in STYLE.splitlines() if line)


def _contested(front: Front, sigla: Sigla) -> Iterator[str]:
    yield '<section aria-labelledby="contested"><h2 id="contested">Contested events</h2>'
    if front.contested:
        yield '<table class="contested stack" role="table">'
        yield f"<caption>{contested_note(front)}</caption>"
        yield '<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">No.</th>'
        yield '<th scope="col" role="columnheader">Event</th><th scope="col" role="columnheader">At issue</th></tr></thead>'
        yield '<tbody role="rowgroup">'
        for event in front.contested:
            yield _contested_row(event, sigla)
        yield "</tbody></table>"
    else:
        yield f"<p>{contested_note(front)}</p>"
    if front.across:
        yield "<h3>Across events</h3>"
    for across in front.across:
        places = ", ".join(link(place.anchor, text(f"{place.number}. {place.title}")) for place in across.places)
        yield from finding_html(across.finding, sigla, places=places, ids=True)
    yield "</section>"


def _contested_row(event: Contested, sigla: Sigla) -> str:
    issues = [issue_html(field, sigla) for field in event.fields]
    issues += [mark(finding.mark, f"finding: {finding.label}") for finding in event.findings]
    told = "".join(f"<li>{issue}</li>" for issue in issues)
    return (
        f'<tr role="row"><td role="cell" class="soft ordinal">{event.number}</td><th scope="row" role="rowheader">'
        f'<span class="title" dir="auto">{link(event.anchor, text(event.title))}</span>'
        f'<span class="status">{text(event.when)} · {text(event.counts)}</span></th>'
        f'<td role="cell"><ul class="plain" role="list">{told}</ul></td></tr>'
    )


def _agreement(matrix: Matrix) -> Iterator[str]:
    yield '<section aria-labelledby="agreement"><h2 id="agreement">Who agrees with whom</h2>'
    if len(matrix.parties) < 2:
        yield "<p>There are no two sources to compare.</p></section>"
        return
    kind = matrix.kind
    yield f'<p class="note">{matrix_note(matrix)}</p>'
    yield f'<div class="scroll" role="region" aria-label="Agreement of {kind}" tabindex="0"><table class="matrix">'
    yield f'<caption class="visually-hidden">Agreement of {kind}: share of shared fields that agree, and their number</caption>'
    heads = "".join(
        f'<th scope="col" title="{text(party.name)}">{foreign(party.siglum)}</th>' for party in matrix.parties
    )
    yield f'<thead><tr><th scope="col"><span class="visually-hidden">{kind}</span></th>{heads}</tr></thead><tbody>'
    for row, (party, cells) in enumerate(zip(matrix.parties, matrix.cells, strict=True)):
        told = "".join(_cell(cell, own=row == column) for column, cell in enumerate(cells))
        yield f'<tr><th scope="row"><b>{foreign(party.siglum)}</b> {foreign(party.name, kind="name")}</th>{told}</tr>'
    yield "</tbody></table></div></section>"


def _cell(cell: Cell, *, own: bool) -> str:
    if own:
        return '<td class="self"><span aria-hidden="true">—</span></td>'
    if not cell.compared:
        return (
            '<td class="none"><span aria-hidden="true">·</span><span class="visually-hidden">nothing shared</span></td>'
        )
    if cell.compared < FEW_FIELDS:
        return f'<td class="few">{cell.agree}/{cell.compared}</td>'
    share = cell.agree / cell.compared
    shade = next((name for below, name in SHADES if share < below), "a4")
    return f'<td class="{shade}">{cell.percent}% <span class="n">of {cell.compared:,}</span></td>'


def _origins(front: Front) -> Iterator[str]:
    yield f'<section aria-labelledby="origins"><h2 id="origins">Origins</h2><p>{text(front.origins)}.</p><div class="columns">'
    if front.speakers:
        yield f"<table><caption>Who the accounts are attributed to{_others(front.more_speakers)}</caption>"
        yield '<thead><tr><th scope="col">Speaker</th><th scope="col" class="number">Reports</th>'
        yield '<th scope="col" class="number">Sources</th><th scope="col" class="number">Events</th></tr></thead><tbody>'
        for voice in front.speakers:
            numbers = "".join(f'<td class="number">{n:,}</td>' for n in (voice.reports, voice.sources, voice.events))
            yield f'<tr><th scope="row">{foreign(voice.name)}</th>{numbers}</tr>'
        yield "</tbody></table>"
    yield "<div>"
    if front.credits:
        yield '<table><caption>Agencies that sources credit</caption><thead><tr><th scope="col">Agency</th>'
        yield '<th scope="col" class="number">Sources</th></tr></thead><tbody>'
        for name, number in front.credits:
            yield f'<tr><th scope="row">{foreign(name)}</th><td class="number">{number:,}</td></tr>'
        yield "</tbody></table>"
    if front.sole_origins:
        yield "<h3>Several reports, one origin</h3><ul>"
        for sole in front.sole_origins:
            yield f"<li>{link(sole.anchor, text(sole.title))}: {counted(sole.reports, 'report')}, 1 origin</li>"
        yield "</ul>"
    yield "</div></div></section>"


def _others(number: int) -> str:
    return f"; {number:,} more are named less often" if number else ""


def _index(places: Sequence[Place]) -> Iterator[str]:
    if len(places) < 2:
        return
    yield f'<details class="index"><summary>All {counted(len(places), "event")} in order</summary><ol role="list">'
    for place in places:
        title = f'<span class="ordinal">{place.number}</span> {link(place.anchor, text(place.title))}'
        yield f'<li>{title} <span class="soft">{text(place.when)}</span></li>'
    yield "</ol></details>"


def _unplaced(front: Front) -> Iterator[str]:
    if front.unplaced:
        yield f'<section aria-labelledby="unplaced"><h2 id="unplaced">{counted(len(front.unplaced), "report")} without an event</h2>'
        yield f"<p>{', '.join(f'<code>{foreign(report)}</code>' for report in front.unplaced)}</p></section>"


def _sources(citations: Iterable[Citation], cited: dict[str, dict[str, int]]) -> Iterator[str]:
    yield '<section aria-labelledby="sources"><h2 id="sources" class="new-page">Sources</h2><ol class="citations" role="list">'
    for citation in citations:
        yield f'<li id="{citation.anchor}">{_citation(citation)}{_back(cited.get(citation.source, {}))}</li>'
    yield "</ol></section>"


def _citation(citation: Citation) -> str:
    words = f'<b class="siglum">{foreign(citation.siglum)}</b>{foreign(citation.name)}'
    if citation.title:
        language = f' lang="{citation.language}"' if citation.language else ""
        words += f', <cite class="headline" dir="auto"{language}>“{text(citation.title)}”</cite>'
    words += "".join(f", {foreign(part)}" for part in (citation.published, *citation.details)) + "."
    for address in citation.addresses:
        shown = foreign(address.text)
        target = (
            f'<a href="{text(address.target)}" rel="external noopener noreferrer">{shown}</a>'
            if address.target
            else shown
        )
        words += f" {address.label} {target}" if address.label else f" {target}"
    return words + (f' <span class="hash">sha256 {foreign(citation.sha256)}</span>' if citation.sha256 else "")


def _back(events: dict[str, int]) -> str:
    if not events:
        return ' <span class="back">Not cited in this report.</span>'
    told = ", ".join(link(anchor, str(number)) for anchor, number in events.items())
    return f' <span class="back">In {"event" if len(events) == 1 else "events"} {told}.</span>'


def _colophon(making: Making) -> Iterator[str]:
    yield '<footer class="colophon"><div>'
    if making.program:
        yield f"<p>Made by {text(making.program)} with <code>{foreign(making.command)}</code></p>"
    yield f"<p>{text(' '.join((*making.notes, PROMISE)))}</p>"
    if making.inputs:
        yield "<table><caption>Files it was made from</caption>"
        yield '<thead><tr><th scope="col">File</th><th scope="col">SHA-256</th></tr></thead><tbody>'
        for each in making.inputs:
            yield f'<tr><th scope="row">{foreign(each.path)}</th><td class="hash">{foreign(each.sha256)}</td></tr>'
        yield "</tbody></table>"
    yield from ["</div></footer>", "</body>", "</html>"]
