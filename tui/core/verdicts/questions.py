"""Whether records are one event, as it is put to the analyst: a question for each two, or one for several that are all alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.core.judgements import Finding, FindingKind
from tui.core.model import Report

Key = tuple[str, ...]
"""Two report ids; or "" and two event ids."""
Figure = tuple[str, float]
"""Field and value that both give."""

NUMERALS = ("", "", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def alike_throughout(pairs: Mapping[Key, Figure]) -> list[list[Key]]:
    """The pairs, together those whose members are all alike by one figure, each to each; any other by itself."""
    graphs: dict[tuple[bool, str, float], dict[str, set[str]]] = {}
    for key, figure in pairs.items():
        graph = graphs.setdefault((key[0] == "", *figure), {})
        *_, a, b = key
        graph.setdefault(a, {a}).add(b)
        graph.setdefault(b, {b}).add(a)
    groups: dict[tuple[bool, str, float, Key], list[Key]] = {}
    for key, figure in sorted(pairs.items()):
        kind = (key[0] == "", *figure)
        around = graphs[kind][key[-1]]
        whole = all(graphs[kind][name] == around for name in around)
        groups.setdefault((*kind, tuple(sorted(around)) if whole else key), []).append(key)
    return list(groups.values())


def question(told: Sequence[tuple[Report, str]], field: str, number: float, *, is_open: bool) -> Finding:
    """The finding about reports, each with its event, by their ids; all of one data set, or each of another event."""
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
        reason=f"{count} {what} look like one event: at most a day apart, the same or a neighbouring place, an actor in "
        f"common, and {key} {number:g} in {'both' if many == 2 else 'all'}.",
        open=is_open,
    )
