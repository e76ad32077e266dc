"""GTD: what its columns and codes become (GTD Codebook)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.files.importers.reading import imported, tables
from tests.files.importers.test_acled import sheet

ROW = {
    "eventid": "201606290001", "iyear": "2016", "imonth": "6", "iday": "29", "approxdate": "", "extended": "0", "resolution": "",
    "country": "200", "country_txt": "Syria", "region_txt": "Middle East & North Africa", "provstate": "Deir ez-Zor",
    "city": "Abu Kamal", "latitude": "34.45", "longitude": "40.92", "specificity": "1", "vicinity": "0",
    "summary": "Assailants attacked.",
    "doubtterr": "0", "success": "1", "suicide": "0", "attacktype1_txt": "Armed Assault", "attacktype2_txt": "Bombing/Explosion",
    "targtype1_txt": "Military", "corp1": "Army", "target1": "Base", "gname": "Islamic State", "gname2": "", "guncertain1": "0",
    "weaptype1_txt": "Firearms", "weapsubtype1_txt": "Unknown", "nkill": "5.00", "nkillter": "2", "nwound": "-99", "property": "-9",
    "scite1": "\"A headline,\" SANA, June 30, 2016.", "scite2": "Other, July 1, 2016.", "dbsource": "START", "related": "",
}  # fmt: skip


def report(tmp_path: Path, **cells: str) -> dict[str, Any]:
    imported(tmp_path, "gtd", sheet(ROW | cells))
    (made,) = tables(tmp_path, "report")
    return made


def test_an_incident_becomes_an_event_and_a_report(tmp_path: Path) -> None:
    _, arrival = imported(tmp_path, "gtd", sheet(ROW))
    text = (tmp_path / "out" / "gtd-reports.toml").read_text(encoding="utf-8")
    assert (
        text.partition("\n\n")[2]
        == """\
[[event]]
id = "gtd-201606290001"
title = "Armed Assault by Islamic State, Abu Kamal"

[[report]]
id = "gtd/201606290001"
source = "gtd"
event = "gtd-201606290001"
when = 2016-06-29
where = "Abu Kamal"
who = { attacker = "Islamic State", target = "Base" }
figures = { killed = 5, killed_perpetrators = 2 }
claims.attack = ["Armed Assault", "Bombing/Explosion"]
claims.target_type = ["Military"]
claims.weapon = ["Firearms"]
claims.success = true
claims.suicide = false
quote = "Assailants attacked."
locator = "\\"A headline,\\" SANA, June 30, 2016.; Other, July 1, 2016."
"""
    )
    assert list(arrival.account.told()) == [
        "columns not taken over, with their filled cells: country (1), dbsource (1)"
    ]


@pytest.mark.parametrize(
    ("cells", "key", "expected"),
    [
        ({"iday": "0"}, "when", "2016-06"),
        ({"imonth": "0", "iday": "0"}, "when", "2016"),
        ({"iday": "0", "approxdate": "June 29-30, 2016"}, "note", "Date: June 29-30, 2016."),
        ({"vicinity": "1"}, "where", "near Abu Kamal"),
        ({"city": "Unknown"}, "where", "Deir ez-Zor"),
        ({"gname": "Unknown"}, "who", {"target": "Base"}),
        ({"doubtterr": "1", "guncertain1": "1"}, "tags", ["doubted as terrorism", "perpetrator suspected"]),
        ({"nkill": "", "nkillter": ""}, "figures", None),
    ],
)
def test_codes(tmp_path: Path, cells: dict[str, str], key: str, expected: object) -> None:
    assert report(tmp_path, **cells).get(key) == expected


def test_an_incident_of_several_days_lasts(tmp_path: Path) -> None:
    made = report(tmp_path, extended="1", resolution="7/2/2016")
    assert (str(made["when"]), str(made["until"])) == ("2016-06-29", "2016-07-02")


def test_specificity_becomes_reach(tmp_path: Path) -> None:
    report(tmp_path, specificity="4")
    assert [place["radius_km"] for place in tables(tmp_path, "place") if "lat" in place] == [100]


def test_an_update_of_claims_on_lines_of_their_own(tmp_path: Path) -> None:
    imported(tmp_path, "gtd", sheet(ROW))
    file = tmp_path / "out" / "gtd-reports.toml"
    before = file.read_text(encoding="utf-8")
    file.write_text(before.replace("claims.success = true", "claims.success = false"), encoding="utf-8")
    changed = ROW | {"suicide": "1", "attacktype2_txt": "", "claimed": "0", "weaptype1_txt": ""}
    _, arrival = imported(tmp_path, "gtd", sheet(changed), update=True)
    (made,) = tables(tmp_path, "report")
    assert made["claims"] == {
        "attack": ["Armed Assault"], "target_type": ["Military"], "success": False, "suicide": True, "claimed": False,
    }  # fmt: skip
    assert arrival.merged.kept == ["report gtd/201606290001 claims.success: yours false, imported true"]
    assert (arrival.merged.refused, arrival.merged.conflicts) == ([], [])
