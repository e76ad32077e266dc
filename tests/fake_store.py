"""A store by hand: the answers of `tui.index.store.Store` over a few events, for tests of what is on the screen."""

# ruff: noqa: E501  (a report is one line of a table)

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NoReturn
from zoneinfo import ZoneInfo

from tui.core.agreement import SourcePair, SourceRecord
from tui.core.answers import ActorCount, Billing, DensityBar, EventRow, EventTitle, Facet, Flag, Spelling, Summary
from tui.core.filters import Filter
from tui.core.judgements import (
    EventVerdict,
    FieldVerdict,
    Finding,
    FindingKind,
    OriginCount,
    Pair,
    Reading,
    TimeBounds,
    Verdict,
    strongest,
)
from tui.core.lineages import Lineage, Origin
from tui.core.model import Actor, Annotation, Dossier, Link, Place, Position, Report, Ruling, Source
from tui.core.problems import Problem, Severity
from tui.core.verdicts.context import Context
from tui.files.crew import LostError
from tui.index.picked import judged_among

ZONE = "Asia/Damascus"

SOURCES = (
    Source(id="dw", name="Deutsche Welle", siglum="DW", family="dw", published="2016-06-29", credits=("AP", "Reuters", "AFP", "dpa"), grade="B",
           title="Syrian rebels advance on IS border town", url="https://www.dw.com/", position=Position("dw.toml", 1)),
    Source(id="afp", name="agencies", siglum="AFP", family="afp", published="2016-06-28/2016-06-29", credits=("AFP",), grade="A", position=Position("afp.toml", 1)),
    Source(id="ucdp", name="GED 19.1", siglum="UCDP", kind="dataset", family="ucdp", credits=("SOHR",), grade="B", position=Position("ucdp.toml", 1)),
)  # fmt: skip


def at(text: str) -> int:
    """Seconds of a local time such as "2016-06-28" or "2016-06-28 10:00"."""
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(ZONE)).timestamp())


def reading(
    value: str, reports: str, *, written: str = "", low: int = 1, high: int = 1, bounds=None, superseded=False
) -> Reading:
    ids = tuple(reports.split())
    return Reading(
        value=value, as_written=tuple((written or value).split(" / ")), reports=ids,
        sources=tuple(dict.fromkeys(i.partition("/")[0] for i in ids)), origins=OriginCount(low, high, 0), bounds=bounds,
        superseded=superseded, rule="read by hand for a test",
    )  # fmt: skip


def field(
    name: str, verdict: Verdict, *readings: Reading, kind: str | None = None, reason: str = "", gap: str | None = None,
    silent: tuple[str, ...] = (), open: bool | None = None,
) -> FieldVerdict:  # fmt: skip
    pairs = tuple(
        Pair(a=a, b=b, verdict=verdict, kind=kind, reason=reason)
        for a in range(len(readings))
        for b in range(a + 1, len(readings))
    )
    return FieldVerdict(
        field=name, verdict=verdict, kind=kind, flagged=verdict.flagged, open=verdict.flagged if open is None else open, doubtful=False, gap=gap,
        reason=reason, camps=(tuple(range(len(readings))),), readings=readings, pairs=pairs, silent=silent,
    )  # fmt: skip


def event(
    identity: str, title: str, earliest: str | None, latest: str | None, reports: tuple[Report, ...], fields: tuple[FieldVerdict, ...] = (),
    findings: tuple[Finding, ...] = (), origins: tuple[int, int] = (1, 1), earlier: tuple[str, ...] = (),
) -> EventRow:  # fmt: skip
    sources = tuple(dict.fromkeys(r.source for r in reports))
    verdict = EventVerdict(
        id=identity, title=title, earliest=earliest, latest=latest, sources=sources,
        absent=tuple(s.id for s in SOURCES if s.id not in sources and s.id not in earlier), earlier=earlier, reports=tuple(r.id for r in reports),
        origins=OriginCount(*origins, 0), verdict=strongest([f.verdict for f in fields]), findings=findings, fields=fields,
    )  # fmt: skip
    return EventRow(
        position=0,
        earliest=at(earliest) if earliest else None,
        latest=at(latest) if latest else None,
        verdict=verdict,
        reports=reports,
    )


def report(identity: str, what: str, **more) -> Report:
    source, _, name = identity.partition("/")
    return Report(
        id=identity,
        source=source,
        event=name.partition("-")[0],
        what=what,
        position=Position(f"{source}.toml", 10 + len(what)),
        locator=more.pop("locator", "para 2"),
        **more,
    )


_SINGLE, _SAME, _PRECISION, _COMPATIBLE = Verdict.SINGLE, Verdict.SAME, Verdict.PRECISION, Verdict.COMPATIBLE
_WORDED, _CONFLICT, _STRAINED = Verdict.UNDETERMINED, Verdict.CONFLICT, Verdict.STRAINED

EVENTS = (
    event("seizure", "IS seizes al-Bukamal and its crossing", "2014-05-01", "2014-09-01",
          (report("afp/seizure", "IS militants seized the town and the nearby border crossing.", when="mid-2014", where=("Albu Kamal",), said_by=()),
           report("dw/seizure", "IS took large parts of Syria and Iraq, Mosul among them.", when="In 2014", where=("Mosul",))),
          (field("when", _PRECISION, reading("2014-05/2014-08", "afp/seizure", written="mid-2014"), reading("2014", "dw/seizure", written="In 2014"), kind="time-precision", reason="mid-2014 lies inside 2014: one source is more exact."),
           field("where", _WORDED, reading("al-Bukamal", "afp/seizure", written="Albu Kamal"), reading("Mosul", "dw/seizure"), kind="wording", reason="No coordinates on both sides: nothing says how far apart the two are."))),
    event("tanaf", "Rebels overrun al-Tanaf", "2016-01-01", "2016-06-29", (report("afp/tanaf", "al-Tanaf was the first border point captured this year.", when="this year", where=("al-Tanaf",)),),
          (field("when", _SINGLE, reading("2016-01-01/2016-06-28", "afp/tanaf", written="this year")),)),
    event("raqa", "SDF edge into Raqa province", "2016-06-01", "2016-06-30", (report("afp/raqa", "The Syrian Democratic Forces edged into the IS stronghold of Raqa.", when="this month", where=("Raqa",), who=(("attacker", ("Syrian Democratic Forces",)), ("defender", ("IS",)))),),
          (field("where", _SINGLE, reading("Raqa", "afp/raqa")),)),
    event("fallujah", "Fallujah declared liberated", "2016-06-26", "2016-06-27",
          (report("dw/fallujah", "Last pocket of IS resistance in Fallujah cleared out.", when="Sunday", where=("Fallujah",), said_by=("Abdul-Wahad al-Saadi",), quote="fully liberated", locator="para 8"),
           report("afp/fallujah", "Full control of the city of Fallujah declared.", when="at the weekend", where=("Fallujah, west of Baghdad",), said_by=("authorities",), locator="para 10")),
          (field("when", _PRECISION, reading("2016-06-26", "dw/fallujah", written="Sunday", bounds=TimeBounds(earliest="2016-06-25T21:00:00Z", latest="2016-06-26T21:00:00Z", slack_earliest="2016-06-25T21:00:00Z", slack_latest="2016-06-26T22:00:00Z")),
                 reading("2016-06-25/2016-06-26", "afp/fallujah", written="at the weekend", bounds=TimeBounds(earliest="2016-06-24T21:00:00Z", latest="2016-06-26T21:00:00Z", slack_earliest=None, slack_latest=None)),
                 kind="time-precision", reason="Sunday is inside the weekend (UCDP: \"at the weekend\" is Saturday and Sunday): one source is more exact."),
           field("where", _PRECISION, reading("Fallujah", "dw/fallujah"), reading("Fallujah, west of Baghdad", "afp/fallujah"), kind="place-precision", reason="One place lies within the other."),
           field("said_by", _WORDED, reading("Abdul-Wahad al-Saadi", "dw/fallujah"), reading("authorities", "afp/fallujah"), kind="naming", reason="A general and the authorities he speaks for."))),
    event("offensive", "New Syrian Army opens the al-Bukamal offensive", "2016-06-28", "2016-06-29",
          (report("dw/offensive", "The NSA launched an offensive on al-Bukamal under cover of coalition airstrikes.", when="Tuesday", where=("al-Bukamal",), who=(("attacker", ("NSA",)), ("support", ("US-led coalition",))), claims=(("target", "al-Bukamal"),), said_by=("Mozahem al-Saloum",)),
           report("afp/offensive", "The New Syrian Army's fighters first aim to cut the route before targeting Albu Kamal.", when="Tuesday", where=("Albu Kamal",), who=(("attacker", ("New Syrian Army",)), ("support", ("US-led coalition",))), claims=(("target", "the route, then the town"),), said_by=("Muzahem al-Sallum",), locator="para 1")),
          (field("when", _SAME, reading("2016-06-28", "dw/offensive afp/offensive", written="Tuesday", low=1, high=2)),
           field("where", _SAME, reading("al-Bukamal", "dw/offensive afp/offensive", written="al-Bukamal / Albu Kamal", low=1, high=2), kind="naming", reason="Two spellings of one declared place."),
           field("who.attacker", _SAME, reading("New Syrian Army", "dw/offensive afp/offensive", written="NSA / New Syrian Army", low=1, high=2), kind="naming", reason="Declared aliases of one actor."),
           field("claims.target", _WORDED, reading("al-Bukamal", "dw/offensive"), reading("the route, then the town", "afp/offensive"), kind="wording", reason="Worded differently, and nothing says whether the two exclude each other.", silent=()),
           field("said_by", _SAME, reading("Mozahem al-Saloum", "dw/offensive afp/offensive", written="Mozahem al-Saloum / Muzahem al-Sallum"), kind="naming", reason="Spelling: one consonant skeleton, score 0.93.")), origins=(1, 2), earlier=()),
    event("parallel", "Iraqi fighters strike towards al-Qaim", "2016-06-28 11:00", "2016-06-28 14:00", (report("afp/parallel", "Iraqi fighters launched a parallel operation towards al-Qaim.", when="[Tuesday] at noon", where=("al-Qaim",)),),
          (field("when", _SINGLE, reading("2016-06-28 noon", "afp/parallel", written="at noon")),)),
    event("warning", "Residents told to move away from IS positions", None, "2016-06-29", (report("afp/warning", "An online statement asked residents to move away from IS positions.", when="before Wednesday", said_by=("NSA",)),), ()),
    event("base", "Small base near al-Bukamal taken", None, "2016-06-29 12:00",
          (report("dw/base-headline", "Rebels advance on the border town.", when=None, part="headline", claims=(("outcome", "advance"),), locator="headline"),
           report("dw/base-lead", "The rebels have started to retreat after heavy casualties.", part="lead", claims=(("outcome", "retreat"),), locator="lead"),
           report("dw/base", "By Wednesday morning a small base was taken, then lost.", when="by Wednesday morning", claims=(("outcome", "captured"),), said_by=("Mozahem al-Saloum",)),
           report("ucdp/base", "Hamdan air base retaken; 4 killed.", when="2016-06-29", figures=(("killed", "4"),))),
          (field("when", _COMPATIBLE, reading("by 2016-06-29 morning", "dw/base", written="by Wednesday morning"), reading("2016-06-29", "ucdp/base"), kind="time-compatible", reason="The two overlap on Wednesday morning.", silent=("dw",)),
           field("figures.killed", _SINGLE, reading("4", "ucdp/base"), silent=("dw",)),
           field("claims.outcome", _WORDED, reading("advance", "dw/base-headline"), reading("retreat", "dw/base-lead"), reading("captured", "dw/base"), kind="wording", reason="Three wordings of one source.")),
          (Finding(kind=FindingKind.INTERNAL, events=("base",), reports=("dw/base-headline", "dw/base-lead"), field="claims.outcome", reason="The headline has the rebels advance, the lead has them retreat: one source says both, and its two words exclude each other.", open=True),), origins=(2, 3)),
    event("beheading", "Fighters beheaded in al-Bukamal", "2016-06-28", "2016-06-30",
          (report("ucdp/beheading", "IS beheaded captured fighters; 12 killed.", when="2016-06-29", figures=(("killed", "12"),), where=("al-Bukamal",)),
           report("dw/beheading", "At least 40 fighters were executed in the town square.", when="Wednesday", figures=(("killed", "at least 40"),), where=("al-Bukamal",), hedged=True)),
          (field("when", _SAME, reading("2016-06-29", "ucdp/beheading dw/beheading", written="2016-06-29 / Wednesday")),
           field("figures.killed", _CONFLICT, reading("12", "ucdp/beheading"), reading("at least 40", "dw/beheading"), kind="number-conflict", gap="28 deaths", reason="12 is exact and \"at least 40\" begins at 40: no number is both.")), origins=(2, 2)),
    event("toll", "Toll of the retreat", "2016-06-29", "2016-06-30",
          (report("dw/toll", "Around 30 NSA fighters died.", when="Wednesday", figures=(("killed", "around 30"),)), report("ucdp/toll", "43 NSA fighters killed.", when="2016-06-29", figures=(("killed", "43"),))),
          (field("figures.killed", _STRAINED, reading("around 30", "dw/toll"), reading("43", "ucdp/toll"), kind="number-strained", reason="43 lies outside 25–35, only if \"around 30\" stretches by a fifth."),), origins=(2, 2)),
)  # fmt: skip

PROBLEMS = (
    Problem(file="dw.toml", code="unknown-key", message="report[2] has the key \"figurs\", which is not a key of [[report]]", line=14, key="report[2].figurs", found="figurs", expected="a key of [[report]]", suggestion="figures"),
    Problem(file="odd.toml", code="time-not-understood", message="\"the other week\" is not understood as a time", line=3, key="report[1].when", severity=Severity.NOTE, found="the other week"),
)  # fmt: skip


def _names(row: EventRow) -> set[str]:
    return {n for r in row.reports for _, names in r.who for n in names}


_ALIASES = {"IS": "Islamic State", "NSA": "New Syrian Army"}


def _titled(row: EventRow) -> EventTitle:
    return EventTitle(row.position, row.verdict.id, row.verdict.title, row.earliest, row.latest)


class FakeStore:
    """The same questions as the store, answered from a tuple."""

    def __init__(
        self,
        events: tuple[EventRow, ...] = EVENTS,
        sources: tuple[Source, ...] = SOURCES,
        problems: tuple[Problem, ...] = PROBLEMS,
    ) -> None:
        self.events = events
        self._sources = sources
        self._problems = problems
        self.closed = False

    def summary(self) -> Summary:
        return Summary(
            title="Al-Bukamal offensive, June 2016", timezone=ZONE, events=len(self.events), reports=sum(len(e.reports) for e in self.events),
            sources=len(self._sources), contested=sum(e.verdict.contested for e in self.events), origins=OriginCount(4, 9, 2), unplaced=0,
            problems=sum(p.severity is Severity.PROBLEM for p in self._problems), notes=1, files=4,
        )  # fmt: skip

    def sources(self) -> tuple[Source, ...]:
        return self._sources

    def actors(self) -> tuple[Actor, ...]:
        return (
            Actor(id="is", name="Islamic State", aliases=("IS", "Daesh")),
            Actor(id="nsa", name="New Syrian Army", aliases=("NSA",)),
        )

    def places(self) -> tuple[Place, ...]:
        return ()

    def links(self) -> tuple[Link, ...]:
        return ()

    def among(self, row: EventRow, sources: Collection[str]) -> EventRow:
        return judged_among(row, sources, Context(Dossier(sources=self._sources, actors=self.actors())))

    def rulings(self) -> tuple[Ruling, ...]:
        return ()

    def annotations(self) -> tuple[Annotation, ...]:
        return ()

    def problems(self) -> tuple[Problem, ...]:
        return self._problems

    def findings(self) -> tuple[Finding, ...]:
        return ()

    def _kept(self, keep: Filter) -> list[EventRow]:
        def passes(row: EventRow) -> bool:
            names = {_ALIASES.get(n, n) for n in _names(row)}
            texts = " ".join(r.what for r in row.reports).casefold()
            return (
                (not keep.actors or bool(names & set(keep.actors)))
                and (not keep.sources or bool(set(row.verdict.sources) & set(keep.sources)))
                and all(
                    t.name not in ("source", "publisher")
                    or (set(t.values) <= set(row.verdict.sources))
                    or (not t.every and set(row.verdict.sources) & set(t.values))
                    for t in keep.terms
                )
                and all(
                    t.name != "place" or {w for r in row.reports for w in r.where} & set(t.values) for t in keep.terms
                )
                and all(t.name != "is" or (row.verdict.id in keep.marked) != t.negated for t in keep.terms)
                and (not keep.texts or any(t.casefold() in texts for t in keep.texts))
            )

        return [replace(row, position=i) for i, row in enumerate(row for row in self.events if passes(row))]

    def count(self, keep: Filter) -> int:
        return len(self._kept(keep))

    def page(self, keep: Filter, start: int, count: int) -> tuple[EventRow, ...]:
        return tuple(self._kept(keep)[start : start + count])

    def titles(self, keep: Filter, start: int, count: int) -> tuple[EventTitle, ...]:
        return tuple(map(_titled, FakeStore.page(self, keep, start, count)))

    def all_events(self, keep: Filter) -> Iterable[EventRow]:
        return iter(self._kept(keep))

    def event(self, event_id: str, keep: Filter) -> EventRow | None:
        return next((row for row in self._kept(keep) if row.verdict.id == event_id), None)

    def position_at(self, keep: Filter, seconds: int) -> int:
        rows = self._kept(keep)
        return next(
            (r.position for r in rows if (r.earliest if r.earliest is not None else r.latest or 0) >= seconds),
            len(rows) - 1,
        )

    def reaches(self, keep: Filter, start: int, count: int) -> tuple[int | None, ...]:
        rows = self._kept(keep)
        return tuple(
            max((row.latest for row in rows[:place] if row.latest is not None), default=None)
            for place in range(start, start + count)
        )

    def busiest(self, keep: Filter) -> int:
        return min(3, max(0, self.count(keep) - 1))

    def flags(self, keep: Filter, start: int = 0, count: int | None = None) -> tuple[Flag, ...]:
        found = self._flags(keep)
        found.sort(key=lambda f: -(f.verdict.rank if f.verdict else 9))
        return tuple(found[start : None if count is None else start + count])

    def _flags(self, keep: Filter) -> list[Flag]:
        found = []
        for row in self._kept(keep):
            v = row.verdict
            found += [
                Flag(
                    event=v.id,
                    title=v.title,
                    position=row.position,
                    field=f.field,
                    kind=f.kind,
                    verdict=None,
                    reason=f.reason,
                    open=f.open,
                    origins=v.origins,
                    earliest=row.earliest,
                    latest=row.latest,
                )
                for f in v.findings
                if f.flagged
            ]
            found += [
                Flag(
                    event=v.id,
                    title=v.title,
                    position=row.position,
                    field=f.field,
                    kind=f.kind or "",
                    verdict=f.verdict,
                    reason=f.reason,
                    open=f.open,
                    origins=v.origins,
                    earliest=row.earliest,
                    latest=row.latest,
                )
                for f in v.fields
                if f.flagged
            ]
        return found

    def agreements(self, keep: Filter, start: int = 0, count: int | None = None) -> tuple[Flag, ...]:
        found = [
            Flag(event=row.verdict.id, title=row.verdict.title, position=row.position, field=f.field, kind=f.kind or "", verdict=f.verdict, reason=f.reason, open=False, origins=row.verdict.origins,
                earliest=row.earliest, latest=row.latest)
            for row in self._kept(keep) for f in row.verdict.fields if len(f.readings) > 1 and not f.flagged
        ]  # fmt: skip
        return tuple(found[start : None if count is None else start + count])

    def open_flags(self, keep: Filter, kind: str | None = None) -> int:
        return sum(flag.open and kind in (None, flag.kind) for flag in self._flags(keep))

    def next_flag(
        self, keep: Filter, position: int, field: str | None, *, forward: bool = True, kind: str | None = None
    ) -> Flag | None:
        found = [f for f in self._flags(keep) if f.open and kind in (None, f.kind)]
        order = found if forward else found[::-1]
        later = [f for f in order if (f.position >= position if forward else f.position < position)]
        return (later or order or [None])[0]

    def actor_counts(self, keep: Filter) -> tuple[ActorCount, ...]:
        rows = self._kept(replace(keep, actors=()))
        counts: dict[str, int] = {}
        for row in rows:
            for name in {_ALIASES.get(n, n) for n in _names(row)}:
                counts[name] = counts.get(name, 0) + 1
        return tuple(
            ActorCount(id=n.casefold(), name=n, events=c, aliases=tuple(k for k, v in _ALIASES.items() if v == n))
            for n, c in sorted(counts.items(), key=lambda i: (-i[1], i[0]))
        )

    def is_prepared(self, _: Filter) -> bool:
        return True

    def get_ready(self) -> None:
        pass

    def density(self, keep: Filter) -> tuple[DensityBar, ...]:
        days: dict[int, list[EventRow]] = {}
        for row in self._kept(keep):
            when = row.earliest if row.earliest is not None else row.latest
            if when is not None:
                days.setdefault((when + 10800) // 86400 * 86400 - 10800, []).append(row)
        return tuple(
            DensityBar(
                start=d,
                end=d + 86400,
                events=len(r),
                contested=sum(x.verdict.contested for x in r),
                position=r[0].position,
            )
            for d, r in sorted(days.items())
        )

    def density_between(self, keep: Filter, since: int, until: int, *, hourly: bool) -> Iterator[DensityBar]:
        return (bar for bar in self.density(keep) if since <= bar.start < until)

    def hits(self, keep: Filter, text: str) -> int:
        return sum(text.casefold() in " ".join(r.what for r in row.reports).casefold() for row in self._kept(keep))

    def meant(self, text: str) -> tuple[tuple[str, ...], ...]:
        return ()

    def next_hit(self, keep: Filter, text: str, position: int, *, forward: bool = True) -> int | None:
        rows = [
            row.position
            for row in self._kept(keep)
            if text.casefold() in " ".join(r.what for r in row.reports).casefold()
        ]
        order = rows if forward else rows[::-1]
        later = [p for p in order if (p > position if forward else p < position)]
        return (later or order or [None])[0]

    def lineage(self, event_id: str) -> Lineage | None:
        row = next((row for row in self.events if row.verdict.id == event_id), None)
        if row is None:
            return None
        origins = tuple(
            Origin(root=r.id, reports=(r.id,), appeared=None, speaker=", ".join(r.said_by), firsthand=False, unknown=not r.said_by, ties=())
            for r in row.reports
        )  # fmt: skip
        return Lineage(count=row.verdict.origins, origins=origins)

    def source_pairs(self) -> tuple[SourcePair, ...]:
        return (
            SourcePair(a="afp", b="dw", shared=9, agreed=7, clashed=0),
            SourcePair(a="dw", b="ucdp", shared=4, agreed=2, clashed=2),
        )

    def source_records(self) -> tuple[SourceRecord, ...]:
        return (
            SourceRecord(source="afp", reports=7, events=7, first=3, corrections=0),
            SourceRecord(source="dw", reports=9, events=6, first=0, corrections=1),
            SourceRecord(source="ucdp", reports=3, events=3, first=0, corrections=0),
        )

    def events_of(self, sources: Sequence[str]) -> int:
        return sum(not set(sources).isdisjoint(row.verdict.sources) for row in self.events)

    def billings(self, keep: Filter) -> tuple[Billing, ...]:
        found: dict[str, dict[str, int]] = {}
        for row in self._kept(keep):
            for role, name in sorted(
                {(role, _ALIASES.get(n, n)) for r in row.reports for role, names in r.who for n in names}
            ):
                found.setdefault(name, {})[role] = found.get(name, {}).get(role, 0) + 1
        return tuple(
            Billing(id=name, name=name, events=max(roles.values()), roles=tuple(roles.items()), spellings=(Spelling(words=name, reports=1, sources=1),), declared=name in _ALIASES.values())
            for name, roles in sorted(found.items())
        )  # fmt: skip

    def facet(self, name: str, keep: Filter) -> tuple[Facet, ...]:
        counts: dict[str, int] = {}
        for row in self._kept(keep):
            found = {
                "publisher": row.verdict.sources,
                "source": row.verdict.sources,
                "verdict": {f.verdict for f in row.verdict.fields},
                "field": {f.field for f in row.verdict.fields},
            }
            for value in found.get(name, ()):
                counts[str(value)] = counts.get(str(value), 0) + 1
        return tuple(
            Facet(value=v, label=v, events=n) for v, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        )

    def spellings(self, actor: str) -> tuple[tuple[str, str, int], ...]:
        return tuple(
            (n, r.source, 1)
            for row in self.events
            for r in row.reports
            for _, names in r.who
            for n in names
            if _ALIASES.get(n, n) == actor
        )

    def telling(self, each: Callable[[], None]) -> FakeStore:
        return self

    def dossier(self) -> Dossier:
        reports = tuple(replace(report, event=row.verdict.id) for row in self.events for report in row.reports)
        return Dossier(sources=self.sources(), actors=self.actors(), places=self.places(), reports=reports)

    def parts(self) -> NoReturn:
        raise LostError  # what is made by hand is told to no other process

    def unplaced(self) -> tuple[str, ...]:
        return ()

    def close(self) -> None:
        self.closed = True


class ManyEvents(FakeStore):
    """A million events that exist only while they are looked at."""

    size = 1_000_000

    def _row(self, position: int) -> EventRow:
        return replace(self.events[position % len(self.events)], position=position)

    def count(self, keep: Filter) -> int:
        return self.size

    def page(self, keep: Filter, start: int, count: int) -> tuple[EventRow, ...]:
        return tuple(self._row(i) for i in range(max(0, start), min(self.size, start + count)))

    def titles(self, keep: Filter, start: int, count: int) -> tuple[EventTitle, ...]:
        return tuple(_titled(self._row(i)) for i in range(max(0, start), min(self.size, start + count)))

    def busiest(self, keep: Filter) -> int:
        return self.size // 2

    def event(self, event_id: str, keep: Filter) -> EventRow | None:
        return None

    def _kept(self, keep: Filter) -> list[EventRow]:
        return [self._row(i) for i in range(40)]
