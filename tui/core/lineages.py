"""Who repeats whom behind the reports of one event, as a tree a person can read: groups of one origin, what joins them, what might.

Counts are made in `origins`; here they are told. Source of the edges: rules.md §9.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tui.core.judgements import OriginCount
from tui.core.model import Report, Source
from tui.core.origins import Provenance
from tui.core.texts import COPY_SHARE
from tui.core.traces import Together, Trace
from tui.core.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Why a report belongs to an origin, or might."""

    report: str
    to: str
    """Id of the report or source it goes back to, the name of an agency or of a speaker."""
    kind: str
    """copies | same voice | same text | credits | same speaker | similar text | from several"""
    certain: bool
    note: str = ""
    """Details in words: "92 % of the text"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Reports that certainly have one origin."""

    root: str
    """Id of the report, else of the source, it starts from: the first that came out unless the others name another."""
    reports: tuple[str, ...]
    """In the order in which they came out."""
    appeared: str | None
    """When the first of them came out, as its source states it; None when no source says."""
    speaker: str
    """Who is quoted, as the first report names them; empty when the source speaks for itself."""
    firsthand: bool
    """The source says it saw the event itself."""
    unknown: bool
    """No report of it says anything about where it comes from."""
    ties: tuple[Tie, ...]
    """Certain ones that join its reports, then possible ones that may join it to other origins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Everything known about where the reports of an event come from."""

    count: OriginCount
    origins: tuple[Origin, ...]
    """By first appearance; of those that came out together the largest first."""


def lineage(
    reports: Sequence[Report],
    source: Callable[[Report], Source],
    order: Callable[[Report], float],
    provenance: Provenance,
) -> Lineage:
    """The tree behind the reports. `order`: when a report came out, in seconds (infinite when unknown)."""
    ordered = sorted(reports, key=lambda report: (order(report), report.id))
    seen = provenance.together(ordered)
    grouped = [[ordered[i] for i in group] for group in seen.groups]
    member = {report.id: number for number, group in enumerate(grouped) for report in group}
    shared = _shared(seen.traces, member)
    similar, one_text = _similar(seen, member), _one_text(seen)
    made = []
    for group, places in zip(grouped, seen.groups, strict=True):
        traces = [seen.traces[i] for i in places]
        possible = [
            *_possible(group, traces, shared, source, _Shown(provenance, seen.spellings)),
            *(tie for r in group for tie in similar.get(r.id, ())),
        ]
        made.append(_origin(group, traces, source, provenance, one_text, possible))
    appeared = {report.id: order(report) for report in ordered}
    made.sort(key=lambda origin: (appeared[origin.reports[0]], -len(origin.reports)))
    return Lineage(count=provenance.count(ordered), origins=tuple(made))


def _origin(
    group: list[Report],
    traces: list[Trace],
    source: Callable[[Report], Source],
    provenance: Provenance,
    one_text: Mapping[str, tuple[str, float]],
    possible: list[Tie],
) -> Origin:
    named = [name for trace in traces if len(trace.roots) == 1 for name in trace.roots]
    own = {node: report.id for report, trace in zip(group, traces, strict=True) for node in trace.own}
    root = own.get(named[0], named[0].partition(":")[2]) if named else group[0].id
    speakers = [words for words in group[0].said_by if words != group[0].source]
    return Origin(
        root=root,
        reports=tuple(report.id for report in group),
        appeared=source(group[0]).published,
        speaker=", ".join(speakers),
        firsthand=traces[0].firsthand,
        unknown=not any(trace.known for trace in traces),
        ties=(*_certain(group, traces, root, provenance, one_text), *possible),
    )


def _certain(
    group: list[Report],
    traces: list[Trace],
    root: str,
    provenance: Provenance,
    one_text: Mapping[str, tuple[str, float]],
) -> list[Tie]:
    ties = []
    first: dict[tuple[str, frozenset[str], bool], str] = {}
    """Voice -> the first report of the group in it."""
    for trace in traces:
        first.setdefault(_voice(trace), trace.report)
    for report, trace in zip(group, traces, strict=True):
        parents = provenance.parents(report)
        kind = "copies" if len(trace.roots) < 2 else "from several"
        ties += [Tie(report=report.id, to=parent, kind=kind, certain=True) for parent in parents]
        if parents or report.id == root:
            continue
        if report.id == group[0].id:
            continue
        if report.id in one_text:
            to, part = one_text[report.id]
            note = f"{part * 100:.0f} % of the text"
            ties.append(Tie(report=report.id, to=to, kind="same text", certain=True, note=note))
        else:
            to = first[_voice(trace)]
            to = to if to != report.id else traces[0].report  # the first of all where nobody else has this voice
            ties.append(Tie(report=report.id, to=to, kind="same voice", certain=True))
    return ties


def _voice(trace: Trace) -> tuple[str, frozenset[str], bool]:
    """What two reports share that are one publisher's word."""
    return trace.family, trace.voice, trace.firsthand


def _one_text(seen: Together) -> dict[str, tuple[str, float]]:
    """Report -> the report whose text is most nearly its own, and the share; those that share too little are left out."""
    found: dict[str, tuple[str, float]] = {}
    for i, j, part in seen.links:
        if part < COPY_SHARE:
            continue
        a, b = seen.traces[i].report, seen.traces[j].report
        for report, other in ((a, b), (b, a)):
            if report not in found or part > found[report][1]:
                found[report] = (other, part)
    return found


def _shared(traces: list[Trace], member: dict[str, int]) -> frozenset[str]:
    """Agencies credited and speakers heard that two groups may have it from."""
    found: dict[str, set[int]] = {}
    for trace in traces:
        for lead in (*trace.leads, trace.home):
            found.setdefault(lead, set()).add(member[trace.report])
    return frozenset(lead for lead, holders in found.items() if len(holders) > 1)


def _similar(seen: Together, member: dict[str, int]) -> dict[str, list[Tie]]:
    """Report -> reports of other groups with a text like its own."""
    found: dict[str, list[Tie]] = {}
    for a, b, part in seen.bonds.alike:
        note = f"{part * 100:.0f} % of the text"
        for report, other in ((a, b), (b, a)):
            if member[report] != member[other]:
                tie = Tie(report=report, to=other, kind="similar text", certain=False, note=note)
                found.setdefault(report, []).append(tie)
    return found


def _possible(
    group: list[Report],
    traces: list[Trace],
    shared: frozenset[str],
    source: Callable[[Report], Source],
    shown_as: _Shown,
) -> list[Tie]:
    """What this group may share with another: an agency credited, a speaker heard."""
    ties: dict[tuple[str, str], Tie] = {}
    for report, trace in zip(group, traces, strict=True):
        for lead in sorted(trace.leads & shared):
            kind, _, name = lead.partition(":")
            shown = shown_as.of(kind, name, report, source(report))
            if shown:
                told = "same speaker" if kind == "speaker" else "credits"
                ties.setdefault((report.id, lead), Tie(report=report.id, to=shown, kind=told, certain=False))
    return list(ties.values())


class _Shown(NamedTuple):
    """Leads in the words of reports."""

    provenance: Provenance
    spellings: Mapping[str, str]

    def of(self, kind: str, name: str, report: Report, source: Source) -> str:
        """The lead as the report has it; empty for its own outlet, which is no lead of its own."""
        if kind == "speaker":
            return next((words for words in report.said_by if self._speaker(words) == name), name)
        if name == report.source:
            return ""
        return next((credit for credit in source.credits if self.provenance.agency(credit) == f"agency:{name}"), name)

    def _speaker(self, words: str) -> str:
        key = self.provenance.speaker(words)
        return self.spellings.get(key, key)
