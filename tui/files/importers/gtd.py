"""Global Terrorism Database as CSV.

Columns and codes: GTD Codebook, https://www.start.umd.edu/gtd/. One incident is one event and one report of the data set.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

from tui.core.slugs import slug
from tui.files.importers.accounts import Account
from tui.files.importers.casts import Atlas, Cast
from tui.files.importers.cells import count, day, degrees, named_day, once, unescaped
from tui.files.importers.feeds import Known
from tui.files.importers.sheets import Sheet
from tui.files.importers.tables import Record, Table, identity, nested, one_or_more, squeezed, table, text, texts
from tui.files.literals import literal

RADIUS_KM = {"1": 5, "2": 25, "3": 50, "4": 100}
"""How far a place reaches, by specificity: the city, the middle of its district, of a smaller region, of a province."""

FIGURES = (
    ("nkill", "killed"), ("nkillter", "killed_perpetrators"), ("nkillus", "killed_us"), ("nwound", "wounded"),
    ("nwoundte", "wounded_perpetrators"), ("nwoundus", "wounded_us"), ("nperps", "perpetrators"),
    ("nperpcap", "captured_perpetrators"), ("nhostkid", "hostages"), ("nhostkidus", "hostages_us"), ("nreleased", "released"),
    ("propvalue", "property_damage_usd"), ("ransomamt", "ransom_demanded_usd"), ("ransompaid", "ransom_paid_usd"),
)  # fmt: skip
"""Column -> figure. GTD writes -9 and -99 where a number is not known."""

LISTS = (
    ("attack", ("attacktype1_txt", "attacktype2_txt", "attacktype3_txt")),
    ("target_type", ("targtype1_txt", "targtype2_txt", "targtype3_txt")),
    ("weapon", ("weaptype1_txt", "weaptype2_txt", "weaptype3_txt", "weaptype4_txt")),
    ("weapon_detail", ("weapsubtype1_txt", "weapsubtype2_txt", "weapsubtype3_txt", "weapsubtype4_txt")),
)
"""Claim -> columns whose words it lists."""

NOTES = (
    ("approxdate", "Date: {}."), ("location", "Where: {}."), ("gsubname", "Perpetrator more exactly: {}."), ("motive", "Motive: {}"),
    ("weapdetail", "Weapon: {}"), ("propcomment", "Damage: {}"), ("addnotes", "{}"), ("related", "Related incidents: {}."),
)  # fmt: skip
"""Column -> how it stands in the note."""

TRUTHS = (("success", "success"), ("suicide", "suicide"), ("claimed", "claimed"), ("property", "property_damage"))
"""Column of 1 and 0 -> claim. GTD writes -9 where it is not known."""

_UNKNOWN = frozenset(("", ".", "unknown", "-9", "-99", "-9.0", "-99.0"))


class Gtd:
    """One export of the data set."""

    stem = "gtd"
    main = "report"
    title = "Global Terrorism Database"
    head = (
        "Global Terrorism Database (GTD), START, University of Maryland. Terms of use: https://www.start.umd.edu/gtd/.",
        "",
        "An incident is one event and one report. A day or month that GTD does not know leaves the month or year; an incident of",
        "more than a day lasts until its resolution. -9, -99 and Unknown state nothing. who.attacker is the group named as",
        "perpetrator; tags say where GTD only suspects it, or doubts that it was terrorism. quote: its summary; locator: its sources.",
    )

    def __init__(self, path: str, known: Known) -> None:
        self.account = Account()
        self._sheet = Sheet(path, self.account)
        self._cast = Cast(known)
        self._atlas = Atlas(known)
        self._spots: dict[tuple[str, ...], tuple[str, str]] = {}
        self._tolls: dict[tuple[str, ...], list[tuple[str, str]]] = {}

    def records(self) -> Iterator[Record]:
        """Every incident that has an id and a year."""
        self._sheet.demand("gtd", (["eventid"], ["iyear"], ["imonth"], ["iday"], ["country_txt"], ["gname"]))
        wanted = (
            "eventid", "iyear", "imonth", "iday", "approxdate", "extended", "resolution", "country_txt", "region_txt", "provstate",
            "city", "latitude", "longitude", "specificity", "vicinity", "location", "summary", "doubtterr", "corp1", "target1",
            "gname", "gname2", "gname3", "gsubname", "guncertain1", "motive", "weapdetail", "propcomment", "addnotes", "scite1",
            "scite2", "scite3", "related", *(column for column, _ in (*FIGURES, *TRUTHS)),
            *(column for _, columns in LISTS for column in columns),
        )  # fmt: skip
        pick = itemgetter(*(self._sheet.column(name) for name in wanted))
        for line, row in self._sheet.rows():
            record = self._record(dict(zip(wanted, map(_clean, pick(row)), strict=True)), line)
            if record is not None:
                yield record

    def shared(self) -> tuple[Table, ...]:
        """The data set as a source, perpetrators and places."""
        source = (
            ("name", '"GTD"'), ("siglum", '"GTD"'), ("kind", '"dataset"'), ("title", '"Global Terrorism Database"'),
            ("url", '"https://www.start.umd.edu/gtd/"'), ("language", '"en"'),
        )  # fmt: skip
        return (table("source", "gtd", source), *self._cast.tables(), *self._atlas.tables())

    def _record(self, cells: dict[str, str], line: int) -> Record | None:
        number = identity(cells["eventid"])
        if not number:
            self.account.skip("without an id", line)
            return None
        when, order = _when(cells["iyear"], cells["imonth"], cells["iday"])
        if not when:
            self.account.skip("without a year that can be read", line)
            return None
        where, place = self._where(cells, line)
        event = f"gtd-{number}"
        entries = [("source", '"gtd"'), ("event", f'"{event}"'), ("when", when), *self._until(cells, line)]
        entries += [("where", where)] if where else []
        entries += [*self._who(cells), *self._figures(cells, line), *_claims(_pick_claims(cells))]
        summary = cells["summary"]
        entries += [("quote", text(unescaped(summary)))] if summary else []
        cited = once([cells[name] for name in ("scite1", "scite2", "scite3")])
        entries += [("locator", text("; ".join(map(unescaped, cited))))] if cited else []
        note = " ".join(_notes(cells)) if any(_pick_notes(cells)) else ""
        entries += [("note", text(note))] if note else []
        tags = [tag for name, tag in (("doubtterr", "doubted as terrorism"), ("guncertain1", "perpetrator suspected"))
                if cells[name] in ("1", "1.0")]  # fmt: skip
        entries += [("tags", texts(tags))] if tags else []
        attack, group = cells["attacktype1_txt"] or "Incident", cells["gname"]
        title = ", ".join(part for part in (f"{attack} by {group}" if group else attack, place) if part)
        return Record(
            (table("event", event, [("title", text(title))]), table("report", f"gtd/{number}", entries)),
            _levels(cells["country_txt"], order[:7]),
            f"{order} {number:>14}",
        )

    def _until(self, cells: dict[str, str], line: int) -> Iterator[tuple[str, str]]:
        resolution = cells["resolution"]
        if resolution and cells["extended"] in ("1", "1.0"):
            last = day(resolution) or named_day(resolution, day_first=False)
            if last is None:
                self.account.unread("resolution", resolution, line)
            else:
                yield "until", last.isoformat()

    def _where(self, cells: dict[str, str], line: int) -> tuple[str, str]:
        """`where` as TOML, and the place as a title says it."""
        key = _pick_where(cells)
        found = self._spots.get(key)
        if found is None:
            bad = [
                name
                for name, most in (("latitude", 90), ("longitude", 180))
                if cells[name] and degrees(cells[name], most) is None
            ]
            for name in bad:
                self.account.unread(name, cells[name], line)
            found = self._place(*key)
            if not bad:
                self._spots[key] = found
        return found

    def _place(
        self, region: str, country: str, province: str, city: str, specificity: str, vicinity: str, *point: str
    ) -> tuple[str, str]:
        area = self._atlas.area(region, country, province)
        if not city:
            return (text(area.name), area.title) if area is not None else ("", "")
        lat, lon = degrees(point[0], 90), degrees(point[1], 180)
        precision = specificity[:1]
        is_vague = precision in ("3", "4", "5")
        spot = self._atlas.spot(city, area, point=f"{lat or '?'} {lon or '?'}" if is_vague else "")
        if lat and lon:
            spot.put(lat, lon, RADIUS_KM.get(precision, 100 if is_vague else 25))
        near = "near " if not is_vague and vicinity in ("1", "1.0") else ""
        return text(f"{near}{spot.name}"), f"{near}{city}"

    def _who(self, cells: dict[str, str]) -> Iterator[tuple[str, str]]:
        groups = once([cells[name] for name in ("gname", "gname2", "gname3")])
        targets = once([cells["target1"]]) or once([cells["corp1"]])
        for group in groups:
            self._cast.name(group)
        members = [(role, one_or_more(names)) for role, names in (("attacker", groups), ("target", targets)) if names]
        yield from nested("who", members)

    def _figures(self, cells: dict[str, str], line: int) -> list[tuple[str, str]]:
        key = _pick_figures(cells)
        found = self._tolls.get(key)
        if found is not None:
            return found
        members, bad = [], False
        for (name, figure), cell in zip(FIGURES, key, strict=True):
            number = count(cell) if cell else None
            if number is not None:
                members.append((figure, str(number)))
            elif cell:
                self.account.unread(name, cell, line)
                bad = True
        made = nested("figures", members)
        if not bad:
            self._tolls[key] = made
        return made


_pick_where = itemgetter(
    "region_txt", "country_txt", "provstate", "city", "specificity", "vicinity", "latitude", "longitude"
)
_pick_figures = itemgetter(*(column for column, _ in FIGURES))
_pick_claims = itemgetter(*(column for _, columns in LISTS for column in columns), *(column for column, _ in TRUTHS))


_pick_notes = itemgetter(*(column for column, _ in NOTES))


@lru_cache(maxsize=8192)
def _levels(country: str, month: str) -> tuple[str, ...]:
    made = slug(country or "unknown")
    return made, f"{made}-{month[:4]}", f"{made}-{month}"


@lru_cache(maxsize=8192)
def _when(year_cell: str, month_cell: str, day_cell: str) -> tuple[str, str]:
    """`when` as TOML and as it sorts: a day, a month or a year; both empty without a year."""
    year, month, number = (count(cell or "0") or 0 for cell in (year_cell, month_cell, day_cell))
    if not 1 <= year <= 9999:
        return "", ""
    if not 1 <= month <= 12:
        return f'"{year:04}"', f"{year:04}"
    if not 1 <= number <= calendar.monthrange(year, month)[1]:
        return f'"{year:04}-{month:02}"', f"{year:04}-{month:02}"
    made = datetime.date(year, month, number).isoformat()
    return made, made


def _notes(cells: dict[str, str]) -> Iterator[str]:
    for (_, words), cell in zip(NOTES, _pick_notes(cells), strict=True):
        if cell:
            yield words.format(unescaped(cell)).replace("..", ".")


@lru_cache(maxsize=65536)
def _clean(cell: str) -> str:
    """What the cell says; empty where GTD writes that it does not know."""
    words = squeezed(cell)
    return "" if words.casefold() in _UNKNOWN else words


@lru_cache(maxsize=65536)
def _claims(cells: tuple[str, ...]) -> list[tuple[str, str]]:
    """Claims of the columns of `LISTS` and `TRUTHS`, in that order."""
    rest = iter(cells)
    members = []
    for key, columns in LISTS:
        words = once([next(rest) for _ in columns])
        if words:
            members.append((key, f"[{', '.join(map(literal, words))}]"))
    for _, key in TRUTHS:
        cell = next(rest)[:1]
        if cell in ("0", "1"):
            members.append((key, "true" if cell == "1" else "false"))
    return nested("claims", members)
