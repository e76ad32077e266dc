"""A judged dossier into the tables of the store, in one transaction. Decides nothing: every value comes from core."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from tui.core.actors import Cast
from tui.core.agreement import Tally
from tui.core.answers import Summary
from tui.core.calendar import DAY, wall_of
from tui.core.judgements import FindingKind, Verdict
from tui.core.model import Annotation, Dossier, Report
from tui.core.names import fold
from tui.core.places import Gazetteer
from tui.core.problems import Problem, Severity
from tui.core.progress import Watch, unwatched, watched
from tui.core.verdicts.context import Context
from tui.core.verdicts.events import JudgedDossier, JudgedEvent
from tui.index.billing import Mentions
from tui.index.codec import encode
from tui.index.schema import SCHEMA, VERSION

FINDING_STRENGTH = 100
"""Findings stand between conflicts and strained readings: certain, but about one voice or one origin."""
LARGEST = 40.0
"""No conflict weighs more: the steps between strengths are 50."""
TOP_ORDER = 1_000_000
"""Findings about several events come after everything of their first event."""
CONFLICT_STRENGTH = 200
DOUBTFUL_STRENGTH = 150


def build(
    connection: sqlite3.Connection,
    dossier: Dossier,
    judged: JudgedDossier,
    problems: Sequence[Problem],
    *,
    files: int,
    watch: Watch = unwatched,
) -> None:
    """Fill an empty database. `files`: how many were looked at."""
    context = Context(dossier)
    connection.executescript(SCHEMA)
    with connection:
        frame = replace(dossier, reports=(), events=())
        about = {"version": str(VERSION), "dossier": encode(frame)}
        about["summary"] = encode(_summary(dossier, judged, problems, context, files))
        connection.executemany("INSERT INTO meta VALUES (?, ?)", about.items())
        _sources(connection, dossier, context)
        rows = [*((each, True) for each in judged.events), *((each, False) for each in judged.unplaced)]
        connection.executemany(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (_event_row(n, each, placed, context.zone) for n, (each, placed) in enumerate(rows)),
        )
        mentions, remarks = Mentions(context.cast), _remarks(dossier)
        for n, (each, _) in enumerate(watched(rows, "indexing", len(rows), watch)):
            _references(connection, n, each, context)
            _tags(connection, n, each, remarks)
            mentions.add(n, each.reports)
        mentions.save(connection)
        _top_findings(connection, judged)
        _agreement(connection, judged, context)
        connection.executemany(
            "INSERT INTO words (rowid, text) VALUES (?, ?)",
            ((n, searched(each, context, remarks)) for n, (each, _) in enumerate(rows)),
        )
        connection.executemany("INSERT INTO problem VALUES (?, ?)", ((n, encode(p)) for n, p in enumerate(problems)))
        _findings(connection, judged)


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


def _event_row(n: int, each: JudgedEvent, placed: bool, zone: str) -> tuple[object, ...]:
    when = each.earliest if each.earliest is not None else each.latest
    day = None if when is None else wall_of(when, zone) // DAY
    return (
        n,
        each.verdict.id,
        each.verdict.title,
        placed,
        each.earliest,
        each.latest,
        day,
        len(each.reports),
        each.verdict.contested,
        encode(each.tags),
        each.verdict.origins.low,
        each.verdict.origins.high,
        encode(each.reports),
        encode(each.disputed) if each.disputed else "",
    )


def _references(connection: sqlite3.Connection, n: int, each: JudgedEvent, context: Context) -> None:
    connection.executemany("INSERT INTO event_source VALUES (?, ?)", ((source, n) for source in each.verdict.sources))
    connection.executemany("INSERT OR IGNORE INTO report VALUES (?, ?)", ((report.id, n) for report in each.reports))
    parties = dict(_parties(each.reports, context.cast))
    connection.executemany("INSERT OR IGNORE INTO actor_name VALUES (?, ?)", parties.items())
    connection.executemany("INSERT INTO event_actor VALUES (?, ?)", ((key, n) for key in parties))
    connection.executemany(
        "INSERT INTO event_place VALUES (?, ?)", ((key, n) for key in _places(each.reports, context.gazetteer))
    )
    connection.executemany(
        "INSERT INTO flag VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
        ((n, ord_, *flag) for ord_, flag in enumerate(_flags(each))),
    )


_Remarks: TypeAlias = Mapping[str, Sequence[Annotation]]
"""Notes of analysts, by what they are on."""


def _remarks(dossier: Dossier) -> _Remarks:
    found: dict[str, list[Annotation]] = defaultdict(list)
    for note in dossier.annotations:
        found[note.target].append(note)
    return found


def _remarks_on(each: JudgedEvent, remarks: _Remarks) -> list[Annotation]:
    """Notes on the event and on its reports. One on a source says nothing of this event."""
    if not remarks:
        return []
    return [note for name in (each.verdict.id, *each.verdict.reports) for note in remarks.get(name, ())]


def _tags(connection: sqlite3.Connection, n: int, each: JudgedEvent, remarks: _Remarks) -> None:
    """The tags of the event and those that analysts gave it or its reports."""
    tags = dict.fromkeys((*each.tags, *(tag for note in _remarks_on(each, remarks) for tag in note.tags)))
    connection.executemany("INSERT INTO event_tag VALUES (?, ?)", ((tag, n) for tag in tags))


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


def _findings(connection: sqlite3.Connection, judged: JudgedDossier) -> None:
    """Findings that took the whole dossier to find; those of one event stand with its number."""
    own = [(n, finding) for n, each in enumerate(judged.events) for finding in each.across]
    rows = [*((None, finding) for finding in judged.findings), *own]
    connection.executemany(
        "INSERT INTO finding VALUES (?, ?, ?)", ((ord_, n, encode(f)) for ord_, (n, f) in enumerate(rows))
    )


def _flags(each: JudgedEvent) -> Iterator[tuple[object, ...]]:
    """Findings of the event first, then its fields as they are shown; a denial that its field already shows is not told twice."""
    verdict = each.verdict
    denied = {field.field for field in verdict.fields if field.kind == "denial"}
    for finding in verdict.findings:
        if finding.kind is FindingKind.DENIAL and finding.field in denied:
            continue
        yield (
            finding.field,
            finding.kind.value,
            None,
            FINDING_STRENGTH,
            finding.flagged,
            finding.flagged and finding.open,
            False,
            0,
            finding.reason,
            None,
            None,
            None,
            False,
        )
    for field in verdict.fields:
        strength = float(field.verdict.rank)
        if field.verdict is Verdict.CONFLICT:
            strength = (DOUBTFUL_STRENGTH if field.doubtful else CONFLICT_STRENGTH) + min(field.size, LARGEST)
        yield (
            field.field,
            field.kind,
            field.verdict.value,
            strength,
            field.flagged,
            field.open,
            field.doubtful,
            sum(len(reading.sources) for reading in field.readings),
            field.reason,
            verdict.origins.low,
            verdict.origins.high,
            verdict.origins.unknown,
            verdict.origins.at_most,
        )
    o = verdict.origins
    for seen in each.glances:
        count = len(seen.sources)
        yield (
            *(seen.field, seen.kind, seen.verdict.value, float(seen.verdict.rank), False, False, False, count),
            *("", o.low, o.high, o.unknown, o.at_most),
        )


def _parties(reports: Iterable[Report], cast: Cast) -> Iterator[tuple[str, str]]:
    for report in reports:
        names = [name for _, named in report.who for name in named]
        names += [name for name in report.said_by if name != report.source]
        for name in names:
            party = cast.party(name)
            yield party.key, party.name


def _places(reports: Iterable[Report], gazetteer: Gazetteer) -> set[str]:
    keys: set[str] = set()
    for report in reports:
        for words in report.where:
            spot = gazetteer.spot(words)
            keys |= {spot.key[0], *spot.inside}
    return keys


def searched(each: JudgedEvent, context: Context, remarks: _Remarks) -> str:
    """All text of an event that a search looks through, folded."""
    parts = [each.verdict.id, each.verdict.title, *each.tags]
    parts += [words for note in _remarks_on(each, remarks) for words in (note.note, *note.tags)]
    for report in (*each.reports, *each.disputed):
        source = context.source(report)
        parts += [
            source.name,
            source.siglum,
            source.title,
            report.what,
            report.quote,
            report.note,
            report.text,
            *report.tags,
        ]
        parts += [
            report.when or "",
            *report.where,
            *report.said_by,
            *(name for _, names in report.who for name in names),
        ]
        parts += [words for _, words in report.figures]
        parts += [
            " ".join(value) if isinstance(value, tuple) else value
            for _, value in report.claims
            if not isinstance(value, bool)
        ]
        parts += [context.cast.party(name).name for _, names in report.who for name in names]
        parts += [context.gazetteer.spot(words).name for words in report.where]
    return fold("\n".join(dict.fromkeys(part for part in parts if part)))
