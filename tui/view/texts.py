"""How verdicts, origins, fields and witnesses are put in words, the same in every plain text. Lays nothing out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from tui.core.answers import EventRow
from tui.core.judgements import EventVerdict, FieldVerdict, Finding, OriginCount, Reading
from tui.core.lineages import Lineage
from tui.core.model import Link, Report, Ruling, Source
from tui.core.values import dataclass
from tui.view.claims import counted, origins_short, words_for
from tui.view.clocks import window_words
from tui.view.columns import wrap
from tui.view.marks import mark_of_field, short_name
from tui.view.origins_told import origin_lines
from tui.view.safety import safe

WITNESSES_SHOWN = 12
"""Reports of one reading that are named one by one; the rest are counted."""
NAMED = 40
"""Sources without a report that are named one by one; more are counted."""

Reports: TypeAlias = Mapping[str, Report]
"""Reports by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What every text of one dossier is written on: whose sigla, which rulings, which clock, how wide."""

    sources: Mapping[str, Source]
    """By id, in the order they are listed."""
    rulings: Sequence[Ruling]
    """Of the dossier: fields point into them."""
    zone: str
    """IANA zone in which times are told."""
    columns: int
    """Cells of the longest line."""
    links: Sequence[Link] = ()
    """Decisions whether reports tell of one event."""
    behind: Callable[[EventRow], Lineage] | None = None
    """Answers where the reports of an event come from; None where that is not to be told."""

    @classmethod
    def of(
        cls,
        sources: Iterable[Source],
        rulings: Sequence[Ruling] = (),
        links: Sequence[Link] = (),
        *,
        zone: str,
        columns: int,
    ) -> Sheet:
        """Index the sources."""
        known = {source.id: source for source in sources}
        return cls(sources=known, rulings=rulings, zone=zone, columns=columns, links=links)

    def origins(self, row: EventRow) -> tuple[str, ...]:
        """Who repeats whom behind an event, a line for each origin with something to tell."""
        if self.behind is None:
            return ()
        return origin_lines(self.behind(row), {report.id: report for report in row.reports}, self.siglum)

    def siglum(self, source_id: str) -> str:
        """Column head of a source; its id where the source is unknown."""
        source = self.sources.get(source_id)
        return safe(source.siglum if source else source_id)

    def sigla(self, source_ids: Iterable[str]) -> str:
        """Several, comma-separated."""
        return ", ".join(self.siglum(source_id) for source_id in source_ids)

    def those(self, source_ids: Sequence[str]) -> str:
        """Several that say nothing; very many are counted, for their names would drown those that speak."""
        return self.sigla(source_ids) if len(source_ids) <= NAMED else f"{len(source_ids):,} sources"

    def when(self, row: EventRow) -> str:
        """When an event happened, the year always told."""
        if row.earliest is None and row.latest is None:
            return "time not stated"
        return window_words(row.earliest, row.latest, self.zone, home_year=0)

    def head(self, row: EventRow) -> str:
        """When an event happened and how many origins stand behind it."""
        return f"{self.when(row)} · {origin_words(len(row.verdict.reports), row.verdict.origins)}"

    def wrapped(self, text: str, *, indent: int = 0, hang: int | None = None) -> list[str]:
        """The text in lines; the first begins with `indent` spaces, the others with `hang` (default two more)."""
        return wrap(text, self.columns, indent=" " * indent, hang=" " * (indent + 2 if hang is None else hang))


def field_label(field: str) -> str:
    """A field's name for people: `figures.killed_civilians` is "killed civilians"."""
    return safe(short_name(field).replace("_", " "))


def verdict_words(field: FieldVerdict) -> str:
    """Mark and verdict: "✗ conflict, doubtful, 12 deaths apart (time-zone)"."""
    words = f"{mark_of_field(field).glyph} {field.verdict}"
    if field.doubtful:
        words += ", doubtful"
    if field.gap:
        words += f", {safe(field.gap)}" + ("" if field.gap.startswith("adjacent") else " apart")
    if field.kind and not field.kind.endswith(f"-{field.verdict}"):
        words += f" ({field.kind})"
    if field.flagged and not field.open:
        words += ", ruled"
    return words


def origin_words(reports: int, origins: OriginCount) -> str:
    """A count of reports, never without its count of origins: "3 reports / 1–2 origins / 0 unknown"."""
    span = origins_short(origins)
    return f"{counted(reports, 'report')} / {span} {'origin' if span == '1' else 'origins'} / {origins.unknown} unknown"


def stated(report: Report, field: str) -> str:
    """What a report itself says for a field, in its own words, as one text; empty where it is silent."""
    return ", ".join(words_for(report, field))


def reading_witnesses(field: str, reading: Reading, reports: Reports, sheet: Sheet) -> list[str]:
    """Who gives a reading: siglum, own words where they differ from the value, locator and speaker, one a report."""
    told = [_witness(field, reading, report_id, reports, sheet) for report_id in reading.reports[:WITNESSES_SHOWN]]
    rest = len(reading.reports) - len(told)
    return [*told, f"and {rest} more"] if rest else told


def place_in(report: Report) -> list[str]:
    """Part and locator of the passage relied on, the part only where the locator does not name it."""
    named = report.part.casefold() in report.locator.casefold()
    return [safe(words) for words in ("" if named else report.part, report.locator) if words]


def event_heading(event: EventVerdict) -> str:
    """Title of an event, its id where it has none."""
    return safe(event.title or event.id)


def told_findings(event: EventVerdict) -> tuple[Finding, ...]:
    """The findings of an event that a field does not tell already: a denial is shown once."""
    told = {(field.field, field.kind) for field in event.fields}
    return tuple(finding for finding in event.findings if (finding.field, str(finding.kind)) not in told)


def absence_lines(event: EventVerdict, sheet: Sheet, *, indent: int) -> list[str]:
    """Who has no report of an event, and who could not have one; silence is told, never judged."""
    lines = sheet.wrapped(f"no report: {sheet.those(event.absent)}", indent=indent) if event.absent else []
    if event.earlier:
        lines += sheet.wrapped(f"published before: {sheet.those(event.earlier)}", indent=indent)
    return lines


def rule_off(title: str) -> list[str]:
    """A section's title, underlined so that it stands out without colour, and the empty line after it."""
    return [title, "─" * len(title), ""]


def _witness(field: str, reading: Reading, report_id: str, reports: Reports, sheet: Sheet) -> str:
    report = reports.get(report_id)
    if report is None:
        return safe(report_id)
    details = []
    words = stated(report, field)
    if words and words != reading.value:
        details.append(f"“{safe(words)}”")
    details += place_in(report)
    if report.said_by and field != "said_by":
        details.append(f"said by {safe(', '.join(report.said_by))}")
    if report.hedged:
        details.append("hedged")
    if report_id in reading.replaced and not reading.superseded:
        details.append("superseded")
    siglum = sheet.siglum(report.source)
    return f"{siglum} ({', '.join(details)})" if details else siglum
