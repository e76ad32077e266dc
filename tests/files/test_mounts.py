"""`[[dataset]]`: rows of a table are reports of the dossier, beside those its files state, and stay a table."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from tui.files.load import load
from tui.files.mounts import contents

MOUNT = '[dossier]\ntimezone = "Asia/Damascus"\n[[dataset]]\nfile = "notes.csv"\nsource = "notes"\n'
COLUMNS = '[dataset.columns]\nid = "No"\nevent = "Event"\nwhen = "Day"\nwhere = ["Town", "Province"]\n"figures.killed" = "Dead"\n'
NOTES = "No,Event,Day,Town,Province,Dead\n1,raid,28 June 2016,Jayrud,Damascus,dozens\n2,raid,2016-06-29,Jayrud,,36\n"


def write(folder, toml, table=NOTES, name="notes.csv"):
    (folder / "d.toml").write_text(toml)
    (folder / name).write_bytes(table.encode() if isinstance(table, str) else table)
    return load([str(folder)])


def told(loaded):
    return [(fault.code, fault.line) for fault in loaded.problems]


def test_a_row_is_a_report_in_its_own_words(tmp_path):
    loaded = write(tmp_path, MOUNT + COLUMNS)
    assert loaded.problems == ()
    first, second = loaded.dossier.reports
    assert (first.id, first.source, first.event, first.when) == ("notes/1", "notes", "raid", "28 June 2016")
    assert first.where == ("Jayrud, Damascus",)
    assert first.figures == (("killed", "dozens"),)
    assert second.figures == (("killed", "36"),)
    assert (Path(first.position.file).name, first.position.line, second.position.line) == ("notes.csv", 2, 3)


def test_keys_may_be_tables_and_the_file_packed(tmp_path):
    packed = MOUNT.replace("notes.csv", "notes.csv.gz")
    columns = '[dataset.columns]\nid = "No"\nwhen = "Day"\nfigures.killed = "Dead"\n'
    loaded = write(tmp_path, packed + columns, gzip.compress(NOTES.encode()), "notes.csv.gz")
    assert [report.figures for report in loaded.dossier.reports] == [(("killed", "dozens"),), (("killed", "36"),)]
    assert [fault.code for fault in loaded.problems] == ["dataset-left-out"]


def test_what_the_files_declare_comes_first(tmp_path):
    own = '[source]\nid = "notes"\nname = "Our notes"\n[[event]]\nid = "raid"\ntitle = "The raid"\n'
    own += '[[report]]\nevent = "raid"\nwhen = 2016-06-28\n'
    loaded = write(tmp_path, MOUNT + COLUMNS + own)
    assert loaded.problems == ()
    assert [source.name for source in loaded.dossier.sources] == ["Our notes"]
    assert [event.title for event in loaded.dossier.events] == ["The raid"]
    assert [report.id for report in loaded.dossier.reports] == ["notes/raid", "notes/1", "notes/2"]


@pytest.mark.parametrize(
    ("toml", "expected"),
    [
        (MOUNT, [("missing-key", 3)]),
        (MOUNT + COLUMNS.replace("figures.killed", "figure.killed"), [("dataset-left-out", 3), ("unknown-key", 11)]),
        (MOUNT.replace("notes.csv", "other.csv") + COLUMNS, [("dataset-unread", 4)]),
        (MOUNT + COLUMNS.replace('"Day"', '"Days"'), [("dataset-unread", 4)]),
        (MOUNT + 'format = "ucdp-ged"\n', [("dataset-unread", 4)]),
        (MOUNT + 'format = "ucdp"\n', [("bad-value", 6)]),
    ],
)
def test_what_cannot_be_mounted_is_a_problem_of_the_file_that_mounts_it(tmp_path, toml, expected):
    loaded = write(tmp_path, toml)
    assert [one for one in told(loaded) if one[0] != "no-reports"] == expected


def test_rows_that_repeat_count_once_and_rows_of_one_id_stay_apart(tmp_path):
    loaded = write(tmp_path, MOUNT + COLUMNS, NOTES + "2,raid,2016-06-29,Jayrud,,36\n2,raid,2016-06-29,Jayrud,,37\n")
    assert [report.id for report in loaded.dossier.reports] == ["notes/1", "notes/2", "notes/2-2"]
    assert told(loaded) == [("dataset-left-out", 3)]


def test_a_data_set_goes_by_the_id_it_is_mounted_by_twice_too(tmp_path):
    head = "id,year,type_of_violence,side_a,side_b,country,where_coordinates,date_start,date_end,best,high,low\n"
    row = "7,2016,1,Government of Syria,IS,Syria,Jayrud town,2016-07-02,2016-07-02,{0},{0},{0}\n"
    mounts = "".join(
        f'[[dataset]]\nfile = "{name}.csv"\nformat = "ucdp-ged"\nsource = "{name}"\n' for name in ("old", "new")
    )
    (tmp_path / "old.csv").write_text(head + row.format(30))
    loaded = write(tmp_path, mounts, head + row.format(43), "new.csv")
    assert {fault.code for fault in loaded.problems} <= {"dataset-left-out"}
    assert [(report.id, report.event, report.source) for report in loaded.dossier.reports] == [
        ("old/7", "ucdp-7", "old"),
        ("new/7", "ucdp-7", "new"),
    ]
    assert [source.id for source in loaded.dossier.sources] == ["old", "new"]
    assert len({source.siglum for source in loaded.dossier.sources}) == 2
    assert len({actor.id for actor in loaded.dossier.actors}) == len(loaded.dossier.actors) == 2


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('when = 3\nwhat = "a = b"', {"when": 3, "what": "a = b"}),
        ('figures.killed = [1, 2]\nfigures.hurt = "x"', {"figures": {"killed": [1, 2], "hurt": "x"}}),
        ('claims."a.b" = true', {"claims": {"a.b": True}}),
        ('what = """\\\n  a \\\n  b"""\ntags = [\n  "x",\n]', {"what": "a b", "tags": ["x"]}),
        ('what = "a \\" b"', {"what": 'a " b'}),
    ],
)
def test_a_table_is_read_as_the_parser_reads_it(body, expected):
    assert contents(body) == expected


@pytest.mark.parametrize(
    "file", ["../outside.csv", "{above}/outside.csv", "link.csv", "away/outside.csv", "pipe.csv", "/dev/zero"]
)
def test_a_dossier_reads_no_table_outside_its_folder_and_waits_on_no_pipe(tmp_path, file):
    (tmp_path / "outside.csv").write_text(NOTES)
    folder = tmp_path / "dossier"
    folder.mkdir()
    (folder / "link.csv").symlink_to("../outside.csv")
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "outside.csv").write_text(NOTES)
    (folder / "away").symlink_to("../tables")
    os.mkfifo(folder / "pipe.csv")
    (folder / "d.toml").write_text(MOUNT.replace("notes.csv", file.format(above=tmp_path)) + COLUMNS)
    loaded = load([str(folder)])
    assert [one for one in told(loaded) if one[0] != "no-reports"] == [("leads-out", None), ("dataset-refused", 4)]
    assert (loaded.dossier.reports, loaded.tables) == ((), ())


def test_a_table_beside_the_folder_of_its_file_is_read_while_it_is_in_the_dossier(tmp_path):
    (tmp_path / "files").mkdir()
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "notes.csv").write_text(NOTES)
    (tmp_path / "files" / "d.toml").write_text(MOUNT.replace("notes.csv", "../tables/notes.csv") + COLUMNS)
    assert [report.id for report in load([str(tmp_path)]).dossier.reports] == ["notes/1", "notes/2"]
    assert "dataset-refused" in [code for code, _ in told(load([str(tmp_path / "files" / "d.toml")]))]
