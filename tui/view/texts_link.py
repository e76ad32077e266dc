"""Proposed identities as plain text: which reports may tell of one event, how likely, and by which weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.core.model import Report
from tui.view.claims import counted
from tui.view.columns import pad, wrap
from tui.view.safety import safe

if TYPE_CHECKING:
    from tui.core.linking.links import Link

SHOWN = 0.25
"""Less likely links are counted and not shown; they are in the JSON."""
_FIELD = 11
"""Cells of a field's name beside its weight."""


def crowded_words(crowded: int) -> str:
    """That not all was compared, for so many reports; empty where all was."""
    if not crowded:
        return ""
    are = "report is" if crowded == 1 else "reports are"
    return f"{crowded:,} {are} like too many others to compare all of these"


def link_lines(
    links: Sequence[Link], clusters: Sequence[Sequence[str]], reports: Mapping[str, Report], *, columns: int
) -> Iterator[str]:
    """The likely links with their weights, then what would stand together that does not yet, then the counts."""
    shown = [link for link in links if link.probability >= SHOWN]
    for link in shown:
        yield from _link(link, reports, columns)
        yield ""
    new = [cluster for cluster in clusters if _is_new(cluster, reports)]
    if new:
        yield "Would stand together"
        for cluster in new:
            yield from wrap(safe(" · ".join(cluster)), columns, indent="  ", hang="    ")
        yield ""
    yield from wrap(_counts(links, shown, reports), columns)


def _link(link: Link, reports: Mapping[str, Report], columns: int) -> Iterator[str]:
    yield f"{percent(link.probability)} one event · {bits(link.score)} bits"
    for name in (link.a, link.b):
        yield from wrap(_told(reports.get(name), name), columns, indent="  ", hang="    ")
    for weight in link.weights:
        head = f"    {bits(weight.weight):>5}  {pad(weight.field, _FIELD)} "
        yield from wrap(safe(weight.reason), columns, indent=head, hang=" " * len(head))


def percent(probability: float) -> str:
    """A probability as a reader takes it: never 0 or 100 % where it is not."""
    return "<1 %" if probability < 0.01 else ">99 %" if probability > 0.99 else f"{probability:.0%}".replace("%", " %")


def bits(weight: float) -> str:
    """A weight with its sign, to a tenth of a bit."""
    rounded = f"{weight:+.1f}"
    return "0.0" if rounded in ("+0.0", "-0.0") else rounded.replace("-", "−")


def _told(report: Report | None, name: str) -> str:
    """Id, event and what the report says, in one line."""
    if report is None:
        return safe(name)
    event = f"in {report.event}" if report.event else "in no event"
    words = report.what or report.quote or report.text
    when = f" · {report.when}" if report.when else ""
    return safe(f"{name} ({event}){when} · {words[:200]}" if words else f"{name} ({event}){when}")


def _is_new(cluster: Sequence[str], reports: Mapping[str, Report]) -> bool:
    events = {reports[name].event for name in cluster if name in reports}
    return len(cluster) > 1 and (len(events) > 1 or None in events)


def _counts(links: Sequence[Link], shown: Sequence[Link], reports: Mapping[str, Report]) -> str:
    unplaced = sum(report.event is None for report in reports.values())
    less = len(links) - len(shown)
    parts = [counted(len(shown), "link") + f" of {percent(SHOWN)} or more"]
    parts += [f"{less:,} less likely (in --format json)"] if less else []
    parts += [f"{unplaced:,} of {counted(len(reports), 'report')} in no event"]
    return ", ".join(parts)
