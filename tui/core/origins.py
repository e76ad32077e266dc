"""How many independent origins stand behind some reports of one event, and which of them are echoes.

Counts and groups only; whether origins make something true is nobody's business here. Source: rules.md §9.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from heapq import heapify, heappop, heappush
from typing import NamedTuple, TypeVar

from tui.core.judgements import OriginCount
from tui.core.model import Report, Source
from tui.core.names import fold
from tui.core.texts import COPY_SHARE, LIKE_SHARE, Link, alike, shingles

REMEMBERED = 64
"""Sets of reports whose answer is kept."""
TEXTS = 4096
"""Reports whose text is kept as shingles."""
COMPARED_AT_ONCE = 20_000
"""So many texts of reports without an event are held against each other; more would not fit into memory."""
EXACT_GROUPS = 12
"""Up to this many groups the lowest count is found exactly, beyond it greedily."""

T = TypeVar("T")


class Trace(NamedTuple):
    """What one report says of where it comes from."""

    report: str
    source: str
    family: str
    voice: frozenset[str]
    """Resolved speakers; empty when the report speaks in its source's own voice."""
    firsthand: bool
    """The source saw it itself: an origin of its own."""
    roots: frozenset[str]
    """Node names at the end of its `derived_from` chain; empty when it derives from nothing."""
    leads: frozenset[str]
    """Possible roots: agencies credited and speakers named."""
    known: bool
    """Whether it says anything at all about its origin."""
    text: str

    @property
    def own(self) -> frozenset[str]:
        """Nodes this report itself stands for: its id, and its source's id."""
        return frozenset((f"report:{self.report}", f"source:{self.source}"))


class Together(NamedTuple):
    """Reports asked for at once: which of them certainly have one origin, and whose texts are alike."""

    groups: tuple[tuple[int, ...], ...]
    links: Sequence[Link]


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
        self._leads: dict[tuple[str, frozenset[str]], frozenset[str]] = {}
        self._traces: dict[str, Trace] = {}
        self._shingles: dict[str, frozenset[int]] = {}
        self._alike: dict[tuple[str, str], float] = {}
        """Reports whose texts were found to share something -> how much."""
        self._together: dict[tuple[str, ...], Together] = {}
        self._counts: dict[tuple[str, ...], OriginCount] = {}

    def trace(self, report: Report) -> Trace:
        """What the report says of its origin."""
        known = self._traces.get(report.id)
        if known is None:
            known = self._traces[report.id] = self._make(report)
        return known

    def forget(self, names: Iterable[str]) -> None:
        """Ask anew of these reports, and of any set of them: what they say of their origin has changed."""
        gone = frozenset(names)
        for name in gone:
            self._traces.pop(name, None)
            self._shingles.pop(name, None)
        self._alike = {pair: part for pair, part in self._alike.items() if gone.isdisjoint(pair)}
        self._together.clear()
        self._counts.clear()

    def groups(self, reports: Sequence[Report]) -> tuple[tuple[int, ...], ...]:
        """Indices of the reports in groups that certainly have one origin, each in order, first members first."""
        return ((0,),) if len(reports) == 1 else self._standing(reports).groups

    def alike(self, reports: Sequence[Report]) -> Sequence[Link]:
        """Whose texts share at least half of their shingles, see `texts.alike`."""
        return self._standing(reports).links

    def count(self, reports: Sequence[Report]) -> OriginCount:
        """Origins behind the reports: at least, at most, and how many reports say nothing of theirs."""
        if not reports:
            return OriginCount(0, 0, 0)
        if len(reports) == 1:
            trace = self.trace(reports[0])
            number = max(1, len(trace.roots))
            return OriginCount(number, number, 0 if trace.known else 1)
        key = tuple([report.id for report in reports])
        known = self._counts.get(key)
        if known is None:
            _make_room(self._counts)
            known = self._counts[key] = _count([self.trace(report) for report in reports], self._standing(reports))
        return known

    def count_all(self, events: Iterable[Sequence[Report]], unplaced: Sequence[Report]) -> OriginCount:
        """The same for a whole dossier whose events were judged before.

        Texts are compared within an event, and those of reports without an event with each other: of more than
        `COMPARED_AT_ONCE` of these nothing is known, and the lowest count is marked.
        """
        told = [report for report in unplaced if report.text]
        few = len(told) <= COMPARED_AT_ONCE
        if few and len(told) > 1:
            self.alike(told)
        everyone = [*(report for reports in events for report in reports), *unplaced]
        if not everyone:
            return OriginCount(0, 0, 0)
        traces = [self.trace(report) for report in everyone]
        place = {trace.report: i for i, trace in enumerate(traces)}
        links = [(place[a], place[b], part) for (a, b), part in self._alike.items() if a in place and b in place]
        counted = _count(traces, Together(_components(traces, links), links))
        return counted if few else replace(counted, at_most=True)

    def _standing(self, reports: Sequence[Report]) -> Together:
        key = tuple([report.id for report in reports])
        known = self._together.get(key)
        if known is None:
            _make_room(self._together)
            traces = [self.trace(report) for report in reports]
            links = self._compare(traces)
            known = self._together[key] = Together(_each_alone(traces, links) or _components(traces, links), links)
        return known

    def _compare(self, traces: list[Trace]) -> Sequence[Link]:
        told = [i for i, trace in enumerate(traces) if trace.text]
        if len(told) < 2:
            return ()
        links = [(told[i], told[j], part) for i, j, part in alike([self.shingles(traces[i]) for i in told], LIKE_SHARE)]
        for i, j, part in links:
            self._alike[traces[i].report, traces[j].report] = part
        return links

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
        family = source.family if source else report.source
        firsthand = report.source in report.said_by
        voice = frozenset([self.speaker(words) for words in report.said_by if words != report.source])
        credits = self._credits.get(report.source, frozenset())
        parents = self.parents(report)
        roots = self._roots(report, parents) if parents else frozenset()
        leads = self._leads.get((report.source, voice))
        if leads is None:
            named = [f"speaker:{name}" for name in voice]
            leads = self._leads[report.source, voice] = frozenset([*named, *credits, f"agency:{report.source}"])
        return Trace(
            report=report.id,
            source=report.source,
            family=family,
            voice=voice,
            firsthand=firsthand,
            roots=roots,
            leads=leads,
            known=bool(report.said_by or credits or roots),
            text=report.text or "",
        )

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
            ahead = [parent for parent in further if parent not in seen]
            queue += ahead
            if not ahead:
                ends.add(seen[name])
        own = {f"report:{report.id}", f"source:{report.source}"}
        return frozenset({min(seen.values())} if ends & own else ends)


def _each_alone(traces: list[Trace], links: Sequence[Link]) -> tuple[tuple[int, ...], ...]:
    """Every report a group of its own where plainly nothing joins any two, as for most events; else nothing."""
    told = set()
    for trace in traces:
        if trace.roots:
            return ()
        told.add((trace.family, trace.voice, trace.firsthand))
    return tuple([(i,) for i in range(len(traces))]) if not links and len(told) == len(traces) else ()


def _components(traces: list[Trace], links: Sequence[Link]) -> tuple[tuple[int, ...], ...]:
    """Groups under certain edges, found by shared keys and by texts that are one."""
    parent = list(range(len(traces)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    def join(i: int, j: int) -> None:
        low, high = sorted((root(i), root(j)))
        parent[high] = low

    first: dict[tuple[object, ...], int] = {}
    holders: dict[str, list[int]] = {}
    for i, trace in enumerate(traces):
        join(i, first.setdefault((trace.family, trace.voice, trace.firsthand), i))
        for node in trace.own:
            holders.setdefault(node, []).append(i)
    for i, trace in enumerate(traces):
        if len(trace.roots) == 1:
            (node,) = trace.roots
            join(i, _original(trace, holders[node], traces) if node in holders else first.setdefault((node,), i))
    for i, j, part in links:
        if part >= COPY_SHARE:
            join(i, j)
    members: dict[int, list[int]] = {}
    for i in range(len(traces)):
        members.setdefault(root(i), []).append(i)
    return tuple(tuple(group) for group in members.values())


def _original(copy: Trace, holders: list[int], traces: list[Trace]) -> int:
    """Which report of the source it repeats a copy goes back to: the one with its speaker, else the first."""
    return next((i for i in holders if traces[i].voice == copy.voice), holders[0])


def _make_room(memory: dict[tuple[str, ...], T]) -> None:
    """The fields of one event ask for the same reports again and again; what earlier events asked for is forgotten."""
    if len(memory) >= REMEMBERED:
        memory.clear()


def _count(traces: list[Trace], together: Together) -> OriginCount:
    if len(together.groups) == len(traces) and not together.links and (found := _count_apart(traces)) is not None:
        return found
    groups = [[traces[i] for i in group] for group in together.groups]
    similar = _similar(together)
    stand_in: set[str] = set()
    options: list[frozenset[str]] = []
    high = 0
    for number, group in enumerate(groups):
        compiled = [trace for trace in group if len(trace.roots) > 1]
        if len(compiled) == len(group):
            # A report made from several others is no origin of its own: what it was made from is counted instead.
            stand_in |= set().union(*(trace.roots for trace in compiled))
            continue
        high += 1
        if any(trace.known for trace in group):
            options.append(_options(group, {number, *similar.get(number, ())}))
    if stand_in:
        plain = (trace for trace in traces if len(trace.roots) < 2)
        for extra in sorted(stand_in.difference(*(trace.own | trace.roots for trace in plain))):
            high += 1
            options.append(frozenset([extra]))
    unknown = sum(1 for trace in traces if not trace.known)
    if not options:
        return OriginCount(1, max(1, high), unknown)
    low, exact = _fewest_roots(options)
    return OriginCount(low, max(high, low), unknown, at_most=not exact)


def _count_apart(traces: list[Trace]) -> OriginCount | None:
    """The answer where no two reports share so much as a lead, as for most events; else None."""
    leads: set[str] = set()
    many = unknown = 0
    for trace in traces:
        if len(trace.roots) > 1:
            return None
        if not trace.known:
            unknown += 1
        elif not trace.firsthand:
            leads |= trace.leads
            many += len(trace.leads)
    if len(leads) < many:
        return None
    return OriginCount(max(1, len(traces) - unknown), len(traces), unknown)


def _similar(together: Together) -> dict[int, set[int]]:
    """Group -> groups with a text like one of its own: each may be where the other took it from."""
    member = {i: number for number, group in enumerate(together.groups) for i in group}
    found: dict[int, set[int]] = {}
    for i, j, _ in together.links:
        a, b = member[i], member[j]
        if a != b:
            found.setdefault(a, set()).add(b)
            found.setdefault(b, set()).add(a)
    return found


def _options(group: list[Trace], alike: Iterable[int]) -> frozenset[str]:
    """The possible roots of one group: the agencies and speakers of its members, itself, and groups with a text like its own."""
    leads = frozenset().union(*(trace.leads for trace in group if not trace.firsthand))
    return leads.union(f"group:{number}" for number in alike)


def _fewest_roots(options: list[frozenset[str]]) -> tuple[int, bool]:
    """The smallest number of roots that explains every group, each group taking one; and whether that is exact."""
    if sum(map(len, options)) == len(frozenset().union(*options)):
        return len(options), True
    if len(options) > EXACT_GROUPS:
        return _greedy(options), False
    explains: dict[str, int] = {}
    for number, roots in enumerate(options):
        for name in roots:
            explains[name] = explains.get(name, 0) | 1 << number
    everything = (1 << len(options)) - 1
    masks = _without_dominated(explains.values())
    reached = {0}
    for rounds in range(1, len(options) + 1):
        reached = {mask | more for mask in reached for more in masks}
        if everything in reached:
            return rounds, True
    return len(options), True


def _without_dominated(masks: Iterable[int]) -> list[int]:
    kept: list[int] = []
    for mask in sorted(set(masks), key=lambda m: -m.bit_count()):
        if not any(mask | other == other for other in kept):
            kept.append(mask)
    return kept


def _greedy(options: list[frozenset[str]]) -> int:
    """Always the root that explains most of what is left (the first by name among equals); O(n log n) in the options."""
    explains: dict[str, list[int]] = {}
    for number, roots in enumerate(options):
        for name in roots:
            explains.setdefault(name, []).append(number)
    queue = [(-len(numbers), name) for name, numbers in explains.items()]
    heapify(queue)
    left = set(range(len(options)))
    rounds = 0
    while left:
        promised, name = heappop(queue)
        actual = sum(number in left for number in explains[name])
        if actual < -promised:
            if actual:
                heappush(queue, (-actual, name))
            continue
        left.difference_update(explains[name])
        rounds += 1
    return rounds
