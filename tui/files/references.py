"""Whether what tables refer to is there: the last step from joined tables to a `Dossier`.

A reference that leads nowhere is a problem and is taken out, so that whoever holds the dossier may follow every other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import Any, TypeVar

from tui.core.model import Actor, Annotation, Dossier, Event, Link, Place, Report, Ruling, Source
from tui.core.problems import Problem
from tui.files.complaints import cut
from tui.files.decode import Pieces
from tui.files.join import Draft, Joined, Located, rows_of

MOST_PLACES = 6
"""How many places of reports a message names."""

_Nested = TypeVar("_Nested", Actor, Place)


def finish(joined: Joined, files: Sequence[Pieces]) -> tuple[Dossier, tuple[Problem, ...]]:
    """The dossier, every reference in it checked, and all problems of joining and checking."""
    checks = _References(joined)
    events = _events(joined, checks)
    checks.event_ids = events
    dossier = Dossier(
        settings=joined.settings,
        sources=tuple(_source(source, located, checks) for source, located in joined.sources.values()),
        actors=_nested(joined.actors, "part_of", "no-such-actor", checks),
        places=_nested(joined.places, "within", "no-such-place", checks),
        fields=tuple(field for field, _ in joined.fields.values()),
        events=tuple(events.values()),
        reports=tuple(map(partial(_report, checks), joined.reports, joined.drafts)),
        links=tuple(_links(files, checks)),
        rulings=tuple(_rulings(files, checks)),
        annotations=tuple(_annotations(files, checks)),
    )
    return dossier, tuple(joined.problems)


class _References:
    """Looks ids up, and tells where one leads nowhere."""

    def __init__(self, joined: Joined) -> None:
        self.joined = joined
        self.report_sources = {report.id: report.source for report in joined.reports}
        self.event_ids: Mapping[str, Event] = {}

    @cached_property
    def targets(self) -> tuple[str, ...]:
        """Every id that can be annotated."""
        return (*self.report_sources, *self.event_ids, *self.joined.sources)

    def missing(self, located: Located, key: str, name: str, code: str, what: str) -> None:
        """The problem of a name that is not the id of such a thing."""
        match what:
            case "report":
                suggestion = self.joined.suggestions.nearest(name, self.report_sources, what)
            case "event":
                suggestion = self.joined.suggestions.nearest(name, self.event_ids, what)
            case "source" | "actor" | "place":
                suggestion = self.joined.suggest(name, what)
            case _:
                suggestion = self.joined.suggestions.nearest(name, self.targets, what)
        self.joined.problems.append(
            located.fault(
                code,
                f'is "{cut(name)}", which no {what} is called',
                below=key,
                found=name,
                expected=f"the id of {'an' if what[0] in 'aeiou' else 'a'} {what}",
                suggestion=suggestion,
            )
        )

    def report(self, located: Located, key: str, name: str) -> bool:
        """Whether exactly one report is meant."""
        shared = self.joined.shared.get(name)
        if shared:
            places = [place.file if place.line is None else f"{place.file}:{place.line}" for place in shared]
            more = [f"{len(places) - MOST_PLACES} more"] if len(places) > MOST_PLACES else []
            meant = ", ".join([*places[:MOST_PLACES], *more])
            self.joined.problems.append(
                located.fault(
                    "ambiguous-id",
                    f'is "{cut(name)}", which may be any of the reports at {meant}',
                    below=key,
                    found=name,
                    expected="an id in the report that is meant",
                    suggestion=f'id = "{name}"',
                )
            )
            return False
        if name not in self.report_sources:
            if name not in self.joined.lost_reports:
                self.missing(located, key, name, "no-such-report", "report")
            return False
        return True

    def event(self, located: Located, key: str, name: str) -> bool:
        """Whether there is such an event."""
        if name not in self.event_ids:
            if name not in self.joined.lost_events:
                self.missing(located, key, name, "no-such-event", "event")
            return False
        return True


def _events(joined: Joined, checks: _References) -> dict[str, Event]:
    """Declared events, then those only reports name; a problem for each that no report tells of."""
    named = dict.fromkeys(report.event for report in joined.reports if report.event is not None)
    undeclared = [name for name in named if name not in joined.events]
    for identity, (_, located) in joined.events.items():
        if identity not in named and identity not in joined.lost_events:
            joined.problems.append(
                located.fault(
                    "event-without-reports",
                    f'is "{cut(identity)}", and no report tells of it',
                    below="id",
                    found=identity,
                    expected=f'a report with event = "{cut(identity)}"',
                    suggestion=joined.suggestions.nearest(identity, undeclared, "undeclared event"),
                )
            )
    events = {identity: event for identity, (event, _) in joined.events.items()}
    return events | {name: Event(id=name) for name in undeclared}


def _source(source: Source, located: Located, checks: _References) -> Source:
    sources = checks.joined.sources
    good = []
    for number, name in enumerate(source.derived_from, start=1):
        if name in sources:
            good.append(name)
        else:
            checks.missing(located, f"derived_from[{number}]", name, "no-such-source", "source")
    return source if len(good) == len(source.derived_from) else replace(source, derived_from=tuple(good))


def _nested(
    found: Mapping[str, tuple[_Nested, Located]], key: str, code: str, checks: _References
) -> tuple[_Nested, ...]:
    """Actors or places whose parents exist and which are not, over any number of steps, inside themselves."""
    parents: dict[str, str] = {}
    severed: set[str] = set()
    for identity, (value, located) in found.items():
        parent = getattr(value, key)
        if parent is None:
            continue
        if parent in found:
            parents[identity] = parent
        else:
            severed.add(identity)
            checks.missing(located, key, parent, code, located.table)
    for identity in _closing(parents):
        severed.add(identity)
        value, located = found[identity]
        checks.joined.problems.append(
            located.fault(
                "cycle",
                f'is "{cut(getattr(value, key))}", which puts {cut(identity)} inside itself',
                below=key,
                found=getattr(value, key),
                expected=f"{key} to lead outwards",
            )
        )
    empty: Any = {key: None}
    return tuple(replace(value, **empty) if identity in severed else value for identity, (value, _) in found.items())


def _closing(parents: Mapping[str, str]) -> list[str]:
    """For each ring of parents the member, last in the files, whose parent closes it."""
    rank = {identity: number for number, identity in enumerate(parents)}
    done: set[str] = set()
    closing: list[str] = []
    for start in parents:
        path: dict[str, None] = {}
        step: str | None = start
        while step is not None and step not in done and step not in path:
            path[step] = None
            step = parents.get(step)
        if step in path:
            members = list(path)
            closing.append(max(members[members.index(str(step)) :], key=rank.__getitem__))
        done.update(path)
    return closing


def _report(checks: _References, report: Report, draft: Draft) -> Report:
    if not (report.after or report.corrects or report.derived_from):
        return report
    located = draft.located
    after = tuple(
        name for number, name in enumerate(report.after, start=1) if checks.event(located, f"after[{number}]", name)
    )
    corrects = tuple(
        name
        for number, name in enumerate(report.corrects, start=1)
        if checks.report(located, f"corrects[{number}]", name)
        and _is_same_source(report, name, located, f"corrects[{number}]", checks)
    )
    derived_from = tuple(
        name
        for number, name in enumerate(report.derived_from, start=1)
        if name in checks.joined.sources or checks.report(located, f"derived_from[{number}]", name)
    )
    if (after, corrects, derived_from) == (report.after, report.corrects, report.derived_from):
        return report
    return replace(report, after=after, corrects=corrects, derived_from=derived_from)


def _is_same_source(report: Report, name: str, located: Located, key: str, checks: _References) -> bool:
    """Whether a report may correct the one of that name: another one, of its own source."""
    other = checks.report_sources[name]
    if other == report.source and name != report.id:
        return True
    text = "itself" if name == report.id else f"a report of {cut(other)}"
    checks.joined.problems.append(
        located.fault(
            "bad-value",
            f'is "{cut(name)}", {text}',
            below=key,
            found=name,
            expected=f"another report of {cut(report.source)}",
        )
    )
    return False


def _links(files: Sequence[Pieces], checks: _References) -> Iterable[Link]:
    for located in rows_of(files, "link"):
        values = located.row.values
        good = tuple(
            name
            for number, name in enumerate(values["reports"], start=1)
            if checks.report(located, f"reports[{number}]", name)
        )
        if len(set(good)) > 1:
            same = None if values["same"] == "disputed" else values["same"]
            yield Link(**{**values, "reports": good, "same": same}, position=located.position)


def _rulings(files: Sequence[Pieces], checks: _References) -> Iterable[Ruling]:
    for located in rows_of(files, "ruling"):
        values = located.row.values
        has_event = checks.event(located, "event", values["event"])
        accepted = values["accepted"]
        has_report = accepted in ("none", "both") or checks.report(located, "accepted", accepted)
        seen = tuple(
            (name, value) for name, value in values.get("seen", ()) if checks.report(located, f"seen.{name}", name)
        )
        if has_event and has_report:
            yield Ruling(**{**values, "seen": seen}, position=located.position)


def _annotations(files: Sequence[Pieces], checks: _References) -> Iterable[Annotation]:
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
