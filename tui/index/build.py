"""A judged dossier into the tables of the store, in one transaction. Decides nothing: every value comes from core."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from tui.core.agreement import Tally
from tui.core.answers import InputFile, Summary
from tui.core.model import Dossier
from tui.core.names import fold
from tui.core.problems import Problem, Severity
from tui.core.progress import Watch, unwatched, watched
from tui.core.verdicts.context import Context
from tui.core.verdicts.events import JudgedDossier
from tui.index.codec import encode
from tui.index.rows import FINDING_STRENGTH, Rows, Scribe, Spelled
from tui.index.schema import INDICES, TABLES, TEXT_BUFFER, VERSION

TOP_ORDER = 1_000_000
"""Findings about several events come after everything of their first event."""
AT_ONCE = 500
"""Events whose rows go into the tables together: a statement for each event would cost more than its rows."""


def build(
    connection: sqlite3.Connection,
    judged: JudgedDossier,
    problems: Sequence[Problem],
    context: Context,
    *,
    files: int,
    inputs: Sequence[InputFile] = (),
    watch: Watch = unwatched,
) -> None:
    """Fill an empty database.

    `context`: in which the dossier was judged. `files`: how many were looked at. `inputs`: those that were read.
    """
    dossier = context.dossier
    for statement in TABLES:
        connection.execute(statement)
    with connection:
        connection.execute("INSERT INTO words (words, rank) VALUES ('hashsize', ?)", (TEXT_BUFFER,))
        frame = replace(dossier, reports=(), events=())
        about = {"version": str(VERSION), "dossier": encode(frame)}
        about["summary"] = encode(_summary(dossier, judged, problems, context, files))
        about["inputs"] = encode(tuple(inputs))
        connection.executemany("INSERT INTO meta VALUES (?, ?)", about.items())
        _sources(connection, dossier, context)
        tops = ((None, encode(finding)) for finding in judged.findings)
        connection.executemany("INSERT INTO finding (n, doc) VALUES (?, ?)", tops)
        scribe = Scribe(dossier, context)
        events = [*((each, True) for each in judged.events), *((each, False) for each in judged.unplaced)]
        held = watched(events, "indexing", len(events), watch)
        _events(connection, (scribe.rows(each, placed=placed) for each, placed in held))
        _spellings(connection, scribe.spelled)
        _top_findings(connection, judged)
        _agreement(connection, judged, context)
        connection.executemany("INSERT INTO problem VALUES (?, ?)", ((n, encode(p)) for n, p in enumerate(problems)))
        for statement in INDICES:
            connection.execute(statement)


def _events(connection: sqlite3.Connection, rows: Iterable[Rows]) -> None:
    """What the events leave, in timeline order, some hundreds at once."""
    numbered = enumerate(rows)
    while batch := list(islice(numbered, AT_ONCE)):
        for statement, made in _statements(batch):
            connection.executemany(statement, made)


def _statements(batch: Sequence[tuple[int, Rows]]) -> Iterator[tuple[str, Iterable[tuple[object, ...]]]]:
    """What is to be run for the events with these numbers, and with which rows."""
    yield f"INSERT INTO event VALUES ({_marks(14)})", [(n, *each.event) for n, each in batch]
    yield "INSERT INTO event_source VALUES (?, ?)", [(source, n) for n, each in batch for source in each.sources]
    yield "INSERT OR IGNORE INTO report VALUES (?, ?)", [(report, n) for n, each in batch for report in each.reports]
    yield "INSERT OR IGNORE INTO actor_name VALUES (?, ?)", [party for _, each in batch for party in each.parties]
    yield "INSERT INTO event_actor VALUES (?, ?)", [(key, n) for n, each in batch for key, _ in each.parties]
    yield "INSERT INTO event_role VALUES (?, ?, ?)", [(*role, n) for n, each in batch for role in each.roles]
    yield "INSERT INTO event_place VALUES (?, ?)", [(place, n) for n, each in batch for place in each.places]
    yield "INSERT INTO event_tag VALUES (?, ?)", [(tag, n) for n, each in batch for tag in each.tags]
    flags = [(n, ord_, *flag) for n, each in batch for ord_, flag in enumerate(each.flags)]
    yield f"INSERT INTO flag VALUES ({_marks(16)})", flags
    yield "INSERT INTO words (rowid, text) VALUES (?, ?)", [(n, each.words) for n, each in batch]
    yield "INSERT INTO finding (n, doc) VALUES (?, ?)", [(n, doc) for n, each in batch for doc in each.across]


def _marks(columns: int) -> str:
    return ", ".join("?" * columns)


def _spellings(connection: sqlite3.Connection, spelled: Spelled) -> None:
    rows = ((*key, reports) for key, reports in sorted(spelled.items()))
    connection.executemany("INSERT INTO spelling VALUES (?, ?, ?, ?)", rows)


def _summary(
    dossier: Dossier, judged: JudgedDossier, problems: Sequence[Problem], context: Context, files: int
) -> Summary:
    unplaced = [report for each in judged.unplaced for report in each.reports]
    faults = sum(1 for problem in problems if problem.severity is Severity.PROBLEM)
    return Summary(
        title=dossier.settings.title,
        timezone=dossier.settings.timezone,
        events=len(judged.events),
        reports=sum(len(each.reports) for each in judged.events) + len(unplaced),
        sources=len(dossier.sources),
        contested=sum(1 for each in judged.events if each.verdict.contested),
        origins=context.provenance.count_all(((each.reports, each.bonds) for each in judged.events), unplaced),
        unplaced=len(judged.unplaced),
        problems=faults,
        notes=len(problems) - faults,
        files=files,
    )


def _sources(connection: sqlite3.Connection, dossier: Dossier, context: Context) -> None:
    def order(source_id: str) -> tuple[bool, float, str]:
        published = context.published(source_id)
        earliest = None if published is None else published.earliest
        return (context.sources[source_id].is_dataset, float("inf") if earliest is None else earliest, source_id)

    for n, source_id in enumerate(sorted(context.sources, key=order)):
        source, published = context.sources[source_id], context.published(source_id)
        names = {fold(name) for name in (source.id, source.siglum, source.name, source.family)}
        out = (None, None) if published is None else (published.earliest, published.latest)
        connection.execute("INSERT INTO source VALUES (?, ?, ?, ?, ?)", (n, source_id, encode(source), *out))
        connection.executemany("INSERT INTO source_name VALUES (?, ?)", ((name, source_id) for name in sorted(names)))


def _top_findings(connection: sqlite3.Connection, judged: JudgedDossier) -> None:
    """Findings about several events are listed with the first of them, but belong to none: `]` does not stop there."""
    numbers = {each.verdict.id: n for n, each in enumerate((*judged.events, *judged.unplaced))}
    for ord_, finding in enumerate(judged.findings):
        n = min((numbers[name] for name in finding.events if name in numbers), default=None)
        if n is None:
            continue
        open_ = finding.flagged and finding.open
        connection.execute(
            "INSERT INTO flag VALUES (?, ?, ?, ?, NULL, ?, ?, ?, 0, 0, ?, NULL, NULL, NULL, 0, 1)",
            (
                n,
                TOP_ORDER + ord_,
                finding.field,
                finding.kind.value,
                FINDING_STRENGTH,
                finding.flagged,
                open_,
                finding.reason,
            ),
        )


def _agreement(connection: sqlite3.Connection, judged: JudgedDossier, context: Context) -> None:
    tally = Tally()
    for each in judged.events:
        tally.add(each.verdict, each.reports, _first(each.verdict.sources, context))
        for seen in each.glances:
            tally.add_agreement(seen.field, seen.sources)
    connection.executemany(
        "INSERT INTO source_pair VALUES (?, ?, ?, ?, ?)",
        ((pair.a, pair.b, pair.shared, pair.agreed, pair.clashed) for pair in tally.pairs()),
    )
    connection.executemany(
        "INSERT INTO source_record VALUES (?, ?, ?, ?, ?)",
        ((r.source, r.reports, r.events, r.first, r.corrections) for r in tally.records()),
    )


def _first(sources: Iterable[str], context: Context) -> str | None:
    """The source that certainly came out before all others; None when one of them does not say when it came out.

    A coded data set reports nothing first: its date is that of an edition.
    """
    times = {source: context.published(source) for source in sources if not context.sources[source].is_dataset}
    if len(times) < 2:
        return None
    for source, time in times.items():
        end = None if time is None else time.latest
        others = [other.earliest if other is not None else None for name, other in times.items() if name != source]
        if end is not None and all(start is not None and end <= start for start in others):
            return source
    return None
