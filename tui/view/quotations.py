"""What one pastes into a text: a discrepancy as a sentence with whose reading is whose, an event as Markdown.

The sentence says what the readings are and who stands behind each; it takes no side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tui.core.answers import EventRow
from tui.core.judgements import FieldVerdict, Reading
from tui.core.lineages import Lineage
from tui.core.model import Report, Ruling, Source
from tui.core.verdicts.comparisons import is_plain, without_brackets
from tui.view.citations import Citation, citations
from tui.view.claims import UNCOUNTED, counted, origins_words, reading_of, reports_of, speakers
from tui.view.clocks import published_words
from tui.view.marks import Spot, short_name
from tui.view.report_markdown import citation_markdown, escaped, event_markdown
from tui.view.report_model import event_entry
from tui.view.safety import safe
from tui.view.scene import Scene
from tui.view.texts import Sheet

_COLUMNS = 100
"""Width that the entries of a report ask for; Markdown flows by itself."""


def sentence(row: EventRow, spot: Spot, scene: Scene) -> str:
    """The spot as plain text: one sentence on the readings of its field, one on those that were superseded, then the sources to
    cite, a line for each text: what one outlet has at two addresses is one.

    "Bombardment of Jayrud, killed: between 30 (Reuters, 2 Jul) and 43 (SOHR, via 3 outlets)."
    """
    known = {source.id: source for source in scene.sources}
    title = safe(row.verdict.title or row.verdict.id)
    if spot.field is None:
        cited = {report.source for report in row.reports if report.id in spot.reports}
        return "\n".join([f"{title}: {safe(spot.reason)}", *_references(cited, known)])
    field = spot.field
    live = [reading for reading in field.readings if not reading.superseded] or list(field.readings)
    told = _readings(field, [_reading(reading, row, known) for reading in live])
    gone = "; ".join(_reading(reading, row, known) for reading in field.readings if reading not in live)
    superseded = f" Superseded: {gone}." if gone else ""
    origins = "" if row.verdict.origins == UNCOUNTED else f" {_stands(row)}"
    name = short_name(field.field)
    cited = {source for reading in field.readings for source in reading.sources}
    return "\n".join([f"{title}, {name}: {told}.{superseded}{origins}", *_references(cited, known)])


def markdown(row: EventRow, scene: Scene, rulings: Sequence[Ruling], lineage: Lineage | None) -> str:
    """The event as the report has it, with who repeats whom where that is known, and the sources it rests on."""
    sheet = Sheet.of(scene.sources, rulings, zone=scene.zone, columns=_COLUMNS)
    if lineage is not None:
        sheet = replace(sheet, behind=lambda _: lineage)
    told = citations(source for source in scene.sources if source.id in row.verdict.sources)
    anchors = {citation.source: citation.anchor for citation in told}
    sigla = {source.id: escaped(source.siglum) for source in scene.sources}
    lines = [*event_markdown(event_entry(1, row, sheet), sigla, anchors), "Sources:", ""]
    lines += [f'- <a id="{citation.anchor}"></a>{citation_markdown(citation)}' for citation in told]
    return "\n".join(lines) + "\n"


def _readings(field: FieldVerdict, told: Sequence[str]) -> str:
    """The readings side by side: a range has ends, two words stand against each other, more in a row."""
    if len(told) == 1:
        return told[0]
    if field.verdict.flagged and len(told) == 2:
        return (
            f"between {told[0]} and {told[1]}"
            if field.field.startswith("figures.")
            else f"either {told[0]} or {told[1]}"
        )
    return f"{'; '.join(told[:-1])}; {'or' if field.verdict.flagged else 'and'} {told[-1]}"


def _reading(reading: Reading, row: EventRow, known: dict[str, Source]) -> str:
    """ "43 (SOHR, via 3 outlets)", "30 (Reuters, 2 Jul)"; what is no number but a source's own words stands in quotation marks."""
    words = safe(reading.value)
    if len(reading.as_written) == 1 and not words.startswith("not "):
        own = safe(without_brackets(reading.as_written[0]))
        words = own if is_plain(own) else f"“{own}”"
    return f"{words} ({_behind(reading, row, known)})"


def _behind(reading: Reading, row: EventRow, known: dict[str, Source]) -> str:
    voices = {speakers(row, reading, source) for source in reading.sources}
    outlets = list(dict.fromkeys(known[source].name for source in reading.sources if source in known))
    voice = next(iter(voices)) if len(voices) == 1 else ()
    if voice:
        who = " and ".join(safe(name) for name in voice)
        others = [name for name in outlets if name not in voice]
        if not others:
            return who + _out(reading.sources, known)
        via = safe(others[0]) if len(others) == 1 else counted(len(others), "outlet")
        return f"{who}, via {via}" + (_out(reading.sources, known) if len(others) == 1 else "")
    outs = (safe(known[source].name) + _out([source], known) for source in reading.sources if source in known)
    dated = list(dict.fromkeys(outs))
    return "; ".join(dated[:2]) + (f"; {len(dated) - 2} more" if len(dated) > 2 else "")


def _out(sources: Iterable[str], known: dict[str, Source]) -> str:
    """A comma and when the first of them came out; nothing where none says."""
    dates = sorted(filter(None, (known[source].published for source in sources if source in known)))
    return f", {safe(published_words(dates[0]))}" if dates else ""


def _stands(row: EventRow) -> str:
    reports = counted(len(row.reports), "report")
    return f"({reports} / {origins_words(row.verdict.origins)} of the event.)"


def _references(cited: Iterable[str], known: dict[str, Source]) -> list[str]:
    chosen = set(cited)
    alike: dict[tuple[str, ...], list[Citation]] = {}
    for each in citations(source for source in known.values() if source.id in chosen):
        text = (each.name, each.title, each.published) if each.title else (each.source,)
        alike.setdefault(text, []).append(each)
    return [_reference(same) for same in alike.values()]


def _reference(same: Sequence[Citation]) -> str:
    """One text, at the first address of each source that has it."""
    links = (next((address.target for address in each.addresses if address.target), None) for each in same)
    return " ".join([f"- {safe(same[0].line)}", *dict.fromkeys(filter(None, links))])


def report_under(row: EventRow, spot: Spot | None, source: str | None) -> Report | None:
    """The report one stands on: of the source where it has one, else the first that the spot is about, else the first."""
    mine = reports_of(row, source) if source is not None else ()
    if mine:
        field = spot.field if spot is not None else None
        return next((report for report in mine if field is not None and reading_of(field, report.id)), mine[0])
    wanted = spot.reports if spot is not None else ()
    return next((report for report in row.reports if report.id in wanted), row.reports[0] if row.reports else None)
