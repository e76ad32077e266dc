"""What reports say of where they come from, and which of them certainly have one origin. Source: rules.md §9."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.core.speakers import spelled
from tui.core.texts import COPY_SHARE, Link

SPEAKER = "speaker:"
"""Before the key of a speaker among the leads of a trace."""


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
    """Possible roots: agencies credited, speakers and sources named; the outlet itself of what it saw itself."""
    known: bool
    """Whether it says anything at all about its origin."""
    text: str

    @property
    def home(self) -> str:
        """Its own outlet, as the leads of a report have it that credits it."""
        return f"agency:{self.source}"

    @property
    def own(self) -> frozenset[str]:
        """Nodes this report itself stands for: its id, and its source's id."""
        return frozenset((f"report:{self.report}", f"source:{self.source}"))


class Together(NamedTuple):
    """Reports looked at together: which of them certainly have one origin, and whose texts are alike."""

    traces: list[Trace]
    """In their order, one spelling of each speaker."""
    groups: tuple[tuple[int, ...], ...]
    """Indices into `traces`, each group in order, first members first."""
    links: Sequence[Link]
    spellings: Mapping[str, str]
    """Key of a speaker nobody declared -> the key under which the traces have them, where that is another."""

    @property
    def group(self) -> list[int]:
        """For every trace, the number of its group."""
        found = [0] * len(self.traces)
        for number, members in enumerate(self.groups):
            for i in members:
                found[i] = number
        return found

    @property
    def bonds(self) -> Bonds:
        """What was found by looking at them together, for whoever counts the whole dossier."""
        names = [trace.report for trace in self.traces]
        return Bonds(tuple([(names[i], names[j], part) for i, j, part in self.links]), tuple(self.spellings.items()))


class Bonds(NamedTuple):
    """What joins reports of one event beyond their own words about where they come from."""

    alike: tuple[tuple[str, str, float], ...]
    """Two reports and the share of their text that is one."""
    spellings: tuple[tuple[str, str], ...]
    """Two keys of one speaker."""


NO_BONDS = Bonds((), ())


def together(traces: list[Trace], links: Sequence[Link], spellings: Mapping[str, str] | None = None) -> Together:
    """What these traces say as a whole. `spellings`: where known already."""
    if spellings is None:
        spellings = spelled(name for trace in traces for name in trace.voice)
    if spellings:
        traces = [_respelled(trace, spellings) for trace in traces]
    return Together(traces, each_alone(traces, links) or components(traces, links), links, spellings)


def _respelled(trace: Trace, spellings: Mapping[str, str]) -> Trace:
    if not spellings.keys() & trace.voice:
        return trace
    voice = frozenset(spellings.get(name, name) for name in trace.voice)
    heard = (lead for lead in trace.leads if not lead.startswith(SPEAKER))
    return trace._replace(voice=voice, leads=frozenset([*heard, *(SPEAKER + name for name in voice)]))


def each_alone(traces: list[Trace], links: Sequence[Link]) -> tuple[tuple[int, ...], ...]:
    """Every report a group of its own where plainly nothing joins any two, as for most events; else nothing."""
    told = set()
    for trace in traces:
        if trace.roots:
            return ()
        told.add((trace.family, trace.voice, trace.firsthand))
    return tuple([(i,) for i in range(len(traces))]) if not links and len(told) == len(traces) else ()


def components(traces: list[Trace], links: Sequence[Link]) -> tuple[tuple[int, ...], ...]:
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

    derived = any(trace.roots for trace in traces)
    first: dict[tuple[object, ...], int] = {}
    holders: dict[str, list[int]] = {}
    for i, trace in enumerate(traces):
        alike = first.setdefault((trace.family, trace.voice, trace.firsthand), i)
        if alike != i:
            join(i, alike)
        for node in trace.own if derived else ():
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
