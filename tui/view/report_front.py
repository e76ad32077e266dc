"""The summary page of the critical apparatus: what is contested, who agrees with whom, who spoke, what a flag means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tui.core.answers import EventRow, Summary
from tui.core.judgements import EventVerdict, Finding, FindingKind, Verdict
from tui.core.model import Report
from tui.core.speakers import first_of_each
from tui.core.values import dataclass
from tui.view.agreement import AgreementTally, Matrix
from tui.view.citations import Citation, anchor, citations
from tui.view.claims import counted
from tui.view.remaking import UNTOLD, Making
from tui.view.report_model import EventEntry, FieldEntry, FindingEntry, counts, event_entry, finding_entry
from tui.view.texts import Sheet

MOST_SPEAKERS = 20
"""Named speakers on the summary page; the others are counted."""

MEANING = (
    ("What a flag means",
     "Two accounts of one event, in the words of their sources, cannot both be true (conflict), or only at a stretch (strained). "
     "The reason beside each flag names the words, the rule and the distance."),
    ("What it does not mean",
     "A flag does not say which account is wrong, nor that anyone meant to mislead. The absence of a flag does not say that an "
     "account is true: it says that nothing in these files contradicts it."),
    ("Reports are not origins",
     "Corroboration is not truth. Many reports can repeat one voice, so a count of reports never stands without the number of "
     "independent origins behind it, at least and at most as far as the files tell; “unknown” counts the reports that name no origin. "
     "Even independent origins can be wrong together."),
    ("Silence is not denial",
     "“om.” marks sources that report an event and not that detail. It is told, never judged."),
)  # fmt: skip
"""What a reader must know before any count: (heading, sentences)."""

FEW_FIELDS = 5
"""Shared fields below which a share would say more than it knows: the counts stand alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """An event with an open flag, for the summary page."""

    number: int
    anchor: str
    title: str
    when: str
    counts: str
    fields: tuple[FieldEntry, ...]
    """The open flags on its fields, strongest first."""
    findings: tuple[FindingEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Someone to whom accounts are attributed, as the names were read."""

    name: str
    reports: int
    sources: int
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an event stands in the report."""

    number: int
    anchor: str
    title: str
    when: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Across:
    """A finding about more than one event, and those of its events that are in the report."""

    finding: FindingEntry
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """Everything said before the events, and the sources that follow them."""

    title: str
    totals: str
    scope: str
    """What the filters left of the dossier; empty where nothing was filtered."""
    origins: str
    contested: tuple[Contested, ...]
    """Strongest first."""
    ruled: int
    """Flags on which a ruling stands."""
    across: tuple[Across, ...]
    matrix: Matrix
    speakers: tuple[Speaker, ...]
    more_speakers: int
    credits: tuple[tuple[str, int], ...]
    """Wire agencies and how many sources credit them, most first."""
    sole_origins: tuple[Place, ...]
    """Events with two or more reports and one origin behind them all."""
    places: tuple[Place, ...]
    """Every event, in order."""
    unplaced: tuple[str, ...]
    citations: tuple[Citation, ...]
    making: Making


def front(
    summary: Summary,
    rows: Iterable[EventRow],
    sheet: Sheet,
    *,
    findings: Sequence[Finding] = (),
    unplaced: Sequence[str] = (),
    made: Making = UNTOLD,
) -> Front:
    """One walk through the events. `findings` concern more than one event; `made` tells how the report is made."""
    sources = tuple(sheet.sources.values())
    walk = _Walk(sheet, findings)
    for row in rows:
        walk.add(row)
    voices = walk.voices.most()
    few = (
        ""
        if walk.shown == summary.events
        else f"{walk.shown:,} of {counted(summary.events, 'event')} pass the filters."
    )
    return Front(
        title=summary.title or "Untitled dossier",
        totals=_totals(summary),
        scope=few,
        origins=counts(summary.reports, summary.origins),
        contested=tuple(one for _, one in sorted(walk.contested, key=lambda pair: pair[0])),
        ruled=walk.ruled,
        across=tuple(walk.across(finding) for finding in findings),
        matrix=walk.tally.matrix(),
        speakers=voices[:MOST_SPEAKERS],
        more_speakers=max(0, len(voices) - MOST_SPEAKERS),
        credits=_credits(name for source in sources for name in dict.fromkeys(source.credits)),
        sole_origins=tuple(walk.sole),
        places=tuple(walk.places),
        unplaced=tuple(unplaced),
        citations=citations(sources),
        making=made,
    )


class _Walk:
    """What is gathered on the one walk: of most events no more than counts."""

    def __init__(self, sheet: Sheet, findings: Sequence[Finding]) -> None:
        self.shown = self.ruled = 0
        self.tally = AgreementTally(tuple(sheet.sources.values()))
        self.voices = _Voices()
        self.contested: list[tuple[tuple[int, ...], Contested]] = []
        self.places: list[Place] = []
        self.sole: list[Place] = []
        self._sheet = sheet
        self._crossed = {event for finding in findings for event in finding.events}
        self._crossing: dict[str, Place] = {}
        self._reports: dict[str, Report] = {}

    def add(self, row: EventRow) -> None:
        self.shown += 1
        event = row.verdict
        self.tally.add(event, row.reports)
        self.voices.add(row)
        self.ruled += _ruled(event)
        place = Place(
            number=self.shown,
            anchor=anchor("event", event.id, self.shown),
            title=event.title or event.id,
            when=self._sheet.when(row),
            reports=len(event.reports),
        )
        self.places.append(place)
        if event.contested:
            entry = event_entry(self.shown, row, self._sheet)
            self.contested.append((_strength(entry), _contested(entry)))
        if any(finding.kind is FindingKind.SINGLE_ORIGIN for finding in event.findings):
            self.sole.append(place)
        if event.id in self._crossed:
            self._crossing[event.id] = place
            self._reports.update((report.id, report) for report in row.reports)

    def across(self, finding: Finding) -> Across:
        """A finding across events, once all have been walked through."""
        places = [self._crossing[event] for event in finding.events if event in self._crossing]
        ordered = tuple(sorted(places, key=lambda place: place.number))
        return Across(finding=finding_entry(finding, self._reports, self._sheet), places=ordered)


def contested_note(front: Front) -> str:
    """What stands above the contested events, or in their place."""
    if not front.contested:
        return "No open discrepancy was found. That does not make any account true."
    settled = f" {counted(front.ruled, 'flag')} settled by a ruling stand with their events." if front.ruled else ""
    return f"{counted(len(front.contested), 'event')} with an open flag, strongest first.{settled}"


def matrix_note(matrix: Matrix, *, shares: bool = True) -> str:
    """What the numbers of the matrix count, and what they do not show. `shares`: per cent above, fields below."""
    told = (
        "the share of the fields in which both give a value that can be compared, where one value of each can be true together "
        f"with one of the other's, and below it how many such fields there are; with fewer than {FEW_FIELDS} only the counts."
        if shares
        else "in how many of the fields in which both give a value that can be compared, one value of each can be true together "
        "with one of the other's."
    )
    whose = ", over every two of their sources" if matrix.by_publisher else ""
    rest = (
        f" The {counted(matrix.left_out, matrix.kind[:-1])} with fewest reports are left out."
        if matrix.left_out
        else ""
    )
    return (
        f"For every two {matrix.kind}{whose}: {told} Wordings that nobody can compare are left out, and so is who was "
        f"quoted. Those who repeat the same agency agree without confirming anything.{rest}"
    )


def _totals(summary: Summary) -> str:
    return (
        f"{counted(summary.events, 'event')} · {counts(summary.reports, summary.origins)}"
        f" · {counted(summary.sources, 'source')} · {summary.contested} contested"
    )


def _ruled(event: EventVerdict) -> int:
    fields = sum(field.flagged and not field.open for field in event.fields)
    return fields + sum(finding.flagged and not finding.open for finding in event.findings)


def _contested(entry: EventEntry) -> Contested:
    return Contested(
        number=entry.number,
        anchor=entry.anchor,
        title=entry.title,
        when=entry.when,
        counts=entry.counts,
        fields=tuple(sorted((f for f in entry.flags if f.open), key=lambda f: -_weight(f))),
        findings=tuple(finding for finding in entry.findings if finding.flagged and finding.open),
    )


def _strength(entry: EventEntry) -> tuple[int, ...]:
    """Sort key: the strongest open flag first, then how many there are, then the order in time."""
    weights = [_weight(field) for field in entry.flags if field.open]
    weights += [2 * finding.mark.weight for finding in entry.findings if finding.flagged and finding.open]
    return (-max(weights, default=0), -len(weights), entry.number)


def _weight(field: FieldEntry) -> int:
    return 2 * field.mark.weight - field.doubtful


def _credits(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])))


class _Voices:
    """Counts who is said to have said it, by the names as they were read; spellings of one name are one voice."""

    def __init__(self) -> None:
        self._reports: dict[str, set[str]] = {}
        self._sources: dict[str, set[str]] = {}
        self._events: dict[str, set[str]] = {}
        self._same: list[tuple[str, str]] = []

    def add(self, row: EventRow) -> None:
        for field in row.verdict.fields:
            if field.field == "said_by":
                names = [reading.value for reading in field.readings]
                for name, reading in zip(names, field.readings, strict=True):
                    self._reports.setdefault(name, set()).update(reading.reports)
                    self._sources.setdefault(name, set()).update(reading.sources)
                    self._events.setdefault(name, set()).add(row.verdict.id)
                self._same += [(names[p.a], names[p.b]) for p in field.pairs if p.verdict is Verdict.SAME]

    def most(self) -> tuple[Speaker, ...]:
        heads = first_of_each(self._same)
        spellings: dict[str, list[str]] = {}
        for name in self._reports:
            spellings.setdefault(heads.get(name, name), []).append(name)
        voices = [self._voice(names) for names in spellings.values()]
        return tuple(sorted(voices, key=lambda speaker: (-speaker.reports, -speaker.events, speaker.name)))

    def _voice(self, names: list[str]) -> Speaker:
        first, *others = sorted(names, key=lambda name: (-len(self._reports[name]), name))
        return Speaker(
            name=f"{first} (also: {'; '.join(others)})" if others else first,
            reports=len(set().union(*(self._reports[name] for name in names))),
            sources=len(set().union(*(self._sources[name] for name in names))),
            events=len(set().union(*(self._events[name] for name in names))),
        )
