"""Whatever stands in a table of somebody's own, the dossier that it becomes has no fault."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.files.importers.reading import tables
from tui.errors import UsageError
from tui.files.importers.arrival import Arrival, bring
from tui.files.importers.mapped import mapped
from tui.files.importers.mapping import PLAIN, Mapping
from tui.files.load import load

MEANINGS = (*PLAIN, "figures.killed", "figures.x-y", "claims.outcome", "who.attacker", "who.actors")
CELLS = st.sampled_from(
    [
        *(
            "",
            "",
            "x",
            "Tuesday",
            "2016-06-28",
            "28/06/2016",
            "at least 40",
            "=1",
            "[1, 2]",
            "true",
            "5",
            "1e9",
            "\\",
            'a"',
        ),
        *("'''", '"""', "a;b;;c", ";", "\x1b[31m", "ﷺ", "\u202e", "a\nb", "2016-06-28T10:00", "2016-13-45", "http://x"),
        *("a " * 200, "body", "NO", "t", "\x7f"),
    ]
)
MAPPED = st.lists(st.sampled_from(MEANINGS), min_size=1, max_size=8, unique=True)
SOURCES = st.sampled_from([{}, {"name": "N"}, {"id": "mine", "published": "2016-06-29", "kind": "article"}])


def imported(folder: Path, mapping: Mapping, rows: list[list[str]], *, update: bool) -> Arrival | None:
    with (folder / "t.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([[names[0] for names in mapping.columns.values()], *rows])
    try:
        return bring(mapped(mapping), str(folder / "t.csv"), folder / "out", update=update)
    except UsageError as error:
        if "no row of" not in error.message:
            raise
        return None


@settings(max_examples=80, deadline=None)
@given(st.data(), MAPPED, SOURCES)
def test_any_table_becomes_a_dossier_without_fault(
    data: st.DataObject, meanings: list[str], source: dict[str, str]
) -> None:
    row = st.lists(CELLS, min_size=len(meanings), max_size=len(meanings))
    mapping = Mapping({meant: (f"c{number}",) for number, meant in enumerate(meanings)}, source)
    with tempfile.TemporaryDirectory() as folder:
        first = imported(Path(folder), mapping, data.draw(st.lists(row, min_size=1, max_size=4)), update=False)
        if first is None:
            assert not (Path(folder) / "out").exists()
            return
        assert len(tables(Path(folder), "report")) == first.account.reports
        again = imported(Path(folder), mapping, data.draw(st.lists(row, min_size=1, max_size=4)), update=True)
        assert again is None or not again.merged.refused
        assert load([str(Path(folder) / "out")]).faults == 0


def test_an_event_of_several_rows_is_declared_once(tmp_path: Path) -> None:
    mapping = Mapping({name: (name,) for name in ("when", "event", "title")})
    rows = [["Tuesday", "raid", "The raid"], ["Sunday", "raid", "The raid"], ["Monday", "raid", "A raid"]]
    arrival = imported(tmp_path, mapping, rows, update=False)
    assert arrival is not None
    assert tables(tmp_path, "event") == [{"id": "raid", "title": "The raid"}]
    assert list(arrival.account.told()) == [
        "1 row with another title for an event than a row before, which is kept (line 4)"
    ]


def test_rows_that_name_no_outlet_are_publications_of_the_table(tmp_path: Path) -> None:
    mapping = Mapping(
        {name: (name,) for name in ("when", "source", "published", "part")}, {"name": "Field notes", "timezone": "UTC"}
    )
    rows = [["Tuesday", "", "2016-06-29", "Lead"], ["Sunday", "", "", "page 2"], ["Monday", "", "2016-06-29", ""]]
    arrival = imported(tmp_path, mapping, rows, update=False)
    assert arrival is not None
    sources = [(source["id"], source["name"], str(source.get("published"))) for source in tables(tmp_path, "source")]
    assert sources == [("t", "Field notes", "None"), ("t-2016-06-29", "Field notes", "2016-06-29")]
    assert [report.get("part") for report in tables(tmp_path, "report")].count("lead") == 1
    assert list(arrival.account.told()) == ["1 cell of part could not be read and was left out (line 3: 'page 2')"]
