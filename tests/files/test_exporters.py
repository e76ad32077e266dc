"""What other tools are handed: whole documents, with bounds of time and place kept as bounds."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import good_dossier
from tui.core.answers import EventRow
from tui.core.calendar import instant
from tui.core.filters import EVERYTHING
from tui.core.model import Dossier
from tui.files.exporters.bibtex import bibtex_lines
from tui.files.exporters.csl_json import csl_lines
from tui.files.exporters.csv_text import csv_lines
from tui.files.exporters.dates import dates, edtf
from tui.files.exporters.geojson import circle, geojson_lines
from tui.files.exporters.timelinejs import TimelineJs
from tui.files.exporters.timesketch import Timesketch
from tui.files.tables.cells import unguarded
from tui.files.tables.rows import Sheet
from tui.files.tables.shapes import Shape
from tui.index.opening import store

DOSSIER = """
    [dossier]
    title = "Fire & <water>"
    timezone = "Asia/Damascus"
    [[place]]
    id = "town"
    lat = 34.5
    lon = 40.5
    radius_km = 3
    [[place]]
    id = "land"
    lat = 35
    lon = 40
    radius_km = 100
    [[place]]
    id = "void"
"""
DW = """
    [source]
    id = "dw"
    name = "Deutsche Welle"
    title = "{Rebels} & 100%"
    url = "https://dw.com/a}b"
    archive_url = "https://archive.org/x"
    captured = 2016-06-30T08:00:00Z
    published = 2016-06-29
    language = "en"
    credits = ["AP", "dpa"]
    sha256 = "abc"
    [[report]]
    event = "fire"
    when = "2016-06-28"
    where = ["town", "near town"]
    what = "=It burned."
    figures = { killed = 30 }
    [[report]]
    event = "later"
    when = "some day"
"""
AFP = """
    [source]
    id = "afp"
    kind = "dataset"
    published = "2016-06"
    credits = ["SOHR"]
    [[report]]
    event = "fire"
    when = "by 2016-06-28"
    where = ["Village, land", "void"]
    figures = { killed = 43 }
    [[report]]
    what = "Loose."
"""


def judged(dossier: Dossier) -> Iterator[EventRow]:
    opened = store(dossier)
    yield from opened.page(EVERYTHING, 0, opened.count(EVERYTHING))
    opened.close()


@pytest.fixture
def dossier() -> Dossier:
    return good_dossier(DOSSIER, afp=AFP, dw=DW)


def parsed(lines: Iterator[str]) -> Any:
    return json.loads("\n".join(lines))


def test_places_are_points_only_where_they_are_declared_themselves(dossier: Dossier) -> None:
    features = parsed(geojson_lines(dossier, judged(dossier)))["features"]
    found = {
        (feature["properties"].get("place"), feature["properties"].get("precision")): (
            (feature["geometry"] or {}).get("type"),
            feature["properties"].get("radius_km"),
        )
        for feature in features
    }
    assert found == {
        ("town", "place"): ("Point", 3.0),
        ("near town", "near"): ("Polygon", 28.0),
        ("Village, land", "inside"): ("Polygon", 100.0),
        ("void", "unknown"): (None, None),
        (None, None): (None, None),
    }
    point = next(feature for feature in features if (feature["geometry"] or {}).get("type") == "Point")
    assert point == {
        "type": "Feature",
        "id": "fire#3",
        "geometry": {"type": "Point", "coordinates": [40.5, 34.5]},
        "properties": {
            "event": "fire", "title": "=It burned.", "place": "town", "place_id": "town", "as_written": ["town"],
            "precision": "place", "radius_km": 3.0, "centre": [40.5, 34.5], "inside": [],
            "earliest": "2016-06-27T21:00:00Z", "latest": "2016-06-28T21:00:00Z", "verdict": "conflict", "contested": True,
            "reports": ["dw/fire"], "sources": ["dw"],
        },
    }  # fmt: skip


@given(st.floats(-180, 180), st.floats(-90, 90), st.floats(0.1, 25_000))
def test_circles_stay_on_the_globe_and_close(lon: float, lat: float, radius: float) -> None:
    shape = circle((lon, lat), radius)
    polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    assert polygons
    for (ring,) in polygons:
        assert len(ring) >= 4
        assert ring[0] == ring[-1]
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)
        area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
        assert area >= 0, "rings run against the clock"


def test_a_circle_over_the_180th_meridian_is_in_two_parts() -> None:
    shape = circle((179.9, 0), 100)
    assert shape["type"] == "MultiPolygon"
    assert [(min(x for x, _ in ring), max(x for x, _ in ring)) for (ring,) in shape["coordinates"]] == [
        (-180, pytest.approx(-179.2, abs=0.01)),
        (pytest.approx(179.0, abs=0.01), 180),
    ]


def test_a_row_for_every_clock(dossier: Dossier) -> None:
    timeline = Timesketch(dossier, judged(dossier))
    rows = [json.loads(line) for line in timeline.jsonl_lines()]
    assert [(row["timestamp_desc"], row["datetime"], row["message"]) for row in rows] == [
        ("Published", "2016-05-31T21:00:00+00:00", "afp: dataset"),
        ("Published", "2016-06-28T21:00:00+00:00", "Deutsche Welle: {Rebels} & 100%"),
        ("Captured", "2016-06-30T08:00:00+00:00", "Deutsche Welle: {Rebels} & 100%"),
        ("Event time, at the latest", "2016-06-28T20:59:59+00:00", "afp: where: Village, land; void; figures.killed: 43"),
        ("Event time", "2016-06-27T21:00:00+00:00", "Deutsche Welle: =It burned."),
    ]
    assert rows[4]["latest"] == "2016-06-28T21:00:00Z"
    assert rows[4]["claims"] == "where: town; near town; figures.killed: 30"
    assert timeline.left_out == 2
    table = list(csv.DictReader(Timesketch(dossier, judged(dossier)).csv_lines()))
    assert [{name: unguarded(cell) for name, cell in row.items() if cell} for row in table] == rows


def test_a_slide_for_every_event_with_a_time(dossier: Dossier) -> None:
    timeline = TimelineJs(dossier, judged(dossier))
    document = parsed(timeline.lines())
    assert document["title"] == {"text": {"headline": "Fire &amp; &lt;water&gt;", "text": ""}}
    (slide,) = document["events"]
    assert timeline.left_out == 2
    assert slide | {"text": slide["text"]["headline"]} == {
        "unique_id": "fire",
        "start_date": {"year": 2016, "month": 6, "day": 28},
        "display_date": "2016-06-28",
        "text": "=It burned.",
        "autolink": False,
    }
    assert "<b>figures.killed</b>: 30 (Deutsche Welle); 43 (afp) <em>conflict: " in slide["text"]["text"]


def test_sources_as_csl(dossier: Dossier) -> None:
    assert parsed(csl_lines(dossier)) == [
        {
            "id": "afp", "type": "dataset", "container-title": "afp", "issued": {"date-parts": [[2016, 6]]},
            "note": "Credits: SOHR", "custom": {"siglum": "AFP"},
        },
        {
            "id": "dw", "type": "article-newspaper", "title": "{Rebels} & 100%", "container-title": "Deutsche Welle",
            "author": [{"literal": "AP"}, {"literal": "dpa"}], "issued": {"date-parts": [[2016, 6, 29]]},
            "accessed": {"date-parts": [[2016, 6, 30]]}, "language": "en", "URL": "https://dw.com/a}b",
            "archive_location": "https://archive.org/x", "note": "Archived: https://archive.org/x",
            "custom": {"siglum": "DW", "sha256": "abc"},
        },
    ]  # fmt: skip


def test_sources_as_bibtex(dossier: Dossier) -> None:
    assert list(bibtex_lines(dossier)) == [
        "@misc{afp,",
        "  title = {{afp}},",
        "  howpublished = {afp},",
        "  date = {2016-06},",
        "  year = {2016},",
        "  month = jun,",
        "  note = {credits SOHR},",
        "}",
        "",
        "@article{dw,",
        "  author = {{AP} and {dpa}},",
        r"  title = {{\textbraceleft{}Rebels\textbraceright{} \& 100\%}},",
        "  journal = {Deutsche Welle},",
        "  date = {2016-06-29},",
        "  year = {2016},",
        "  month = jun,",
        "  url = {https://dw.com/a%7Db},",
        "  urldate = {2016-06-30},",
        "  language = {en},",
        r"  note = {Archived at \url{https://archive.org/x}, captured 2016-06-30T08:00Z, SHA-256 abc},",
        "}",
    ]


def test_what_was_judged_stands_beside_what_was_said(dossier: Dossier) -> None:
    rows = list(csv.DictReader(csv_lines(Sheet(dossier, judged(dossier)), bare=True)))
    killed = [row for row in rows if row["field"] == "figures.killed"]
    assert [(row["id"], row["value"], row["judged_verdict"], row["judged_low"], row["what"]) for row in killed] == [
        ("afp/fire", "43", "conflict", "43", ""),
        ("dw/fire", "30", "conflict", "30", "'=It burned."),
    ]
    assert {row["table"] for row in rows} == {"claim"}
    assert [row["id"] for row in rows if not row["field"]] == ["afp/report-1"]


def test_verdicts_a_row_each(dossier: Dossier) -> None:
    rows = list(csv.DictReader(csv_lines(Sheet(dossier, judged(dossier), shape=Shape.VERDICTS))))
    killed = next(row for row in rows if row["field"] == "figures.killed")
    assert [killed[name] for name in ("event", "verdict", "kind", "flagged", "open", "gap", "readings")] == [
        "fire", "conflict", "number-conflict", "true", "true", "13", "30 (dw); 43 (afp)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("bounds", "parts", "text"),
    [
        ((0, 86400), ((1970, 1, 1),), "1970-01-01"),
        ((0, 31 * 86400), ((1970, 1),), "1970-01"),
        ((0, 365 * 86400), ((1970,),), "1970"),
        ((0, 59 * 86400), ((1970, 1), (1970, 2)), "1970-01/1970-02"),
        ((0, 2 * 86400), ((1970, 1, 1), (1970, 1, 2)), "1970-01-01/1970-01-02"),
        ((None, 86400), (), "../1970-01-01"),
        ((0, None), (), "1970-01-01/.."),
        ((None, None), (), ""),
        ((3600, 7200), ((1970, 1, 1),), "1970-01-01T01:00:00/1970-01-01T01:59:59"),
    ],
)
def test_bounds_as_dates(bounds: tuple[int | None, int | None], parts: object, text: str) -> None:
    assert dates(*bounds, "UTC") == parts
    assert edtf(*bounds, "UTC") == text


def test_dates_are_those_on_the_spot() -> None:
    start, end = instant(16_980 * 86400, "Asia/Damascus"), instant(16_981 * 86400, "Asia/Damascus")
    assert dates(start, end, "Asia/Damascus") == ((2016, 6, 28),)
