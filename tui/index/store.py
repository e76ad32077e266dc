"""The store: a judged dossier in SQLite, asked through a few questions. It holds no objects of the dossier on the side
beyond what every question needs (sources, actors, places); events and reports come from the tables.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf

from tui.core.actors import Cast
from tui.core.agreement import SourcePair, SourceRecord
from tui.core.answers import ActorCount, DensityBar, EventRow, Flag, Summary
from tui.core.calendar import DAY, instant
from tui.core.filters import Filter
from tui.core.judgements import EventVerdict, Finding, OriginCount, Verdict
from tui.core.lineages import Lineage, lineage
from tui.core.model import Actor, Annotation, Dossier, Place, Report, Ruling, Source
from tui.core.names import fold
from tui.core.origins import Provenance
from tui.core.places import Gazetteer
from tui.core.problems import Problem, Severity
from tui.core.verdicts.context import Context, bare_source
from tui.core.verdicts.events import judge
from tui.core.verdicts.silence import absence
from tui.files.load import load
from tui.index.build import build
from tui.index.codec import decode
from tui.index.queries import Resolved, Where, match, where

PAGE = 200
"""Rows fetched at a time when all are walked through."""
FLAG_COLUMNS = (
    "flag.n, event.id, event.verdict, flag.field, flag.kind, flag.verdict, flag.reason, "
    "flag.open, flag.doubtful, flag.low, flag.high, flag.unknown, flag.ord"
)
MOST_BARS = 400
"""A density strip of more bars than this is drawn by month, then by year."""


class Store:
    """One dossier, open. Positions are 0-based places in the timeline under the filter they were asked with."""

    def __init__(self, connection: sqlite3.Connection, dossier: Dossier, summary: Summary) -> None:
        """Made by `open_dossier`; the connection is filled and belongs to the store."""
        self._db = connection
        self._summary = summary
        self._settings = dossier.settings
        self._cast = Cast(dossier.actors)
        self._gazetteer = Gazetteer(dossier.places)
        self._actors, self._places = dossier.actors, dossier.places
        self._rulings, self._annotations = dossier.rulings, dossier.annotations
        self._declared_ids = frozenset(actor.id for actor in dossier.actors)
        self._published = tuple(self._db.execute("SELECT id, published_latest FROM source ORDER BY n"))

    def close(self) -> None:
        """Give the database back. The store answers nothing afterwards."""
        self._db.close()

    def summary(self) -> Summary:
        """The dossier in numbers."""
        return self._summary

    def sources(self) -> tuple[Source, ...]:
        """In pane order: first published first, data sets last."""
        return tuple(decode(Source, doc) for (doc,) in self._db.execute("SELECT doc FROM source ORDER BY n"))

    def actors(self) -> tuple[Actor, ...]:
        """Declared actors in file order."""
        return self._actors

    def places(self) -> tuple[Place, ...]:
        """Declared places in file order."""
        return self._places

    def rulings(self) -> tuple[Ruling, ...]:
        """In file order; `FieldVerdict.rulings` are indices into them."""
        return self._rulings

    def annotations(self) -> tuple[Annotation, ...]:
        """In file order."""
        return self._annotations

    def problems(self) -> tuple[Problem, ...]:
        """Problems and notes in file order."""
        return tuple(decode(Problem, doc) for (doc,) in self._db.execute("SELECT doc FROM problem ORDER BY n"))

    def findings(self) -> tuple[Finding, ...]:
        """Findings that concern more than one event."""
        return tuple(decode(Finding, doc) for (doc,) in self._db.execute("SELECT doc FROM finding ORDER BY n"))

    def unplaced(self) -> tuple[str, ...]:
        """Ids of the reports without an event, in timeline order."""
        return tuple(name for (name,) in self._db.execute("SELECT id FROM event WHERE NOT placed ORDER BY n"))

    def count(self, keep: Filter) -> int:
        """Rows of the timeline under the filter (events, then unplaced reports)."""
        chosen = self._where(keep)
        return self._number(f"SELECT COUNT(*) FROM event WHERE {chosen.sql}", chosen.parameters)

    def page(self, keep: Filter, start: int, count: int) -> tuple[EventRow, ...]:
        """Rows from position `start` on, at most `count`."""
        chosen = self._where(keep)
        rows = self._db.execute(
            f"SELECT {_EVENT} FROM event WHERE {chosen.sql} ORDER BY n LIMIT ? OFFSET ?",
            (*chosen.parameters, count, max(0, start)),
        )
        return tuple(self._row(max(0, start) + i, row) for i, row in enumerate(rows))

    def all_events(self, keep: Filter) -> Iterator[EventRow]:
        """Placed events only, in timeline order, a page at a time."""
        chosen = self._where(keep)
        last, position = -1, 0
        while True:
            rows = self._db.execute(
                f"SELECT n, {_EVENT} FROM event WHERE {chosen.sql} AND placed AND n > ? ORDER BY n LIMIT ?",
                (*chosen.parameters, last, PAGE),
            ).fetchall()
            if not rows:
                return
            for n, *row in rows:
                yield self._row(position, row)
                last, position = n, position + 1

    def event(self, event_id: str, keep: Filter) -> EventRow | None:
        """The row of one event, with its position under the filter; None when the filter hides it or there is none."""
        chosen = self._where(keep)
        row = self._db.execute(
            f"SELECT n, {_EVENT} FROM event WHERE {chosen.sql} AND id = ?", (*chosen.parameters, event_id)
        ).fetchone()
        if row is None:
            return None
        return self._row(self._before(chosen, row[0]), row[1:])

    def source_pairs(self) -> tuple[SourcePair, ...]:
        """How often every two sources agree where both speak, by ids; over the whole dossier."""
        rows = self._db.execute("SELECT a, b, shared, agreed, clashed FROM source_pair ORDER BY a, b")
        return tuple(SourcePair(a=a, b=b, shared=n, agreed=yes, clashed=no) for a, b, n, yes, no in rows)

    def source_records(self) -> tuple[SourceRecord, ...]:
        """What every source with a report did over the whole dossier, by id."""
        rows = self._db.execute("SELECT source, reports, events, first, corrections FROM source_record ORDER BY source")
        return tuple(
            SourceRecord(source=source, reports=reports, events=events, first=first, corrections=corrections)
            for source, reports, events, first, corrections in rows
        )

    def lineage(self, event_id: str) -> Lineage | None:
        """Who repeats whom behind the reports of an event; None when there is no such event."""
        row = self.event(event_id, Filter())
        if row is None:
            return None
        return lineage(row.reports, self._source_of, self._came_out, self._provenance(row.reports))

    def report(self, report_id: str) -> Report | None:
        """One report by its id, wherever it is placed; None when there is none."""
        held = self._db.execute(
            "SELECT reported FROM event WHERE n = (SELECT n FROM report WHERE id = ?)", (report_id,)
        ).fetchone()
        found = decode(tuple[Report, ...], held[0]) if held is not None else ()
        return next((report for report in found if report.id == report_id), None)

    def position_at(self, keep: Filter, seconds: int) -> int:
        """First row whose earliest time is not before the moment (last row when all are; 0 when there is none)."""
        chosen = self._where(keep)
        found = self._db.execute(
            f"SELECT MIN(n) FROM event WHERE {chosen.sql} AND COALESCE(earliest, latest) >= ?",
            (*chosen.parameters, seconds),
        ).fetchone()[0]
        return max(0, self.count(keep) - 1) if found is None else self._before(chosen, found)

    def busiest(self, keep: Filter) -> int:
        """Position of the first event of the day with most reports (ties: the later day); 0 when no event has a time."""
        chosen = self._where(keep)
        found = self._db.execute(
            f"SELECT MIN(n) FROM event WHERE {chosen.sql} AND day IS NOT NULL "
            "GROUP BY day ORDER BY SUM(reports) DESC, day DESC LIMIT 1",
            chosen.parameters,
        ).fetchone()
        return 0 if found is None else self._before(chosen, found[0])

    def flags(self, keep: Filter, start: int = 0, count: int | None = None) -> tuple[Flag, ...]:
        """Every discrepancy, strongest first, then in timeline order; one about several events stands with the first of them."""
        return self._flags(keep, "flag.flagged", start, count)

    def agreements(self, keep: Filter, start: int = 0, count: int | None = None) -> tuple[Flag, ...]:
        """Every field that two or more sources give and that is not flagged, strongest verdict first."""
        return self._flags(keep, "NOT flag.flagged AND flag.readings > 1", start, count)

    def next_flag(
        self, keep: Filter, position: int, field: str | None, *, forward: bool = True, kind: str | None = None
    ) -> Flag | None:
        """The next open flag in timeline order after (before) that field of that row, wrapping round.

        Order inside a row: findings of the event first, then fields as they are shown. `field` None stands before them all.
        """
        chosen = self._where(keep)
        here = self._number_at(chosen, position)
        if here is None:
            return None
        ord_ = -1
        if field is not None:
            row = self._db.execute(
                "SELECT ord FROM flag WHERE n = ? AND (field = ? OR kind = ?) AND flagged AND open AND NOT top ORDER BY ord LIMIT 1",
                (here, field, field),
            ).fetchone()
            ord_ = row[0] if row is not None else -1
        arrow, order = (">", "ASC") if forward else ("<", "DESC")
        base = (
            f"SELECT {FLAG_COLUMNS} FROM flag JOIN event ON event.n = flag.n "
            f"WHERE {chosen.sql} AND flag.flagged AND flag.open AND NOT flag.top"
        )
        parameters = [*chosen.parameters]
        if kind is not None:
            base += " AND flag.kind = ?"
            parameters.append(kind)
        for condition, values in ((f"(flag.n, flag.ord) {arrow} (?, ?)", (here, ord_)), ("1", ())):
            found = self._db.execute(
                f"{base} AND {condition} ORDER BY flag.n {order}, flag.ord {order} LIMIT 1", (*parameters, *values)
            ).fetchone()
            if found is not None:
                return self._flag(chosen, found)
        return None

    def actor_counts(self, keep: Filter) -> tuple[ActorCount, ...]:
        """Most events first. Counts follow every part of the filter but its actors; a parent counts its branches' events."""
        chosen = self._where(_without_actors(keep))
        rows = self._db.execute(
            f"SELECT actor, n FROM event_actor WHERE n IN (SELECT n FROM event WHERE {chosen.sql})", chosen.parameters
        )
        events: dict[str, set[int]] = {}
        for actor, n in rows:
            events.setdefault(actor, set()).add(n)
            for parent in self._cast.chain(actor):
                events.setdefault(parent, set()).add(n)
        names = dict(self._db.execute("SELECT actor, name FROM actor_name"))
        declared = {actor.id: actor for actor in self._actors}
        counts = [
            ActorCount(
                id=key.removeprefix("?"),
                name=declared[key].name if key in declared else names[key],
                events=len(numbers),
                aliases=declared[key].aliases if key in declared else (),
            )
            for key, numbers in events.items()
        ]
        return tuple(sorted(counts, key=lambda count: (-count.events, fold(count.name), count.id)))

    def density(self, keep: Filter) -> tuple[DensityBar, ...]:
        """A bar for every day with events (of 30, then 365 days where there would be too many), in time order."""
        chosen = self._where(keep)
        for size in (1, 30, 365, 3650):
            rows = self._db.execute(
                f"SELECT day / {size}, COUNT(*), SUM(contested), MIN(n) FROM event "
                f"WHERE {chosen.sql} AND day IS NOT NULL GROUP BY 1 ORDER BY 1",
                chosen.parameters,
            ).fetchall()
            if len(rows) <= MOST_BARS:
                break
        zone = self._settings.timezone
        return tuple(
            DensityBar(
                start=instant(bucket * size * DAY, zone),
                end=instant((bucket + 1) * size * DAY, zone),
                events=events,
                contested=contested,
                position=self._before(chosen, first),
            )
            for bucket, events, contested, first in rows
        )

    def hits(self, keep: Filter, text: str) -> int:
        """In how many events the words are found."""
        words, chosen = match(text), self._where(keep)
        if not words:
            return 0
        return self._number(
            f"SELECT COUNT(*) FROM event WHERE {chosen.sql} AND n IN (SELECT rowid FROM words WHERE words MATCH ?)",
            (*chosen.parameters, words),
        )

    def next_hit(self, keep: Filter, text: str, position: int, *, forward: bool = True) -> int | None:
        """Position of the next event in which the words are found, wrapping round; None when there is none."""
        words, chosen = match(text), self._where(keep)
        here = self._number_at(chosen, position)
        if not words or here is None:
            return None
        arrow, least = (">", "MIN") if forward else ("<", "MAX")
        for condition, values in ((f"n {arrow} ?", (here,)), ("1", ())):
            found = self._db.execute(
                f"SELECT {least}(n) FROM event WHERE {chosen.sql} AND {condition} "
                "AND n IN (SELECT rowid FROM words WHERE words MATCH ?)",
                (*chosen.parameters, *values, words),
            ).fetchone()[0]
            if found is not None:
                return self._before(chosen, found)
        return None

    def _where(self, keep: Filter) -> Where:
        actors = [key for name in keep.actors for key in self._actor_keys(name)]
        places = [self._gazetteer.spot(name).key[0] for name in keep.places]
        sources = [source for name in keep.sources for source in self._source_ids(name)]
        return where(Resolved(keep=keep, actors=tuple(actors), sources=tuple(sources), places=tuple(places)))

    def _provenance(self, reports: Sequence[Report]) -> Provenance:
        """Traces of the reports, with the reports of other events that they say they repeat."""
        known = {report.id: report for report in reports}
        queue = [name for report in reports for name in report.derived_from]
        while queue:
            name = queue.pop()
            if name not in known and (found := self.report(name)) is not None:
                known[name] = found
                queue += found.derived_from
        return Provenance(self.sources(), known.values(), lambda words: self._cast.party(words).key)

    def _source_of(self, report: Report) -> Source:
        row = self._db.execute("SELECT doc FROM source WHERE id = ?", (report.source,)).fetchone()
        return decode(Source, row[0]) if row is not None else bare_source(report.source)

    def _came_out(self, report: Report) -> float:
        row = self._db.execute("SELECT published_earliest FROM source WHERE id = ?", (report.source,)).fetchone()
        return inf if row is None or row[0] is None else float(row[0])

    def _actor_keys(self, name: str) -> Sequence[str]:
        party = self._cast.party(name)
        if party.id is None:
            return (party.key,)
        return sorted(self._cast.branches(party.id))

    def _source_ids(self, name: str) -> list[str]:
        pattern = "%\n" + fold(name).replace("\\", "").replace("%", "").replace("_", "") + "\n%"
        return [
            found
            for (found,) in self._db.execute("SELECT id FROM source WHERE id = ? OR names LIKE ?", (name, pattern))
        ]

    def _row(self, position: int, row: Sequence[object]) -> EventRow:
        placed, earliest, latest, tags, verdict, reported = row
        judged = decode(EventVerdict, str(verdict))
        began = earliest if isinstance(earliest, int) else None
        absent, earlier = absence(judged.sources, began, self._published)
        return EventRow(
            position=position,
            earliest=began,
            latest=latest if isinstance(latest, int) else None,
            verdict=_with_absence(judged, absent, earlier),
            reports=decode(tuple[Report, ...], str(reported)),
            tags=decode(tuple[str, ...], str(tags)),
            placed=bool(placed),
        )

    def _flags(self, keep: Filter, condition: str, start: int, count: int | None) -> tuple[Flag, ...]:
        chosen = self._where(keep)
        rows = self._db.execute(
            f"SELECT {FLAG_COLUMNS} FROM flag JOIN event ON event.n = flag.n WHERE {chosen.sql} AND {condition} "
            "ORDER BY flag.strength DESC, flag.n, flag.ord LIMIT ? OFFSET ?",
            (*chosen.parameters, -1 if count is None else count, start),
        ).fetchall()
        return tuple(self._flag(chosen, row) for row in rows)

    def _flag(self, chosen: Where, row: Sequence[object]) -> Flag:
        n, event, judged, field, kind, verdict, reason, open_, doubtful, low, high, unknown, _ = row
        origins = (
            OriginCount(low, high, unknown)
            if isinstance(low, int) and isinstance(high, int) and isinstance(unknown, int)
            else None
        )
        return Flag(
            event=str(event),
            title=decode(EventVerdict, str(judged)).title,
            position=self._before(chosen, n),
            field=None if field is None else str(field),
            kind="" if kind is None else str(kind),
            verdict=None if verdict is None else Verdict(str(verdict)),
            reason=str(reason),
            open=bool(open_),
            doubtful=bool(doubtful),
            origins=origins,
        )

    def _before(self, chosen: Where, n: object) -> int:
        return self._number(f"SELECT COUNT(*) FROM event WHERE {chosen.sql} AND n < ?", (*chosen.parameters, n))

    def _number_at(self, chosen: Where, position: int) -> int | None:
        row = self._db.execute(
            f"SELECT n FROM event WHERE {chosen.sql} ORDER BY n LIMIT 1 OFFSET ?",
            (*chosen.parameters, max(0, position)),
        ).fetchone()
        return None if row is None else int(row[0])

    def _number(self, sql: str, parameters: Sequence[object]) -> int:
        return int(self._db.execute(sql, parameters).fetchone()[0])


_EVENT = "placed, earliest, latest, tags, verdict, reported"


def open_dossier(paths: Sequence[str], *, as_of: int | None = None) -> Store:
    """Load, judge and store the dossier of the paths. `as_of`: seconds since 1970 UTC; what was known then.

    Raises `tui.errors.CannotOpen` when a path cannot be opened or holds no file that can.
    """
    loaded = load(paths)
    return store(loaded.dossier, loaded.problems, files=loaded.files, as_of=as_of)


def store(dossier: Dossier, problems: Sequence[Problem] = (), *, files: int = 0, as_of: int | None = None) -> Store:
    """Judge and store a dossier that is already loaded."""
    judged = judge(dossier, as_of=as_of)
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    build(connection, dossier, judged, problems)
    reports = [report for each in (*judged.events, *judged.unplaced) for report in each.reports]
    faults = sum(1 for problem in problems if problem.severity is Severity.PROBLEM)
    summary = Summary(
        title=dossier.settings.title,
        timezone=dossier.settings.timezone,
        events=len(judged.events),
        reports=len(reports),
        sources=len(dossier.sources),
        contested=sum(1 for each in judged.events if each.verdict.contested),
        origins=Context(dossier).provenance.count(reports),
        unplaced=len(judged.unplaced),
        problems=faults,
        notes=len(problems) - faults,
        files=files,
    )
    return Store(connection, dossier, summary)


def _with_absence(judged: EventVerdict, absent: tuple[str, ...], earlier: tuple[str, ...]) -> EventVerdict:
    return replace(judged, absent=absent, earlier=earlier)


def _without_actors(keep: Filter) -> Filter:
    return replace(keep, actors=())
