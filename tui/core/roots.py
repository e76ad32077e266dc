"""How few and how many origins can stand behind traces: the smallest number of roots that explains them all. Source: rules.md §9."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

from tui.core.judgements import OriginCount
from tui.core.traces import Together, Trace

EXACT_GROUPS = 12
"""Up to this many groups the lowest count is found exactly, beyond it greedily."""


def counted(together: Together) -> OriginCount:
    """Origins behind some traces: at least, at most, and how many are unknown."""
    traces = together.traces
    if len(together.groups) == len(traces) and not together.links and (found := _count_apart(traces)) is not None:
        return found
    groups = [[traces[i] for i in group] for group in together.groups]
    similar, at_home = _similar(together), _at_home(groups)
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
            options.append(_options(group, {number, *similar.get(number, ())}, at_home))
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
    homes = {trace.home for trace in traces}
    many = unknown = 0
    for trace in traces:
        if len(trace.roots) > 1:
            return None
        if not trace.known:
            unknown += 1
        else:
            leads |= trace.leads
            many += len(trace.leads)
            if not homes.isdisjoint(trace.leads) and any(lead != trace.home for lead in trace.leads & homes):
                return None
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


def _at_home(groups: list[list[Trace]]) -> dict[str, list[int]]:
    """Node of an outlet -> the groups of its own reports, of many the first: a credit may mean each of them."""
    found: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        for home in sorted({trace.home for trace in group}):
            held = found.setdefault(home, [])
            if len(held) < EXACT_GROUPS:
                held.append(number)
    return found


def _options(group: list[Trace], alike: set[int], at_home: dict[str, list[int]]) -> frozenset[str]:
    """The possible roots of one group: the agencies and speakers of its members, itself, groups with a text like its own, and
    those of an outlet that it credits. That two speakers were heard by one outlet does not make them one (rules.md §9)."""
    leads = frozenset().union(*(trace.leads for trace in group))
    told = alike.union(*(at_home[lead] for lead in leads if lead in at_home))
    return leads.union(f"group:{number}" for number in told)


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
