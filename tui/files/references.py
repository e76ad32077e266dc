"""Whether what tables refer to is there: the last step from joined tables to a `Dossier`.

A reference that leads nowhere is a problem and is taken out, so that whoever holds the dossier may follow every other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import starmap
from typing import Any, TypeVar

from tui.core.model import Actor, Dossier, Event, Place, Report, Source
from tui.core.problems import Problem
from tui.files.analyses import links_of, remarks_of, rulings_of
from tui.files.complaints import cut
from tui.files.decode import Pieces
from tui.files.drafts import Located
from tui.files.join import Joined
from tui.files.lookups import Lookups
from tui.files.successions import without_rings

_Nested = TypeVar("_Nested", Actor, Place)


def finish(joined: Joined, files: Sequence[Pieces]) -> tuple[Dossier, tuple[Problem, ...]]:
    """The dossier, every reference in it checked, and all problems of joining and checking."""
    checks = Lookups(joined)
    events = _events(joined, checks)
    checks.event_ids = events
    reports = without_rings(tuple(starmap(partial(_report, checks), enumerate(joined.reports))), joined)
    dossier = Dossier(
        settings=joined.settings,
        sources=tuple(_source(source, located, checks) for source, located in joined.sources.values()),
        actors=_nested(joined.actors, "part_of", "no-such-actor", checks),
        places=_nested(joined.places, "within", "no-such-place", checks),
        fields=tuple(field for field, _ in joined.fields.values()),
        events=tuple(events.values()),
        reports=reports,
        links=links_of(files, checks),
        rulings=tuple(rulings_of(files, checks)),
        annotations=tuple(remarks_of(files, checks)),
    )
    return dossier, tuple(joined.problems)


def _events(joined: Joined, checks: Lookups) -> dict[str, Event]:
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


def _source(source: Source, located: Located, checks: Lookups) -> Source:
    sources = checks.joined.sources
    good = []
    for number, name in enumerate(source.derived_from, start=1):
        if name in sources:
            good.append(name)
        else:
            checks.missing(located, f"derived_from[{number}]", name, "no-such-source", "source")
    return source if len(good) == len(source.derived_from) else replace(source, derived_from=tuple(good))


def _nested(found: Mapping[str, tuple[_Nested, Located]], key: str, code: str, checks: Lookups) -> tuple[_Nested, ...]:
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


def _report(checks: Lookups, number: int, report: Report) -> Report:
    if not (report.after or report.corrects or report.derived_from):
        return report
    located = checks.joined.drafts[number].located
    after = tuple(
        name
        for number, name in enumerate(report.after, start=1)
        if checks.event(located, f"after[{number}]", name)
        and not _is_same_event(report, name, located, f"after[{number}]", checks)
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


def _is_same_source(report: Report, name: str, located: Located, key: str, checks: Lookups) -> bool:
    """Whether a report may correct the one of that name: another one, of its own source or of one of its publisher's."""
    other = checks.report_sources[name]
    if name != report.id and (other == report.source or _one_publisher(other, report.source, checks)):
        return True
    text = "itself" if name == report.id else f"a report of {cut(other)}"
    checks.joined.problems.append(
        located.fault(
            "bad-value",
            f'is "{cut(name)}", {text}',
            below=key,
            found=name,
            expected=f"another report of {cut(report.source)}, or of a source of its family",
        )
    )
    return False


def _one_publisher(a: str, b: str, checks: Lookups) -> bool:
    """Whether two sources are of one family."""
    sources = checks.joined.sources
    return a in sources and b in sources and sources[a][0].family == sources[b][0].family


def _is_same_event(report: Report, name: str, located: Located, key: str, checks: Lookups) -> bool:
    """Whether a report puts its event after itself; a problem where it does."""
    if name != report.event:
        return False
    checks.joined.problems.append(
        located.fault(
            "bad-value",
            f'is "{cut(name)}", the event of this very report',
            below=key,
            found=name,
            expected="an event that this one followed",
        )
    )
    return True
