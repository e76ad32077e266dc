"""Tables that people changed, and files that are none of ours: read as far as they go, and told about."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.errors import CannotOpen
from tui.files.decode import decode
from tui.files.format import TABLE_OF, TABLES
from tui.files.importers import Dropped, Imported, Options, importer


def read(name: str, data: bytes | str, folder: Path) -> Imported:
    known = importer(name)
    assert known is not None
    path = folder / "file"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return known.read(path, Options())


def test_rows_typed_by_hand(tmp_path: Path) -> None:
    table = (
        "table,id,source,event,field,value,name,hedged\n"
        "source,dw,,,,,Deutsche Welle,\n"
        "claim,,dw,fire,when,Tuesday,,TRUE\n"
        "claim,,dw,fire,figures.killed,at least 40,,\n"
        "claim,,dw,fire,where,Depot; Harbour,,\n"
        "claim,,dw,flood,claims.cause,'=rain,,\n"
    )
    assert read("csv", "\ufeff" + table, tmp_path) == Imported(
        files={
            "dw.toml": '[source]\nid = "dw"\nname = "Deutsche Welle"\n\n'
            '[[report]]\nevent = "fire"\nwhen = "Tuesday"\nwhere = ["Depot", "Harbour"]\n'
            'figures = { killed = "at least 40" }\nhedged = true\n\n'
            '[[report]]\nevent = "flood"\nclaims = { cause = "=rain" }\n'
        },
        rows=5,
    )


def test_semicolons_between_cells_as_some_spreadsheets_have_them(tmp_path: Path) -> None:
    back = read("csv", "table;source;id;event\nsource;;dw;\nreport;dw;;e\n", tmp_path)
    assert back.files == {"dw.toml": '[source]\nid = "dw"\n\n[[report]]\nevent = "e"\n'}


def test_whatever_is_left_out_is_counted(tmp_path: Path) -> None:
    table = (
        "table,id,source,event,field,value,mood,lat,judged_verdict,note\n"
        "source,dw,,,,,,,,\n"
        "place,p,,,,,,north,,\n"
        "claim,a,dw,e,when,Tuesday,glad,,conflict,first\n"
        "claim,a,dw,e,when,Monday,,,,second\n"
        "claim,a,dw,e,colour,red,,,,\n"
        "poem,b,,,,,,,,\n"
        "claim,a,dw,e,where,,,,,,,beyond\n"
    )
    back = read("csv", table, tmp_path)
    assert back.dropped == (
        Dropped("lat", 1, "no number"),
        Dropped("mood", 1, "no key of the format"),
        Dropped("note", 1, "not as in another row of the same report"),
        Dropped("value", 1, "the report gives the field twice"),
        Dropped("field", 1, "'colour' is no field of a report"),
        Dropped("table", 1, "'poem' is no table of a dossier"),
        Dropped("", 1, "stands behind the last column"),
        Dropped("field", 1, "has no value"),
    )


def test_unknown_keys_of_json_lines_are_counted(tmp_path: Path) -> None:
    back = read(
        "jsonl", '{"table": "source", "id": "dw", "mood": 1}\n\n{"table": "actor", "id": "a", "name": null}\n', tmp_path
    )
    assert back == Imported(
        files={"dossier.toml": '[[actor]]\nid = "a"\n', "dw.toml": '[source]\nid = "dw"\n'},
        dropped=(Dropped("mood", 1, "no key of the format"),),
        rows=2,
    )


def test_what_no_toml_can_hold_is_left_out_and_counted(tmp_path: Path) -> None:
    line = (
        '{"table": "report", "source": "dw", "where": ["a", null], "who": {"x": null}, "what": "\\ud800", "note": "é"}'
    )
    back = read("jsonl", line, tmp_path)
    why = "holds null or half of a character"
    assert back.dropped == tuple(Dropped(key, 1, why) for key in ("where", "who", "what"))
    assert back.files == {
        "reports.toml": '[[report]]\nsource = "dw"\nwhere = "a"\nwho = {}\nwhat = "\ufffd"\nnote = "é"\n'
    }


VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.sampled_from(["dw", "e", "a/b", ""]),
        st.text(max_size=3),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
    max_leaves=5,
)
KEYS = sorted({key.name for table in TABLES for key in table.keys} | {"file", "given_id", "mood"})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(list(TABLE_OF)), st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=5)),
        min_size=1,
        max_size=4,
    )
)
def test_any_json_becomes_toml_that_parses(tmp_path: Path, objects: list[tuple[str, dict[str, object]]]) -> None:
    text = "".join(json.dumps({"table": name, **keys}) + "\n" for name, keys in objects)
    for name, toml in read("jsonl", text, tmp_path).files.items():
        assert decode(toml, name).parsed


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("jsonl", '{"table": "source"}\n{', "is no JSON in line 2"),
        ("jsonl", "[" * 100_000, "is no JSON in line 1"),
        ("jsonl", "\n", "is empty"),
        ("jsonl", "3\n", "has no object in line 1"),
        ("jsonl", '{"table": "sauce"}', "names no table of a dossier in line 1"),
        ("jsonl", b"\xff\xfe{\x00", "is UTF-16, not UTF-8"),
        ("csv", "a,b\n1,2\n", "is no table of `rashomon export`"),
        ("csv", "", "is no table of `rashomon export`"),
        ("csv", 'table,source,id\nsource,"dw', "is no CSV that can be read"),
        ("csv", b"table,source\n\xe9\n", "is not UTF-8 in line 2"),
        ("xlsx", "table,source\n", "is no Excel workbook"),
        ("parquet", "PAR1", "is no Parquet file that can be read"),
    ],
)
def test_files_that_are_none_of_ours_end_in_one_message(
    name: str, data: bytes | str, message: str, tmp_path: Path
) -> None:
    pytest.importorskip({"xlsx": "openpyxl", "parquet": "pyarrow"}.get(name, "json"))
    with pytest.raises(CannotOpen) as caught:
        read(name, data, tmp_path)
    assert message in caught.value.message


def test_a_workbook_that_unpacks_without_end_is_not_read(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    path = tmp_path / "bomb"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"\0" * (80 << 20))
    with pytest.raises(CannotOpen, match="unpacks to 80 MB and is not read"):
        read("xlsx", path.read_bytes(), tmp_path)


def test_a_workbook_of_others_is_told_from_ours(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["date", "killed"])
    book.save(tmp_path / "other.xlsx")
    with pytest.raises(CannotOpen, match="no sheet called claims or reports"):
        read("xlsx", (tmp_path / "other.xlsx").read_bytes(), tmp_path)
