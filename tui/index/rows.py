"""What a judged event leaves in the tables of the store, in plain values. Decides nothing: every value comes from core."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from tui.core.calendar import DAY, wall_of
from tui.core.judgements import Finding, FindingKind, OriginCount, Verdict
from tui.core.model import Annotation, Dossier, Report
from tui.core.searching import searchable
from tui.core.verdicts.context import Context
from tui.core.verdicts.events import JudgedEvent
from tui.index.billing import NAMED, SPEAKER
from tui.index.codec import encode
from tui.index.reports import stored

FINDING_STRENGTH = 100
"""Findings stand between conflicts and strained readings: certain, but about one voice or one origin."""
LARGEST = 40.0
"""No conflict weighs more: the steps between strengths are 50."""
CONFLICT_STRENGTH = 200
DOUBTFUL_STRENGTH = 150

AGREED_STRENGTH = 10
"""What is the same stands before all that was checked besides, where the event has several origins: the more, the further up."""
MOST_ORIGINS = 80
"""More do not bring it further up: it stays below what is flagged."""

_WORDS = {verdict: (verdict.value, float(verdict.rank)) for verdict in Verdict}
"""How a verdict is written, and how strong it is; asked for every field of every event."""

Spelled: TypeAlias = defaultdict[tuple[str, str], list[str]]
"""(actor, words) -> the source of every report that names the actor so."""


class Rows(NamedTuple):
    """What one event leaves: each row without the event's number, which only the whole timeline gives it."""

    event: tuple[object, ...]
    """Columns of `event` behind `n`."""
    sources: tuple[str, ...]
    reports: tuple[str, ...]
    parties: tuple[tuple[str, str], ...]
    """(key, name as shown) of everyone named, each key once."""
    roles: tuple[tuple[str, str], ...]
    """(key of the actor, role)"""
    places: tuple[str, ...]
    tags: tuple[str, ...]
    flags: tuple[tuple[object, ...], ...]
    """Columns of `flag` behind `n` and `ord`, as they are shown; yes and no as 1 and 0, which SQLite takes as they are."""
    words: str
    """Everything a search looks through, folded."""


class Scribe:
    """Writes down judged events of one dossier. What the same words mean is looked up once."""

    def __init__(self, context: Context) -> None:
        """`context`: in which they were judged."""
        self._context = context
        self._remarks: Mapping[str, Sequence[Annotation]] = _remarks(context.dossier)
        self._parties: dict[str, tuple[str, str]] = {}
        self._written: dict[str, tuple[str, str]] = {}
        """A name as written -> where it is counted in `spelled`."""
        self._spots: dict[tuple[str, ...], tuple[frozenset[str], tuple[str, ...]]] = {}
        self.spelled: Spelled = defaultdict(list)
        """Who is named how by whom, over all events written down so far."""

    def rows(self, each: JudgedEvent, *, placed: bool) -> Rows:
        """The event; `placed` is false for a report without an event, judged as one of its own."""
        verdict, remarks = each.verdict, self._remarks_on(each)
        parties, roles = self._named(each.reports)
        tags = dict.fromkeys((*each.tags, *(tag for note in remarks for tag in note.tags)))
        places = frozenset().union(*(self._places(report.where)[0] for report in each.reports if report.where))
        return Rows(
            event=_event(each, placed=placed, zone=self._context.zone),
            sources=verdict.sources,
            reports=verdict.reports,
            parties=tuple(parties.items()),
            roles=tuple(sorted(roles)),
            places=tuple(sorted(places)),
            tags=tuple(tags),
            flags=tuple(flags_of(each)),
            words=self._searched(each, remarks),
        )

    def _remarks_on(self, each: JudgedEvent) -> list[Annotation]:
        """Notes on the event and on its reports. One on a source says nothing of this event."""
        if not self._remarks:
            return []
        return [note for name in (each.verdict.id, *each.verdict.reports) for note in self._remarks.get(name, ())]

    def _named(self, reports: Iterable[Report]) -> tuple[dict[str, str], set[tuple[str, str]]]:
        """Everyone named in the reports: key -> name as shown, and (key, role). Spellings are counted on the way."""
        shown: dict[str, str] = {}
        roles: set[tuple[str, str]] = set()
        for report in reports:
            words: list[str] = []
            for role, names in report.who:
                words += names
                for name in names:
                    key, shown[key] = self._party(name)
                    roles.add((key, role or NAMED))
            for name in report.said_by:
                if name != report.source:
                    words.append(name)
                    key, shown[key] = self._party(name)
                    roles.add((key, SPEAKER))
            for name in dict.fromkeys(words):
                written = self._written.get(name)
                if written is None:
                    written = self._written[name] = (self._parties[name][0], name.strip())
                self.spelled[written].append(report.source)
        return shown, roles

    def _party(self, words: str) -> tuple[str, str]:
        """Key and shown name of an actor."""
        known = self._parties.get(words)
        if known is None:
            party = self._context.cast.party(words)
            known = self._parties[words] = (party.key, party.name)
        return known

    def _places(self, where: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
        """Keys of the places that these words lie in, and the names of the places they mean."""
        known = self._spots.get(where)
        if known is None:
            spots = [self._context.gazetteer.spot(words) for words in where]
            keys = frozenset(key for spot in spots for key in (spot.key[0], *spot.inside))
            known = self._spots[where] = (keys, tuple(spot.name for spot in spots))
        return known

    def _searched(self, each: JudgedEvent, remarks: Sequence[Annotation]) -> str:
        parts = [each.verdict.id, each.verdict.title, *each.tags]
        parts += [words for note in remarks for words in (note.note, *note.tags)]
        for report in (*each.reports, *each.disputed):
            source = self._context.source(report)
            quote = beyond(report.quote, report.text)
            parts += (source.name, source.siglum, source.title, report.what, quote, report.note, report.text)
            parts += report.tags
            if report.when:
                parts.append(report.when)
            parts += report.where
            parts += report.said_by
            named = [name for _, names in report.who for name in names]
            parts += named
            parts += [words for _, words in report.figures]
            for _, value in report.claims:
                if not isinstance(value, bool):
                    parts.append(" ".join(value) if isinstance(value, tuple) else value)
            parts += [self._party(name)[1] for name in named]
            parts += self._places(report.where)[1]
        return searchable("\n".join([part for part in dict.fromkeys(parts) if part]))


def beyond(quote: str, text: str) -> str:
    """What a search finds in a quotation and not in the text it is from: nothing, or the part of a word with which it ends."""
    start = text.find(quote) if quote else -1
    if start < 0 or (start and not text[start - 1].isspace()):
        return quote
    rest = text[start + len(quote) :]
    return quote.rsplit(maxsplit=1)[-1] if rest and not rest[0].isspace() and not quote[-1].isspace() else ""


def _remarks(dossier: Dossier) -> dict[str, list[Annotation]]:
    """Notes of analysts, by what they are on."""
    found: dict[str, list[Annotation]] = defaultdict(list)
    for note in dossier.annotations:
        found[note.target].append(note)
    return found


def _event(each: JudgedEvent, *, placed: bool, zone: str) -> tuple[object, ...]:
    verdict = each.verdict
    when = each.earliest if each.earliest is not None else each.latest
    return (
        verdict.id,
        verdict.title,
        int(placed),
        each.earliest,
        each.latest,
        None if when is None else wall_of(when, zone) // DAY,
        len(each.reports),
        int(verdict.contested),
        encode(each.tags),
        verdict.origins.low,
        verdict.origins.high,
        stored(each.reports),
        stored(each.disputed) if each.disputed else b"",
    )


def flags_of(each: JudgedEvent) -> Iterator[tuple[object, ...]]:
    """Columns of `flag` behind `n` and `ord`: findings of the event first, then its fields as they are shown.

    A denial that its field already shows is not told twice.
    """
    verdict = each.verdict
    denied = {field.field for field in verdict.fields if field.kind == "denial"}
    for finding in verdict.findings:
        if finding.kind is FindingKind.DENIAL and finding.field in denied:
            continue
        yield flag_of(finding)
    origins = _origins(verdict.origins)
    for field in verdict.fields:
        words, strength = _WORDS[field.verdict]
        if field.verdict is Verdict.SAME:
            strength = _agreed(field.field, min((each.origins.low for each in field.readings), default=0))
        if field.verdict is Verdict.CONFLICT:
            strength = (DOUBTFUL_STRENGTH if field.doubtful else CONFLICT_STRENGTH) + min(field.size, LARGEST)
        readings = sum(len(reading.sources) for reading in field.readings)
        yield (
            *(field.field, field.kind, words, strength),
            *(int(field.flagged), int(field.open), int(field.doubtful), readings, field.reason),
            *origins,
        )
    for seen in each.glances:
        words, strength = _WORDS[seen.verdict]
        if seen.verdict is Verdict.SAME:
            strength = _agreed(seen.field, verdict.origins.low)
        yield (seen.field, seen.kind, words, strength, 0, 0, 0, len(seen.sources), "", *origins)


def _agreed(field: str, origins: int) -> float:
    """How far up what is the same stands, of so many origins at least: who is quoted is one origin by itself."""
    several = origins > 1 and field != "said_by"
    return AGREED_STRENGTH + min(origins, MOST_ORIGINS) if several else _WORDS[Verdict.SAME][1]


def flag_of(finding: Finding, *, top: bool = False) -> tuple[object, ...]:
    """The same of a finding. `top`: it is about several events."""
    flagged, open_ = int(finding.flagged), int(finding.flagged and finding.open)
    return (
        *(finding.field, finding.kind.value, None, FINDING_STRENGTH, flagged, open_, 0, 0, finding.reason),
        *(None, None, None, 0, int(top)),
    )


def _origins(count: OriginCount) -> tuple[object, ...]:
    """The last columns of a field's flag: its origins, and that it stands at its event."""
    return (count.low, count.high, count.unknown, int(count.at_most), 0)
