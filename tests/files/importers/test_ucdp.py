"""UCDP GED: what each code becomes (GED Codebook)."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from tests.files.importers.ged_rows import row, table
from tui.files.importers.feeds import Known
from tui.files.importers.tables import rendered
from tui.files.importers.ucdp import Ged, sides


def read(tmp_path: Path, **cells: str) -> tuple[dict[str, object], Ged]:
    """The report of one row without its id, source and event, and the feed."""
    file = tmp_path / "ged251.csv"
    file.write_text(table(row(**cells)), encoding="utf-8")
    feed = Ged(str(file), Known())
    (record,) = feed.records()
    report = tomli.loads(record.tables[1].body)
    assert (report.pop("source"), report.pop("event")) == ("ucdp", "ucdp-7")
    return report, feed


def test_a_record_becomes_an_event_and_a_report(tmp_path: Path) -> None:
    (tmp_path / "GEDEvent_v25_1.csv").write_text(table(row()), encoding="utf-8")
    feed = Ged(str(tmp_path / "GEDEvent_v25_1.csv"), Known())
    (record,) = feed.records()
    assert (
        "\n".join(map(rendered, record.tables))
        == """\
[[event]]
id = "ucdp-7"
title = "Government of Syria against IS, Albu Kamal"
tags = ["state-based violence", "Syria: Government"]

[[report]]
id = "ucdp/7"
source = "ucdp"
event = "ucdp-7"
when = 2016-06-29
where = "Albu Kamal town"
who = ["Government of Syria", "IS"]
figures = { killed = 2, killed_government_of_syria = 2 }
said_by = "SOHR"
quote = "Clashes in the town"
locator = "SOHR, 2016-06-30"
"""
    )
    assert record.levels == ("syria", "syria-2016", "syria-2016-q2", "syria-2016-06")
    assert [(made.name, made.id) for made in feed.shared()] == [
        ("source", "ucdp"), ("actor", "government-of-syria"), ("actor", "is"), ("place", "middle-east"), ("place", "syria"),
        ("place", "deir-ez-zor-governorate"), ("place", "albu-kamal-district"), ("place", "albu-kamal-town"),
    ]  # fmt: skip
    assert (
        rendered(feed.shared()[-1])
        == """\
[[place]]
id = "albu-kamal-town"
name = "Albu Kamal town"
within = "albu-kamal-district"
lat = 34.45
lon = 40.92
radius_km = 3
"""
    )
    assert tomli.loads(feed.shared()[0].body)["title"] == "UCDP Georeferenced Event Dataset, version 25.1"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"low": "1", "best": "2", "high": "5"}, {"killed": [1, 5], "killed_best": 2, "killed_government_of_syria": 2}),
        ({"low": "0", "best": "0", "high": "0", "deaths_a": "0"}, {"killed": 0}),
        ({"low": "9", "best": "9", "high": "9", "deaths_civilians": "3", "deaths_unknown": "4"},
         {"killed": 9, "killed_government_of_syria": [2, 6], "killed_civilians": [3, 7]}),
        ({"low": "5", "best": "3", "high": "4", "deaths_a": "0"}, {"killed": [3, 5], "killed_best": 3}),
        ({"low": "many", "deaths_a": "-1"}, {"killed": 2}),
    ],
)  # fmt: skip
def test_estimates_become_ranges(tmp_path: Path, cells: dict[str, str], expected: dict[str, object]) -> None:
    assert read(tmp_path, **cells)[0]["figures"] == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"date_prec": "2", "date_start": "2016-06-28", "date_end": "2016-06-30"}, "2016-06-28/2016-06-30"),
        ({"date_prec": "4", "date_start": "2016-06-01 00:00:00.000", "date_end": "2016-06-30 00:00:00.000"},
         "2016-06-01/2016-06-30"),
    ],
)  # fmt: skip
def test_days_that_are_not_known_become_an_interval(tmp_path: Path, cells: dict[str, str], expected: str) -> None:
    assert read(tmp_path, **cells)[0]["when"] == expected


@pytest.mark.parametrize(
    ("cells", "where", "place"),
    [
        ({"where_prec": "2"}, "near Albu Kamal town", {"name": "Albu Kamal town", "within": "albu-kamal-district", "radius_km": 3}),
        ({"where_prec": "3", "where_coordinates": "Albu Kamal district"}, "Albu Kamal district",
         {"name": "Albu Kamal district", "within": "deir-ez-zor-governorate", "radius_km": 25}),
        ({"where_prec": "4", "where_coordinates": "Deir ez Zor Governorate", "adm_2": "NA"}, "Deir ez Zor Governorate",
         {"name": "Deir ez Zor Governorate", "within": "syria", "radius_km": 75}),
        ({"where_prec": "6", "where_coordinates": "Syria", "adm_1": "NA", "adm_2": "NA"}, "Syria",
         {"name": "Syria", "within": "middle-east", "radius_km": 500}),
    ],
)  # fmt: skip
def test_precision_of_places_becomes_reach(
    tmp_path: Path, cells: dict[str, str], where: str, place: dict[str, object]
) -> None:
    report, feed = read(tmp_path, **cells)
    made = tomli.loads(feed.shared()[-1].body)
    assert (report["where"], made) == (where, place | {"lat": 34.45, "lon": 40.92})


def test_who_said_it_is_split_and_an_office_stands_in(tmp_path: Path) -> None:
    assert read(tmp_path, source_original="SOHR, Airwars; airwars/Waha Report")[0]["said_by"] == [
        "SOHR",
        "Airwars",
        "Waha Report",
    ]
    assert (
        read(tmp_path, source_original="NA", source_office="Reuters News;Reuters News")[0]["said_by"] == "Reuters News"
    )
    assert "said_by" not in read(tmp_path, source_original="NA", source_office="NA")[0]


def test_one_sided_violence_has_roles(tmp_path: Path) -> None:
    report, _ = read(
        tmp_path, type_of_violence="3", side_a="IS", side_b="Civilians", deaths_a="0", deaths_civilians="2"
    )
    assert report["who"] == {"attacker": "IS", "victim": "Civilians"}
    assert report["figures"] == {"killed": 2, "killed_civilians": 2}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("HTS, Southern Front", ("HTS", "Southern Front")),
        ("Military Junta for Democracy, Peace and Justice", ("Military Junta for Democracy, Peace and Justice",)),
        ("SAO Eastern Slavonia, Baranja and Western Symria", ("SAO Eastern Slavonia, Baranja and Western Symria",)),
        ("Military faction (forces of Honasan, Zumel)", ("Military faction (forces of Honasan, Zumel)",)),
    ],
)
def test_groups_that_act_together_are_told_apart(cell: str, expected: tuple[str, ...]) -> None:
    assert sides(cell) == expected


def test_two_places_of_one_name_do_not_meet(tmp_path: Path) -> None:
    file = tmp_path / "ged.csv"
    file.write_text(table(row(), row(id="8", latitude="33.1", adm_2="Duma district")), encoding="utf-8")
    feed = Ged(str(file), Known())
    wheres = [tomli.loads(record.tables[1].body)["where"] for record in feed.records()]
    assert wheres == ["Albu Kamal town", "Albu Kamal town, Duma district"]
    known = {made.key: (made.id, str(tomli.loads(made.body)["name"])) for made in feed.shared() if made.key}
    file.write_text(table(row(id="8", latitude="33.1", adm_2="Duma district"), row()), encoding="utf-8")
    again = [tomli.loads(record.tables[1].body)["where"] for record in Ged(str(file), Known(known)).records()]
    assert again == ["Albu Kamal town, Duma district", "Albu Kamal town"]


def test_what_is_not_taken_over_is_counted(tmp_path: Path) -> None:
    _, feed = read(tmp_path, gwnob="652", relid="SYR-1", low="x", geom_wkt="NA")
    assert list(feed.account.told()) == [
        "1 cell of low could not be read and was left out (line 2: 'x')",
        "columns not taken over, with their filled cells: relid (1), gwnob (1)",
    ]
