"""The TOML that tables become: as a person would write it, the same every time, in files nobody has to fear."""

from __future__ import annotations

from typing import Any

import pytest

from tui.files.tables.stated import file_hints
from tui.files.tables.writing import file_name, file_names, toml_files

REPORT: dict[str, Any] = {
    "id": "dw/fire", "source": "dw", "event": "fire", "when": "2016-06-28", "where": ["Depot"], "who": {"attacker": ["NSA"]},
    "figures": {"killed": "40", "wounded": "[10, 20]", "fighters": "dozens", "rate": "1.50"}, "planned": True,
    "text": "one\ntwo", "given_id": False,
}  # fmt: skip


def test_a_folder_as_a_person_would_write_it() -> None:
    files = toml_files(
        {
            "dossier": [{"title": "Fire"}],
            "source": [{"id": "dw", "name": "Deutsche Welle", "published": "2016-06-30T08:00Z"}, {"id": "afp"}],
            "place": [{"id": "depot", "lat": 34.0, "lon": 40.92}],
            "report": [REPORT, {"id": "x", "source": "dw"}],
            "ruling": [{"event": "fire", "field": "when", "accepted": "x", "seen": {"x": "a"}}],
        }
    )
    assert files == {
        "afp.toml": '[source]\nid = "afp"\n',
        "analysis.toml": '[[ruling]]\nevent = "fire"\nfield = "when"\naccepted = "x"\nseen = { x = "a" }\n',
        "dossier.toml": '[dossier]\ntitle = "Fire"\n\n[[place]]\nid = "depot"\nlat = 34\nlon = 40.92\n',
        "dw.toml": '[source]\nid = "dw"\nname = "Deutsche Welle"\npublished = 2016-06-30T08:00:00Z\n\n'
        '[[report]]\nevent = "fire"\nwhen = 2016-06-28\nwhere = "Depot"\nwho = { attacker = "NSA" }\n'
        'figures = { killed = 40, wounded = [10, 20], fighters = "dozens", rate = "1.50" }\nplanned = true\n'
        'text = """\none\ntwo"""\n\n[[report]]\nid = "x"\n',
    }


def test_a_further_report_changes_only_its_own_lines() -> None:
    before = toml_files({"source": [{"id": "dw"}], "report": [REPORT]})["dw.toml"]
    after = toml_files({"source": [{"id": "dw"}], "report": [REPORT, {"id": "new", "source": "dw"}]})["dw.toml"]
    assert after == before + '\n[[report]]\nid = "new"\n'


def test_an_id_is_written_where_the_place_would_give_another() -> None:
    second = {"id": "dw/fire-2", "source": "dw", "event": "fire", "given_id": False}
    text = toml_files({"source": [{"id": "dw"}], "report": [second]})["dw.toml"]
    assert text == '[source]\nid = "dw"\n\n[[report]]\nid = "dw/fire-2"\nevent = "fire"\n'


def test_several_sources_of_one_file_stay_in_it_each_before_its_reports() -> None:
    files = toml_files(
        {
            "source": [{"id": "a", "file": "all.toml"}, {"id": "b", "file": "all.toml"}],
            "report": [{"source": "a", "file": "all.toml"}, {"source": "b", "file": "all.toml"}],
        }
    )
    assert files == {
        "all.toml": '[[source]]\nid = "a"\n\n[[report]]\nsource = "a"\n\n[[source]]\nid = "b"\n\n[[report]]\nsource = "b"\n'
    }


def test_a_report_of_no_source_is_kept() -> None:
    assert toml_files({"report": [{"source": "x"}]}) == {"reports.toml": '[[report]]\nsource = "x"\n'}


@pytest.mark.parametrize(
    "hint", ["../x.toml", "/etc/x.toml", "a/b.toml", "a\\b.toml", ".x.toml", "pyproject.toml", "x.txt", "con.toml", "a\n.toml", 3]
)
def test_no_table_chooses_a_file_outside_the_folder(hint: object) -> None:
    assert file_name(hint) is None


def test_sources_get_names_that_every_disk_takes() -> None:
    assert file_names(["dw", "con", "dossier", "pyproject", "A/b", "a-b", "../x"]) == {
        "dw": "dw.toml", "con": "source-con.toml", "dossier": "source-dossier.toml", "pyproject": "source-pyproject.toml",
        "A/b": "a-b.toml", "a-b": "a-b-2.toml", "../x": "x.toml",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["d/a.toml", "d/b.toml"], ["a.toml", "b.toml"]),
        (["d/a.toml", "d/x/b.toml"], ["a.toml", "x-b.toml"]),
        (["d/b.toml", "d/a.toml"], ["1-b.toml", "2-a.toml"]),
        (["one.toml"], ["one.toml"]),
        ([], []),
    ],
)
def test_file_names_sort_as_the_files_were_read(paths: list[str], names: list[str]) -> None:
    assert list(file_hints(paths).values()) == names
