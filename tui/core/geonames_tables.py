"""What was found in GeoNames as `[[place]]` tables: one for each name that means one place, comments where several are left.

GeoNames gives points, not extents, so the radius is assumed from the kind of feature (`RADIUS_KM`), as are these:

- an area (a country, governorate, district), a range, a river or a road gets neither point nor radius: a point far from
  what happened in it would look like a contradiction; `within` says what lies in it;
- a settlement lies within its first-level area, and that within its country.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from tui.core.geonames import Area, Candidate, Found, Row, Search, Tier
from tui.core.mentions import Mention
from tui.core.model import Place
from tui.core.names import fold
from tui.core.quoting import quoted, quoted_list
from tui.core.slugs import slug
from tui.core.values import dataclass

RADIUS_KM: Mapping[str, float] = {
    "PPLC": 15,   # a capital
    "PPLA": 8,    # seat of a first-level area
    "PPLA2": 5,   # seat of a district
    "PPLA3": 3, "PPLA4": 3, "PPLA5": 3,  # seats below it
    "PPLX": 1,    # a quarter
    "P": 2,       # any other settlement
    "AIRB": 3, "AIRF": 3, "AIRP": 3, "MILB": 3,  # airfields and bases
    "S": 1,       # a building or site
    "MT": 5, "HLL": 2, "PK": 2, "PASS": 2,  # one hill or pass
    "SPNG": 1, "WLL": 1, "WLLS": 1,  # a spring, a well
}  # fmt: skip
"""Kilometres by feature code, else by feature class; what is not listed gets no point and no radius."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the file says, and how much of what was looked for is in it."""

    lines: tuple[str, ...]
    """Of the file; empty when nothing was found."""
    places: int
    """Tables of names that mean one place."""
    areas: int
    """Tables of the areas these lie in."""
    open: int
    """Names that may mean several places, as comments."""
    missing: tuple[str, ...]
    """Names that are not in GeoNames."""


@dataclass(slots=True)
class _Names:
    """The names of one decided row, most mentioned first."""

    row: Row
    mentions: list[Mention] = field(default_factory=list)
    matched: Candidate | None = None


@dataclass(slots=True)
class _Sorted:
    """The mentions by what was found for them."""

    decided: dict[int, _Names] = field(default_factory=dict)
    declared: list[tuple[Mention, Candidate]] = field(default_factory=list)
    """They mean a row by whose name the dossier declares a place."""
    open: list[tuple[Mention, Found]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def tables(search: Search, mentions: Sequence[Mention], places: Iterable[Place], *, origin: str) -> Outcome:
    """The file for the mentions that were looked for. `places`: those declared elsewhere; `origin`: the dump's name."""
    found = _sorted(search, mentions)
    declared = tuple(places)
    called = {fold(mention.name) for mention in mentions}
    called.update(fold(name) for place in declared for name in (place.id, place.name, *place.aliases))
    writer = _Writer(search, found.decided, {place.id for place in declared}, called)
    body = [
        *writer.areas(), *writer.places(), *_declared(found.declared), *writer.open_names(found.open),
        *_missing(found.missing),
    ]  # fmt: skip
    left_open = len(found.open) + len(found.declared)
    return Outcome(
        lines=(*_head(origin), *body) if found.decided or left_open else (),
        places=len(found.decided), areas=len(writer.added), open=left_open, missing=tuple(found.missing),
    )  # fmt: skip


def _sorted(search: Search, mentions: Sequence[Mention]) -> _Sorted:
    found = _Sorted()
    for mention in mentions:
        entry = search.found[mention.name]
        chosen = entry.decided
        if chosen is not None and chosen.declared is not None:
            found.declared.append((mention, chosen))
        elif chosen is not None:
            names = found.decided.setdefault(chosen.row.id, _Names(chosen.row, matched=chosen))
            names.mentions.append(mention)
        elif entry.candidates:
            found.open.append((mention, entry))
        else:
            found.missing.append(mention.name)
    return found


class _Writer:
    """Gives every row its id and writes the tables."""

    def __init__(self, search: Search, decided: Mapping[int, _Names], taken: set[str], called: set[str]) -> None:
        self._search, self._decided = search, decided
        self._taken = taken
        self._ids: dict[int, str] = {}
        for number, names in decided.items():
            names.mentions.sort(key=lambda mention: -mention.count)
            self._ids[number] = self._new_id(names.mentions[0].name)
        self.added: dict[int, Area] = {}
        """Areas that need a table of their own; none whose name already means something in the dossier."""
        for names in decided.values():
            for area in self._areas_of(names.row):
                if area.declared is None and area.id not in decided and fold(area.name) not in called:
                    self.added.setdefault(area.id, area)
        for number, area in sorted(self.added.items(), key=lambda item: (item[1].name, item[0])):
            self._ids[number] = self._new_id(area.name)

    def areas(self) -> Iterator[str]:
        """Tables of countries and first-level areas that the places lie in."""
        for number, area in sorted(
            self.added.items(), key=lambda item: (item[1] != self._country(item[1].country), item[1].name)
        ):
            yield from ("", f"# GeoNames {number}, an area that places below lie in.", "[[place]]")
            yield f"id = {quoted(self._ids[number])}"
            yield f"name = {quoted(area.name)}"
            country = self._country(area.country)
            if country is not None and country.id != number and (above := self._id_of(country)):
                yield f"within = {quoted(above)}"

    def places(self) -> Iterator[str]:
        """Tables of the names that mean one place."""
        for number, names in self._decided.items():
            yield ""
            yield f"# {_about(names.row, names.matched)}"
            aliases = [mention.name for mention in names.mentions[1:]]
            yield from self._table(names.row, self._ids[number], names.mentions[0].name, aliases)

    def open_names(self, names: Iterable[tuple[Mention, Found]]) -> Iterator[str]:
        """Names that may mean several places: comments to choose from."""
        for mention, entry in names:
            candidates = entry.candidates
            identity = self._new_id(mention.name)
            more = f", and {entry.more} more that are not listed" if entry.more else ""
            yield ""
            yield _comment(
                f"{quoted(mention.name)} may be any of {len(candidates)}{more}; nothing is decided here. "
                "To choose one, take its #| away."
            )
            for candidate in candidates:
                area = self._search.first(candidate.row)
                where = f", in {quoted(area.name)}" if area is not None and area.id != candidate.row.id else ""
                yield "#"
                yield _comment(f"{_about(candidate.row, candidate)}{where}")
                known = self._ids.get(candidate.row.id)
                if known is not None:
                    yield _comment(f"It has a table already: {known}; there it would be an alias.")
                else:
                    lines = self._table(candidate.row, identity, mention.name, [])
                    yield from (f"#| {line}" for line in lines)

    def _table(self, row: Row, identity: str, name: str, aliases: Sequence[str]) -> Iterator[str]:
        yield "[[place]]"
        yield f"id = {quoted(identity)}"
        yield f"name = {quoted(name)}"
        if aliases:
            yield f"aliases = {quoted_list(aliases)}"
        if above := self._above(row):
            yield f"within = {quoted(above)}"
        radius = radius_km(row)
        if radius is not None:
            yield f"lat = {row.lat}"
            yield f"lon = {row.lon}"
            yield f"radius_km = {radius:g}"

    def _above(self, row: Row) -> str | None:
        """The id of the nearest area around a row that has a table."""
        return next((found for area in self._areas_of(row) if (found := self._id_of(area))), None)

    def _areas_of(self, row: Row) -> Iterator[Area]:
        first, country = self._search.first(row), self._country(row.country)
        if row.code.startswith("PCL"):
            return
        yield from (area for area in (first, country) if area is not None and area.id != row.id)

    def _country(self, code: str) -> Area | None:
        return self._search.countries.get(code)

    def _id_of(self, area: Area) -> str | None:
        return area.declared or self._ids.get(area.id)

    def _new_id(self, name: str) -> str:
        made = slug(name, self._taken)
        self._taken.add(made)
        return made


def radius_km(row: Row) -> float | None:
    """How far a feature is assumed to reach; None for what no point stands for."""
    return RADIUS_KM.get(row.code, RADIUS_KM.get(row.feature_class))


def _about(row: Row, candidate: Candidate | None) -> str:
    people = f", {row.population:,} people" if row.population else ""
    met = ""
    if candidate is not None and candidate.matched != row.name:
        met = f", also called {quoted(candidate.matched)}"
    spelled = ", matched by spelling" if candidate is not None and candidate.tier is Tier.SPELLING else ""
    return f"GeoNames {row.id} {quoted(row.name)} ({row.feature_class}.{row.code}{people}{met}{spelled})"


def _comment(text: str) -> str:
    return f"# {text}"


def _head(origin: str) -> Iterator[str]:
    yield _comment(f"Places of this dossier as GeoNames knows them, from {quoted(origin)}.")
    yield _comment("Names, points and areas: GeoNames, https://www.geonames.org/, licensed under CC BY 4.0,")
    yield _comment("https://creativecommons.org/licenses/by/4.0/, given as they are, without warranty.")
    yield _comment(
        "Chosen by `rashomon import geonames`. Not in GeoNames but assumed from the kind of feature: radius_km."
    )
    yield _comment("Areas, rivers and roads have no point: what lies in them says so by `within`.")


def _declared(names: Sequence[tuple[Mention, Candidate]]) -> Iterator[str]:
    for mention, candidate in names:
        yield ""
        yield _comment(
            f"{quoted(mention.name)} is {_about(candidate.row, candidate)}, by a name of which the dossier has a [[place]]: "
            f"{candidate.declared}. If it is the same place, add the name to its aliases."
        )


def _missing(names: Sequence[str]) -> Iterator[str]:
    if names:
        yield ""
        yield _comment("Not found:")
        yield from (_comment(f"  {quoted(name)}") for name in names)
