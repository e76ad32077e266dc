"""From the pieces of all files to one dossier: who owns a report, what it is called, which of two alike counts.

Keeps what can be kept: of two tables of one id the first counts, a second report of one id gets another.
References between tables are judged by `references`.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, fields
from typing import Any

from tui.core.making import maker
from tui.core.model import Actor, Event, Field, Place, Position, Report, Settings, Source
from tui.core.problems import Problem
from tui.core.values import dataclass
from tui.files.complaints import cut
from tui.files.decode import Pieces
from tui.files.drafts import Draft, Drafts, Located
from tui.files.report_ids import ReportIds
from tui.files.sigla import distinct_sigla
from tui.files.spelling import Suggestions


@dataclass(slots=True, kw_only=True)
class Joined:
    """Everything stated, each thing once, with where it stands. Filled once by `join`, then only read."""

    settings: Settings = field(default_factory=Settings)
    sources: dict[str, tuple[Source, Located]] = field(default_factory=dict)
    actors: dict[str, tuple[Actor, Located]] = field(default_factory=dict)
    places: dict[str, tuple[Place, Located]] = field(default_factory=dict)
    fields: dict[str, tuple[Field, Located]] = field(default_factory=dict)
    events: dict[str, tuple[Event, Located]] = field(default_factory=dict)
    reports: list[Report] = field(default_factory=list)
    drafts: Drafts = field(default_factory=Drafts)
    """Where each of the reports stands, in the same order."""
    shared: dict[str, tuple[Position, ...]] = field(default_factory=dict)
    """Default ids that another report would have got in another order of the files, and all reports concerned."""
    left_out: list[Draft] = field(default_factory=list)
    """Reports that have no source there is, for a problem already told."""
    lost_reports: set[str] = field(default_factory=set)
    """Their ids, where given."""
    lost_events: set[str] = field(default_factory=set)
    """Events they name."""
    problems: list[Problem] = field(default_factory=list)
    suggestions: Suggestions = field(default_factory=Suggestions)

    names: dict[str, dict[str, str]] = field(default_factory=dict)
    """Ids by name and alias, for each table that was asked for."""

    def suggest(self, word: str, table: str) -> str | None:
        """The id of the source, actor or place that goes by the word as its name, else the nearest id."""
        found = self._named_tables()[table]
        if table not in self.names:
            self.names[table] = {
                name: identity
                for identity, (value, _) in found.items()
                for name in (value.name, *getattr(value, "aliases", ()))
            }
        return self.names[table].get(word) or self.suggestions.nearest(word, found, table)

    def _named_tables(self) -> dict[str, Mapping[str, tuple[Any, Located]]]:
        return {"source": self.sources, "actor": self.actors, "place": self.places}


def join(files: Sequence[Pieces]) -> Joined:
    """One dossier of all pieces, in order."""
    joined = Joined()
    _join_settings(files, joined)
    _join_sources(files, joined)
    joined.actors = _unique(files, "actor", _actor, joined)
    joined.places = _unique(files, "place", _place, joined)
    joined.fields = _unique(files, "field", _field, joined)
    joined.events = _unique(files, "event", _event, joined)
    _join_reports(files, joined)
    return joined


def rows_of(files: Sequence[Pieces], table: str) -> Iterator[Located]:
    """Every table of that name, in order."""
    for pieces in files:
        for row in pieces.rows.get(table, ()):
            yield Located(pieces.file, table, row)


def _join_settings(files: Sequence[Pieces], joined: Joined) -> None:
    first: Located | None = None
    for located in rows_of(files, "dossier"):
        if first is None:
            first = located
            joined.settings = Settings(**located.row.values, position=located.position)
        else:
            joined.problems.append(
                located.fault(
                    "second-dossier",
                    f"is the second one, after {first.where}, and is left out",
                    found=located.file,
                    expected=f"one [dossier] table in all files; is {located.file} a dossier of its own?",
                )
            )


def _unique(
    files: Sequence[Pieces], table: str, build: Callable[[dict[str, Any], Position], Any], joined: Joined
) -> dict[str, tuple[Any, Located]]:
    """The tables of one name by id; of two alike the first."""
    found: dict[str, tuple[Any, Located]] = {}
    for located in rows_of(files, table):
        identity = located.row.values["id"]
        if identity in found:
            joined.problems.append(_double(located, identity, found[identity][1].where, "is left out"))
        else:
            found[identity] = (build(located.row.values, located.position), located)
    return found


def _double(located: Located, identity: str, first: str, what_happens: str) -> Problem:
    return located.fault(
        "double-id",
        f'is "{cut(identity)}", as at {first}, and {what_happens}',
        below="id",
        found=identity,
        expected=f"an id that no other {located.table} has",
    )


def _actor(values: dict[str, Any], position: Position) -> Actor:
    return Actor(**{"name": values["id"], **values}, position=position)


def _place(values: dict[str, Any], position: Position) -> Place:
    return Place(**{"name": values["id"], **values}, position=position)


def _field(values: dict[str, Any], position: Position) -> Field:
    return Field(**values, position=position)


def _event(values: dict[str, Any], position: Position) -> Event:
    return Event(**values, position=position)


def _source(values: dict[str, Any], position: Position) -> Source:
    identity = values["id"]
    return Source(**{"name": identity, "family": identity, "siglum": "", **values}, position=position)


def _join_sources(files: Sequence[Pieces], joined: Joined) -> None:
    found: dict[str, tuple[Source, Located]] = _unique(files, "source", _without_siglum, joined)
    located = [where for _, where in found.values()]
    sigla = distinct_sigla((source.name, where.row.values.get("siglum")) for source, where in found.values())
    for where, siglum in zip(located, sigla, strict=True):
        given = where.row.values.get("siglum")
        if given is not None and given != siglum:
            joined.problems.append(
                where.fault(
                    "double-siglum",
                    f'is "{cut(given)}", as another source\'s, and {siglum} is used instead',
                    below="siglum",
                    found=given,
                    expected="a siglum that no other source has",
                )
            )
        source = _source({**where.row.values, "siglum": siglum}, where.position)
        joined.sources[source.id] = (source, where)


def _without_siglum(values: dict[str, Any], position: Position) -> Source:
    return _source({**values, "siglum": ""}, position)


_UNSAID: dict[str, object] = {each.name: each.default for each in fields(Report)}
"""What a report says where it says nothing."""
_report = maker(Report, tuple(_UNSAID))


def _join_reports(files: Sequence[Pieces], joined: Joined) -> None:
    events = {name: located.where for name, (_, located) in joined.events.items()}
    """Every event and where it is declared or first named. A report without an event is a row beside them, so no id may be both."""
    names = list[str]()
    for pieces in files:
        owners = pieces.rows.get("source", ())
        owner = owners[0].values["id"] if pieces.sources == 1 and owners else None
        places = array("I")
        for place, row in enumerate(pieces.rows.get("report", ())):
            values = row.values
            source = values.get("source", owner)
            if source not in joined.sources:
                _leave_out(Draft(pieces.file, row, ""), source, pieces, joined)
                continue
            places.append(place)
            event = values.get("event")
            if event is not None and event not in events:
                events[event] = Located(pieces.file, "report", row).where
            if "id" in values:
                names.append(values["id"])
        if places:
            joined.drafts.take(pieces, places, owner)
    ids = ReportIds(names, events)
    wheres: dict[str, int] = {}
    same: dict[Any, Any] = {}
    for number, draft in enumerate(joined.drafts):
        file, row, source = draft
        values = row.values
        _share(values, same)
        given = values.get("id")
        if given is None:
            identity = ids.default(source, values.get("event"))
        elif wheres.setdefault(given, number) == number and not ("event" not in values and given in events):
            identity = given
        else:
            identity = ids.free(given, values.get("event"))
            other = joined.drafts[wheres[given]].located.where if wheres[given] != number else events[given]
            joined.problems.append(_double(draft.located, given, other, f"is called {cut(identity)} instead"))
        position, given_id = Position(file, row.spot.line), identity == given
        owned = {"id": identity, "source": source, "position": position, "given_id": given_id}
        joined.reports.append(_report((_UNSAID | values | owned).values()))
    joined.shared = _shared(ids, joined)


def _share(values: dict[str, Any], same: dict[Any, Any]) -> None:
    """Hold what many reports say alike once. `same`: what was said so far."""
    once = same.setdefault
    for name in _SHARED:
        said = values.get(name)
        if said is not None:
            values[name] = once(said, said)


_SHARED = ("event", "when", "until", "where", "who", "figures", "claims", "said_by", "as_of", "locator", "tags")
"""Keys of a report whose values come again and again: a third of the memory of all reports, and equal values that are one are
compared at once."""


def _shared(ids: ReportIds, joined: Joined) -> dict[str, tuple[Position, ...]]:
    """The default ids that stand for one of several reports, and where those reports stand."""
    groups = ids.shared()
    members = {identity for group in groups for identity in group}
    positions = {report.id: report.position for report in joined.reports if report.id in members} if members else {}
    return {identity: tuple(positions[member] for member in group) for group in groups for identity in group}


def _leave_out(draft: Draft, source: str | None, pieces: Pieces, joined: Joined) -> None:
    """A report of a source that there is not, or of none; a problem for it."""
    joined.left_out.append(draft)
    located, values = draft.located, draft.row.values
    if "id" in values:
        joined.lost_reports.add(values["id"])
    if "event" in values:
        joined.lost_events.add(values["event"])
    if source is not None:
        joined.problems.append(
            located.fault(
                "no-such-source",
                f'is "{cut(source)}", which no source is called; the report is left out',
                below="source",
                found=source,
                expected="the id of a source",
                suggestion=joined.suggest(source, "source"),
            )
        )
    elif pieces.sources != 1:
        joined.problems.append(
            located.fault(
                "missing-key",
                "has no source and is left out",
                expected="source, since the file does not have exactly one source table",
            )
        )


def unowned(draft: Draft) -> Report:
    """What a report that was left out says: of no source, with no id."""
    owned = {"id": "", "source": "", "position": Position(draft.file, draft.row.spot.line), "given_id": False}
    return _report((_UNSAID | draft.row.values | owned).values())
