"""UCDP Georeferenced Event Dataset, versions 19.1 to 25.1 and candidate releases, as CSV.

Columns and codes: UCDP GED Codebook, https://ucdp.uu.se/downloads/. One record is one event and one report of the data
set; what was coded from whom is kept as `said_by` and `locator`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from tui.core.slugs import slug
from tui.files.importers.accounts import Account
from tui.files.importers.casts import Atlas, Cast
from tui.files.importers.cells import coordinates, count, day, degrees, once, unescaped, voices
from tui.files.importers.feeds import Known
from tui.files.importers.sheets import Sheet
from tui.files.importers.tables import Record, Table, days, identity, nested, one_or_more, spread, squeezed, table, text
from tui.files.importers.ucdp_columns import Columns, columns_of

RADIUS_KM = {"1": 3, "2": 3, "3": 25, "4": 75, "5": 100, "6": 500, "7": 500, "": 25}
"""How far a place reaches, by where_prec: named place (2: "near" it, which adds 25 km), district, province, area or line,
country, sea or air. Without the column a point may stand for any of these; 25 km is the tolerance of where_prec 2."""

VIOLENCE = {"1": "state-based violence", "2": "non-state violence", "3": "one-sided violence"}
_EMPTY = frozenset(("", "NA"))
_VERSION = re.compile(r"ged\D{0,9}?(\d\d)[._]?([0-9])(?!\d)", re.IGNORECASE)
_KIND_OF_PLACE = re.compile(r" (?:town|city|village)$")
_LONGEST_KEY = 24


class Ged:
    """One file of the data set."""

    stem = "ucdp"
    main = "report"

    def __init__(self, path: str, known: Known) -> None:
        self.account = Account()
        self._sheet = Sheet(path, self.account)
        self._cast = Cast(known)
        self._atlas = Atlas(known)
        self._spots: dict[tuple[str, ...], tuple[str, str]] = {}
        found = _VERSION.search(Path(path).name)
        self._version = f"{found[1]}.{found[2]}" if found else ""

    @property
    def title(self) -> str:
        """Title of a dossier of nothing else."""
        return f"UCDP GED {self._version}".strip()

    @property
    def head(self) -> tuple[str, ...]:
        """Whose data these are, and how a record became tables."""
        return (
            f"UCDP Georeferenced Event Dataset (GED){' version ' if self._version else ''}{self._version}, Uppsala Conflict Data"
            " Program, CC BY 4.0.",
            "Cite as https://ucdp.uu.se/downloads/ asks.",
            "",
            "A record is one event and one report. killed is [low, high], or the number where the two are equal; killed_best is UCDP's",
            "best estimate where they are not. Deaths of a side reach up by those of unknown side; a side without any is not stated.",
            'when: the day, or for date_prec 2 to 5 sometime within the interval. where: where_prec 2 is "near".',
            "radius_km, our assumption, by where_prec: "
            + ", ".join(f"{code or 'none'}: {reach}" for code, reach in RADIUS_KM.items())
            + ".",
            "said_by: source_original, else source_office, split at ; , and /. locator and quote: what UCDP coded from.",
        )

    def records(self) -> Iterator[Record]:
        """Every record that has an id, a day and sides."""
        sheet = self._sheet
        sheet.demand(
            "ucdp-ged",
            (
                ["id"],
                ["side_a"],
                ["side_b"],
                ["country"],
                ["type_of_violence"],
                ["date_start", "year"],
                ["best", "best_death", "best_est"],
            ),
        )
        columns = columns_of(sheet)
        for line, row in sheet.rows(empty=_EMPTY):
            if "NA" in row:
                row = ["" if cell == "NA" else cell for cell in row]  # noqa: PLW2901 - the same row, with its gaps as such
            record = self._record(columns, row, line)
            if record is not None:
                yield record

    def shared(self) -> tuple[Table, ...]:
        """The data set as a source, its sides and its places."""
        entries = [
            ("name", text(self.title)), ("siglum", '"UCDP"'), ("kind", '"dataset"'),
            ("title", text("UCDP Georeferenced Event Dataset" + (f", version {self._version}" if self._version else ""))),
            ("url", '"https://ucdp.uu.se/"'), ("language", '"en"'),
        ]  # fmt: skip
        if self._version:
            entries.insert(5, ("published", f'"20{self._version[:2]}"'))
        return (table("source", "ucdp", entries), *self._cast.tables(), *self._atlas.tables())

    def _record(self, at: Columns, row: list[str], line: int) -> Record | None:
        number = identity(row[at.id])
        if not number:
            self.account.skip("without an id", line)
            return None
        first, last = self._days(at, row, line)
        if first is None or last is None:
            self.account.skip("without a day that can be read", line)
            return None
        where, shown = self._where(at, row, line)
        violence = row[at.violence]
        sides_a, sides_b = self._sides(row[at.side_a]), self._sides(row[at.side_b])
        event = f"ucdp-{number}"
        entries = [("source", '"ucdp"'), ("event", f'"{event}"'), ("when", days(first, last)), ("where", where)]
        entries += (*_who(sides_a, sides_b, violence), *self._figures(at, row, line), *_sources(at, row))
        more = squeezed(row[at.where_more])
        if more and more != row[at.where]:
            entries.append(("note", text(f"Where: {more}")))
        if row[at.clarity] == "2":
            entries.append(("tags", '["coded from an aggregate"]'))
        opening = (("title", _title(sides_a, sides_b, violence, shown)), ("tags", _tags(violence, row[at.conflict])))
        return Record(
            (table("event", event, opening), table("report", f"ucdp/{number}", entries)),
            _levels(row[at.country], first.year, first.month),
            f"{first.isoformat()} {number:>9}",
        )

    def _days(self, at: Columns, row: list[str], line: int) -> tuple[datetime.date | None, datetime.date | None]:
        if at.start < 0:
            first = day(f"{row[at.year]}-{row[at.month]:>02}-{row[at.day]:>02}")
            return first, first
        first, last = day(row[at.start]), day(row[at.end]) if row[at.end] else None
        if first is None:
            return None, None
        if last is None or last < first:
            if row[at.end]:
                self.account.unread("date_end", row[at.end], line)
            return first, first
        return first, last

    def _sides(self, cell: str) -> tuple[str, ...]:
        return tuple(self._cast.name(name, _kind(name)) for name in sides(cell))

    def _where(self, at: Columns, row: list[str], line: int) -> tuple[str, str]:
        """`where` as TOML, and the place as a title says it."""
        key = (
            row[at.where], row[at.where_prec], row[at.adm_2], row[at.adm_1], row[at.country], row[at.region],
            row[at.lat], row[at.lon],
        )  # fmt: skip
        found = self._spots.get(key)
        if found is None:
            bad = [
                (column, cell)
                for column, cell, most in (("latitude", row[at.lat], 90), ("longitude", row[at.lon], 180))
                if cell and degrees(cell, most) is None
            ]
            for column, cell in bad:
                self.account.unread(column, cell, line)
            found = self._place(key)
            if not bad:
                self._spots[key] = found
        return found

    def _place(self, key: tuple[str, ...]) -> tuple[str, str]:
        name, precision, adm_2, adm_1, country, region, *point = (squeezed(cell) for cell in key)
        area = self._atlas.area(region, country, adm_1, adm_2)
        lat, lon = degrees(point[0], 90), degrees(point[1], 180)
        spot = area if area is not None and name == area.title else None
        if not name and lat and lon:
            name = coordinates(lat, lon)
        if spot is None and name:
            spot = self._atlas.spot(name, area, point=f"{lat or '?'} {lon or '?'}")
        if spot is None:
            return (text(country), country)
        if lat and lon:
            spot.put(lat, lon, RADIUS_KM.get(precision, RADIUS_KM[""]))
        near = "near " if precision == "2" else ""
        shown = _KIND_OF_PLACE.sub("", spot.title) if key[0] else country
        return text(f"{near}{spot.name}"), f"{near}{shown}"

    def _figures(self, at: Columns, row: list[str], line: int) -> list[tuple[str, str]]:
        low, best, high = row[at.low], row[at.best], row[at.high]
        members: list[tuple[str, str]] = []
        if low == best == high and low.isdecimal():
            members.append(("killed", str(int(low))))
        else:
            members += self._toll(low, best, high, line)
        unknown = count(row[at.unknown] or "0") or 0
        for column, name, key in (
            (at.deaths_a, "deaths_a", _side_key(row[at.side_a], "a")),
            (at.deaths_b, "deaths_b", _side_key(row[at.side_b], "b")),
            (at.civilians, "deaths_civilians", "killed_civilians"),
        ):
            cell = row[column]
            if cell in ("0", ""):
                continue
            dead = count(cell)
            if dead is None:
                self.account.unread(name, cell, line)
            elif dead:
                members.append((key, spread(dead, dead + unknown)))
        return nested("figures", members)

    def _toll(self, low: str, best: str, high: str, line: int) -> list[tuple[str, str]]:
        read = [count(cell) if cell else None for cell in (low, best, high)]
        for name, cell, number in zip(("low", "best", "high"), (low, best, high), read, strict=True):
            if cell and number is None:
                self.account.unread(name, cell, line)
        given = [number for number in read if number is not None]
        if not given:
            return []
        if given != sorted(given):
            self.account.remark("whose low, best and high do not rise; killed is from the least to the most", line)
        members = [("killed", spread(min(given), max(given)))]
        if read[1] is not None and min(given) != max(given):
            members.append(("killed_best", str(read[1])))
        return members


@lru_cache(maxsize=8192)
def sides(cell: str) -> tuple[str, ...]:
    """The groups of a side. UCDP writes those that act together in one cell, in alphabetical order between commas.

    A name with a comma of its own ("… for Democracy, Peace and Justice") stays whole.
    """
    parts = [squeezed(part) for part in cell.split(", ")]
    folded = [part.casefold() for part in parts]
    is_list = (
        folded == sorted(folded) and "" not in parts and "(" not in cell and not re.search(r" (?:and|&) ", parts[-1])
    )
    return tuple(parts) if is_list else (squeezed(cell),) if cell.strip() else ()


def _kind(name: str) -> str:
    return "state" if name.startswith("Government of ") else "" if name == "Civilians" else "group"


@lru_cache(maxsize=8192)
def _who(sides_a: tuple[str, ...], sides_b: tuple[str, ...], violence: str) -> list[tuple[str, str]]:
    """Roles only where the code gives them: one-sided violence is by side a against civilians."""
    if _violence(violence) == VIOLENCE["3"] and sides_a and sides_b:
        return nested("who", (("attacker", one_or_more(sides_a)), ("victim", one_or_more(sides_b))))
    both = (*sides_a, *sides_b)
    return [("who", one_or_more(both))] if both else []


@lru_cache(maxsize=64)
def _violence(cell: str) -> str:
    return VIOLENCE.get(cell, cell.casefold())


@lru_cache(maxsize=65536)
def _title(sides_a: tuple[str, ...], sides_b: tuple[str, ...], violence: str, place: str) -> str:
    against = " and ".join(sides_b)
    against = "civilians" if against == "Civilians" else against
    told = " against ".join(part for part in (" and ".join(sides_a), against) if part)
    return text(", ".join(part for part in (told or _violence(violence), place) if part))


@lru_cache(maxsize=8192)
def _tags(violence: str, conflict: str) -> str:
    return "[" + ", ".join(text(squeezed(tag)) for tag in (_violence(violence), conflict) if tag.strip()) + "]"


@lru_cache(maxsize=8192)
def _side_key(cell: str, side: str) -> str:
    made = slug(cell).replace("-", "_")
    short = len(sides(cell)) == 1 and len(made) <= _LONGEST_KEY and made not in ("civilians", "best")
    return f"killed_{made}" if short else f"killed_side_{side}"


@lru_cache(maxsize=4096)
def _levels(country: str, year: int, month: int) -> tuple[str, ...]:
    made = slug(country)
    return made, f"{made}-{year:04}", f"{made}-{year:04}-q{(month + 2) // 3}", f"{made}-{year:04}-{month:02}"


def _sources(at: Columns, row: list[str]) -> Iterator[tuple[str, str]]:
    """Who said it, where it stands, and its words."""
    original, office = row[at.original], row[at.office]
    said_by = voices(original) or (once(office.split(";")) if office else ())
    if said_by:
        yield "said_by", one_or_more(said_by)
    headline = row[at.headline]
    if headline:
        yield "quote", text(unescaped(headline))
    if office:
        yield "locator", _locator(office, row[at.source_date])
    elif row[at.article]:
        yield "locator", text(unescaped(row[at.article]))


@lru_cache(maxsize=65536)
def _locator(office: str, date: str) -> str:
    offices, dates = [squeezed(part) for part in office.split(";")], [part.strip()[:10] for part in date.split(";")]
    if len(offices) != len(dates):
        return text(squeezed(f"{office}; {date}" if date else office))
    return text(
        "; ".join(dict.fromkeys(f"{name}, {when}" if when else name for name, when in zip(offices, dates, strict=True)))
    )
