"""ACLED: what its columns and codes become (ACLED Codebook), in the columns before and after March 2023."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from tests.files.importers.reading import imported, tables

NEW = {
    "event_id_cnty": "SYR9001", "event_date": "29 June 2016", "year": "2016", "time_precision": "1",
    "disorder_type": "Political violence", "event_type": "Battles", "sub_event_type": "Armed clash",
    "actor1": "New Syrian Army", "assoc_actor_1": "Global Coalition; Tribal Fighters", "inter1": "Rebel group",
    "actor2": "Islamic State", "assoc_actor_2": "", "inter2": "Rebel group", "interaction": "Rebel group-Rebel group",
    "civilian_targeting": "", "iso": "760", "region": "Middle East", "country": "Syria", "admin1": "Deir ez Zor",
    "admin2": "Abu Kamal", "admin3": "", "location": "Al Bukamal", "latitude": "34.4506", "longitude": "40.9171",
    "geo_precision": "1", "source": "SOHR; Reuters;SOHR", "source_scale": "Other-International",
    "notes": "The New Syrian Army attacked the town.", "fatalities": "40", "tags": "crowd size=no report", "timestamp": "1",
}  # fmt: skip


def sheet(*rows: dict[str, str]) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def report(tmp_path: Path, **cells: str) -> dict[str, Any]:
    imported(tmp_path, "acled", sheet(NEW | cells))
    (made,) = tables(tmp_path, "report")
    return made


def test_a_record_becomes_an_event_and_a_report(tmp_path: Path) -> None:
    _, arrival = imported(tmp_path, "acled", sheet(NEW))
    text = (tmp_path / "out" / "acled-reports.toml").read_text(encoding="utf-8")
    assert (
        text.partition("\n\n")[2]
        == """\
[[event]]
id = "acled-syr9001"
title = "Armed clash: New Syrian Army and Islamic State, Al Bukamal"
tags = ["Political violence", "Battles", "Armed clash"]

[[report]]
id = "acled/syr9001"
source = "acled"
event = "acled-syr9001"
when = 2016-06-29
where = "Al Bukamal"
who = { actors = ["New Syrian Army", "Islamic State"], associated = ["Global Coalition", "Tribal Fighters"] }
figures = { killed = "at least 40" }
said_by = ["SOHR", "Reuters"]
quote = "The New Syrian Army attacked the town."
tags = ["crowd size=no report"]
"""
    )
    assert [source["id"] for source in tables(tmp_path, "source")] == ["acled"]
    assert [place["id"] for place in tables(tmp_path, "place")] == [
        "middle-east", "syria", "deir-ez-zor", "abu-kamal", "al-bukamal",
    ]  # fmt: skip
    assert list(arrival.account.told()) == [
        "columns not taken over, with their filled cells: year (1), inter1 (1), inter2 (1), interaction (1), iso (1), "
        "source_scale (1), timestamp (1)"
    ]


@pytest.mark.parametrize(
    ("cells", "key", "expected"),
    [
        ({"time_precision": "2"}, "when", "2016-06-26/2016-07-02"),
        ({"event_date": "15 June 2016", "time_precision": "3"}, "when", "2016-06-01/2016-06-30"),
        ({"event_date": "03-02-2016", "time_precision": "3"}, "when", "2016-01-31/2016-02-29"),
        ({"event_date": "30-06-2016", "time_precision": "3"}, "when", "2016-06-01/2016-07-03"),
        ({"event_date": "0001-01-01", "time_precision": "2"}, "when", "0001-01-01/0001-01-04"),
        ({"geo_precision": "2"}, "where", "near Al Bukamal"),
        ({"geo_precision": "3"}, "where", "Deir ez Zor"),
        ({"geo_precision": "3"}, "note", "Placed at Al Bukamal, a stand-in for the region (geo_precision 3)."),
        ({"fatalities": "0"}, "figures", None),
        ({"source": "SOHR"}, "said_by", "SOHR"),
        ({"source": ""}, "said_by", None),
        ({"assoc_actor_1": ""}, "who", ["New Syrian Army", "Islamic State"]),
    ],
)
def test_codes(tmp_path: Path, cells: dict[str, str], key: str, expected: object) -> None:
    assert report(tmp_path, **cells).get(key) == expected


def test_a_region_alone_gives_no_point(tmp_path: Path) -> None:
    report(tmp_path, geo_precision="3")
    assert [place for place in tables(tmp_path, "place") if "lat" in place] == []


def test_old_columns(tmp_path: Path) -> None:
    old = {
        "data_id": "77", "iso": "760", "event_id_cnty": "SYR9001", "event_id_no_cnty": "9001", "event_date": "2016-06-29",
        "time_precision": "1", "event_type": "Battles", "actor1": "A", "assoc_actor_1": "", "actor2": "B", "assoc_actor_2": "",
        "country": "Syria", "admin1": "X", "location": "Y", "latitude": "34", "longitude": "north", "geo_precision": "1",
        "source": "SOHR", "notes": "n", "fatalities": "x",
    }  # fmt: skip
    _, arrival = imported(tmp_path, "acled", sheet(old))
    (made,) = tables(tmp_path, "report")
    assert (made["id"], made["who"], "figures" in made) == ("acled/syr9001", ["A", "B"], False)
    assert list(arrival.account.told())[:2] == [
        "1 cell of longitude could not be read and was left out (line 2: 'north')",
        "1 cell of fatalities could not be read and was left out (line 2: 'x')",
    ]


def test_two_rows_of_one_id_are_one_event(tmp_path: Path) -> None:
    dossier, _ = imported(tmp_path, "acled", sheet(NEW, NEW | {"notes": "Other words."}))
    assert [event.id for event in dossier.events] == ["acled-syr9001"]
    assert [made.id for made in dossier.reports] == ["acled/syr9001", "acled/syr9001-2"]
