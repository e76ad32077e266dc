"""What analysts decided, checked against the dossier it speaks of: links, rulings and remarks.

A decision that cannot be applied as it was made is told and left out: half of one decides something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from tui.core.model import Annotation, Link, Report, Ruling
from tui.core.problems import Severity
from tui.files.complaints import cut
from tui.files.decode import Pieces
from tui.files.drafts import Located
from tui.files.join import rows_of
from tui.files.lookups import Lookups, listed
from tui.files.spelling import nearest

_SO = ", so the ruling is not applied"


def links_of(files: Sequence[Pieces], checks: Lookups) -> tuple[Link, ...]:
    """The links whose reports are there; two that contradict each other are a problem."""
    found: list[tuple[Link, Located]] = []
    for located in rows_of(files, "link"):
        values = located.row.values
        good = tuple(
            name
            for number, name in enumerate(values["reports"], start=1)
            if checks.report(located, f"reports[{number}]", name)
        )
        if len(set(good)) > 1:
            same = None if values["same"] == "disputed" else values["same"]
            found.append((Link(**{**values, "reports": good, "same": same}, position=located.position), located))
    _judge_contradictions(found, checks)
    return tuple(link for link, _ in found)


def _judge_contradictions(found: Sequence[tuple[Link, Located]], checks: Lookups) -> None:
    """A problem for each link that parts reports which other links, together, hold to be about one event."""
    group: dict[str, str] = {}
    joining: dict[str, list[Located]] = {}
    for link, _ in found:
        for name in link.reports if link.same is True else ():
            group[_head(name, group)] = _head(link.reports[0], group)
    for link, located in found:
        if link.same is True:
            joining.setdefault(_head(link.reports[0], group), []).append(located)
    for link, located in found:
        heads = [_head(name, group) for name in link.reports] if link.same is False else []
        joined = next((head for head in heads[1:] if head == heads[0]), None)
        if joined is None:
            continue
        others = joining[joined]
        which = f"the link at {others[0].where} says" if len(others) == 1 else _together(others)
        checks.joined.problems.append(
            located.fault(
                "contradiction",
                f"is false, while {which} that {cut(link.reports[0])} and another of these reports are about one "
                "event; the reports are kept apart",
                below="same",
                found="false",
                expected="one decision about the same reports",
            )
        )


def _together(others: Sequence[Located]) -> str:
    return f"the links at {listed([other.where for other in others])} together say"


def _head(name: str, group: dict[str, str]) -> str:
    """The report that stands for all that are linked with this one."""
    while group.setdefault(name, name) != name:
        group[name] = group[group[name]]
        name = group[name]
    return name


def rulings_of(files: Sequence[Pieces], checks: Lookups) -> Iterator[Ruling]:
    """The rulings that can be applied; notes where one speaks of nothing, or of what it no longer could doubt."""
    fields = _Fields(files, checks)
    for located in rows_of(files, "ruling"):
        values = located.row.values
        has_event = checks.event(located, "event", values["event"])
        accepted = values["accepted"]
        has_report = accepted in ("none", "both") or checks.report(located, "accepted", accepted)
        seen: tuple[tuple[str, str], ...] = values.get("seen", ())
        has_seen = [checks.report(located, f"seen.{name}", name, so=_SO) for name, _ in seen]
        if has_event and has_report and all(has_seen):
            _judge_field(located, values, fields, checks)
            if not seen:
                _tell_closed(located, checks)
            yield Ruling(**values, position=located.position)


def _judge_field(located: Located, values: Mapping[str, Any], fields: _Fields, checks: Lookups) -> None:
    given = fields.of(values["event"])
    if values["field"] not in given:
        checks.joined.problems.append(
            located.fault(
                "no-such-field",
                f'is "{cut(values["field"])}", and no report of {cut(values["event"])} gives it: the ruling decides nothing',
                below="field",
                found=values["field"],
                expected="a field that reports of the event give",
                suggestion=nearest(values["field"], given),
                severity=Severity.NOTE,
            )
        )


def _tell_closed(located: Located, checks: Lookups) -> None:
    checks.joined.problems.append(
        located.fault(
            "nothing-seen",
            "does not say what was seen, so it stands whatever is reported later and is never reopened by itself",
            expected="seen, with the value of each report as it was judged",
            severity=Severity.NOTE,
        )
    )


class _Fields:
    """Which fields the reports of an event give, those linked to it among them. Looked up once there is a ruling."""

    def __init__(self, files: Sequence[Pieces], checks: Lookups) -> None:
        self._files = files
        self._reports = checks.joined.reports

    def of(self, event: str) -> list[str]:
        """Full names of the fields, in order."""
        return list(self._given.get(event, {}))

    @cached_property
    def _given(self) -> dict[str, dict[str, None]]:
        events = {report.id: {report.event} for report in self._reports}
        for located in rows_of(self._files, "link"):
            names = [name for name in located.row.values["reports"] if name in events]
            shared = {event for name in names for event in events[name]}
            for name in names:
                events[name] = events[name] | shared
        given: dict[str, dict[str, None]] = {}
        for report in self._reports:
            for event in events[report.id] - {None}:
                given.setdefault(str(event), {}).update(dict.fromkeys(fields_of(report)))
        return given


def fields_of(report: Report) -> Iterator[str]:
    """Full names of the fields that a report has a part in."""
    yield from (name for name in ("when", "until", "where", "who", "said_by") if getattr(report, name))
    yield from (f"who.{role}" for role, _ in report.who if role)
    yield from (f"figures.{key}" for key, _ in report.figures)
    yield from (f"claims.{key}" for key, _ in report.claims)
    if report.denies is True:
        yield "happened"


def remarks_of(files: Sequence[Pieces], checks: Lookups) -> Iterator[Annotation]:
    """The remarks whose target is there."""
    joined = checks.joined
    for located in rows_of(files, "annotation"):
        target = located.row.values["target"]
        if target in checks.event_ids or target in joined.sources:
            yield Annotation(**located.row.values, position=located.position)
        elif target in joined.shared:
            checks.report(located, "target", target)
        elif target in checks.report_sources:
            yield Annotation(**located.row.values, position=located.position)
        elif target not in joined.lost_reports:
            checks.missing(located, "target", target, "no-such-target", "report, event or source")
