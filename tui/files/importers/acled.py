"""ACLED event data as CSV, with the columns before and after March 2023.

Columns and codes: ACLED Codebook, https://acleddata.com/knowledge-base/codebook/. One event id is one event.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tui.core.slugs import slug
from tui.files.importers.accounts import Account
from tui.files.importers.casts import Atlas, Cast
from tui.files.importers.cells import count, day, degrees, listed, named_day, once, unescaped
from tui.files.importers.feeds import Known
from tui.files.importers.sheets import Sheet
from tui.files.importers.tables import (
    Record,
    Table,
    days,
    identity,
    nested,
    one_or_more,
    pairs,
    squeezed,
    table,
    text,
    texts,
)

RADIUS_KM = {"1": 3, "2": 3}
"""How far a place reaches: geo_precision 1 is the named town, 2 "near" it, which adds 25 km. 3 stands for a region: there
the region is stated and the town, a stand-in, goes to the note."""

DAYS_OF_A_WEEK = 3
"""time_precision 2 means a week whose middle is given: that day, give or take three. 3 means a month, whose middle, first or
last day is given; the list of codes in ACLED's own R package (acledR, acled_codebook) says "middle of week or weekend" for
it. The month and the week around the day hold what either reading means."""


class _Columns(NamedTuple):
    """Where each column stands; -1 is an empty cell."""

    id: int
    date: int
    time_precision: int
    disorder: int
    type: int
    sub_type: int
    actor1: int
    assoc1: int
    actor2: int
    assoc2: int
    targeting: int
    region: int
    country: int
    admin1: int
    admin2: int
    admin3: int
    location: int
    lat: int
    lon: int
    geo_precision: int
    source: int
    notes: int
    fatalities: int
    tags: int


class Acled:
    """One export of the data set."""

    stem = "acled"
    main = "report"
    title = "ACLED"
    head = (
        "ACLED, Armed Conflict Location & Event Data. Use and attribution: https://acleddata.com/.",
        "",
        'A record is one event and one report. killed is "at least": ACLED codes the most conservative figure; 0 states nothing.',
        'when: the day; time_precision 2 the week around it, 3 its month. where: geo_precision 2 is "near", 3 the region.',
        "who: actor1 and actor2, whose order means nothing, and the actors associated with them. said_by: source, split at ;",
    )

    def __init__(self, path: str, known: Known) -> None:
        self.account = Account()
        self._sheet = Sheet(path, self.account)
        self._cast = Cast(known)
        self._atlas = Atlas(known)
        self._spots: dict[tuple[str, ...], tuple[str, str, str]] = {}
        self._casts: dict[tuple[str, ...], tuple[tuple[str, ...], list[tuple[str, str]]]] = {}

    def records(self) -> Iterator[Record]:
        """Every record that has an id and a day."""
        self._sheet.demand(
            "acled",
            (["event_id_cnty", "event_id_no_cnty", "data_id"], ["event_date"], ["actor1"], ["country"], ["fatalities"]),
        )
        columns = self._columns()
        for line, row in self._sheet.rows():
            record = self._record(columns, row, line)
            if record is not None:
                yield record

    def shared(self) -> tuple[Table, ...]:
        """The data set as a source, its actors and its places."""
        source = (
            ("name", '"ACLED"'), ("siglum", '"ACLED"'), ("kind", '"dataset"'),
            ("title", '"Armed Conflict Location & Event Data"'), ("url", '"https://acleddata.com/"'), ("language", '"en"'),
        )  # fmt: skip
        return (table("source", "acled", source), *self._cast.tables(), *self._atlas.tables())

    def _columns(self) -> _Columns:
        column = self._sheet.column
        return _Columns(
            column("event_id_cnty", "event_id_no_cnty", "data_id"), column("event_date"), column("time_precision"),
            column("disorder_type"), column("event_type"), column("sub_event_type"), column("actor1"),
            column("assoc_actor_1", "ally_actor_1"), column("actor2"), column("assoc_actor_2", "ally_actor_2"),
            column("civilian_targeting"), column("region"), column("country"), column("admin1"), column("admin2"),
            column("admin3"), column("location"), column("latitude"), column("longitude"),
            column("geo_precision", "geo_precis"), column("source"), column("notes"), column("fatalities"), column("tags"),
        )  # fmt: skip

    def _record(self, at: _Columns, row: list[str], line: int) -> Record | None:
        number = identity(row[at.id])
        if not number:
            self.account.skip("without an id", line)
            return None
        date = day(row[at.date]) or named_day(row[at.date], day_first=True)
        if date is None:
            self.account.skip("without a day that can be read", line)
            return None
        where, place, note = self._where(at, row, line)
        actors, who = self._actors((row[at.actor1], row[at.assoc1], row[at.actor2], row[at.assoc2]))
        first, last = _stretch(date, row[at.time_precision])
        event = f"acled-{number}"
        entries = [("source", '"acled"'), ("event", f'"{event}"'), ("when", days(first, last))]
        entries += [("where", where)] if where else []
        entries += who
        entries += self._killed(row[at.fatalities], line)
        said_by = listed(row[at.source])
        entries += [("said_by", one_or_more(said_by))] if said_by else []
        entries += [("quote", text(unescaped(row[at.notes])))] if row[at.notes] else []
        entries += [("note", text(note))] if note else []
        tags = listed(row[at.tags])
        entries += [("tags", texts(tags))] if tags else []
        what = squeezed(row[at.sub_type] or row[at.type]) or "Event"
        kinds = _tags((row[at.disorder], row[at.type], row[at.sub_type], row[at.targeting]))
        opening = [("title", _title(what, actors, place)), *kinds]
        return Record(
            (table("event", event, opening), table("report", f"acled/{number}", entries)),
            _levels(row[at.country], date.year, date.month),
            f"{date.isoformat()} {number:>12}",
        )

    def _killed(self, cell: str, line: int) -> list[tuple[str, str]]:
        dead = count(cell) if cell else 0
        if dead is None:
            self.account.unread("fatalities", cell, line)
        return [("figures", pairs((("killed", f'"at least {dead}"'),)))] if dead else []

    def _actors(self, cells: tuple[str, ...]) -> tuple[tuple[str, ...], list[tuple[str, str]]]:
        """The actors of both sides, and `who` as TOML."""
        found = self._casts.get(cells)
        if found is None:
            actors, allies = (*listed(cells[0]), *listed(cells[2])), (*listed(cells[1]), *listed(cells[3]))
            for name in (*actors, *allies):
                self._cast.name(name, _kind(name))
            found = self._casts[cells] = actors, _who(actors, allies)
        return found

    def _where(self, at: _Columns, row: list[str], line: int) -> tuple[str, str, str]:
        """`where` as TOML, the place as a title says it, and a note."""
        cells = (
            row[at.region], row[at.country], row[at.admin1], row[at.admin2], row[at.admin3], row[at.location],
            row[at.geo_precision], row[at.lat], row[at.lon],
        )  # fmt: skip
        found = self._spots.get(cells)
        if found is None:
            bad = [
                (column, cell)
                for column, cell, most in (("latitude", row[at.lat], 90), ("longitude", row[at.lon], 180))
                if cell and degrees(cell, most) is None
            ]
            for column, cell in bad:
                self.account.unread(column, cell, line)
            found = self._place(*map(squeezed, cells))
            if not bad:
                self._spots[cells] = found
        return found

    def _place(
        self, region: str, country: str, admin1: str, admin2: str, admin3: str, name: str, precision: str, *point: str
    ) -> tuple[str, str, str]:
        if precision == "3" or not name:
            area = self._atlas.area(region, country, admin1)
            note = f"Placed at {name}, a stand-in for the region (geo_precision 3)." if name else ""
            return (text(area.name), area.title, note) if area is not None else ("", "", note)
        lat, lon = degrees(point[0], 90), degrees(point[1], 180)
        inside = self._atlas.area(region, country, admin1, admin2, admin3)
        spot = self._atlas.spot(name, inside, point=f"{lat or '?'} {lon or '?'}")
        if lat and lon:
            spot.put(lat, lon, RADIUS_KM.get(precision, 3))
        near = "near " if precision == "2" else ""
        return text(f"{near}{spot.name}"), f"{near}{spot.title}", ""


@lru_cache(maxsize=8192)
def _stretch(date: datetime.date, precision: str) -> tuple[datetime.date, datetime.date]:
    before, after = _moved(date, -DAYS_OF_A_WEEK), _moved(date, DAYS_OF_A_WEEK)
    match precision.strip():
        case "2":
            return before, after
        case "3":
            last = calendar.monthrange(date.year, date.month)[1]
            return min(date.replace(day=1), before), max(date.replace(day=last), after)
        case _:
            return date, date


def _moved(date: datetime.date, days_: int) -> datetime.date:
    """So many days later, inside the calendar."""
    first, last = datetime.date.min.toordinal(), datetime.date.max.toordinal()
    return datetime.date.fromordinal(min(max(date.toordinal() + days_, first), last))


@lru_cache(maxsize=8192)
def _kind(name: str) -> str:
    if name.startswith(("Military Forces of", "Police Forces of", "Government of")):
        return "state"
    return "" if name.startswith(("Civilians", "Unidentified")) else "group"


def _who(actors: tuple[str, ...], allies: tuple[str, ...]) -> list[tuple[str, str]]:
    if actors and allies:
        return nested("who", (("actors", one_or_more(actors)), ("associated", one_or_more(allies))))
    return [("who", one_or_more(actors or allies))] if actors or allies else []


@lru_cache(maxsize=8192)
def _tags(cells: tuple[str, ...]) -> list[tuple[str, str]]:
    kinds = once(cells)
    return [("tags", texts(kinds))] if kinds else []


@lru_cache(maxsize=65536)
def _title(what: str, actors: tuple[str, ...], place: str) -> str:
    involved = " and ".join(actors)
    return text(", ".join(part for part in (f"{what}: {involved}" if involved else what, place) if part))


@lru_cache(maxsize=4096)
def _levels(country: str, year: int, month: int) -> tuple[str, ...]:
    made = slug(country)
    return made, f"{made}-{year:04}", f"{made}-{year:04}-q{(month + 2) // 3}", f"{made}-{year:04}-{month:02}"
