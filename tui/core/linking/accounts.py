"""What of a report is compared when it is asked which event it tells of. Reads nothing; `readings` fills it from a dossier."""

from __future__ import annotations

from typing import NamedTuple

from tui.core.values import dataclass

DOES, SUFFERS = "does", "suffers"
"""The two parts that cannot both be one actor's."""


class Days(NamedTuple):
    """A stretch of time in days since 1970 UTC, half-open."""

    start: float
    end: float


class Point(NamedTuple):
    """A place on the map, as far as it is stated."""

    lat: float
    lon: float
    radius_km: float = 0.0


class Figure(NamedTuple):
    """One number: what is counted, and the hard bounds of how many."""

    key: str
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One report, taken down to what can be compared."""

    id: str
    source: str
    """Id of the publication."""
    outlet: str = ""
    """Who publishes: the source's family; empty where nobody says."""
    dataset: bool = False
    """A coded data set holds one record per event."""
    when: Days | None = None
    published: Days | None = None
    actors: tuple[str, ...] = ()
    """Folded names, or the ids of declared actors."""
    roles: frozenset[tuple[str, str]] = frozenset()
    """Who has which part in it: `DOES` or `SUFFERS` or another word for the part, and the actor."""
    places: tuple[str, ...] = ()
    """Folded names, or the ids of declared places and of what they lie in."""
    points: tuple[Point, ...] = ()
    figures: tuple[Figure, ...] = ()
    ages: frozenset[int] = frozenset()
    tags: frozenset[str] = frozenset()
    title: str = ""
    prose: str = ""
