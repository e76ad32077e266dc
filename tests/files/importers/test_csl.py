"""CSL-JSON: items of a bibliography become sources."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.files.importers.reading import imported, tables

ITEM: dict[str, Any] = {
    "id": "http://zotero.org/users/1/items/AB12CD34", "type": "article-newspaper", "title": "US-backed rebels <i>retreat</i>",
    "container-title": "Deutsche Welle", "author": [{"family": "Doe", "given": "Jane"}], "issued": {"date-parts": [[2016, 6, 29]]},
    "accessed": {"date-parts": [["2016", "07", "01"]]}, "URL": "https://dw.com/x", "language": "en", "abstract": "Long.",
}  # fmt: skip


def test_an_item_becomes_a_source(tmp_path: Path) -> None:
    dossier, arrival = imported(tmp_path, "csl-json", json.dumps([ITEM]))
    (source,) = dossier.sources
    assert (source.id, source.name, source.kind, source.title) == (
        "ab12cd34", "Deutsche Welle", "article", "US-backed rebels retreat",
    )  # fmt: skip
    assert (source.published, source.captured, source.url, source.language) == (
        "2016-06-29",
        "2016-07-01",
        "https://dw.com/x",
        "en",
    )
    assert (arrival.main, arrival.added) == ("source", 1)
    assert list(arrival.account.told()) == ["columns not taken over, with their filled cells: abstract (1), author (1)"]


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ({"date-parts": [[2016, 6]]}, "2016-06"),
        ({"date-parts": [[2016]]}, "2016"),
        ({"date-parts": [[2016, 6, 28], [2016, 6, 29]]}, "2016-06-28/2016-06-29"),
        ({"date-parts": [[2016]], "circa": True}, "2016~"),
        ({"raw": "2016-06-29"}, "2016-06-29"),
        ({"raw": "last summer"}, None),
        ({"date-parts": [[2016, 13, 1]]}, None),
    ],
)
def test_dates(tmp_path: Path, issued: dict[str, Any], expected: str | None) -> None:
    dossier, _ = imported(tmp_path, "csl-json", json.dumps([ITEM | {"issued": issued}]))
    assert dossier.sources[0].published == expected


@pytest.mark.parametrize(
    ("item", "name", "kind"),
    [
        ({"id": "a", "type": "post", "title": "T", "author": [{"literal": "SOHR"}]}, "SOHR", "post"),
        ({"id": "a", "type": "dataset", "title": "GED", "publisher": "UCDP"}, "UCDP", "dataset"),
        ({"id": "a/b c", "type": "broadcast", "title": "Film"}, "Film", "video"),
    ],
)
def test_kinds_and_names(tmp_path: Path, item: dict[str, Any], name: str, kind: str) -> None:
    dossier, _ = imported(tmp_path, "csl-json", json.dumps({"items": [item]}))
    assert (dossier.sources[0].name, dossier.sources[0].kind) == (name, kind)


def test_an_update_changes_the_source_and_keeps_remarks(tmp_path: Path) -> None:
    imported(tmp_path, "csl-json", json.dumps([ITEM]))
    file = tmp_path / "out" / "csl-sources.toml"
    file.write_text(
        file.read_text(encoding="utf-8").replace('kind = "article"', 'kind = "post"   # a blog'), encoding="utf-8"
    )
    _, arrival = imported(tmp_path, "csl-json", json.dumps([ITEM | {"title": "New"}]), update=True)
    (made,) = tables(tmp_path, "source")
    assert (made["kind"], made["title"]) == ("post", "New")
    assert arrival.merged.kept == ['source ab12cd34 kind: yours "post", imported "article"']
    assert "# a blog" in file.read_text(encoding="utf-8")
