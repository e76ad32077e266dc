"""Rows of the GeoNames gazetteer, and which of them a name in a dossier may mean. Finds candidates; decides only where one is left.

Source of columns and codes: https://download.geonames.org/export/dump/readme.txt and https://www.geonames.org/export/codes.html.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, replace
from enum import StrEnum
from typing import NamedTuple

from tui.core.name_parts import parse
from tui.core.name_words import PLACE_TYPES
from tui.core.names import fold, one_name
from tui.core.places import Spot, distance_km
from tui.core.spellings import spelling
from tui.core.values import dataclass


class Row(NamedTuple):
    """One feature, as far as a dossier needs it."""

    id: int
    name: str
    asciiname: str
    alternates: tuple[str, ...]
    lat: float
    lon: float
    feature_class: str
    """One letter: P settlement, A area, S building or site, T hill, H water, L land in use, R road, U sea floor, V wood."""
    code: str
    """What kind of the class: PPL, PPLA, ADM1, AIRB …"""
    country: str
    admin1: str
    population: int


class Tier(StrEnum):
    """How a name was found, surest first."""

    EQUAL = "equal"
    """Equal to one of the row's names once case, accents, apostrophes and hyphens are left out."""
    SPELLING = "spelling"
    """A spelling of one of them (rules.md §5). Looked at only where nothing is equal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A row a name may mean."""

    row: Row
    """Without its other names."""
    tier: Tier
    matched: str
    """The row's name that was met."""
    declared: str | None = None
    """Id of the dossier's own `[[place]]` that goes by one of the row's names."""


class Area(NamedTuple):
    """A country or first-level area, for `within`."""

    id: int
    name: str
    country: str
    declared: str | None
    """Id of the dossier's own `[[place]]` for it."""


class Sort(StrEnum):
    """What a name itself says it is ("Aleppo province")."""

    FIRST = "first"
    LOWER = "lower"
    AREA = "area"
    SETTLEMENT = "settlement"


_SORTS = {
    word: sort
    for sort, words in {
        Sort.FIRST: "governorate province muhafazat muhafazah muhafaza",
        Sort.LOWER: "district subdistrict qada qadaa qadha mintaqat nahiyat nahiyah nahiye nahia county",
        Sort.AREA: "region municipality",
        Sort.SETTLEMENT: "city town village qaryat qarya qaryah",
    }.items()
    for word in words.split()
}
_LITTLE = ("the", "of")
MOST = 10
"""Candidates that are kept for one name; how many more there are is counted."""
NAMED_AFTER_KM = 50.0
"""A district, station, hill or stream so near a town of its name is called after it, or lies at it."""
_GONE = "H"
"""Last letter of the codes of what no longer exists (ADM1H, PPLH, PCLH)."""


@dataclass(slots=True)
class Found:
    """The candidates of one name; filled row by row, then only read."""

    name: str
    sort: Sort | None
    bare: str
    """The name without the words that say what it is."""
    equal: list[Candidate]
    spelled: list[Candidate]
    dropped: dict[Tier, int] = field(default_factory=lambda: dict.fromkeys(Tier, 0))
    """Further candidates that were not kept."""

    @property
    def candidates(self) -> list[Candidate]:
        """Those of the surer tier, most people first."""
        return sorted(self.equal or self.spelled, key=_most_people)

    @property
    def more(self) -> int:
        """How many candidates there are beside `candidates`."""
        return self.dropped[Tier.EQUAL if self.equal else Tier.SPELLING]

    @property
    def decided(self) -> Candidate | None:
        """The one candidate that is left when a town's namesakes beside it are not counted; None when several are."""
        left = self.candidates
        if self.sort is None:
            left = [one for one in left if not any(_named_after(one.row, other.row) for other in left)]
        return left[0] if len(left) == 1 and not self.more else None


class Search:
    """Looks for many names in rows that are taken one at a time; keeps little of each."""

    def __init__(self, wanted: Iterable[str], declared: Mapping[str, str | None]) -> None:
        """`wanted`: names to look for. `declared`: folded name -> id of the dossier's own place; None where several are called so."""
        self.found = {name: _open(name) for name in wanted}
        self.countries: dict[str, Area] = {}
        self.firsts: dict[tuple[str, str], Area] = {}
        self._declared = declared
        self._plain = _by(self.found.values(), lambda entry: fold(entry.name), plain=True)
        self._plain_skeletons = _by(self.found.values(), lambda entry: _skeleton(entry.name), plain=True)
        self._sorted = _by(self.found.values(), lambda entry: entry.bare, plain=False)
        self._sorted_skeletons = _by(self.found.values(), lambda entry: _skeleton(entry.bare), plain=False)
        self._ends = {key[at:] for key in (*self._plain_skeletons, *self._sorted_skeletons) for at in range(len(key))}
        """Every end of the skeletons that are looked for."""

    def take(self, row: Row) -> None:
        """Look at one row."""
        if row.code.endswith(_GONE) and row.feature_class in "AP":
            return
        self._take_area(row)
        names = dict.fromkeys((row.name, row.asciiname, *row.alternates))
        met: dict[str, Candidate] = {}
        for name in names:
            if name:
                for entry, tier in self._like(name, row):
                    known = met.get(entry.name)
                    if known is None or (tier is Tier.EQUAL and known.tier is Tier.SPELLING):
                        met[entry.name] = Candidate(row=row._replace(alternates=()), tier=tier, matched=name)
        declared = self._known(names) if met else None
        for wanted, candidate in met.items():
            _keep(self.found[wanted], replace(candidate, declared=declared))

    def first(self, row: Row) -> Area | None:
        """The first-level area a row lies in."""
        return self.firsts.get((row.country, row.admin1))

    def _like(self, name: str, row: Row) -> Iterator[tuple[Found, Tier]]:
        folded = fold(name)
        for entry in self._plain.get(folded, ()):
            yield entry, Tier.EQUAL
        bare = _bare(folded) if self._sorted and row.feature_class in "AP" else ""
        for entry in self._sorted.get(bare, ()):
            if _is_sort(row, entry.sort):
                yield entry, Tier.EQUAL
        if not self._may_be_spelled(folded, bare):
            return
        for entry in self._plain_skeletons.get(_skeleton(name), ()):
            if _spelled(entry.name, name):
                yield entry, Tier.SPELLING
        for entry in self._sorted_skeletons.get(_skeleton(bare), ()) if bare else ():
            if _is_sort(row, entry.sort) and _spelled(entry.bare, bare):
                yield entry, Tier.SPELLING

    def _may_be_spelled(self, folded: str, bare: str) -> bool:
        """A quick look at the last word, which spares most names being taken apart; rows come by the million."""
        last = folded.rpartition(" ")[2]
        return spelling(last).broad in self._ends or last in PLACE_TYPES or bool(bare and bare != folded)

    def _take_area(self, row: Row) -> None:
        if row.feature_class != "A":
            return
        if row.code.startswith("PCL"):
            declared = self._known((row.name, row.asciiname, *row.alternates))
            self.countries.setdefault(row.country, Area(row.id, row.name, row.country, declared))
        elif row.code == "ADM1":
            explicit = (name for name in row.alternates if _bare(fold(name)) != fold(name))
            declared = self._known((row.name, row.asciiname, *explicit))
            self.firsts.setdefault((row.country, row.admin1), Area(row.id, row.name, row.country, declared))

    def _known(self, names: Iterable[str]) -> str | None:
        return next((found for name in names if (found := self._declared.get(fold(name))) is not None), None)


def _open(name: str) -> Found:
    words = fold(name).split()
    sort = next((_SORTS[word] for word in words if word in _SORTS), None) if len(words) > 1 else None
    return Found(name, sort, _bare(fold(name)), [], [])


def _bare(folded: str) -> str:
    words = folded.split()
    if not any(word in _SORTS for word in words):
        return folded
    return " ".join(word for word in words if word not in _SORTS and word not in _LITTLE) or folded


def _by(entries: Iterable[Found], key: Callable[[Found], str], *, plain: bool) -> dict[str, list[Found]]:
    made: dict[str, list[Found]] = defaultdict(list)
    for entry in entries:
        if (entry.sort is None) is plain and key(entry):
            made[key(entry)].append(entry)
    return dict(made)


def _skeleton(name: str) -> str:
    return parse(name, "place").whole.broad


def _spelled(a: str, b: str) -> bool:
    return one_name(a, b, "place")


def _is_sort(row: Row, sort: Sort | None) -> bool:
    match sort:
        case Sort.FIRST:
            return row.code == "ADM1"
        case Sort.LOWER:
            return row.feature_class == "A" and row.code.startswith("ADM") and row.code != "ADM1"
        case Sort.AREA:
            return row.feature_class == "A"
        case Sort.SETTLEMENT:
            return row.feature_class == "P"
        case None:
            return True


def _keep(entry: Found, candidate: Candidate) -> None:
    kept = entry.equal if candidate.tier is Tier.EQUAL else entry.spelled
    kept.append(candidate)
    if len(kept) > MOST:
        kept.sort(key=_most_people)
        kept.pop()
        entry.dropped[candidate.tier] += 1


def _most_people(candidate: Candidate) -> tuple[int, int]:
    return -candidate.row.population, candidate.row.id


def _named_after(row: Row, town: Row) -> bool:
    """Whether a row that is no settlement and no first-level area has a settlement of its name beside it."""
    if row.feature_class == "P" or town.feature_class != "P" or row.code == "ADM1" or row.code.startswith("PCL"):
        return False
    if (row.country, row.admin1) != (town.country, town.admin1):
        return False
    apart = distance_km(_spot(row), _spot(town))
    return apart is not None and apart <= NAMED_AFTER_KM


def _spot(row: Row) -> Spot:
    return Spot(row.name, None, lat=row.lat, lon=row.lon)
