"""The order of work behind a verdict or a finding, with what each step met there (rules.md §2), in words."""

from __future__ import annotations

from collections.abc import Iterable

from tui.core.answers import EventRow
from tui.core.judgements import FieldVerdict, Finding, FindingKind, Reading
from tui.core.model import Report
from tui.view.claims import UNCOUNTED, counted, gap_words, report_by_id
from tui.view.marks import mark_of_flag

_OUTLETS = "every outlet speaks for itself"


def steps_of_field(field: FieldVerdict, row: EventRow) -> tuple[str, ...]:
    """The seven steps that led to the verdict on a field."""
    live = [reading for reading in field.readings if not reading.superseded]
    told = sum(len(reading.reports) for reading in live)
    groups = min(sum(reading.origins.high for reading in live), row.verdict.origins.high)
    most = f", from at most {counted(groups, 'origin')}" if UNCOUNTED not in [each.origins for each in live] else ""
    echoes = f"{counted(told, 'report')} in {counted(len(live), 'reading')}{most}"
    gone = len(field.readings) - len(live)
    return (
        f"Same event: {counted(len(row.reports), 'report')} of {row.verdict.title or row.verdict.id}",
        f"Same field: {field.field} is compared with {field.field} only",
        f"Same as-of: {counted(gone, 'earlier reading')} superseded"
        if gone
        else "Same as-of: no figure replaces another",
        f"Same level of speaker: {_speakers(live, row)}",
        f"Echoes: {echoes}; copies are not counted twice",
        f"Relation: {mark_of_flag(field.kind or '', field.verdict).word}"
        + (f", {gap_words(field.gap)}" if field.gap else ""),
        f"Verdict: {field.verdict.value}"
        + (f", {field.kind}" if field.kind else "")
        + (", doubtful: a reading is marked uncertain" if field.doubtful else ""),
    )


def steps_of_finding(finding: Finding, row: EventRow) -> tuple[str, ...]:
    """What led to a finding: the seven steps where two readings were compared, else the rule it follows from."""
    apart = _APART.get(finding.kind)
    if apart is None or finding.field is None:
        return (f"{_RULES[finding.kind]} {_kept(finding)}",)
    time, voice, echo, relation, place = apart
    reports = [report for name in finding.reports if (report := report_by_id(row, name)) is not None]
    named = ", ".join(_quoted(reports))
    return (
        f"Same event: {counted(len(reports), 'report')} of {row.verdict.title or row.verdict.id}",
        f"Same field: {finding.field} is compared with {finding.field} only",
        f"Same as-of: {time}",
        f"Same level of speaker: {voice}{f' ({named})' if named else ''}",
        f"Echoes: {echo}",
        f"Relation: {relation}",
        f"Finding: {finding.kind.value}; {place}. {_kept(finding)}",
    )


_APART = {
    FindingKind.INTERNAL: (
        "neither certainly stood so later than the other",
        "one voice in one source",
        "an outlet is no echo of itself: the copies of one publication are compared like any two reports",
        "conflict: the two cannot both be true",
        "it stays with its source, and is never counted as one outlet against another",
    ),
    FindingKind.DENIAL: (
        "a denial replaces nothing and is not replaced",
        "one asserts what the other denies, each once, however many outlets quote them",
        "copies of the claim and of the denial are not counted twice",
        "what is denied equals what is claimed, or holds it",
        "two voices exclude each other",
    ),
    FindingKind.COPY_DIFFERS: (
        "a report that says it repeats another does not update it, whenever it came out",
        "a copy, by its own word or by four fifths of its text, speaks for what it repeats",
        "not folded together, for the copy does not say what its original says",
        "the two exclude each other, or agree only at a stretch",
        "something was changed on the way",
    ),
    FindingKind.FIGURES_FELL: (
        "the lower figure certainly stood so later",
        "one origin",
        "its reports tell one story, of which the latest figure counts",
        "the later figure lies wholly below the earlier one",
        "a figure that rises with the news fell, and no report says that it corrects another",
    ),
}
"""For findings about a field: as-of, speaker, echoes, relation, and what it means. Source: rules.md §2, §4, §9, §11."""

_RULES = {
    FindingKind.CIRCULAR: "Every derived_from was followed to its end. A chain that comes back to where it began, or leads to "
    "something that came out later, has no origin that it names.",
    FindingKind.IDENTITY: "Two records of one data set, or two events without a common source: at most a day apart, at one place or "
    "within 25 km, an actor in common and one figure above zero the same. Or one event whose reports differ in when and in where.",
    FindingKind.SINGLE_ORIGIN: "Reports are put together that certainly have one origin: derived_from, one publisher and one voice, "
    "or four fifths of the text. All of these came out as one.",
    FindingKind.CREDIBILITY: "A grade of 1 means confirmed by other independent sources. That takes two origins at the least, and "
    "the lowest count of origins behind the event, or behind what can be true together with the graded value, is smaller.",
}
"""How a finding about whole reports is made. Source: rules.md §9, §12; what a grade of 1 means is the Admiralty code's."""


def _kept(finding: Finding) -> str:
    if not finding.flagged:
        return "It is told, and is no discrepancy."
    return "It is open." if finding.open else "A ruling or a link settles it; it stays visible."


def _speakers(live: list[Reading], row: EventRow) -> str:
    reports = [
        report for reading in live for name in reading.reports if (report := report_by_id(row, name)) is not None
    ]
    quoted = _quoted(reports)
    if not quoted:
        return _OUTLETS
    return f"{', '.join(quoted)}, not the outlets that quote them; a denial stands against what it denies, once"


def _quoted(reports: Iterable[Report]) -> tuple[str, ...]:
    """Who is quoted, as written, distinct."""
    return tuple(dict.fromkeys(name for report in reports for name in report.said_by if name != report.source))
