"""Whether a decision about identity would contradict one that was made before."""

from __future__ import annotations

from collections.abc import Sequence

from tui.core.linking.clusters import clustered
from tui.core.model import Link


def contradicted(links: Sequence[Link], a: str, b: str, *, same: bool) -> Link | None:
    """The link that speaks against saying that the reports a and b tell of one event (`same`), or of two; None where none does."""
    joining = [link for link in links if link.same is True]
    if not same:
        group = _groups(joining)
        if group.get(a) is None or group.get(a) != group.get(b):
            return None
        return next(link for link in joining if group[link.reports[0]] == group[b] and b in link.reports)
    group = _groups([*joining, Link(reports=(a, b), same=True)])
    for link in links:
        if link.same is False:
            heads = [group[name] for name in link.reports if name in group]
            if len(set(heads)) < len(heads):
                return link
    return None


def _groups(links: Sequence[Link]) -> dict[str, int]:
    """For every report of the links, the number of the group that they hold together."""
    names = list(dict.fromkeys(name for link in links for name in link.reports))
    number = {name: count for count, name in enumerate(names)}
    joined = [(number[link.reports[0]], number[name]) for link in links for name in link.reports[1:]]
    return {
        names[member]: count
        for count, members in enumerate(clustered(len(names), (), joined=joined))
        for member in members
    }
