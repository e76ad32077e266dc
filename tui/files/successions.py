"""What replaces and what follows what must lead somewhere: rings of `corrects` and of `after` are told and cut.

All arrows of a ring are cut, so that it does not matter in which order files are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from tui.core.model import Report
from tui.core.problems import Severity
from tui.core.values import dataclass
from tui.files.complaints import cut
from tui.files.drafts import Draft
from tui.files.join import Joined
from tui.files.lookups import listed
from tui.files.rings import rings

_Arrow: TypeAlias = tuple[int, str, str]
"""Number of a report among all, what it begins at, what it leads to."""


@dataclass(frozen=True, slots=True)
class _Succession:
    """One key whose arrows may close a ring."""

    key: str
    arrows: Callable[[Sequence[Report]], Iterator[_Arrow]]
    told: str
    """What the message says of the ring; braces stand for its members."""
    expected: str


def without_rings(reports: tuple[Report, ...], joined: Joined) -> tuple[Report, ...]:
    """The reports without the corrections and successions that lead back to where they begin, a problem for each ring.

    Reports that put events in contrary orders stay apart where they come from several sources: that is a note, since
    each file may be right about its source.
    """
    for succession in _SUCCESSIONS:
        reports = _cut(succession, reports, joined)
    return reports


def _cut(succession: _Succession, reports: tuple[Report, ...], joined: Joined) -> tuple[Report, ...]:
    arrows = tuple(succession.arrows(reports))
    leads: dict[str, dict[str, None]] = {}
    for _, start, end in arrows:
        leads.setdefault(start, {})[end] = None
    gone: dict[int, set[str]] = {}
    for ring in rings(leads):
        inside = [arrow for arrow in arrows if arrow[1] in ring and arrow[2] in ring]
        for number, _, end in inside:
            gone.setdefault(number, set()).add(end)
        _tell(succession, inside, reports, joined)
    if not gone:
        return reports
    return tuple(_without(report, succession.key, gone.get(number, ())) for number, report in enumerate(reports))


def _tell(succession: _Succession, inside: Sequence[_Arrow], reports: Sequence[Report], joined: Joined) -> None:
    """The problem of a ring, laid to the last report in the files that closes it."""
    number, _, end = inside[-1]
    draft: Draft = joined.drafts[number]
    place = draft.row.values[succession.key].index(end) + 1
    members = listed([cut(name) for name in dict.fromkeys(start for _, start, _ in inside)])
    one_source = len({reports[number].source for number, _, _ in inside}) == 1
    joined.problems.append(
        draft.located.fault(
            "cycle",
            f'is "{cut(end)}", {succession.told.format(members)}',
            below=f"{succession.key}[{place}]",
            found=end,
            expected=succession.expected,
            severity=Severity.PROBLEM if one_source else Severity.NOTE,
        )
    )


def _without(report: Report, key: str, names: Iterable[str]) -> Report:
    if not names:
        return report
    kept: dict[str, Any] = {key: tuple(name for name in getattr(report, key) if name not in names)}
    return replace(report, **kept)


def _corrections(reports: Sequence[Report]) -> Iterator[_Arrow]:
    return ((number, report.id, name) for number, report in enumerate(reports) for name in report.corrects)


def _orders(reports: Sequence[Report]) -> Iterator[_Arrow]:
    for number, report in enumerate(reports):
        if report.event is not None:
            yield from ((number, report.event, name) for name in report.after)


_SUCCESSIONS = (
    _Succession(
        "corrects",
        _corrections,
        "and these reports correct each other in a ring: {}; none of them replaces another",
        "the report that was wrong, corrected by a later one",
    ),
    _Succession(
        "after",
        _orders,
        "and these events follow each other in a ring: {}; none of them is put after another",
        "events that came before, in one direction",
    ),
)
