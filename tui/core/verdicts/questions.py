"""Whether records are one event, as it is put to the analyst: a question for each two, or one for several that are all alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from tui.core.judgements import Finding, FindingKind
from tui.core.model import Report

Key = tuple[str, ...]
"""Two report ids; or "" and two event ids."""
Figure = tuple[str, float]
"""Field and value that both give."""

Graph = dict[str, set[str]]
"""Who is alike to whom, both ways round."""
MOST_STEPS = 1000
"""So long one record's groups are looked for: some graphs have more of them than anybody could read."""
NAMED = 3
"""Places named; of more their number is told."""
NUMERALS = ("", "", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def alike_throughout(pairs: Mapping[Key, Figure]) -> list[list[Key]]:
    """The pairs in groups: all whose members are alike by one figure, each to each. A pair may stand in two of them.

    No order decides who is with whom, for every group that cannot grow is there.
    """
    graphs: dict[tuple[bool, str, float], Graph] = {}
    for key, figure in pairs.items():
        graph = graphs.setdefault((key[0] == "", *figure), {})
        graph.setdefault(key[-2], set()).add(key[-1])
        graph.setdefault(key[-1], set()).add(key[-2])
    return [
        sorted([("", a, b) if of_events else (a, b) for a, b in combinations(group, 2)])
        for (of_events, *_), graph in graphs.items()
        for group in _each_to_each(graph)
    ]


def _each_to_each(graph: Graph) -> list[tuple[str, ...]]:
    """Every group that cannot grow; every two by themselves where there are too many such groups."""
    found: list[tuple[str, ...]] = []
    for name, around in graph.items():
        own = _groups_from(name, around, graph)
        if own is None:
            return sorted({(min(a, b), max(a, b)) for a, others in graph.items() for b in others})
        found += own
    return sorted(found)


def _groups_from(first: str, around: set[str], graph: Graph) -> list[tuple[str, ...]] | None:
    """The groups of which this is the first by name (Bron and Kerbosch 1973); None where the search would be too long."""
    found: list[tuple[str, ...]] = []
    pending = [
        (frozenset([first]), {name for name in around if name > first}, {name for name in around if name < first})
    ]
    steps = 0
    while pending:
        group, can_join, told = pending.pop()
        steps += 1
        if steps > MOST_STEPS:
            return None
        if any(can_join <= graph[name] for name in told):
            continue
        if all(can_join - {name} <= graph[name] for name in can_join):
            found.append(tuple(sorted(group | can_join)))
            continue
        central = max(can_join | told, key=lambda name: (len(graph[name] & can_join), name))
        for name in sorted(can_join - graph[central]):
            pending.append((group | {name}, can_join & graph[name], told & graph[name]))
            can_join, told = can_join - {name}, told | {name}
    return found


def question(
    told: Sequence[tuple[Report, str]], field: str, number: float, *, when: str, where: Iterable[str], is_open: bool
) -> Finding:
    """The finding about reports, each with its event, by their ids; all of one data set, or each of another event.

    `when` and `where`: the days they tell of in words, and the names of the places.
    """
    names = list(dict.fromkeys(where))
    places = " and ".join([*names[:NAMED], *([f"{len(names) - NAMED} more"] if len(names) > NAMED else [])])
    events = tuple(dict.fromkeys(event for _, event in told))
    one_source = len({report.source for report, _ in told}) == 1
    many = len(told) if one_source else len(events)
    count = NUMERALS[many] if many < len(NUMERALS) else str(many)
    what = "records of one data set" if one_source else "events without a common source"
    key = field.removeprefix("figures.").replace("_", " ")
    return Finding(
        kind=FindingKind.IDENTITY,
        events=events,
        reports=tuple(report.id for report, _ in told),
        field=None,
        reason=f"{count} {what} look like one event: {when} (at most a day apart), {places} (the same or a neighbouring "
        f"place), an actor in common, and {key} {number:g} in {'both' if many == 2 else 'all'}.",
        open=is_open,
    )
