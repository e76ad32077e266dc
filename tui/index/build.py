"""A dossier, judged, into the tables of the store, in one transaction. Decides nothing: every value comes from core."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from tui.core.agreement import Tally, spokesmen
from tui.core.answers import InputFile, Summary
from tui.core.names import fold
from tui.core.natural import Key, natural
from tui.core.origins import COMPARED_AT_ONCE
from tui.core.problems import Problem, Severity
from tui.core.progress import Watch, unwatched, watched
from tui.core.traces import Bonds
from tui.core.verdicts.context import Context
from tui.core.verdicts.events import by_event, extended, judge_event
from tui.core.verdicts.identities import Lookalikes
from tui.core.verdicts.records import records
from tui.files.aside import NOWHERE, Aside
from tui.files.crew import Crew
from tui.index import places
from tui.index.codec import encode
from tui.index.counting import Counting
from tui.index.densities import DensityQueries
from tui.index.judging import Held, answers, first_days, timeline
from tui.index.postings import Postings
from tui.index.rows import Rows, Spelled, flag_of, flags_of
from tui.index.schema import INDICES, TABLES, TEXT_BUFFER, VERSION
from tui.index.selections import Selector
from tui.index.shelves import Shelf

TOP_ORDER = 1_000_000
"""Findings about several events come after everything of their first event."""
SETTLED_EVERY = 2000
"""Events after which the records of past days are forgotten."""

_INSERT_EVENT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_INSERT_FLAG = "INSERT INTO flag VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def build(
    connection: sqlite3.Connection,
    context: Context,
    problems: Sequence[Problem],
    *,
    files: int,
    inputs: Sequence[InputFile] = (),
    watch: Watch = unwatched,
    crew: Crew | None = None,
    aside: Aside = NOWHERE,
) -> None:
    """Judge the context's dossier, of whose reports the context then lets go, into an empty database.

    `files`: how many were looked at. `inputs`: those that were read. `crew`: who helps to judge.
    `aside`: where the words of reports lie.
    """
    held: Sequence[Held] = timeline(context)
    days = first_days(held, context)
    context.let_go()
    if aside:
        held = Shelf(held)
    for statement in (*TABLES, "CREATE TEMP TABLE told (id TEXT, n INTEGER)"):
        connection.execute(statement)
    with connection:
        connection.execute("INSERT INTO words (words, rank) VALUES ('hashsize', ?)", (TEXT_BUFFER,))
        _sources(connection, context)
        places.save(connection, context.dossier.places)
        alike = Lookalikes(context)
        bonds: list[Bonds] = []
        tally, spelled = Tally(spokesmen(context.dossier.sources)), Spelled(list)
        counting, names = Counting(context.cast, context.sources), dict[str, str]()
        for chunk, answer in answers(held, context, crew, watch, aside):
            for each in chunk:
                for record in records(each.reports, each.event.id, context) if each.placed else ():
                    alike.add(record)
            if len(bonds) // SETTLED_EVERY < (len(bonds) + len(answer.rows)) // SETTLED_EVERY:
                alike.settle(days[len(bonds)])
            counting.add(answer.rows)
            for statement, rows in _statements(len(bonds), answer.rows):
                connection.executemany(statement, rows)
            bonds += answer.bonds
            tally.merge(answer.tally)
            for event in answer.rows:
                for actor, name in event.parties:
                    names.setdefault(actor, name)
            for written, sources in answer.spelled:
                spelled[written] += sources
        steps: tuple[Callable[[], object], ...] = (
            partial(_findings, connection, counting, held, alike, context, aside),
            partial(_agreement, connection, tally),
            partial(_keyed, connection, names, spelled),
            *(partial(connection.execute, statement) for statement in INDICES),
            partial(counting.save, connection),
            partial(_densities, connection, context),
            partial(_about, connection, held, bonds, problems, inputs, files, context, aside),
        )
        for step in watched(steps, "indexing", len(steps), watch, every=1):
            step()


def _keyed(connection: sqlite3.Connection, names: Mapping[str, str], spelled: Spelled) -> None:
    """What lies in the order of its keys, which rows that come in that order fill several times as fast.

    `names`: actors by key, as shown.
    """
    connection.execute("INSERT OR IGNORE INTO report SELECT id, n FROM told ORDER BY id, n")
    connection.execute("DROP TABLE told")
    connection.executemany("INSERT INTO actor_name VALUES (?, ?)", sorted(names.items()))
    rows = ((*key, *each) for key in sorted(spelled) for each in sorted(Counter(spelled[key]).items()))
    connection.executemany("INSERT INTO spelling VALUES (?, ?, ?, ?)", rows)


def _about(
    connection: sqlite3.Connection,
    held: Sequence[Held],
    bonds: Sequence[Bonds],
    problems: Sequence[Problem],
    inputs: Sequence[InputFile],
    files: int,
    context: Context,
    aside: Aside,
) -> None:
    """What the dossier says beside its events, what is wrong with it, and all of it in numbers."""
    connection.executemany("INSERT INTO problem VALUES (?, ?)", ((n, encode(p)) for n, p in enumerate(problems)))
    about = {
        "version": str(VERSION),
        "dossier": encode(replace(context.dossier, reports=(), places=())),
        "inputs": encode(tuple(inputs)),
        "summary": encode(_summary(connection, held, bonds, problems, context, files, aside)),
    }
    connection.executemany("INSERT INTO meta VALUES (?, ?)", about.items())


def _densities(connection: sqlite3.Connection, context: Context) -> None:
    postings = Postings(connection)
    select = Selector(connection, postings, lambda: context.cast, lambda: context.gazetteer, context.sources)
    DensityQueries(connection, postings, select, context.dossier.settings.timezone).save()


def _statements(first: int, rows: Sequence[Rows]) -> Iterator[tuple[str, Iterable[tuple[object, ...]]]]:
    """What is to be run for these events, numbered from `first` on, and with which rows."""
    batch = list(enumerate(rows, start=first))
    yield _INSERT_EVENT, [(n, *each.event) for n, each in batch]
    yield _INSERT_FLAG, [(n, ord_, *flag) for n, each in batch for ord_, flag in enumerate(each.flags)]
    yield "INSERT INTO told VALUES (?, ?)", [(name, n) for n, each in batch for name in each.reports]
    yield "INSERT INTO words (rowid, text) VALUES (?, ?)", [(n, each.words) for n, each in batch]


def _summary(
    connection: sqlite3.Connection,
    held: Sequence[Held],
    bonds: Sequence[Bonds],
    problems: Sequence[Problem],
    context: Context,
    files: int,
    aside: Aside,
) -> Summary:
    counted = connection.execute("SELECT placed, COUNT(*), SUM(reports), SUM(contested) FROM event GROUP BY placed")
    told = {placed: numbers for placed, *numbers in counted}
    (events, reports, contested), (loose, *_) = (told.get(placed, (0, 0, 0)) for placed in (1, 0))
    placed = ((each.reports, bond) for each, bond in zip(islice(held, events), bonds, strict=False))
    unplaced = [report for each in held[events:] for report in each.reports]
    if sum(bool(report.text) for report in unplaced) <= COMPARED_AT_ONCE:
        unplaced = list(map(aside.whole, unplaced))
    faults = sum(1 for problem in problems if problem.severity is Severity.PROBLEM)
    settings = context.dossier.settings
    return Summary(
        title=settings.title,
        timezone=settings.timezone,
        events=events,
        reports=reports + loose,
        sources=len(context.dossier.sources),
        contested=contested,
        origins=context.provenance.count_all(placed, unplaced),
        unplaced=loose,
        problems=faults,
        notes=len(problems) - faults,
        files=files,
    )


def _sources(connection: sqlite3.Connection, context: Context) -> None:
    def order(source_id: str) -> tuple[bool, float, Key]:
        published = context.published(source_id)
        earliest = None if published is None else published.earliest
        return (
            context.sources[source_id].is_dataset,
            float("inf") if earliest is None else earliest,
            natural(source_id),
        )

    for n, source_id in enumerate(sorted(context.sources, key=order)):
        source, published = context.sources[source_id], context.published(source_id)
        names = {fold(name) for name in (source.id, source.siglum, source.name, source.family)}
        latest = None if published is None else published.latest
        connection.execute("INSERT INTO source VALUES (?, ?, ?)", (n, source_id, latest))
        connection.executemany("INSERT INTO source_name VALUES (?, ?)", ((name, source_id) for name in sorted(names)))


def _findings(
    connection: sqlite3.Connection,
    counting: Counting,
    held: Sequence[Held],
    alike: Lookalikes,
    context: Context,
    aside: Aside,
) -> None:
    """Findings that took the whole dossier: those of one event stand with its others, and it is contested where they are open.

    Those about several events are listed with the first of them, but belong to none: `]` does not stop there.
    """
    asked = alike.events
    numbers = {name: n for n, name in connection.execute("SELECT n, id FROM event WHERE placed") if name in asked}
    sources = {name: frozenset(held[n].sources) for name, n in numbers.items()}
    own, top = by_event(alike.findings(sources))
    for n, findings in sorted((numbers[name], findings) for name, findings in own.items()):
        event, reports, *_ = held[n]
        judged = extended(judge_event(event, list(map(aside.whole, reports)), context, brief=True), findings)
        connection.execute("UPDATE event SET contested = ? WHERE n = ?", (judged.verdict.contested, n))
        connection.execute("DELETE FROM flag WHERE n = ?", (n,))
        flags = tuple(flags_of(judged))
        connection.executemany(_INSERT_FLAG, ((n, ord_, *flag) for ord_, flag in enumerate(flags)))
        counting.found(n, flags, contested=judged.verdict.contested)
    kept = [
        *((None, finding) for finding in top),
        *((numbers[name], one) for name, found in own.items() for one in found),
    ]
    connection.executemany("INSERT INTO finding (n, doc) VALUES (?, ?)", ((n, encode(one)) for n, one in kept))
    first = [min((numbers[name] for name in finding.events if name in numbers), default=None) for finding in top]
    about = [(n, TOP_ORDER + ord_, finding) for ord_, (n, finding) in enumerate(zip(first, top, strict=True))]
    for number, ord_, finding in about:
        if number is not None:
            flag = flag_of(finding, top=True)
            connection.execute(_INSERT_FLAG, (number, ord_, *flag))
            counting.found(number, [flag])


def _agreement(connection: sqlite3.Connection, tally: Tally) -> None:
    connection.executemany(
        "INSERT INTO source_pair VALUES (?, ?, ?, ?, ?)",
        ((pair.a, pair.b, pair.shared, pair.agreed, pair.clashed) for pair in tally.pairs()),
    )
    connection.executemany(
        "INSERT INTO source_record VALUES (?, ?, ?, ?, ?)",
        ((r.source, r.reports, r.events, r.first, r.corrections) for r in tally.records()),
    )
