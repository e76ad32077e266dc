"""Which things lead back to themselves over the arrows between them. Knows nothing of what they are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping


def rings(arrows: Mapping[str, Collection[str]]) -> list[frozenset[str]]:
    """Every largest group of two or more in which each leads to each. A thing that only leads to itself is none.

    Tarjan's strongly connected components, without recursion: a chain of corrections can be long.
    """
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    open_: dict[str, None] = {}
    found: list[frozenset[str]] = []
    for start in arrows:
        if start in order:
            continue
        path: list[tuple[str, Iterator[str]]] = []
        _enter(start, arrows, order, low, open_, path)
        while path:
            here, further = path[-1]
            step = next(further, None)
            if step is None:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[here])
                if low[here] == order[here]:
                    found.append(_closed(here, open_))
            elif step not in order:
                _enter(step, arrows, order, low, open_, path)
            elif step in open_:
                low[here] = min(low[here], order[step])
    return [ring for ring in found if len(ring) > 1]


def _enter(
    name: str,
    arrows: Mapping[str, Collection[str]],
    order: dict[str, int],
    low: dict[str, int],
    open_: dict[str, None],
    path: list[tuple[str, Iterator[str]]],
) -> None:
    order[name] = low[name] = len(order)
    open_[name] = None
    path.append((name, iter(arrows.get(name, ()))))


def _closed(last: str, open_: dict[str, None]) -> frozenset[str]:
    """The open things up to the last, which are open no longer."""
    members: list[str] = []
    while not members or members[-1] != last:
        members.append(open_.popitem()[0])
    return frozenset(members)
