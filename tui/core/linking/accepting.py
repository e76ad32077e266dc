"""Which proposals are likely enough to be taken as decided, as the reports that each decision names. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tui.core.linking.clusters import clustered
from tui.core.linking.links import Linking
from tui.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One decision: these reports tell of one event."""

    reports: tuple[str, ...]
    """Those to bring together; of the event they come to, one report stands for all and is the first."""
    probability: float
    """Of its least likely link."""


def accepted(linking: Linking, above: float) -> tuple[Acceptance, ...]:
    """The groups that links likelier than `above` hold together, each within one cluster; in file order."""
    found: list[Acceptance] = []
    strong = [link for link in linking.links() if link.probability > above]
    home = {name: number for number, cluster in enumerate(linking.clusters()) for name in cluster}
    names = sorted({name for link in strong for name in (link.a, link.b)}, key=linking.place)
    number = {name: count for count, name in enumerate(names)}
    kept = [link for link in strong if home[link.a] == home[link.b]]
    groups = clustered(len(names), (), joined=[(number[link.a], number[link.b]) for link in kept])
    for group in groups:
        members = [names[count] for count in group]
        if len(members) > 1:
            least = min(link.probability for link in kept if link.a in members)
            found.append(Acceptance(brought_together(linking, members), least))
    return tuple(found)


class Homes(Protocol):
    """Knows which report stands in which event."""

    def event_of(self, report_id: str) -> str | None:
        """The event its file names."""

    def reports_of(self, event: str) -> tuple[str, ...]:
        """The reports of an event, in file order."""


def brought_together(linking: Homes, members: Sequence[str]) -> tuple[str, ...]:
    """What a decision that these are one event names: a report of the event all come to, then every report that comes."""
    anchor = next((name for name in members if linking.event_of(name) is not None), members[0])
    event = linking.event_of(anchor)
    coming = {name: None for name in members if event is None or linking.event_of(name) != event}
    for other in dict.fromkeys(linking.event_of(name) for name in coming):
        if other is not None:
            coming.update(dict.fromkeys(linking.reports_of(other)))
    return (anchor, *(name for name in coming if name != anchor))
