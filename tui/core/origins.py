"""How many independent origins stand behind some reports of one event, and which of them are echoes.

Counts and groups only; whether origins make something true is nobody's business here. Source: rules.md §9.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from tui.core.chains import HIGHEST
from tui.core.judgements import OriginCount
from tui.core.model import Report, Source
from tui.core.names import fold
from tui.core.roots import counted
from tui.core.speakers import first_of_each
from tui.core.texts import LIKE_SHARE, Link, alike, shingles
from tui.core.traces import NO_BONDS, SPEAKER, Bonds, Together, Trace, together

REMEMBERED = 64
"""Sets of reports whose answer is kept."""
TEXTS = 4096
"""Reports of which is kept what they say of their origin, with their text, and its shingles."""
COMPARED_AT_ONCE = 20_000
"""So many texts of reports without an event are held against each other; more would not fit into memory."""


T = TypeVar("T")


_NOTHING: frozenset[str] = frozenset()


class Provenance:
    """Traces of the reports of a dossier. Built once; asked for any set of reports of one event."""

    def __init__(
        self, sources: Iterable[Source], find: Callable[[str], Report | None], speaker: Callable[[str], str]
    ) -> None:
        """`find` answers the report with an id; `speaker` the key that two spellings of one speaker share."""
        self._sources = {source.id: source for source in sources}
        self._find = find
        self._speaker = speaker
        self._agencies = {
            fold(name): source.id
            for source in self._sources.values()
            for name in (source.id, source.name, source.siglum)
        }
        self._credits = {
            source.id: frozenset(self.agency(name) for name in source.credits) for source in self._sources.values()
        }
        self._speakers: dict[str, str] = {}
        self._voices: dict[tuple[str, ...], tuple[frozenset[str], frozenset[str]]] = {}
        """See `_heard`."""
        self._traces: dict[str, Trace] = {}
        self._shingles: dict[str, frozenset[int]] = {}
        self._together: dict[tuple[str, ...], Together] = {}
        self._counts: dict[tuple[str, ...], OriginCount] = {}

    def trace(self, report: Report) -> Trace:
        """What the report says of its origin."""
        known = self._traces.get(report.id)
        if known is None:
            if len(self._traces) >= TEXTS:
                self._traces.clear()
            known = self._traces[report.id] = self._make(report)
        return known

    def forget(self, names: Iterable[str]) -> None:
        """Ask anew of these reports, and of any set of them: what they say of their origin has changed."""
        gone = frozenset(names)
        for name in gone:
            self._traces.pop(name, None)
            self._shingles.pop(name, None)
        self._together.clear()
        self._counts.clear()

    def forget_all(self) -> None:
        """Ask anew of every report: whoever looks at one event after the other needs no other's."""
        for memory in (
            self._speakers,
            self._voices,
            self._traces,
            self._shingles,
            self._together,
            self._counts,
        ):
            memory.clear()

    def together(self, reports: Sequence[Report]) -> Together:
        """The reports of one event, or some of them, looked at as a whole: in groups that certainly have one origin."""
        if len(reports) < 2:
            alone = tuple([(i,) for i in range(len(reports))])
            return Together([self.trace(report) for report in reports], alone, (), {})
        key = tuple([report.id for report in reports])
        known = self._together.get(key)
        if known is None:
            _make_room(self._together)
            traces = [self.trace(report) for report in reports]
            known = self._together[key] = together(traces, self._compare(traces))
        return known

    def count(self, reports: Sequence[Report]) -> OriginCount:
        """Origins behind the reports: at least, at most, and how many reports say nothing of theirs."""
        if not reports:
            return OriginCount(0, 0, 0)
        return self.counted(self.together(reports))

    def counted(self, behind: Together) -> OriginCount:
        """The same of reports that were looked at together."""
        if len(behind.traces) == 1:
            (trace,) = behind.traces
            number = max(1, len(trace.roots))
            return OriginCount(number, number, 0 if trace.known else 1)
        key = tuple([trace.report for trace in behind.traces])
        known = self._counts.get(key)
        if known is None:
            _make_room(self._counts)
            known = self._counts[key] = counted(behind)
        return known

    def count_all(self, events: Iterable[tuple[Sequence[Report], Bonds]], unplaced: Sequence[Report]) -> OriginCount:
        """The same for a whole dossier, from its events and what was found by looking at each together.

        Texts are compared within an event, and those of reports without an event with each other: of more than
        `COMPARED_AT_ONCE` of these nothing is known, and the lowest count is marked.
        """
        told = [report for report in unplaced if report.text]
        few = len(told) <= COMPARED_AT_ONCE
        shares = self._compare([self.trace(report) for report in told]) if few else ()
        traces, joined, spelled = list[Trace](), list[tuple[str, str, float]](), list[tuple[str, str]]()
        for reports, bonds in chain(events, ((unplaced, NO_BONDS),)):
            traces += [self.trace(report)._replace(text="") for report in reports]
            joined += bonds.alike
            spelled += bonds.spellings
        if not traces:
            return OriginCount(0, 0, 0)
        joined += [(told[i].id, told[j].id, s) for i, j, s in shares]
        linked = {name for a, b, _ in joined for name in (a, b)}
        place = {trace.report: i for i, trace in enumerate(traces) if trace.report in linked}
        links = [(place[a], place[b], part) for a, b, part in joined]
        found = counted(together(traces, links, first_of_each(spelled)))
        return found if few else replace(found, at_most=True)

    def _compare(self, traces: list[Trace]) -> Sequence[Link]:
        told = [i for i, trace in enumerate(traces) if trace.text]
        if len(told) < 2:
            return ()
        shares = alike([self.shingles(traces[i]) for i in told], LIKE_SHARE)
        return [(told[i], told[j], part) for i, j, part in shares]

    def shingles(self, trace: Trace) -> frozenset[int]:
        """The report's text, see `texts.shingles`."""
        known = self._shingles.get(trace.report)
        if known is None:
            if len(self._shingles) >= TEXTS:
                self._shingles.clear()
            known = self._shingles[trace.report] = shingles(trace.text)
        return known

    def speaker(self, words: str) -> str:
        """The key that two spellings of one speaker share."""
        known = self._speakers.get(words)
        if known is None:
            known = self._speakers[words] = self._speaker(words)
        return known

    def agency(self, name: str) -> str:
        """The node of a credited agency; a credit that names a source of the dossier is that source's."""
        folded = fold(name)
        return f"agency:{self._agencies.get(folded, folded)}"

    def _make(self, report: Report) -> Trace:
        source = self._sources.get(report.source)
        firsthand = report.source in report.said_by
        voice, leads = self._heard(
            tuple([w for w in report.said_by if w != report.source]) if firsthand else report.said_by
        )
        credits = self._credits.get(report.source, _NOTHING)
        if firsthand:
            leads = frozenset([f"agency:{report.source}"])
        elif credits:
            leads |= credits
        parents = self.parents(report)
        roots = self._roots(report, parents) if parents else _NOTHING
        return Trace(
            report=report.id,
            source=report.source,
            family=source.family if source else report.source,
            voice=voice,
            firsthand=firsthand,
            roots=roots,
            leads=leads,
            known=bool(report.said_by or credits or roots),
            text=report.text or "",
        )

    def _heard(self, said_by: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
        """Keys of speakers, none of which is the source of the report itself, and where these lead."""
        known = self._voices.get(said_by)
        if known is None:
            voice = frozenset([self.speaker(words) for words in said_by])
            named = [self.agency(words) for words in said_by if fold(words) in self._agencies]
            known = self._voices[said_by] = voice, frozenset([*[SPEAKER + name for name in voice], *named])
        return known

    def source_of(self, name: str) -> str | None:
        """Id of the source that a name in a `derived_from` stands for; None when the dossier has none."""
        report = self._find(name)
        if report is not None:
            return report.source
        return name if name in self._sources else None

    def parents_of(self, name: str) -> tuple[str, ...]:
        """What the report or source with this id says it repeats."""
        report = self._find(name)
        if report is not None:
            return self.parents(report)
        return self._sources[name].derived_from if name in self._sources else ()

    def parents(self, report: Report) -> tuple[str, ...]:
        """What the report repeats, as report or source ids. Its own word outranks that of its source."""
        source = self._sources.get(report.source)
        return report.derived_from or (source.derived_from if source else ())

    def _roots(self, report: Report, parents: tuple[str, ...]) -> frozenset[str]:
        """Ends of the chains of `derived_from`. A chain that leads back to where it began ends in the same place for all on it."""
        ends: set[str] = set()
        seen: dict[str, str] = {}
        queue = list(parents)
        while queue:
            name = queue.pop()
            if name in seen:
                continue
            if (copied := self._find(name)) is not None:
                further: tuple[str, ...] = self.parents(copied)
                seen[name] = f"report:{name}"
            else:
                further = self._sources[name].derived_from if name in self._sources else ()
                seen[name] = f"source:{name}"
            ahead = [parent for parent in further if parent not in seen] if len(seen) < HIGHEST else []
            queue += ahead
            if not ahead:
                ends.add(seen[name])
        own = {f"report:{report.id}", f"source:{report.source}"}
        return frozenset({min(seen.values())} if ends & own else ends)


def _make_room(memory: dict[tuple[str, ...], T]) -> None:
    """The fields of one event ask for the same reports again and again; what earlier events asked for is forgotten."""
    if len(memory) >= REMEMBERED:
        memory.clear()
