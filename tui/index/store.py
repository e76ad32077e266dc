"""The store: a judged dossier in SQLite, asked through a few questions. It holds no objects of the dossier on the side
beyond what every question needs (sources, actors, places); events and reports come from the tables.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from copy import copy
from dataclasses import replace
from itertools import accumulate, islice
from threading import Lock

from tui.core.agreement import SourcePair, SourceRecord
from tui.core.answers import ActorCount, Billing, DensityBar, EventRow, EventTitle, Facet, Flag, InputFile, Summary
from tui.core.filters import Filter
from tui.core.judgements import Finding
from tui.core.lineages import Lineage, lineage
from tui.core.model import Actor, Annotation, Dossier, Event, Link, Place, Report, Ruling, Source
from tui.core.problems import Problem
from tui.core.verdicts.context import Context
from tui.core.verdicts.events import judge_event, with_findings
from tui.core.verdicts.silence import Silence
from tui.index.billing import BillingQueries
from tui.index.bitmaps import following, preceding
from tui.index.codec import decode
from tui.index.densities import DensityQueries
from tui.index.facets import FacetQueries
from tui.index.flags import FlagQueries
from tui.index.picked import judged_among
from tui.index.places import Places, gazetteer
from tui.index.postings import Postings
from tui.index.reports import Reported, restored
from tui.index.selections import Selector
from tui.index.whole import parts, whole

REMEMBERED = 400
"""Rows kept, so that going to and fro costs nothing."""
JUDGED = 4000
"""Rows judged after which what was read for them is forgotten: a long walk would come to hold every report in some shape."""
AT_ONCE = 2000
"""Events among which words are found, and the busiest day, in three thousandths of a second."""
NEVER = -(2**62)
"""Before every end."""
LOOK_BACK = 2000
"""Rows before a pause among which one is looked for whose time may reach into it."""


class Store:
    """One dossier, open. Positions are 0-based places in the timeline under the filter they were asked with."""

    def __init__(self, connection: sqlite3.Connection, *, as_of: int | None = None) -> None:
        """Made by `opening`; the connection is filled and belongs to the store. Of the dossier no report is kept."""
        self._db = connection
        dossier = decode(Dossier, self._about("dossier"))
        self._summary = replace(decode(Summary, self._about("summary")), as_of=as_of)
        self._settings = dossier.settings
        self._places = Places(connection)
        self._reported = Reported(connection)
        self._context = context = Context(
            dossier, as_of=as_of, find=self._reported.find, gazetteer=gazetteer(connection, self._places)
        )
        self._postings = Postings(connection)
        self._select = Selector(
            connection, self._postings, lambda: context.cast, lambda: context.gazetteer, context.sources
        )
        self._densities = DensityQueries(connection, self._postings, self._select, dossier.settings.timezone)
        self._rows: dict[int, EventRow] = {}
        self._judged = 0
        self._keeping = Lock()
        self._each: Callable[[], None] = lambda: None
        self._flags = FlagQueries(connection, self._postings, self._select)
        self._actors = dossier.actors
        self._links = dossier.links
        self._rulings, self._annotations = dossier.rulings, dossier.annotations
        self._facets = FacetQueries(self._postings, self._places, self._select)
        self._billing = BillingQueries(connection, self._postings, dossier.actors, self._select)
        self._declared_ids = frozenset(actor.id for actor in dossier.actors)
        self._silence = Silence(self._db.execute("SELECT id, published_latest FROM source ORDER BY n"))

    def telling(self, each: Callable[[], None]) -> Store:
        """The same store; `each` is called before every row of whole-dossier answers, and ends the work where it raises."""
        told = copy(self)
        told._each = each
        return told

    def close(self) -> None:
        """Give back the database, and all that was remembered, for whoever still knows the store. It answers nothing afterwards."""
        self._db.close()
        self._rows.clear()
        self._context.forget()
        self._select.forget()

    def get_ready(self) -> None:
        """Read what no first picture needs and the first filter would wait for."""
        self._densities.get_ready()

    def prepare(self, keep: Filter) -> None:
        """Count what is shown first under a filter: `count`, `busiest` and `density` then answer at once, of the last few filters."""
        self._densities.prepare(keep)

    def is_prepared(self, keep: Filter) -> bool:
        """Whether these answer at once, also where there are so few events that they always do."""
        few = self._postings.size <= AT_ONCE
        return few or (self._select.knows(keep) and self._densities.is_prepared(keep))

    def summary(self) -> Summary:
        """The dossier in numbers."""
        return self._summary

    def inputs(self) -> tuple[InputFile, ...]:
        """The files it was made from, in reading order."""
        return decode(tuple[InputFile, ...], self._about("inputs"))

    def sources(self) -> tuple[Source, ...]:
        """In pane order: first published first, data sets last."""
        return tuple(self._context.sources[name] for name in self._silence.sources)

    def actors(self) -> tuple[Actor, ...]:
        """Declared actors in file order."""
        return self._actors

    def places(self) -> tuple[Place, ...]:
        """Declared places in file order."""
        return tuple(self._places.values())

    def links(self) -> tuple[Link, ...]:
        """In file order."""
        return self._links

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
        return tuple(
            decode(Finding, doc) for (doc,) in self._db.execute("SELECT doc FROM finding WHERE n IS NULL ORDER BY ord")
        )

    def unplaced(self) -> tuple[str, ...]:
        """Ids of the reports without an event, in timeline order."""
        return tuple(name for (name,) in self._db.execute("SELECT id FROM event WHERE NOT placed ORDER BY n"))

    def count(self, keep: Filter) -> int:
        """Rows of the timeline under the filter (events, then unplaced reports)."""
        return len(self._select.rows(keep))

    def passing(self, keep: Filter) -> tuple[int, int]:
        """How many events pass the filter, and how many reports without an event."""
        rows = self._select.rows(keep)
        events = rows.place(self._summary.events)
        return events, len(rows) - events

    def page(self, keep: Filter, start: int, count: int) -> tuple[EventRow, ...]:
        """Rows from position `start` on, at most `count`."""
        numbers = self._select.rows(keep).numbers(start, count)
        return tuple(self._remembered(position, n) for position, n in enumerate(numbers, start=max(0, start)))

    def titles(self, keep: Filter, start: int, count: int) -> tuple[EventTitle, ...]:
        """The same rows by name and time: none of them has to be judged."""
        numbers = self._select.rows(keep).numbers(start, count)
        asked = "SELECT id, title, earliest, latest FROM event WHERE n IN (SELECT value FROM json_each(?)) ORDER BY n"
        found = self._db.execute(asked, (json.dumps(numbers),))
        return tuple(EventTitle(place, *each) for place, each in enumerate(found, start=max(0, start)))

    def all_events(self, keep: Filter) -> Iterator[EventRow]:
        """Placed events only, in timeline order."""
        for position, n in enumerate(self._select.rows(keep)):
            self._each()
            row = self._row(position, n)
            if row.placed:
                yield row

    def all_unplaced(self, keep: Filter) -> Iterator[EventRow]:
        """Reports without an event, a row each, in timeline order."""
        rows = self._select.rows(keep)
        for position in range(rows.place(self._summary.events), len(rows)):
            self._each()
            row = self._row(position, rows.numbers(position, 1)[0])
            if not row.placed:
                yield row

    def event(self, event_id: str, keep: Filter) -> EventRow | None:
        """The row of one event, with its position under the filter; None when the filter hides it or there is none."""
        found = self._db.execute("SELECT n FROM event WHERE id = ?", (event_id,)).fetchone()
        if found is None:
            return None
        rows = self._select.rows(keep)
        place = rows.place(found[0])
        return self._remembered(place, found[0]) if found[0] in rows else None

    def source_pairs(self) -> tuple[SourcePair, ...]:
        """How often every two sources agree where both speak, or every two publishers (see `spokesmen`); over the whole dossier."""
        rows = self._db.execute("SELECT a, b, shared, agreed, clashed FROM source_pair ORDER BY a, b")
        return tuple(SourcePair(a=a, b=b, shared=n, agreed=yes, clashed=no) for a, b, n, yes, no in rows)

    def source_records(self) -> tuple[SourceRecord, ...]:
        """What every source with a report did over the whole dossier, by id."""
        rows = self._db.execute("SELECT source, reports, events, first, corrections FROM source_record ORDER BY source")
        return tuple(
            SourceRecord(source=source, reports=reports, events=events, first=first, corrections=corrections)
            for source, reports, events, first, corrections in rows
        )

    def events_of(self, sources: Sequence[str]) -> int:
        """How many events any of the sources (ids) reports."""
        found = self._postings.having("source", sources)
        return (found & ((1 << self._summary.events) - 1)).bit_count()

    def lineage(self, event_id: str) -> Lineage | None:
        """Who repeats whom behind the reports of an event; None when there is no such event."""
        row = self.event(event_id, Filter())
        return None if row is None else self.behind(row)

    def behind(self, row: EventRow) -> Lineage:
        """The same of an event that is at hand."""
        context = self._context
        return lineage(row.reports, context.source, lambda report: context.came_out(report.source), context.provenance)

    def report(self, report_id: str) -> Report | None:
        """One report by its id, wherever it is placed; None when there is none."""
        return self._reported.find(report_id)

    def dossier(self) -> Dossier:
        """The whole dossier with every report where it stands now, in timeline order; large ones take a while."""
        return whole(self.parts())

    def parts(self) -> Iterator[bytes]:
        """The same for another process, where `whole` puts it together."""
        frame = decode(Dossier, self._about("dossier"))
        for part in parts(self._db, replace(frame, places=self.places())):
            self._each()
            yield part

    def position_at(self, keep: Filter, seconds: int) -> int:
        """First row whose earliest time is not before the moment (last row when all are; 0 when there is none)."""
        found = following(self._select.rows(keep).bits & self._postings.after("stands", seconds - 1), -1)
        return max(0, self.count(keep) - 1) if found is None else self._place(keep, found)

    def reaches(self, keep: Filter, start: int, count: int) -> tuple[int | None, ...]:
        """Of the rows from position `start` on, at most `count`: when the last of those before each can have ended, in UTC seconds;
        None where none of them has an end.

        Looks back over `LOOK_BACK` rows before the first, so that it costs the same in the longest timeline.
        """
        first = max(0, start - LOOK_BACK)
        numbers = self._select.rows(keep).numbers(first, start + count - first)
        asked = "SELECT latest FROM event INDEXED BY event_asked WHERE n IN (SELECT value FROM json_each(?)) ORDER BY n"
        ends = (NEVER if end is None else end for (end,) in self._db.execute(asked, (json.dumps(numbers),)))
        before = islice(accumulate(ends, max, initial=NEVER), start - first, len(numbers))
        return tuple(None if end == NEVER else end for end in before)

    def busiest(self, keep: Filter) -> int:
        """Position of the first event of the day with most reports (ties: the later day): of one in which not all can be true, where
        there is one; 0 when no event has a time."""
        return self._densities.busiest(keep)

    def flags(self, keep: Filter, start: int = 0, count: int | None = None) -> tuple[Flag, ...]:
        """Every discrepancy, strongest first, then in timeline order; one about several events stands with the first of them."""
        return self._flags.listed(keep, "flagged", start, count)

    def agreements(self, keep: Filter, start: int = 0, count: int | None = None) -> tuple[Flag, ...]:
        """Every field that two or more sources give and that is not flagged.

        First what is the same, in events of the most origins, then by verdict, strongest first.
        """
        listed = self._flags.listed(keep, "NOT flagged AND readings > 1", start, count)
        return tuple(flag if flag.reason else replace(flag, reason=self._reason(flag, keep)) for flag in listed)

    def among(self, row: EventRow, sources: Collection[str]) -> EventRow:
        """The event as these of its sources alone tell it."""
        return judged_among(row, sources, self._context)

    def open_flags(self, keep: Filter, kind: str | None = None) -> int:
        """How many of `flags` are open, and of the kind where one is asked for."""
        return self._flags.open_count(keep, kind)

    def next_flag(
        self, keep: Filter, position: int, field: str | None, *, forward: bool = True, kind: str | None = None
    ) -> Flag | None:
        """The next open flag in timeline order after (before) that field of that row, wrapping round.

        Order inside a row: findings of the event first, then fields as they are shown. `field` None stands before them all.
        """
        return self._flags.following(keep, position, field, forward=forward, kind=kind)

    def actor_counts(self, keep: Filter) -> tuple[ActorCount, ...]:
        """Most events first. Counts follow every part of the filter but its actors; a parent counts its branches' events."""
        return self._billing.counts(keep)

    def billings(self, keep: Filter) -> tuple[Billing, ...]:
        """Every actor of the filter with its roles and spellings, most events first."""
        return self._billing.billings(keep)

    def spellings(self, actor: str) -> tuple[tuple[str, str, int], ...]:
        """(words, source id, reports): who writes the actor how, over the whole dossier; `actor` as in `Billing.id`."""
        return self._billing.spellings(actor)

    def facet(self, name: str, keep: Filter) -> tuple[Facet, ...]:
        """Values of source (publishers), place, field, verdict, kind, tag or is, and how many events of the filter have each.

        Most events first; what the filter says of the same name is left out, as values of one name are alternatives.
        """
        return self._facets.facet(name, keep)

    def density(self, keep: Filter) -> tuple[DensityBar, ...]:
        """A bar for every day with events (of 30, then 365 days where there would be too many), in time order."""
        return self._densities.bars(keep)

    def density_between(self, keep: Filter, since: int, until: int, *, hourly: bool) -> Iterator[DensityBar]:
        """A bar for every day (or quarter of an hour) from `since` to `until` (UTC seconds) with events, in time order, each counted
        when it is asked for."""
        return self._densities.bars_between(keep, since, until, hourly=hourly)

    def hits(self, keep: Filter, text: str) -> int:
        """In how many events the words are found."""
        return self._hits(keep, text).bit_count()

    def meant(self, text: str) -> tuple[tuple[str, ...], ...]:
        """The declared actor and place that the text is a name of, by all their names: events that name them are hits, too."""
        return self._select.meant(text)

    def next_hit(self, keep: Filter, text: str, position: int, *, forward: bool = True) -> int | None:
        """Position of the next event in which the words are found, wrapping round; None when there is none."""
        here, hits = self._number_at(keep, position), self._hits(keep, text)
        if here is None:
            return None
        found = following(hits, here) if forward else preceding(hits, here)
        return None if found is None else self._place(keep, found)

    def _hits(self, keep: Filter, text: str) -> int:
        return self._select.rows(keep).bits & self._select.rows(Filter(texts=(text,))).bits

    def _reason(self, flag: Flag, keep: Filter) -> str:
        """The reason of a field that was only glanced at while building."""
        row = self.event(flag.event, keep)
        fields = row.verdict.fields if row is not None else ()
        return next((field.reason for field in fields if field.field == flag.field), "")

    def _remembered(self, position: int, n: int) -> EventRow:
        """The row as it was read before, if it was, at its place under this filter."""
        self._each()
        known = self._rows.get(n)
        if known is None:
            known = self._row(position, n)
            with self._keeping:  # threads ask too
                if len(self._rows) >= REMEMBERED:
                    del self._rows[next(iter(self._rows))]
                self._rows[n] = known
        return known if known.position == position else replace(known, position=position)

    def _row(self, position: int, n: int) -> EventRow:
        """The event is judged again from its reports: that costs less than keeping every verdict, and is the same function."""
        event_id, title, placed, tags, reported, disputed = self._db.execute(
            "SELECT id, title, placed, tags, reported, disputed FROM event WHERE n = ?", (n,)
        ).fetchone()
        self._judged += 1
        if self._judged % JUDGED == 0:
            self._context.forget()
        own_tags = decode(tuple[str, ...], tags)
        event = Event(id=event_id, title=title, tags=own_tags)
        judged = judge_event(event, restored(reported), self._context)
        found = self._db.execute("SELECT doc FROM finding WHERE n = ? ORDER BY ord", (n,))
        verdict = with_findings(judged.verdict, [decode(Finding, doc) for (doc,) in found])
        absent, earlier = self._silence.of(verdict.sources, judged.earliest)
        return EventRow(
            position=position,
            earliest=judged.earliest,
            latest=judged.latest,
            verdict=replace(verdict, absent=absent, earlier=earlier),
            reports=judged.reports,
            tags=own_tags,
            disputed=restored(disputed) if disputed else (),
            placed=bool(placed),
        )

    def _place(self, keep: Filter, n: int) -> int:
        return self._select.rows(keep).place(n)

    def _number_at(self, keep: Filter, position: int) -> int | None:
        return next(iter(self._select.rows(keep).numbers(position, 1)), None)

    def _about(self, key: str) -> str:
        return str(self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()[0])
