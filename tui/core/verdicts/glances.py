"""The cheap path, which most fields of most events take: what an index needs of a field that plainly is no discrepancy.

A glance answers only where it is sure to say what `fields.judge_field` would; everything else is left to that. Which words
and reasons belong to it is found out when somebody looks.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import combinations
from typing import NamedTuple

from tui.core.judgements import Verdict
from tui.core.line import Extent, relate
from tui.core.model import Report
from tui.core.traces import Together
from tui.core.verdicts.actors import ActorsValue, same_speakers
from tui.core.verdicts.categories import undetermined
from tui.core.verdicts.claims import Saying, spelling
from tui.core.verdicts.comparisons import Value
from tui.core.verdicts.context import Context
from tui.core.verdicts.crowds import MOST
from tui.core.verdicts.kinds import kind_of
from tui.core.verdicts.times import TimeValue


class Glance(NamedTuple):
    """A field that is no discrepancy, as briefly as an index needs it."""

    field: str
    verdict: Verdict
    """single, same, precision, compatible, or undetermined"""
    kind: str | None
    camps: tuple[tuple[str, ...], ...]
    """Ids of the sources that give it, each once. Any two of one camp agree (but for speakers); of two from different camps
    nothing can be said."""

    @property
    def sources(self) -> tuple[str, ...]:
        """All of them."""
        return self.camps[0] if len(self.camps) == 1 else tuple([source for camp in self.camps for source in camp])


class Plain(NamedTuple):
    """The reports of an event that nothing sets apart: none is of a plan, denies or corrects, nothing is ruled on."""

    reports: Sequence[Report]
    sources: tuple[str, ...]
    """Ids of their sources, each once."""
    group: Sequence[int]
    """For each, the number of the group that certainly has its origin."""
    groups: int
    voices: Sequence[frozenset[str]]
    """Keys of the speakers of each, one key for all spellings."""


def plain(
    event: str, reports: Sequence[Report], sources: tuple[str, ...], behind: Together, context: Context
) -> Plain | None:
    """The reports, where their fields can be glanced at; else None."""
    for report in reports:
        if report.denies or report.planned or report.corrects:
            return None
    voices = [trace.voice for trace in behind.traces]
    return Plain(reports, sources, behind.group, len(behind.groups), voices) if event not in context.ruled else None


def glance(field: str, sayings: Sequence[Saying], event: Plain, context: Context) -> Glance | None:
    """What `judge_field` would say of the field, where that needs no judging; else None."""
    number, (_, words, value, _) = sayings[0]
    reports = event.reports
    if len(sayings) == 1:
        return Glance(field, Verdict.SINGLE, None, ((reports[number].source,),))
    key, worded = value.key, True
    for _, part in sayings:
        if part[2] is not value and part[2].key != key:
            return _apart(field, sayings, event, context)
        worded = worded and part[1] == words
    sources = event.sources
    if len(sayings) < len(reports) or len(sources) < len(reports):
        sources = tuple(dict.fromkeys([reports[number].source for number, _ in sayings]))
    if len(sources) == 1:
        return Glance(field, Verdict.SINGLE, None, (sources,))
    if not value.understood:
        return None
    if event.groups < len(reports) and len({event.group[number] for number, _ in sayings}) == 1:
        return Glance(field, Verdict.SINGLE, None, (sources,))
    named = not worded and kind_of(field).named and _spelled_apart(field, sayings, reports)
    return Glance(field, Verdict.SAME, "naming" if named else None, (sources,))


def _spelled_apart(field: str, sayings: Sequence[Saying], reports: Sequence[Report]) -> bool:
    """Whether sources spell the names of one reading differently, see `readings.spelled`."""
    spellings = {spelling(reports[number], field, part[1]): reports[number].source for number, part in sayings}
    return len(spellings) > 1 and len(set(spellings.values())) > 1


def _apart(field: str, sayings: Sequence[Saying], event: Plain, context: Context) -> Glance | None:
    """Several values, one for each source: times and figures that can all be true, speakers of whom no two are one, words
    of which nobody says how they lie to each other."""
    sources, many = event.sources, len(sayings)
    if many > MOST:
        return None
    if many < len(event.reports) or len(sources) < many:
        sources = tuple([event.reports[number].source for number, _ in sayings])
        if len(set(sources)) < many:
            return None
    if field == "said_by":
        return _speakers(sayings, sources, event.voices)
    if field.startswith("claims."):
        return _worded(field, sayings, sources, context)
    figure = field.startswith("figures.")
    if not (figure or field in ("when", "until")):
        return None
    if (
        event.groups < len(event.reports)
        and context.rises(field)
        and len({event.group[number] for number, _ in sayings}) < many
    ):
        return None
    extents: dict[Hashable, Extent] = {}
    for _, (_, _, value, _) in sayings:
        if value.extent is None or value.scope or (isinstance(value, TimeValue) and value.end is not None):
            return None
        if extents.setdefault(value.key, value.extent) != value.extent:
            return None
    worst = _worst(tuple(extents.values()), hard_equal=figure)
    return None if worst is None else Glance(field, worst, f"{kind_of(field).name}-{worst.value}", (sources,))


def _speakers(sayings: Sequence[Saying], sources: tuple[str, ...], voices: Sequence[frozenset[str]]) -> Glance | None:
    """Who speaks is no claim about the event; but each of one value, or two that mean one speaker, want a closer look."""
    values = [part[2] for _, part in sayings]
    if len({voices[number] for number, _ in sayings}) == len(values) and all(map(_of_nobody, values)):
        return Glance("said_by", Verdict.SINGLE, None, (sources,))
    if len({value.key for value in values}) < len(values):
        return None
    if any(same_speakers(a, b) for a, b in combinations(values, 2)):
        return None
    return Glance("said_by", Verdict.SINGLE, None, (sources,))


def _worded(field: str, sayings: Sequence[Saying], sources: tuple[str, ...], context: Context) -> Glance | None:
    """Categories of which no two have anything to do with each other."""
    camps: dict[Hashable, list[str]] = {}
    values: dict[Hashable, Value] = {}
    for (_, (_, _, value, _)), source in zip(sayings, sources, strict=True):
        camps.setdefault(value.key, []).append(source)
        values[value.key] = value
    words = context.words(field)
    if not all(undetermined(a, b, words) for a, b in combinations(values.values(), 2)):
        return None
    return Glance(field, Verdict.UNDETERMINED, "wording", tuple(map(tuple, camps.values())))


def _of_nobody(value: Value) -> bool:
    """Whether no speaker is a branch of another: then two lists mean the same only where all their keys are the same."""
    return isinstance(value, ActorsValue) and not any(party.above for party in value.parties)


def _worst(extents: Sequence[Extent], *, hard_equal: bool) -> Verdict | None:
    """The strongest of the relations between any two; None where one is flagged, or where keys that differ mean the same."""
    worst = Verdict.PRECISION
    for a, b in combinations(extents, 2):
        verdict = relate(a, b, hard_equal=hard_equal).verdict
        if verdict is Verdict.COMPATIBLE:
            worst = verdict
        elif verdict is not Verdict.PRECISION:
            return None
    return worst
