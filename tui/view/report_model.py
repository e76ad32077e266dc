"""What the critical apparatus says of one event, format by format the same: readings, witnesses, origins, reasons, rulings.

Texts of files are as the files have them: each format makes them safe and escapes them in its own way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui.core.answers import EventRow
from tui.core.judgements import FieldVerdict, Finding, OriginCount, Reading
from tui.core.model import Report, Ruling
from tui.core.values import dataclass
from tui.view.citations import anchor
from tui.view.claims import counted, fallen, origins_short
from tui.view.decided import link_words, reopened
from tui.view.marks import Mark, mark_of_field, mark_of_finding, worst_first
from tui.view.texts import Sheet, stated, told_findings, verdict_words
from tui.view.texts_timeline import fields_of

DISPUTED = "Left open between this event and another, and judged in neither"
"""What stands before the disputed reports of an event."""
CAMPS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""Names of the camps of a field; a field with more has them numbered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """One report behind a reading."""

    source: str
    words: str
    """The report's own words for the field; empty where they are the reading's value."""
    details: tuple[str, ...]
    """Part and locator, speaker, as-of, hedged: each as far as the report states it."""
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingEntry:
    """The reports that give one value."""

    value: str
    counts: str
    """ "3 reports / 1–2 origins / 0 unknown"."""
    witnesses: tuple[Witness, ...]
    camps: str
    """Names of the camps that hold it: "A", "A B"; empty where there is one camp or none."""
    status: str
    """ "superseded", "accepted", "not accepted" or nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lection:
    """One reading in an apparatus entry: value and sigla."""

    value: str
    sources: tuple[str, ...]
    echoes: int
    """Further reports of the same sources that say the same."""
    superseded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingEntry:
    """A recorded judgement on a field."""

    decision: str
    """ "accepts 43", "accepts none of the readings", "lets the readings stand side by side"."""
    stands: bool
    """False where the field is open again: a value it saw changed, or a reading is new."""
    reason: str
    by: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldEntry:
    """One field of one event."""

    name: str
    """Full name: `figures.killed`."""
    label: str
    mark: Mark
    verdict: str
    """Verdict, doubt, distance and kind in words; the glyph stands in `mark`."""
    flagged: bool
    open: bool
    doubtful: bool
    reason: str
    readings: tuple[ReadingEntry, ...]
    lections: tuple[Lection, ...]
    silent: tuple[str, ...]
    """Ids of sources that report the event and not this field."""
    rulings: tuple[RulingEntry, ...]

    @property
    def compared(self) -> bool:
        """Whether there is more to tell than one account of it."""
        return len(self.readings) > 1 or self.mark.weight > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingEntry:
    """Something found beside the verdicts of fields."""

    mark: Mark
    label: str
    """ "internal, killed"."""
    sources: tuple[str, ...]
    """Whose reports it is about, where they are known."""
    reports: tuple[str, ...]
    reason: str
    open: bool
    flagged: bool
    decided: tuple[str, ...] = ()
    """What analysts decided about whether its reports tell of one event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One report as prose: what it says and where it says it."""

    source: str
    report: str
    what: str
    quote: str
    details: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEntry:
    """One event of the apparatus."""

    number: int
    """1-based place in the report."""
    anchor: str
    id: str
    title: str
    when: str
    counts: str
    mark: Mark | None
    """The worst that is said of it; None where there is nothing to remark."""
    contested: bool
    flags: tuple[FieldEntry, ...]
    others: tuple[FieldEntry, ...]
    findings: tuple[FindingEntry, ...]
    accounts: tuple[Account, ...]
    disputed: tuple[Account, ...]
    """Reports that an analyst left open between this event and another: told, and judged in neither."""
    absent: tuple[str, ...]
    earlier: tuple[str, ...]
    fields: tuple[FieldEntry, ...]
    """Flags and others in the order they are told."""
    origins: tuple[str, ...] = ()
    """Who repeats whom, a line for each origin with something to tell."""


def event_entry(number: int, row: EventRow, sheet: Sheet) -> EventEntry:
    """The row, told; `number` is its 1-based place in the report."""
    event, reports = row.verdict, {report.id: report for report in row.reports}
    fields = tuple(field_entry(field, reports, sheet, again=reopened(field, event)) for field in event.fields)
    worst, corrected = worst_first(row), fallen(row).corrected
    return EventEntry(
        number=number,
        anchor=anchor("event", event.id, number),
        id=event.id,
        title=event.title or event.id,
        when=sheet.when(row),
        counts=counts(len(event.reports), event.origins),
        mark=worst[0].mark if worst else None,
        contested=event.contested,
        flags=tuple(field for field in fields if field.flagged),
        others=tuple(field for field in fields if not field.flagged),
        findings=tuple(finding_entry(finding, reports, sheet) for finding in told_findings(event)),
        accounts=tuple(_account(report, corrected=report.id in corrected) for report in row.reports),
        disputed=tuple(_account(report) for report in row.disputed),
        absent=event.absent,
        earlier=event.earlier,
        fields=fields,
        origins=sheet.origins(row),
    )


def field_entry(field: FieldVerdict, reports: Mapping[str, Report], sheet: Sheet, *, again: bool | None = None) -> FieldEntry:
    """One field: every reading with its witnesses, the losing ones too. `again`: a flag is open in spite of its rulings."""
    stands = not (field.open if again is None else again)
    rulings = tuple(_ruling(sheet.rulings[n], field, stands=stands) for n in field.rulings if n < len(sheet.rulings))
    mark = mark_of_field(field)
    camps = _camps(field)
    return FieldEntry(
        name=field.field,
        label=label_of(field.field),
        mark=mark,
        verdict=verdict_words(field).removeprefix(f"{mark.glyph} "),
        flagged=field.flagged,
        open=field.open,
        doubtful=field.doubtful,
        reason=field.reason,
        readings=tuple(
            _reading(index, field, camps.get(index, ()), reports, sheet) for index in range(len(field.readings))
        ),
        lections=tuple(_lection(reading, reports) for reading in field.readings),
        silent=field.silent,
        rulings=rulings,
    )


def finding_entry(finding: Finding, reports: Mapping[str, Report], sheet: Sheet) -> FindingEntry:
    """One finding, of an event or across events."""
    known = [reports[report].source for report in finding.reports if report in reports]
    label = str(finding.kind) + (f", {label_of(finding.field)}" if finding.field else "")
    return FindingEntry(
        mark=mark_of_finding(finding),
        label=label + (", ruled" if finding.flagged and not finding.open else ""),
        sources=tuple(dict.fromkeys(known)),
        reports=finding.reports,
        reason=finding.reason,
        open=finding.open,
        flagged=finding.flagged,
        decided=link_words(finding, sheet),
    )


def label_of(field: str) -> str:
    """A field's name for people: `figures.killed_civilians` is "killed civilians"."""
    return (field.partition(".")[2] or field).replace("_", " ")


def counts(reports: int, origins: OriginCount) -> str:
    """A count of reports, never without its count of origins."""
    span = origins_short(origins)
    return f"{counted(reports, 'report')} / {span} {'origin' if span == '1' else 'origins'} / {origins.unknown} unknown"


def _reading(
    index: int, field: FieldVerdict, camps: Sequence[str], reports: Mapping[str, Report], sheet: Sheet
) -> ReadingEntry:
    reading = field.readings[index]
    return ReadingEntry(
        value=reading.value,
        counts=counts(len(reading.reports), reading.origins),
        witnesses=tuple(_witness(field.field, reading, report, reports) for report in reading.reports),
        camps=" ".join(camps),
        status=_status(index, field, sheet),
    )


def _camps(field: FieldVerdict) -> dict[int, list[str]]:
    """Index of a reading -> names of the camps it is in; nothing where there is one camp."""
    found: dict[int, list[str]] = {}
    if len(field.camps) < 2:
        return found
    names = CAMPS if len(field.camps) <= len(CAMPS) else [str(n) for n in range(1, len(field.camps) + 1)]
    for name, camp in zip(names, field.camps, strict=False):
        for index in camp:
            found.setdefault(index, []).append(name)
    return found


def _status(index: int, field: FieldVerdict, sheet: Sheet) -> str:
    reading = field.readings[index]
    if reading.superseded:
        return "superseded"
    if field.open or not field.flagged:
        return ""
    accepted = [sheet.rulings[n].accepted for n in field.rulings if n < len(sheet.rulings)]
    if any(report in accepted for report in reading.reports):
        return "accepted"
    return "not accepted" if accepted and "both" not in accepted else ""


def _witness(field: str, reading: Reading, report_id: str, reports: Mapping[str, Report]) -> Witness:
    report = reports.get(report_id)
    if report is None:
        return Witness(source=report_id, words="", details=(), quote="")
    words = stated(report, field)
    return Witness(
        source=report.source,
        words="" if words == reading.value else words,
        details=(
            *_details(report, speaker=field != "said_by"),
            *(["superseded"] if report_id in reading.replaced and not reading.superseded else []),
        ),
        quote=report.quote,
    )


def _details(report: Report, *, speaker: bool = True) -> Iterable[str]:
    """Where a report says it, who says it there, and how surely: only what the file states."""
    named = report.part.casefold() in report.locator.casefold()
    yield from (words for words in ("" if named else report.part, report.locator) if words)
    if speaker and report.said_by:
        own = report.said_by == (report.source,)
        yield "saw it themselves" if own else f"said by {', '.join(report.said_by)}"
    if report.as_of:
        yield f"as of {report.as_of}"
    if report.hedged:
        yield "hedged"
    if report.planned:
        yield "announced"
    if report.denies is True:
        yield "denies it"
    elif isinstance(report.denies, tuple) and report.denies:
        yield f"denies {', '.join(label_of(field) for field in report.denies)}"


def _lection(reading: Reading, reports: Mapping[str, Report]) -> Lection:
    """Of a reading that stands only those who still give it."""
    given = [name for name in reading.reports if reading.superseded or name not in reading.replaced]
    held = {reports[name].source for name in given if name in reports}
    sources = tuple(source for source in reading.sources if source in held) if held else reading.sources
    echoes = max(0, len(given) - len(sources))
    return Lection(value=reading.value, sources=sources, echoes=echoes, superseded=reading.superseded)


def _ruling(ruling: Ruling, field: FieldVerdict, *, stands: bool) -> RulingEntry:
    value = next((reading.value for reading in field.readings if ruling.accepted in reading.reports), None)
    if ruling.accepted == "both":
        decision = "lets the readings stand side by side"
    elif ruling.accepted == "none":
        decision = "accepts none of the readings"
    else:
        decision = f"accepts {ruling.accepted}" if value is None else f"accepts {value} ({ruling.accepted})"
    return RulingEntry(decision=decision, stands=stands, reason=ruling.reason, by=ruling.by, at=ruling.at)


def _account(report: Report, *, corrected: bool = False) -> Account:
    details = [*(["superseded"] if corrected else []), *_details(report)]
    if report.denies is True:
        denied = ((name, stated(report, name)) for name in fields_of(report) if name != "said_by")
        details += [f"denied: {label_of(name)} {words}" for name, words in denied if words]
    if report.credibility is not None:
        details.append(f"credibility {report.credibility}")
    if report.derived_from:
        details.append(f"from {', '.join(report.derived_from)}")
    if report.corrects:
        details.append(f"corrects {', '.join(report.corrects)}")
    return Account(
        source=report.source, report=report.id, what=report.what, quote=report.quote, details=tuple(details), note=report.note
    )  # fmt: skip
