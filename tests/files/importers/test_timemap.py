"""Timemap events: one document, three files, and the flat list that Bellingcat publishes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.files.importers.reading import imported, tables
from tui.errors import RashomonError

EVENTS: list[dict[str, Any]] = [
    {"id": "CIV0001", "date": "3/24/2022", "time": "14:30", "location": "Chernihiv, Hospital", "latitude": "51.49",
     "longitude": "31.28", "description": "A hospital was hit. Windows broke.", "sources": ["S1", "S2", "S9"], "associations": ["a1"],
     "violence_level": "3", "comments": "See also the video."},
    {"id": "CIV0002", "date": "", "latitude": "51.5", "longitude": "31.3", "description": "", "sources": [], "associations": []},
    {"id": "", "date": "3/25/2022"},
]  # fmt: skip
SOURCES = {
    "S1": {
        "id": "S1",
        "title": "Telegram post",
        "paths": ["https://t.me/x/1"],
        "author": "x",
        "date": "3/24/2022",
        "parent": "S2",
    },
    "S2": {"id": "S2", "paths": ["https://twitter.com/y/2"], "type": "Video"},
}
ASSOCIATIONS = [{"id": "a1", "title": "Healthcare", "mode": "FILTER", "filter_paths": ["Type of area", "Healthcare"]}]


def check(tmp_path: Path) -> None:
    reports = {report["id"]: report for report in tables(tmp_path, "report")}
    assert reports["timemap/civ0001"] == {
        "id": "timemap/civ0001", "source": "timemap", "event": "timemap-civ0001", "when": "2022-03-24T14:30",
        "where": "Chernihiv, Hospital", "derived_from": ["s1", "s2"], "quote": "A hospital was hit. Windows broke.",
        "note": "See also the video.", "tags": ["Healthcare"],
    }  # fmt: skip
    assert sorted(reports) == ["timemap/civ0001", "timemap/civ0002"]
    assert reports["timemap/civ0002"]["where"] == "51.5 31.3"
    sources = {source["id"]: source for source in tables(tmp_path, "source")}
    assert (str(sources["s1"].pop("published")), sources["s1"]) == (
        "2022-03-24",
        {"id": "s1", "name": "x", "title": "Telegram post", "url": "https://t.me/x/1", "derived_from": ["s2"]},
    )
    assert sources["s2"] == {"id": "s2", "name": "twitter.com", "kind": "video", "url": "https://twitter.com/y/2"}


def test_one_document(tmp_path: Path) -> None:
    held = json.dumps({"events": EVENTS, "sources": SOURCES, "associations": ASSOCIATIONS})
    dossier, arrival = imported(tmp_path, "timemap", held)
    check(tmp_path)
    assert dossier.events[0].title in ("A hospital was hit", "51.5 31.3")
    assert list(arrival.account.told()) == [
        "1 row left out, without an id (line 3)",
        "1 cell of sources could not be read and was left out (line 1: 'S9')",
        "columns not taken over, with their filled cells: violence_level (1)",
    ]


def test_three_files(tmp_path: Path) -> None:
    (tmp_path / "sources.json").write_text(json.dumps(SOURCES), encoding="utf-8")
    (tmp_path / "associations.json").write_text(json.dumps(ASSOCIATIONS), encoding="utf-8")
    imported(tmp_path, "timemap", json.dumps(EVENTS), name="events.json")
    check(tmp_path)


def test_the_flat_list(tmp_path: Path) -> None:
    flat = [
        {"id": "CIV1", "date": "03/24/2022", "latitude": 51.49, "longitude": 31.28, "location": "Chernihiv",
         "description": "A hospital.",
         "sources": [{"id": "S1", "path": "https://t.me/x/1", "description": ""}],
         "filters": [{"key": "Type of area affected", "value": "Healthcare"}]},
    ]  # fmt: skip
    imported(tmp_path, "timemap", json.dumps(flat))
    (report,) = tables(tmp_path, "report")
    (source,) = (source for source in tables(tmp_path, "source") if source["id"] != "timemap")
    assert (str(report["when"]), report["derived_from"], report["tags"]) == (
        "2022-03-24",
        [source["id"]],
        ["Healthcare"],
    )
    assert (source["name"], source["url"]) == ("t.me", "https://t.me/x/1")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "is empty"),
        ("{", "is no JSON: line 1"),
        ("[]", "is not timemap: it holds no events"),
        ('[{"type": "book"}]', "is not timemap: it holds no events"),
        ("[" * 100_000, "is no JSON that can be read: it nests too deep"),
    ],
)
def test_another_document_is_refused(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(RashomonError) as caught:
        imported(tmp_path, "timemap", content)
    assert message in caught.value.message
    assert not (tmp_path / "out").exists()
