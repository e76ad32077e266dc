"""Places as reports write them, resolved against `[[place]]`: which place is meant, how far it is widened, how far two lie apart.

Says how two places lie to each other; what that means for readers of a dossier is decided in `verdicts.places`. Source: rules.md §6.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import asin, cos, radians, sin, sqrt
from typing import Protocol

from tui.core.chains import chain_above
from tui.core.directories import Resolved
from tui.core.model import Place
from tui.core.names import Directory, fold, one_name
from tui.core.values import dataclass

EARTH_RADIUS_KM = 6371.0088
"""Mean radius, IUGG."""
NEAR_KM = 25.0
"""How far "near" reaches; the tolerance UCDP GED gives to a place "near" a named one (codebook 19.1, where_prec 2)."""

_DISTANCE = re.compile(
    r"(?:about |some |around |roughly )?(\d{1,4}(?:\.\d{1,2})?) ?(km|kilomet(?:er|re)s?|miles?|mi)\.? "
    r"(?:to the )?(?:(?:north|south|east|west)(?:[ -]?(?:east|west))? ?(?:of|from)|from|outside|away from|off) (?:of )?(.+)",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"(?:(?:just |the |on the |at the |in the |(?:north|south|east|west)(?:ern)? )*"
    r"(?:near|nearby|close to|outside|around|edges? of|outskirts? of|vicinity of|area of|area around|"
    r"surroundings of|countryside of|environs of))"
    r"(?: of)? (?:the (?:city|town|village) of )?(.+)",
    re.IGNORECASE,
)
DEEPEST = 6
"""How many times "near" and "A, B" may stand inside each other; what goes deeper is taken as a name."""
_KM_PER_MILE = 1.609344


@dataclass(frozen=True, slots=True)
class Spot:
    """One place as one report writes it."""

    name: str
    """As shown: the declared name, or the report's own words."""
    id: str | None
    """Id of the `[[place]]`; None when no declared place answers to the name."""
    inside: tuple[str, ...] = ()
    """Ids of the declared places it lies in, nearest first (for an undeclared "A, B": B and what B lies in)."""
    lat: float | None = None
    lon: float | None = None
    radius_km: float = 0.0
    """Of the place itself and what words such as "near" add to it."""
    widened: bool = False
    """Whether words such as "near" stand before the name."""
    widening: str = ""
    """Those words."""
    centre: str = ""
    """The name after those words, as written."""
    spelt: tuple[str, str] | None = None
    """The report's own name for it and the declared one, where only the spelling says which place is meant."""

    @property
    def key(self) -> tuple[str, str]:
        """What makes two mentions the same value: the place, and the words that widen it."""
        if self.id is None:
            return (f"?{fold(self.name)}", "")
        return (self.id, fold(self.widening) if self.widened else "")


class Names(Protocol):
    """What names mean among declared things; a `Directory` is one."""

    def declares(self, name: str) -> bool:
        """Whether a name is one of the declared ones, be it of several things."""

    def resolve(self, name: str) -> Resolved | None:
        """The declared thing a name means, or None when there is none or more than one."""


def directory_of(places: Iterable[Place]) -> Directory:
    """The names of places."""
    return Directory((place.id, "place", (place.id, place.name, *place.aliases)) for place in places)


class Gazetteer:
    """The declared places of a dossier, asked by name."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places: Mapping[str, Place] = {place.id: place for place in places}
        self._directory: Names = directory_of(self._places.values())
        self._chains: dict[str, tuple[str, ...]] = {}
        self._seen: dict[str, Spot] = {}

    @classmethod
    def kept(cls, places: Mapping[str, Place], names: Names) -> Gazetteer:
        """One whose places, by their ids, and names lie elsewhere."""
        made = cls(())
        made._places, made._directory = places, names
        return made

    @property
    def size(self) -> int:
        """How many places are declared."""
        return len(self._places)

    def declares(self, name: str) -> bool:
        """Whether a name is one of the declared ones."""
        return self._directory.declares(name)

    def names(self, place_id: str) -> tuple[str, ...]:
        """Every name that a declared place goes by."""
        place = self._places[place_id]
        return (place.name, *place.aliases)

    def spot(self, words: str) -> Spot:
        """The place that the words of a report mean. Never fails: an unknown name is a spot without id."""
        known = self._seen.get(words)
        if known is None:
            known = self._seen[words] = self._read(words, DEEPEST)
        return known

    def chain(self, place_id: str) -> tuple[str, ...]:
        """Ids of the places that the place lies in, nearest first; a circle is cut where it closes."""
        if place_id not in self._places:
            return ()
        known = self._chains.get(place_id)
        if known is None:
            known = self._chains[place_id] = self._chain(place_id)
        return known

    def _spot_of(self, words: str, depth: int) -> Spot:
        """A place named inside another's words; not remembered, for at another depth it may mean more."""
        return self._read(words, depth) if depth else Spot(name=words.strip(), id=None)

    def _read(self, words: str, depth: int) -> Spot:
        if self._directory.declares(words) and (declared := self._directory.resolve(words)) is not None:
            return self._spot(declared.id)
        widened = self._widened(words, depth)
        if widened is not None:
            return widened
        first, comma, rest = words.partition(",")
        if comma and first.strip() and rest.strip():
            return self._qualified(words, first.strip(), rest.strip(), depth)
        resolved = self._directory.resolve(words)
        if resolved is None:
            return Spot(name=words.strip(), id=None)
        spot = self._spot(resolved.id)
        return replace(spot, spelt=(words.strip(), spot.name)) if resolved.step == "spelling" else spot

    def _spot(self, place_id: str) -> Spot:
        place = self._places[place_id]
        return Spot(place.name, place.id, self.chain(place.id), place.lat, place.lon, place.radius_km)

    def _widened(self, words: str, depth: int) -> Spot | None:
        match = _DISTANCE.fullmatch(words.strip())
        if match:
            reach = float(match[1]) * (_KM_PER_MILE if match[2].lower().startswith("mi") else 1.0)
            centre = match[3]
        else:
            match = _NEAR.fullmatch(words.strip())
            if not match:
                return None
            reach, centre = NEAR_KM, match[1]
        spot = self._spot_of(centre, depth - 1)
        words = words.strip()
        return Spot(
            words, spot.id, spot.inside, spot.lat, spot.lon, spot.radius_km + reach,
            widened=True, widening=words.removesuffix(centre), centre=centre, spelt=spot.spelt,
        )  # fmt: skip

    def _qualified(self, words: str, first: str, rest: str, depth: int) -> Spot:
        around = self._spot_of(rest, depth - 1)
        parents = (around.id, *around.inside) if around.id else around.inside
        inner = self._spot_of(first, depth - 1)
        if inner.id is not None or inner.widened:
            return inner
        return Spot(name=words.strip(), id=None, inside=tuple(p for p in parents if p))

    def _chain(self, place_id: str) -> tuple[str, ...]:
        return chain_above(place_id, self._within)

    def _within(self, place_id: str) -> str | None:
        around = self._places[place_id].within
        return around if around is not None and around in self._places else None


def centre_of(words: str) -> str:
    """The name inside words such as "near X" or "20 km east of X"; the words themselves where there is none."""
    match = _DISTANCE.fullmatch(words.strip())
    if match:
        return match[3]
    match = _NEAR.fullmatch(words.strip())
    return match[1] if match else words


def distance_km(a: Spot, b: Spot) -> float | None:
    """Great-circle distance of the centres in km (haversine); None unless both have coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    phi_a, phi_b = radians(a.lat), radians(b.lat)
    half = sin((phi_b - phi_a) / 2) ** 2 + cos(phi_a) * cos(phi_b) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))


def apart_km(a: Spot, b: Spot) -> float | None:
    """Distance from edge to edge in km, negative where the two overlap; None unless both have coordinates."""
    centres = distance_km(a, b)
    return None if centres is None else centres - a.radius_km - b.radius_km


def lies_in(a: Spot, b: Spot) -> bool:
    """Whether a is inside b by declaration: one of the places a lies in, or b widened around a."""
    if b.id is None:
        return a.id is None and b.widened and not a.widened and fold(a.name) == fold(b.centre)
    if a.id == b.id:
        return b.widened and (not a.widened or a.radius_km < b.radius_km)
    return not a.widened and b.id in a.inside


def same_name(a: Spot, b: Spot) -> bool:
    """Whether two undeclared places go by one name (equal folding or one spelling family)."""
    if a.id is not None or b.id is not None or a.widened or b.widened:
        return False
    return one_name(a.name, b.name, "place")
