"""GeoJSON (RFC 7946): a feature for every place that reports give an event. How exact a place is, is part of it.

A declared place is its point with its radius; words such as "near" make a circle, never a point; a place of which only
is known what it lies in has the circle of that, or no geometry at all.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from math import asin, atan2, cos, degrees, pi, radians, sin
from typing import Any, NamedTuple, TypeAlias

from tui.core.answers import EventRow
from tui.core.model import Dossier, Place, Report
from tui.core.places import EARTH_RADIUS_KM, Gazetteer, Spot

_CORNERS = 64
_DIGITS = 6
"""Of degrees: a tenth of a metre."""
Point: TypeAlias = "tuple[float, float]"
"""Longitude and latitude in degrees."""


class _Area(NamedTuple):
    """Where a place lies, as far as the dossier says."""

    precision: str
    centre: Point | None
    radius_km: float | None


def geojson_lines(dossier: Dossier, rows: Iterable[EventRow]) -> Iterator[str]:
    """The lines of one FeatureCollection, a feature a line."""
    gazetteer = Gazetteer(dossier.places)
    places = {place.id: place for place in dossier.places}
    yield '{"type": "FeatureCollection", "features": ['
    waiting = ""
    for row in rows:
        for feature in _features(row, gazetteer, places):
            if waiting:
                yield waiting + ","
            waiting = json.dumps(feature, ensure_ascii=False, allow_nan=False)
    if waiting:
        yield waiting
    yield "]}"


def _features(row: EventRow, gazetteer: Gazetteer, places: dict[str, Place]) -> Iterator[dict[str, Any]]:
    named: dict[object, list[tuple[Spot, str, Report]]] = {}
    for report in row.reports:
        for words in report.where:
            spot = gazetteer.spot(words)
            named.setdefault(spot.key, []).append((spot, words, report))
    if not named:
        yield _feature(row, 1, None, {}, row.reports)
    for number, mentions in enumerate(named.values(), start=1):
        spot = mentions[0][0]
        area = _area(spot, places)
        about = {
            "place": spot.name,
            "place_id": spot.id,
            "as_written": list(dict.fromkeys(words for _, words, _ in mentions)),
            "precision": area.precision,
            "radius_km": area.radius_km,
            "centre": area.centre,
            "inside": list(spot.inside),
        }
        reports = tuple({report.id: report for _, _, report in mentions}.values())
        yield _feature(row, number, _geometry(area), about, reports)


def _feature(
    row: EventRow, number: int, geometry: dict[str, Any] | None, about: dict[str, Any], reports: Iterable[Report]
) -> dict[str, Any]:
    verdict = row.verdict
    given = list(reports)
    return {
        "type": "Feature",
        "id": f"{verdict.id}#{number}",
        "geometry": geometry,
        "properties": {
            "event": verdict.id,
            "title": verdict.title,
            **about,
            "earliest": verdict.earliest,
            "latest": verdict.latest,
            "verdict": str(verdict.verdict),
            "contested": verdict.contested,
            "reports": [report.id for report in given],
            "sources": list(dict.fromkeys(report.source for report in given)),
        },
    }


def _area(spot: Spot, places: dict[str, Place]) -> _Area:
    """The place itself, else the nearest declared place it lies in that has a point and a radius."""
    if spot.lat is not None and spot.lon is not None:
        return _Area("near" if spot.widened else "place", (spot.lon, spot.lat), spot.radius_km or None)
    for around in (places[identity] for identity in spot.inside if identity in places):
        if around.lat is not None and around.lon is not None and around.radius_km > 0:
            return _Area("inside", (around.lon, around.lat), around.radius_km + spot.radius_km)
    return _Area("unknown", None, None)


def _geometry(area: _Area) -> dict[str, Any] | None:
    if area.centre is None:
        return None
    if area.precision == "place":
        return {"type": "Point", "coordinates": [round(degree, _DIGITS) for degree in area.centre]}
    return circle(area.centre, area.radius_km or 0)


def circle(centre: Point, radius_km: float) -> dict[str, Any]:
    """A circle on the globe as a polygon of 64 corners, in two parts where it crosses the 180th meridian.

    One that holds a pole becomes the whole cap to its farthest parallel.
    """
    lon, lat = centre
    reach = degrees(min(radius_km / EARTH_RADIUS_KM, pi))
    if abs(lat) + reach >= 90:
        south, north = (-90, min(90, lat + reach)) if lat < 0 else (max(-90, lat - reach), 90)
        return _polygon([[(-180, south), (180, south), (180, north), (-180, north)]])
    ring = [_at(lon, lat, radians(reach), -2 * pi * corner / _CORNERS) for corner in range(_CORNERS)]
    parts = [_shifted(_clipped(_shifted(ring, turn), 180), 0) for turn in (-360, 0, 360)]
    return _polygon([part for part in parts if len(part) > 2])


def _at(lon: float, lat: float, reach: float, bearing: float) -> Point:
    """The point at a distance (an angle) and bearing from another, its longitude not brought back within 180 degrees."""
    phi = radians(lat)
    there = asin(sin(phi) * cos(reach) + cos(phi) * sin(reach) * cos(bearing))
    turned = atan2(sin(bearing) * sin(reach) * cos(phi), cos(reach) - sin(phi) * sin(there))
    return lon + degrees(turned), degrees(there)


def _shifted(ring: list[Point], turn: float) -> list[Point]:
    return [(lon + turn, lat) for lon, lat in ring]


def _clipped(ring: list[Point], limit: float) -> list[Point]:
    """The part of a convex ring between -limit and limit degrees of longitude."""
    for bound, sign in ((limit, 1), (-limit, -1)):
        kept: list[Point] = []
        for (lon, lat), (following, other) in zip(ring, ring[1:] + ring[:1], strict=True):
            if sign * lon <= sign * bound:
                kept.append((lon, lat))
            if (sign * lon <= sign * bound) != (sign * following <= sign * bound):
                kept.append((bound, lat + (other - lat) * (bound - lon) / (following - lon)))
        ring = kept
    return ring


def _polygon(rings: list[list[Point]]) -> dict[str, Any]:
    closed = [[[round(lon, _DIGITS), round(lat, _DIGITS)] for lon, lat in [*ring, ring[0]]] for ring in rings]
    if len(closed) == 1:
        return {"type": "Polygon", "coordinates": closed}
    return {"type": "MultiPolygon", "coordinates": [[ring] for ring in closed]}
