"""Dossiers of any content, as values: every key of every table, references that hold, texts that break naive formats."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from tui.core.model import (
    Actor,
    Annotation,
    Dossier,
    Event,
    Field,
    Link,
    Place,
    Position,
    Report,
    Ruling,
    Settings,
    Source,
)
from tui.files.report_ids import ReportIds
from tui.files.tables.rows import claims_of

NASTY = [
    "=1+1", "+49", "-5", "@x", "\ttab", "\rcr", "'quoted", "''", "a; b", "\\", "a\\;b ", " lead", "trail ", "[1]", "[10, 20]",
    "true", "FALSE", "40", "1.5", "1e400", "2016-06-29", "2016-06-30T08:00Z", "2016-06-28T10:30:05+03:00", "0000-01-01",
    "2016-02-30", 'say "no"', "two\nlines", "crlf\r\nend", "_x0041_", "\x01\x1f\x7f", "\u202ebidi\u2066", "بوكمال", "🙂",
    "a,b", "#N/A", "null", "\u2028", "\ufeff", "'", '"""', "x" * 40, "\\true", "\\[a]", "\ufffe", "None", "~", "=",
]  # fmt: skip
TEXT = st.one_of(st.sampled_from(NASTY), st.text(st.characters(exclude_categories=["Cs"]), max_size=6))
WORDS = TEXT.filter(bool)
LIST = st.lists(TEXT, min_size=1, max_size=3).map(tuple)
LISTS = st.one_of(st.just(()), LIST)
MAYBE = st.one_of(st.none(), TEXT)
KEY = st.one_of(st.sampled_from(["killed", "a.b", "Ä b", "a\nb", "outcome"]), st.text("abc=;'\"", min_size=1, max_size=3))
ROLE = st.sampled_from(["attacker", "side-a", "x_1"])
NUMBER = st.one_of(st.floats(0, 1e300), st.integers(0, 90).map(float))
ZONE = st.sampled_from(["UTC", "Asia/Damascus", "Europe/Berlin"])
DECIDED = {"reason": TEXT, "by": TEXT, "at": TEXT}


def _pairs(keys: st.SearchStrategy[str], values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.dictionaries(keys, values, max_size=3).map(lambda found: tuple(found.items()))


CLAIM = st.one_of(TEXT, st.booleans(), LIST)
FIELD_NAME = st.sampled_from(["when", "where", "who", "who.attacker", "figures.killed", "claims.=x"])

_SETTINGS = st.builds(
    Settings, title=TEXT, description=TEXT, timezone=ZONE,
    numbers=st.sampled_from([(), (("dozens", (12, 24, 99, 199)),)]),
)  # fmt: skip


def _source(identity: str, number: int, above: list[str]) -> st.SearchStrategy[Source]:
    return st.builds(
        Source, id=st.just(identity), name=st.one_of(st.just(identity), TEXT), siglum=st.just(f"S{number}"),
        kind=st.sampled_from(["article", "post", "dataset"]), family=st.one_of(st.just(identity), TEXT), title=TEXT, url=TEXT,
        archive_url=TEXT, sha256=TEXT, captured=TEXT, published=MAYBE, timezone=st.one_of(st.none(), ZONE), language=TEXT,
        credits=LISTS, derived_from=st.just(tuple(above[:1])), grade=st.sampled_from(["", "A", "F"]),
    )  # fmt: skip


@st.composite
def _places(draw: st.DrawFn) -> tuple[Place, ...]:
    place = st.builds(Place, id=st.just("x"), name=TEXT, aliases=LISTS, radius_km=NUMBER)
    first = replace(draw(place), id="inner", within="outer", lat=draw(st.floats(-90, 90)), lon=draw(st.floats(-180, 180)))
    return (first, replace(draw(place), id="outer"))


def _report(source: str, events: list[str], reports: list[str], own: list[str]) -> st.SearchStrategy[Report]:
    return st.builds(
        Report, id=st.just(""), source=st.just(source), event=st.one_of(st.none(), st.sampled_from(events)), when=MAYBE,
        until=MAYBE,
        after=st.lists(st.sampled_from(events[:2]), max_size=2, unique=True).map(tuple), where=LISTS,
        what=TEXT, who=st.one_of(_pairs(ROLE, LIST), LIST.map(lambda names: (("", names),))),
        figures=_pairs(KEY, TEXT), claims=_pairs(KEY, CLAIM), said_by=LISTS,
        derived_from=st.lists(st.sampled_from([source, *reports]), max_size=2).map(tuple),
        corrects=st.lists(st.sampled_from(own), max_size=2).map(tuple) if own else st.just(()), as_of=MAYBE,
        planned=st.booleans(), denies=st.one_of(st.booleans(), st.lists(FIELD_NAME, min_size=1, unique=True).map(tuple)),
        hedged=st.booleans(), part=st.sampled_from(["", "headline", "body"]), quote=TEXT, locator=TEXT,
        credibility=st.one_of(st.none(), st.integers(1, 6)), text=TEXT, note=TEXT, tags=LISTS, given_id=st.booleans(),
    )  # fmt: skip


def _agreeing(report: Report) -> Report:
    """The report without what a file may not say of it: that it denies what it does not state, or that two
    events followed each other."""
    stated = {name.partition(".")[0] if name == "who." else name for name, _ in claims_of(report)}
    denied = report.denies
    return replace(
        report,
        denies=(tuple(name for name in denied if name in stated) or False) if isinstance(denied, tuple) else denied,
        after=tuple(name for name in report.after if report.event not in ("e2", name)),
    )


@st.composite
def _reports(draw: st.DrawFn, sources: list[str], events: list[str]) -> tuple[Report, ...]:
    reports: list[Report] = []
    for source in sources:
        own: list[str] = []
        for _ in range(draw(st.integers(0, 3))):
            given_ids = [report.id for report in reports if report.given_id]
            report = _agreeing(draw(_report(source, events, given_ids, own)))
            if report.given_id:
                report = replace(report, id=f"{source}/given-{len(reports)}")
                own.append(report.id)
            reports.append(report)
    ids = ReportIds(report.id for report in reports if report.given_id)
    return tuple(r if r.given_id else replace(r, id=ids.default(r.source, r.event)) for r in reports)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A dossier as it would be loaded, without positions; sources in the order of their files."""
    names = ["afp", "dw", "ucdp"][: draw(st.integers(1, 3))]
    declared = [draw(st.builds(Event, id=st.just(name), title=WORDS, tags=LISTS)) for name in ("e1", "e2")]
    reports = draw(_reports(names, ["e1", "e2", "named", "later"]))
    named = dict.fromkeys(report.event for report in reports if report.event is not None)
    given_ids = [report.id for report in reports if report.given_id]
    two = st.lists(st.sampled_from(given_ids), min_size=2, max_size=3, unique=True) if len(given_ids) > 1 else None
    link = st.builds(Link, reports=two.map(tuple), same=st.sampled_from([True, False, None]), **DECIDED) if two is not None else None
    ruling = st.builds(
        Ruling, event=st.just("e1"), field=FIELD_NAME, accepted=st.sampled_from(["none", "both", *given_ids]),
        seen=_pairs(st.sampled_from(given_ids), TEXT) if given_ids else st.just(()), **DECIDED,
    )  # fmt: skip
    note = st.builds(Annotation, target=st.sampled_from(["e1", *names, *given_ids]), note=TEXT, tags=LISTS, by=TEXT, at=TEXT)
    about = st.builds(
        Field, id=FIELD_NAME, label=TEXT, exclusive=st.lists(LIST, max_size=2).map(tuple),
        same=st.lists(LIST, max_size=2).map(tuple), broader=_pairs(KEY, LIST), rises=st.sampled_from([None, True, False]),
        slack=st.one_of(st.none(), NUMBER), single=st.booleans(), unit=TEXT,
    )  # fmt: skip
    actor = st.builds(Actor, id=st.just("nsa"), name=TEXT, aliases=LISTS, kind=st.sampled_from(["", "group"]))
    return Dossier(
        settings=draw(_SETTINGS),
        sources=tuple(draw(_source(name, number, names[:number])) for number, name in enumerate(names)),
        actors=(draw(actor), replace(draw(actor), id="fsa", part_of="nsa")),
        places=draw(_places()),
        fields=tuple(draw(st.lists(about, max_size=2, unique_by=lambda field: field.id))),
        events=(*declared, *(Event(id=name) for name in named if name not in ("e1", "e2"))),
        reports=reports,
        links=tuple(draw(st.lists(link, max_size=2))) if link is not None else (),
        rulings=tuple(draw(st.lists(ruling, max_size=2))),
        annotations=tuple(draw(st.lists(note, max_size=2))),
    )


def bare(dossier: Dossier) -> Dossier:
    """The dossier without the places in which its tables stand."""
    nowhere: dict[str, Any] = {"position": Position()}
    parts = ("sources", "actors", "places", "fields", "events", "links", "rulings", "annotations")
    return replace(
        dossier,
        settings=replace(dossier.settings, **nowhere),
        reports=tuple(replace(report, lines=((), ()), **nowhere) for report in dossier.reports),
        **{name: tuple(replace(item, **nowhere) for item in getattr(dossier, name)) for name in parts},
    )
