"""What one source says of one event, in its own words, with the values that differ marked inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.core.answers import EventRow
from tui.core.model import Report
from tui.view.claims import fallen, withheld, words_for
from tui.view.glyphs import Glyphs
from tui.view.hits import marked
from tui.view.marks import NONE, Mark, mark_of_field, mark_of_finding, mark_of_value, short_name, worst_first
from tui.view.panes import Pane
from tui.view.safety import safe
from tui.view.spans import Line, Span, joined, wrap

_INSIDE_ONLY = {"compatible", "naming", "same"}
"""Roles of values that are marked where the words hold them and not added where they do not."""


class Cell(NamedTuple):
    """A pane's account of an event."""

    said: Line = ()
    """Its words, values that differ marked inside."""
    added: Line = ()
    """Values that differ and that the words do not hold, in brackets."""

    @property
    def whole(self) -> Line:
        """Words and added values as one paragraph."""
        return (*self.said, Span(" "), *self.added) if self.added else self.said


def cell(row: EventRow, pane: Pane, glyphs: Glyphs, search: str = "") -> Cell:
    """The pane's account, several sources told apart by their sigla.

    Empty where it has no report of the event, "earlier" where it was certainly published before; a report
    without any words or values to show is silent.
    """
    reports, guests = pane.reports(row), _disputed(pane.disputed(row), glyphs)
    if not reports:
        return Cell(guests or ((Span("earlier", "faint"),) if pane.ids <= set(row.verdict.earlier) else ()))
    several = bool(pane.told) or len({report.source for report in reports}) > 1
    sigla = {source.id: source.siglum for source in pane.sources}
    said: list[Span] = []
    added: dict[Span, int] = {}
    for index, report in enumerate(telling_first(reports, row)):
        if index:
            said.append(_between(glyphs))
        if several:
            said.append(Span(f"{safe(sigla[report.source])}: ", "siglum"))
        told, values = account(report, row, glyphs, parts=len(reports) > 1)
        said.extend(told)
        added.update(values)
    text = tuple(said) if said or added else (Span(glyphs.silent, "faint"),)
    text = joined([part for part in (text, guests) if part], _between(glyphs))
    worst = sorted(added, key=lambda span: -added[span])
    return Cell(marked(text, search), marked(joined([(span,) for span in worst], Span(" ")), search))


def _between(glyphs: Glyphs) -> Span:
    return Span(" * " if glyphs.ascii else " ▪ ", "faint")


def _disputed(reports: tuple[Report, ...], glyphs: Glyphs) -> Line:
    """What reports say that may belong to another event: no value of theirs is marked, for nothing was judged."""
    told: list[Line] = [
        (Span("disputed: ", "label"), Span(safe(each.what or each.quote or each.text), "dim")) for each in reports
    ]
    return joined(told, _between(glyphs))


def telling_first(reports: tuple[Report, ...], row: EventRow) -> list[Report]:
    """What the worst field or finding of the event is about first, announcements last: a cell has room for little."""
    worst = next(iter(worst_first(row)), None)
    field = worst.field.field if worst is not None and worst.field is not None else ""
    about = worst.finding.reports if worst is not None and worst.finding is not None else ()
    return sorted(reports, key=lambda report: (report.id not in about and not words_for(report, field), report.planned))


def fitted(account: Cell, size: int, lines: int) -> tuple[Line, ...]:
    """The account in so many lines; where it is too long the words give way, never the values that differ."""
    whole = wrap(account.whole, size, lines + 1)
    if len(whole) <= lines:
        return whole
    if not account.added or lines < 2:
        return wrap(account.whole, size, lines)
    added = wrap(account.added, size, max(1, lines // 2))
    return (*wrap(account.said, size, lines - len(added)), *added)


def account(report: Report, row: EventRow, glyphs: Glyphs, *, parts: bool = False) -> tuple[Line, dict[Span, int]]:
    """One report: its words, values that differ marked; and those the words do not hold, in brackets, with their weight.

    A row of a data set has no words: its figures and places stand for them.
    """
    later = withheld(row, report)
    text = safe(report.what or report.quote or report.text or _coded(report, later))
    marks: list[tuple[int, int, str]] = []
    added: dict[Span, int] = {}
    denied, every = report.denied, fallen(row)
    corrected, gone = report.id in every.corrected, every.fields(report.id)
    for name, mark in sorted(_differing(report, row).items(), key=lambda item: -item[1].weight):
        role = f"value {mark.role}"
        if name in denied:
            words = ", ".join(safe(word) for word in words_for(report, name))
            added[Span(f"{glyphs.opening}denies {_named(name, words)}{glyphs.closing}", role)] = mark.weight
            continue
        if name in gone:
            told = _named(name, ", ".join(safe(word) for word in words_for(report, name)))
            added[Span(f"{glyphs.opening}{told}, superseded{glyphs.closing}", f"{role} faint")] = mark.weight
            continue
        missing = []
        for word in words_for(report, name):
            found = _find(text, safe(word), marks)
            if found is None:
                missing.append(safe(word))
            else:
                marks.append((*found, role))
        if missing and mark.role not in _INSIDE_ONLY and not corrected:
            added[Span(f"{glyphs.opening}{_named(name, ', '.join(missing))}{glyphs.closing}", role)] = mark.weight
    for name in later:
        added[Span(f"{glyphs.opening}{short_name(name)}: not said yet{glyphs.closing}", "faint")] = 0
    lead = [Span(f"{word}: ", "label") for word in _manner(report, parts=parts, corrected=corrected)]
    return (*lead, *_cut(text, sorted(marks))), added


def _coded(report: Report, later: tuple[str, ...]) -> str:
    figures = [_named(name, words) for key, words in report.figures if (name := f"figures.{key}") not in later]
    return ", ".join([*figures, *report.where])


_ONE = ("1", "one")


def _named(field: str, words: str) -> str:
    """The words with what they are: "five killed", "outcome repelled"; a time or a place speaks for itself."""
    if field in ("when", "where"):
        return words
    name = short_name(field)
    if field.startswith("figures."):
        return f"{words} {name.removesuffix('s') if words in _ONE else name}"
    return f"{name} {words}"


def _manner(report: Report, *, parts: bool, corrected: bool) -> list[str]:
    words = ["superseded"] if corrected else []
    words += [safe(report.part)] if report.part not in ("", "body") and parts else []
    if report.denies is True:
        words.append("denies")
    if report.planned:
        words.append("planned")
    if report.hedged:
        words.append("reportedly")
    return words


def _differing(report: Report, row: EventRow) -> dict[str, Mark]:
    """The fields in which the report's value differs from another, from its own source's too, with the mark of each."""
    found = {
        field.field: mark_of_value(field, report.id)
        for field in row.verdict.fields
        if len(field.readings) > 1
        and field.field != "said_by"
        and mark_of_field(field).weight > 2
        and any(report.id in reading.reports for reading in field.readings)
    }
    for finding in row.verdict.findings:
        if finding.flagged and finding.field and report.id in finding.reports:
            found[finding.field] = max(
                found.get(finding.field, NONE), mark_of_finding(finding), key=lambda mark: mark.weight
            )
    return found


def _find(text: str, word: str, taken: list[tuple[int, int, str]]) -> tuple[int, int] | None:
    """Where the word stands as a word of its own, outside what is marked already."""
    if not word.strip():
        return None
    for start, end in _standing(text, word):
        if all(end <= begin or stop <= start for begin, stop, _ in taken):
            return start, end
    return None


_STRANGE_CASES = frozenset("ſKıİ")
"""What `re` takes for letters of ASCII in another case."""


def _standing(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Where the word stands as one of its own, in whatever case."""
    if not word.isascii() or not _STRANGE_CASES.isdisjoint(text):
        pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
        yield from (match.span() for match in pattern.finditer(text))
        return
    # The same: a pattern would be compiled for each of many words, and used once.
    lowered, looked_for, end = text.lower(), word.lower(), 0
    while (start := lowered.find(looked_for, end)) >= 0:
        end = start + len(word)
        if _is_part(text[start - 1 : start]) or _is_part(text[end : end + 1]):
            end = start + 1
        else:
            yield start, end


def _is_part(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _cut(text: str, marks: list[tuple[int, int, str]]) -> Line:
    spans: list[Span] = []
    at = 0
    for start, end, role in marks:
        if start > at:
            spans.append(Span(text[at:start]))
        spans.append(Span(text[start:end], role))
        at = end
    if at < len(text):
        spans.append(Span(text[at:]))
    return tuple(spans)
