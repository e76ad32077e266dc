"""What reports say of where they come from, and which of them certainly have one origin. Source: rules.md §9."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.core.texts import COPY_SHARE, Link


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
